//! From one type to another.

use std::fmt;

use serde::de::DeserializeOwned;
use serde::ser::Serialize;

use super::object::same_tag;
use super::{Like, Record};

/// The error of `TryFrom` between an enum and its types: the value is of
/// another type. It gives the value back.
pub struct WrongType<T> {
    value: T,
    expected: &'static str,
}

impl<T> WrongType<T> {
    /// The value that was to be converted.
    pub fn into_value(self) -> T {
        self.value
    }

    /// The same error about what the value was in, for macros.
    #[doc(hidden)]
    pub fn widen<U: From<T>>(self) -> WrongType<U> {
        WrongType { value: U::from(self.value), expected: self.expected }
    }

    /// For macros.
    #[doc(hidden)]
    pub fn new(value: T, expected: &'static str) -> Self {
        WrongType { value, expected }
    }
}

impl<T> fmt::Debug for WrongType<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WrongType").field("expected", &self.expected).finish_non_exhaustive()
    }
}

impl<T> fmt::Display for WrongType<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the value is no `{}`", self.expected)
    }
}

impl<T> std::error::Error for WrongType<T> {}

/// Whether the tag names the type, or one that the type is an enum over.
pub fn is<T: Record>(tag: &str) -> bool {
    match T::variants() {
        Some(variants) => variants.find(tag).is_some(),
        None => same_tag(T::open(Like::Empty).object().table().odata_type, tag),
    }
}

/// Reads a value as another type, by way of JSON.
///
/// # Errors
///
/// If the value has properties that the other type can't have.
pub fn convert<T: DeserializeOwned>(value: &impl Serialize) -> Result<T, serde_json::Error> {
    serde_json::from_value(serde_json::to_value(value)?)
}
