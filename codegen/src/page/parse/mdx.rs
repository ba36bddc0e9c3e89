//! Comments of MDX, `{/* … */}`: in Markdown, they are paragraphs.

use std::ops::Range;

use crate::page::{Block, Comment};
use crate::source::Span;

use super::PageBuilder;

impl PageBuilder<'_> {
    /// Takes a comment that begins at `range`, outside of lists and quotes, and ends its line. Whether it is one.
    pub(super) fn mdx_comment(&mut self, range: &Range<usize>) -> bool {
        let start = self.offset + range.start;
        let may_begin = start >= self.no_mdx_before && self.items + self.quotes == 0;
        if !may_begin || !self.text[start..].starts_with("{/*") {
            return false;
        }
        let open = start + "{/*".len();
        let close = self.text[open..].find("*/").map(|end| open + end);
        let rest = close.and_then(|close| Some((close, self.text[close + 2..].trim_start().strip_prefix('}')?)));
        let Some((close, rest)) = rest else {
            // Nor will another one do that begins before.
            self.no_mdx_before = close.unwrap_or(usize::MAX);
            return false;
        };
        let end = self.text.len() - rest.len();
        let line = rest.split('\n').next().unwrap_or_default();
        if !line.trim().is_empty() {
            return false;
        }
        self.flush();
        let span = Span::new(self.source, open, close);
        let text = self.text;
        self.section().blocks.push(Block::Comment(Comment { text: &text[open..close], span, is_closed: true }));
        self.passed_over = end - self.offset;
        true
    }
}
