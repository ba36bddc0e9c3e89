//! Typed Rust bindings for Microsoft Graph, generated from its reference documentation.
#![deny(missing_docs)]

pub mod diagnostic;
pub mod emit;
pub mod fixups;
pub mod lint;
pub mod lower;
pub mod model;
pub mod page;
pub mod resolve;
pub mod source;
mod spelling;
