//! Comments of MDX, `{/* … */}`: in Markdown, they are paragraphs.

use std::ops::Range;

use crate::page::{Block, Comment, CommentMarks};
use crate::source::Span;

use super::PageBuilder;

impl PageBuilder<'_> {
    /// Takes the comments, from `range` on, that a paragraph consists of or ends with, outside of lists and quotes. Whether
    /// there are any.
    pub(super) fn mdx_comments(&mut self, range: &Range<usize>) -> bool {
        let text = self.text;
        let mut at = self.offset + range.start;
        if at < self.no_mdx_before || self.items + self.quotes > 0 {
            return false;
        }
        let mut found = Vec::new();
        while text[at..].starts_with("{/*") {
            let open = at + "{/*".len();
            // Where the next one begins, this one has ended, or never does.
            let next = text[open..].find("{/*").map_or(text.len(), |at| open + at);
            let close = text[open..next].find("*/").map(|end| open + end);
            let end = close.and_then(|close| Some((close, end_of_line(text, close + "*/".len())?)));
            if let Some((close, end)) = end {
                found.push((open, close, true));
                at = end;
            } else if close.is_none() && text[open..next].trim_start().starts_with('{') {
                at = end_of_json(text, open, next);
                found.push((open, at, false));
            } else {
                // Nor has one that begins before.
                self.no_mdx_before = close.unwrap_or(next);
                return false;
            }
        }
        if found.is_empty() || !ends_paragraph(&text[at..]) {
            self.no_mdx_before = at;
            return false;
        }
        // The end of a link that begins before is passed over.
        self.words.end_link();
        self.flush();
        let source = self.source;
        self.section().blocks.extend(found.into_iter().map(|(open, close, is_closed)| {
            let span = Span::new(source, open, close);
            Block::Comment(Comment { text: &text[open..close], span, marks: CommentMarks::Mdx, is_closed })
        }));
        self.passed_over = at - self.offset;
        true
    }
}

/// Where the next line begins, if `}` and no more is left of the line that `at` is on.
fn end_of_line(text: &str, at: usize) -> Option<usize> {
    let blanks = [' ', '\t', '\r'];
    let rest = text[at..].trim_start_matches(blanks).strip_prefix('}')?.trim_start_matches(blanks);
    let rest = if rest.is_empty() { rest } else { rest.strip_prefix('\n')? };
    Some(text.len() - rest.len())
}

/// Where the JSON in a comment that is never closed ends, which begins at `open`: at the code or the heading behind it, or
/// at `next`.
fn end_of_json(text: &str, open: usize, next: usize) -> usize {
    let mut at = open;
    let ends = |line: &&str| ["```", "~~~", "#"].iter().any(|begin| line.trim_start().starts_with(begin));
    text[open..next].split_inclusive('\n').take_while(|line| !ends(line)).for_each(|line| at += line.len());
    at
}

/// Whether no paragraph goes on with this line: it is empty, or code or a heading begins.
fn ends_paragraph(text: &str) -> bool {
    let line = text.lines().next().unwrap_or_default().trim();
    line.is_empty() || ["```", "~~~", "#"].iter().any(|begin| line.starts_with(begin))
}
