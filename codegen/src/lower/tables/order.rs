//! The order of a table's columns. Pages may have any; from here on a row begins with the name of what it is about, and
//! behind a property's name stands its type.
//!
//! Headers tell, as far as their words are known. Where they aren't, columns stay where they are.

use std::cell::OnceCell;

use crate::hash::HashSet;
use crate::lower::properties;
use crate::page::{Block, Inlines, Page, Table};

use super::words::{DESCRIPTION, MEMBER, NUMBER, PROPERTY, RELATIONSHIP, TYPE, VALUE};
use super::{counts, holds_numbers, is_name, is_one, mostly, word};

/// Puts the columns of all tables of `page` into the order in which they are read.
pub(in crate::lower) fn arrange(page: &mut Page<'_>) {
    if page.tables().all(|table| is_usual(&table.header)) {
        return;
    }
    let code = page.blocks().filter_map(|(_, block)| match block {
        Block::Code(code) => Some(code.text),
        _ => None,
    });
    let code: Vec<&str> = code.collect();
    let quoted: OnceCell<HashSet<&str>> = OnceCell::new();
    // What stands between two quotation marks, whichever they are.
    let shown =
        |name: &str| quoted.get_or_init(|| code.iter().flat_map(|text| text.split('"')).collect()).contains(name);
    let shown: &dyn Fn(&str) -> bool = &shown;
    for block in page.sections.iter_mut().flat_map(|section| &mut section.blocks) {
        if let Block::Table(table) = block
            && !is_usual(&table.header)
        {
            remove_empty(table);
            arrange_table(table, shown);
        }
    }
}

/// Whether the header is one of the most: `Property|Type|Description`, `Method|Return type|Description`,
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

/// Takes the columns away in which nothing stands.
fn remove_empty(table: &mut Table<'_>) {
    if !table.header.iter().any(Inlines::is_blank) {
        return;
    }
    let mut holds: Vec<bool> = table.header.iter().map(|cell| !cell.is_blank()).collect();
    for row in &table.rows {
        holds.iter_mut().zip(&row.cells).for_each(|(holds, cell)| *holds |= !cell.is_blank());
    }
    let keep = |cells: &mut Vec<Inlines<'_>>| {
        // What has no column stays.
        let mut holds = holds.iter().copied().chain(std::iter::repeat(true));
        cells.retain(|_| holds.next().unwrap_or(true));
    };
    // A header without words says nothing of what is below.
    if holds.contains(&true) {
        keep(&mut table.header);
        table.rows.iter_mut().for_each(|row| keep(&mut row.cells));
    }
}

fn arrange_table(table: &mut Table<'_>, shown: &dyn Fn(&str) -> bool) {
    let (Some(subject), ty) = places(table, shown) else { return };
    move_column(table, subject, 0);
    if let Some(ty) = ty.filter(|ty| *ty != subject) {
        move_column(table, if ty < subject { ty + 1 } else { ty }, 1);
    }
}

/// The columns of what the rows are about, mostly of names, and of types. `shown` tells whether a name is in the page's
/// JSON.
fn places(table: &Table<'_>, shown: &dyn Fn(&str) -> bool) -> (Option<usize>, Option<usize>) {
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
    // What is described has a name that we don't know, or is the type: derived types, `extensionschemaproperty.md`.
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
            // `Setting|Comment|Type|Description`, if the settings are properties: those of `Status|Meaning|…` aren't.
            (Some(first), Some(second)) => {
                ty?;
                let is_shown = |cell: &Inlines<'_>| properties::name(cell).is_some_and(|name| shown(&name.text));
                let (named, known): (_, Vec<_>) = (mostly(table, is_name), counts(table, is_shown).collect());
                let is_property = |column: &usize| named[*column] && known[*column].0 > 0;
                [first, second].into_iter().chain(unknown).find(is_property)
            }
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
