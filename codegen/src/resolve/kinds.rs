//! Which types are entities, and by which key they are told apart.

use std::borrow::Cow;

use crate::hash::{HashMap, HashSet};
use crate::model::name::Caseless;
use crate::model::{Claim, StructuredType};

use super::entities::{DescribedBy, has_key, has_member};
use super::hierarchy::Bases;
use super::properties::{Declared, Properties};
use super::property_types::TypeOf;
use super::registry::{Index, Registry};
use super::types::StructuredKind;

/// The kind of every type. An entity derives from `entity`; or has a key or an `id`, and is reached by relationships
/// only (an `id` that is shown as any `String` doesn't count, as on `workbooksessioninfo.md`); or has relationships and
/// methods, or relationships and a key in its metadata. All other types are complex, and so is any type that its page
/// calls complex (`singleuser.md` has an `id`). A base without a page is what the types derived from it are.
pub(super) fn kinds(registry: &Registry<'_>, bases: &Bases, properties: &Properties<'_>) -> Vec<StructuredKind> {
    let hierarchies = Hierarchies::new(registry, bases, properties);
    let is_entity = |index| hierarchies.are_entities(top(bases, index));
    let kind = |index| if is_entity(index) { StructuredKind::Entity } else { StructuredKind::Complex };
    registry.indices().map(kind).collect()
}

/// The type at the top of the hierarchy in which the one at `index` is.
fn top(bases: &Bases, index: Index) -> Index {
    bases.ancestors(index).last().unwrap_or(index)
}

fn has_relationships(properties: &Properties<'_>, index: Index) -> bool {
    properties[index].iter().any(|property| property.navigation)
}

/// What tells whether the types of a hierarchy are entities.
struct Hierarchies<'r, 'a> {
    registry: &'r Registry<'a>,
    properties: &'r Properties<'a>,
    described: DescribedBy,
    is_base: Vec<bool>,
    /// The types that structural properties hold.
    contained: HashSet<Index>,
    /// The topmost types of hierarchies in which one states a key and has relationships.
    keyed: HashSet<Index>,
}

impl<'r, 'a> Hierarchies<'r, 'a> {
    fn new(registry: &'r Registry<'a>, bases: &Bases, properties: &'r Properties<'a>) -> Self {
        let structural = properties.iter().flatten().filter(|property| !property.navigation);
        let target = |property: &Declared<'_>| match property.typed.ty {
            TypeOf::Declared(index) => Some(index),
            TypeOf::Primitive(_) => None,
        };
        // The key may have no row: that of `identitygovernance-workflowbase.md` hasn't.
        let states_key = |index: &Index| registry.structured(*index).iter().any(|ty| !ty.key.is_empty());
        let keyed = registry.indices().filter(|index| states_key(index) && has_relationships(properties, *index));
        Self {
            registry,
            properties,
            described: DescribedBy::new(registry, |index| bases.of(index).map(|base| base.index)),
            is_base: bases.are_bases(),
            contained: structural.filter_map(target).collect(),
            keyed: keyed.map(|index| top(bases, index)).collect(),
        }
    }

    /// Whether the types of the hierarchy below `top` are entities.
    fn are_entities(&self, top: Index) -> bool {
        if Some(top) == self.registry.root() {
            return true;
        }
        let indices = self.described.types(&top);
        let types =
            || indices.iter().flat_map(|index| self.registry.structured(*index).iter().map(move |ty| (index, ty)));
        if types().any(|(_, ty)| ty.is_called_complex) {
            return false;
        }
        // What a base lacks, the types derived from it may have.
        let is_base = |index: &Index| self.is_base[*index];
        let key = || types().any(|(index, ty)| !ty.key.is_empty() && (is_base(index) || !lacks_key(ty)));
        let identified = || types().any(|(index, ty)| has_member(ty, "id") && (is_base(index) || !shows_plain_id(ty)));
        let is_contained = || indices.iter().chain([&top]).any(|index| self.contained.contains(index));
        let relationships = || indices.iter().any(|index| has_relationships(self.properties, *index));
        self.keyed.contains(&top)
            || (key() || identified()) && !is_contained()
            || relationships() && types().any(|(_, ty)| ty.has_methods)
    }
}

/// Whether no member has the name of the key, although the type has properties (`timeclocksettings.md`).
fn lacks_key(ty: &StructuredType<'_>) -> bool {
    !has_key(ty) && ty.properties.iter().any(|row| !row.navigation)
}

/// Whether the JSON representation shows an `id` that isn't said to be an identifier, and may be written
/// (`baseitemversion.md` has a key that is read-only).
fn shows_plain_id(ty: &StructuredType<'_>) -> bool {
    if ty.properties.iter().any(|row| row.name.value == "id" && row.facts.read_only) {
        return false;
    }
    ty.sample.iter().any(|member| member.name.value == "id" && member.is_placeholder && !member.is_identifier)
}

/// The key that pages state, spelled like the `properties`, whose names come from better places: `ID`, where `id` is
/// inherited (`teamworktagmember.md`).
pub(super) fn key<'p, 'a: 'p>(
    types: &[&'a StructuredType<'a>],
    properties: impl Iterator<Item = &'p Declared<'a>>,
) -> Vec<Claim<Cow<'a, str>>> {
    let stated = types.iter().map(|ty| &ty.key).find(|key| !key.is_empty());
    let mut spelled: HashMap<Caseless<'a>, Option<Cow<'a, str>>> =
        stated.into_iter().flatten().map(|key| (Caseless(key.value.as_ref()), None)).collect();
    if !spelled.is_empty() {
        for property in properties {
            if let Some(name) = spelled.get_mut(&Caseless(&property.row.name.value)) {
                name.get_or_insert_with(|| property.name.clone());
            }
        }
    }
    let name = |key: &'a str| spelled.get(&Caseless(key)).cloned().flatten().unwrap_or(Cow::Borrowed(key));
    stated.into_iter().flatten().map(|key| Claim { value: name(&key.value), evidence: key.evidence }).collect()
}
