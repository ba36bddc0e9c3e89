//! The tokens of lenient JSON.

use std::borrow::Cow;

use crate::source::{SourceId, Span};

use super::strings::begins_string;
use super::{JsonKind, Repair};

/// More repairs than this say nothing new about a block.
pub(super) const MAX_REPAIRS: usize = 16;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Token {
    Open(u8),
    Close(u8),
    Comma,
    Colon,
    String,
    Word,
    Junk,
    End,
}

pub(super) struct Lexer<'s> {
    source: SourceId,
    pub(super) text: &'s str,
    start: usize,
    pub(super) at: usize,
    pub(super) repairs: Vec<Repair>,
}

impl<'s> Lexer<'s> {
    pub(super) fn new(source: SourceId, text: &'s str, start: usize) -> Self {
        Self { source, text, start, at: 0, repairs: Vec::new() }
    }

    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.source, self.start + start, self.start + end.min(self.text.len()))
    }

    pub(super) fn repair(&mut self, what: &'static str, start: usize, end: usize) {
        if self.repairs.len() < MAX_REPAIRS {
            let span = self.span(start, end);
            self.repairs.push(Repair { what, span, instead: None });
        }
    }

    /// The same, where it is plain what JSON wants `instead`.
    pub(super) fn replace(&mut self, what: &'static str, start: usize, end: usize, instead: &'static str) {
        let repair = Repair { what, span: self.span(start, end), instead: Some(instead) };
        // It doesn't matter how wide a comma is that is too many.
        if let Some(same) = self.repairs.iter_mut().find(|other| other.span == repair.span && start < end) {
            *same = repair;
        } else if self.repairs.len() < MAX_REPAIRS {
            self.repairs.push(repair);
        }
    }

    /// Reports the token that comes next.
    pub(super) fn repair_token(&mut self, what: &'static str) {
        let start = self.at_token();
        let end = self.first().map_or(start, |first| start + first.len_utf8());
        self.repair(what, start, end);
    }

    pub(super) fn rest(&self) -> &'s str {
        &self.text[self.at..]
    }

    /// The character that comes next.
    #[inline]
    fn first(&self) -> Option<char> {
        match self.text.as_bytes().get(self.at)? {
            byte if byte.is_ascii() => Some(char::from(*byte)),
            _ => self.rest().chars().next(),
        }
    }

    /// Where the next token begins.
    pub(super) fn at_token(&mut self) -> usize {
        self.skip_blank();
        self.at
    }

    pub(super) fn peek(&mut self) -> Token {
        self.skip_blank();
        let Some(first) = self.first() else { return Token::End };
        match first {
            '{' | '[' => Token::Open(first as u8),
            '}' | ']' => Token::Close(first as u8),
            ',' | '\u{ff0c}' => Token::Comma,
            ':' | '\u{ff1a}' => Token::Colon,
            '"' => Token::String,
            c if is_word(c) => Token::Word,
            _ if begins_string(self.rest()) => Token::String,
            _ => Token::Junk,
        }
    }

    /// Passes the token that comes next, one character long.
    pub(super) fn advance(&mut self) {
        self.skip_blank();
        if let Some(first) = self.first() {
            let instead = match first {
                '\u{ff0c}' => Some(","),
                '\u{ff1a}' => Some(":"),
                _ => None,
            };
            if let Some(instead) = instead {
                self.replace("full-width punctuation", self.at, self.at + first.len_utf8(), instead);
            }
            self.at += first.len_utf8();
        }
    }

    /// Passes what stands before the first `{` or `[`, if there is one.
    pub(super) fn skip_to_open(&mut self) -> bool {
        let Some(found) = self.rest().find(['{', '[']) else { return false };
        self.repair("text before the beginning", 0, self.at + found);
        self.at += found;
        true
    }

    /// Whether a string or word with a `:` behind it comes next. `shows: {…}` is prose before an object.
    pub(super) fn is_member(&mut self) -> bool {
        let (at, repairs) = (self.at, self.repairs.len());
        let quoted = self.peek() == Token::String;
        if quoted {
            self.string();
        } else {
            self.bare_key();
        }
        let mut member = self.peek() == Token::Colon;
        if member && !quoted {
            self.advance();
            member = !matches!(self.peek(), Token::Open(_));
        }
        self.at = at;
        self.repairs.truncate(repairs);
        member
    }

    #[inline]
    pub(super) fn skip_blank(&mut self) {
        // Mostly there is none.
        let next = self.text.as_bytes().get(self.at);
        if !next
            .is_some_and(|b| b.is_ascii_alphanumeric() || matches!(b, b'"' | b',' | b':' | b'{'..=b'}' | b'[' | b']'))
        {
            self.skip_blanks();
        }
    }

    /// Kept apart, for most places that skip blanks find none.
    #[inline(never)]
    fn skip_blanks(&mut self) {
        loop {
            let bytes = &self.text.as_bytes()[self.at..];
            self.at += bytes.iter().take_while(|b| matches!(b, b' ' | b'\n' | b'\r' | b'\t')).count();
            // Hardly ever is it something else that has to be passed.
            if !matches!(self.text.as_bytes().get(self.at), Some(b'/' | b'.' | 0xb | 0xc | 0x80..)) {
                return;
            }
            let rest = self.rest();
            let blank = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'));
            self.at += rest.len() - blank.len();
            let rest = self.rest();
            let (what, len) = if rest.starts_with("//") {
                ("a comment", rest.find('\n').unwrap_or(rest.len()))
            } else if let Some(body) = rest.strip_prefix("/*") {
                ("a comment", body.find("*/").map_or(rest.len(), |end| end + 4))
            } else if rest.starts_with("...") {
                ("an ellipsis", 3)
            } else if rest.starts_with('\u{2026}') {
                ("an ellipsis", '\u{2026}'.len_utf8())
            } else {
                return;
            };
            self.repair(what, self.at, self.at + len);
            self.at += len;
        }
    }

    /// A key without quotes.
    pub(super) fn bare_key(&mut self) -> &'s str {
        self.skip_blank();
        let rest = self.rest();
        let end = rest
            .find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '@' | '.' | '-' | '$' | '#')))
            .unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    /// A number, a literal, or words without quotes up to the end of the line.
    pub(super) fn word(&mut self) -> JsonKind<'s> {
        let start = self.at;
        let rest = self.rest();
        let end = rest.find([',', '}', ']', '\n', '{', '[']).unwrap_or(rest.len());
        let line = &rest[..end];
        let words = line.split("//").next().unwrap_or(line).trim_end();
        let (first, behind) = words.split_once([' ', '\t', '\u{ff0c}']).unwrap_or((words, ""));
        // `"depth": 2 "label": "x"` lacks the comma; `true，` has one that translators write.
        let ends = behind.trim_start().starts_with('"') || words[first.len()..].starts_with('\u{ff0c}');
        let word = if ends && literal(first).is_some() { first } else { words };
        self.at += word.len();
        literal(word).unwrap_or_else(|| {
            self.repair("a value without quotes", start, self.at);
            JsonKind::String(Cow::Borrowed(word))
        })
    }
}

/// The value that a word without quotes is in JSON.
fn literal(word: &str) -> Option<JsonKind<'_>> {
    match word {
        "true" => Some(JsonKind::Bool(true)),
        "false" => Some(JsonKind::Bool(false)),
        "null" => Some(JsonKind::Null),
        _ => is_number(word).then_some(JsonKind::Number(word)),
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '@' | '$' | '#' | '-' | '+' | '.' | '<' | '*')
}

/// RFC 8259, section 6.
fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let text = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = text.split_once(['e', 'E']).map_or((text, None), |(m, e)| (m, Some(e)));
    let (whole, fraction) = mantissa.split_once('.').map_or((mantissa, None), |(w, f)| (w, Some(f)));
    let exponent_ok = exponent.is_none_or(|e| digits(e.strip_prefix(['+', '-']).unwrap_or(e)));
    digits(whole) && (whole.len() == 1 || !whole.starts_with('0')) && fraction.is_none_or(digits) && exponent_ok
}
