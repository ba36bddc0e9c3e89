//! What changed between two values.

use serde::de::DeserializeOwned;
use serde::ser::Serialize;
use serde_json::{Map, Value};

use super::object::TAG;

/// The smallest JSON merge patch (RFC 7396) that makes `after` of `before`:
/// what to send with `PATCH`.
///
/// Members that were cleared are `null`; lists that changed are there as a
/// whole. An object that changed names its type if it did so before, for where
/// a base type is declared, Graph takes what names none for the base. That
/// `after` no longer names it is no change, nor that it lacks an annotation,
/// `@odata.etag`, that came with the answer of a service. Equal objects give
/// `{}`.
///
/// Navigation properties are compared like all others; most services take them
/// in no patch.
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

/// What a JSON merge patch (RFC 7396) makes of `before`, the counterpart of
/// [`merge_patch`]: `null` clears a member, an object changes what it has, and
/// all else takes the place of what was there.
///
/// # Errors
///
/// If `before` can't be written as JSON, or what comes of it isn't a `T`.
pub fn apply_patch<T: Serialize + DeserializeOwned>(before: &T, patch: &Value) -> Result<T, serde_json::Error> {
    let mut after = serde_json::to_value(before)?;
    apply(&mut after, patch);
    serde_json::from_value(after)
}

fn apply(target: &mut Value, patch: &Value) {
    let Value::Object(patch) = patch else {
        *target = patch.clone();
        return;
    };
    if !target.is_object() {
        *target = Value::Object(Map::new());
    }
    let Value::Object(target) = target else { return };
    for (name, change) in patch {
        if change.is_null() {
            target.remove(name);
        } else {
            apply(target.entry(name.as_str()).or_insert(Value::Null), change);
        }
    }
}

/// Whether the member is said of another, or of the object: what else has an `@`
/// is a name of somebody's own.
fn is_annotation(name: &str) -> bool {
    name.starts_with('@') || name.contains("@odata.") || name.contains("@microsoft.graph.")
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
    let cleared = before.into_iter().filter(|(name, old)| !old.is_null() && !is_annotation(name));
    patch.extend(cleared.map(|(name, _)| (name, Value::Null)));
    if same_type && patch.keys().all(|name| name == TAG) {
        patch.clear();
    }
    patch
}
