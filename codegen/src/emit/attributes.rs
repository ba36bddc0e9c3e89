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
}

/// The doc comments of a type's items. They would be most of the syntax trees, and layout leaves them as they are: so
/// the trees have but their numbers.
#[derive(Default)]
pub(super) struct Comments(Vec<Docs>);

impl Comments {
    /// Keeps a comment; the attribute stands for it until [`Self::lay_out`].
    pub(super) fn attribute(&mut self, docs: Docs) -> Attribute {
        self.0.push(docs);
        ast::doc(&(self.0.len() - 1).to_string())
    }

    /// `text`, which is laid out, with the comments in the place of their numbers.
    pub(super) fn lay_out(&self, text: &str) -> String {
        let comments: usize = self.0.iter().flat_map(|docs| &docs.0).map(String::len).sum();
        let mut out = String::with_capacity(text.len() + 2 * comments);
        for line in text.split_inclusive('\n') {
            let code = line.trim_start();
            let number = code.strip_prefix("///").and_then(|number| number.trim_end().parse::<usize>().ok());
            match number.and_then(|number| self.0.get(number)) {
                Some(docs) => {
                    docs.0.iter().for_each(|words| push_comment(&line[..line.len() - code.len()], words, &mut out))
                }
                None => out.push_str(line),
            }
        }
        out
    }
}

fn push_comment(indent: &str, words: &str, out: &mut String) {
    let space = if words.is_empty() { "" } else { " " };
    out.extend([indent, "///", space, words, "\n"]);
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

/// The note of `#[deprecated]`: rustdoc reads it as Markdown, the compiler shows it as it is, so what could be a link
/// or HTML is put in other words instead of being escaped.
fn deprecation_note(deprecation: &Deprecation<'_>) -> String {
    let note = markdown::one_line(&deprecation.note).replace(['[', '<'], "(").replace([']', '>'], ")");
    note.trim().to_owned()
}

/// The name that people know the type by, for the search of rustdoc; on the item that has the type's own name.
pub(super) fn alias(ty: &Type<'_>) -> Option<Attribute> {
    let name = ty.name.name();
    (name != ty.ident.as_str()).then(|| ast::list("doc", quote!(alias = #name)))
}
