//! What the pages say, as text for people and programs: the schema as JSON, hierarchies as trees, counts as a line,
//! findings for programs; and what newer pages mean for code.

pub mod changes;
pub mod explain;
pub mod findings;
pub mod ir;
mod json;
pub mod summary;
pub mod tree;

pub use changes::ChangesFormat;
pub use findings::FindingsFormat;
pub(crate) use summary::plural;
pub use summary::{Counts, Summary};
pub use tree::Format;

use crate::model::namespace::ROOT;
use crate::resolve::{Resolved, TypeId};

/// The type's name as people say it: without `microsoft.graph.`.
fn short_name<'a>(resolved: &'a Resolved<'_>, id: TypeId) -> &'a str {
    let name = resolved.get(id).name.as_str();
    name.strip_prefix(ROOT).and_then(|rest| rest.strip_prefix('.')).unwrap_or(name)
}

/// The format called `name`, of those in which `what` can be printed; else what there is.
fn by_name<F: Copy>(name: &str, what: &str, formats: &[(&str, F)]) -> Result<F, String> {
    formats.iter().find(|(known, _)| *known == name).map(|(_, format)| *format).ok_or_else(|| {
        let known: Vec<String> = formats.iter().map(|(known, _)| format!("`{known}`")).collect();
        format!("`{name}` is no format of {what}; there are {}", known.join(", "))
    })
}

#[cfg(test)]
mod tests;
