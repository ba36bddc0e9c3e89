//! A small family of types, as `generate` would write them.

use super::support::{AdditionalProperties, Binary, Date, DateTimeOffset, Decimal, Duration, Flags, Guid, TimeOfDay};

/// An abstract type.
#[non_exhaustive]
pub enum Shape {
    /// A circle.
    Circle(Box<Circle>),
    /// A polygon, abstract as well.
    Polygon(Polygon),
    /// Another shape.
    Other(Box<ShapeBase>),
}

/// The fields of `Shape` itself.
pub struct ShapeBase {
    pub id: Option<String>,
    pub additional_properties: AdditionalProperties,
}

/// A type derived from `Shape`.
pub struct Circle {
    pub id: Option<String>,
    pub radius: Option<f64>,
    pub tags: Option<Vec<String>>,
    pub additional_properties: AdditionalProperties,
}

/// An abstract type derived from `Shape`.
#[non_exhaustive]
pub enum Polygon {
    /// A square.
    Square(Box<Square>),
    /// Another polygon.
    Other(Box<PolygonBase>),
}

/// The fields of `Polygon` itself.
pub struct PolygonBase {
    pub id: Option<String>,
    pub corners: Option<i32>,
    pub additional_properties: AdditionalProperties,
}

/// A type derived from `Polygon`.
pub struct Square {
    pub id: Option<String>,
    pub corners: Option<i32>,
    pub side: Option<i32>,
    pub additional_properties: AdditionalProperties,
}

/// A concrete type with a derived one.
pub struct Item {
    pub name: Option<String>,
    pub additional_properties: AdditionalProperties,
}

/// A type derived from `Item`.
pub struct Folder {
    pub name: Option<String>,
    pub children: Option<Vec<AnyItem>>,
    pub additional_properties: AdditionalProperties,
}

/// An `Item` or what derives from it.
#[non_exhaustive]
pub enum AnyItem {
    /// The base.
    Item(Box<Item>),
    /// The derived type.
    Folder(Box<Folder>),
    /// An unknown derived type.
    Other(Box<Item>),
}

/// An open enum.
#[derive(Clone)]
#[non_exhaustive]
pub enum Colour {
    Red,
    Green,
    UnknownFutureValue,
    Other(Box<str>),
}

/// A type without documentation.
pub struct Opaque(pub serde_json::Value);

/// Every kind of field.
pub struct Everything {
    pub any: Option<serde_json::Value>,
    pub anys: Option<Vec<serde_json::Value>>,
    pub binary: Option<Binary>,
    pub bool: Option<bool>,
    pub bools: Option<Vec<bool>>,
    pub byte: Option<u8>,
    pub colour: Option<Colour>,
    pub colours: Option<Vec<Colour>>,
    pub date: Option<Date>,
    pub decimal: Option<Decimal>,
    pub double: Option<f64>,
    pub duration: Option<Duration>,
    pub flags: Option<Flags<Colour>>,
    pub guid: Option<Guid>,
    pub guids: Option<Vec<Guid>>,
    pub int16: Option<i16>,
    pub int32: Option<i32>,
    pub int64: Option<i64>,
    pub item: Option<AnyItem>,
    pub longs: Option<Vec<i64>>,
    pub next: Option<Box<Everything>>,
    pub opaque: Option<Opaque>,
    pub opaques: Option<Vec<Opaque>>,
    pub sbyte: Option<i8>,
    pub shape: Option<Shape>,
    pub shapes: Option<Vec<Shape>>,
    pub string: Option<String>,
    pub strings: Option<Vec<String>>,
    pub time: Option<TimeOfDay>,
    pub when: Option<DateTimeOffset>,
    pub additional_properties: AdditionalProperties,
}

/// A type without properties.
pub struct Nothing {
    pub additional_properties: AdditionalProperties,
}
