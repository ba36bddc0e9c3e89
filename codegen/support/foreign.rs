//! Fields of a type that the configuration puts in place of a scalar, such as
//! `uuid::Uuid`.
//!
//! Such a type reads and writes itself, by way of a [`Value`], and takes what
//! it will: what it refuses is an error that names the path.

use std::any::{Any, type_name};
use std::fmt;

use serde::de::DeserializeOwned;
use serde::ser::Serialize;
use serde_json::Value;

/// A type in place of a scalar.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be put in place of a scalar",
    note = "it needs `Clone`, `Debug`, `PartialEq`, `Serialize` and `DeserializeOwned`, and may borrow nothing"
)]
pub trait Foreign: Any + fmt::Debug {
    /// What it is in JSON.
    fn to_json(&self) -> Result<Value, serde_json::Error>;
    /// Whether the other one is of the same type, and equal.
    fn same(&self, other: &dyn Foreign) -> bool;
}

/// What can be cast down.
fn any(value: &dyn Foreign) -> &dyn Any {
    value
}

impl<T: Clone + fmt::Debug + PartialEq + Serialize + DeserializeOwned + 'static> Foreign for T {
    fn to_json(&self) -> Result<Value, serde_json::Error> {
        serde_json::to_value(self)
    }
    fn same(&self, other: &dyn Foreign) -> bool {
        any(other).downcast_ref() == Some(self)
    }
}

/// A field of such a type, or of a `LIST` of it. (What is of such a type may be
/// a list itself.)
pub trait ForeignSlot<const LIST: bool> {
    /// What the type is called, for error messages.
    fn expected(&self) -> &'static str;
    /// No value, or an empty list.
    fn clear(&mut self);
    /// Sets the value, or appends it to the list, unless the type refuses it.
    fn put(&mut self, value: Value) -> Result<(), serde_json::Error>;
    /// Sets a copy of the value, or appends it to the list.
    fn copy(&mut self, value: &dyn Foreign);
}

impl<T: Foreign + Clone + DeserializeOwned> ForeignSlot<false> for Option<T> {
    fn expected(&self) -> &'static str {
        type_name::<T>()
    }
    fn clear(&mut self) {
        *self = None;
    }
    fn put(&mut self, value: Value) -> Result<(), serde_json::Error> {
        *self = Some(T::deserialize(value)?);
        Ok(())
    }
    fn copy(&mut self, value: &dyn Foreign) {
        *self = any(value).downcast_ref().cloned();
    }
}

impl<T: Foreign + Clone + DeserializeOwned> ForeignSlot<true> for Option<Vec<T>> {
    fn expected(&self) -> &'static str {
        type_name::<T>()
    }
    fn clear(&mut self) {
        *self = Some(Vec::new());
    }
    fn put(&mut self, value: Value) -> Result<(), serde_json::Error> {
        self.get_or_insert_default().push(T::deserialize(value)?);
        Ok(())
    }
    fn copy(&mut self, value: &dyn Foreign) {
        self.get_or_insert_default().extend(any(value).downcast_ref::<T>().cloned());
    }
}
