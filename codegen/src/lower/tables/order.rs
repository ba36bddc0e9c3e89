//! The order of a table's columns. On pages it may be any; once arranged, a row begins with the name of what it is
//! about, and the type of a property follows its name.
//!
//! Headers tell, as far as their words are known. Where they aren't, columns stay where they are.

use crate::diagnostic::rules::INVALID_MEMBER_NUMBER;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::page::{Block, Inlines, Page, Table};

use super::words::{DESCRIPTION, MEMBER, NUMBER, PROPERTY, RELATIONSHIP, TYPE, VALUE};
use super::{holds_numbers, is_name, is_one, mostly, word};

/// Puts the columns of all tables of `page` into the order in which they are read. Reports enums whose columns are
/// exchanged.
pub(in crate::lower) fn arrange(page: &mut Page<'_>, cx: &mut Diagnostics) {
    for block in page.sections.iter_mut().flat_map(|section| &mut section.blocks) {
        let Block::Table(table) = block else { continue };
        if !is_usual(&table.header) {
            arrange_table(table);
        } else if is_exchanged(table) {
            table.rows.iter_mut().for_each(|row| row.cells.swap(0, 1));
            if let Some(header) = table.header.first() {
                let message = "the numbers of this enum's members stand below the header of their names";
                let exchanged =
                    Diagnostic::new(&INVALID_MEMBER_NUMBER, message, header.span, "read the other way round");
                cx.report(exchanged.with_help("exchange the two columns"));
            }
        }
    }
}

/// Whether the header is a usual one: `Property|Type|Description`, `Method|Return type|Description`,
/// `Member|Value|Description`.
fn is_usual(header: &[Inlines<'_>]) -> bool {
    let is = |column: usize, names: &[&str]| match header.get(column).map(|cell| cell.pieces.as_slice()) {
        Some([only]) => names.iter().any(|name| only.text.eq_ignore_ascii_case(name)),
        _ => false,
    };
    let of_members = || {
        let behind = usize::from(is(1, &["value"])) + 1;
        is(0, &["member"]) && (header.len() == behind || header.len() == behind + 1 && is(behind, &["description"]))
    };
    let begins = header.first().is_some_and(|first| !first.is_blank());
    begins && is(1, &["type", "return type"]) && is(2, &["description"]) || of_members()
}

/// Whether the cells of `Member|Value` stand the other way round: a number, then a name.
fn is_exchanged(table: &Table<'_>) -> bool {
    table.header.first().is_some_and(|cell| is_one(&word(cell), MEMBER))
        && table.header.get(1).is_some_and(|cell| is_one(&word(cell), VALUE))
        && holds_numbers(table, 0)
        && table.rows.iter().all(|row| row.cells.get(1).is_some_and(is_name))
}

fn arrange_table(table: &mut Table<'_>) {
    let (Some(subject), ty) = places(table) else { return };
    move_column(table, subject, 0);
    if let Some(ty) = ty.filter(|ty| *ty != subject) {
        move_column(table, if ty < subject { ty + 1 } else { ty }, 1);
    }
}

/// The column of what the rows are about, mostly of names; and that of types.
fn places(table: &Table<'_>) -> (Option<usize>, Option<usize>) {
    let words: Vec<_> = table.header.iter().map(word).collect();
    let is = |column: usize, known: &[&str]| words.get(column).is_some_and(|word| is_one(word, known));
    let find = |known: &[&str]| (0..words.len()).find(|column| is(*column, known));
    let find_names =
        |known: &[&str]| (0..words.len()).find(|column| is(*column, known) && !holds_numbers(table, *column));
    let ty = if is(1, TYPE) { Some(1) } else { find(TYPE) };
    let name = match ty {
        Some(_) => (0..words.len()).find(|column| is(*column, PROPERTY) || is(*column, RELATIONSHIP)),
        None => find_names(MEMBER).or_else(|| find_names(VALUE)),
    };
    let is_known = |column: usize| [TYPE, VALUE, NUMBER, DESCRIPTION].iter().any(|known| is(column, known));
    // What is described has a name that we don't know, or it is the type: derived types, `extensionschemaproperty.md`.
    let described = || {
        find(DESCRIPTION)?;
        let mut unknown = (0..words.len()).filter(|column| !is_known(*column));
        match (unknown.next(), unknown.next()) {
            // Of derived types, the last column may tell anything.
            (Some(only), None) => {
                let is_told_of = |ty: usize| {
                    only < ty
                        || !words[ty].eq_ignore_ascii_case("type")
                        || mostly(table, is_name).get(only) == Some(&true)
                };
                if ty.is_none_or(is_told_of) { Some(only) } else { ty }
            }
            // `Value|Description|Type`
            (None, _) => ty.and_then(|ty| find_names(VALUE).or(Some(ty))),
            (Some(_), Some(_)) => None,
        }
    };
    (name.or_else(described), ty)
}

/// Moves a column to the left.
fn move_column(table: &mut Table<'_>, from: usize, to: usize) {
    if from <= to {
        return;
    }
    table.header[to..=from].rotate_right(1);
    for row in &mut table.rows {
        if from < row.cells.len() {
            row.cells[to..=from].rotate_right(1);
        } else if to < row.cells.len() {
            // The row ends before the column.
            row.cells.insert(to, Inlines::empty(row.span.behind()));
        }
    }
}
