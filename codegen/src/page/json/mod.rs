//! JSON as the pages write it: read to the end whatever is wrong, every repair told with its place.
//!
//! Of the JSON representations of 2021 one in sixty is not valid: mostly a trailing comma, then comments, quotes
//! written `&quot;`, keys without quotes, and unfinished objects. Valid JSON is read without a repair.

mod lexer;
mod reader;
mod strings;

use std::borrow::Cow;

use crate::diagnostic::Edit;
use crate::source::{SourceId, Span};

use reader::Reader;

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
    /// What JSON wants in this place instead, where that is plain.
    pub instead: Option<&'static str>,
}

impl Repair {
    /// What mends it on the page, where that is plain.
    #[must_use]
    pub fn edit(&self) -> Option<Edit> {
        Some(Edit { span: self.span, text: self.instead?.to_owned() })
    }
}

/// Reads `text`, which begins at byte `start` of `source`. No value comes of a text that has none.
#[must_use]
pub fn parse(source: SourceId, text: &str, start: usize) -> (Option<Json<'_>>, Vec<Repair>) {
    Reader::new(source, text, start).read()
}

#[cfg(test)]
mod tests;
