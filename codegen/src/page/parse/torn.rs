//! Tables that Markdown ends too early: in the middle of a cell, if a line of it begins with a list, in HTML
//! (`desk.md`) or in Markdown; or at a blank line between two rows. What follows are rows all the same.

use std::ops::Range;

use crate::page::words::DIRECTIVE;
use crate::source::SourceId;

use super::pipes::is_of_dashes;
use super::{bars, parse_text};

/// What tears the tables of a page apart.
pub(super) struct Tears {
    /// What separates their rows.
    pub(super) gaps: Vec<Range<usize>>,
    /// The bars in code at which Markdown ends cells.
    pub(super) bars: Vec<usize>,
}

impl Tears {
    pub(super) fn is_none(&self) -> bool {
        self.gaps.is_empty() && self.bars.is_empty()
    }

    /// `text` without all that, but with the same offsets. What stands behind gaps is a row only once they are closed.
    pub(super) fn mend(self, id: SourceId, text: &str) -> String {
        let closed = closed(text, &self.gaps);
        let bars = if self.gaps.is_empty() { self.bars } else { parse_text(id, &closed).1.bars };
        bars::hidden(closed, &bars)
    }
}

/// What separates the rows of a page from the tables that they belong to.
#[derive(Default)]
pub(super) struct Gaps {
    pub(super) found: Vec<Range<usize>>,
    /// How far the search went, whether or not it found something: no byte is searched once more for each table before
    /// it.
    end: usize,
}

impl Gaps {
    /// Looks for rows behind byte `end` of `text`, where Markdown ends a table.
    pub(super) fn look_behind(&mut self, text: &str, end: usize) {
        if end >= self.end {
            let (found, end) = gaps(text, end);
            self.found.extend(found);
            self.end = end;
        }
    }
}

/// What a line behind a table is.
enum Line {
    /// A row of the same table.
    Row,
    /// Something else that belongs to the row above.
    Rest,
    /// Nothing of the table.
    Other,
}

/// What separates the rows behind byte `end` of `text`, where Markdown ends a table, from those before it: line breaks
/// and comments. Nothing, if no rows follow. Also, how far the search went.
fn gaps(text: &str, end: usize) -> (Vec<Range<usize>>, usize) {
    let mut gaps = Vec::new();
    let mut certain = 0;
    let mut at = if text[..end].ends_with('\n') { end } else { end_of_line(text, end) };
    while at < text.len() {
        match line(text, at) {
            Line::Other => {
                let Some((blank, row)) = blank_lines(text, at) else { break };
                gaps.push(blank);
                at = row;
            }
            Line::Row => {
                certain = gaps.len();
                at = end_of_line(text, at);
            }
            Line::Rest => {
                let line_break = text[..at].trim_end_matches(['\r', '\n']).len();
                let rest = &text[at..];
                let comment =
                    rest.trim_start().strip_prefix("<!--").map(|_| rest.find("-->").map(|at| at + "-->".len()));
                let behind = match comment {
                    // Metadata are left alone.
                    Some(Some(len)) if !rest[..len].contains("blockType") => at + len,
                    // Markdown may see tables in it, but nothing is searched behind those.
                    Some(len) => {
                        at = len.map_or(text.len(), |len| at + len);
                        break;
                    }
                    None => at,
                };
                gaps.push(line_break..behind);
                at = end_of_line(text, behind);
            }
        }
    }
    gaps.truncate(certain);
    (gaps, at)
}

/// All line breaks but the last between two rows, if nothing but the blank lines at byte `at` separates them, and they
/// have as many cells; also, where the second row begins.
fn blank_lines(text: &str, at: usize) -> Option<(Range<usize>, usize)> {
    let blank = text[at..].len() - text[at..].trim_start().len();
    let row = text[..at + blank].rfind('\n').filter(|end| *end >= at)? + 1;
    let above = text[..at].trim_end_matches(['\r', '\n']);
    let last = &above[above.rfind('\n').map_or(0, |end| end + 1)..];
    let bars = |row: &str| {
        let row = row.trim();
        let row = row.strip_prefix('|').unwrap_or(row);
        let row = row.strip_suffix('|').unwrap_or(row);
        row.match_indices('|').filter(|(at, _)| !row[..*at].ends_with('\\')).count()
    };
    let next = &text[row..end_of_line(text, row)];
    let goes_on = matches!(line(text, row), Line::Row) && bars(last) == bars(next);
    goes_on.then(|| (above.len()..row - 1, row))
}

/// `text` with blanks in all `gaps`, so that offsets stay.
fn closed(text: &str, gaps: &[Range<usize>]) -> String {
    let mut closed = String::with_capacity(text.len());
    for gap in gaps {
        closed.push_str(&text[closed.len()..gap.start]);
        closed.extend(std::iter::repeat_n(' ', gap.len()));
    }
    closed.push_str(&text[closed.len()..]);
    closed
}

/// Where the line ends that byte `at` is on.
fn end_of_line(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |end| at + end + 1)
}

fn line(text: &str, at: usize) -> Line {
    let mut lines = text[at..].lines().map(str::trim_start);
    let line = lines.next().unwrap_or_default().trim_end();
    // Headings, quotes, code, and the table that comes next.
    let is_other = line.is_empty() || ["#", ">", "```", "~~~", DIRECTIVE].iter().any(|mark| line.starts_with(mark));
    match line.starts_with('|') {
        _ if is_other => Line::Other,
        true if lines.next().is_some_and(is_of_dashes) => Line::Other,
        true => Line::Row,
        false => Line::Rest,
    }
}

#[cfg(test)]
mod tests {
    use super::{closed, gaps};

    /// `text` with `¦` for where Markdown ends the table, mended.
    fn mended(text: &str) -> String {
        let end = text.find('¦').expect("a mark");
        let text = text.replace('¦', "");
        closed(&text, &gaps(&text, end).0)
    }

    #[test]
    fn rows_go_on_behind_lists_and_comments() {
        for (text, expected) in [
            ("|a|b:\n¦<ul>\n<li>x</li></ul>|\n|c|d|\n\n|e|", "|a|b: <ul> <li>x</li></ul>|\n|c|d|\n\n|e|"),
            ("|a|b:\r\n¦- x\r\n|c|d|\r\n", "|a|b:  - x\r\n|c|d|\r\n"),
            ("|a|b|\n¦\n|c|d|\n \n\n|e|f|\n\nx\n", "|a|b| \n|c|d|   \n|e|f|\n\nx\n"),
            ("|a|b|\r\n¦\r\n|c|d|\r\n", "|a|b|   \n|c|d|\r\n"),
            ("|a|b|\n¦<!-- x\n|y| -->\n|c|d|", "|a|b|               \n|c|d|"),
            ("|a|b|¦\n- x\n|c|d|\n- y\n|e|f|\n- z\n", "|a|b| - x\n|c|d| - y\n|e|f|\n- z\n"),
        ] {
            assert_eq!(mended(text), expected);
        }
    }

    #[test]
    fn what_is_no_row_stays_apart() {
        for text in [
            "|a|b|\n¦- x\n\n|c|d|\n",
            "|a|b|\n¦\n|c|d|e|\n",
            "|a|b|\n¦\n|c|d|\n|--|--|\n",
            "|a|b|\n¦\nx\n\n|c|d|\n",
            "|a|b|\n¦- x\n|c|d|\n|--|--|\n",
            "|a|b|\n¦## x\n|c|d|\n",
            "|a|b|\n¦<!-- {\"blockType\": \"resource\"} -->\n|c|d|\n",
            "|a|b|\n¦<!-- x\n|c|d|\n",
            "|a|b|¦",
        ] {
            assert_eq!(mended(text), text.replace('¦', ""));
        }
    }
}
