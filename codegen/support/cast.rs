//! From one type to another.

use std::fmt;

use serde::de::DeserializeOwned;
use serde::ser::Serialize;

use super::object::{name, same_tag, table};
use super::{AdditionalProperties, Record, Table, odata_type};

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

    /// For macros.
    #[doc(hidden)]
    pub fn new<Expected: Record + Default>(value: T) -> Self {
        WrongType { value, expected: name::<Expected>() }
    }
}

/// What a value in an enum in an enum is, for macros.
#[doc(hidden)]
pub fn narrow<Outer, Inner, T>(value: Outer) -> Result<T, WrongType<Outer>>
where
    Outer: From<Inner>,
    Inner: TryFrom<Outer, Error = WrongType<Outer>>,
    T: Record + Default + TryFrom<Inner, Error = WrongType<Inner>>,
{
    let value = match Inner::try_from(value) {
        Ok(inner) => match T::try_from(inner) {
            Ok(value) => return Ok(value),
            Err(error) => error.value.into(),
        },
        Err(error) => error.value,
    };
    Err(WrongType::new::<T>(value))
}

impl<T: Record> WrongType<T> {
    /// The type that the value names, or, where it names none, its Rust type.
    fn found(&self) -> String {
        let mut found = String::new();
        self.value.show(&mut |table: &'static Table, others: &AdditionalProperties| {
            odata_type(table, others).unwrap_or(table.name).clone_into(&mut found);
        });
        found
    }
}

impl<T: Record> fmt::Debug for WrongType<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut output = f.debug_struct("WrongType");
        output.field("expected", &self.expected).field("found", &self.found()).finish_non_exhaustive()
    }
}

impl<T: Record> fmt::Display for WrongType<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected a value of type `{}`, found `{}`", self.expected, self.found())
    }
}

impl<T: Record> std::error::Error for WrongType<T> {}

/// Whether the tag names the type, or one that the type is an enum over.
pub fn is<T: Record + Default>(tag: &str) -> bool {
    match T::variants() {
        Some(variants) => variants.find(tag).is_some(),
        None => same_tag(table(&mut T::default()).odata_type, tag),
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
