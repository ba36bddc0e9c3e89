//! Enums over a type and what derives from it.

use crate::resolve::{Structured, Type, TypeId, Union, Variant};

use super::attributes::alias;
use super::item::{Docs, ItemText};
use super::place::Place;
use super::scope::Scope;
use super::type_docs::{any_docs, type_docs, variant_docs};

impl<'r> Scope<'r, '_> {
    /// The variants of the union of some type whose types the bindings have.
    pub(super) fn variants<'u>(&self, union: &'u Union) -> impl Iterator<Item = &'u Variant> {
        union.variants.iter().filter(|variant| self.has(variant.ty))
    }

    /// The union within a variant of the union of `id`, if it holds one.
    pub(super) fn nested(&self, id: TypeId, variant: &Variant) -> Option<&'r Union> {
        let structured = self.resolved.structured(variant.ty).filter(|_| variant.ty != id)?;
        structured.rust.union.as_ref()
    }
}

/// Adds the enum over what derives from `id` to `out`, if there is one.
pub(super) fn union(from: Place<'_, '_>, id: TypeId, ty: &Type<'_>, structured: &Structured<'_>, out: &mut String) {
    let Some(union) = &structured.rust.union else { return };
    let has_own_name = union.ident == ty.ident;
    let mut item = ItemText::new(&if has_own_name { type_docs(from, id) } else { any_docs(ty) }, out);
    alias(ty).iter().filter(|_| has_own_name).for_each(|alias| item.attribute(alias));
    item.deprecated(ty.deprecated);
    item.attribute("#[non_exhaustive]");
    item.name("pub enum", &union.ident);
    for variant in from.scope.variants(union) {
        item.variant(&variant_docs(from.scope, variant.ty), &code(from, id, variant));
    }
    let docs = "An object of a type that these bindings don't know, kept whole.";
    item.variant(&Docs::line(docs), &format!("Other(Box<{}>),", structured.rust.record));
    item.finish();
}

fn code(from: Place<'_, '_>, id: TypeId, variant: &Variant) -> String {
    match from.scope.nested(id, variant) {
        Some(_) => format!("{}({}),", variant.ident, from.object_path(variant.ty)),
        None => format!("{}(Box<{}>),", variant.ident, from.record_path(variant.ty)),
    }
}
