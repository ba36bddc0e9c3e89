use super::*;
use crate::diagnostic::{Edit, Edits};
use crate::source::Sources;
use proptest::prelude::*;

fn read(text: &str) -> (Option<serde_json::Value>, Vec<&'static str>) {
    let sources = Sources::from_texts([("page.md", text)]);
    let (id, _) = sources.iter().next().unwrap();
    let (value, repairs) = parse(id, text, 0);
    (value.map(|value| plain(&value)), repairs.iter().map(|repair| repair.what).collect())
}

fn plain(json: &Json<'_>) -> serde_json::Value {
    match &json.kind {
        JsonKind::Null => serde_json::Value::Null,
        JsonKind::Bool(value) => (*value).into(),
        JsonKind::Number(text) => serde_json::from_str(text).unwrap_or_default(),
        JsonKind::String(text) => text.as_ref().into(),
        JsonKind::Array(items) => items.iter().map(plain).collect(),
        JsonKind::Object(members) => members.iter().map(|(key, value)| (key.name.to_string(), plain(value))).collect(),
    }
}

#[test]
fn every_defect_of_the_pages_is_repaired_and_told() {
    let object = r#"{"a":"x","b":[1,true]}"#;
    for (text, repair) in [
        (r#"{"a": "x", "b": [1, true],}"#, "a trailing comma"),
        (r#"{"a": "x" "b": [1, true]}"#, "a missing comma"),
        (r#"{"a": "x", /* inherited */ "b": [1, true]}"#, "a comment"),
        ("{\"a\": \"x\", // why\n \"b\": [1, true]}", "a comment"),
        (r#"{&quot;a&quot;: "x", "b": [1, true]}"#, "quotes other than `\"`"),
        (r#"{'a': "x", "b": [1, true]}"#, "quotes other than `\"`"),
        (r#"{a: "x", "b": [1, true]}"#, "a key without quotes"),
        (r#"{"a": x, "b": [1, true]}"#, "a value without quotes"),
        (r#"{"a": "x", "b": [1, true], ...}"#, "an ellipsis"),
        (r#"{"a": "x", "b": [1, true]"#, "a bracket that is never closed"),
        (r#""a": "x", "b": [1, true]"#, "members without the braces around them"),
        ("{\"a\": \"x,\n \"b\": [1, true]}", "a string that is never closed"),
        (r#"{"a": "x", "b": [1, true]} }"#, "text behind the end"),
        (r#"shows: {"a": "x", "b": [1, true]}"#, "text before the beginning"),
        (r#"{"a"： "x"， "b": [1, true]}"#, "full-width punctuation"),
    ] {
        let (value, repairs) = read(text);
        assert_eq!(value.map(|value| value.to_string()).as_deref(), Some(object), "{text}");
        assert!(repairs.contains(&repair), "{text}: {repairs:?}");
    }
}

/// The text with all repairs that are plain.
fn mended(text: &str) -> String {
    let sources = Sources::from_texts([("page.md", text)]);
    let (id, _) = sources.iter().next().unwrap();
    let (_, repairs) = parse(id, text, 0);
    let problems: Vec<Vec<Edit>> = repairs.iter().filter_map(Repair::edit).map(|edit| vec![edit]).collect();
    let mut edits = Edits::new();
    assert!(problems.iter().all(|problem| edits.add(problem)), "{text}");
    edits.texts(&sources).pop().map_or_else(|| text.to_owned(), |(_, text)| text)
}

#[test]
fn what_is_to_stand_instead_makes_json_of_it() {
    for text in [
        r#"{"a": [1, 2,], "b": {"c": null},}"#,
        "{\"a\": [1, 2]\n\"b\": {\"c\": null}\n}",
        r#"{"a"：[1，2]，"b": {"c": null}}"#,
        r#"{"a": [1, 2] "b"：{"c": null},}"#,
    ] {
        let mended = mended(text);
        let strict: serde_json::Value = serde_json::from_str(&mended).unwrap();
        assert_eq!(strict, serde_json::json!({"a": [1, 2], "b": {"c": null}}), "{mended}");
    }
    assert_eq!(mended("{a: 1}"), "{a: 1}");
}

#[test]
fn an_escape_is_known_whatever_it_stands_for() {
    assert_eq!(read(r#""\ufffd\u00e9\/""#), (Some("\u{fffd}é/".into()), vec![]));
    assert_eq!(read(r#""\ud800\q""#).1, ["an unknown escape", "an unknown escape"]);
}

#[test]
fn what_has_no_quotes_ends_where_the_next_key_begins() {
    let (value, repairs) = read("{\"a\": -1.5 \"b\": true\t\"c\": two \"words\", \"d\": null \"e\": 0}");
    let expected = r#"{"a":-1.5,"b":true,"c":"two \"words\"","d":null,"e":0}"#;
    assert_eq!(value.map(|value| value.to_string()).as_deref(), Some(expected));
    assert_eq!(repairs.iter().filter(|repair| **repair == "a missing comma").count(), 3);
}

#[test]
fn what_is_plain_is_mended() {
    for (text, expected) in [
        (r#"{"a": "x" "b": ["x" "y" {}]}"#, r#"{"a": "x", "b": ["x", "y", {}]}"#),
        ("[1 // one\n \"x\"]", "[1, // one\n \"x\"]"),
        ("{\"a\": 1 // one\n \"b\": 2,\n}", "{\"a\": 1, // one\n \"b\": 2\n}"),
        (r#"{"a"： ["x"， "y"，]，}"#, r#"{"a": ["x", "y"]}"#),
        ("[{}， // one\n]", "[{} // one\n]"),
        // Of these, the author has to know what is meant.
        ("{\"a\": \"x,\n \"b\": {}}", "{\"a\": \"x,\n \"b\": {}}"),
        ("{\"a\": //x\n : \"b\": {}}", "{\"a\": //x\n : \"b\": {}}"),
        ("{\"a\" “：//x\n z”: \"b\" {}}", "{\"a\" “：//x\n z”: \"b\" {}}"),
        (r#"{"a": "says "no" to x", "b": 1}"#, r#"{"a": "says "no" to x", "b": 1}"#),
        (r#"{"a": "x" or "y", "b": ["x" ... "y"]}"#, r#"{"a": "x" or "y", "b": ["x" ... "y"]}"#),
    ] {
        assert_eq!(mended(text), expected);
    }
}

#[test]
fn half_escaped_quotes_are_quotes() {
    let (value, repairs) = read(r#"{ "@type&quot;: &quot;microsoft.graph.listInfo", "b": 1 }"#);
    assert_eq!(value, Some(serde_json::json!({"@type": "microsoft.graph.listInfo", "b": 1})));
    assert!(!repairs.is_empty());
}

#[test]
fn depth_is_limited_and_time_is_linear() {
    let (value, repairs) = read(&"[".repeat(100_000));
    assert!(value.is_some());
    assert!(repairs.contains(&"too many levels"));
    let text = format!("{{{}}}", "\"a\" ".repeat(200_000));
    assert!(read(&text).0.is_some());
}

fn arbitrary_json() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        any::<i32>().prop_map(|eighths| (f64::from(eighths) / 8.0).into()),
        any::<String>().prop_map(Into::into),
    ];
    leaf.prop_recursive(4, 32, 5, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(Into::into),
            proptest::collection::btree_map(any::<String>(), inner, 0..5).prop_map(|map| map.into_iter().collect()),
        ]
    })
}

proptest! {
    #[test]
    fn valid_json_is_read_without_a_repair(value in arbitrary_json(), pretty in any::<bool>()) {
        let text = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) }.unwrap();
        let (read, repairs) = read(&text);
        prop_assert_eq!(read, Some(value));
        prop_assert_eq!(repairs, Vec::<&str>::new());
    }

    #[test]
    fn any_text_is_read_to_the_end(text in "[\\PC\n]{0,60}|[{}\\[\\]\",:'a1&quot;\\\\ \n/*.-]{0,60}") {
        read(&text);
    }
}
