//! Tables that go on with other things below a header of their own, without a blank line above it.

use crate::page::{Block, Inlines, Page, Row, Table};
use crate::source::Span;

use super::words::{PROPERTY, RELATIONSHIP, TYPE};
use super::{is_one, word};

/// Makes a table of its own of what stands below such a header: `Relationship|Type|Description` among properties.
pub(in crate::lower) fn part(page: &mut Page<'_>) {
    for section in &mut page.sections {
        let goes_on = |table: &Table<'_>| table.rows.iter().any(|row| is_header(&table.header, row));
        if !section.tables().any(goes_on) {
            continue;
        }
        for block in std::mem::take(&mut section.blocks) {
            match block {
                Block::Table(table) => section.blocks.extend(parts(table).into_iter().map(Block::Table)),
                other => section.blocks.push(other),
            }
        }
    }
}

/// Whether a row below the header `above` is a header of such, with the same words for types and whatever stands behind.
fn is_header(above: &[Inlines<'_>], row: &Row<'_>) -> bool {
    let (Some(ty), Some(header)) = (row.cells.get(1), above.get(1)) else { return false };
    // Of nearly all rows, no more is asked.
    if ty.pieces.first().map(|piece| &piece.text) != header.pieces.first().map(|piece| &piece.text) {
        return false;
    }
    let is_same = |(cell, header): (&Inlines<'_>, &Inlines<'_>)| word(cell).eq_ignore_ascii_case(&word(header));
    let (name, first) = (row.cells.first().map(word), above.first().map(word));
    let names = |word: &str| is_one(word, PROPERTY) || is_one(word, RELATIONSHIP);
    row.cells.len() == above.len()
        && row.cells.len() > 2
        && is_one(&word(ty), TYPE)
        && [&name, &first].into_iter().flatten().all(|word| names(word))
        && name != first
        && row.cells[1..].iter().zip(&above[1..]).all(is_same)
}

/// The table up to the first such header, and one for each.
fn parts(mut table: Table<'_>) -> Vec<Table<'_>> {
    let end = table.span.end;
    let mut parts = Vec::new();
    for row in std::mem::take(&mut table.rows) {
        // The one above may be such a header itself: properties may come again behind relationships.
        if is_header(&table.header, &row) {
            let span = Span { start: row.span.start, end, ..table.span };
            table.span.end = row.span.start.max(table.span.start);
            parts.push(std::mem::replace(
                &mut table,
                Table { header: row.cells, span, ..Table::new(Vec::new(), Vec::new(), span) },
            ));
        } else {
            table.rows.push(row);
        }
    }
    parts.push(table);
    parts
}
