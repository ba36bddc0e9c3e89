//! What has changed, as the pages of a delta query tell.

use serde_json::Value;

use super::{AdditionalProperties, Delta, Record, Table};

/// What happened to an object, as a [`Delta`] tells.
#[derive(Clone, Debug, PartialEq)]
pub enum Change<T> {
    /// It is new, or some of its properties changed. Only these may be there.
    Updated(T),
    /// It is gone. Mostly its `id` is all that is there.
    Removed(T, Reason),
}

/// Why an object is gone, from `@removed`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Reason {
    /// It can be restored, or merely is no longer asked for.
    Changed,
    /// It is gone for good.
    Deleted,
    /// Another reason, or none given.
    Other(Box<str>),
}

impl Reason {
    fn of(record: &dyn Record) -> Option<Self> {
        let mut reason = None;
        record.show(&mut |_: &'static Table, others: &AdditionalProperties| {
            let removed = others.annotation("removed");
            reason = removed.map(|removed| match removed.get("reason").and_then(Value::as_str).unwrap_or_default() {
                "changed" => Reason::Changed,
                "deleted" => Reason::Deleted,
                other => Reason::Other(other.into()),
            });
        });
        reason
    }
}

impl<T> Change<T> {
    fn of(value: T, record: fn(&T) -> &dyn Record) -> Self {
        match Reason::of(record(&value)) {
            Some(reason) => Change::Removed(value, reason),
            None => Change::Updated(value),
        }
    }
}

impl<T: Record> IntoIterator for Delta<T> {
    type Item = Change<T>;
    type IntoIter = std::iter::Map<std::vec::IntoIter<T>, fn(T) -> Change<T>>;

    fn into_iter(self) -> Self::IntoIter {
        self.value.into_iter().map(|value| Change::of(value, |value| value))
    }
}

impl<'a, T: Record> IntoIterator for &'a Delta<T> {
    type Item = Change<&'a T>;
    type IntoIter = std::iter::Map<std::slice::Iter<'a, T>, fn(&'a T) -> Change<&'a T>>;

    fn into_iter(self) -> Self::IntoIter {
        self.value.iter().map(|value| Change::of(value, |value| *value))
    }
}
