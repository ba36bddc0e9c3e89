//! Entity types and complex types.

use std::borrow::Cow;

use super::{Claim, Deprecation, Doc, EvidenceKind, NamedRef, Property, QualifiedName, Reference, Spanned};

/// An entity type or a complex type: which of the two, `resolve` finds out. One page may define it in part only.
#[derive(Clone, Debug, PartialEq)]
pub struct StructuredType<'s> {
    /// Its full name.
    pub name: Spanned<QualifiedName>,
    /// What kind of statement the name was read from.
    pub named_by: EvidenceKind,
    /// Every base that the page claims, in the order of the page.
    pub bases: Vec<Claim<NamedRef<'s>>>,
    /// Every statement on whether the type is abstract.
    pub is_abstract: Vec<Claim<bool>>,
    /// Every statement on whether the type is open.
    pub is_open: Vec<Claim<bool>>,
    /// Whether the page calls it a complex type, which has no identity.
    pub is_called_complex: bool,
    /// The properties that make up the key: from `keyProperty`, or shown as such in the JSON representation.
    pub key: Vec<Claim<Cow<'s, str>>>,
    /// The types that the page says derive from this one.
    pub derived: Vec<Claim<NamedRef<'s>>>,
    /// The rows of its tables, inherited ones too.
    pub properties: Vec<Property<'s>>,
    /// The members of its JSON representation, annotations left out.
    pub sample: Vec<SampleMember<'s>>,
    /// The type that the JSON representation says it is of.
    pub shown_as: Option<Spanned<QualifiedName>>,
    /// The properties that the metadata name as ones which may be missing.
    pub optional: Vec<Spanned<Cow<'s, str>>>,
    /// Whether the page lists methods.
    pub has_methods: bool,
    /// Whether one of the type's own methods returns an object of it.
    pub is_returned: bool,
    /// What methods list.
    pub lists: Vec<Listing<'s>>,
    /// The introduction.
    pub docs: Doc<'s>,
    /// Whether, and how, the page calls the type deprecated.
    pub deprecated: Option<Deprecation>,
}

impl StructuredType<'_> {
    /// Whether one of the page's statements says that the type is open.
    #[must_use]
    pub fn says_open(&self) -> bool {
        self.is_open.iter().any(|claim| claim.value)
    }
}

/// A method that lists what a relationship leads to.
#[derive(Clone, Debug, PartialEq)]
pub struct Listing<'s> {
    /// The relationship, as the method's page calls it: `members` of `team-list-members.md`.
    pub name: Spanned<Cow<'s, str>>,
    /// The type of what is listed.
    pub of: NamedRef<'s>,
}

/// A member of a JSON representation.
#[derive(Clone, Debug, PartialEq)]
pub struct SampleMember<'s> {
    /// The name.
    pub name: Spanned<Cow<'s, str>>,
    /// The type that its value tells: a named one from a nested `@odata.type`, a primitive from words such as `String
    /// (timestamp)` or the kind of the value.
    pub reference: Reference<'s>,
    /// Whether the value is an array.
    pub collection: bool,
    /// Whether the value names a type (`"String"`, a nested `@odata.type`) and isn't an example.
    pub is_placeholder: bool,
    /// Whether the value says that it is a key: `"String (identifier)"`.
    pub is_identifier: bool,
}
