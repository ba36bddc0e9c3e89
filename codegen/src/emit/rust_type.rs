//! The Rust types of properties.

use std::borrow::Cow;

use crate::model::Primitive;
use crate::resolve::{Property, PropertyType, TypeKind};

use super::place::Place;

/// What a property holds, as seen from one module.
pub(super) struct RustType {
    /// How the machinery treats it.
    kind: Kind,
    /// The path of the type of a single value.
    value: Cow<'static, str>,
    /// That of the type within, for `Flags<…>`.
    of: Option<String>,
    /// The name to import from the support module.
    pub(super) import: Option<&'static str>,
    /// Whether the value is as cheap to copy as to lend.
    copy: bool,
    collection: bool,
    boxed: bool,
}

/// The kinds of slots that the machinery tells apart.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Str,
    Bool,
    Number,
    Text,
    Any,
    Foreign,
    Object,
    Union,
}

/// Numbers that an `i32`, or an `f64`, can't become.
const NARROW: [&str; 10] = ["u8", "i8", "i16", "u16", "u32", "u64", "u128", "usize", "isize", "f32"];

impl RustType {
    /// The type of `property`, as `from` names it.
    pub(super) fn new(from: Place<'_, '_>, property: &Property<'_>) -> Self {
        let single = match property.ty {
            PropertyType::Primitive(primitive) => Self::primitive(from, primitive),
            PropertyType::Type(id) => match &from.scope.resolved.get(id).kind {
                TypeKind::Structured(structured) => {
                    let kind = if structured.rust.union.is_some() { Kind::Union } else { Kind::Object };
                    Self::single(kind, from.object_path(id))
                }
                TypeKind::Undocumented => Self::single(Kind::Any, from.type_path(id)),
                TypeKind::Enum(enumeration) => {
                    let member = from.type_path(id);
                    if enumeration.is_flags {
                        Self { of: Some(member), ..Self::of_support(from, Kind::Text, "Flags") }
                    } else {
                        Self::single(Kind::Text, member)
                    }
                }
            },
        };
        let boxed = property.boxed && !property.collection && single.kind == Kind::Object;
        Self { collection: property.collection, boxed, ..single }
    }

    fn primitive(from: Place<'_, '_>, primitive: Primitive) -> Self {
        if let Some(path) = from.scope.emission.options.scalars.get(primitive) {
            return Self::single(Kind::Foreign, path.to_owned());
        }
        let support = |kind, name| Self::of_support(from, kind, name);
        match primitive {
            Primitive::Boolean => Self::copy(Kind::Bool, "bool"),
            Primitive::String => Self::single(Kind::Str, "String"),
            Primitive::Byte => Self::copy(Kind::Number, "u8"),
            Primitive::SByte => Self::copy(Kind::Number, "i8"),
            Primitive::Int16 => Self::copy(Kind::Number, "i16"),
            Primitive::Int32 => Self::copy(Kind::Number, "i32"),
            Primitive::Int64 => Self::copy(Kind::Number, "i64"),
            // Graph's singles come with the digits of doubles (circularGeofenceManagementCondition).
            Primitive::Single | Primitive::Double => Self::copy(Kind::Number, "f64"),
            Primitive::Decimal => support(Kind::Number, "Decimal"),
            Primitive::Binary => support(Kind::Text, "Binary"),
            Primitive::Date => support(Kind::Text, "Date"),
            Primitive::DateTimeOffset => support(Kind::Text, "DateTimeOffset"),
            Primitive::Duration => support(Kind::Text, "Duration"),
            Primitive::Guid => support(Kind::Text, "Guid"),
            Primitive::TimeOfDay => support(Kind::Text, "TimeOfDay"),
            Primitive::Stream | Primitive::Untyped => Self::single(Kind::Any, "serde_json::Value"),
        }
    }

    fn single(kind: Kind, value: impl Into<Cow<'static, str>>) -> Self {
        Self { kind, value: value.into(), of: None, import: None, copy: false, collection: false, boxed: false }
    }

    fn copy(kind: Kind, value: &'static str) -> Self {
        Self { copy: true, ..Self::single(kind, value) }
    }

    fn of_support(from: Place<'_, '_>, kind: Kind, name: &'static str) -> Self {
        let (path, import) = from.support_type(name);
        Self { import: import.then_some(name), ..Self::single(kind, path) }
    }

    /// Adds the type of the field to `out`.
    pub(super) fn push_field(&self, out: &mut String) {
        let pieces = [Some("Option"), self.wrapper(), self.of.is_some().then_some(self.value.as_ref())];
        let around = pieces.into_iter().flatten();
        around.clone().for_each(|outer| out.extend([outer, "<"]));
        out.push_str(self.of.as_deref().unwrap_or(&self.value));
        around.for_each(|_| out.push('>'));
    }

    /// What is around the value in the field's `Option`.
    fn wrapper(&self) -> Option<&'static str> {
        match (self.collection, self.boxed) {
            (true, _) => Some("Vec"),
            (false, true) => Some("Box"),
            (false, false) => None,
        }
    }

    /// How a setter makes the field, as the machinery calls it, and of what.
    pub(super) fn setter(&self) -> (&'static str, String) {
        // Where anything that becomes the value will do, a bare literal is an `i32` or `f64`, which becomes none of these.
        let narrow = NARROW.contains(&self.value.as_ref());
        let how = match (self.collection, self.boxed) {
            (true, _) if narrow => "all",
            (true, _) => "many",
            (false, true) => "boxed",
            (false, false) if narrow => "exactly",
            (false, false) => "one",
        };
        (how, self.single_value())
    }

    fn single_value(&self) -> String {
        match &self.of {
            Some(of) => format!("{}<{of}>", self.value),
            None => self.value.clone().into_owned(),
        }
    }

    /// The kind of slot, as the machinery calls it.
    pub(super) fn slot(&self) -> &'static str {
        match (self.kind, self.collection) {
            (Kind::Str, false) => "Str",
            (Kind::Bool, false) => "Bool",
            (Kind::Number, false) => "Number",
            (Kind::Text, false) => "Text",
            (Kind::Any, false) => "Any",
            (Kind::Foreign, false) => "Foreign",
            (Kind::Object, false) => "Object",
            (Kind::Union, false) => "Union",
            (Kind::Str, true) => "Strs",
            (Kind::Bool, true) => "Bools",
            (Kind::Number, true) => "Numbers",
            (Kind::Text, true) => "Texts",
            (Kind::Any, true) => "Anys",
            (Kind::Foreign, true) => "Foreigns",
            (Kind::Object, true) => "Objects",
            (Kind::Union, true) => "Unions",
        }
    }

    /// What a method that lends the field returns, and what to put behind the field for it.
    pub(super) fn lent(&self) -> (String, &'static str) {
        let value = self.single_value();
        match (self.collection, self.kind) {
            (true, _) => (format!("Option<&[{value}]>"), ".as_deref()"),
            (false, Kind::Str) => ("Option<&str>".to_owned(), ".as_deref()"),
            (false, _) if self.copy => (format!("Option<{value}>"), ""),
            (false, _) if self.boxed => (format!("Option<&{value}>"), ".as_deref()"),
            (false, _) => (format!("Option<&{value}>"), ".as_ref()"),
        }
    }
}
