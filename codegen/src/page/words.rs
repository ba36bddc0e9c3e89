//! The words of a paragraph, a heading, an item or a cell, put together from Markdown's events.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::CowStr;

use crate::source::{SourceId, Span};

use super::html::{is_break, is_translation, shows_originals};
use super::{Inline, InlineKind, Inlines, xref};

/// What a line for the site begins with that shows the page: for which pivot the lines up to `::: zone-end` are, for which
/// moniker, which column.
pub(super) const DIRECTIVE: &str = ":::";

/// How many bytes a name has at most that is looked at whether a footnote's mark follows: each mark looks at it once more.
const LONGEST_NAME: usize = 256;

/// The words being read.
pub(super) struct Words<'s> {
    source: SourceId,
    text: &'s str,
    /// Where in `text` the ranges begin.
    offset: usize,
    inlines: Option<Inlines<'s>>,
    /// Whether every piece of text is to be as it stands in the page.
    literal: bool,
    link: Option<Inline<'s>>,
    /// Whether the line is one that is left out.
    directive: bool,
    /// Whether the original stands behind every translated sentence; `None` before the first that could be one.
    shows_originals: Option<bool>,
    /// How many `<span>` are open, from that of a translated sentence on, whose original follows.
    translation: usize,
    /// Whether the words are those of a footnote's mark.
    is_footnote: bool,
}

impl<'s> Words<'s> {
    pub(super) fn new(source: SourceId, text: &'s str, offset: usize) -> Self {
        let (inlines, literal, link, directive, shows_originals, translation) = (None, false, None, false, None, 0);
        let is_footnote = false;
        Self { source, text, offset, inlines, literal, link, directive, shows_originals, translation, is_footnote }
    }

    /// Whether originals stood beside translated sentences, which were left out.
    pub(super) fn shows_originals(&self) -> bool {
        self.shows_originals == Some(true)
    }

    /// What stands at `range` of the body.
    pub(super) fn written(&self, range: &Range<usize>) -> &'s str {
        self.text.get(self.offset + range.start..self.offset + range.end).unwrap_or_default()
    }

    /// Begins anew, at `span`. Where words are to be `literal`, what Markdown resolves or leaves out divides them.
    pub(super) fn begin(&mut self, span: Span, literal: bool) {
        // A `<span>` that is never closed costs its block.
        self.translation = 0;
        self.is_footnote = false;
        self.directive = false;
        self.literal = literal;
        self.inlines = Some(Inlines::empty(span));
    }

    /// The words since the beginning.
    pub(super) fn take(&mut self) -> Option<Inlines<'s>> {
        let mut inlines = self.inlines.take()?;
        if let Some(last) = inlines.pieces.last_mut()
            && last.kind == InlineKind::Text
            && last.text.ends_with('\n')
        {
            // The lines behind it were left out.
            let place = last.span.range();
            last.span = Span::new(self.source, place.start, place.start + self.text[place].trim_end().len());
            match &mut last.text {
                Cow::Borrowed(words) => *words = words.trim_end(),
                Cow::Owned(words) => words.truncate(words.trim_end().len()),
            }
            inlines.pieces.retain(|piece| !piece.text.is_empty());
        }
        Some(inlines)
    }

    pub(super) fn begin_link(&mut self, target: CowStr<'s>, range: &Range<usize>) {
        if self.translation == 0 && !self.directive {
            let (kind, span) = (InlineKind::Link(cow(target)), self.span(range));
            self.link = Some(Inline { kind, text: Cow::Borrowed(""), span });
        }
    }

    pub(super) fn end_link(&mut self) {
        if let (Some(mut link), Some(inlines)) = (self.link.take(), &mut self.inlines) {
            xref::resolve(&mut link);
            inlines.pieces.push(link);
        }
    }

    /// Adds a piece of text.
    pub(super) fn add(&mut self, kind: InlineKind<'s>, text: CowStr<'s>, range: &Range<usize>) {
        let is_directive = kind == InlineKind::Text && text.starts_with(DIRECTIVE) && self.begins_line(range.start);
        self.directive |= is_directive;
        if self.directive || self.translation > 0 || self.is_footnote {
            return;
        }
        if let Some(link) = &mut self.link {
            append(&mut link.text, without_marks(cow(text)));
            return;
        }
        let text = if self.literal { cow(text) } else { without_marks(cow(text)) };
        let piece = Inline { kind, text, span: self.span(range) };
        if let Some(inlines) = &mut self.inlines {
            push(self.text, inlines, piece, self.literal);
        }
    }

    /// Parts a paragraph from another one before it: an item may have several.
    pub(super) fn begin_paragraph(&mut self, range: &Range<usize>) {
        if self.inlines.as_ref().is_some_and(|inlines| !inlines.pieces.is_empty()) {
            self.add(InlineKind::Break, CowStr::Borrowed("\n"), &(range.start..range.start));
        }
    }

    /// Adds the end of a line; none where the line was left out.
    pub(super) fn end_line(&mut self, kind: InlineKind<'s>, range: &Range<usize>) {
        if !std::mem::take(&mut self.directive) {
            self.add(kind, CowStr::Borrowed("\n"), range);
        }
    }

    /// Adds what an HTML tag stands for, if it is known.
    pub(super) fn add_tag(&mut self, tag: &str, range: &Range<usize>) -> bool {
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
        } else if is_break(tag) {
            self.add(InlineKind::Break, CowStr::Borrowed("\n"), range);
        } else {
            return false;
        }
        true
    }

    /// Whether there is nothing yet but a name or a type, whose footnote `String<sup>1</sup>` refers to. Elsewhere, what is
    /// raised may be an exponent.
    fn is_name(&self) -> bool {
        let Some(Inlines { pieces, .. }) = &self.inlines else { return false };
        let [Inline { text, .. }] = pieces.as_slice() else { return false };
        let of_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '(' | ')' | '[' | ']');
        if text.len() > LONGEST_NAME || !text.starts_with(char::is_alphabetic) {
            return false;
        }
        let text = text.trim_end();
        // `String collection<sup>1</sup>`
        let name = text.rsplit_once(' ').filter(|(_, last)| last.eq_ignore_ascii_case("collection"));
        name.map_or(text, |(name, _)| name).chars().all(of_name)
    }

    /// Whether nothing but blanks stands before byte `at` of the body on its line.
    fn begins_line(&self, at: usize) -> bool {
        let before = self.text[self.offset..self.offset + at].trim_end_matches([' ', '\t']);
        before.is_empty() || before.ends_with('\n')
    }

    fn span(&self, range: &Range<usize>) -> Span {
        Span::new(self.source, self.offset + range.start, self.offset + range.end)
    }
}

/// Whether the letter is none, and tells only in which direction the words around it are written, or nothing.
#[must_use]
pub fn is_mark(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// The words without such marks, which translators put around names: they would be parts of them.
fn without_marks(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.is_ascii() || !text.contains(is_mark) { text } else { Cow::Owned(text.replace(is_mark, "")) }
}

pub(super) fn cow<'s>(text: CowStr<'s>) -> Cow<'s, str> {
    match text {
        CowStr::Borrowed(text) => Cow::Borrowed(text),
        text => Cow::Owned(text.into_string()),
    }
}

/// Adds `piece`, text to text. Where the two are other than the words of `page` from the first to the second, they stay
/// apart if they are to be `literal`.
pub(super) fn push<'s>(page: &'s str, inlines: &mut Inlines<'s>, piece: Inline<'s>, literal: bool) {
    let is_text = |last: &&mut Inline<'_>| last.kind == InlineKind::Text && piece.kind == InlineKind::Text;
    let Some(last) = inlines.pieces.last_mut().filter(is_text) else { return inlines.pieces.push(piece) };
    let span = Span { end: piece.span.end, ..last.span };
    match page.get(span.range()).filter(|whole| is_joined(whole, &last.text, &piece.text)) {
        Some(whole) => last.text = Cow::Borrowed(whole),
        None if literal => return inlines.pieces.push(piece),
        None => append(&mut last.text, piece.text),
    }
    last.span = span;
}

/// Whether `whole` is `first`, where it stands in the page, with `second` behind it: the Markdown parser takes words
/// apart at a `_` or at the end of a line.
fn is_joined(whole: &str, first: &str, second: &str) -> bool {
    whole.as_ptr() == first.as_ptr() && whole.len() == first.len() + second.len() && whole.ends_with(second)
}

fn append<'s>(to: &mut Cow<'s, str>, more: Cow<'s, str>) {
    if to.is_empty() {
        *to = more;
    } else {
        to.to_mut().push_str(&more);
    }
}
