//! Properties and what the pages say about them.

use std::borrow::Cow;

use crate::source::Span;

use super::{Day, Doc, Evidence, NamedRef, Spanned, TypeRef};

/// A structural property, or a navigation property (the pages' "relationship").
#[derive(Clone, Debug, PartialEq)]
pub struct Property<'s> {
    /// Its name as in JSON.
    pub name: Spanned<Cow<'s, str>>,
    /// Its type.
    pub type_ref: TypeRef<'s>,
    /// Whether it is a navigation property.
    pub navigation: bool,
    /// The type that the row says it is inherited from; few do.
    pub inherited_from: Option<Box<NamedRef<'s>>>,
    /// What it means.
    pub docs: Doc<'s>,
    /// What the description says in passing.
    pub facts: Facts<'s>,
    /// The enum members that the description lists.
    pub possible_values: Vec<Spanned<Cow<'s, str>>>,
    /// Whether the description calls the property's enum multi-valued, or tells a default of several members: it is a flags
    /// enum.
    pub says_flags: bool,
    /// Where it was read: a table's row or the JSON representation.
    pub evidence: Evidence,
}

/// Facts that a description states in passing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts<'s> {
    /// "Read-only".
    pub read_only: bool,
    /// "Required", when the object is created.
    pub required: bool,
    /// "The default value is …".
    pub default: Option<Cow<'s, str>>,
    /// The operators of "Supports `$filter` (`eq`, `ne`)"; empty where none are listed, `None` where filtering isn't
    /// mentioned.
    pub filter: Option<Vec<&'static str>>,
    /// "Returned only on `$select`".
    pub only_on_select: bool,
    /// "Maximum length is 64", in characters.
    pub max_length: Option<u32>,
    /// Deprecation, from the name's cell or the description; few are.
    pub deprecated: Option<Box<Deprecation>>,
}

/// That something is deprecated, and what is said about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Deprecation {
    /// The sentence that says so; empty where a single word does.
    pub note: String,
    /// The words, or the include, that say so.
    pub span: Span,
    /// Since when, if the page tells.
    pub since: Option<Day>,
    /// From when on it is gone, if the page tells: "will stop returning data on June 30, 2026".
    pub removal: Option<Day>,
}
