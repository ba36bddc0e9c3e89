//! Bars in the code spans of a row: Markdown ends a cell there, and Microsoft's site doesn't (`invitation.md`).

use std::ops::Range;

use pulldown_cmark::CowStr;

use super::PageBuilder;

/// What stands for such a bar while the page is read, so that offsets stay.
const STAND_IN: char = '\u{1a}';

impl PageBuilder<'_> {
    /// Remembers the bars in code of a row that has more cells than its table has columns.
    pub(super) fn look_for_bars(&mut self, range: &Range<usize>) {
        let row = self.span(range).range();
        let cells = self.table.iter().filter_map(|table| table.rows.last()?.cells.last());
        let Some(end) = cells.map(|cell| cell.span.range().end).next() else { return };
        let behind = self.text.get(end..row.end).unwrap_or_default();
        if behind.contains(|c: char| c != '|' && !c.is_ascii_whitespace()) {
            let start = row.start;
            self.bars.extend(in_code(&self.text[row]).into_iter().map(|bar| start + bar));
        }
    }
}

/// The places of bars in the code spans of `row`; none if a backtick has no partner, since nobody can tell then what is
/// code.
fn in_code(row: &str) -> Vec<usize> {
    let mut bars = Vec::new();
    let mut at = 0;
    while let Some(tick) = row[at..].find('`') {
        let start = at + tick;
        let is_escaped = row[..start].ends_with('\\');
        let fence = row[start..].len() - row[start..].trim_start_matches('`').len();
        at = start + fence;
        if is_escaped {
            continue;
        }
        let Some(len) = until(&row[at..], fence) else { return Vec::new() };
        let found = row[at..at + len].match_indices('|').map(|(bar, _)| at + bar);
        bars.extend(found.filter(|bar| !row[..*bar].ends_with('\\')));
        at += len + fence;
    }
    bars
}

/// How long the code is that ends with exactly `fence` backticks.
fn until(code: &str, fence: usize) -> Option<usize> {
    let mut at = 0;
    while let Some(tick) = code[at..].find('`') {
        let start = at + tick;
        let ticks = code[start..].len() - code[start..].trim_start_matches('`').len();
        if ticks == fence {
            return Some(start);
        }
        at = start + ticks;
    }
    None
}

/// `text` with a stand-in for each of the `bars`.
pub(super) fn hidden(mut text: String, bars: &[usize]) -> String {
    let mut buffer = [0];
    bars.iter().for_each(|bar| text.replace_range(*bar..*bar + 1, STAND_IN.encode_utf8(&mut buffer)));
    text
}

/// The code span as the page has it.
pub(super) fn shown(code: CowStr<'_>) -> CowStr<'_> {
    match code.contains(STAND_IN) {
        true => CowStr::from(code.replace(STAND_IN, "|")),
        false => code,
    }
}

#[cfg(test)]
mod tests {
    use super::in_code;

    #[test]
    fn bars_in_code_are_told_from_those_between_cells() {
        for (row, expected) in [
            ("|a|`b|c`, `|` |", vec![5, 11]),
            ("|a|`` ` | ``|", vec![8]),
            ("|a|\\`b|c`|d`|", vec![9]),
            ("|a|`b\\|c`|", vec![]),
            ("|a|` | and `b`|", vec![]),
            ("|a|`b``|``c|", vec![]),
        ] {
            assert_eq!(in_code(row), expected, "{row}");
        }
    }
}
