//! What stands before an item: doc comments and attributes.

use quote::quote;
use syn::Attribute;

use crate::model::Deprecation;
use crate::resolve::{Property, Type};

use super::ast;
use super::markdown;

/// The lines of a doc comment.
pub(super) struct Docs(pub(super) Vec<String>);

impl Docs {
    /// A comment of one line.
    pub(super) fn line(text: &str) -> Self {
        Self(vec![text.to_owned()])
    }

    /// The comment as attributes, an attribute per line.
    pub(super) fn attributes(&self) -> Vec<Attribute> {
        let spaced = |line: &String| if line.is_empty() { String::new() } else { format!(" {line}") };
        self.0.iter().map(|line| ast::doc(&spaced(line))).collect()
    }
}

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

/// The note of `#[deprecated]`: rustdoc reads it as Markdown, the compiler shows it as it is, so what could be a link or
/// HTML is put in other words instead of being escaped.
fn deprecation_note(deprecation: &Deprecation<'_>) -> String {
    let note = markdown::one_line(&deprecation.note).replace(['[', '<'], "(").replace([']', '>'], ")");
    note.trim().to_owned()
}

/// The name that people know the type by, for the search of rustdoc; on the item that has the type's own name.
pub(super) fn alias(ty: &Type<'_>) -> Option<Attribute> {
    let name = ty.name.name();
    (name != ty.ident.as_str()).then(|| ast::list("doc", quote!(alias = #name)))
}
