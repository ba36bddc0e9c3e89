//! From claims to decisions: references looked up, bases chosen, properties given to the types that declare them, Rust
//! names handed out.
//!
//! Each step is a file. It takes the tables that the steps before it made and adds one of its own beside the
//! [`registry`]; nothing is filled in later.

mod build;
mod disagreements;
mod entities;
mod enums;
mod hidden_enums;
mod hierarchy;
mod inferred;
mod kinds;
mod lineage;
mod lookup;
pub mod names;
mod properties;
mod property_types;
mod recursion;
mod registry;
mod repeated;
mod resolved;
mod rust_names;
mod samples;
mod select;
mod shown_alone;
mod spelling;
mod types;
mod unknown_types;

pub use names::RustIdent;
pub use resolved::{Module, ModuleId, Resolved, TypeId};
pub use select::{UnknownSelection, select};
pub use types::{
    EnumMember, Enumeration, Property, PropertyType, Structured, StructuredKind, Type, TypeKind, Union, Variant,
};

use crate::diagnostic::Diagnostics;
use crate::model::Schema;
use crate::parallel;

use hidden_enums::HiddenEnums;
use lookup::Lookup;
use registry::Registry;

/// Decides what `schema` says. Everything doubtful is reported, and something is always decided.
#[must_use]
pub fn resolve<'a>(schema: &'a Schema<'a>, cx: &mut Diagnostics) -> Resolved<'a> {
    let declared = Registry::declared(schema, cx);
    let registry = inferred::extend(declared, schema, cx);
    let lookup = Lookup::new(&registry, schema);
    let hidden_enums = || HiddenEnums::new(&registry, &lookup);
    let (bases, enums) = parallel::join(|| hierarchy::bases(&registry, &lookup, cx), hidden_enums);
    disagreements::report(&registry, &lookup, &bases, cx);
    let properties = properties::properties(&registry, &lookup, &bases, enums, cx);
    shown_alone::report(&registry, &bases, &properties, cx);
    let kinds = kinds::kinds(&registry, &bases, &properties);
    build::build(&registry, &lookup, &bases, &properties, &kinds, cx)
}

/// Does `work` on each of `items`, several at a time. Results and reports keep the order of the items.
fn each<T: Sync, R: Send>(
    items: &[T],
    cx: &mut Diagnostics,
    work: impl Fn(&T, &mut Diagnostics) -> R + Sync,
) -> Vec<R> {
    let done = parallel::map(items, |item| {
        let mut reported = Diagnostics::new();
        (work(item, &mut reported), reported)
    });
    let keep = |(result, reported)| {
        cx.append(reported);
        result
    };
    done.into_iter().map(keep).collect()
}
