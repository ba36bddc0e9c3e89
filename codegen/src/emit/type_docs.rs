//! The doc comments of types and variants.

use crate::resolve::{Structured, Type, TypeId, TypeKind};

use super::doc;
use super::item::Docs;
use super::links::item_link;
use super::markdown;
use super::place::Place;
use super::scope::Scope;

/// The docs of the item that has the type's own name.
pub(super) fn type_docs(from: Place<'_, '_>, id: TypeId) -> Docs {
    let ty = from.scope.resolved.get(id);
    let linker = |text: &str, target: &str| from.link(text, target);
    let mut lines = doc::paragraphs(&ty.docs, &linker);
    if lines.is_empty() {
        lines.push(fallback(ty));
    }
    let place = match &ty.kind {
        TypeKind::Structured(structured) => position(from, structured),
        TypeKind::Enum(enumeration) if enumeration.is_flags => {
            "Members combine: fields hold them as `Flags`.".to_owned()
        }
        TypeKind::Enum(_) | TypeKind::Undocumented => String::new(),
    };
    for paragraph in [place, name_and_page(from, ty)] {
        if !paragraph.is_empty() {
            lines.extend([String::new(), paragraph]);
        }
    }
    Docs(lines)
}

/// The docs of the struct `…Base`.
pub(super) fn base_docs(ty: &Type<'_>) -> Docs {
    let union = item_link(ty.ident.as_str(), ty.ident.as_str());
    Docs(vec![
        format!("What all of {union} have in common."),
        String::new(),
        "It holds objects of types that these bindings don't know.".to_owned(),
    ])
}

/// The docs of the enum `Any…`.
pub(super) fn any_docs(ty: &Type<'_>) -> Docs {
    let record = item_link(ty.ident.as_str(), ty.ident.as_str());
    Docs(vec![format!("{record}, or a type derived from it.")])
}

/// The docs of a variant that holds `id`.
pub(super) fn variant_docs(scope: &Scope<'_, '_>, id: TypeId) -> Docs {
    let ty = scope.resolved.get(id);
    let sentence = doc::first_sentence(&ty.docs, &|_, _| None);
    Docs(vec![sentence.unwrap_or_else(|| fallback(ty))])
}

fn fallback(ty: &Type<'_>) -> String {
    let name = markdown::code(ty.name.name());
    match ty.kind {
        TypeKind::Structured(_) if ty.pages.is_empty() => format!("{name}, which no page describes."),
        TypeKind::Structured(_) => format!("The resource {name}."),
        TypeKind::Enum(_) => format!("The values of {name}."),
        TypeKind::Undocumented => format!("{name}, which no page describes: any JSON value."),
    }
}

/// Where the type stands in its hierarchy.
fn position(from: Place<'_, '_>, structured: &Structured<'_>) -> String {
    let mut sentences = Vec::new();
    if let Some(base) = structured.base {
        let base_type = from.scope.resolved.get(base.ty);
        let link = item_link(base_type.ident.as_str(), &from.type_path(base.ty));
        sentences.push(format!("Derives from {link}."));
    }
    match (&structured.rust.union, structured.is_abstract) {
        (Some(_), Some(_)) => sentences.push("Abstract: an object is of one of the types derived from it.".to_owned()),
        (Some(union), None) => {
            let union = union.ident.as_str();
            sentences.push(format!("Where a derived type may stand as well, there is {}.", item_link(union, union)));
        }
        (None, _) => {}
    }
    sentences.join(" ")
}

fn name_and_page(from: Place<'_, '_>, ty: &Type<'_>) -> String {
    let name = markdown::code(ty.name.as_str());
    match &ty.page_name {
        Some(page) => format!("{name} in the [reference]({})", markdown::destination(&from.page_url(page))),
        None => name,
    }
}
