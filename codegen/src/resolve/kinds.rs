//! Entity or complex type?

use crate::hash::HashSet;

use super::hierarchy::{Bases, derived_from_mentioned, has_member};
use super::properties::Properties;
use super::property_types::TypeOf;
use super::registry::{Index, Registry};
use super::resolved::StructuredKind;

/// The kind of every type: an entity derives from `entity`, or has a key or an `id` and is reached by relationships
/// only, or has relationships and methods. Other types are complex. A base without a page is what its derived types are.
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
    let derived = derived_from_mentioned(registry, |index| bases.of(index).map(|base| base.base));
    let is_entity = |index: Index| {
        let root = registry.root();
        let top = bases.ancestors(index).last().unwrap_or(index);
        if Some(top) == root {
            return true;
        }
        let pages = derived.get(&top).map_or(std::slice::from_ref(&top), Vec::as_slice);
        let types = || pages.iter().flat_map(|index| registry.structured(*index));
        let key = types().any(|ty| !ty.key.is_empty());
        let relationships = pages.iter().any(|index| properties[*index].iter().any(|property| property.row.navigation));
        let methods = types().any(|ty| ty.has_methods);
        let identified = types().any(|ty| has_member(ty, "id"));
        let contained = pages.iter().chain([&top]).any(|index| structural.contains(index));
        (key || identified) && !contained || relationships && methods
    };
    let kind = |index| if is_entity(index) { StructuredKind::Entity } else { StructuredKind::Complex };
    (0..registry.entries().len()).map(kind).collect()
}
