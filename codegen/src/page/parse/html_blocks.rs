//! Headings and code written as HTML, each a block of its own: `<h2 id="properties">Properties</h2>`,
//! `<pre><code>{ … }</code></pre>`.

use std::ops::Range;

use html5gum::{DefaultEmitter, Token, Tokenizer};

use crate::page::{Block, Code, InlineKind, html};

use super::{Container, PageBuilder};

impl PageBuilder<'_> {
    /// Reads the heading or the code that a block of HTML begins with.
    pub(super) fn html_block(&mut self, range: &Range<usize>) {
        let text = self.words.written(range);
        let bytes = text.trim_start().as_bytes();
        let begins = |tag: &str| bytes.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag.as_bytes()));
        if begins("<pre") {
            self.preformatted(range.start, text);
        } else if begins("<h")
            && let Some(digit @ b'1'..=b'6') = bytes.get(2)
            && matches!(bytes.get(3), Some(b'>' | b' ' | b'\t' | b'\n' | b'\r'))
        {
            self.html_heading(digit - b'0', range, text);
        }
    }

    fn html_heading(&mut self, level: u8, range: &Range<usize>, text: &str) {
        self.open(Container::Heading(level), range.clone());
        let is_quoted = self.quotes > 0;
        let mut id = None;
        for Ok(token) in Tokenizer::new_with_emitter(text, DefaultEmitter::<usize>::new_with_span()) {
            let place = |span: html5gum::Span| range.start + span.start..range.start + span.end.min(text.len());
            match token {
                Token::StartTag(tag) => id = id.or(html::name(self.words.written(&place(tag.span)))),
                Token::String(read) => {
                    let place = place(read.span);
                    let words = html::decoded(&read, self.words.written(&place), is_quoted);
                    self.words.add(InlineKind::Text, words.into(), &place);
                }
                Token::EndTag(tag) if matches!(tag.name.as_slice(), [b'h', b'1'..=b'6']) => break,
                _ => {}
            }
        }
        self.flush();
        if let Some(heading) = self.section().heading.as_mut() {
            heading.id = heading.id.or(id);
        }
    }

    /// Takes what is in a `<pre>`, unless there are tags in it, such as those that colour code.
    fn preformatted(&mut self, start: usize, text: &str) {
        let Some(inner) = inside(text) else { return };
        let span = self.span(&(start + inner.start..start + inner.end));
        let page = self.text;
        let text = &page[span.range()];
        if !text.contains('<') {
            self.section().blocks.push(Block::Code(Code { text, span }));
        }
    }
}

/// Where the words of `<pre><code>…</code></pre>` are.
fn inside(text: &str) -> Option<Range<usize>> {
    let behind_tag = |at: usize| text[at..].find('>').map(|end| at + end + 1);
    let mut start = behind_tag(0)?;
    if text[start..].trim_start().starts_with("<code") {
        start = behind_tag(start)?;
    }
    let end = start + text[start..].find("</")?;
    Some(start..end)
}
