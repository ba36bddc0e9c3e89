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

use super::section::known_topic;
use super::tables;

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
    for section in &mut page.sections {
        mend_heading(section, cx);
        for block in &mut section.blocks {
            match block {
                Block::Paragraph(words) | Block::Quote(words) | Block::ListItem(words) => sentences::mend(words, cx),
                Block::Table(table) => mend_table(table, cx),
                Block::Code(_) | Block::Comment(_) => {}
            }
        }
    }
}

fn mend_heading(section: &mut Section<'_>, cx: &mut Diagnostics) {
    let holds_members = section.tables().any(tables::begins_with_members);
    let Some(heading) = section.heading.as_mut().filter(|heading| heading.level > 1) else { return };
    if heading.anchor.or(heading.id).is_some() || known_topic(heading).is_some() {
        return;
    }
    let Some(words) = only_words(&mut heading.text) else { return };
    let of_values = || {
        let (name, word) = words.text.rsplit_once(' ').filter(|_| holds_members)?;
        (is_identifier(name) && is_misspelt(word, VALUES)).then(|| format!("{name} {VALUES}"))
    };
    let meant = meant(words, &HEADINGS).map(str::to_owned).or_else(of_values);
    replace_all(words, meant, "heading", cx);
}

fn mend_table(table: &mut Table<'_>, cx: &mut Diagnostics) {
    for cell in &mut table.header {
        if !tables::is_known_column(cell)
            && let Some(words) = only_words(cell)
        {
            let meant = meant(words, &COLUMNS).map(str::to_owned);
            replace_all(words, meant, "column", cx);
        }
    }
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
fn only_words<'i, 's>(words: &'i mut Inlines<'s>) -> Option<&'i mut Inline<'s>> {
    match words.pieces.as_mut_slice() {
        [only] if only.kind == InlineKind::Text => Some(only),
        _ => None,
    }
}

fn meant(words: &Inline<'_>, known: &[&'static str]) -> Option<&'static str> {
    let written = words.text.trim();
    known.iter().find(|known| is_slip(written, known)).copied()
}

fn replace_all(words: &mut Inline<'_>, meant: Option<String>, what: &str, cx: &mut Diagnostics) {
    if let Some(meant) = meant {
        let all = 0..words.text.len();
        replace(words, all, &meant, what, cx);
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
