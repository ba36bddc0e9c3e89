//! Structs: a field per property.

use syn::{Field, Item};

use crate::resolve::{Property, Structured, Type, TypeId};

use super::ast;
use super::attributes::{alias, deprecated};
use super::facts::field_docs;
use super::kept::{Docs, Kept};
use super::rust_type::RustType;
use super::scope::{Place, Scope};
use super::type_docs::{base_docs, type_docs};

/// A struct and what it imports.
pub(super) struct Struct {
    pub(super) item: Item,
    pub(super) imports: Vec<&'static str>,
}

/// The struct with the properties of `id`, inherited ones first.
pub(super) fn record(
    scope: &Scope<'_, '_>,
    from: Place<'_>,
    id: TypeId,
    ty: &Type<'_>,
    structured: &Structured<'_>,
    kept: &mut Kept,
) -> Struct {
    let has_own_name = structured.rust.record == ty.ident;
    let docs = if has_own_name { type_docs(scope, from, id) } else { base_docs(ty) };
    let mut attributes = kept.item(&docs, alias(ty).filter(|_| has_own_name));
    attributes.extend(deprecated(ty.deprecated));

    let mut imports = vec!["AdditionalProperties"];
    let mut fields = Vec::new();
    for (declared_by, property) in scope.resolved.all_properties(id) {
        let rust_type = RustType::new(scope, from, property);
        imports.extend(rust_type.import);
        let docs = field_docs(scope, from, id, declared_by, property);
        let deprecated = deprecated(property.facts.deprecated.as_ref());
        let line = deprecated.is_none().then(|| field_line(property, &rust_type));
        if let Some(docs) = kept.part(&docs, line) {
            let attributes = [docs].into_iter().chain(deprecated).collect();
            fields.push(ast::field(attributes, ast::ident(&property.ident), rust_type.field()));
        }
    }
    fields.push(additional_properties(kept));
    Struct { item: ast::item_struct(attributes, &structured.rust.record, fields), imports }
}

fn field_line(property: &Property<'_>, rust_type: &RustType) -> String {
    let mut line = String::with_capacity(80);
    line.push_str("pub ");
    property.ident.push_to(&mut line);
    line.push_str(": ");
    rust_type.push_field(&mut line);
    line.push(',');
    line
}

fn additional_properties(kept: &mut Kept) -> Field {
    let docs = Docs::line("What else came with the object: annotations, and properties that the docs don't mention.");
    ast::field(vec![kept.tree_part(&docs)], ast::word("additional_properties"), ast::path_type("AdditionalProperties"))
}
