//! Enums of names, and types about which nothing is known.

use quote::quote;
use syn::{Item, Variant};

use crate::model::enum_type::SENTINEL;
use crate::resolve::{EnumMember, Enumeration, Type, TypeId};

use super::ast;
use super::attributes::{Docs, alias, deprecated};
use super::doc;
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
) -> Item {
    let mut attributes = type_docs(scope, from, id).attributes();
    attributes.extend(alias(ty));
    attributes.extend(deprecated(ty.deprecated));
    attributes.push(ast::list("derive", quote!(Clone, Debug, PartialEq, Eq, Hash)));
    attributes.push(ast::flag("non_exhaustive"));

    let member = |member: &EnumMember<'_>| {
        ast::variant(member_docs(scope, from, member).attributes(), ast::ident(&member.ident), None)
    };
    let mut variants: Vec<Variant> = enumeration.members.iter().map(member).collect();
    variants.push(other());
    ast::item_enum(attributes, &ty.ident, variants)
}

fn other() -> Variant {
    let docs = Docs::line("A member that these bindings don't know.");
    ast::variant(docs.attributes(), ast::word("Other"), Some(ast::generic("Box", ast::path_type("str"))))
}

/// The struct around any value.
pub(super) fn opaque(scope: &Scope<'_, '_>, from: Place<'_>, id: TypeId, ty: &Type<'_>) -> Item {
    let mut attributes = type_docs(scope, from, id).attributes();
    attributes.extend(alias(ty));
    let docs = Docs::line("The value as it came.");
    let field = ast::tuple_field(docs.attributes(), ast::path_type("serde_json::Value"));
    ast::tuple_struct(attributes, &ty.ident, field)
}

fn member_docs(scope: &Scope<'_, '_>, from: Place<'_>, member: &EnumMember<'_>) -> Docs {
    let linker = |text: &str, target: &str| scope.link(from, text, target);
    let mut lines = doc::paragraphs(&member.docs, &linker);
    if lines.is_empty() {
        lines.push(if member.name == SENTINEL {
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
