//! Tables that Markdown takes for paragraphs. Microsoft's site doesn't where the line of dashes below the header has
//! another number of cells (`printercapabilities.md`), or tabs between them (`insights-trending.md`). Where that line
//! is missing, it does so, too.

use std::borrow::Cow;

use memchr::memchr;

use crate::page::words::{DIRECTIVE, push};
use crate::page::{Inline, InlineKind, Inlines, Row, Table, cut};
use crate::source::Span;

/// `text` with blanks for the tabs in lines of dashes, `|---|\t|---|`, so that offsets stay.
pub(super) fn with_plain_lines(text: &str) -> Cow<'_, str> {
    let is_tabbed = |line: &str| line.contains('\t') && is_of_dashes(line);
    // Nearly all pages have no tab.
    if memchr(b'\t', text.as_bytes()).is_none() || !text.lines().any(is_tabbed) {
        return Cow::Borrowed(text);
    }
    let plain = |line: &str| if is_tabbed(line) { line.replace('\t', " ") } else { line.to_owned() };
    Cow::Owned(text.split_inclusive('\n').map(plain).collect())
}

/// Whether the line is the one below a table's header.
pub(super) fn is_of_dashes(line: &str) -> bool {
    let is_drawn = line.contains("--") || line.contains('-') && line.contains('|');
    is_drawn && line.bytes().all(|b| b"|:- \t\r\n".contains(&b))
}

/// How many bars a row has at most in a table without a line of dashes.
const MOST_BARS: usize = 32;

/// Whether the text of a paragraph is such a table.
pub(super) fn is_table(paragraph: &str) -> bool {
    if !paragraph.trim_start().starts_with(['|', ':']) {
        return false;
    }
    let mut lines = paragraph.lines().map(str::trim).skip_while(|line| line.starts_with(DIRECTIVE));
    let Some(header) = lines.next().filter(|header| header.starts_with('|')) else { return false };
    let Some(second) = lines.next().filter(|line| line.starts_with('|')) else { return false };
    // Without it, all lines must look like rows, with no more cells than real tables have: a cell takes a hundred times
    // the memory of its bar.
    let is_row = |line: &str| {
        line.len() > 1 && line.starts_with('|') && line.ends_with('|') && line.matches('|').nth(MOST_BARS).is_none()
    };
    is_of_dashes(second) || [header, second].into_iter().chain(lines).all(is_row)
}

/// The table that `words` are, which are literally those of `page`. Rows may have fewer cells than the header: if they
/// were filled up, a table would grow with its height times its width.
pub(super) fn table<'s>(page: &'s str, words: &Inlines<'s>) -> Table<'s> {
    let mut lines = lines(page, &words.pieces).into_iter().filter_map(|line| row(page, &line));
    let header = lines.next().unwrap_or(Row { cells: Vec::new(), span: words.span });
    let is_rule = |row: &Row<'_>| page.get(row.span.range()).is_some_and(is_of_dashes);
    let mut rows: Vec<Row<'s>> = lines.collect();
    let is_ruled = rows.first().is_some_and(is_rule);
    rows.drain(..usize::from(is_ruled));
    rows.iter_mut().for_each(|row| row.cells.truncate(header.cells.len()));
    Table { is_ruled, ..Table::new(header.cells, rows, header.span.to(words.span)) }
}

/// The pieces of every line.
fn lines<'s>(page: &str, pieces: &[Inline<'s>]) -> Vec<Vec<Inline<'s>>> {
    let mut lines = vec![Vec::new()];
    for piece in pieces {
        for (at, part) in split(page, piece, '\n').into_iter().enumerate() {
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

/// A line, taken apart at each `|`; none if nothing is on it.
fn row<'s>(page: &'s str, line: &[Inline<'s>]) -> Option<Row<'s>> {
    let span = line.first()?.span.to(line.last()?.span);
    let mut cells = vec![Inlines::empty(span)];
    for piece in line {
        let mut parts = split(page, piece, '|').into_iter();
        if let Some((cell, part)) = cells.last_mut().zip(parts.next()) {
            push(page, cell, part, false);
        }
        cells.extend(parts.map(Inlines::new));
    }
    // What stands before the first `|` and behind the last is nothing; in the middle, it is a cell without words.
    if cells.first().is_some_and(Inlines::is_blank) {
        cells.remove(0);
    }
    if cells.last().is_some_and(Inlines::is_blank) {
        cells.pop();
    }
    cells.iter_mut().for_each(close);
    Some(Row { cells, span })
}

/// A piece of plain text, or a line break, split at each `at`. Others stay whole: code, links, and what an entity or an
/// escape stands for.
fn split<'s>(page: &str, piece: &Inline<'s>, at: char) -> Vec<Inline<'s>> {
    let is_of_page = page.get(piece.span.range()).is_some_and(|words| words.ends_with(piece.text.as_ref()));
    if !is_of_page || !matches!(piece.kind, InlineKind::Text | InlineKind::Break) {
        let mut whole = piece.clone();
        // A table's `\|` is a `|` in code, too.
        if at == '|' && piece.kind == InlineKind::Code && piece.text.contains("\\|") {
            whole.text = Cow::Owned(piece.text.replace("\\|", "|"));
        }
        return vec![whole];
    }
    // Other than its text, the place of a line break has a `\r` or blanks before the `\n`.
    let start = piece.span.range().end - piece.text.len();
    let is_escaped = |place: usize| at == '|' && place == 0 && page[..start].ends_with('\\');
    let mut parts = Vec::new();
    let mut from = 0;
    let ends = piece.text.match_indices(at).map(|(place, _)| place).filter(|place| !is_escaped(*place));
    for end in ends.chain([piece.text.len()]) {
        let text = match &piece.text {
            Cow::Borrowed(text) => Cow::Borrowed(&text[from..end]),
            Cow::Owned(text) => Cow::Owned(text[from..end].to_owned()),
        };
        let span = Span::new(piece.span.source, start + from, start + end);
        parts.push(Inline { kind: piece.kind.clone(), text, span });
        from = end + at.len_utf8();
    }
    parts
}

/// Trims a cell's words, and sets its place to theirs.
fn close(cell: &mut Inlines<'_>) {
    cell.pieces.first_mut().into_iter().for_each(|piece| cut(&mut piece.text, str::trim_start));
    cell.pieces.last_mut().into_iter().for_each(|piece| cut(&mut piece.text, str::trim_end));
    cell.pieces.retain(|piece| !piece.text.is_empty());
    if let (Some(first), Some(last)) = (cell.pieces.first(), cell.pieces.last()) {
        cell.span = first.span.to(last.span);
    }
}

#[cfg(test)]
mod tests {
    use super::is_table;
    use crate::page::{Block, parse};
    use crate::source::Sources;

    #[test]
    fn rows_alone_are_a_table_unless_they_are_endless() {
        assert!(is_table("|a|b|\n|c|d|"));
        assert!(!is_table("|a|b|\n|c|d") && !is_table("|a|b|"));
        let bars = "|".repeat(1000);
        assert!(!is_table(&format!("{bars}\n{bars}")));
        assert!(is_table(&format!("{bars}\n|-|-|")));
    }

    #[test]
    fn tabs_between_dashes_hide_no_table() {
        let text = "# a\n\nWords above it.\n|a|b|\n|---|\t---|\n|c|d|\n";
        let sources = Sources::from_texts([("a.md", text)]);
        let (id, source) = sources.pages().next().unwrap();
        let page = parse(id, source);
        let tables: Vec<_> = page.blocks().filter(|(_, block)| matches!(block, Block::Table(_))).collect();
        let [(_, Block::Table(table))] = tables.as_slice() else { panic!("{page:?}") };
        assert_eq!((table.header.len(), table.rows.len()), (2, 1));
        assert_eq!(source.text, text, "what diagnostics show");
    }
}
