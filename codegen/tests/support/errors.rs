//! Wrong documents: errors that say where.

use serde_json::Map;

use super::*;

#[test]
fn a_wrong_kind_names_path_and_both_kinds() {
    for (json, message) in [
        (r#"{"string":5}"#, "value of `Everything.string`: expected a string, found a number"),
        (r#"{"string":{"a":1}}"#, "value of `Everything.string`: expected a string, found an object"),
        (r#"{"bool":"yes"}"#, "value of `Everything.bool`: expected a boolean, found a string"),
        (r#"{"guid":[]}"#, "value of `Everything.guid`: expected a string, found a list"),
        (r#"{"next":3}"#, "value of `Everything.next`: expected an object, found a number"),
        (r#"{"next":{"bool":1}}"#, "value of `Everything.next.bool`: expected a boolean, found a number"),
        (r#"{"shapes":{}}"#, "value of `Everything.shapes`: expected a list, found an object"),
        (r#"{"strings":"a"}"#, "value of `Everything.strings`: expected a list, found a string"),
        (r#"{"strings":["a",null]}"#, "value of `Everything.strings[1]`: expected a string, found null"),
        (r#"{"longs":[true]}"#, "value of `Everything.longs[0]`: expected an integer of 64 bits, found a boolean"),
        (r#"{"shapes":[{},null]}"#, "value of `Everything.shapes[1]`: expected an object, found null"),
        (r#"{"shapes":[{},[]]}"#, "value of `Everything.shapes[1]`: expected an object, found a list"),
        // Known by its tag, so not excused by being unknown; the tag last, so set aside.
        (
            r#"{"shapes":[{"id":"a"},{"tags":["a",{}],"@odata.type":"test.circle"}]}"#,
            "value of `Everything.shapes[1].tags[1]`: expected a string, found an object",
        ),
        ("null", "value of `Everything`: expected an object, found null"),
        ("[]", "value of `Everything`: expected an object, found a list"),
    ] {
        assert_eq!(read_error::<Everything>(json), message);
    }
    let error = serde_json::from_str::<Shape>("{\n\"id\": 5}").unwrap_err();
    let message = "value of `Shape.id`: expected a string, found a number at line 2 column 8";
    assert_eq!(error.to_string(), message);
}

#[test]
fn a_number_must_fit() {
    for (json, message) in [
        (r#"{"byte":-1}"#, "value of `Everything.byte`: expected an integer of 8 bits without sign, found -1"),
        (r#"{"sbyte":128}"#, "value of `Everything.sbyte`: expected an integer of 8 bits, found 128"),
        (r#"{"int16":1.5}"#, "value of `Everything.int16`: expected an integer of 16 bits, found 1.5"),
        (r#"{"int32":2147483648}"#, "value of `Everything.int32`: expected an integer of 32 bits, found 2147483648"),
        (
            r#"{"int64":"9223372036854775808"}"#,
            "value of `Everything.int64`: expected an integer of 64 bits, found \"9223372036854775808\"",
        ),
        (r#"{"int64":1e30}"#, "value of `Everything.int64`: expected an integer of 64 bits, found 1e30"),
        // Quotes are for numbers that a double can't hold.
        (r#"{"int32":"5"}"#, "value of `Everything.int32`: expected an integer of 32 bits, found \"5\""),
        (r#"{"double":"1.5"}"#, "value of `Everything.double`: expected a number, found \"1.5\""),
    ] {
        assert_eq!(read_error::<Everything>(json), message);
    }
}

#[test]
fn depth_is_limited() {
    let nest = |open: &str, close: &str, depth| open.repeat(depth) + "null" + &close.repeat(depth);
    for (open, close) in [(r#"{"next":"#, "}"), (r#"{"other":["#, "]}"), (r#"{"shapes":[{"x":"#, "}]}")] {
        assert!(serde_json::from_str::<Everything>(&nest(open, close, 40)).is_ok());
        assert!(serde_json::from_str::<Everything>(&nest(open, close, 10_000)).is_err());
    }

    // Trees are not limited by serde_json.
    let message = "more than 128 objects and lists within one another";
    for nest in [
        (|tree| Value::Object(Map::from_iter([("next".to_owned(), tree)]))) as fn(Value) -> Value,
        |tree| Value::Object(Map::from_iter([("other".to_owned(), tree)])),
        |tree| Value::Object(Map::from_iter([("any".to_owned(), Value::from(vec![tree]))])),
        |tree| Value::Object(Map::from_iter([("anys".to_owned(), Value::from(vec![tree]))])),
        |tree| Value::Object(Map::from_iter([("@odata.type".to_owned(), tree)])),
    ] {
        let tree = (0..10_000).fold(Value::Null, |tree, _| nest(tree));
        let root = tree.as_object().unwrap().keys().next().cloned();
        assert_eq!(Everything::deserialize(&tree).unwrap_err().to_string(), message, "{root:?}");
        assert_eq!(Shape::deserialize(&tree).unwrap_err().to_string(), message, "{root:?}");
        assert_eq!(Nothing::deserialize(&tree).unwrap_err().to_string(), message, "{root:?}");
        assert_eq!(Opaque::deserialize(&tree).unwrap_err().to_string(), message, "{root:?}");
        free(tree);
    }
}

/// A tree frees itself by recursion, too deep for the stack of a test.
fn free(tree: Value) {
    let mut left = vec![tree];
    while let Some(tree) = left.pop() {
        match tree {
            Value::Object(members) => left.extend(members.into_iter().map(|(_, value)| value)),
            Value::Array(list) => left.extend(list),
            _ => {}
        }
    }
}

#[test]
fn what_can_be_read_fits_on_a_small_stack() {
    let nest = |open: &str, close: &str| open.repeat(63) + "null" + &close.repeat(63);
    let work = move || {
        for json in [
            nest(r#"{"next":{"next":"#, "}}"),
            nest(r#"{"other":["#, "]}"),
            format!(r#"{{"shape":{}}}"#, nest(r#"{"x":["#, "]}")),
        ] {
            let everything: Everything = serde_json::from_str(&json).unwrap();
            let copy = everything.clone();
            assert!(copy == everything && !format!("{copy:?}").is_empty());
            assert!(support::merge_patch(&copy, &everything).unwrap().as_object().unwrap().is_empty());
            assert_eq!(serde_json::from_str::<Everything>(&write(&copy)).unwrap(), everything);
        }
    };
    std::thread::Builder::new().stack_size(1 << 20).spawn(work).unwrap().join().unwrap();
}
