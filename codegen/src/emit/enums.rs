//! Enums of names, and types about which nothing is known.

use crate::model::enum_type::is_sentinel;
use crate::resolve::{EnumMember, Enumeration, Type, TypeId};

use super::attributes::{alias, deprecated};
use super::doc;
use super::item::{Docs, ItemText};
use super::markdown;
use super::place::Place;
use super::type_docs::type_docs;

/// Adds the enum with a variant per member to `out`.
pub(super) fn open_enum(
    from: Place<'_, '_>,
    id: TypeId,
    ty: &Type<'_>,
    enumeration: &Enumeration<'_>,
    out: &mut String,
) {
    let mut item = ItemText::new(&type_docs(from, id), out);
    alias(ty).iter().for_each(|alias| item.attribute(alias));
    item.deprecated(ty.deprecated);
    item.attribute("#[derive(Clone)]");
    item.attribute("#[non_exhaustive]");
    item.name("pub enum", &ty.ident);
    for member in &enumeration.members {
        let attribute = member.deprecated.map(|found| deprecated(found) + "\n").unwrap_or_default();
        item.variant(&member_docs(from, member), &format!("{attribute}{},", member.ident));
    }
    item.variant(&Docs::line("A member that these bindings don't know."), "Other(Box<str>),");
    item.finish();
}

/// Adds the struct around any value to `out`.
pub(super) fn opaque(from: Place<'_, '_>, id: TypeId, ty: &Type<'_>, out: &mut String) {
    let mut item = ItemText::new(&type_docs(from, id), out);
    alias(ty).iter().for_each(|alias| item.attribute(alias));
    item.tuple(&ty.ident, &Docs::line("The value as it came."), "pub serde_json::Value,");
}

fn member_docs(from: Place<'_, '_>, member: &EnumMember<'_>) -> Docs {
    let linker = |text: &str, target: &str| from.link(text, target);
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
