//! Members of enums that were translated in their table (`公开` for `public`), restored from the lists in descriptions of
//! properties of that enum: "可取值为：`private`、`public`", whose code spans stay English.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::diagnostic::rules::TRANSLATED_NAME;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::hash::{HashMap, HashSet};
use crate::model::enum_type::is_sentinel;
use crate::model::name::Caseless;
use crate::model::{Doc, EnumType, Member, NamedRef, Property, Reference, Schema, Spanned};

use super::super::localised::Language;
use super::super::member_table::{is_member, is_valid};
use super::{Translations, align};

type Values<'s> = Vec<Spanned<Cow<'s, str>>>;

/// Restores the members of all enums on translated pages, or drops them.
pub(super) fn restore(schema: &mut Schema<'_>, translations: &Translations, cx: &mut Diagnostics) {
    let lists = lists(schema.structured.iter().flat_map(|ty| &ty.properties));
    for ty in &mut schema.enums {
        let language = translations.language(ty.name.span.source);
        if !language.is_translated() {
            continue;
        }
        if is_translated(ty, language) {
            let of_type = lists.get(&ty.name.value.name().to_ascii_lowercase()).map(Vec::as_slice).unwrap_or_default();
            let best = best_of(of_type, ty).filter(|values| belongs(ty, values, language));
            best.into_iter().for_each(|values| take(ty, values, language, cx));
        }
        ty.members.retain(|member| is_valid(member, cx));
    }
}

/// The lists in the descriptions of properties, by the name in lower case of the enum that they are of.
fn lists<'p, 's: 'p>(properties: impl Iterator<Item = &'p Property<'s>>) -> BTreeMap<String, Vec<Values<'s>>> {
    let mut lists: BTreeMap<String, Vec<Values<'s>>> = BTreeMap::new();
    for property in properties.filter(|property| property.possible_values.len() > 1) {
        if let Reference::Named(named) = &property.type_ref.reference {
            lists.entry(short_name(named)).or_default().push(property.possible_values.clone());
        }
    }
    lists
}

/// The last part of the name, or of what the link's target is called: `enums.md#risklevel-values`, `risklevel.md`.
fn short_name(named: &NamedRef<'_>) -> String {
    let name = named.text.rsplit('.').next().filter(|name| !name.is_empty());
    let (path, fragment) = named.target.split_once('#').unwrap_or((&named.target, ""));
    let of_section = fragment.strip_suffix("-values");
    let stem = path.rsplit('/').next().unwrap_or_default().trim_end_matches(".md");
    let of_page = stem.rsplit('-').next().unwrap_or_default();
    name.or(of_section).unwrap_or(of_page).to_ascii_lowercase()
}

/// The list that most members are in, of those the longest.
fn best_of<'l, 's>(lists: &'l [Values<'s>], ty: &EnumType<'_>) -> Option<&'l Values<'s>> {
    let mut members: HashMap<Caseless<'_>, usize> = HashMap::default();
    for member in &ty.members {
        *members.entry(Caseless(&member.name.value)).or_default() += 1;
    }
    lists.iter().max_by_key(|values| {
        let mut seen = HashSet::default();
        let distinct = values.iter().map(|value| Caseless(&value.value)).filter(|value| seen.insert(*value));
        (distinct.filter_map(|value| members.get(&value)).sum::<usize>(), values.len())
    })
}

/// Where in `values` each member stands.
fn known(ty: &EnumType<'_>, values: &Values<'_>) -> Vec<Option<usize>> {
    let mut places: HashMap<Caseless<'_>, usize> = HashMap::default();
    for (at, value) in values.iter().enumerate() {
        places.entry(Caseless(&value.value)).or_insert(at);
    }
    ty.members.iter().map(|member| places.get(&Caseless(&member.name.value)).copied()).collect()
}

fn is_translated(ty: &EnumType<'_>, language: Language) -> bool {
    ty.members.iter().any(|member| !is_english(&member.name.value, language))
}

/// Whether the list speaks of this enum: it has most of those members that may be English, or all are translated and
/// there are as many.
fn belongs(ty: &EnumType<'_>, values: &Values<'_>, language: Language) -> bool {
    let english = ty.members.iter().filter(|member| is_english(&member.name.value, language)).count();
    let found = known(ty, values).iter().flatten().count();
    found * 3 >= english * 2 || values.len() == ty.members.len()
}

/// Whether nobody translated the member. A small first letter tells (`Saml` is how a translator writes `saml`), but not
/// where translated words may begin so, too.
fn is_english(name: &str, language: Language) -> bool {
    let small = name.starts_with(|c: char| c.is_ascii_lowercase());
    is_sentinel(name) || is_member(name) && small && language != Language::Latin
}

/// Gives the members the names of `values`; those that can't be told are replaced by the values that are left.
fn take<'s>(ty: &mut EnumType<'s>, values: &Values<'s>, language: Language, cx: &mut Diagnostics) {
    let mut places = known(ty, values);
    // What is English is so whether the list has it or not (`unknownFutureValue` is often left out).
    let open: Vec<usize> = (0..places.len())
        .filter(|at| places[*at].is_some() || !is_english(&ty.members[*at].name.value, language))
        .collect();
    let known: Vec<Option<usize>> = open.iter().map(|at| places[*at]).collect();
    for (row, value) in align::pairs(&known, values.len(), |_, _| true) {
        places[open[row]] = Some(value);
    }
    let mut taken = vec![false; values.len()];
    for (member, place) in ty.members.iter_mut().zip(&places) {
        let Some(value) = place.and_then(|place| values.get(place)) else { continue };
        if let Some(taken) = place.and_then(|place| taken.get_mut(place)) {
            *taken = true;
        }
        if !value.value.eq_ignore_ascii_case(&member.name.value) {
            let message = format!("`{}` is taken for `{}`", member.name.value, value.value);
            let note = Diagnostic::new(&TRANSLATED_NAME, message, member.name.span, "a translated name");
            cx.report(note.with_label(value.span, "listed so here"));
        }
        // Lists are careless with capitals; a translator's is the first letter's (`Saml` for `saml`).
        let same = value.value.eq_ignore_ascii_case(&member.name.value);
        if !same || !is_english(&member.name.value, Language::Other) {
            member.name.value = value.value.clone();
        }
    }
    let lost = ty.members.iter().any(|member| !is_member(&member.name.value));
    let left = values.iter().zip(taken).filter(|(_, taken)| lost && !taken);
    let listed = left.map(|(value, _)| Member { name: value.clone(), value: None, docs: Doc::default() });
    ty.members.extend(listed.collect::<Vec<_>>());
}
