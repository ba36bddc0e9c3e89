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

impl Place<'_, '_> {
    /// The type of a variant's field, of the union of `id`.
    pub(super) fn variant_type(self, id: TypeId, variant: &Variant) -> String {
        let payload = self.payload_path(id, variant);
        if self.scope.nested(id, variant).is_some() { payload } else { format!("Box<{payload}>") }
    }

    /// How this place names what a variant of the union of `id` holds, boxed or not.
    pub(super) fn payload_path(self, id: TypeId, variant: &Variant) -> String {
        match self.scope.nested(id, variant) {
            Some(_) => self.object_path(variant.ty),
            None => self.record_path(variant.ty),
        }
    }

    /// How this place names all that the union of `id` holds, directly or deeper.
    pub(super) fn held(self, id: TypeId, union: &Union) -> Vec<String> {
        let mut paths = Vec::new();
        for variant in self.scope.variants(union) {
            paths.push(self.payload_path(id, variant));
            if let Some(inner) = self.scope.nested(id, variant) {
                paths.extend(self.held(variant.ty, inner));
            }
        }
        paths
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
        let code = format!("{}({}),", variant.ident, from.variant_type(id, variant));
        item.variant(&variant_docs(from.scope, variant.ty), &code);
    }
    let docs = "An object of a type that these bindings don't know, kept whole.";
    item.variant(&Docs::line(docs), &format!("Other(Box<{}>),", structured.rust.record));
    item.finish();
}
