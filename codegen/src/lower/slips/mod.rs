//! Words that pages are read by and that are misspelt: `## Propertes`, `|Propery|Tpye|`, `Inherts from [x](x.md)`. What is
//! meant is put in their place, so that nothing else that reads pages has to know of slips.

mod sentences;

use std::borrow::Cow;
use std::ops::Range;

use crate::diagnostic::rules::MISSPELT_NAME;
use crate::diagnostic::{Diagnostic, Diagnostics, Edit};
use crate::model::name::is_identifier;
use crate::page::{Block, Inline, InlineKind, Inlines, Page, Section, Table};
use crate::source::Span;
use crate::spelling::{is_misspelt, is_slip};

use super::language::Language;
use super::section::known_topic;
use super::{namespace, tables};

/// Headings that tell what stands below them.
const HEADINGS: [&str; 7] =
    ["Properties", "Relationships", "Members", "Methods", "JSON representation", "Derived types", "Functions"];

/// What stands behind an enum's name in a heading.
const VALUES: &str = "values";

/// Columns that tell what is in them.
const COLUMNS: [&str; 10] = [
    "Property",
    "Properties",
    "Relationship",
    "Navigation property",
    "Type",
    "Data type",
    "Return type",
    "Member",
    "Value",
    "Description",
];

/// Puts what is meant in the place of words that are misspelt, and reports them.
pub(super) fn mend(page: &mut Page<'_>, cx: &mut Diagnostics) {
    // The line about the namespace first: it tells the language.
    for block in blocks(page) {
        if let Block::Paragraph(words) | Block::Quote(words) | Block::ListItem(words) = block {
            sentences::mend(words, cx);
        }
    }
    if page.sections.iter().any(is_misspelt_in) && !is_translated(page) {
        page.sections.iter_mut().for_each(|section| mend_section(section, cx));
    }
    for block in blocks(page) {
        if let Block::Table(table) = block {
            mend_rows(table, cx);
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

fn mend_section(section: &mut Section<'_>, cx: &mut Diagnostics) {
    if let Some(meant) = meant_heading(section)
        && let Some(heading) = &mut section.heading
    {
        replace_all(&mut heading.text, &meant, "heading", cx);
    }
    for block in &mut section.blocks {
        let Block::Table(table) = block else { continue };
        for cell in &mut table.header {
            if let Some(meant) = meant_column(cell) {
                replace_all(cell, meant, "column", cx);
            }
        }
    }
}

/// What the heading of a section is meant to be, if it is misspelt.
fn meant_heading(section: &Section<'_>) -> Option<String> {
    let heading = section.heading.as_ref().filter(|heading| heading.level > 1)?;
    let written = only_words(&heading.text)?;
    let of_values = || {
        let (name, _) = written.rsplit_once(' ').filter(|(_, word)| is_misspelt(word, VALUES))?;
        let is_of_enum = is_identifier(name) && section.tables().any(tables::begins_with_members);
        is_of_enum.then(|| format!("{name} {VALUES}"))
    };
    let meant = meant(written, &HEADINGS).map(str::to_owned).or_else(of_values)?;
    let is_known = heading.anchor.or(heading.id).is_some() || known_topic(heading).is_some();
    (!is_known).then_some(meant)
}

/// What a column is meant to be called, if that is misspelt.
fn meant_column(cell: &Inlines<'_>) -> Option<&'static str> {
    only_words(cell).and_then(|written| meant(written, &COLUMNS)).filter(|_| !tables::is_known_column(cell))
}

fn mend_rows(table: &mut Table<'_>, cx: &mut Diagnostics) {
    let types = tables::type_column(table);
    for row in &mut table.rows {
        for (at, cell) in row.cells.iter_mut().enumerate() {
            if Some(at) == types {
                sentences::mend_type(cell, cx);
            } else {
                sentences::mend(cell, cx);
            }
        }
    }
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
    known.iter().find(|known| is_slip(written, known)).copied()
}

fn replace_all(words: &mut Inlines<'_>, meant: &str, what: &str, cx: &mut Diagnostics) {
    if let [only] = words.pieces.as_mut_slice() {
        let all = 0..only.text.len();
        replace(only, all, meant, what, cx);
    }
}

/// Puts `meant` in the place of the words at `range` of a piece, and reports them.
fn replace(piece: &mut Inline<'_>, range: Range<usize>, meant: &str, what: &str, cx: &mut Diagnostics) {
    let written = &piece.text[range.clone()];
    // Where the page has entities or escapes, places in its text are others.
    let place = piece.span.range();
    let is_literal = place.len() == piece.text.len();
    let at = |from: usize| place.start + from;
    let span = if is_literal { Span::new(piece.span.source, at(range.start), at(range.end)) } else { piece.span };
    let message = format!("`{written}` is no {what} that is known");
    let misspelt = Diagnostic::new(&MISSPELT_NAME, message, span, format!("taken for `{meant}`"));
    let misspelt = misspelt.with_help(format!("did you mean `{meant}`?"));
    cx.report(misspelt.with_edits(is_literal.then(|| Edit { span, text: meant.to_owned() })));
    let mut text = piece.text.clone().into_owned();
    text.replace_range(range, meant);
    piece.text = Cow::Owned(text);
}
