//! What changed between two values.

use serde::ser::Serialize;
use serde_json::{Map, Value};

use super::object::TAG;

/// The smallest JSON merge patch (RFC 7396) that makes `after` of `before`:
/// what to send with `PATCH`.
///
/// Members that were cleared are `null`; lists that changed are there as a
/// whole. An object that changed names its type if it did so before, for where
/// a base type is declared, Graph takes what names none for the base. That
/// `after` no longer names it is no change. Equal objects give `{}`.
///
/// # Errors
///
/// If one of the values can't be written as JSON.
pub fn merge_patch<T: Serialize + ?Sized>(before: &T, after: &T) -> Result<Value, serde_json::Error> {
    Ok(match (serde_json::to_value(before)?, serde_json::to_value(after)?) {
        (Value::Object(before), Value::Object(after)) => Value::Object(diff(before, after)),
        (_, after) => after,
    })
}

/// A missing member and `null` are the same here, as they are to the RFC.
fn diff(mut before: Map<String, Value>, after: Map<String, Value>) -> Map<String, Value> {
    let same_type = before.get(TAG) == after.get(TAG);
    let mut patch = Map::new();
    for (name, new) in after {
        match (before.remove(&name).unwrap_or_default(), new) {
            (Value::Object(old), Value::Object(new)) => {
                let change = diff(old, new);
                if !change.is_empty() {
                    patch.insert(name, Value::Object(change));
                }
            }
            (old, new) if old != new || name == TAG && !new.is_null() => {
                patch.insert(name, new);
            }
            _ => {}
        }
    }
    let cleared = before.into_iter().filter(|(name, old)| !old.is_null() && name != TAG);
    patch.extend(cleared.map(|(name, _)| (name, Value::Null)));
    if same_type && patch.keys().all(|name| name == TAG) {
        patch.clear();
    }
    patch
}
