//! Enums that tables hide behind `String`.
//!
//! A hundred rows of beta's type column say `String` where the property is of a documented enum. The description lists
//! the members; the enum that has all of them, and whose name ends like the property's, is meant.

use std::collections::BTreeMap;

use crate::model::{Primitive, Property, QualifiedName, Reference};

use super::registry::{Declaration, Index, Registry};

/// The documented enums, by the last word of their names.
pub(super) struct HiddenEnums<'r, 'a> {
    registry: &'r Registry<'a>,
    by_last_word: BTreeMap<String, Vec<Index>>,
}

impl<'r, 'a> HiddenEnums<'r, 'a> {
    pub(super) fn new(registry: &'r Registry<'a>) -> Self {
        let mut by_last_word: BTreeMap<String, Vec<Index>> = BTreeMap::new();
        for (index, entry) in registry.entries().iter().enumerate() {
            if matches!(entry.declaration, Declaration::Enum(_)) {
                by_last_word.entry(last_word(entry.name.name())).or_default().push(index);
            }
        }
        Self { registry, by_last_word }
    }

    /// The enum that the property `row` of `owner` means by `String`, if there is just one that fits best.
    pub(super) fn find(&self, owner: &QualifiedName, row: &Property<'_>) -> Option<Index> {
        let is_string = row.type_ref.reference == Reference::Primitive(Primitive::String);
        if !is_string || row.possible_values.len() < 2 {
            return None;
        }
        let candidates = self.by_last_word.get(&last_word(&row.name.value))?;
        let fit = |index: &Index| Some((self.fit(*index, owner, row)?, *index));
        let mut fitting: Vec<(u8, Index)> = candidates.iter().filter_map(fit).collect();
        fitting.sort_unstable();
        match fitting.as_slice() {
            [(_, only)] => Some(*only),
            [(best, first), (second, _), ..] if best < second => Some(*first),
            _ => None,
        }
    }

    /// How well the enum's name fits, best first; none where it doesn't, or where it lacks a value.
    fn fit(&self, index: Index, owner: &QualifiedName, row: &Property<'_>) -> Option<u8> {
        let entry = self.registry.get(index);
        let (name, property) = (entry.name.name(), row.name.value.as_ref());
        let (stem, end) = name.split_at_checked(name.len().checked_sub(property.len())?)?;
        if !end.eq_ignore_ascii_case(property) {
            return None;
        }
        let Declaration::Enum(types) = &entry.declaration else { return None };
        let has = |value: &str| {
            types.iter().flat_map(|ty| &ty.members).any(|member| member.name.value.eq_ignore_ascii_case(value))
        };
        if entry.name.namespace() != owner.namespace() || !row.possible_values.iter().all(|value| has(&value.value)) {
            return None;
        }
        let (stem, owner) = (stem.to_ascii_lowercase(), owner.name().to_ascii_lowercase());
        if stem == owner {
            Some(0)
        } else if stem.is_empty() {
            Some(1)
        } else if owner.starts_with(&stem) || owner.ends_with(&stem) {
            Some(2)
        } else {
            Some(3)
        }
    }
}

/// `status` of `educationSubmissionStatus`.
fn last_word(name: &str) -> String {
    let start = name.rfind(|c: char| c.is_ascii_uppercase()).unwrap_or(0);
    name[start..].to_ascii_lowercase()
}
