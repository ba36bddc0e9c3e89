//! JSON into types and back: what is read is written again with nothing lost, and read again as the same.
//!
//! The types are the committed bindings, and those of the tests of the support module, which have every kind of field.
#![no_main]
#![allow(dead_code, missing_docs, unused_imports)]

#[path = "../../../codegen/tests/support/model.rs"]
mod model;
#[macro_use]
#[path = "../../../codegen/support/macros/mod.rs"]
mod macros;
#[path = "../../../codegen/support/support.rs"]
mod support;
#[path = "../../../codegen/tests/support/tables.rs"]
mod tables;

use model::{AnyItem, Circle, Colour, Everything, Folder, Item, Nothing, Opaque, Polygon, PolygonBase};
use model::{Shape, ShapeBase, Square};
use msgraph_bindings::{CustomCalloutExtension, CustomExtensionData, User, identity_governance::Workflow};
use serde_json::Value;

macro_rules! there_and_back {
    ($bytes:expr => $($type:ty),*) => {$(
        if let Ok(read) = serde_json::from_slice::<$type>($bytes) {
            let written = serde_json::to_vec(&read).expect("JSON");
            let again = serde_json::from_slice::<$type>(&written).expect("what was written can be read");
            assert_eq!(serde_json::to_vec(&again).expect("JSON"), written);

            let document: Value = serde_json::from_slice($bytes).expect("what was read is JSON");
            let value: Value = serde_json::from_slice(&written).expect("what was written is JSON");
            assert!(is_kept(&document, &value), "{document} became {value}");
            let from_value = serde_json::from_value::<$type>(document).expect("a tree is read as its text is");
            assert_eq!(serde_json::to_value(&from_value).expect("JSON"), value);

            assert_eq!(format!("{:?}", read.clone()), format!("{read:?}"));
            // A NaN differs from itself.
            assert!(read == again || $bytes.windows(3).any(|text| text == b"NaN" || text[0] == b'\\'));
        }
    )*};
}

/// Nulls may be gone (of a list, an empty one is left), numbers may look different, and a type may be named.
fn is_kept(came: &Value, written: &Value) -> bool {
    match (came, written) {
        (Value::Object(came), Value::Object(written)) => {
            let is_null = |name: &String| came.get(name).is_none_or(Value::is_null);
            let may_be_added = |name: &str, value: &Value| {
                name == "@odata.type" || value.is_null() || value.as_array().is_some_and(Vec::is_empty)
            };
            came.iter()
                .filter(|(_, value)| !value.is_null())
                .all(|(name, value)| written.get(name).is_some_and(|written| is_kept(value, written)))
                && written.iter().all(|(name, value)| !is_null(name) || may_be_added(name, value))
        }
        (Value::Array(came), Value::Array(written)) => {
            came.len() == written.len() && came.iter().zip(written).all(|(came, written)| is_kept(came, written))
        }
        (Value::Number(came), Value::Number(written)) => came == written || came.as_f64() == written.as_f64(),
        // An Edm.Int64 in quotes.
        (Value::String(came), Value::Number(written)) => came.parse().ok() == written.as_i64(),
        _ => came == written,
    }
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    there_and_back!(bytes => CustomCalloutExtension, CustomExtensionData, User, Workflow);
    there_and_back!(bytes => Shape, AnyItem, Everything, Nothing, Opaque);
    there_and_back!(bytes => support::Collection<Everything>, support::Delta<Shape>);
});
