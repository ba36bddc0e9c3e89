//! From the resolved schema to Rust.
//!
//! Bindings are written as text. What people read is laid out as prettyplease does it; most of it fits on a line and
//! needs no layout.
//!
//! Nothing can fail here: what could has failed before, in the room `resolve`.

mod accessors;
mod attributes;
mod conversions;
mod copied;
mod doc;
mod enums;
mod facts;
mod file_per;
mod files;
mod format;
mod item;
mod links;
mod markdown;
mod place;
mod render;
mod rust_type;
mod scalars;
mod scope;
mod structs;
mod surface;
mod tables;
mod trees;
mod type_docs;
mod unions;

use std::collections::BTreeSet;

use crate::resolve::{Resolved, TypeId};

pub use self::conversions::{Conversions, Library};
pub use self::file_per::FilePer;
pub use self::files::ALLOWED;
pub use self::scalars::Scalars;
pub use self::surface::{Item, Surface, surface};
pub use crate::model::Primitive;

/// A file of the output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RustFile {
    /// Where it goes, below the folder of the output; with `/`.
    pub path: String,
    /// What is in it.
    pub text: String,
}

/// How the bindings shall be, whatever they are of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EmitOptions {
    /// The path, from everywhere, of a support module that exists elsewhere: `::my_graph_support`, `crate::support`. One
    /// is written beside the bindings if `None`.
    pub support: Option<String>,
    /// The conversions of scalars that the support module has, if it is written beside the bindings.
    pub conversions: Conversions,
    /// The types that fields have in place of the scalars.
    pub scalars: Scalars,
    /// Whether structs have a method `with_…` per property, and enums over derived types one `as_…_mut` per variant.
    pub setters: bool,
    /// What each file of types holds.
    pub file_per: FilePer,
}

/// What the bindings shall be of.
#[derive(Debug)]
pub struct Emission<'o> {
    /// The version of the API, `beta` or `v1.0`: the docs and their links name it.
    pub api_version: &'static str,
    /// The types to emit, with what they derive from and what their properties are of; all, if `None`. Derived types
    /// outside are left out of the enums, so that their objects go to the variant `Other`.
    pub selection: Option<BTreeSet<TypeId>>,
    /// A hash of the pages, which the root module names.
    pub input_hash: u64,
    /// How they shall be.
    pub options: &'o EmitOptions,
}

/// Whether `text` can be the name of a module.
#[must_use]
pub(crate) fn is_module_name(text: &str) -> bool {
    text != "_" && syn::parse_str::<syn::Ident>(text).is_ok()
}

/// Whether `text` can be the path of a module.
#[must_use]
pub(crate) fn is_module_path(text: &str) -> bool {
    syn::parse_str::<syn::Path>(text).is_ok_and(|path| path.segments.iter().all(|segment| segment.arguments.is_none()))
}

/// The bindings, in the order of the files' paths.
#[must_use]
pub fn emit(resolved: &Resolved<'_>, emission: &Emission<'_>) -> Vec<RustFile> {
    let scope = scope::Scope::new(resolved, emission);
    files::files(&scope, render::render(&scope))
}

/// All that [`emit`] does but for joining the texts of the types; how many there are.
#[cfg(feature = "internals")]
#[must_use]
pub fn count(resolved: &Resolved<'_>, emission: &Emission<'_>) -> usize {
    render::render(&scope::Scope::new(resolved, emission)).len()
}
