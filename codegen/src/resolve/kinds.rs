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
    let structural: HashSet<Index> = properties
        .iter()
        .flatten()
        .filter(|property| !property.navigation)
        .filter_map(|property| match property.typed.ty {
            TypeOf::Declared(index) => Some(index),
            TypeOf::Primitive(_) => None,
        })
        .collect();
    let described = DescribedBy::new(registry, |index| bases.of(index).map(|base| base.index));
    let is_base = bases.are_bases();
    let top = |index: Index| bases.ancestors(index).last().unwrap_or(index);
    // The key may have no row: that of `identitygovernance-workflowbase.md` hasn't.
    let is_keyed = |index: &Index| {
        let states_key = registry.structured(*index).iter().any(|ty| !ty.key.is_empty());
        states_key && properties[*index].iter().any(|property| property.navigation)
    };
    let keyed: HashSet<Index> = registry.indices().filter(is_keyed).map(top).collect();
    let is_entity = |index: Index| {
        let root = registry.root();
        let top = top(index);
        if Some(top) == root {
            return true;
        }
        let pages = described.types(&top);
        let types = || pages.iter().flat_map(|index| registry.structured(*index));
        if types().any(|ty| ty.is_called_complex) {
            return false;
        }
        if keyed.contains(&top) {
            return true;
        }
        // What a base lacks, the types derived from it may have.
        let each = || {
            pages.iter().flat_map(|index| {
                let is_all = !is_base[*index];
                registry.structured(*index).iter().map(move |ty| (is_all, ty))
            })
        };
        let key = each().any(|(is_all, ty)| !(ty.key.is_empty() || is_all && lacks_key(ty)));
        let relationships = pages.iter().any(|index| properties[*index].iter().any(|property| property.navigation));
        let methods = types().any(|ty| ty.has_methods);
        let identified = each().any(|(is_all, ty)| has_member(ty, "id") && !(is_all && shows_plain_id(ty)));
        let contained = pages.iter().chain([&top]).any(|index| structural.contains(index));
        (key || identified) && !contained || relationships && methods
    };
    let kind = |index| if is_entity(index) { StructuredKind::Entity } else { StructuredKind::Complex };
    registry.indices().map(kind).collect()
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
