//! The attributes of items, fields and methods.

use quote::quote;
use syn::Attribute;

use crate::model::Deprecation;
use crate::resolve::{Property, Type};

use super::ast;
use super::markdown;

/// `#[deprecated]`, if anything says so.
pub(super) fn deprecated(deprecation: Option<&Deprecation<'_>>) -> Option<Attribute> {
    let note = deprecation_note(deprecation?);
    Some(if note.is_empty() { ast::flag("deprecated") } else { ast::list("deprecated", quote!(note = #note)) })
}

/// The same as text, on a line of its own, for a method of the machinery that is about `property`.
pub(super) fn deprecated_line(property: &Property<'_>) -> String {
    match property.facts.deprecated.as_ref().map(deprecation_note) {
        Some(note) if note.is_empty() => "    #[deprecated]\n".to_owned(),
        Some(note) => format!("    #[deprecated(note = {note:?})]\n"),
        None => String::new(),
    }
}

/// The note of `#[deprecated]`: rustdoc reads it as Markdown, the compiler shows it as it is, so what could be a link
/// or HTML is put in other words instead of being escaped.
fn deprecation_note(deprecation: &Deprecation<'_>) -> String {
    let note = markdown::one_line(&deprecation.note).replace(['[', '<'], "(").replace([']', '>'], ")");
    note.trim().to_owned()
}

/// The name that people know the type by, if its Rust has another one.
pub(super) fn alias<'t>(ty: &'t Type<'_>) -> Option<&'t str> {
    Some(ty.name.name()).filter(|name| *name != ty.ident.as_str())
}
