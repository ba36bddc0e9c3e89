//! Where words go once they are read.

use std::borrow::Cow;
use std::ops::Range;

use crate::page::html::take_id;
use crate::page::{Block, Heading, Inline, InlineKind, Inlines, Section, cut};
use crate::source::Span;

use super::{PageBuilder, pipes};

/// What the words that are being read will become.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Container {
    Paragraph,
    /// A paragraph that is a table.
    Rows,
    Heading(u8),
    Item,
    Cell,
}

impl<'s> PageBuilder<'s> {
    pub(super) fn open(&mut self, container: Container, range: Range<usize>) {
        self.flush();
        self.words.begin(self.span(&range), container == Container::Rows);
        self.open = Some(container);
    }

    /// Puts the words read so far where they belong.
    pub(super) fn flush(&mut self) {
        let Some(container) = self.open.take() else { return };
        let Some(inlines) = self.words.take() else { return };
        let glued = match container {
            Container::Paragraph if self.quotes + self.items == 0 => glued_level(self.text, &inlines),
            _ => None,
        };
        if let Some(level) = glued {
            let heading = Some(unglued(level, inlines));
            return self.sections.push(Section { heading, blocks: Vec::new() });
        }
        let block = match container {
            Container::Heading(level) => {
                let mut text = inlines;
                let id = take_id(&mut text);
                let heading = Heading { level, text, is_spaced: true, anchor: self.anchor.take(), id };
                return self.sections.push(Section { heading: Some(heading), blocks: Vec::new() });
            }
            Container::Cell => {
                if let Some(table) = &mut self.table {
                    table.rows.last_mut().map_or(&mut table.header, |row| &mut row.cells).push(inlines);
                }
                return;
            }
            _ if inlines.pieces.is_empty() => return,
            Container::Item | Container::Paragraph if self.quotes > 0 => Block::Quote(inlines),
            Container::Item => Block::ListItem(inlines),
            Container::Paragraph if self.items > 0 => Block::ListItem(inlines),
            Container::Paragraph => Block::Paragraph(inlines),
            Container::Rows => Block::Table(pipes::table(self.text, &inlines)),
        };
        self.section().blocks.push(block);
    }

    pub(super) fn section(&mut self) -> &mut Section<'s> {
        if self.sections.is_empty() {
            self.sections.push(Section::default());
        }
        let last = self.sections.len() - 1;
        &mut self.sections[last]
    }
}

/// The level of the heading that a paragraph is meant to be: a line with nothing between `##` and a letter.
fn glued_level(page: &str, words: &Inlines<'_>) -> Option<usize> {
    let [Inline { kind: InlineKind::Text, text: Cow::Borrowed(text), span }] = words.pieces.as_slice() else {
        return None;
    };
    // Who escapes a sign means the sign.
    if page[..span.range().start].ends_with('\\') {
        return None;
    }
    let rest = text.trim_start_matches('#');
    let level = text.len() - rest.len();
    let is_heading = rest.starts_with(|c: char| c.is_ascii_alphabetic()) && !rest.contains('\n');
    (is_heading && (2..=6).contains(&level)).then_some(level)
}

fn unglued(level: usize, mut text: Inlines<'_>) -> Heading<'_> {
    for piece in &mut text.pieces {
        cut(&mut piece.text, |text| &text[level..]);
        let place = piece.span.range();
        piece.span = Span::new(piece.span.source, place.start + level, place.end);
    }
    // No heading has more than six.
    let level = u8::try_from(level).unwrap_or(6);
    Heading { level, text, is_spaced: false, anchor: None, id: None }
}
