//! What the pages say, in the terms of OData's CSDL: plain data with spans, no Markdown, no Rust.
//!
//! Nothing is decided here. A page may give a type two bases; both stand here as [`Claim`]s with their [`Evidence`],
//! and the room `resolve` picks one and reports the other.

pub mod day;
mod doc;
pub mod enum_type;
pub mod evidence;
pub mod link;
pub mod name;
pub mod namespace;
pub mod primitive;
pub mod property;
pub mod schema;
pub mod structured_type;
pub mod type_ref;

pub use day::Day;
pub use doc::{Doc, Run};
pub use enum_type::{EnumType, Member};
pub use evidence::{Claim, Evidence, EvidenceKind, Spanned};
pub use link::{Link, PageName};
pub use name::QualifiedName;
pub use namespace::Namespace;
pub use primitive::Primitive;
pub use property::{Deprecation, Facts, Property};
pub use schema::{PageEntry, Schema};
pub use structured_type::{Listing, SampleMember, StructuredType};
pub use type_ref::{NamedRef, Reference, TypeRef};
