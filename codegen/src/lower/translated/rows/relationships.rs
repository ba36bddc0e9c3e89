//! Names of relationships, nine in ten of which are not in the JSON representation.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::hash::{HashMap, HashSet};
use crate::lower::only;
use crate::model::name::{Caseless, is_identifier};
use crate::model::{Listing, NamedRef, PageName, Property, Reference};
use crate::source::Sources;

use super::Rows;

impl Rows<'_, '_> {
    /// Gives the only relationship without a name the only one of `optionalProperties` that no row or key has, unless
    /// the other relationships stand in the order of their names, and it wouldn't.
    pub(in crate::lower::translated) fn by_metadata(&mut self) {
        let Some(row) = only(self.open().filter(|row| self.ty.properties[*row].navigation)) else { return };
        let named = self.given_names();
        let free = only(self.ty.optional.iter().filter(|name| !named.contains(&Caseless(&name.value))));
        if let Some(name) = free.filter(|name| !self.is_out_of_order(row, &name.value)) {
            self.told[row] = Some(name.value.clone());
        }
    }

    /// Gives relationships without a name the one by which the only method that lists the same is called, if no row has
    /// it: `отправки` beside `educationassignment-list-submissions.md`. There it has lost its capitals.
    pub(in crate::lower::translated) fn by_methods(&mut self) {
        if self.ty.lists.is_empty() {
            return;
        }
        let named = self.given_names();
        let mut lists: HashMap<String, Vec<&Listing<'_>>> = HashMap::default();
        for list in self.ty.lists.iter().filter(|list| !named.contains(&Caseless(&list.name.value))) {
            lists.entry(page_of(&list.of)).or_default().push(list);
        }
        let may_be = |row: &usize| self.looks[*row].is_translated() || self.is_linked_relationship(*row);
        let mut rows: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for row in (0..self.of_row.len()).filter(|row| may_be(row) && self.lacks_key(*row)) {
            let property = &self.ty.properties[row];
            if let Reference::Named(of) = &property.type_ref.reference
                && property.navigation
            {
                rows.entry(page_of(of)).or_default().push(row);
            }
        }
        for (of, rows) in rows {
            let list = lists.get(&of).and_then(|lists| only(lists.iter()));
            // Rows forget to say so now and then.
            let many = rows.iter().copied().filter(|row| self.ty.properties[*row].type_ref.collection);
            let row = only(many).or_else(|| only(rows.iter().copied()));
            if let (Some(row), Some(list)) = (row, list) {
                self.told[row] = Some(list.name.value.clone());
            }
        }
    }

    /// Gives rows whose name is the very word that labels their link the name of the type to which that leads, `Liste`
    /// of `[Liste](list.md)`: as `types` have it, or the page. Collections aren't called like what is in them.
    pub(in crate::lower::translated) fn by_labels(&mut self, types: &HashSet<Caseless<'_>>, sources: &Sources) {
        let mut named = self.given_names();
        let mut found = Vec::new();
        let single = |(_, property): &(usize, &Property<'_>)| !property.type_ref.collection;
        for (row, property) in self.ty.properties.iter().enumerate().filter(single) {
            let Reference::Named(of) = &property.type_ref.reference else { continue };
            let page = of.link().page().map(PageName::last_part);
            let Some(page) = page.filter(|page| is_identifier(page)) else { continue };
            let may_be = self.looks[row].is_translated() || self.is_linked_relationship(row);
            let is_called_so = || label(sources.text(property.type_ref.span)).to_lowercase() == self.word(row);
            // Without capitals, it is better than a word that was translated, but not than none.
            let name = types.get(&Caseless(page)).map(|name| name.0).or((!self.is_foreign(row)).then_some(page));
            if let Some(name) = name
                && may_be
                && self.lacks_key(row)
                && is_called_so()
                && named.insert(Caseless(page))
            {
                found.push((row, name.to_owned()));
            }
        }
        for (row, name) in found {
            self.told[row] = Some(Cow::Owned(name));
        }
    }

    /// What rows and keys are called, as far as it is known by now.
    fn given_names(&self) -> HashSet<Caseless<'_>> {
        let of_keys = self.keys.iter().map(|key| &key.name.value);
        let of_rows = self.ty.properties.iter().map(|property| &property.name.value);
        of_keys.chain(of_rows).chain(self.told.iter().flatten()).map(|name| Caseless(name)).collect()
    }

    /// Whether the relationships other than `row` stand in the order of their names, and `name` would break it: between
    /// `planner` and `sites`, `設定` is no `appRoleAssignments`.
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
}

/// The label of the link in a type cell.
fn label(cell: &str) -> &str {
    let label = cell.split_once('[').and_then(|(_, rest)| rest.split_once(']')).map(|(label, _)| label);
    label.unwrap_or_default().trim()
}

/// The page that a reference leads to, else what it is called; in lower case.
fn page_of(named: &NamedRef<'_>) -> String {
    named.link().page().map_or(named.short_name(), PageName::as_str).to_ascii_lowercase()
}
