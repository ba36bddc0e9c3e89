//! The text of an item: its comment and attributes, its name, and its parts with comments of their own.

use crate::model::Deprecation;
use crate::resolve::RustIdent;

use super::attributes::deprecated;
use super::format::{self, INDENT};

/// The lines of a doc comment.
pub(super) struct Docs(pub(super) Vec<String>);

impl Docs {
    /// A comment of one line.
    pub(super) fn line(text: &str) -> Self {
        Self(vec![text.to_owned()])
    }
}

/// An item that is being written, behind what was written before.
pub(super) struct ItemText<'o>(&'o mut String);

impl<'o> ItemText<'o> {
    /// Begins with an empty line, and the comment.
    pub(super) fn new(docs: &Docs, out: &'o mut String) -> Self {
        out.push('\n');
        push_comment("", docs, out);
        Self(out)
    }

    /// Adds an attribute.
    pub(super) fn attribute(&mut self, code: &str) {
        format::push_attribute(code, self.0);
    }

    /// Adds `#[deprecated]`, if anything says so.
    pub(super) fn deprecated(&mut self, deprecation: Option<&Deprecation>) {
        deprecation.into_iter().for_each(|deprecation| self.attribute(&deprecated(deprecation)));
    }

    /// Adds the name, behind what it is: `pub struct`.
    pub(super) fn name(&mut self, what: &str, name: &RustIdent) {
        self.0.extend([what, " "]);
        name.push_to(self.0);
        self.0.push_str(" {\n");
    }

    /// Adds the field `code`, which has a line per attribute and ends with a comma.
    pub(super) fn field(&mut self, docs: &Docs, code: &str) {
        push_comment(INDENT, docs, self.0);
        format::push_field(code, self.0);
    }

    /// Adds the variant `code`, which ends with a comma.
    pub(super) fn variant(&mut self, docs: &Docs, code: &str) {
        push_comment(INDENT, docs, self.0);
        format::push_variant(code, self.0);
    }

    /// Ends with the name of a struct and its only field, which has no name.
    pub(super) fn tuple(self, name: &RustIdent, docs: &Docs, code: &str) {
        self.0.push_str("pub struct ");
        name.push_to(self.0);
        self.0.push_str("(\n");
        push_comment(INDENT, docs, self.0);
        self.0.extend([INDENT, code, "\n);\n"]);
    }

    /// Ends it.
    pub(super) fn finish(self) {
        self.0.push_str("}\n");
    }
}

fn push_comment(indent: &str, docs: &Docs, out: &mut String) {
    for words in &docs.0 {
        let space = if words.is_empty() { "" } else { " " };
        out.extend([indent, "///", space, words, "\n"]);
    }
}
