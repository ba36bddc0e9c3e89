//! Typed Rust bindings for Microsoft Graph, generated from its reference documentation.
#![deny(missing_docs)]

pub mod diagnostic;
pub mod page;
pub mod source;
