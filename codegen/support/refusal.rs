//! What Graph answers when it refuses a request.

use std::error::Error;
use std::fmt;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;

use super::path::Path;
use super::read::read_root;
use super::{AdditionalProperties, Look, Mut, Record, Table, debug, index, index_len, read_struct, see, write};

/// What Graph answers to a request that it refuses: the *error response* of
/// OData (JSON format 4.01, section 21.1).
///
/// To be read from the body where the status tells of a failure. It is a
/// [`std::error::Error`], so that `?` passes it on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ErrorResponse {
    /// What went wrong. An object without it is no error response, and can't be
    /// read as one.
    pub error: MainError,
    /// What else came with the answer.
    pub additional_properties: AdditionalProperties,
}

/// What went wrong.
#[derive(Clone, Default, PartialEq)]
pub struct MainError {
    /// The kind of the error, for programs: `itemNotFound`.
    pub code: Option<String>,
    /// What happened, for people. It may change at any time.
    pub message: Option<String>,
    /// What of the request is wrong, such as the name of a property.
    pub target: Option<String>,
    /// The errors that led to this one.
    pub details: Option<Vec<MainError>>,
    /// What else came with the error: among others the
    /// [inner error](Self::inner_error).
    pub additional_properties: AdditionalProperties,
}

impl MainError {
    /// What the service tells of the circumstances, `innerError`.
    pub fn inner_error(&self) -> Option<&Value> {
        ["innerError", "innererror"].iter().find_map(|name| self.additional_properties.get(name))
    }

    /// What support asks for: by what the service knows the request.
    pub fn request_id(&self) -> Option<&str> {
        self.inner_error()?.get("request-id")?.as_str()
    }
}

const MAIN_ERROR: &Table = &Table {
    name: "MainError",
    keys: MAIN_ERROR_KEYS,
    structural: MAIN_ERROR_KEYS.len(),
    index: &index::<{ index_len(MAIN_ERROR_KEYS) }>(MAIN_ERROR_KEYS),
    ..Table::UNKNOWN
};
const MAIN_ERROR_KEYS: &[&str] = &["code", "message", "target", "details"];

impl Record for MainError {
    fn show<'a>(&'a self, to: &mut dyn Look<'a>) {
        to.look(MAIN_ERROR, &self.additional_properties);
        see::Str(&self.code, 0, to);
        see::Str(&self.message, 1, to);
        see::Str(&self.target, 2, to);
        see::Objects(&self.details, 3, to);
    }
    fn set(&mut self, slot: usize) -> Mut<'_> {
        match slot {
            0 => Mut::Str(&mut self.code),
            1 => Mut::Str(&mut self.message),
            2 => Mut::Str(&mut self.target),
            3 => Mut::Objects(&mut self.details),
            _ => Mut::Others(MAIN_ERROR, &mut self.additional_properties),
        }
    }
}

const ERROR: &str = "error";

/// What an answer is read into: here, `error` can be missing.
#[derive(Default)]
struct Answer {
    error: Option<MainError>,
    additional_properties: AdditionalProperties,
}

impl Record for Answer {
    fn show<'a>(&'a self, _: &mut dyn Look<'a>) {
        // An answer is only ever filled.
    }
    fn set(&mut self, slot: usize) -> Mut<'_> {
        static TABLE: Table = Table {
            name: "ErrorResponse",
            keys: &[ERROR],
            structural: 1,
            index: &index::<{ index_len(&[ERROR]) }>(&[ERROR]),
            ..Table::UNKNOWN
        };
        match slot {
            0 => Mut::Object(&mut self.error),
            _ => Mut::Others(&TABLE, &mut self.additional_properties),
        }
    }
}

impl<'de> Deserialize<'de> for ErrorResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = "ErrorResponse";
        let mut answer = None;
        read_root(Mut::Object(&mut answer), name, deserializer)?;
        let Answer { error, additional_properties } = answer.unwrap_or_default();
        let missing = || Path::root(name).member(ERROR).mismatch("an object", &"nothing");
        Ok(Self { error: error.ok_or_else(missing)?, additional_properties })
    }
}

impl Serialize for ErrorResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry(ERROR, &self.error)?;
        for (name, value) in self.additional_properties.iter().filter(|(name, _)| *name != ERROR) {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for MainError {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_struct(deserializer)
    }
}

impl Serialize for MainError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write(self, serializer)
    }
}

impl fmt::Debug for MainError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        debug(self, f)
    }
}

impl fmt::Display for MainError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.code, &self.message) {
            (Some(code), Some(message)) => write!(f, "{code}: {message}"),
            (Some(text), None) | (None, Some(text)) => f.write_str(text),
            (None, None) => f.write_str("an error of which nothing is told"),
        }
    }
}

impl fmt::Display for ErrorResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.error.fmt(f)
    }
}

impl Error for MainError {}

impl Error for ErrorResponse {}
