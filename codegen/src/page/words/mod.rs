//! The words of a paragraph, a heading, an item or a cell, put together from Markdown's events.

mod tags;

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::CowStr;

use crate::source::{SourceId, Span};

use super::{Inline, InlineKind, Inlines, cut};

pub use tags::GENERIC;

/// The beginning of lines that instruct the site: for which pivot or moniker the lines up to the next such line are, or
/// in which column they stand.
pub(super) const DIRECTIVE: &str = ":::";

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
    /// Whether the line is a directive, which is left out.
    directive: bool,
    /// Whether the original stands behind every translated sentence; `None` before the first that could be one.
    shows_originals: Option<bool>,
    /// How many `<span>`s are open, counted from that of a translated sentence whose original follows.
    translation: usize,
    /// Whether the words are those of a footnote's mark.
    is_footnote: bool,
    /// The words of a `<code>` that is open.
    code: Option<Inline<'s>>,
}

impl<'s> Words<'s> {
    pub(super) fn new(source: SourceId, text: &'s str, offset: usize) -> Self {
        Self {
            source,
            text,
            offset,
            inlines: None,
            literal: false,
            link: None,
            directive: false,
            shows_originals: None,
            translation: 0,
            is_footnote: false,
            code: None,
        }
    }

    /// Whether originals stood beside translated sentences, which were left out.
    pub(super) fn shows_originals(&self) -> bool {
        self.shows_originals == Some(true)
    }

    /// What stands at `range` of the body.
    pub(super) fn written(&self, range: &Range<usize>) -> &'s str {
        self.text.get(self.offset + range.start..self.offset + range.end).unwrap_or_default()
    }

    /// Begins new words, at `span`. If they are to be `literal`, they are split wherever Markdown resolves or drops
    /// something.
    pub(super) fn begin(&mut self, span: Span, literal: bool) {
        // A `<span>` that is never closed costs its block.
        self.translation = 0;
        self.is_footnote = false;
        self.code = None;
        self.directive = false;
        self.literal = literal;
        self.inlines = Some(Inlines::empty(span));
    }

    /// The words since the beginning.
    pub(super) fn take(&mut self) -> Option<Inlines<'s>> {
        self.end_code();
        let mut inlines = self.inlines.take()?;
        if let Some(last) = inlines.pieces.last_mut()
            && last.kind == InlineKind::Text
            && last.text.ends_with('\n')
        {
            // The lines behind it were left out.
            let place = last.span.range();
            last.span = Span::new(self.source, place.start, place.start + self.text[place].trim_end().len());
            cut(&mut last.text, str::trim_end);
            inlines.pieces.retain(|piece| !piece.text.is_empty());
        }
        Some(inlines)
    }

    pub(super) fn begin_link(&mut self, target: CowStr<'s>, range: &Range<usize>) {
        if self.translation == 0 && !self.directive {
            self.end_code();
            let (kind, span) = (InlineKind::Link(cow(target)), self.span(range));
            self.link = Some(Inline { kind, text: Cow::Borrowed(""), span });
        }
    }

    pub(super) fn end_link(&mut self) {
        if let (Some(link), Some(inlines)) = (self.link.take(), &mut self.inlines) {
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
        if let Some(code) = &mut self.code {
            code.span.end = u32::try_from(self.offset + range.end).unwrap_or(code.span.end);
            append(&mut code.text, without_marks(cow(text)));
            return;
        }
        let text = if self.literal { cow(text) } else { without_marks(cow(text)) };
        let piece = Inline { kind, text, span: self.span(range) };
        if let Some(inlines) = &mut self.inlines {
            push(self.text, inlines, piece, self.literal);
        }
    }

    /// Adds a code span; one around a link to a page, `` `[berth](berth.md)` ``, is that link.
    pub(super) fn add_code(&mut self, text: CowStr<'s>, range: &Range<usize>) {
        let link = text.strip_prefix('[').and_then(|rest| rest.split_once("](")).and_then(|(label, rest)| {
            let (target, behind) = rest.split_once(')')?;
            let is_page = target.split('#').next().is_some_and(|page| page.is_empty() || page.ends_with(".md"));
            (is_page && !label.contains(['[', ']'])).then(|| [label, target, behind].map(str::to_owned))
        });
        let Some([label, target, behind]) = link.filter(|_| self.link.is_none()) else {
            return self.add(InlineKind::Code, text, range);
        };
        self.begin_link(CowStr::from(target), range);
        self.add(InlineKind::Text, CowStr::from(label), range);
        self.end_link();
        if !behind.is_empty() {
            self.add(InlineKind::Text, CowStr::from(behind), range);
        }
    }

    /// Separates a paragraph from the one before it: a list item may have several.
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

    /// Whether nothing but blanks stands before byte `at` of the body on its line.
    fn begins_line(&self, at: usize) -> bool {
        let before = self.text[self.offset..self.offset + at].trim_end_matches([' ', '\t']);
        before.is_empty() || before.ends_with('\n')
    }

    fn span(&self, range: &Range<usize>) -> Span {
        Span::new(self.source, self.offset + range.start, self.offset + range.end)
    }
}

/// Whether the character is invisible: it sets the direction of writing, lets a word be broken at the end of a line, or
/// does nothing.
#[must_use]
pub fn is_mark(c: char) -> bool {
    let of_direction = matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    of_direction || matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// The words without invisible characters. Translation puts them around names, and word processors into long ones; they
/// would become part of the names.
fn without_marks(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.is_ascii() || !text.contains(is_mark) { text } else { Cow::Owned(text.replace(is_mark, "")) }
}

pub(super) fn cow(text: CowStr<'_>) -> Cow<'_, str> {
    match text {
        CowStr::Borrowed(text) => Cow::Borrowed(text),
        text => Cow::Owned(text.into_string()),
    }
}

/// Adds `piece`, joining text to text. If words are to be `literal`, two texts are joined only if nothing stands
/// between them on the `page`.
pub(super) fn push<'s>(page: &'s str, inlines: &mut Inlines<'s>, piece: Inline<'s>, literal: bool) {
    let is_text = |last: &&mut Inline<'_>| last.kind == InlineKind::Text && piece.kind == InlineKind::Text;
    let Some(last) = inlines.pieces.last_mut().filter(is_text) else { return inlines.pieces.push(piece) };
    let span = last.span.to(piece.span);
    match page.get(span.range()).filter(|whole| is_joined(whole, &last.text, &piece.text)) {
        Some(whole) => last.text = Cow::Borrowed(whole),
        None if literal => return inlines.pieces.push(piece),
        None => append(&mut last.text, piece.text),
    }
    last.span = span;
}

/// Whether `whole` is `first`, in the same place of the page, with `second` behind it: the Markdown parser splits words
/// at a `_`, and at the end of a line.
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
