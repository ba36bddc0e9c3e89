//! Misspelt words that tell how a page is to be read: `## Propertes`, `|Propery|Tpye|`, `Inherts from [x](x.md)`. They
//! are replaced by what is meant, so that no other rule has to know of slips.

mod sentences;

use std::borrow::Cow;
use std::ops::Range;

use crate::diagnostic::rules::MISSPELT_NAME;
use crate::diagnostic::{Diagnostic, Diagnostics, Edit};
use crate::page::{Block, Inline, InlineKind, Inlines, Page, Section, Table};
use crate::source::{Sources, Span};
use crate::spelling::is_misspelt;

use super::language::Language;
use super::section::known_topic;
use super::{namespace, tables};

/// Headings that tell what stands below them.
const HEADINGS: [&str; 7] =
    ["Properties", "Relationships", "Members", "Methods", "JSON representation", "Derived types", "Functions"];

/// Columns that tell what is in them.
const COLUMNS: [&str; 9] = [
    "Property",
    "Properties",
    "Relationship",
    "Navigation property",
    "Type",
    "Data type",
    "Member",
    "Value",
    "Description",
];

/// Replaces misspelt words by what is meant, and reports them.
pub(super) fn mend(page: &mut Page<'_>, sources: &Sources, cx: &mut Diagnostics) {
    let mut slips = Slips { sources, cx };
    // The line about the namespace first: it tells the language.
    for block in blocks(page) {
        match block {
            Block::Paragraph(words) | Block::Quote(words) => {
                slips.mend_namespace(words);
                slips.mend_phrase(words);
            }
            Block::ListItem(words) => slips.mend_phrase(words),
            _ => {}
        }
    }
    if page.sections.iter().any(is_misspelt_in) && !is_translated(page) {
        page.sections.iter_mut().for_each(|section| slips.mend_section(section));
    }
    for block in blocks(page) {
        if let Block::Table(table) = block {
            slips.mend_rows(table);
        }
    }
}

fn blocks<'p, 's>(page: &'p mut Page<'s>) -> impl Iterator<Item = &'p mut Block<'s>> {
    page.sections.iter_mut().flat_map(|section| &mut section.blocks)
}

/// Whether the words are another language's: `Tipe` is no slip in Indonesian.
fn is_translated(page: &Page<'_>) -> bool {
    Language::of(page, namespace::Line::of(page).as_ref()).is_translated()
}

fn is_misspelt_in(section: &Section<'_>) -> bool {
    let mut columns = section.tables().flat_map(|table| &table.header);
    meant_heading(section).is_some() || columns.any(|cell| meant_column(cell).is_some())
}

/// What the heading of a section is meant to be, if it is misspelt.
fn meant_heading(section: &Section<'_>) -> Option<&'static str> {
    let heading = section.heading.as_ref().filter(|heading| heading.level > 1)?;
    let meant = meant(only_words(&heading.text)?, &HEADINGS)?;
    let is_known = heading.anchor.or(heading.id).is_some() || known_topic(heading).is_some();
    (!is_known).then_some(meant)
}

/// What a column is meant to be called, if that is misspelt.
fn meant_column(cell: &Inlines<'_>) -> Option<&'static str> {
    only_words(cell).and_then(|written| meant(written, &COLUMNS)).filter(|_| !tables::is_known_column(cell))
}

/// Whether the format of a table is known once its header is mended. Mended by half, it could be taken for another.
fn is_clear(table: &Table<'_>) -> bool {
    table.header.iter().take(2).all(|cell| tables::is_known_column(cell) || meant_column(cell).is_some())
}

/// The words, if they are nothing but plain text.
fn only_words<'i>(words: &'i Inlines<'_>) -> Option<&'i str> {
    match words.pieces.as_slice() {
        [only] if only.kind == InlineKind::Text => Some(only.text.trim()),
        _ => None,
    }
}

fn meant(written: &str, known: &[&'static str]) -> Option<&'static str> {
    if known.contains(&written) {
        return None;
    }
    known.iter().find(|known| is_misspelt(written, known)).copied()
}

/// What is reported of a misspelt word: what kind of word it is, what is `meant`, and, as `label`, what is done about
/// it.
pub(super) fn misspelt(written: &str, what: &str, meant: &str, span: Span, label: impl Into<String>) -> Diagnostic {
    let message = format!("`{written}` is no {what} that is known");
    Diagnostic::new(&MISSPELT_NAME, message, span, label).with_help(format!("did you mean `{meant}`?"))
}

/// Where slips are reported, and what the pages say.
struct Slips<'c> {
    sources: &'c Sources,
    cx: &'c mut Diagnostics,
}

impl Slips<'_> {
    fn mend_section(&mut self, section: &mut Section<'_>) {
        if let Some(meant) = meant_heading(section)
            && let Some(heading) = &mut section.heading
        {
            self.replace_all(&mut heading.text, meant, "heading");
        }
        for block in &mut section.blocks {
            let Block::Table(table) = block else { continue };
            if !is_clear(table) {
                continue;
            }
            for cell in &mut table.header {
                if let Some(meant) = meant_column(cell) {
                    self.replace_all(cell, meant, "column");
                }
            }
        }
    }

    fn mend_rows(&mut self, table: &mut Table<'_>) {
        let types = tables::type_column(table);
        for row in &mut table.rows {
            for (at, cell) in row.cells.iter_mut().enumerate() {
                if Some(at) == types {
                    self.mend_type(cell);
                } else {
                    self.mend_phrase(cell);
                }
            }
        }
    }

    fn replace_all(&mut self, words: &mut Inlines<'_>, meant: &str, what: &str) {
        if let [only] = words.pieces.as_mut_slice() {
            let all = 0..only.text.len();
            self.replace(only, all, meant, what);
        }
    }

    /// Puts `meant` in the place of the words at `range` of a piece, and reports them.
    fn replace(&mut self, piece: &mut Inline<'_>, range: Range<usize>, meant: &str, what: &str) {
        let written = &piece.text[range.clone()];
        let exact = self.place_of(written, piece.span);
        let span = exact.unwrap_or(piece.span);
        let misspelt = misspelt(written, what, meant, span, format!("taken for `{meant}`"));
        self.cx.report(misspelt.with_edits(exact.map(|span| Edit { span, text: meant.to_owned() })));
        let mut text = piece.text.clone().into_owned();
        text.replace_range(range, meant);
        piece.text = Cow::Owned(text);
    }

    /// The place of `words` in `span`, if they stand there just once. On the page, they may have escapes or line breaks
    /// in them.
    fn place_of(&self, words: &str, span: Span) -> Option<Span> {
        let mut places = self.sources.text(span).match_indices(words);
        let (at, _) = places.next().filter(|_| places.next().is_none())?;
        let start = span.range().start + at;
        Some(Span::new(span.source, start, start + words.len()))
    }
}
