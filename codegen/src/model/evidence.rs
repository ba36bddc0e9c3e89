//! Where a fact comes from.

use crate::source::Span;

/// What kind of statement a fact was read from, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EvidenceKind {
    /// A sentence above or beside the tables.
    Prose,
    /// The JSON in the HTML comment before the JSON representation.
    Metadata,
    /// A type's own list of the types that derive from it.
    List,
    /// A row of a property, relationship or member table.
    Row,
    /// The JSON representation.
    Json,
    /// The title, the heading or the file's name.
    Name,
    /// A statement on another type's page.
    OtherPage,
    /// Concluded from several facts, none of which says so.
    Inferred,
}

impl EvidenceKind {
    /// The word for it in the IR and in explanations.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Prose => "prose",
            Self::Metadata => "metadata",
            Self::List => "list",
            Self::Row => "row",
            Self::Json => "json",
            Self::Name => "name",
            Self::OtherPage => "other page",
            Self::Inferred => "inferred",
        }
    }
}

/// Where a fact was read, and in what kind of statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The kind of statement.
    pub kind: EvidenceKind,
    /// The words that say so.
    pub span: Span,
}

impl Evidence {
    /// Evidence of `kind` at `span`.
    #[must_use]
    pub fn new(kind: EvidenceKind, span: Span) -> Self {
        Self { kind, span }
    }
}

/// A fact with its evidence.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim<T> {
    /// What is claimed.
    pub value: T,
    /// Who says so.
    pub evidence: Evidence,
}

impl<T> Claim<T> {
    /// `value`, as `kind` of statement at `span` says.
    pub fn new(value: T, kind: EvidenceKind, span: Span) -> Self {
        Self { value, evidence: Evidence::new(kind, span) }
    }
}

/// A value and the place it was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Its place.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// `value`, read at `span`.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}
