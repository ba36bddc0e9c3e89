//! What generated bindings need at run time: the scalar types of OData, the
//! members that bindings don't know, sets of flags, patches; and, hidden from
//! the docs, one reader and one writer for all generated types.
//!
//! This module is written by hand and copied beside the bindings as it is, so
//! that they depend on `serde` and `serde_json` alone.
//!
//! Generated types carry no reading or writing code of their own. Each
//! describes itself by a constant table and gives access to its fields by
//! number; everything else is here, once, and generic over the
//! data format at most.
//!
//! # What comes of odd input
//!
//! Nothing that is read makes this panic. What is not of the declared kind is
//! an error that names its path, what was expected and what was found.
//!
//! - Of members with the same name the last one counts, as for
//!   `serde_json::Value`. But where `@odata.type` has chosen a type, a second
//!   one that names another type is an error.
//! - Objects and lists lie at most 128 deep within one another, whatever they
//!   are read from; more is an error. A value that was built by hand, deeper
//!   than the stack, can neither be compared, copied, shown, written nor freed:
//!   that is done by recursion, as for any type that contains itself.
//! - Reading takes at most 200 bytes of memory for each byte of input (lists
//!   of unknown objects before a late `@odata.type` are the worst; a long text
//!   takes its own size). Known objects take their `size_of` as well, however
//!   little is in them, and up to four times that while a list of them grows.

mod additional;
mod base64;
mod buffer;
mod cast;
mod changes;
mod collection;
mod compare;
mod conversions;
mod decimal;
mod element;
mod field;
mod fill;
mod flags;
mod foreign;
mod forms;
mod number;
mod object;
mod patch;
mod path;
mod place;
mod read;
mod reflect;
mod refusal;
mod rest;
mod scalar;
#[doc(hidden)]
pub mod see;
mod seen;
mod slot;
mod table;
mod union;
mod value;
mod visit;
mod write;

pub use self::additional::AdditionalProperties;
pub use self::base64::InvalidBase64;
pub use self::cast::{WrongType, convert};
pub use self::changes::{Change, Reason};
pub use self::collection::{Collection, Delta};
pub use self::conversions::InvalidScalar;
pub use self::decimal::Decimal;
pub use self::element::Element;
pub use self::flags::Flags;
pub use self::patch::{apply_patch, merge_patch};
pub use self::reflect::{StructuredType, select};
pub use self::refusal::{ErrorResponse, MainError};
pub use self::scalar::{Binary, Date, DateTimeOffset, Duration, Guid, TimeOfDay};

// The machinery: called by the expansions of `macros`, not by people.
#[doc(hidden)]
pub use self::cast::{is, narrow};
#[doc(hidden)]
pub use self::compare::{clone, clone_union, debug, equal, equal_unions};
#[doc(hidden)]
pub use self::number::{Number, Numeric};
#[doc(hidden)]
pub use self::object::{Look, Opaque, Record, Text, unknown};
#[doc(hidden)]
pub use self::read::{read_opaque, read_struct, read_text, read_union};
#[doc(hidden)]
pub use self::seen::Ref;
#[doc(hidden)]
pub use self::slot::Mut;
#[doc(hidden)]
pub use self::table::{Table, fill_index, index, index_len};
#[doc(hidden)]
pub use self::union::{Like, Union, Variant, Variants};
#[doc(hidden)]
pub use self::write::{odata_type, write};
