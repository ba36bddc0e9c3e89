//! Which row and which key belong together, if the name of neither tells.

use crate::hash::{HashMap, HashSet};
use crate::lower::only;
use crate::lower::translated::kinds::{self, Kind};
use crate::lower::translated::{align, alike};

use super::Rows;

/// How many rows are compared with as many keys, each with each.
const FEW: usize = 32;

/// Rows that lack a name, and free keys, of one type.
#[derive(Default)]
struct Group {
    rows: Vec<usize>,
    keys: Vec<usize>,
}

impl Rows<'_, '_> {
    /// Pairs beyond doubt: what is spelt alike; else the only row and the only key of a type; if there are none,
    /// [`Self::only_pair`], or what fits nothing else.
    pub(in crate::lower::translated) fn certain_pairs(&self) -> Vec<(usize, usize)> {
        let alike = self.pairs_of_spelling();
        if !alike.is_empty() {
            return alike;
        }
        let of_types = self.pairs_of_types();
        if !of_types.is_empty() {
            return of_types;
        }
        self.only_pair().map(|pair| vec![pair]).unwrap_or_else(|| self.pairs_of_necessity())
    }

    /// Translated names and keys that are spelt alike, if the row may be of the key.
    fn pairs_of_spelling(&self) -> Vec<(usize, usize)> {
        let rows = (0..self.of_row.len()).filter(|row| self.is_translated(*row) && self.lacks_key(*row));
        let (rows, words): (Vec<usize>, Vec<&str>) =
            rows.map(|row| (row, self.ty.properties[row].name.value.as_ref())).unzip();
        if rows.is_empty() {
            return Vec::new();
        }
        let keys = (0..self.keys.len()).filter(|key| self.is_free(*key));
        let (keys, names): (Vec<usize>, Vec<&str>) = keys.map(|key| (key, self.keys[key].name.value.as_ref())).unzip();
        let pairs = alike::pairs(&words, &names).into_iter().map(|(row, key)| (rows[row], keys[key]));
        pairs.filter(|(row, key)| self.fits(*row, *key)).collect()
    }

    /// The only row and the only key of each type.
    fn pairs_of_types(&self) -> Vec<(usize, usize)> {
        let groups = self.by_type();
        let mut pairs: Vec<(usize, usize)> = groups.values().filter_map(|group| self.only_pair_of(group)).collect();
        pairs.sort_unstable();
        pairs
    }

    /// The rows that lack a name, and the free keys, by their type; only types with a row.
    fn by_type(&self) -> HashMap<Kind, Group> {
        let mut groups: HashMap<Kind, Group> = HashMap::default();
        let may_be = |row| self.is_translated(row) || self.is_linked_word(row) || self.is_linked_relationship(row);
        let nameless = |row: &usize| may_be(*row) && self.lacks_key(*row);
        for row in (0..self.of_row.len()).filter(nameless) {
            let Some(kind) = kinds::of_cell(&self.ty.properties[row].type_ref) else { continue };
            groups.entry(kind).or_default().rows.push(row);
        }
        if groups.is_empty() {
            return groups;
        }
        for key in (0..self.keys.len()).filter(|key| self.is_free(*key)) {
            if let Some(group) = kinds::of_key(&self.keys[key]).and_then(|kind| groups.get_mut(&kind)) {
                group.keys.push(key);
            }
        }
        groups
    }

    fn only_pair_of(&self, Group { rows, keys }: &Group) -> Option<(usize, usize)> {
        // A translation beyond doubt goes before what may be one.
        let sure = || rows.iter().copied().filter(|row| self.is_translated(*row));
        let row = if sure().next().is_some() { only(sure()) } else { only(rows.iter().copied()) };
        let (row, key) = (row?, only(keys.iter().copied())?);
        self.may_be(row, key).then_some((row, key))
    }

    /// Whether the row fits the key, and objects alone are taken for relationships.
    fn may_be(&self, row: usize, key: usize) -> bool {
        let is_object = || self.keys[key].reference.named().is_some();
        self.fits(row, key) && (!self.ty.properties[row].navigation || is_object())
    }

    /// The only row of a structural property without a name and the only key without a row; of several keys or rows, the
    /// only one that fits. Relationships don't count, for nine in ten are not in the JSON.
    fn only_pair(&self) -> Option<(usize, usize)> {
        let structural = || self.open().filter(|row| !self.ty.properties[*row].navigation);
        let free = || (0..self.keys.len()).filter(|key| self.is_free(*key));
        let (row, key) = match only(free()) {
            // A name that can't be one goes before a name that might.
            Some(key) => {
                let foreign = only(structural().filter(|row| self.is_foreign(*row)));
                let fitting = || only(structural().filter(|row| self.fits(*row, key)));
                (foreign.or_else(|| only(structural())).or_else(fitting)?, key)
            }
            None => {
                let row = only(structural())?;
                (row, only(free().filter(|key| self.fits(row, *key)))?)
            }
        };
        (self.is_translated(row) && self.fits(row, key)).then_some((row, key))
    }

    /// Where as many structural properties lack a name as there are keys left: rows that fit a single key, and keys that a
    /// single row fits.
    fn pairs_of_necessity(&self) -> Vec<(usize, usize)> {
        let rows: Vec<usize> = self.open().filter(|row| !self.ty.properties[*row].navigation).collect();
        let keys: Vec<usize> = (0..self.keys.len()).filter(|key| self.is_free(*key)).collect();
        if rows.len() != keys.len() || rows.len() > FEW || !rows.iter().all(|row| self.is_translated(*row)) {
            return Vec::new();
        }
        let key_of = |row: &usize| Some((*row, only(keys.iter().copied().filter(|key| self.fits(*row, *key)))?));
        let row_of = |key: &usize| Some((only(rows.iter().copied().filter(|row| self.fits(*row, *key)))?, *key));
        let mut pairs: Vec<(usize, usize)> =
            rows.iter().filter_map(key_of).chain(keys.iter().filter_map(row_of)).collect();
        pairs.sort_unstable();
        pairs.dedup();
        let (mut of_rows, mut of_keys) = (HashSet::default(), HashSet::default());
        // A row of two keys, or a key of two rows: something else is missing.
        let agree = pairs.iter().all(|(row, key)| of_rows.insert(*row) && of_keys.insert(*key));
        if agree { pairs } else { Vec::new() }
    }

    /// Pairs the rows of each type with its keys, in order, and those of its collections, where there are as many rows
    /// as keys and most rows of the page keep the order of their keys.
    pub(in crate::lower::translated) fn by_types(&mut self) {
        let named = self.by_type().into_iter().filter(|(kind, _)| matches!(kind, Kind::Named(_)));
        let pairs = |(_, group): (Kind, Group)| [false, true].map(|collections| self.in_order(&group, collections));
        let found: Vec<(usize, usize)> = named.flat_map(pairs).flatten().collect();
        let known = self.of_row.iter().enumerate().filter_map(|(row, key)| Some((row, (*key)?)));
        if align::keep_order(&mut known.chain(found.iter().copied()).collect::<Vec<_>>()) {
            found.into_iter().for_each(|(row, key)| self.take_next(row, key));
        }
    }

    /// The rows and keys of a group that are `collections`, or aren't, in order; none if their numbers differ.
    fn in_order(&self, group: &Group, collections: bool) -> Vec<(usize, usize)> {
        let rows = group.rows.iter().filter(|row| self.ty.properties[**row].type_ref.collection == collections);
        let keys = group.keys.iter().filter(|key| self.keys[**key].collection == collections);
        let (rows, keys): (Vec<usize>, Vec<usize>) = (rows.copied().collect(), keys.copied().collect());
        let agree = rows.len() == keys.len();
        let pairs: Vec<(usize, usize)> = rows.into_iter().zip(keys).collect();
        if agree && pairs.iter().all(|(row, key)| self.may_be(*row, *key)) { pairs } else { Vec::new() }
    }

    /// Pairs names with keys by position: first those that can't be names, then those that are translated otherwise.
    pub(in crate::lower::translated) fn by_position(&mut self) {
        self.pair_in_order(|row, this| this.is_foreign(row));
        self.pair_in_order(|row, this| this.is_translated(row));
    }

    fn pair_in_order(&mut self, of: impl Fn(usize, &Self) -> bool) {
        // Rows that are no candidates and have no key stand in nobody's way.
        let counts = |row: &usize| {
            self.of_row[*row].is_some() || self.is_open(*row) && of(*row, self) && !self.ty.properties[*row].navigation
        };
        let rows: Vec<usize> = (0..self.of_row.len()).filter(counts).collect();
        let known: Vec<Option<usize>> = rows.iter().map(|row| self.of_row[*row]).collect();
        let pairs = align::pairs(&known, self.keys.len(), |row, key| self.fits(rows[row], key));
        pairs.into_iter().for_each(|(row, key)| self.take_next(rows[row], key));
    }
}
