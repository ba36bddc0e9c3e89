//! The attributes of items, fields and methods.

use crate::model::Deprecation;
use crate::resolve::{Property, Type};

use super::markdown;

/// `#[deprecated]`. rustdoc reads its note as Markdown, the compiler shows it as it is, so what could be a link or HTML is
/// put in other words instead of being escaped.
pub(super) fn deprecated(deprecation: &Deprecation) -> String {
    let note = markdown::one_line(&deprecation.note).replace(['[', '<'], "(").replace([']', '>'], ")");
    match note.trim() {
        "" => "#[deprecated]".to_owned(),
        note => format!("#[deprecated(note = {note:?})]"),
    }
}

/// The same on a line of its own, for a method of the machinery that is about `property`, if anything says so.
pub(super) fn deprecated_line(property: &Property<'_>) -> String {
    property.facts.deprecated.as_ref().map(|found| format!("    {}\n", deprecated(found))).unwrap_or_default()
}

/// The name that people know the type by, for the search of rustdoc, if its Rust has another one.
pub(super) fn alias(ty: &Type<'_>) -> Option<String> {
    let name = ty.name.name();
    (name != ty.ident.as_str()).then(|| format!("#[doc(alias = {name:?})]"))
}
