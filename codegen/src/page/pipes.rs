//! Tables that Markdown takes for paragraphs, and Microsoft's site doesn't: the line of dashes below the header has another
//! number of cells (`printercapabilities.md`).

use std::borrow::Cow;

use crate::source::Span;

use super::{Inline, InlineKind, Inlines, Row, Table};

/// The table that the paragraph `words` is, if it is one. `text` is that of its page.
pub(super) fn table<'s>(text: &str, words: &Inlines<'s>) -> Option<Table<'s>> {
    let first = words.pieces.first().filter(|piece| piece.kind == InlineKind::Text && piece.text.starts_with('|'))?;
    let dashes = text.get(first.span.start as usize..words.span.end as usize)?.lines().nth(1)?.trim();
    let is_dashed = dashes.starts_with('|') && dashes.contains("--") && dashes.bytes().all(|b| b"|:- \t".contains(&b));
    if !is_dashed {
        return None;
    }
    let mut rows = rows(words).into_iter();
    let header = rows.next()?.cells;
    let mut rows: Vec<Row<'s>> = rows.skip(1).collect();
    for row in &mut rows {
        let end = Span { start: row.span.end, ..row.span };
        row.cells.resize_with(header.len(), || Inlines::empty(end));
    }
    Some(Table { header, rows, span: words.span })
}

/// The lines of `words`, taken apart at each `|`.
fn rows<'s>(words: &Inlines<'s>) -> Vec<Row<'s>> {
    let mut rows: Vec<Row<'s>> = Vec::new();
    for line in lines(&words.pieces) {
        let (Some(first), Some(last)) = (line.first(), line.last()) else { continue };
        let span = Span { end: last.span.end, ..first.span };
        let mut cells = vec![Inlines::empty(span)];
        for piece in &line {
            let mut parts = split(piece, '|').into_iter();
            if let Some(cell) = cells.last_mut() {
                cell.pieces.extend(parts.next());
            }
            cells.extend(parts.map(Inlines::new));
        }
        // What stands before the first `|` and behind the last is nothing.
        cells.remove(0);
        if cells.last().is_some_and(Inlines::is_blank) {
            cells.pop();
        }
        cells.iter_mut().for_each(close);
        rows.push(Row { cells, span });
    }
    rows
}

/// The pieces of every line.
fn lines<'s>(pieces: &[Inline<'s>]) -> Vec<Vec<Inline<'s>>> {
    let mut lines = vec![Vec::new()];
    for piece in pieces {
        for (at, part) in split(piece, '\n').into_iter().enumerate() {
            if at > 0 {
                lines.push(Vec::new());
            }
            if let Some(line) = lines.last_mut().filter(|_| !part.text.is_empty()) {
                line.push(part);
            }
        }
    }
    lines
}

/// A piece of plain text in parts; another as it is.
fn split<'s>(piece: &Inline<'s>, at: char) -> Vec<Inline<'s>> {
    if piece.kind != InlineKind::Text {
        return vec![piece.clone()];
    }
    // Where an entity or an escape was resolved, places in the text are none in the page.
    let is_literal = piece.text.len() == (piece.span.end - piece.span.start) as usize;
    let mut start = 0;
    let part = |part: &str, text| {
        let from = piece.span.start + u32::try_from(start).unwrap_or(u32::MAX);
        start += part.len() + at.len_utf8();
        let end = from.saturating_add(u32::try_from(part.len()).unwrap_or(u32::MAX));
        let span = if is_literal { Span { start: from, end, ..piece.span } } else { piece.span };
        Inline { kind: InlineKind::Text, text, span }
    };
    let mut part = part;
    match &piece.text {
        Cow::Borrowed(text) => text.split(at).map(|text| part(text, Cow::Borrowed(text))).collect(),
        Cow::Owned(text) => text.split(at).map(|text| part(text, Cow::Owned(text.to_owned()))).collect(),
    }
}

/// Takes the blanks around a cell's words away, and gives it their place.
fn close(cell: &mut Inlines<'_>) {
    let trim = |piece: &mut Inline<'_>, trim: fn(&str) -> &str| match &mut piece.text {
        Cow::Borrowed(text) => *text = trim(text),
        Cow::Owned(text) => *text = trim(text).to_owned(),
    };
    cell.pieces.first_mut().into_iter().for_each(|piece| trim(piece, str::trim_start));
    cell.pieces.last_mut().into_iter().for_each(|piece| trim(piece, str::trim_end));
    cell.pieces.retain(|piece| !piece.text.is_empty());
    if let (Some(first), Some(last)) = (cell.pieces.first(), cell.pieces.last()) {
        cell.span = Span { end: last.span.end, ..first.span };
    }
}
