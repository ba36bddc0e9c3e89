//! The rows of a translated page beside the keys of its JSON representation.

mod pairs;
mod relationships;

use std::borrow::Cow;

use crate::hash::HashSet;
use crate::lower::language::Language;
use crate::lower::only;
use crate::model::name::Caseless;
use crate::model::{Evidence, EvidenceKind, SampleMember, Spanned, StructuredType};

use super::by_name;
use super::kinds;
use super::looks::Looks;
use super::property_names::Learned;

/// The keys found for the rows of one page.
pub(super) struct Rows<'t, 's> {
    ty: &'t StructuredType<'s>,
    keys: &'t [SampleMember<'s>],
    /// The keys in the order of their names.
    in_order: Vec<usize>,
    /// What the name of each row looks like.
    looks: Vec<Looks>,
    /// Whether words that may be of either language are translations here.
    translates: bool,
    /// The key of each row that has one.
    of_row: Vec<Option<usize>>,
    /// Whether each key is of a row.
    taken: Vec<bool>,
    /// Names of rows without a key, which other pages told.
    told: Vec<Option<Cow<'s, str>>>,
}

/// A name with what tells it.
pub(super) struct Restored<'s> {
    pub(super) name: Cow<'s, str>,
    pub(super) evidence: Evidence,
}

impl<'t, 's> Rows<'t, 's> {
    /// The rows of a type on a page of this language; all of `names` are names.
    pub(super) fn new(ty: &'t StructuredType<'s>, language: Language, names: &HashSet<Caseless<'_>>) -> Self {
        let keys = ty.sample.as_slice();
        let by_name = by_name(keys);
        let rows = ty.properties.len();
        let mut in_order: Vec<usize> = (0..keys.len()).collect();
        in_order.sort_by_key(|key| keys[*key].name.value.as_ref());
        let mut page = Self {
            ty,
            keys,
            in_order,
            looks: ty.properties.iter().map(|property| Looks::of(&property.name.value, language, names)).collect(),
            translates: false,
            of_row: vec![None; rows],
            taken: vec![false; keys.len()],
            told: vec![None; rows],
        };
        for (row, property) in ty.properties.iter().enumerate() {
            let squeezed: String = property.name.value.split_whitespace().collect();
            if let Some(key) = by_name.get(&Caseless(&squeezed)) {
                page.take(row, *key);
            }
        }
        page.translates = page.translates();
        page
    }

    fn take(&mut self, row: usize, key: usize) {
        self.of_row[row] = Some(key);
        self.taken[key] = true;
    }

    /// Gives the row the name of the key, which is next by position: no more than likely.
    fn take_next(&mut self, row: usize, key: usize) {
        self.take(row, key);
        self.told[row] = Some(self.keys[key].name.value.clone());
    }

    /// Gives the row the key, and tells what the row's word stands for.
    pub(super) fn pair_up(&mut self, row: usize, key: usize) -> (String, Cow<'s, str>) {
        self.take(row, key);
        (self.word(row), self.keys[key].name.value.clone())
    }

    fn word(&self, row: usize) -> String {
        self.ty.properties[row].name.value.to_lowercase()
    }

    /// Whether the row's name can't be one.
    fn is_foreign(&self, row: usize) -> bool {
        self.looks[row] == Looks::Foreign
    }

    /// Whether some names are translated beyond doubt, or the rows left without a key are just as many words of either
    /// language as there are keys left.
    fn translates(&self) -> bool {
        let left: Vec<usize> = (0..self.of_row.len()).filter(|row| self.of_row[*row].is_none()).collect();
        let structural: Vec<usize> = left.iter().copied().filter(|row| !self.ty.properties[*row].navigation).collect();
        let free = self.taken.iter().filter(|taken| !**taken).count();
        let agree = |rows: &[usize]| rows.len() == free && rows.iter().all(|row| self.looks[*row] == Looks::Either);
        left.iter().any(|row| self.looks[*row].is_translated()) || agree(&structural) || agree(&left)
    }

    /// Whether the row's name is a translation. Relationships must show it themselves, for nine in ten are not in the
    /// JSON.
    fn is_translated(&self, row: usize) -> bool {
        let may = self.translates && self.looks[row] == Looks::Either && !self.ty.properties[row].navigation;
        may || self.looks[row].is_translated()
    }

    /// Whether the row's name is a word of either language, with a link that tells the type as no word could: `texto` of
    /// an `[accessPackageLocalizedContent](…)`.
    fn is_linked_word(&self, row: usize) -> bool {
        !self.ty.properties[row].navigation && self.is_linked_either(row)
    }

    /// Whether the row is a relationship that may be called so in either language, on a page that translates others:
    /// `calendario`, which leads to `calendar.md`.
    fn is_linked_relationship(&self, row: usize) -> bool {
        self.translates && self.ty.properties[row].navigation && self.is_linked_either(row)
    }

    fn is_linked_either(&self, row: usize) -> bool {
        let named = self.ty.properties[row].type_ref.reference.named();
        self.looks[row] == Looks::Either && named.is_some_and(|named| !named.target.is_empty())
    }

    /// Whether the row may lack a name.
    fn is_open(&self, row: usize) -> bool {
        let may = self.is_foreign(row) || self.looks[row] != Looks::Name && !self.ty.properties[row].navigation;
        may && self.lacks_key(row)
    }

    fn lacks_key(&self, row: usize) -> bool {
        self.of_row[row].is_none() && self.told[row].is_none()
    }

    fn open(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.of_row.len()).filter(|row| self.is_open(*row))
    }

    fn is_free(&self, key: usize) -> bool {
        !self.taken[key]
    }

    fn fits(&self, row: usize, key: usize) -> bool {
        kinds::fits(&self.ty.properties[row].type_ref, &self.keys[key])
    }

    /// The keys of this name.
    fn named<'k>(&'k self, name: &'k str) -> impl Iterator<Item = usize> + 'k {
        let of = |key: &usize| self.keys[*key].name.value.as_ref();
        let start = self.in_order.partition_point(|key| of(key) < name);
        self.in_order[start..].iter().take_while(move |key| of(key) == name).copied()
    }

    /// Takes the keys for which the same words stand on other pages, where just one of them is free.
    pub(super) fn restore_by_keys(&mut self, learned: &Learned<'s>) -> bool {
        let mut found = false;
        let mut tried: HashSet<String> = HashSet::default();
        for row in self.open().collect::<Vec<_>>() {
            let word = self.word(row);
            let Some(names) = learned.get(&word).filter(|_| tried.insert(word)) else { continue };
            let free = |key: &usize| self.is_free(*key);
            let only = if names.len() <= self.keys.len() {
                only(names.iter().flat_map(|name| self.named(name)).filter(free))
            } else {
                only((0..self.keys.len()).filter(free).filter(|key| names.contains(&self.keys[*key].name.value)))
            };
            if let Some(key) = only {
                self.take(row, key);
                found = true;
            }
        }
        found
    }

    pub(super) fn look_up_relationships(&mut self, learned: &Learned<'s>) {
        let nothing_else = self.keys.is_empty();
        let properties = &self.ty.properties;
        self.look_up(learned, |row| nothing_else || properties[row].navigation);
    }

    /// Names that every other page agrees on, for rows that the JSON representation says nothing about.
    pub(super) fn look_up(&mut self, learned: &Learned<'s>, of: impl Fn(usize) -> bool) {
        let of_keys = self.of_row.iter().flatten().map(|key| &self.keys[*key].name.value);
        let of_rows = self.ty.properties.iter().map(|property| &property.name.value);
        let names: Vec<Cow<'s, str>> = self.told.iter().flatten().chain(of_keys).chain(of_rows).cloned().collect();
        let mut taken: HashSet<Caseless<'_>> = names.iter().map(|name| Caseless(name)).collect();
        for row in
            self.open().filter(|row| of(*row) && (self.is_foreign(*row) || self.keys.is_empty())).collect::<Vec<_>>()
        {
            let names = learned.get(&self.word(row)).filter(|names| names.len() == 1);
            let Some(name) = names.and_then(|names| names.first()) else { continue };
            // No two rows of a page have one name.
            if taken.insert(Caseless(name)) {
                self.told[row] = Some(name.clone());
            }
        }
    }

    /// The names that are words with a capital, and that nothing was found for.
    pub(super) fn left(&self) -> impl Iterator<Item = &'t Spanned<Cow<'s, str>>> + '_ {
        let ty = self.ty;
        let is_left = |row: &usize| self.looks[*row] == Looks::Translated && self.lacks_key(*row);
        (0..self.of_row.len()).filter(is_left).map(|row| &ty.properties[row].name)
    }

    /// The new names, where there are any.
    pub(super) fn restored(self) -> Vec<Option<Restored<'s>>> {
        let restored = |row: usize| {
            let property = &self.ty.properties[row];
            // A name told and a key: by position, which is no more than likely.
            let (name, evidence) = match (&self.told[row], self.of_row[row]) {
                (Some(name), _) => (name, Evidence::new(EvidenceKind::Inferred, property.evidence.span)),
                (None, Some(key)) => {
                    let name = &self.keys[key].name;
                    (&name.value, Evidence::new(EvidenceKind::Json, name.span))
                }
                (None, None) => return None,
            };
            // Another case is no translation, and settled elsewhere.
            let is_new = !name.eq_ignore_ascii_case(&property.name.value);
            is_new.then(|| Restored { name: name.clone(), evidence })
        };
        (0..self.of_row.len()).map(restored).collect()
    }
}
