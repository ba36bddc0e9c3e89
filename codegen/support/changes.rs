//! What has changed, as the pages of a delta query tell.

use serde_json::Value;

use super::{AdditionalProperties, Delta, Element, Ref, Table};

/// What happened to an object, as a [`Delta`] tells.
///
/// Some services tell otherwise that an object is gone: a `driveItem` has a
/// `deleted` then, and is `Updated`.
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
    /// The reason as Graph writes it, `changed` or `deleted`; empty if none was
    /// given.
    pub fn as_str(&self) -> &str {
        match self {
            Reason::Changed => "changed",
            Reason::Deleted => "deleted",
            Reason::Other(other) => other,
        }
    }

    fn of(element: Ref<'_>) -> Option<Self> {
        let mut reason = None;
        let mut look = |_: &'static Table, others: &AdditionalProperties| {
            reason = others.annotation("removed").map(Self::told);
        };
        match element {
            Ref::Object(record) => record.show(&mut look),
            Ref::Union(union) => union.show(&mut look),
            Ref::Any(value) => {
                let removed = ["@removed", "@odata.removed"].iter().find_map(|name| value.get(name));
                return removed.map(Self::told);
            }
            _ => return None,
        }
        reason
    }

    fn told(removed: &Value) -> Self {
        match removed.get("reason").and_then(Value::as_str).unwrap_or_default() {
            "changed" => Reason::Changed,
            "deleted" => Reason::Deleted,
            other => Reason::Other(other.into()),
        }
    }
}

impl<T> Change<T> {
    fn of(value: T, look: fn(&T) -> Ref<'_>) -> Self {
        match Reason::of(look(&value)) {
            Some(reason) => Change::Removed(value, reason),
            None => Change::Updated(value),
        }
    }
}

impl<T: Element> Delta<T> {
    /// What this page tells.
    pub fn iter(&self) -> impl Iterator<Item = Change<&T>> {
        self.into_iter()
    }
}

impl<T: Element> IntoIterator for Delta<T> {
    type Item = Change<T>;
    type IntoIter = std::iter::Map<std::vec::IntoIter<T>, fn(T) -> Change<T>>;

    fn into_iter(self) -> Self::IntoIter {
        self.value.into_iter().map(|value| Change::of(value, T::look))
    }
}

impl<'a, T: Element> IntoIterator for &'a Delta<T> {
    type Item = Change<&'a T>;
    type IntoIter = std::iter::Map<std::slice::Iter<'a, T>, fn(&'a T) -> Change<&'a T>>;

    fn into_iter(self) -> Self::IntoIter {
        self.value.iter().map(|value| Change::of(value, |value| value.look()))
    }
}
