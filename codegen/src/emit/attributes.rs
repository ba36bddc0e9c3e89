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

/// The widest line that layout leaves whole.
const WIDTH: usize = 89;

/// What stands before fields and variants.
const INDENT: &str = "    ";

/// The parts of a type's items that layout leaves as they are: doc comments, and fields and variants that fit on a line.
/// They would be nearly all of the syntax trees: so they are written down at once, and the trees have but their numbers.
#[derive(Default)]
pub(super) struct Kept {
    texts: Vec<String>,
    /// What has no number yet.
    open: String,
}

impl Kept {
    /// The attribute that stands for the comment of an item until [`Self::lay_out`].
    pub(super) fn item(&mut self, docs: &Docs) -> Attribute {
        push_comment("", docs, &mut self.open);
        self.attribute()
    }

    /// Adds a field or variant with its comment; if it has nothing but one line, which is then kept. Else it belongs into
    /// the tree, with the attribute that comes back.
    pub(super) fn part(&mut self, docs: &Docs, line: Option<String>) -> Option<Attribute> {
        push_comment(INDENT, docs, &mut self.open);
        match line.filter(|line| line.is_ascii() && INDENT.len() + line.len() <= WIDTH) {
            Some(line) => {
                self.open.extend([INDENT, &line, "\n"]);
                None
            }
            None => Some(self.attribute()),
        }
    }

    /// The same for the last field or variant, which the tree always has: what was kept before it goes with it.
    pub(super) fn last_part(&mut self, docs: &Docs) -> Attribute {
        push_comment(INDENT, docs, &mut self.open);
        self.attribute()
    }

    fn attribute(&mut self) -> Attribute {
        self.texts.push(std::mem::take(&mut self.open));
        ast::doc(&(self.texts.len() - 1).to_string())
    }

    /// `text`, which is laid out, with all that was kept in the place of its numbers.
    pub(super) fn lay_out(&self, text: &str) -> String {
        let kept: usize = self.texts.iter().map(String::len).sum();
        let mut out = String::with_capacity(text.len() + kept);
        for line in text.split_inclusive('\n') {
            let number = line.trim_start().strip_prefix("///").and_then(|number| number.trim_end().parse::<usize>().ok());
            out.push_str(number.and_then(|number| self.texts.get(number)).map_or(line, String::as_str));
        }
        out
    }
}

fn push_comment(indent: &str, docs: &Docs, out: &mut String) {
    for words in &docs.0 {
        let space = if words.is_empty() { "" } else { " " };
        out.extend([indent, "///", space, words, "\n"]);
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
