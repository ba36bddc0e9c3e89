//! JSON as the pages write it: read to the end whatever is wrong, every repair told with its place.
//!
//! Of the JSON representations of 2021 one in sixty is not valid: mostly a trailing comma, then comments, quotes
//! written `&quot;`, keys without quotes, and unfinished objects. Valid JSON is read without a repair.

use std::borrow::Cow;

use crate::source::{SourceId, Span};

mod lexer;
mod strings;

use lexer::{Lexer, Token};

/// Values nested deeper than this are not read.
pub const MAX_DEPTH: usize = 64;

/// A JSON value and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Json<'s> {
    /// The value.
    pub kind: JsonKind<'s>,
    /// Its place.
    pub span: Span,
}

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum JsonKind<'s> {
    /// `null`, or nothing where a value should be.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as written.
    Number(&'s str),
    /// A string, escapes resolved; or a bare word.
    String(Cow<'s, str>),
    /// An array.
    Array(Vec<Json<'s>>),
    /// The members of an object, in order; repeated keys stay.
    Object(Vec<(Key<'s>, Json<'s>)>),
}

/// The name of a member and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Key<'s> {
    /// The name.
    pub name: Cow<'s, str>,
    /// Its place.
    pub span: Span,
}

impl<'s> Json<'s> {
    /// The value of the member `name`, if this is an object that has one; the last one, as JSON readers have it.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Self> {
        self.members().iter().rev().find(|(key, _)| key.name == name).map(|(_, value)| value)
    }

    /// The members, if this is an object.
    #[must_use]
    pub fn members(&self) -> &[(Key<'s>, Self)] {
        match &self.kind {
            JsonKind::Object(members) => members,
            _ => &[],
        }
    }

    /// The text, if this is a string.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match &self.kind {
            JsonKind::String(text) => Some(text),
            _ => None,
        }
    }

    /// The truth value, also of the strings `"true"` and `"false"`.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        match &self.kind {
            JsonKind::Bool(value) => Some(*value),
            JsonKind::String(text) => text.trim().to_ascii_lowercase().parse().ok(),
            _ => None,
        }
    }
}

/// Something that was read although JSON doesn't allow it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repair {
    /// What it is, as in "a trailing comma".
    pub what: &'static str,
    /// Its place.
    pub span: Span,
}

/// Reads `text`, which begins at byte `start` of `source`. No value comes of a text that has none.
#[must_use]
pub fn parse(source: SourceId, text: &str, start: usize) -> (Option<Json<'_>>, Vec<Repair>) {
    let mut reader = Reader { lexer: Lexer::new(source, text, start), depth: 0 };
    let value = reader.document();
    (value, reader.lexer.repairs)
}

struct Reader<'s> {
    lexer: Lexer<'s>,
    depth: usize,
}

impl<'s> Reader<'s> {
    fn document(&mut self) -> Option<Json<'s>> {
        let start = self.lexer.at();
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
        let end = self.lexer.at();
        if self.lexer.peek() != Token::End {
            self.lexer.repair("text behind the end", end, self.lexer.len());
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
        Json { kind, span: self.lexer.span(start, self.lexer.at()) }
    }

    fn nested(&mut self, start: usize, read: fn(&mut Self, usize) -> Json<'s>) -> Json<'s> {
        if self.depth == MAX_DEPTH {
            self.lexer.repair("too many levels", start, start + 1);
            self.lexer.skip_to_end();
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
            items.push(self.value());
            // `"a": 1` inside brackets: the braces around it are missing.
            if self.lexer.peek() == Token::Colon {
                self.lexer.repair_token("a `:` in an array");
                self.lexer.advance();
                items.push(self.value());
            }
            self.separator();
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
            members.push((key, value));
            self.separator();
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
        Some(Key { name, span: self.lexer.span(start, self.lexer.at()) })
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

    fn separator(&mut self) {
        let end = self.lexer.at();
        match self.lexer.peek() {
            Token::Comma => {
                let comma = self.lexer.at_token();
                self.lexer.advance();
                if matches!(self.lexer.peek(), Token::Close(_)) {
                    self.lexer.repair("a trailing comma", comma, comma + 1);
                }
            }
            Token::Close(_) | Token::End => {}
            _ => self.lexer.repair("a missing comma", end, end),
        }
    }
}

#[cfg(test)]
mod tests;
