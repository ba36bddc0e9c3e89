//! Rows beside what the JSON representation shows of them.

use crate::hash::HashMap;
use crate::model::name::Caseless;
use crate::model::{Evidence, EvidenceKind, Property, SampleMember, StructuredType};

use super::lookup::Lookup;
use super::registry::Index;

/// Every member of the JSON representation that has a row, with the first such row; names are compared without case.
pub(super) fn shown<'a>(ty: &'a StructuredType<'a>) -> impl Iterator<Item = (&'a Property<'a>, &'a SampleMember<'a>)> {
    let first_rows = ty.properties.iter().rev().filter(|_| !ty.sample.is_empty());
    let mut rows: HashMap<Caseless<'_>, &'a Property<'a>> = HashMap::default();
    rows.reserve(if ty.sample.is_empty() { 0 } else { ty.properties.len() });
    rows.extend(first_rows.map(|row| (Caseless(row.name.value.as_ref()), row)));
    ty.sample.iter().filter_map(move |member| Some((*rows.get(&Caseless(&member.name.value))?, member)))
}

/// The type that stands in the JSON representation: `{"@odata.type": "microsoft.graph.educationUserRole"}`.
pub(super) fn named_type(lookup: &Lookup<'_, '_>, shown: &SampleMember<'_>) -> Option<(Index, Evidence)> {
    let named = shown.reference.named()?;
    Some((lookup.index(named)?, Evidence::new(EvidenceKind::Json, named.span)))
}
