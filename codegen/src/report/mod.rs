//! What the pages say, as text for people and programs: the schema as JSON, hierarchies as trees, counts as a line.

pub mod explain;
pub mod ir;
mod json;
pub mod summary;
pub mod tree;

pub use summary::{Counts, Summary};
pub use tree::Format;

use crate::model::Namespace;
use crate::resolve::{Resolved, TypeId};

/// The type's name as people say it: without `microsoft.graph.`.
fn short_name<'a>(resolved: &'a Resolved<'_>, id: TypeId) -> &'a str {
    let name = resolved.get(id).name.as_str();
    let root = Namespace::root();
    name.strip_prefix(root.as_str()).and_then(|rest| rest.strip_prefix('.')).unwrap_or(name)
}

#[cfg(test)]
mod tests;
