//! Enums of names, and types about which nothing is known.

use quote::quote;
use syn::{Item, Variant};

use crate::model::enum_type::is_sentinel;
use crate::resolve::{EnumMember, Enumeration, Type, TypeId};

use super::ast;
use super::attributes::{alias, deprecated};
use super::doc;
use super::kept::{Docs, Kept};
use super::markdown;
use super::scope::{Place, Scope};
use super::type_docs::type_docs;

/// The enum with a variant per member.
pub(super) fn open_enum(
    scope: &Scope<'_, '_>,
    from: Place<'_>,
    id: TypeId,
    ty: &Type<'_>,
    enumeration: &Enumeration<'_>,
    kept: &mut Kept,
) -> Item {
    let mut attributes = kept.item(&type_docs(scope, from, id), alias(ty));
    attributes.extend(deprecated(ty.deprecated));
    attributes.push(ast::list("derive", quote!(Clone, Debug, PartialEq, Eq, Hash)));
    attributes.push(ast::flag("non_exhaustive"));

    let mut variants = Vec::new();
    for member in &enumeration.members {
        let mut line = String::new();
        member.ident.push_to(&mut line);
        line.push(',');
        if let Some(docs) = kept.part(&member_docs(scope, from, member), Some(line)) {
            variants.push(ast::variant(vec![docs], ast::ident(&member.ident), None));
        }
    }
    variants.push(other(kept));
    ast::item_enum(attributes, &ty.ident, variants)
}

fn other(kept: &mut Kept) -> Variant {
    let docs = Docs::line("A member that these bindings don't know.");
    let payload = ast::generic("Box", ast::path_type("str"));
    ast::variant(vec![kept.tree_part(&docs)], ast::word("Other"), Some(payload))
}

/// The struct around any value.
pub(super) fn opaque(scope: &Scope<'_, '_>, from: Place<'_>, id: TypeId, ty: &Type<'_>, kept: &mut Kept) -> Item {
    let attributes = kept.item(&type_docs(scope, from, id), alias(ty));
    let docs = Docs::line("The value as it came.");
    let field = ast::tuple_field(vec![kept.tree_part(&docs)], ast::path_type("serde_json::Value"));
    ast::tuple_struct(attributes, &ty.ident, field)
}

fn member_docs(scope: &Scope<'_, '_>, from: Place<'_>, member: &EnumMember<'_>) -> Docs {
    let linker = |text: &str, target: &str| scope.link(from, text, target);
    let mut lines = doc::paragraphs(&member.docs, &linker);
    if lines.is_empty() {
        lines.push(if is_sentinel(&member.name) {
            "Stands for members that were added later.".to_owned()
        } else {
            format!("{}.", markdown::code(&member.name))
        });
    }
    if member.after_sentinel {
        let fact = "*Returned only with `Prefer: include-unknown-enum-members`*";
        lines.extend([String::new(), fact.to_owned()]);
    }
    Docs(lines)
}
