//! Rows and cells of a table written as HTML.

use std::iter;
use std::ops::Range;

use html5gum::StartTag;

use crate::page::{Block, Inlines, Row};

use super::cell::Cell;
use super::spans::{Spanning, carry, more, take_room};
use super::{HtmlTable, PageBuilder};

impl PageBuilder<'_> {
    pub(super) fn begin_row(&mut self, range: &Range<usize>) {
        self.end_row();
        let span = self.span(range);
        if let Some(html) = &mut self.html {
            // No capacity for a cell per column: below a wide header, every row would cost as much.
            html.row = Some(Row { cells: Vec::new(), span });
            html.is_header = true;
        }
    }

    pub(super) fn begin_cell(&mut self, tag: &StartTag<usize>, range: &Range<usize>) {
        self.end_cell();
        let span = self.span(range);
        if let Some(html) = &mut self.html {
            html.row.get_or_insert_with(|| Row { cells: Vec::new(), span });
            html.cell = Some(Cell::reaching((more(tag, b"colspan"), more(tag, b"rowspan"))));
            html.is_header &= tag.name.as_slice() == b"th";
            self.words.begin(span.behind(), false);
        }
    }

    pub(super) fn end_cell(&mut self) {
        let Some(html) = &mut self.html else { return };
        let Some(Cell { more: (columns, rows), .. }) = html.cell.take() else { return };
        self.words.end_link();
        if let (Some(mut words), Some(row)) = (self.words.take(), &mut html.row) {
            if let (Some(first), Some(last)) = (words.pieces.first(), words.pieces.last()) {
                words.span = first.span.to(last.span);
            }
            row.span.end = words.span.end;
            let mut is_filled = carry(&html.spanning, row, &mut self.room) && columns <= self.room;
            let end = words.span.behind();
            let columns = columns.min(self.room);
            self.room -= columns;
            for cell in iter::once(words).chain((0..columns).map(|_| Inlines::empty(end))) {
                if rows > 0 {
                    if take_room(&mut self.room, &cell) {
                        let spanning = Spanning { rows: rows + 1, words: cell.clone() };
                        html.spanning.insert(row.cells.len(), spanning);
                    } else {
                        is_filled = false;
                    }
                }
                row.cells.push(cell);
            }
            html.table.is_filled &= is_filled;
        }
    }

    /// The first row is the header, whatever its cells are.
    pub(super) fn end_row(&mut self) {
        self.end_cell();
        let Some(html) = &mut self.html else { return };
        // A header's second row, below cells that reach into it.
        let is_header = html.is_header && html.table.rows.is_empty() && !html.spanning.is_empty();
        if let Some(row) = html.row.as_mut().filter(|row| !row.cells.is_empty()) {
            html.table.is_filled &= carry(&html.spanning, row, &mut self.room);
            html.spanning.retain(|_, cell| {
                cell.rows -= 1;
                cell.rows > 0
            });
        }
        match html.row.take() {
            Some(row) if row.cells.is_empty() => {}
            Some(row) if html.table.header.is_empty() => html.table.header = row.cells,
            Some(_) if is_header => {}
            row => html.table.rows.extend(row),
        }
    }

    /// Ends the table, if one is open, at byte `end` of the body.
    pub(in crate::page::parse) fn end_table(&mut self, end: usize, is_closed: bool) {
        self.end_row();
        let Some(HtmlTable { mut table, .. }) = self.html.take() else { return };
        table.is_closed = is_closed;
        table.span.end = self.span(&(end..end)).end;
        if !is_closed || table.header.iter().any(|cell: &Inlines<'_>| !cell.is_blank()) {
            self.section().blocks.push(Block::Table(table));
        }
    }
}
