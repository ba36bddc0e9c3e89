//! Lines and columns. What stands before each block of a page is counted once, so that a place costs the same wherever it
//! is: there are pages of one line.

use std::sync::OnceLock;

/// The length of the blocks, in bytes.
const BLOCK: usize = 128;

/// What was counted in a text so far.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// How many lines end before each block; counted when the first line is asked for.
    lines: OnceLock<Vec<usize>>,
    /// How many characters of its first line stand before each block; counted when the first column is asked for.
    columns: OnceLock<Vec<usize>>,
}

impl Places {
    /// The line of `text` that byte `at` is on, counted from 1.
    pub(super) fn line(&self, text: &str, at: usize) -> usize {
        let text = text.as_bytes();
        let above = self.lines.get_or_init(|| {
            let mut above = vec![0];
            for (before, block) in text.chunks(BLOCK).enumerate() {
                above.push(above[before] + ends(block));
            }
            above
        });
        let at = at.min(text.len());
        above[at / BLOCK] + ends(&text[at - at % BLOCK..at]) + 1
    }

    /// Which character of its line in `text` byte `at` is, counted from 1.
    pub(super) fn column(&self, text: &str, at: usize) -> usize {
        let text = text.as_bytes();
        let columns = self.columns.get_or_init(|| {
            let mut columns = vec![0];
            for (before, block) in text.chunks(BLOCK).enumerate() {
                columns.push(behind(columns[before], block));
            }
            columns
        });
        let at = at.min(text.len());
        behind(columns[at / BLOCK], &text[at - at % BLOCK..at]) + 1
    }
}

/// How many lines end in `block`: a `u8` holds the number of a block's, and can be counted many at a time.
fn ends(block: &[u8]) -> usize {
    usize::from(block.iter().map(|byte| u8::from(*byte == b'\n')).sum::<u8>())
}

/// How many characters of a line stand before the end of `block`, if there are `column` before its beginning.
fn behind(column: usize, block: &[u8]) -> usize {
    block.iter().fold(column, |column, byte| match byte {
        b'\n' => 0,
        // A byte that goes on with a character begins none.
        0x80..=0xBF => column,
        _ => column + 1,
    })
}
