//! A base as a bare word, without a link.

use std::cell::OnceCell;

use crate::hash::HashSet;
use crate::lower::Context;
use crate::model::NamedRef;
use crate::model::name::{is_camel, is_qualified_identifier};
use crate::model::namespace::ROOT_TYPE;
use crate::source::Span;

use super::place;

/// A paragraph or a cell in which a base may be named so.
pub(in crate::lower) struct BareWords<'c, 'p, 's> {
    pub(super) context: &'c Context<'p, 's>,
    span: Span,
    /// Those that stand in bold or code. Each of many sentences may ask for them.
    marked: OnceCell<HashSet<&'s str>>,
}

impl<'c, 'p, 's> BareWords<'c, 'p, 's> {
    /// Those at `span`.
    pub(in crate::lower) fn new(context: &'c Context<'p, 's>, span: Span) -> Self {
        Self { context, span, marked: OnceCell::new() }
    }

    /// The base that `text`, a part of the words, begins with. It must look like a type's name, or stand in bold or code:
    /// prose goes on with "the" and "a" as well.
    pub(in crate::lower) fn base(&self, text: &str) -> Option<NamedRef<'s>> {
        let mut words = text.split_whitespace().map(|word| word.trim_matches(['*', '`', '.', ',', '[', ']']));
        let word = words.find(|word| !matches!(*word, "the" | "a" | "an" | "base" | "type" | "abstract"))?;
        // `[canal(canal.md)`, `[canal](canal.md`: a link that lacks one of its brackets.
        let (word, target) = word.split_at(word.find(['(', ']']).unwrap_or(word.len()));
        let is_marked = || self.marked.get_or_init(|| marked(self.context.sources.text(self.span))).contains(word);
        let is_certain = || target.contains(".md") || is_camel(word) || word == ROOT_TYPE || word.contains('.');
        let type_like = is_qualified_identifier(word) && (is_certain() || is_marked());
        type_like.then(|| {
            let span = place(self.context, self.span, word);
            NamedRef::unlinked(word.to_owned(), &self.context.namespace, span)
        })
    }
}

/// The names in `text`, Markdown, that stand alone in bold or code.
pub(in crate::lower) fn marked(text: &str) -> HashSet<&str> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.');
    let names = text.split(|c| !is_part(c)).filter(|name| !name.is_empty());
    let is_marked = |name: &&str| {
        let start = name.as_ptr().addr() - text.as_ptr().addr();
        let (before, behind) = (&text[..start], &text[start + name.len()..]);
        ["**", "`"].iter().any(|mark| before.ends_with(mark) && behind.starts_with(mark))
    };
    names.filter(is_marked).collect()
}
