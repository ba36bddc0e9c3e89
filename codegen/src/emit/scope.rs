//! What the bindings have.

use std::collections::BTreeSet;

use crate::resolve::{ModuleId, Resolved, TypeId, TypeKind};

use super::Emission;

/// What the support module offers to fields.
const SUPPORT_TYPES: [&str; 8] =
    ["Binary", "Date", "DateTimeOffset", "Decimal", "Duration", "Flags", "Guid", "TimeOfDay"];

/// What all templates ask: the schema, and which of its types the bindings have.
pub(super) struct Scope<'r, 'a> {
    pub(super) resolved: &'r Resolved<'a>,
    pub(super) emission: &'r Emission<'r>,
    /// Names of the support module that a type of the module has, too.
    shadowed: BTreeSet<(ModuleId, &'static str)>,
}

impl<'r, 'a> Scope<'r, 'a> {
    pub(super) fn new(resolved: &'r Resolved<'a>, emission: &'r Emission<'r>) -> Self {
        let mut shadowed = BTreeSet::new();
        for (_, ty) in resolved.types() {
            let mut idents = vec![&ty.ident];
            if let TypeKind::Structured(structured) = &ty.kind {
                idents.push(&structured.rust.record);
                idents.extend(structured.rust.union.as_ref().map(|union| &union.ident));
            }
            let shared = SUPPORT_TYPES.into_iter().filter(|name| idents.iter().any(|ident| ident.as_str() == *name));
            shadowed.extend(shared.map(|name| (ty.module, name)));
        }
        Self { resolved, emission, shadowed }
    }

    /// Whether the bindings have the type.
    pub(super) fn has(&self, id: TypeId) -> bool {
        self.emission.selection.as_ref().is_none_or(|selection| selection.contains(&id))
    }

    /// Whether a type of the module `id` is called `name`, as one of the support module is.
    pub(super) fn shadows(&self, id: ModuleId, name: &'static str) -> bool {
        self.shadowed.contains(&(id, name))
    }
}
