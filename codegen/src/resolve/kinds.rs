//! Entity or complex type?

use crate::hash::HashSet;

use super::hierarchy::{Bases, has_member};
use super::properties::Properties;
use super::property_types::TypeOf;
use super::registry::{Index, Registry};
use super::resolved::StructuredKind;

/// The kind of every type: an entity derives from `entity`, or has a key or an `id` and is reached by relationships
/// only, or has relationships and methods. Other types are complex.
pub(super) fn kinds(registry: &Registry<'_>, bases: &Bases, properties: &Properties<'_>) -> Vec<StructuredKind> {
    let structural: HashSet<Index> = properties
        .iter()
        .flatten()
        .filter(|property| !property.row.navigation)
        .filter_map(|property| match property.typed.ty {
            TypeOf::Declared(index) => Some(index),
            TypeOf::Primitive(_) => None,
        })
        .collect();
    let is_entity = |index: Index| {
        let root = registry.root();
        let top = bases.ancestors(index).last().unwrap_or(index);
        if Some(top) == root {
            return true;
        }
        let types = registry.structured(top);
        let key = types.iter().any(|ty| !ty.key.is_empty());
        let relationships = properties[top].iter().any(|property| property.row.navigation);
        let methods = types.iter().any(|ty| ty.has_methods);
        let identified = types.iter().any(|ty| has_member(ty, "id"));
        (key || identified) && !structural.contains(&top) || relationships && methods
    };
    let kind = |index| if is_entity(index) { StructuredKind::Entity } else { StructuredKind::Complex };
    (0..registry.entries().len()).map(kind).collect()
}
