//! Translated labels of links to pages that aren't there: `[Schlepper](tug.md)`. The JSON representation may have the
//! name, if the page is called so; else the page's name is taken.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::lower::language::Language;
use crate::model::name::{is_identifier, may_be_word};
use crate::model::{NamedRef, PageEntry, PageName, Reference, Schema};

use super::{Translations, each_with_key, known_types};

/// Replaces labels that name no known type, those of bases too: by the name in the JSON representation, or by that of
/// the linked page.
pub(super) fn restore(schema: &mut Schema<'_>, translations: &Translations) {
    let known = known_types(schema);
    let page = |entry: &PageEntry| PageName::of_file(&entry.file_name).as_str().to_owned();
    let pages: BTreeSet<String> = schema.pages.iter().map(page).collect();
    for ty in schema.structured.iter_mut().filter(|ty| translations.define(ty)) {
        let language = translations.language(ty.name.span.source);
        let is_known = |named: &NamedRef<'_>| known.contains(&named.short_name().to_ascii_lowercase());
        let bases = ty.bases.iter_mut().map(|claim| &mut claim.value);
        let of_rows = ty.properties.iter_mut().filter_map(|property| property.inherited_from.as_deref_mut());
        for base in bases.chain(of_rows).filter(|base| !is_known(base)) {
            if let Some(page) = missing_page(base, language, &pages) {
                base.text = Cow::Owned(page);
            }
        }
        each_with_key(ty, |property, key| {
            let Reference::Named(named) = &mut property.type_ref.reference else { return };
            if is_known(named) {
                return;
            }
            match key.map(|key| &key.reference) {
                Some(Reference::Named(shown)) if !named.text.is_empty() && is_of(named, shown.short_name()) => {
                    named.text = shown.text.clone();
                }
                // The JSON representation is taken later, with its capitals.
                Some(_) if named.text.is_empty() => {}
                _ => {
                    if let Some(page) = missing_page(named, language, &pages) {
                        named.text = Cow::Owned(page);
                    }
                }
            }
        });
    }
}

/// The name of the linked page, if that isn't among `pages`, and the label is empty or, in Latin letters, looks like a
/// word, as few names do: `event` of `[Ereignis](event.md)`. Its capitals are lost, but other pages may tell them.
fn missing_page(named: &NamedRef<'_>, language: Language, pages: &BTreeSet<String>) -> Option<String> {
    let label = named.short_name();
    let is_word = may_be_word(label) && language == Language::Latin;
    let page = named.link().page().filter(|_| !named.target.contains('#'))?;
    let is_missing = (label.is_empty() || is_word) && !pages.contains(&page.as_str().to_ascii_lowercase());
    let name = page.last_part();
    (is_missing && is_identifier(name) && !label.eq_ignore_ascii_case(name)).then(|| name.to_owned())
}

/// Whether the page that the link leads to is called `name`, or the label is, but for capitals.
fn is_of(named: &NamedRef<'_>, name: &str) -> bool {
    let page = named.link().page();
    page.is_some_and(|page| page.last_part().eq_ignore_ascii_case(name))
        || named.short_name().eq_ignore_ascii_case(name)
}
