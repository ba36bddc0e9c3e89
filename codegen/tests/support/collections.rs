//! Pages of collections and of changes.

use serde_json::json;

use super::*;
use support::{Change, Collection, Delta, Element, Reason};

const PAGE: &str = r##"{
    "@odata.context": "https://graph/$metadata#shapes",
    "@odata.count": 7,
    "value": [
        {"id": "a", "radius": 1.5, "@odata.type": "#test.circle", "@odata.etag": "W/1"},
        {"@odata.type": "#test.hexagon", "new": true}
    ],
    "@odata.nextLink": "https://graph/shapes?$skiptoken=2",
    "later": null
}"##;

#[test]
fn a_page_is_read_walked_and_written_back() {
    let mut page: Collection<Shape> = read(PAGE);
    assert_eq!(page.next_link(), Some("https://graph/shapes?$skiptoken=2"));
    assert_eq!((page.delta_link(), page.count()), (None, Some(7)));
    assert_eq!(page.context(), Some("https://graph/$metadata#shapes"));
    let document: Value = serde_json::from_str(PAGE).unwrap();
    assert_eq!(serde_json::to_value(&page).unwrap(), document);
    assert_eq!(page.clone(), page);

    let types: Vec<_> = (&page).into_iter().map(Shape::odata_type).collect();
    assert_eq!(types, [Some("#test.circle"), Some("#test.hexagon")]);
    for shape in &mut page {
        *shape = Circle::default().into();
    }
    assert!(page.into_iter().all(|shape| shape.as_circle().is_some()));
}

#[test]
fn annotations_may_lack_the_prefix_and_counts_be_text() {
    let page: Collection<Item> = read(r#"{"@context":"c","@count":"12","@nextLink":"n","value":null}"#);
    assert_eq!((page.context(), page.count(), page.next_link()), (Some("c"), Some(12), Some("n")));
    assert_eq!(page.value, []);
}

#[test]
fn pages_are_made_of_values() {
    let page: Collection<String> = ["a", "b"].map(str::to_owned).into_iter().collect();
    assert_eq!(write(&page), r#"{"value":["a","b"]}"#);
    assert_eq!(read::<Collection<String>>(&write(&page)), page);
    assert_eq!(read::<Collection<Value>>(r#"{"value":[1,null,{}]}"#).value, [json!(1), Value::Null, json!({})]);
    assert_eq!(write(&Delta::<Item>::default()), r#"{"value":[]}"#);
}

#[test]
fn what_is_no_page_is_an_error_with_a_path() {
    for (json, message) in [
        (r#"{"@odata.count":0}"#, "value of `Collection.value`: expected a list, found nothing"),
        (
            r#"{"error":{"code":"itemNotFound"}}"#,
            r#"value of `Collection.value`: expected a list, found the error {"code":"itemNotFound"}"#,
        ),
        (r#"{"value":{}}"#, "value of `Collection.value`: expected a list, found an object"),
        (
            r#"{"value":[{},{"next":{"shapes":[{"id":1}]}}]}"#,
            "value of `Collection.value[1].next.shapes[0].id`: expected a string, found a number",
        ),
    ] {
        let of_delta = message.replace("Collection", "Delta");
        assert_eq!(page_errors::<Everything>(json), [message, &of_delta]);
    }
}

fn page_errors<T: Element>(json: &str) -> [String; 2] {
    [read_error::<Collection<T>>(json), read_error::<Delta<T>>(json)]
}

#[test]
fn changes_tell_what_is_gone() {
    let json = r##"{"@odata.deltaLink":"d","value":[
        {"name":"new"},
        {"name":"trashed","@removed":{"reason":"changed"}},
        {"@odata.type":"#test.folder","@removed":{"reason":"deleted","by":"me"}},
        {"@removed":{}}
    ]}"##;
    let delta: Delta<AnyItem> = read(json);
    assert_eq!((delta.len(), delta.is_empty()), (4, false));
    assert_eq!(delta.delta_link(), Some("d"));
    let written: Value = serde_json::to_value(&delta).unwrap();
    let mut document: Value = serde_json::from_str(json).unwrap();
    for (index, tag) in [(0, "#test.item"), (1, "#test.item"), (3, "#test.item")] {
        document["value"][index]["@odata.type"] = json!(tag);
    }
    assert_eq!(written, document);

    let told: Vec<_> = delta
        .into_iter()
        .map(|change| match change {
            Change::Updated(item) => (item.as_item().is_some(), None),
            Change::Removed(item, reason) => (item.as_item().is_some(), Some(reason)),
        })
        .collect();
    assert_eq!((Reason::Deleted.as_str(), Reason::Other("lost".into()).as_str()), ("deleted", "lost"));
    let gone = [Reason::Changed, Reason::Deleted, Reason::Other("".into())].map(Some);
    let [trashed, deleted, unsaid] = gone;
    assert_eq!(told, [(true, None), (true, trashed), (false, deleted), (true, unsaid)]);
}

#[test]
fn what_was_cleared_is_seen_in_raw_changes() {
    let before = Item { name: Some("a".into()), ..Item::default() };
    let delta: Delta<Value> =
        read(r#"{"value":[{"id":"1","name":null},{"id":"2","@odata.removed":{"reason":"deleted"}}]}"#);
    assert_eq!(delta.iter().count(), 2);
    let changes: Vec<_> = delta.into_iter().collect();
    let [Change::Updated(item), Change::Removed(_, Reason::Deleted)] = changes.as_slice() else {
        panic!("{changes:?}");
    };
    assert_eq!(support::apply_patch(&before, item).unwrap().name, None);
}
