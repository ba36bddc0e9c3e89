//! What makes the types work: invocations of the macros in `support/macros`, as plain text.

use std::fmt::Write;

use crate::resolve::{Enumeration, Structured, Type, TypeId, TypeKind, Union, Variant};

use super::accessors;
use super::attributes::deprecated_line;
use super::place::Place;
use super::rust_type::RustType;

/// The very code that looks names up in the index.
#[path = "../../support/table.rs"]
#[allow(dead_code, unreachable_pub)]
mod table;

/// Adds all that belongs to the type `id` to `out`.
pub(super) fn tables(from: Place<'_, '_>, id: TypeId, out: &mut String) {
    let ty = from.scope.resolved.get(id);
    match &ty.kind {
        TypeKind::Structured(structured) => {
            object(from, id, ty, structured, out);
            if from.scope.emission.options.setters {
                *out += &setters(from, id);
            }
            if from.scope.resolved.is_root(id) {
                *out += &root(&from.record_path(id));
            }
            if let Some(union) = &structured.rust.union {
                *out += &hierarchy(from, id, structured, union);
                *out += &ancestors(from, id, union);
                *out += &accessors::accessors(from, id, union);
                if from.scope.emission.options.setters {
                    *out += &lenders(from, id, union);
                }
            }
        }
        TypeKind::Enum(enumeration) => open_enum(&from.type_path(id), enumeration, out),
        TypeKind::Undocumented => out.extend(["\nopaque! { ", &from.type_path(id), "; }\n"]),
    }
}

fn object(from: Place<'_, '_>, id: TypeId, ty: &Type<'_>, structured: &Structured<'_>, out: &mut String) {
    let path = from.record_path(id);
    let name = structured.rust.record.as_str();
    let tagged = structured.is_tagged(from.scope.resolved);
    let properties = from.scope.resolved.all_properties(id);
    let bases: Vec<String> = from.scope.resolved.ancestors(id).map(|base| tag(from.scope.resolved.get(base))).collect();
    let index = index(&properties.iter().map(|(_, property)| property.name.as_ref()).collect::<Vec<_>>());
    let structural = properties.partition_point(|(_, property)| !property.navigation);
    let tag = tag(ty);
    // To write to a string can't fail.
    let _ = write!(
        out,
        "
object! {{
    {path} => {name:?}, {tag:?}, tagged {tagged};
    bases &{bases:?};
    index {index};
    structural {structural};
"
    );
    for (slot, (_, property)) in properties.iter().enumerate() {
        let kind = RustType::new(from, property).slot();
        out.extend(["    ", &slot.to_string(), " "]);
        property.ident.push_to(out);
        out.push(' ');
        push_quoted(&property.name, out);
        out.extend([" ", kind, ";\n"]);
    }
    out.push_str("}\n");
}

/// Adds `name` to `out` as a string literal. Nearly all are plain, and then no letter needs a look.
fn push_quoted(name: &str, out: &mut String) {
    if name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        out.extend(["\"", name, "\""]);
    } else {
        out.push_str(&format!("{name:?}"));
    }
}

/// Methods that set the properties.
fn setters(from: Place<'_, '_>, id: TypeId) -> String {
    let mut lines = String::new();
    for (_, property) in from.scope.resolved.all_properties(id) {
        let (how, value) = RustType::new(from, property).setter();
        lines += &deprecated_line(property);
        lines += &format!("    with_{} {} {how}({value});\n", property.ident.as_str(), property.ident);
    }
    if lines.is_empty() { lines } else { format!("\nsetters! {{\n    {};\n{lines}}}\n", from.record_path(id)) }
}

/// Methods that lend what an enum holds to be changed. Few programs need them, for a `match` does it as well; so they
/// come with the setters alone.
fn lenders(from: Place<'_, '_>, id: TypeId, union: &Union) -> String {
    let mut text = format!("\nimpl {} {{\n", from.object_path(id));
    for variant in from.scope.variants(union) {
        let is_nested = from.scope.nested(id, variant).is_some();
        let held = if is_nested { "type or of one derived from it" } else { "type" };
        let path = from.payload_path(id, variant);
        let Variant { ident, accessor, .. } = variant;
        text += &format!(
            "    /// The value, to be changed, if it is of this {held}.
    pub fn {accessor}_mut(&mut self) -> Option<&mut {path}> {{
        match self {{
            Self::{ident}(value) => Some(value),
            _ => None,
        }}
    }}
"
        );
    }
    text + "}\n"
}

/// The hash table of the names, made here since the compiler would take longer.
fn index(names: &[&str]) -> String {
    let mut bytes = vec![0; table::index_len(names)];
    table::fill_index(&mut bytes, names);
    let mut literal = String::with_capacity(4 * bytes.len() + 3);
    literal.push_str("b\"");
    for byte in bytes {
        match byte {
            // Most are, for most places are free.
            u8::MAX => literal.push_str("\\xff"),
            byte => literal.extend(byte.escape_ascii().map(char::from)),
        }
    }
    literal + "\""
}

/// The root of all types is no enum over them; it converts on demand.
fn root(path: &str) -> String {
    format!(
        "
impl {path} {{
    /// The type that the object names.
    pub fn odata_type(&self) -> Option<&str> {{
        support::odata_type(<Self as support::StructuredType>::TABLE, &self.additional_properties)
    }}
    /// Whether the object names the type `T`, or one that `T` is an enum over: then
    /// [`to`](Self::to) makes it one.
    pub fn is<T: support::Record + Default>(&self) -> bool {{
        self.odata_type().is_some_and(support::is::<T>)
    }}
    /// The object as the type that it is, or as one that this derives from.
    ///
    /// # Errors
    ///
    /// If a property has a value that the type can't have.
    pub fn to<T: ::serde::de::DeserializeOwned>(&self) -> Result<T, ::serde_json::Error> {{
        support::convert(self)
    }}
}}
"
    )
}

fn hierarchy(from: Place<'_, '_>, id: TypeId, structured: &Structured<'_>, union: &Union) -> String {
    let path = from.object_path(id);
    let name = union.ident.as_str();
    let is_nested = |variant: &&Variant| from.scope.nested(id, variant).is_some();
    let (nested, plain): (Vec<&Variant>, Vec<&Variant>) = from.scope.variants(union).partition(is_nested);
    let own = plain.iter().position(|variant| variant.ty == id);
    let other = plain.len() + nested.len();
    let empty = own.unwrap_or(other);
    let mut text = format!("\nhierarchy! {{\n    {path} => {name:?}, empty {empty};\n");
    for (number, variant) in plain.iter().chain(&nested).enumerate() {
        let word = if number < plain.len() { "type" } else { "nested" };
        let payload = from.payload_path(id, variant);
        let Variant { ident, accessor, ty } = variant;
        let tag = tag(from.scope.resolved.get(*ty));
        text += &format!("    {word} {number} {ident}({payload}) {accessor} {tag:?};\n");
    }
    let base = from.record_path(id);
    // A concrete type has a variant of its own; an abstract one, should an object claim to be it, has only this.
    let other_tag = if structured.is_abstract.is_some() { tag(from.scope.resolved.get(id)) } else { String::new() };
    text += &format!("    other {other} Other({base}) {other_tag:?};\n}}\n");
    text
}

/// Conversions between the union of `id` and all that the unions within it hold.
fn ancestors(from: Place<'_, '_>, id: TypeId, union: &Union) -> String {
    let path = from.object_path(id);
    let mut lines = String::new();
    for variant in from.scope.variants(union) {
        let Some(inner) = from.scope.nested(id, variant) else { continue };
        let inner_path = from.object_path(variant.ty);
        for held in from.held(variant.ty, inner) {
            lines += &format!("    {path}, {}({inner_path}), {held};\n", variant.ident);
        }
    }
    if lines.is_empty() { lines } else { format!("\nancestor! {{\n{lines}}}\n") }
}

fn open_enum(path: &str, enumeration: &Enumeration<'_>, out: &mut String) {
    out.extend(["\nopen_enum! {\n    ", path, ";\n"]);
    for member in &enumeration.members {
        out.push_str("    ");
        member.ident.push_to(out);
        out.push(' ');
        push_quoted(&member.name, out);
        out.push_str(";\n");
    }
    out.push_str("}\n");
}

fn tag(ty: &Type<'_>) -> String {
    ["#", ty.name.as_str()].concat()
}
