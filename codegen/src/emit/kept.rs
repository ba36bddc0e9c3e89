//! Doc comments, and what else of an item needs no layout.

use quote::quote;
use syn::Attribute;

use super::ast;

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

/// What layout leaves of a type's items as it is: doc comments, and fields and variants that fit on a line. They would be
/// nearly all of the syntax trees: so they are written down at once, and the trees have but their numbers.
#[derive(Default)]
pub(super) struct Kept {
    texts: Vec<String>,
    /// What has no number yet.
    open: String,
}

impl Kept {
    /// The attributes of an item for its comment and the name, if there is one, that the search of rustdoc shall find it
    /// by, too.
    pub(super) fn item(&mut self, docs: &Docs, alias: Option<&str>) -> Vec<Attribute> {
        push_comment("", docs, &mut self.open);
        let line = alias.map(|name| format!("#[doc(alias = {name:?})]")).unwrap_or_default();
        let is_kept = is_one_line("", &line);
        if is_kept && !line.is_empty() {
            self.open.extend([&line, "\n"]);
        }
        let in_tree = alias.filter(|_| !is_kept).map(|name| ast::list("doc", quote!(alias = #name)));
        [self.attribute()].into_iter().chain(in_tree).collect()
    }

    /// Adds a field or variant with its comment; if it has nothing but one line, which is then kept. Else it belongs into
    /// the tree, with the attribute that comes back.
    pub(super) fn part(&mut self, docs: &Docs, line: Option<String>) -> Option<Attribute> {
        let Some(line) = line.filter(|line| is_one_line(INDENT, line)) else { return Some(self.tree_part(docs)) };
        push_comment(INDENT, docs, &mut self.open);
        self.open.extend([INDENT, &line, "\n"]);
        None
    }

    /// The attribute of a field or variant that belongs into the tree, as the last one always does: what was kept before
    /// it goes with it.
    pub(super) fn tree_part(&mut self, docs: &Docs) -> Attribute {
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
            let number =
                line.trim_start().strip_prefix("///").and_then(|number| number.trim_end().parse::<usize>().ok());
            out.push_str(number.and_then(|number| self.texts.get(number)).map_or(line, String::as_str));
        }
        out
    }
}

/// Whether layout leaves `line` whole.
fn is_one_line(indent: &str, line: &str) -> bool {
    line.is_ascii() && indent.len() + line.len() <= WIDTH
}

fn push_comment(indent: &str, docs: &Docs, out: &mut String) {
    for words in &docs.0 {
        let space = if words.is_empty() { "" } else { " " };
        out.extend([indent, "///", space, words, "\n"]);
    }
}
