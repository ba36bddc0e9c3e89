//! Enumerations.

use std::borrow::Cow;

use super::{Deprecation, Doc, QualifiedName, Spanned};

/// The member that stands for values added later; what follows it needs a `Prefer` header to be returned.
pub const SENTINEL: &str = "unknownFutureValue";

/// Whether a member is that one. Graph itself spells it `UnknownFutureValue` in four enums, and `unknownfuturevalue` in
/// `entityType`.
#[must_use]
pub fn is_sentinel(member: &str) -> bool {
    member.eq_ignore_ascii_case(SENTINEL)
}

/// An enum type, as one table defines it.
#[derive(Clone, Debug, PartialEq)]
pub struct EnumType<'s> {
    /// Its full name.
    pub name: Spanned<QualifiedName>,
    /// Its members, in the order of the page.
    pub members: Vec<Member<'s>>,
    /// Whether a heading or a sentence says that members combine.
    pub says_flags: bool,
    /// What it means.
    pub docs: Doc<'s>,
    /// Whether, and how, the page calls the type deprecated.
    pub deprecated: Option<Deprecation>,
}

/// A member of an enum.
#[derive(Clone, Debug, PartialEq)]
pub struct Member<'s> {
    /// Its name as in JSON.
    pub name: Spanned<Cow<'s, str>>,
    /// Its number, where the page gives one.
    pub value: Option<i64>,
    /// What it means.
    pub docs: Doc<'s>,
    /// Whether its description calls it the sentinel, however it is spelled.
    pub says_sentinel: bool,
    /// Whether, and how, its row calls it deprecated.
    pub deprecated: Option<Box<Deprecation>>,
}

impl<'s> Member<'s> {
    /// A member of which nothing but the name is known.
    #[must_use]
    pub fn named(name: Spanned<Cow<'s, str>>) -> Self {
        Self { name, value: None, docs: Doc::default(), says_sentinel: false, deprecated: None }
    }
}
