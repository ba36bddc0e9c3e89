//! Which row and which key belong together, if the name of neither tells.

use std::collections::BTreeMap;

use crate::hash::{HashMap, HashSet};
use crate::lower::translated::kinds::{self, Kind};
use crate::lower::translated::{align, alike};
use crate::lower::{links, only};
use crate::model::name::Caseless;
use crate::model::{Listing, NamedRef, Reference};

use super::Rows;

impl Rows<'_, '_> {
    /// Pairs beyond doubt: what is spelt alike; else the only row and the only key of a type; if there are none,
    /// [`Self::only_pair`].
    pub(in crate::lower::translated) fn certain_pairs(&self) -> Vec<(usize, usize)> {
        let alike = self.pairs_of_spelling();
        if !alike.is_empty() {
            return alike;
        }
        let of_types = self.pairs_of_types();
        if of_types.is_empty() { self.only_pair().into_iter().collect() } else { of_types }
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

    fn pairs_of_types(&self) -> Vec<(usize, usize)> {
        let mut of_type: HashMap<Kind, (Vec<usize>, Vec<usize>)> = HashMap::default();
        let may_be = |row| self.is_translated(row) || self.is_linked_word(row) || self.is_linked_relationship(row);
        let nameless = |row: &usize| may_be(*row) && self.lacks_key(*row);
        for row in (0..self.of_row.len()).filter(nameless) {
            let Some(kind) = kinds::of_cell(&self.ty.properties[row].type_ref) else { continue };
            of_type.entry(kind).or_default().0.push(row);
        }
        if of_type.is_empty() {
            return Vec::new();
        }
        for key in (0..self.keys.len()).filter(|key| self.is_free(*key)) {
            let rows = kinds::of_key(&self.keys[key]).and_then(|kind| of_type.get_mut(&kind));
            rows.into_iter().for_each(|(_, keys)| keys.push(key));
        }
        let pair = |(rows, keys): &(Vec<usize>, Vec<usize>)| {
            // What is a translation beyond doubt goes before what may be one.
            let sure = || rows.iter().copied().filter(|row| self.is_translated(*row));
            let row = if sure().next().is_some() { only(sure()) } else { only(rows.iter().copied()) };
            let (row, key) = (row?, only(keys.iter().copied())?);
            let is_object = || self.keys[key].reference.named().is_some();
            let fits = self.fits(row, key) && (!self.ty.properties[row].navigation || is_object());
            fits.then_some((row, key))
        };
        let mut pairs: Vec<(usize, usize)> = of_type.values().filter_map(pair).collect();
        pairs.sort_unstable();
        pairs
    }

    /// The only row of a structural property without a name and the only key without a row; of several keys, the only one
    /// that it fits. Relationships don't count, for nine in ten are not in the JSON.
    fn only_pair(&self) -> Option<(usize, usize)> {
        let structural = || self.open().filter(|row| !self.ty.properties[*row].navigation);
        let free = || (0..self.keys.len()).filter(|key| self.is_free(*key));
        let (row, key) = match only(free()) {
            // A name that can't be one goes before a name that might.
            Some(key) => (only(structural().filter(|row| self.is_foreign(*row))).or_else(|| only(structural()))?, key),
            None => {
                let row = only(structural())?;
                (row, only(free().filter(|key| self.fits(row, *key)))?)
            }
        };
        (self.is_translated(row) && self.fits(row, key)).then_some((row, key))
    }

    /// Gives the only relationship that lacks a name the only one of `optionalProperties` that nothing is called, unless the
    /// others stand in the order of their names and it doesn't.
    pub(in crate::lower::translated) fn by_metadata(&mut self) {
        let Some(row) = only(self.open().filter(|row| self.ty.properties[*row].navigation)) else { return };
        let of_keys = self.keys.iter().map(|key| &key.name.value);
        let of_rows = self.ty.properties.iter().map(|property| &property.name.value);
        let named: HashSet<Caseless<'_>> = of_keys.chain(of_rows).map(|name| Caseless(name)).collect();
        let free = only(self.ty.optional.iter().filter(|name| !named.contains(&Caseless(&name.value))));
        if let Some(name) = free.filter(|name| !self.is_out_of_order(row, &name.value)) {
            self.told[row] = Some(name.value.clone());
        }
    }

    /// Gives relationships without a name what the only method that lists the same is called after, if no other row is:
    /// `отправки` beside `educationassignment-list-submissions.md`. What it is called there has lost its capitals.
    pub(in crate::lower::translated) fn by_methods(&mut self) {
        if self.ty.lists.is_empty() {
            return;
        }
        let of_keys = self.keys.iter().map(|key| &key.name.value);
        let of_rows = self.ty.properties.iter().map(|property| &property.name.value);
        let named: HashSet<Caseless<'_>> =
            of_keys.chain(of_rows).chain(self.told.iter().flatten()).map(|name| Caseless(name)).collect();
        let mut lists: HashMap<String, Vec<&Listing<'_>>> = HashMap::default();
        for list in self.ty.lists.iter().filter(|list| !named.contains(&Caseless(&list.name.value))) {
            lists.entry(page_of(&list.of)).or_default().push(list);
        }
        let mut rows: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for row in (0..self.of_row.len()).filter(|row| self.looks[*row].is_translated() && self.lacks_key(*row)) {
            let property = &self.ty.properties[row];
            if let Reference::Named(of) = &property.type_ref.reference
                && property.navigation
                && property.type_ref.collection
            {
                rows.entry(page_of(of)).or_default().push(row);
            }
        }
        for (of, rows) in rows {
            let list = lists.get(&of).and_then(|lists| only(lists.iter()));
            if let (Some(row), Some(list)) = (only(rows.into_iter()), list) {
                self.told[row] = Some(list.name.value.clone());
            }
        }
    }

    /// Whether the relationships but `row` stand in the order of their names, and `name` doesn't fit in there: `設定` between
    /// `planner` and `sites` is no `appRoleAssignments`.
    fn is_out_of_order(&self, row: usize, name: &str) -> bool {
        let relationships = (0..self.of_row.len()).filter(|row| self.ty.properties[*row].navigation);
        let named = |other: usize| match self.of_row[other] {
            _ if other == row => name.to_lowercase(),
            Some(key) => self.keys[key].name.value.to_lowercase(),
            None => self.word(other),
        };
        let with_it: Vec<String> = relationships.clone().map(named).collect();
        let others: Vec<String> = relationships.filter(|other| *other != row).map(named).collect();
        others.len() > 1 && others.is_sorted() && !with_it.is_sorted()
    }

    /// Pairs names with keys by position: first those that can't be names, then those that are translated otherwise.
    pub(in crate::lower::translated) fn by_position(&mut self) {
        self.pair(|row, this| this.is_foreign(row));
        self.pair(|row, this| this.is_translated(row));
    }

    fn pair(&mut self, of: impl Fn(usize, &Self) -> bool) {
        // Rows that are no candidates and have no key stand in nobody's way.
        let counts = |row: &usize| {
            self.of_row[*row].is_some() || self.is_open(*row) && of(*row, self) && !self.ty.properties[*row].navigation
        };
        let rows: Vec<usize> = (0..self.of_row.len()).filter(counts).collect();
        let known: Vec<Option<usize>> = rows.iter().map(|row| self.of_row[*row]).collect();
        let pairs = align::pairs(&known, self.keys.len(), |row, key| self.fits(rows[row], key));
        for (row, key) in pairs {
            let row = rows[row];
            self.take(row, key);
            self.told[row] = Some(self.keys[key].name.value.clone());
        }
    }
}

/// The page that a reference leads to, else what it is called; in lower case.
fn page_of(named: &NamedRef<'_>) -> String {
    links::page(&named.target).unwrap_or(named.short_name()).to_ascii_lowercase()
}
