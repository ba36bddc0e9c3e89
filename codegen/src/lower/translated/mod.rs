//! What translators replaced, put back from what they left alone.
//!
//! Machine translation of these pages spares links, code spans, JSON and metadata; it doesn't spare names in tables: in
//! the Chinese docs of 2022 every fourteenth property and every fifth enum member is a Chinese word. A first pass
//! leaves them as they are; here, where all pages are known, they are restored, or the row is dropped as it would be on
//! an English page.

mod align;
mod alike;
mod bases;
mod kinds;
mod labels;
mod looks;
mod members;
mod property_names;
mod rows;
mod type_cells;
mod type_names;
mod type_words;

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Diagnostics;
use crate::hash::HashMap;
use crate::model::name::Caseless;
use crate::model::{Property, Reference, SampleMember, Schema, StructuredType};
use crate::page::Page;
use crate::source::{SourceId, Sources};

use super::language::Language;
use super::{json, properties};

/// How many examples teach what words of an unknown language mean: a single one may be an accident.
const EXAMPLES: usize = 2;

/// The pages that are translations.
#[derive(Default)]
pub(super) struct Translations(BTreeMap<SourceId, Language>);

impl Translations {
    /// Takes a page with its language, if it is a translation.
    pub(super) fn add(&mut self, page: SourceId, language: Language) {
        if language.is_translated() {
            self.0.insert(page, language);
        }
    }

    fn language(&self, page: SourceId) -> Language {
        self.0.get(&page).copied().unwrap_or(Language::English)
    }

    /// Whether the page on which the type is defined is one of them.
    fn define(&self, ty: &StructuredType<'_>) -> bool {
        self.0.contains_key(&ty.name.span.source)
    }
}

/// Restores the names on translated `pages`. Does nothing where there are none.
pub(super) fn restore<'s>(
    schema: &mut Schema<'s>,
    pages: &[Page<'s>],
    translations: &Translations,
    sources: &'s Sources,
    cx: &mut Diagnostics,
) {
    if translations.0.is_empty() {
        return;
    }
    type_names::restore(schema, pages, translations, sources);
    bases::restore(&mut schema.structured, pages, sources);
    property_names::restore(&mut schema.structured, translations, sources, cx);
    type_words::restore(schema, translations, sources, cx);
    labels::restore(schema, translations);
    // What a row lists of an enum is true even if nothing tells the row's name.
    members::restore(schema, translations, cx);
    for ty in &mut schema.structured {
        if translations.define(ty) {
            settle(ty, cx);
        }
    }
}

/// What all types are called, in lower case.
fn known_types(schema: &Schema<'_>) -> BTreeSet<String> {
    schema.names().map(|name| name.value.name().to_ascii_lowercase()).collect()
}

/// Where the first key of each name stands.
fn by_name<'k>(keys: &'k [SampleMember<'_>]) -> HashMap<Caseless<'k>, usize> {
    let mut places = HashMap::default();
    for (at, key) in keys.iter().enumerate() {
        places.entry(Caseless(&key.name.value)).or_insert(at);
    }
    places
}

/// Goes through the properties, each with the key that shows it, if there is one.
fn each_with_key<'s>(ty: &mut StructuredType<'s>, mut read: impl FnMut(&mut Property<'s>, Option<&SampleMember<'s>>)) {
    let by_name = by_name(&ty.sample);
    for property in &mut ty.properties {
        let key = by_name.get(&Caseless(&property.name.value)).map(|key| &ty.sample[*key]);
        read(property, key);
    }
}

/// Drops what could not be restored, and takes the JSON representation where the tables have nothing to offer.
fn settle(ty: &mut StructuredType<'_>, cx: &mut Diagnostics) {
    ty.properties.retain(|property| {
        let named = properties::is_named(&property.name, cx);
        if named && property.type_ref.reference == Reference::Unreadable {
            properties::report_unreadable(&property.name, &property.type_ref, cx);
        }
        named
    });
    json::representation::stand_in_for_tables(ty);
}
