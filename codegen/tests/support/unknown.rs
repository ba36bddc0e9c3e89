//! What the types don't know is kept.

use serde_json::json;

use super::*;
use support::AdditionalProperties;

#[test]
fn unknown_members_survive_at_every_depth() {
    let json = concat!(
        r##"{"@odata.context":"c","item":{"@odata.type":"#test.folder","children@odata.count":3,"##,
        r##""children":[{"@odata.type":"#test.new","deep":{"er":[1,null]}}],"x":1.5},"##,
        r##""next":{"y":null,"colour":"mauve"},"string":"s","z":[{}]}"##
    );
    let everything: Everything = read(json);
    let document: Value = serde_json::from_str(json).unwrap();
    assert_eq!(serde_json::to_value(&everything).unwrap(), document);
    assert_eq!(everything.clone(), everything);

    let others = &everything.additional_properties;
    assert_eq!(others.annotation("context"), Some(&json!("c")));
    assert_eq!(others.iter().map(|(name, _)| name).collect::<Vec<_>>(), ["@odata.context", "z"]);
    let folder = everything.item.as_ref().and_then(AnyItem::as_folder).unwrap();
    assert_eq!(folder.additional_properties.annotation_of("children", "count"), Some(&json!(3)));
    assert_eq!(folder.additional_properties.annotation("count"), None);
    let newer: Nothing = read(r#"{"@etag":1,"children@count":2,"@microsoft.graph.downloadUrl":3,"x@y":4}"#);
    let others = &newer.additional_properties;
    assert_eq!(others.annotation("etag"), Some(&json!(1)));
    assert_eq!(others.annotation_of("children", "count"), Some(&json!(2)));
    assert_eq!(others.annotation("microsoft.graph.downloadUrl"), Some(&json!(3)));
    assert_eq!(others.annotation("y"), None);
    let next = everything.next.unwrap();
    assert_eq!(next.colour, Some(Colour::Other("mauve".into())));
    assert_eq!(next.additional_properties.get("y"), Some(&Value::Null));
}

#[test]
fn nothing_of_an_earlier_duplicate_is_left() {
    let shape = json!({ "@odata.type": "#test.circle", "id": "1" });
    let firsts = [
        ("string", json!("a")),
        ("bool", json!(true)),
        ("int32", json!(1)),
        ("when", json!("2026-01-01T00:00:00Z")),
        ("any", json!({ "a": 1 })),
        ("next", json!({ "string": "a" })),
        ("shape", shape.clone()),
    ];
    for (name, first) in firsts {
        let read = |last: &str| read::<Everything>(&format!(r#"{{"{name}":{first},"{name}":{last}}}"#));
        assert_eq!(read("null"), Everything::default(), "{name}");
    }
    let again = r#"{"next":{"string":"a"},"next":{"bool":true}}"#;
    assert_eq!(serde_json::to_value(read::<Everything>(again)).unwrap(), json!({ "next": { "bool": true } }));
    let again = format!(r#"{{"shapes":[{shape}],"shape":{shape},"shape":{{"id":"2"}},"shapes":[]}}"#);
    assert_eq!(
        serde_json::to_value(read::<Everything>(&again)).unwrap(),
        json!({ "shape": { "id": "2" }, "shapes": [] })
    );
}

#[test]
fn the_last_of_duplicates_wins() {
    let json = r##"{"id":"a","x":1,"@odata.type":"test.circle","y":2,"id":"b","x":3,"tags":["t"],
        "@odata.type":"#test.circle","tags":["u"]}"##;
    let shape: Shape = serde_json::from_str(json).unwrap();
    let written = r##"{"@odata.type":"#test.circle","id":"b","tags":["u"],"y":2,"x":3}"##;
    assert_eq!(write(&shape), written);

    // But an object has one type: what was read as one is not to be called another.
    let error = "value of `Shape.@odata.type`: expected to be there once, found another one";
    for again in [r##""#test.sub.square""##, r##""#test.star""##, "null", "1"] {
        for first in ["#test.circle", "TEST.Circle"] {
            let json = format!(r#"{{"id":"a","@odata.type":"{first}","radius":1,"@odata.type":{again}}}"#);
            let told = serde_json::from_str::<Shape>(&json).unwrap_err().to_string();
            assert!(told.starts_with(error), "{told}");
        }
    }
    let own: Shape = serde_json::from_str(r##"{"@odata.type":null,"@odata.type":"#test.circle"}"##).unwrap();
    assert!(own.additional_properties().is_empty());
    let shape: Shape = serde_json::from_str(r#"{"@odata.type":null,"@odata.type":"test.circle"}"#).unwrap();
    assert_eq!(write(&shape), r#"{"@odata.type":"test.circle"}"#);

    // Many of them cost no more than as many different ones.
    let members: Vec<_> = (0..200_000).map(|i| format!(r#""k{}":{i},"@odata.type":{i}"#, i % 2)).collect();
    let nothing: Nothing = serde_json::from_str(&format!("{{{}}}", members.join(","))).unwrap();
    let written = r#"{"@odata.type":199999,"k0":199998,"k1":199999}"#;
    assert_eq!(write(&nothing), written);
}

#[test]
fn null_is_no_value_and_an_empty_list() {
    let document = json!({
        "any": null, "anys": null, "bool": null, "bools": null, "colours": null, "decimal": null,
        "item": null, "longs": null, "opaque": null, "opaques": [null], "shapes": null,
        "strings": null, "when": null, "x": null,
    });
    let everything: Everything = read(&document.to_string());
    assert_eq!(everything.strings, Some(Vec::new()));
    assert_eq!(everything.opaques, Some(vec![Opaque(Value::Null)]));
    let written = concat!(
        r#"{"anys":[],"bools":[],"colours":[],"longs":[],"opaques":[null],"#,
        r#""shapes":[],"strings":[],"x":null}"#
    );
    assert_eq!(write(&everything), written);
}

#[test]
fn a_declared_property_wins_over_an_additional_one() {
    let mut item = Item { name: Some("n".into()), ..Item::default() };
    item.additional_properties.insert("name", json!("other"));
    assert_eq!(write(&item), r##"{"@odata.type":"#test.item","name":"n"}"##);
    item.name = None;
    assert_eq!(write(&item), r##"{"@odata.type":"#test.item","name":"other"}"##);
}

#[test]
fn additional_properties_are_a_small_ordered_map() {
    assert_eq!(size_of::<AdditionalProperties>(), size_of::<usize>());
    let mut map = AdditionalProperties::new();
    assert_eq!(map.insert("b", json!(1)), None);
    assert_eq!(map.insert("a", json!(2)), None);
    assert_eq!(map.insert("b", json!(3)), Some(json!(1)));
    if let Some(value) = map.get_mut("a") {
        *value = json!(4);
    }
    assert_eq!(map.iter().collect::<Vec<_>>(), [("b", &json!(3)), ("a", &json!(4))]);
    let swapped: AdditionalProperties = [("a".to_owned(), json!(4)), ("b".to_owned(), json!(3))].into_iter().collect();
    assert_eq!(map, swapped);
    assert_eq!(map.remove("b"), Some(json!(3)));
    assert_ne!(map, swapped);
    assert!(map.contains_key("a") && !map.contains_key("b"));
    assert_eq!(map.remove("b"), None);
    assert_eq!(map.remove("a"), Some(json!(4)));
    assert!(map.is_empty());
    assert_eq!((swapped.len(), swapped.into_iter().count()), (2, 2));
}

#[test]
fn members_are_found_by_any_index() {
    let names = (0..700).map(|i| format!("{}{i}", &"settingOfTheDevice"[..i % 19])).collect::<Vec<_>>().leak();
    let keys: &[&str] = names.iter().map(String::as_str).collect::<Vec<_>>().leak();
    let mut index = vec![0; support::index_len(keys)];
    support::fill_index(&mut index, keys);
    let table = support::Table { keys, index: index.leak(), ..*Nothing::TABLE };
    assert!(keys.iter().enumerate().all(|(slot, key)| table.find(key) == Some(slot)));
    assert_eq!(table.find("settingOfTheDevice"), None);
    // It differs in the middle alone from one that is there.
    assert_eq!((table.find("settingOfAnyDevice18"), table.find("settingOfTheDevice18")), (None, Some(18)));
    assert_eq!(Nothing::TABLE.find(""), None);
}

#[test]
fn anything_is_taken_as_it_came() {
    for value in
        ["true", "-1", "18446744073709551615", "0.5", r#""a""#, "[]", "[null,[1]]", "{}", r#"{"a":[{"b":null}]}"#]
    {
        let json = format!(r#"{{"any":{value},"anys":[null,{value}]}}"#);
        assert_eq!(write(&read::<Everything>(&json)), json);
    }
}
