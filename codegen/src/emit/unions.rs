//! Enums over a type and what derives from it.

use syn::Item;

use crate::resolve::{RustIdent, Structured, Type, TypeId, Union, Variant};

use super::ast;
use super::attributes::{alias, deprecated};
use super::kept::{Docs, Kept};
use super::scope::{Place, Scope};
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

/// The enum over what derives from `id`.
pub(super) fn union(
    scope: &Scope<'_, '_>,
    from: Place<'_>,
    id: TypeId,
    ty: &Type<'_>,
    structured: &Structured<'_>,
    kept: &mut Kept,
) -> Option<Item> {
    let union = structured.rust.union.as_ref()?;
    let has_own_name = union.ident == ty.ident;
    let docs = if has_own_name { type_docs(scope, from, id) } else { any_docs(ty) };
    let mut attributes = kept.item(&docs, alias(ty).filter(|_| has_own_name));
    attributes.extend(deprecated(ty.deprecated));
    attributes.push(ast::flag("non_exhaustive"));

    let mut variants: Vec<syn::Variant> =
        scope.variants(union).filter_map(|item| variant(scope, from, id, item, kept)).collect();
    variants.push(other(&structured.rust.record, kept));
    Some(ast::item_enum(attributes, &union.ident, variants))
}

fn variant(
    scope: &Scope<'_, '_>,
    from: Place<'_>,
    id: TypeId,
    variant: &Variant,
    kept: &mut Kept,
) -> Option<syn::Variant> {
    let (path, is_boxed) = match scope.nested(id, variant) {
        Some(_) => (scope.object_path(from, variant.ty), false),
        None => (scope.record_path(from, variant.ty), true),
    };
    let (open, close) = if is_boxed { ("(Box<", ">),") } else { ("(", "),") };
    let mut line = String::new();
    variant.ident.push_to(&mut line);
    line.extend([open, &path, close]);
    let docs = kept.part(&variant_docs(scope, variant.ty), Some(line))?;
    let payload = ast::path_type(&path);
    let payload = if is_boxed { ast::generic("Box", payload) } else { payload };
    Some(ast::variant(vec![docs], ast::ident(&variant.ident), Some(payload)))
}

fn other(record: &RustIdent, kept: &mut Kept) -> syn::Variant {
    let docs = Docs::line("An object of a type that these bindings don't know, kept whole.");
    let payload = ast::generic("Box", ast::path_type(record.as_str()));
    ast::variant(vec![kept.tree_part(&docs)], ast::word("Other"), Some(payload))
}
