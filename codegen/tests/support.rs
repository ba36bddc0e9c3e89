//! The run-time support that is copied beside generated bindings, under a
//! small family of types.

// What a library offers is not used up by its tests.
#![allow(dead_code, unreachable_pub)]
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "support/model.rs"]
mod model;
#[macro_use]
#[path = "../support/macros/mod.rs"]
mod macros;
#[path = "../support/support.rs"]
mod support;
#[path = "support/tables.rs"]
mod tables;

#[path = "support/bad_input.rs"]
mod bad_input;
#[path = "support/collections.rs"]
mod collections;
#[path = "support/errors.rs"]
mod errors;
#[path = "support/patches.rs"]
mod patches;
#[path = "support/polymorphism.rs"]
mod polymorphism;
#[path = "support/properties.rs"]
mod properties;
#[path = "support/reflection.rs"]
mod reflection;
#[path = "support/refusals.rs"]
mod refusals;
#[path = "support/scalars.rs"]
mod scalars;
#[path = "support/schemas.rs"]
mod schemas;
#[path = "support/unknown.rs"]
mod unknown;

use model::{
    AnyItem, Circle, Colour, Everything, Folder, Item, Nothing, Opaque, Polygon, PolygonBase, Shape, ShapeBase, Square,
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;
use support::StructuredType;

/// Reads a document from each kind of input, and expects the same of each.
fn read<T: DeserializeOwned + PartialEq + std::fmt::Debug>(json: &str) -> T {
    let value: T = serde_json::from_str(json).unwrap();
    assert_eq!(value, serde_json::from_slice(json.as_bytes()).unwrap());
    assert_eq!(value, serde_json::from_reader(json.as_bytes()).unwrap());
    let document: Value = serde_json::from_str(json).unwrap();
    assert_eq!(value, serde_json::from_value(document.clone()).unwrap());
    assert_eq!(value, T::deserialize(&document).unwrap());
    value
}

/// The error of reading a document, from text and from a tree.
fn read_error<T: DeserializeOwned>(json: &str) -> String {
    let error = serde_json::from_str::<T>(json).err().expect("an error").to_string();
    let document: Value = serde_json::from_str(json).unwrap();
    let tree_error = serde_json::from_value::<T>(document).err().expect("an error").to_string();
    // From text, a place is appended.
    assert_eq!(error.split(" at line ").next(), Some(tree_error.as_str()));
    tree_error
}

fn write(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap()
}
