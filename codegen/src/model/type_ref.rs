//! References to types, as a page makes them: not looked up yet.

use std::borrow::Cow;

use crate::source::Span;

use super::name::last_segment;
use super::{Link, Namespace, Primitive};

/// A type as a table's cell names it.
#[derive(Clone, Debug, PartialEq)]
pub struct TypeRef<'s> {
    /// What is named.
    pub reference: Reference<'s>,
    /// What else is named: the `[b](b.md)` of `[a](a.md) or [b](b.md)`.
    pub or: Vec<Reference<'s>>,
    /// Whether a collection of it is meant.
    pub collection: bool,
    /// The cell.
    pub span: Span,
}

impl<'s> TypeRef<'s> {
    /// The one type that is named at `span`, or a collection of it.
    #[must_use]
    pub fn new(reference: Reference<'s>, collection: bool, span: Span) -> Self {
        Self { reference, or: Vec::new(), collection, span }
    }
}

/// What a [`TypeRef`] names, or a value in a JSON representation shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Reference<'s> {
    /// A primitive type.
    Primitive(Primitive),
    /// A type that some page should define.
    Named(NamedRef<'s>),
    /// What tells no type.
    Unreadable,
}

/// A type named by words, by a link, or by both.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedRef<'s> {
    /// The identifier as written, perhaps qualified; empty where only the link tells.
    pub text: Cow<'s, str>,
    /// Where the link leads: `../resources/user.md`, `#riskLevel-values`; empty without a link.
    pub target: Cow<'s, str>,
    /// The namespace of the page that names it, which a bare name belongs to first.
    pub namespace: Namespace,
    /// The words.
    pub span: Span,
}

impl<'s> Reference<'s> {
    /// The type that some page should define.
    #[must_use]
    pub fn named(&self) -> Option<&NamedRef<'s>> {
        match self {
            Self::Named(named) => Some(named),
            Self::Primitive(_) | Self::Unreadable => None,
        }
    }
}

impl<'s> NamedRef<'s> {
    /// The type that `text`, at `span` of a page in `namespace`, names without a link.
    #[must_use]
    pub fn unlinked(text: impl Into<Cow<'s, str>>, namespace: &Namespace, span: Span) -> Self {
        Self { text: text.into(), target: Cow::Borrowed(""), namespace: namespace.clone(), span }
    }

    /// The link.
    #[must_use]
    pub fn link(&self) -> Link<'_> {
        Link::of(&self.target)
    }

    /// The identifier without its namespace.
    #[must_use]
    pub fn short_name(&self) -> &str {
        last_segment(&self.text)
    }
}
