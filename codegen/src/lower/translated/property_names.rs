//! Names of properties that were translated (`说明` for `description`), restored from the JSON representation: the same
//! word but for blanks and capitals; the only name and the only key left; a pair seen so on another page; and by
//! position, where there are as many names as keys.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::rules::TRANSLATED_NAME;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::hash::HashSet;
use crate::model::name::{Caseless, is_identifier};
use crate::model::{Evidence, EvidenceKind, SampleMember, StructuredType};

use super::super::localised::Language;
use super::{Translations, align, by_name, type_words};

/// What each translation was seen to stand for.
type Learned<'s> = BTreeMap<String, BTreeSet<Cow<'s, str>>>;

/// The keys found for the rows of one page.
struct Rows<'t, 's> {
    ty: &'t StructuredType<'s>,
    keys: &'t [SampleMember<'s>],
    /// The keys in the order of their names.
    in_order: Vec<usize>,
    language: Language,
    /// The key of each row that has one.
    of_row: Vec<Option<usize>>,
    /// Whether each key is of a row.
    taken: Vec<bool>,
    /// Names of rows without a key, which other pages told.
    told: Vec<Option<Cow<'s, str>>>,
}

/// Restores the names of the properties of all types on translated pages.
pub(super) fn restore<'s>(types: &mut [StructuredType<'s>], translations: &Translations, cx: &mut Diagnostics) {
    let found: Vec<(usize, Vec<Option<Restored<'s>>>)> = {
        let all = types.iter().enumerate().map(|(at, ty)| (at, translations.language(ty.name.span.source), ty));
        let translated = all.filter(|(_, language, _)| language.is_translated());
        let (places, mut pages): (Vec<usize>, Vec<Rows<'_, 's>>) =
            translated.map(|(at, language, ty)| (at, Rows::new(ty, language))).unzip();
        let learned = learn(&mut pages);
        for page in &mut pages {
            page.look_up_relationships(&learned);
            page.by_position();
            page.look_up(&learned, |_| true);
        }
        places.into_iter().zip(pages.into_iter().map(Rows::restored)).collect()
    };
    for (at, restored) in found {
        for (property, restored) in types[at].properties.iter_mut().zip(restored) {
            let Some(Restored { name, evidence }) = restored else { continue };
            let message = format!("`{}` is taken for `{name}`", property.name.value);
            let note = Diagnostic::new(&TRANSLATED_NAME, message, property.name.span, "a translated name");
            cx.report(match evidence.kind {
                EvidenceKind::Json => note.with_label(evidence.span, "named so here"),
                _ => note,
            });
            property.name.value = name;
            property.evidence = evidence;
        }
    }
}

/// A name with what tells it.
struct Restored<'s> {
    name: Cow<'s, str>,
    evidence: Evidence,
}

/// Finds all that is certain. What one page teaches may leave a single name on another, so this goes round until
/// nothing more is found; each round knows what the rounds before it found, so that the order of the pages doesn't
/// matter.
fn learn<'s>(pages: &mut [Rows<'_, 's>]) -> Learned<'s> {
    let mut learned = Learned::new();
    loop {
        let mut news: Vec<(String, Cow<'s, str>)> = Vec::new();
        let mut found = false;
        for page in &mut *pages {
            found |= page.restore_by_keys(&learned);
            if let Some((row, key)) = page.only_pair() {
                page.pair_up(row, key);
                news.push((page.word(row), page.keys[key].name.value.clone()));
                found = true;
            }
        }
        for (word, name) in news {
            learned.entry(word).or_default().insert(name);
        }
        if !found {
            return learned;
        }
    }
}

impl<'t, 's> Rows<'t, 's> {
    fn new(ty: &'t StructuredType<'s>, language: Language) -> Self {
        let keys = ty.sample.as_ref().map(|sample| sample.members.as_slice()).unwrap_or_default();
        let by_name = by_name(keys);
        let rows = ty.properties.len();
        let mut in_order: Vec<usize> = (0..keys.len()).collect();
        in_order.sort_by_key(|key| keys[*key].name.value.as_ref());
        let mut page = Self {
            ty,
            keys,
            in_order,
            language,
            of_row: vec![None; rows],
            taken: vec![false; keys.len()],
            told: vec![None; rows],
        };
        for (row, property) in ty.properties.iter().enumerate() {
            let squeezed: String = property.name.value.split_whitespace().collect();
            if let Some(key) = by_name.get(&Caseless(&squeezed)) {
                page.pair_up(row, *key);
            }
        }
        page
    }

    fn pair_up(&mut self, row: usize, key: usize) {
        self.of_row[row] = Some(key);
        self.taken[key] = true;
    }

    fn word(&self, row: usize) -> String {
        self.ty.properties[row].name.value.to_lowercase()
    }

    /// Whether the row's name can't be one.
    fn is_foreign(&self, row: usize) -> bool {
        !is_identifier(&self.ty.properties[row].name.value)
    }

    /// Whether the row lacks a name. `Nombre` might be one, if there weren't a key left for it.
    fn is_open(&self, row: usize) -> bool {
        let nameless = self.is_foreign(row) || self.language == Language::Latin && !self.ty.properties[row].navigation;
        nameless && self.of_row[row].is_none() && self.told[row].is_none()
    }

    fn open(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.of_row.len()).filter(|row| self.is_open(*row))
    }

    fn is_free(&self, key: usize) -> bool {
        !self.taken[key]
    }

    fn fits(&self, row: usize, key: usize) -> bool {
        type_words::fits(&self.ty.properties[row].type_ref, &self.keys[key])
    }

    /// The keys of this name.
    fn named<'k>(&'k self, name: &'k str) -> impl Iterator<Item = usize> + 'k {
        let of = |key: &usize| self.keys[*key].name.value.as_ref();
        let start = self.in_order.partition_point(|key| of(key) < name);
        self.in_order[start..].iter().take_while(move |key| of(key) == name).copied()
    }

    /// Takes the keys that other pages' translations name, where just one of them is left.
    fn restore_by_keys(&mut self, learned: &Learned<'s>) -> bool {
        let mut found = false;
        for row in self.open().collect::<Vec<_>>() {
            let Some(names) = learned.get(&self.word(row)) else { continue };
            let mut known = names.iter().flat_map(|name| self.named(name)).filter(|key| self.is_free(*key));
            let (only, none) = (known.next(), known.next());
            drop(known);
            if let (Some(key), None) = (only, none) {
                self.pair_up(row, key);
                found = true;
            }
        }
        found
    }

    /// The only row of a structural property without a name and the only key without a row. Relationships don't count,
    /// for nine in ten are not in the JSON.
    fn only_pair(&self) -> Option<(usize, usize)> {
        let only = |mut rows: Box<dyn Iterator<Item = usize> + '_>| match (rows.next(), rows.next()) {
            (Some(only), None) => Some(only),
            _ => None,
        };
        let structural = || self.open().filter(|row| !self.ty.properties[*row].navigation);
        let key = only(Box::new((0..self.keys.len()).filter(|key| self.is_free(*key))))?;
        // A name that can't be one goes before a name that might.
        let row = only(Box::new(structural().filter(|row| self.is_foreign(*row))))
            .or_else(|| only(Box::new(structural())))?;
        self.fits(row, key).then_some((row, key))
    }

    fn look_up_relationships(&mut self, learned: &Learned<'s>) {
        let nothing_else = self.keys.is_empty();
        let properties = &self.ty.properties;
        self.look_up(learned, |row| nothing_else || properties[row].navigation);
    }

    /// Names that every other page agrees on, for rows that the JSON representation says nothing about.
    fn look_up(&mut self, learned: &Learned<'s>, of: impl Fn(usize) -> bool) {
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

    /// Pairs names with keys by position: first those that can't be names, then those that might not.
    fn by_position(&mut self) {
        self.pair(|row, this| this.is_foreign(row));
        self.pair(|_, _| true);
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
            self.pair_up(row, key);
            self.told[row] = Some(self.keys[key].name.value.clone());
        }
    }

    /// The new names, where there are any.
    fn restored(self) -> Vec<Option<Restored<'s>>> {
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
