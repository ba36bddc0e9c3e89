//! The little HTML that pages hold: comments, anchors, line breaks, translations beside their originals.

use std::borrow::Cow;

use crate::source::{SourceId, Span};

use super::{Comment, InlineKind, Inlines};

/// The comments in `text`, which begins at byte `start` of `source`. One that is never closed reaches to the end.
pub(super) fn comments(source: SourceId, text: &str, start: usize) -> impl Iterator<Item = Comment<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let open = at + text.get(at..)?.find("<!--")? + 4;
        let found = text[open..].find("-->");
        let close = found.map_or(text.len(), |end| open + end);
        at = close;
        let span = Span::new(source, start + open, start + close);
        Some(Comment { text: &text[open..close], span, is_closed: found.is_some() })
    })
}

/// The name in `<a name="properties">`.
pub(super) fn anchor(tag: &str) -> Option<&str> {
    if !tag.starts_with("<a ") {
        return None;
    }
    let value = |key| tag.split_ascii_whitespace().find_map(|attribute| attribute.strip_prefix(key));
    let value = ["name=", "id="].into_iter().find_map(value)?;
    let quote = value.strip_prefix(['"', '\'']);
    quote.unwrap_or(value).split(['"', '\'', '>']).next().filter(|name| !name.is_empty())
}

/// The words of HTML that were `read` where the page has `written`. In a quotation, every line begins with a mark.
pub(super) fn decoded<'s>(read: &[u8], written: &'s str, is_quoted: bool) -> Cow<'s, str> {
    if !(written.contains(['&', '\0']) || is_quoted && written.contains('\n')) {
        return Cow::Borrowed(written);
    }
    let text = String::from_utf8_lossy(read).into_owned();
    Cow::Owned(if is_quoted { text.replace("\n>", "\n") } else { text })
}

/// Removes the `{#properties}` that some generators of sites have at the end of a heading, and returns the name in it.
pub(super) fn take_id<'s>(heading: &mut Inlines<'s>) -> Option<&'s str> {
    let last = heading.pieces.last_mut().filter(|last| last.kind == InlineKind::Text)?;
    let Cow::Borrowed(words) = last.text else { return None };
    let (before, id) = words.trim_end().strip_suffix('}')?.rsplit_once("{#")?;
    let is_id = !id.is_empty() && id.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'));
    is_id.then(|| {
        last.text = Cow::Borrowed(before.trim_end());
        id
    })
}

/// Whether `tag` begins a new line: `<br>`, however it is spelled, an item of a list, a paragraph, or a row or cell of
/// a table inside the cell of another (`parentalcontrolsettings.md`).
pub(super) fn is_break(tag: &str) -> bool {
    let name = tag.trim_start_matches('<').trim_end_matches(['>', '/', ' ']);
    ["br", "li", "p", "tr", "td", "th"].iter().any(|known| name.eq_ignore_ascii_case(known))
}

/// Whether `attributes` are those of a translated sentence: `<span data-ttu-id="…">Eigenschaft</span>`.
pub(super) fn is_translation(attributes: &str) -> bool {
    attributes.contains(" data-ttu-id=")
}

/// Whether `page` shows the originals behind translated sentences: `<span class="sxs-lookup"><span
/// data-stu-id="…">Property</span></span>`.
pub(super) fn shows_originals(page: &str) -> bool {
    page.contains("\"sxs-lookup\"")
}
