//! What the tags of HTML in running text stand for: line breaks, code, footnotes, translations.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::CowStr;

use crate::page::html::{is_break, is_translation, shows_originals};
use crate::page::{Inline, InlineKind, Inlines};

use super::Words;

/// How long a name may be, in bytes, for the mark of a footnote to be recognised behind it: every mark looks at the
/// whole name.
const LONGEST_NAME: usize = 256;

/// How many letters a word behind a type has at least, if it is no unit: `collection`, not `m`.
const SHORTEST_WORD: usize = 4;

/// What programs call a collection, before its type in angle brackets; lower case.
pub const GENERIC: [&str; 6] = ["collection", "list", "array", "set", "ienumerable", "icollection"];

/// What programs call a type whose value may be missing, before its name in angle brackets.
const NULLABLE: &str = "nullable";

impl Words<'_> {
    /// Adds what an HTML tag stands for, if it is known.
    pub(in crate::page) fn add_tag(&mut self, tag: &str, range: &Range<usize>) -> bool {
        let written = tag;
        let tag = &*if tag.bytes().any(|b| b.is_ascii_uppercase()) {
            Cow::Owned(tag.to_ascii_lowercase())
        } else {
            Cow::Borrowed(tag)
        };
        if let Some(rest) = tag.strip_prefix("<span") {
            let text = self.text;
            let mut originals = || *self.shows_originals.get_or_insert_with(|| shows_originals(text));
            self.translation += usize::from(self.translation > 0 || is_translation(rest) && originals());
        } else if tag == "</span>" {
            self.translation = self.translation.saturating_sub(1);
        } else if tag == "<sup>" {
            self.is_footnote = self.is_name();
        } else if tag == "</sup>" {
            self.is_footnote = false;
        } else if tag == "<code>" && self.link.is_none() {
            self.end_code();
            self.code = Some(Inline { kind: InlineKind::Code, text: Cow::Borrowed(""), span: self.span(range) });
        } else if tag == "</code>" {
            self.end_code();
        } else if is_break(tag) {
            self.end_code();
            self.add(InlineKind::Break, CowStr::Borrowed("\n"), range);
        } else if !tag.starts_with("</") && self.is_behind_generic() {
            self.add(InlineKind::Text, CowStr::from(written.to_owned()), range);
        } else {
            return false;
        }
        true
    }

    /// Adds the words of the `<code>` that is open, if one is.
    pub(super) fn end_code(&mut self) {
        let code = self.code.take().filter(|code| !code.text.trim().is_empty());
        if let (Some(code), Some(inlines)) = (code, &mut self.inlines) {
            inlines.pieces.push(code);
        }
    }

    /// Whether nothing stands before the tag but the `List` of `List<String>`: then it is none, though it looks like
    /// one.
    fn is_behind_generic(&self) -> bool {
        let Some(Inlines { pieces, .. }) = &self.inlines else { return false };
        let [Inline { kind: InlineKind::Text, text, .. }] = pieces.as_slice() else { return false };
        GENERIC.iter().chain(&[NULLABLE]).any(|generic| generic.eq_ignore_ascii_case(text.trim_start()))
    }

    /// Whether nothing stands before the tag but a name or a type, perhaps with a word behind it: then a footnote's
    /// mark follows, as in `String<sup>1</sup>`. Elsewhere, what is raised may be an exponent.
    fn is_name(&self) -> bool {
        let Some(Inlines { pieces, .. }) = &self.inlines else { return false };
        let of_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '(' | ')' | '[' | ']');
        let is_name = |text: &str| text.starts_with(char::is_alphabetic) && text.chars().all(of_name);
        let is_word = |text: &str| text.len() >= SHORTEST_WORD && text.bytes().all(|b| b.is_ascii_alphabetic());
        // More than two pieces are no name, and aren't looked at.
        if pieces.iter().take(2).any(|piece| piece.text.len() > LONGEST_NAME) {
            return false;
        }
        match pieces.as_slice() {
            [Inline { text, .. }] => match text.trim_end().split_once(' ') {
                Some((name, word)) => is_name(name) && is_word(word),
                None => is_name(text.trim_end()),
            },
            [Inline { text, .. }, behind] => {
                is_name(text) && behind.text.starts_with(' ') && is_word(behind.text.trim())
            }
            _ => false,
        }
    }
}
