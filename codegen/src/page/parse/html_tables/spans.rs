//! Cells of HTML tables that span further columns and rows.

use std::collections::BTreeMap;

use html5gum::StartTag;

use crate::page::{Inlines, Row};

/// How many columns or rows a cell may span beyond the first. Without a limit, a large cell could stand in each of many
/// rows.
const MOST_MORE: usize = 15;

/// How many cells, and pieces of words in them, spans may add to a page: ten megabytes would become more than a
/// gigabyte without a limit. Beyond it, cells stand only where they are written.
pub(in crate::page::parse) const MOST_ADDED: usize = 50_000;

/// A cell that also stands in further rows.
pub(super) struct Spanning<'s> {
    /// In how many.
    pub(super) rows: usize,
    pub(super) words: Inlines<'s>,
}

/// Takes what it costs to repeat `words` from the `room` that is left. Returns whether there was enough.
pub(super) fn take_room(room: &mut usize, words: &Inlines<'_>) -> bool {
    let left = room.checked_sub(1 + words.pieces.len());
    *room = left.unwrap_or_default();
    left.is_some()
}

/// How many columns or rows a cell spans beyond the first.
pub(super) fn more(tag: &StartTag<usize>, attribute: &[u8]) -> usize {
    let value = tag.attributes.get(attribute).and_then(|value| std::str::from_utf8(value).ok()?.trim().parse().ok());
    // `rowspan="0"` means all rows that follow.
    let none = if attribute == b"rowspan" { MOST_MORE } else { 0 };
    value.unwrap_or(1_usize).checked_sub(1).map_or(none, |more| more.min(MOST_MORE))
}

/// Adds to `row` the cells of rows above that also stand in its next columns. Returns whether there was room for all.
pub(super) fn carry<'s>(spanning: &BTreeMap<usize, Spanning<'s>>, row: &mut Row<'s>, room: &mut usize) -> bool {
    while let Some(Spanning { words, .. }) = spanning.get(&row.cells.len()) {
        if !take_room(room, words) {
            return false;
        }
        row.cells.push(words.clone());
    }
    true
}
