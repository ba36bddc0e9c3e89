//! Merge patches.

use serde_json::json;

use super::*;
use support::{apply_patch, merge_patch};

/// RFC 7396, word for word.
pub(super) fn apply(target: &mut Value, patch: &Value) {
    let Value::Object(patch) = patch else {
        *target = patch.clone();
        return;
    };
    if !target.is_object() {
        *target = json!({});
    }
    let Value::Object(target) = target else { unreachable!() };
    for (name, value) in patch {
        if value.is_null() {
            target.remove(name);
        } else {
            apply(target.entry(name.as_str()).or_insert(Value::Null), value);
        }
    }
}

/// To a merge patch, a member that is null is none.
pub(super) fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            let members = members.into_iter().filter(|(_, value)| !value.is_null());
            members.map(|(name, value)| (name, without_nulls(value))).collect()
        }
        value => value,
    }
}

/// That an object no longer names its type, or lacks another annotation, is no change.
pub(super) fn keep_annotations(before: &Value, after: &mut Value) {
    if let (Value::Object(before), Value::Object(after)) = (before, after) {
        for (name, before) in before {
            match after.get_mut(name) {
                Some(after) => keep_annotations(before, after),
                None if name.starts_with('@') || name.contains("@odata.") => {
                    drop(after.insert(name.clone(), before.clone()))
                }
                None => {}
            }
        }
    }
}

#[test]
fn what_changed_names_its_type() {
    let before: Everything =
        read(r##"{"shape":{"@odata.type":"#test.circle","radius":2,"unknown":{"@odata.type":"#x","a":1}}}"##);
    let mut after = before.clone();
    after.shape = Some(Circle { radius: Some(3.0), ..before.shape.clone().unwrap().try_into().unwrap() }.into());
    let patch = merge_patch(&before, &after).unwrap();
    assert_eq!(patch, json!({ "shape": { "@odata.type": "#test.circle", "radius": 3.0 } }));

    let mut after = before.clone();
    after.shape = Some(read(r##"{"@odata.type":"#test.sub.square","id":"i"}"##));
    let patch = merge_patch(&before, &after).unwrap();
    let expected = json!({ "@odata.type": "#test.sub.square", "id": "i", "radius": null, "unknown": null });
    assert_eq!(patch, json!({ "shape": expected }));

    let square = Square { side: Some(1), ..Square::default() };
    let larger = Square { side: Some(2), ..square.clone() };
    let patch = merge_patch(&square, &larger).unwrap();
    assert_eq!(patch, json!({ "@odata.type": "#test.sub.square", "side": 2 }));
    assert_eq!(merge_patch(&larger, &larger).unwrap(), json!({}));
}

#[test]
fn a_type_that_is_no_longer_named_is_not_cleared() {
    let before: Everything = read(r##"{"next":{"@odata.type":"#test.everything","string":"a","int32":1}}"##);
    let next = Everything { string: Some("b".into()), ..Everything::default() };
    let after = Everything { next: Some(next.into()), ..Everything::default() };
    let patch = merge_patch(&before, &after).unwrap();
    assert_eq!(patch, json!({ "next": { "string": "b", "int32": null } }));
}

#[test]
fn patches_are_minimal() {
    let before: Everything = read(
        r##"{"string":"a","bool":true,"strings":["a","b"],"double":1,
            "next":{"string":"x","int32":1},"item":{"@odata.type":"#test.item","name":"n"},
            "shape":{"@odata.type":"#test.circle","id":"i","radius":2},"unknown":{"a":1,"b":2}}"##,
    );
    assert_eq!(merge_patch(&before, &before.clone()).unwrap(), json!({}));

    let mut after = before.clone();
    after.string = None;
    after.strings = Some(vec!["b".into()]);
    after.int32 = Some(7);
    if let Some(next) = &mut after.next {
        next.int32 = None;
        next.string = Some("y".into());
    }
    let square = Square { id: Some("i".into()), side: Some(1), ..Square::default() };
    after.shape = Some(square.into());
    after.additional_properties.insert("unknown", json!({ "a": 1 }));
    let patch = merge_patch(&before, &after).unwrap();
    assert_eq!(
        patch,
        json!({
            "string": null, "strings": ["b"], "int32": 7,
            "next": { "string": "y", "int32": null },
            "shape": { "@odata.type": "#test.sub.square", "radius": null, "side": 1 },
            "unknown": { "b": null },
        })
    );
    assert_eq!(apply_patch(&before, &patch).unwrap(), after);
}

#[test]
fn what_a_service_annotated_is_not_cleared() {
    let before: Everything = read(
        r##"{"@odata.context":"c","@odata.etag":"e","string":"a","next":{"int32@odata.type":"#Int32","int32":1}}"##,
    );
    let next = Everything { int32: Some(2), ..Everything::default() };
    let mut after = Everything { string: Some("b".into()), next: Some(next.into()), ..Everything::default() };
    after.additional_properties.insert("next@odata.bind", "address".into());
    let patch = merge_patch(&before, &after).unwrap();
    assert_eq!(patch, json!({ "next@odata.bind": "address", "string": "b", "next": { "int32": 2 } }));

    let before: Everything = read(r#"{"open":{"a@b":1}}"#);
    assert_eq!(merge_patch(&before, &Everything::default()).unwrap(), json!({ "open": null }));
    let after: Everything = read(r#"{"open":{"c":1}}"#);
    assert_eq!(merge_patch(&before, &after).unwrap(), json!({ "open": { "a@b": null, "c": 1 } }));
}

#[test]
fn a_patch_is_applied_as_the_rfc_has_it() {
    let before: Everything =
        read(r##"{"string":"a","int32":1,"strings":["a"],"next":{"bool":true,"x":{"y":1,"z":2}}}"##);
    let patch = json!({ "int32": null, "strings": ["b"], "next": { "x": { "y": null, "new": {} } }, "double": 1.5 });
    let after = apply_patch(&before, &patch).unwrap();
    let expected =
        json!({ "string": "a", "strings": ["b"], "next": { "bool": true, "x": { "z": 2, "new": {} } }, "double": 1.5 });
    assert_eq!(serde_json::to_value(&after).unwrap(), expected);
    let error = apply_patch(&before, &json!({ "next": { "bool": "yes" } })).unwrap_err();
    assert_eq!(error.to_string(), "value of `Everything.next.bool`: expected a boolean, found a string");
    assert!(apply_patch(&before, &json!(5)).is_err());
}
