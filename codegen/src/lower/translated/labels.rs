//! Labels that were translated, of links to pages that aren't there: `[Schlepper](tug.md)`. The JSON representation has
//! the name, if it is what the page is called.

use std::collections::BTreeSet;

use crate::lower::links;
use crate::model::name::Caseless;
use crate::model::{NamedRef, Reference, SampleShape, Schema};

use super::{Translations, by_name};

/// Takes the names of types from the JSON representation where a label names none that is known.
pub(super) fn restore(schema: &mut Schema<'_>, translations: &Translations) {
    let names = schema.structured.iter().map(|ty| &ty.name).chain(schema.enums.iter().map(|ty| &ty.name));
    let known: BTreeSet<String> = names.map(|name| name.value.name().to_ascii_lowercase()).collect();
    let types = schema.structured.iter_mut();
    for ty in types.filter(|ty| translations.language(ty.name.span.source).is_translated()) {
        let keys = ty.sample.as_ref().map(|sample| sample.members.as_slice()).unwrap_or_default();
        let by_name = by_name(keys);
        for property in &mut ty.properties {
            let key = by_name.get(&Caseless(&property.name.value)).map(|key| &keys[*key].shape);
            let (Some(SampleShape::Named(shown)), Reference::Named(named)) = (key, &mut property.type_ref.reference)
            else {
                continue;
            };
            let is_unknown = !named.text.is_empty() && !known.contains(&named.short_name().to_ascii_lowercase());
            if is_unknown && leads_to(named, shown.short_name()) {
                named.text = shown.text.clone();
            }
        }
    }
}

/// Whether the page that the link leads to is called `name`, and the label isn't.
fn leads_to(named: &NamedRef<'_>, name: &str) -> bool {
    let page = links::page(&named.target).map(links::last_part);
    page.is_some_and(|page| page.eq_ignore_ascii_case(name)) && !named.short_name().eq_ignore_ascii_case(name)
}
