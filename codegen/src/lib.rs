//! Typed Rust bindings for Microsoft Graph, generated from its reference documentation.
//!
//! The documentation consists of *resource pages*: Markdown with a table of properties, a table of relationships,
//! metadata in a comment and a JSON representation. This crate reads them, finds out what they mean in the terms of
//! OData's CSDL, and writes Rust. It is used in two ways.
//!
//! **In a build script**, with [`Builder`]; the bindings follow the pages:
//!
//! ```no_run
//! // build.rs
//! fn main() -> Result<(), msgraph_bindgen::Error> {
//!     msgraph_bindgen::Builder::new().docs("docs").select("customCalloutExtension").compile()
//! }
//! ```
//!
//! **As a command**, `msgraph-bindgen generate`, which writes bindings to be committed, and with `--check` tells in CI
//! whether they are fresh.
//!
//! The rest of the crate is what these two are made of: [`source`] reads the pages, [`pipeline`] makes Rust of them,
//! [`output`] writes it, and [`diagnostic`] says what is wrong on which line of which page.
//!
//! ```
//! use msgraph_bindgen::diagnostic::Diagnostics;
//! use msgraph_bindgen::pipeline::{self, Options};
//! use msgraph_bindgen::source::{Sources, Version};
//!
//! let page = "# place resource type\n\nNamespace: microsoft.graph\n\n## Properties\n\n\
//!     |Property|Type|Description|\n|:--|:--|:--|\n|name|String|What people call it.|\n";
//! let sources = Sources::from_texts([("place.md", page)]);
//! let mut problems = Diagnostics::new();
//!
//! let files = pipeline::run(&sources, &Options::new(Version::Beta), &mut problems).expect("a type");
//!
//! let types = files.iter().find(|file| file.path == "mod.rs").expect("the root module");
//! assert!(types.text.contains("pub name: Option<String>,"));
//! ```
// A build script has no use for what reports alone ask of the schema.
#![cfg_attr(not(any(feature = "cli", feature = "internals")), allow(dead_code, unused_imports))]

mod build_script;
#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod cli;
pub mod config;
pub mod diagnostic;
mod emit;
mod fixups;
mod hash;
mod lint;
mod lower;
mod model;
pub mod output;
mod page;
mod parallel;
pub mod pipeline;
#[cfg(any(feature = "cli", feature = "internals"))]
mod report;
mod resolve;
#[cfg(feature = "internals")]
#[doc(hidden)]
pub mod snapshot;
pub mod source;
mod spelling;
#[cfg(feature = "internals")]
#[doc(hidden)]
pub mod stages;
#[cfg(test)]
mod tests;

pub use build_script::{Builder, Error, Library, OnError, Primitive};
pub use source::Version;
