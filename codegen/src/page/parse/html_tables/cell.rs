//! The words of an HTML table's cell: line breaks in the source are blanks, and tags break lines.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::CowStr;

use crate::page::InlineKind;
use crate::page::words::Words;

/// A cell that is being read.
#[derive(Default)]
pub(super) struct Cell {
    /// How many tables are open inside it. They are read as words.
    pub(super) tables: usize,
    pub(super) is_code: bool,
    /// How many columns and rows it spans beyond the first.
    pub(super) more: (usize, usize),
    has_words: bool,
    /// What comes before the next word.
    gap: Option<Gap>,
}

/// What stands between two words.
struct Gap {
    /// Nothing but a blank, if there are none.
    line_breaks: usize,
    range: Range<usize>,
}

impl Cell {
    /// A cell that spans so many more columns and rows.
    pub(super) fn reaching(more: (usize, usize)) -> Self {
        Self { more, ..Self::default() }
    }

    /// Adds words as they stand in the page, at `range`, entities resolved.
    pub(super) fn add<'s>(
        &mut self,
        to: &mut Words<'s>,
        kind: InlineKind<'s>,
        words: Cow<'s, str>,
        range: &Range<usize>,
    ) {
        let written = to.written(range);
        let start = range.start + (written.len() - written.trim_start_matches(is_blank).len());
        if start > range.start {
            self.gap(0, &(range.start..range.start + 1));
        }
        let words = match words {
            Cow::Borrowed(words) => collapse(words.trim_matches(is_blank)),
            Cow::Owned(words) => Cow::Owned(collapse(words.trim_matches(is_blank)).into_owned()),
        };
        if words.is_empty() {
            return;
        }
        self.close_gap(to);
        self.has_words = true;
        let end = start + written.trim_matches(is_blank).len();
        to.add(if self.is_code { InlineKind::Code } else { kind }, words.into(), &(start..end));
        if end < range.end {
            self.gap(0, &(end..end + 1));
        }
    }

    pub(super) fn begin_link<'s>(&mut self, to: &mut Words<'s>, target: CowStr<'s>, range: &Range<usize>) {
        to.end_link();
        self.close_gap(to);
        to.begin_link(target, range);
    }

    /// Makes sure that at least so many line breaks come before the next word.
    pub(super) fn gap(&mut self, line_breaks: usize, range: &Range<usize>) {
        if self.has_words && self.gap.as_ref().is_none_or(|gap| gap.line_breaks < line_breaks) {
            self.gap = Some(Gap { line_breaks, range: range.clone() });
        }
    }

    /// A second line break makes a paragraph.
    pub(super) fn line_break(&mut self, range: &Range<usize>) {
        let before = self.gap.as_ref().map_or(0, |gap| gap.line_breaks);
        self.gap((before + 1).min(2), range);
    }

    fn close_gap(&mut self, to: &mut Words<'_>) {
        let Some(Gap { line_breaks, range }) = self.gap.take() else { return };
        if line_breaks == 0 {
            // A blank that borrows from the page can be joined to the words before it.
            let written = to.written(&range);
            to.add(InlineKind::Text, CowStr::Borrowed(if written == " " { written } else { " " }), &range);
        }
        for _ in 0..line_breaks {
            to.add(InlineKind::Break, CowStr::Borrowed("\n"), &range);
        }
    }
}

fn is_blank(c: char) -> bool {
    c.is_ascii_whitespace()
}

/// The words with a single blank between two.
fn collapse(words: &str) -> Cow<'_, str> {
    let is_single = |(at, blank): (usize, &str)| blank == " " && !words[at + 1..].starts_with(is_blank);
    if words.match_indices(is_blank).all(is_single) {
        return Cow::Borrowed(words);
    }
    let words: Vec<&str> = words.split(is_blank).filter(|word| !word.is_empty()).collect();
    Cow::Owned(words.join(" "))
}
