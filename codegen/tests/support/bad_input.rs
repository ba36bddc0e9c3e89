//! Documents that nobody should send: an error, or the value kept.

use serde_json::json;

use super::*;

/// Whether all of a document is in what was written of it, in the same or in another form of the same value.
fn is_kept(came: &Value, written: &Value) -> bool {
    match (came, written) {
        (Value::Object(came), Value::Object(written)) => came.iter().all(|(name, value)| {
            written.get(name).map_or(value.is_null(), |written| is_kept(value, written) || value.is_null())
        }),
        (Value::Array(came), Value::Array(written)) => {
            came.len() == written.len() && came.iter().zip(written).all(|(came, written)| is_kept(came, written))
        }
        (Value::Number(came), Value::Number(written)) => came.as_f64() == written.as_f64(),
        (Value::String(came), Value::Number(written)) => *came == written.to_string(),
        _ => came == written,
    }
}

#[test]
fn any_value_of_any_member_is_kept_or_an_error() {
    let values = json!([
        null, true, 0, 1, -1, 300, -40000, 1.5, 1e300, 18446744073709551615_u64, "", "a", "7", "1.5", "INF", "-INF",
        "NaN", "\u{0}\u{1f600}", [], [1], ["a"], [null], [[]], [{}], [true, "x"], {}, {"a": 1}, {"a": {"b": []}},
        {"@odata.type": 5}, {"@odata.type": "#test.circle"}
    ]);
    let (mut kept, mut refused) = (0, 0);
    for name in Everything::PROPERTIES {
        for value in values.as_array().into_iter().flatten() {
            let document = json!({ *name: value });
            match serde_json::from_str::<Everything>(&document.to_string()) {
                Ok(everything) => {
                    let written = serde_json::to_value(&everything).unwrap();
                    assert!(is_kept(&document, &written), "{document} became {written}");
                    kept += 1;
                }
                Err(error) => {
                    let told = error.to_string();
                    let path = format!("value of `Everything.{name}");
                    let parts = [path.as_str(), "`: expected ", ", found ", " at line 1 column "];
                    assert!(parts.iter().all(|part| told.contains(part)), "{document}: {told}");
                    refused += 1;
                }
            }
        }
    }
    assert!(kept > 200 && refused > 500, "{kept} kept, {refused} refused");
}

#[test]
fn what_is_no_json_is_an_error_wherever_it_stands() {
    let digits = "9".repeat(400);
    let wrong: Vec<&[u8]> = vec![
        b"1e400",
        b"-1e400",
        digits.as_bytes(),
        b"NaN",
        b"Infinity",
        b"-",
        b"01",
        b"+1",
        b".5",
        b"1.",
        b"0x1",
        b"tru",
        b"'a'",
        b"\"\\ud800\"",
        b"\"\\udc00\"",
        b"\"\\ud800\\ud800\"",
        b"\"\\x\"",
        b"\"\xff\"",
        b"\"\xc3\x28\"",
        b"\"\n\"",
        b"\"\xed\xa0\x80\"",
        b"\"",
        b"[",
        b"[1,]",
        b"{",
        b"{\"a\"}",
        b"{1:2}",
        b"{\"\xff\":1}",
        b"{\"\\ud800\":1}",
        b"",
    ];
    // In known members of each kind, in unknown ones, below a known list, and before the tag.
    let mut places: Vec<String> = Everything::PROPERTIES.iter().map(|name| format!(r#"{{"{name}":?}}"#)).collect();
    let others = [r#"{"x":?}"#, r#"{"x":[{"y":?}]}"#, r#"{"shapes":[{"x":?}]}"#, r#"{"shapes":[{"tags":[?],"#];
    places.extend(others.map(str::to_owned));
    for place in places {
        let (before, behind) = place.split_once('?').unwrap();
        for wrong in &wrong {
            let document = [before.as_bytes(), wrong, behind.as_bytes()].concat();
            let told = String::from_utf8_lossy(&document);
            assert!(serde_json::from_slice::<Everything>(&document).is_err(), "{told}");
            assert!(serde_json::from_reader::<_, Everything>(document.as_slice()).is_err(), "{told}");
        }
    }
}

#[test]
fn a_document_that_breaks_off_is_an_error() {
    let json =
        r##"{"shapes":[{"id":"\u00e9","tags":["t"],"@odata.type":"#test.circle","radius":1.5}],"x":{"y":[null]}}"##;
    assert!(serde_json::from_str::<Everything>(json).is_ok());
    for end in 0..json.len() {
        assert!(serde_json::from_slice::<Everything>(&json.as_bytes()[..end]).is_err(), "{}", &json[..end]);
    }
}

#[test]
fn messages_quote_the_beginning_of_what_they_found() {
    let error = serde_json::from_str::<Everything>(&format!(r#"{{"int32":"{}"}}"#, "é".repeat(1_000_000)));
    let told = error.unwrap_err().to_string();
    assert!(told.contains(&format!("found \"{}…\" at", "é".repeat(40))), "{}", told.len());
}
