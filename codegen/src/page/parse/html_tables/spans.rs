//! Cells of HTML tables that reach over further columns and rows.

use std::collections::BTreeMap;

use html5gum::StartTag;

use crate::page::{Inlines, Row};

/// Over how many more columns or rows a cell may reach: were there no limit, a large cell could stand in each of many rows.
const MOST_MORE: usize = 15;

/// How many cells, and pieces of words in them, spans may add to the tables of a page: one of ten megabytes would become
/// more than a gigabyte. Beyond it cells stand where they are written, and nowhere else.
pub(super) const MOST_ADDED: usize = 50_000;

/// Takes what `words` cost, once more, from the `room` that is left. Whether there was as much.
pub(super) fn take_room(room: &mut usize, words: &Inlines<'_>) -> bool {
    let left = room.checked_sub(1 + words.pieces.len());
    *room = left.unwrap_or_default();
    left.is_some()
}

/// How many columns or rows a cell takes beyond the first.
pub(super) fn more(tag: &StartTag<usize>, attribute: &[u8]) -> usize {
    let value = tag.attributes.get(attribute).and_then(|value| std::str::from_utf8(value).ok()?.trim().parse().ok());
    // No rows mean all that there are.
    let none = if attribute == b"rowspan" { MOST_MORE } else { 0 };
    value.unwrap_or(1_usize).checked_sub(1).map_or(none, |more| more.min(MOST_MORE))
}

/// Adds the cells of rows above that stand in the next columns of `row`, too. Whether there was room for all.
pub(super) fn carry<'s>(carried: &BTreeMap<usize, (usize, Inlines<'s>)>, row: &mut Row<'s>, room: &mut usize) -> bool {
    while let Some((_, words)) = carried.get(&row.cells.len()) {
        if !take_room(room, words) {
            return false;
        }
        row.cells.push(words.clone());
    }
    true
}
