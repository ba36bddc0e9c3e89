//! The rows of a table, each whole.

use std::borrow::Cow;

use crate::diagnostic::rules::BROKEN_ROW;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::lower::Context;
use crate::lower::checks::is_merge_mark;
use crate::page::{Inline, InlineKind, Inlines, Row, Table};
use crate::source::{SourceId, Span};

/// The rows. Those that a line break in a cell tore in two, or that a `|` split, are put together again.
pub(in crate::lower) fn whole<'p, 's>(
    context: &Context<'_, 's>,
    table: &'p Table<'s>,
    cx: &mut Diagnostics,
) -> Vec<Cow<'p, Row<'s>>> {
    let barred = |span| context.sources.text(span).trim_start().starts_with('|');
    let may_be_torn = table.header.len() > 1 && barred(table.span);
    let is_mended = mended(context, table.span.source).is_some() && barred(table.span);
    let mut rows: Vec<Cow<'p, Row<'s>>> = Vec::with_capacity(table.rows.len());
    let mut above = table.span;
    for row in &table.rows {
        if is_mended && is_parted(context, above, row.span) {
            let message = "a blank line inside a table";
            cx.report(Diagnostic::new(&BROKEN_ROW, message, row.span, "for Markdown, the table ends above this"));
        }
        above = row.span;
        if repeats_header(table, row) || is_merge_mark(context.sources.text(row.span)) {
            continue;
        }
        if is_mended && is_broken(context, row.span) {
            let message = "its lines are put together";
            cx.report(Diagnostic::new(&BROKEN_ROW, "a line break inside a table cell", row.span, message));
        }
        if may_be_torn
            && !barred(row.span)
            && let Some(rest) = continuation(row)
            && let Some(cell) = rows.last_mut().and_then(|last| last_words(last.to_mut()))
        {
            cell.join(rest);
            let message = "this line continues a cell of the row above";
            let torn = Diagnostic::new(&BROKEN_ROW, "a line break inside a table cell", row.span, message);
            cx.report(torn.with_help("write the row on one line, with `<br>` for a line break"));
        } else {
            rows.push(with_excess(context, row, table.header.len(), cx));
        }
    }
    rows
}

/// The cell of the row with the last words on the page.
fn last_words<'r, 's>(row: &'r mut Row<'s>) -> Option<&'r mut Inlines<'s>> {
    row.cells.iter_mut().filter(|cell| !cell.is_blank()).max_by_key(|cell| cell.span.start)
}

/// The row, with what it has beyond its columns in its last cell.
fn with_excess<'p, 's>(
    context: &Context<'_, 's>,
    row: &'p Row<'s>,
    columns: usize,
    cx: &mut Diagnostics,
) -> Cow<'p, Row<'s>> {
    let mut whole = Cow::Borrowed(row);
    if let Some((excess, last)) = excess(context, row, columns)
        && let Some(last) = whole.to_mut().cells.get_mut(last)
    {
        last.join(&excess);
        let message = "these belong to the last cell, or are one too many";
        let more = Diagnostic::new(&BROKEN_ROW, "a table row has more cells than the header", excess.span, message);
        // Only HTML keeps the cells that are too many apart.
        let is_html = row.cells.len() > columns;
        cx.report(if is_html { more } else { more.with_help("write `\\|` for a `|` inside a cell") });
    }
    whole
}

/// Whether a line break in a cell tore the row at `span` on the page.
fn is_broken(context: &Context<'_, '_>, span: Span) -> bool {
    let meant = meant(context, span).trim_end();
    context.sources.text(span).get(..meant.len()).is_some_and(|written| written.contains('\n'))
}

/// Whether a blank line stands between two rows.
fn is_parted(context: &Context<'_, '_>, above: Span, row: Span) -> bool {
    let text = context.sources.text(Span { start: above.start, end: row.start, ..row });
    text[text.trim_end().len()..].matches('\n').count() > 1
}

/// Whether the row is the header once more, as in the middle of long tables, or the line of dashes below it.
fn repeats_header(table: &Table<'_>, row: &Row<'_>) -> bool {
    let is_dashes = |cell: &Inlines<'_>| {
        let text = cell.plain();
        text.bytes().all(|b| b"-: ".contains(&b)) && text.contains("--")
    };
    let is_same = |(cell, header): (&Inlines<'_>, &Inlines<'_>)| cell.plain().trim() == header.plain().trim();
    let is_header = || {
        // A table of members may have one that is called like its only column.
        row.cells.len() > 1 && row.cells.len() == table.header.len() && row.cells.iter().zip(&table.header).all(is_same)
    };
    !row.cells.is_empty() && (row.cells.iter().all(is_dashes) || is_header())
}

/// What was read instead of the text of `source`, if its tables had to be mended. It may be a file that the page
/// includes.
fn mended<'s>(context: &Context<'_, 's>, source: SourceId) -> Option<&'s str> {
    context.sources.get(source)?.mended_text()
}

/// The text that was read where `span` is.
fn meant<'s>(context: &Context<'_, 's>, span: Span) -> &'s str {
    let mended = mended(context, span.source).and_then(|text| text.get(span.range()));
    mended.unwrap_or_else(|| context.sources.text(span))
}

/// The only words of a line with nothing but a first cell: it may be the rest of the row above, if it has no `|` in front
/// where the table has them.
fn continuation<'r, 's>(row: &'r Row<'s>) -> Option<&'r Inlines<'s>> {
    let first = row.cells.iter().min_by_key(|cell| cell.span.start)?;
    let blank = row.cells.iter().filter(|cell| cell.is_blank()).count();
    (!first.is_blank() && blank + 1 == row.cells.len()).then_some(first)
}

/// What a row has beyond the columns, mostly the rest of a cell with a bare `|` in it; and which cell is the last on
/// the page, in whatever order they are read.
fn excess<'s>(context: &Context<'_, 's>, row: &Row<'s>, columns: usize) -> Option<(Inlines<'s>, usize)> {
    let (cells, more) = row.cells.split_at(columns.min(row.cells.len()));
    let last = (0..cells.len()).max_by_key(|cell| cells[*cell].span.end)?;
    // A row of HTML has all its cells.
    if let Some(first) = more.first() {
        let mut excess = first.clone();
        more[1..].iter().for_each(|cell| excess.join(cell));
        excess.span.end = row.span.end;
        return Some((excess, last));
    }
    let around = ['|', ' ', '\t', '\r', '\n'];
    let behind = Span { start: cells[last].span.end, ..row.span };
    let text = meant(context, behind);
    let start = behind.range().start + (text.len() - text.trim_start_matches(around).len());
    let text = text.trim_matches(around);
    let span = Span::new(behind.source, start, start + text.len());
    let piece = Inline { kind: InlineKind::Text, text: Cow::Borrowed(text), span };
    (!text.is_empty()).then(|| (Inlines::new(piece), last))
}
