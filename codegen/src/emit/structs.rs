//! Structs: a field per property.

use crate::resolve::{Property, Structured, Type, TypeId};

use super::attributes::{alias, deprecated};
use super::facts::field_docs;
use super::item::{Docs, ItemText};
use super::place::Place;
use super::render::Rendered;
use super::rust_type::RustType;
use super::type_docs::{base_docs, type_docs};

/// Adds the struct with the properties of `id`, inherited ones first, to `out`.
pub(super) fn record(from: Place<'_, '_>, id: TypeId, ty: &Type<'_>, structured: &Structured<'_>, out: &mut Rendered) {
    let has_own_name = structured.rust.record == ty.ident;
    let mut item = ItemText::new(&if has_own_name { type_docs(from, id) } else { base_docs(ty) }, &mut out.items);
    alias(ty).iter().filter(|_| has_own_name).for_each(|alias| item.attribute(alias));
    item.deprecated(ty.deprecated);
    item.name("pub struct", &structured.rust.record);
    out.imports.insert("AdditionalProperties");
    for (declared_by, property) in from.scope.resolved.all_properties(id) {
        let rust_type = RustType::new(from, property);
        out.imports.extend(rust_type.import);
        item.field(&field_docs(from, id, declared_by, property), &field(property, &rust_type));
    }
    let docs = "What else came with the object: annotations, and properties that the docs don't mention.";
    item.field(&Docs::line(docs), "pub additional_properties: AdditionalProperties,");
    item.finish();
}

fn field(property: &Property<'_>, rust_type: &RustType) -> String {
    let mut code = String::with_capacity(80);
    if let Some(deprecation) = &property.facts.deprecated {
        code.extend([&deprecated(deprecation), "\n"]);
    }
    code.push_str("pub ");
    property.ident.push_to(&mut code);
    code.push_str(": ");
    rust_type.push_field(&mut code);
    code.push(',');
    code
}
