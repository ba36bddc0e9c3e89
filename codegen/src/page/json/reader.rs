//! From tokens to values, whatever is missing between them.

use std::borrow::Cow;

use crate::source::SourceId;

use super::lexer::{Lexer, MAX_REPAIRS, Token};
use super::strings::is_closed;
use super::{Json, JsonKind, Key, Repair};

/// Values nested deeper than this are not read.
pub(super) const MAX_DEPTH: usize = 64;

/// Builds values from what the lexer finds.
pub(super) struct Reader<'s> {
    lexer: Lexer<'s>,
    depth: usize,
}

impl<'s> Reader<'s> {
    pub(super) fn new(source: SourceId, text: &'s str, start: usize) -> Self {
        Self { lexer: Lexer::new(source, text, start), depth: 0 }
    }

    /// The value of the text, and what was wrong with it.
    pub(super) fn read(mut self) -> (Option<Json<'s>>, Vec<Repair>) {
        let value = self.document();
        (value, self.lexer.repairs)
    }

    fn document(&mut self) -> Option<Json<'s>> {
        let start = self.lexer.at;
        let first = self.lexer.peek();
        let value = match first {
            Token::End => return None,
            Token::Open(_) => self.value(),
            Token::String | Token::Word if self.lexer.is_member() => {
                self.lexer.repair("members without the braces around them", start, start);
                self.object(start)
            }
            Token::String | Token::Word => {
                let value = self.value();
                let is_prose = matches!(value.kind, JsonKind::String(_)) && first == Token::Word;
                if is_prose && self.lexer.skip_to_open() { self.value() } else { value }
            }
            Token::Close(_) | Token::Comma | Token::Colon | Token::Junk => {
                if !self.lexer.skip_to_open() {
                    return None;
                }
                self.value()
            }
        };
        let end = self.lexer.at;
        if self.lexer.peek() != Token::End {
            self.lexer.repair("text behind the end", end, self.lexer.text.len());
        }
        Some(value)
    }

    fn value(&mut self) -> Json<'s> {
        let start = self.lexer.at_token();
        match self.lexer.peek() {
            Token::Open(b'{') => {
                self.lexer.advance();
                self.nested(start, Self::object)
            }
            Token::Open(_) => {
                self.lexer.advance();
                self.nested(start, Self::array)
            }
            Token::String => {
                let text = self.lexer.string();
                self.json(JsonKind::String(text), start)
            }
            Token::Word => {
                let kind = self.lexer.word();
                self.json(kind, start)
            }
            Token::End | Token::Close(_) | Token::Comma | Token::Colon | Token::Junk => {
                self.lexer.repair("a missing value", start, start);
                self.json(JsonKind::Null, start)
            }
        }
    }

    fn json(&self, kind: JsonKind<'s>, start: usize) -> Json<'s> {
        Json { kind, span: self.lexer.span(start, self.lexer.at) }
    }

    fn nested(&mut self, start: usize, read: fn(&mut Self, usize) -> Json<'s>) -> Json<'s> {
        if self.depth == MAX_DEPTH {
            self.lexer.repair("too many levels", start, start + 1);
            self.lexer.at = self.lexer.text.len();
            return self.json(JsonKind::Null, start);
        }
        self.depth += 1;
        let value = read(self, start);
        self.depth -= 1;
        value
    }

    fn array(&mut self, start: usize) -> Json<'s> {
        let mut items = Vec::new();
        while self.next_item(b']', start) {
            let value = self.value();
            let mut end = self.end_of(&value);
            items.push(value);
            // `"a": 1` inside brackets: the braces around it are missing.
            if self.lexer.peek() == Token::Colon {
                self.lexer.repair_token("a `:` in an array");
                self.lexer.advance();
                let value = self.value();
                end = self.end_of(&value);
                items.push(value);
            }
            self.separator(end, b']');
        }
        self.json(JsonKind::Array(items), start)
    }

    fn object(&mut self, start: usize) -> Json<'s> {
        let mut members = Vec::new();
        while self.next_item(b'}', start) {
            let Some(key) = self.key() else { continue };
            if self.lexer.peek() == Token::Colon {
                self.lexer.advance();
            } else {
                self.lexer.repair_token("a missing `:`");
            }
            let value = self.value();
            let end = self.end_of(&value);
            members.push((key, value));
            self.separator(end, b'}');
        }
        self.json(JsonKind::Object(members), start)
    }

    fn key(&mut self) -> Option<Key<'s>> {
        let start = self.lexer.at_token();
        let name = match self.lexer.peek() {
            Token::String => self.lexer.key_string(),
            Token::Word => {
                self.lexer.repair_token("a key without quotes");
                Cow::Borrowed(self.lexer.bare_key())
            }
            _ => {
                self.lexer.repair_token("something that is no key");
                self.lexer.advance();
                return None;
            }
        };
        Some(Key { name, span: self.lexer.span(start, self.lexer.at) })
    }

    /// Whether another item follows, passing what closes the list.
    fn next_item(&mut self, close: u8, start: usize) -> bool {
        loop {
            match self.lexer.peek() {
                Token::Close(found) if found == close => {
                    self.lexer.advance();
                    return false;
                }
                // The outer list's end: leave it there.
                Token::Close(_) => {
                    self.lexer.repair_token("a bracket that closes something else");
                    if self.depth <= 1 {
                        self.lexer.advance();
                        continue;
                    }
                    return false;
                }
                Token::End => {
                    self.lexer.repair("a bracket that is never closed", start, start + 1);
                    return false;
                }
                Token::Comma => {
                    self.lexer.repair_token("a comma too many");
                    self.lexer.advance();
                }
                Token::Junk => {
                    self.lexer.repair_token("something that is no JSON");
                    self.lexer.advance();
                }
                _ => return true,
            }
        }
    }

    /// Where the value ends that was just read; nowhere, if there is none, or a string that is never closed.
    fn end_of(&self, value: &Json<'_>) -> Option<usize> {
        let end = self.lexer.at;
        let text = self.lexer.text.get(end.checked_sub(value.span.range().len())?..end)?;
        (!text.is_empty() && is_closed(text)).then_some(end)
    }

    /// Passes the comma behind an item, which ends at byte `end`, of an object or array that ends with `close`.
    fn separator(&mut self, end: Option<usize>, close: u8) {
        match self.lexer.peek() {
            Token::Comma => {
                let comma = self.lexer.at_token();
                self.lexer.advance();
                let behind = self.lexer.at;
                if matches!(self.lexer.peek(), Token::Close(_)) {
                    self.lexer.replace("a trailing comma", comma, behind, "");
                }
            }
            Token::Close(_) | Token::End => {}
            next => match end {
                Some(end) if self.begins_item(next, end, close) => {
                    self.lexer.replace("a missing comma", end, end, ",");
                }
                _ => {
                    let end = end.unwrap_or(self.lexer.at);
                    self.lexer.repair("a missing comma", end, end);
                }
            },
        }
    }

    /// Whether the token `next` plainly begins another item, as it doesn't in `"says "no" to x"`: nothing but blanks and
    /// comments parts it from byte `end`, where the last item ends.
    fn begins_item(&mut self, next: Token, end: usize, close: u8) -> bool {
        if self.lexer.repairs.len() >= MAX_REPAIRS {
            return false;
        }
        let start = self.lexer.at_token();
        let between = self.lexer.text.get(end..start).unwrap_or_default().trim_start();
        let is_item = match next {
            Token::String => close == b']' || self.lexer.is_member(),
            Token::Open(_) => close == b']',
            _ => false,
        };
        is_item && (between.is_empty() || between.starts_with('/'))
    }
}
