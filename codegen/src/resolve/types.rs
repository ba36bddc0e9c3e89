//! What is decided of a type: its parts, with their names in OData and in Rust.

use std::borrow::Cow;

use crate::model::{Claim, Deprecation, Doc, Evidence, Facts, Primitive, QualifiedName};
use crate::source::SourceId;

use super::names::{self, RustIdent};
use super::resolved::{ModuleId, Resolved, TypeId};

/// A type.
#[derive(Debug)]
pub struct Type<'a> {
    /// Its full name.
    pub name: QualifiedName,
    /// Where its Rust lives.
    pub module: ModuleId,
    /// What users hold: the struct of a concrete type, the enum over the derived types of an abstract one, the enum.
    pub ident: RustIdent,
    /// What it means; empty where nothing is said.
    pub docs: Cow<'a, Doc<'a>>,
    /// Whether, and how, it is called deprecated.
    pub deprecated: Option<&'a Deprecation>,
    /// The pages that define it; none where other pages merely mention it.
    pub pages: Vec<SourceId>,
    /// The file name of the first of them, without `.md`, in lower case.
    pub page_name: Option<String>,
    /// What makes us believe that there is such a type.
    pub evidence: Evidence,
    /// The rest.
    pub kind: TypeKind<'a>,
}

/// What a [`Type`] is.
#[derive(Debug)]
pub enum TypeKind<'a> {
    /// An entity or complex type.
    Structured(Structured<'a>),
    /// An enum.
    Enum(Enumeration<'a>),
    /// Named by pages, defined by none: any JSON value.
    Undocumented,
}

/// Whether a structured type has a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StructuredKind {
    /// It has.
    Entity,
    /// It hasn't.
    Complex,
}

/// An entity or complex type.
#[derive(Debug)]
pub struct Structured<'a> {
    /// Entity or complex.
    pub kind: StructuredKind,
    /// What it derives from, and who says so.
    pub base: Option<Base>,
    /// Who says that it is abstract, if it is.
    pub is_abstract: Option<Evidence>,
    /// Who says that it is open, if it is.
    pub is_open: Option<Evidence>,
    /// The names of the key properties, and who states them.
    pub key: Vec<Claim<Cow<'a, str>>>,
    /// Its own properties, in the order of the page.
    pub properties: Vec<Property<'a>>,
    /// What derives from it directly, in the order of the names.
    pub derived: Vec<TypeId>,
    /// The names of its Rust.
    pub rust: StructuredRust,
}

impl Structured<'_> {
    /// Whether writing names the type in `@odata.type`: it has a base other than `entity`, or derived types, and can
    /// occur itself.
    #[must_use]
    pub fn is_tagged(&self, resolved: &Resolved<'_>) -> bool {
        let derives = self.base.is_some_and(|base| !resolved.is_root(base.ty));
        self.is_abstract.is_none() && (derives || self.rust.union.is_some())
    }
}

/// A base with the evidence for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Base {
    /// The base type.
    pub ty: TypeId,
    /// Who says so.
    pub evidence: Evidence,
}

/// How a structured type looks in Rust.
#[derive(Debug)]
pub struct StructuredRust {
    /// The struct with its fields: the type's own name, `…Base` where that belongs to the enum.
    pub record: RustIdent,
    /// The enum over what derives from it, wherever there can be such: the type's own name for an abstract type, `Any…`
    /// for a concrete one. Never for `entity`.
    pub union: Option<Union>,
}

/// The enum over a type and what derives from it.
#[derive(Debug)]
pub struct Union {
    /// Its name.
    pub ident: RustIdent,
    /// A variant per type: the type itself first if it can occur, then the direct descendants.
    pub variants: Vec<Variant>,
}

/// A variant of a [`Union`]; it holds the type's own union if that has one, but for the type itself, whose variant
/// holds its record.
#[derive(Debug)]
pub struct Variant {
    /// Its name.
    pub ident: RustIdent,
    /// The method that returns it, `as_user`.
    pub accessor: RustIdent,
    /// The type.
    pub ty: TypeId,
}

/// A property.
#[derive(Debug)]
pub struct Property<'a> {
    /// Its name in JSON.
    pub name: Cow<'a, str>,
    /// The field; unique among all properties of the type and of everything derived from it.
    pub ident: RustIdent,
    /// Its type.
    pub ty: PropertyType,
    /// Whether it is a collection.
    pub collection: bool,
    /// Whether it is a navigation property.
    pub navigation: bool,
    /// Whether the field must be boxed, since the type contains itself through it.
    pub boxed: bool,
    /// What it means.
    pub docs: &'a Doc<'a>,
    /// What is said about it in passing.
    pub facts: &'a Facts<'a>,
    /// Where it was read.
    pub evidence: Evidence,
    /// What its type was read from: mostly the cell of the row.
    pub type_evidence: Evidence,
}

impl Property<'_> {
    /// The method of an enum over derived types that returns it.
    #[must_use]
    pub fn method(&self) -> RustIdent {
        names::method(&self.ident)
    }
}

/// The type of a property.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PropertyType {
    /// A primitive.
    Primitive(Primitive),
    /// One of ours.
    Type(TypeId),
}

/// An enum.
#[derive(Debug)]
pub struct Enumeration<'a> {
    /// Whether members combine, `"a,b"`.
    pub is_flags: bool,
    /// The members, in the order of the page.
    pub members: Vec<EnumMember<'a>>,
}

/// A member of an enum.
#[derive(Debug)]
pub struct EnumMember<'a> {
    /// Its name in JSON.
    pub name: Cow<'a, str>,
    /// The variant.
    pub ident: RustIdent,
    /// Its number, where a page gives one.
    pub value: Option<i64>,
    /// What it means.
    pub docs: Cow<'a, Doc<'a>>,
    /// Whether, and how, its page calls it deprecated.
    pub deprecated: Option<&'a Deprecation>,
    /// Whether it follows the sentinel `unknownFutureValue` and so is only returned on request.
    pub after_sentinel: bool,
    /// Where it was read.
    pub evidence: Evidence,
}
