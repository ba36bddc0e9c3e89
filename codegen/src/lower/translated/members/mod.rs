//! Members of enums that were translated in their table (`公开` for `public`), restored from the lists in descriptions of
//! properties of that enum: "可取值为：`private`、`public`", whose code spans stay English.

mod take;

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::Translations;
use crate::diagnostic::Diagnostics;
use crate::hash::HashMap;
use crate::lower::enums::members::{is_valid, may_be_sent, report_invalid};
use crate::lower::language::Language;
use crate::model::enum_type::{SENTINEL, is_sentinel};
use crate::model::name::{begins_small, begins_with_capital, may_be_word};
use crate::model::{EnumType, Member, NamedRef, Primitive, Property, Reference, Schema, Spanned};

use take::{report_left, take};

type Values<'s> = Vec<Spanned<Cow<'s, str>>>;

/// How many different lists are compared with an enum; those of one have the same values, more or less.
const MOST_LISTS: usize = 64;

/// The lists in the descriptions of properties, of enums that have the same name or page.
#[derive(Default)]
struct Lists<'s> {
    different: Vec<Values<'s>>,
    /// Which lists have each value, in lower case, and where.
    places: HashMap<String, Vec<(usize, usize)>>,
}

/// Restores the members of all enums on translated pages, or drops them.
pub(super) fn restore(schema: &mut Schema<'_>, translations: &Translations, cx: &mut Diagnostics) {
    let of_names = lists(schema, |property| property.type_ref.reference.named().map(short_name));
    // Where a section explains what a `String` takes, that is an enum of the page (`security-ediscoverycase.md`).
    let is_text = |property: &Property<'_>| property.type_ref.reference == Reference::Primitive(Primitive::String);
    let of_pages = lists(schema, |property| is_text(property).then_some(property.name.span.source));
    for ty in &mut schema.enums {
        let language = translations.language(ty.name.span.source);
        if !language.is_translated() {
            continue;
        }
        if is_translated(ty, language) {
            let of_name = of_names.get(&ty.name.value.name().to_ascii_lowercase()).and_then(|lists| lists.best_of(ty));
            let of_name = of_name.filter(|(values, known)| belongs(ty, values, known, language));
            let of_page =
                || of_pages.get(&ty.name.span.source)?.best_of(ty).filter(|(values, known)| fits(values, known));
            match of_name.or_else(of_page) {
                Some((values, known)) => take(ty, values, known, language, cx),
                None if language == Language::Latin => report_left(ty, cx),
                None => {}
            }
        }
        for member in ty.members.iter_mut().filter(|member| is_titled_sentinel(&member.name.value)) {
            member.name.value = Cow::Borrowed(SENTINEL);
        }
        ty.members.retain(|member| is_no_phrase(member, cx) && is_valid(member, cx));
    }
}

/// Whether the name is the sentinel's as a translator writes it: `Unknownfuturevalue`.
fn is_titled_sentinel(name: &str) -> bool {
    is_sentinel(name) && begins_with_capital(name) && may_be_word(name)
}

/// Whether the name isn't several words, such as `mit Vorbehalt`: the only members that are have numbers in them
/// (`North America 5x7in`). Reports it if it is.
fn is_no_phrase(member: &Member<'_>, cx: &mut Diagnostics) -> bool {
    let name = &member.name.value;
    let is_phrase = may_be_sent(name) && name.contains(' ') && !name.bytes().any(|b| b.is_ascii_digit());
    if is_phrase {
        report_invalid(member, cx);
    }
    !is_phrase
}

/// The lists in the descriptions of properties, by `key`; none of properties without one.
fn lists<'s, K: Ord>(schema: &Schema<'s>, key: impl Fn(&Property<'s>) -> Option<K>) -> BTreeMap<K, Lists<'s>> {
    let mut lists: BTreeMap<K, Lists<'s>> = BTreeMap::new();
    let properties = schema.structured.iter().flat_map(|ty| &ty.properties);
    for property in properties.filter(|property| property.possible_values.len() > 1) {
        if let Some(key) = key(property) {
            lists.entry(key).or_default().add(&property.possible_values);
        }
    }
    lists
}

/// Whether there are as many values as members, and those members that are among them stand where the values do.
fn fits(values: &Values<'_>, known: &[Option<usize>]) -> bool {
    let mut found = known.iter().enumerate().filter_map(|(at, place)| Some((at, (*place)?))).peekable();
    values.len() == known.len() && found.peek().is_some() && found.all(|(at, place)| at == place)
}

/// The last part of the name, or what the link is about: `enums.md#risklevel-values`, `risklevel.md`.
fn short_name(named: &NamedRef<'_>) -> String {
    let name = Some(named.short_name()).filter(|name| !name.is_empty());
    name.or_else(|| named.link().about()).unwrap_or_default().to_ascii_lowercase()
}

impl<'s> Lists<'s> {
    fn add(&mut self, values: &Values<'s>) {
        let is_same =
            |list: &Values<'s>| list.len() == values.len() && list.iter().zip(values).all(|(a, b)| a.value == b.value);
        if self.different.len() == MOST_LISTS || self.different.iter().any(is_same) {
            return;
        }
        let list = self.different.len();
        for (at, value) in values.iter().enumerate() {
            let places = self.places.entry(value.value.to_ascii_lowercase()).or_default();
            if places.last().is_none_or(|(last, _)| *last != list) {
                places.push((list, at));
            }
        }
        self.different.push(values.clone());
    }

    /// The list that most members are in, of those the longest; and where in it each member stands.
    fn best_of(&self, ty: &EnumType<'_>) -> Option<(&Values<'s>, Vec<Option<usize>>)> {
        let of_members: Vec<&[(usize, usize)]> = ty
            .members
            .iter()
            .map(|member| {
                self.places.get(&member.name.value.to_ascii_lowercase()).map(Vec::as_slice).unwrap_or_default()
            })
            .collect();
        let mut counts = vec![0; self.different.len()];
        of_members.iter().copied().flatten().for_each(|(list, _)| counts[*list] += 1);
        let (best, values) =
            self.different.iter().enumerate().max_by_key(|(list, values)| (counts[*list], values.len()))?;
        let place = |places: &&[(usize, usize)]| places.iter().find(|(list, _)| *list == best).map(|(_, at)| *at);
        Some((values, of_members.iter().map(place).collect()))
    }
}

fn is_translated(ty: &EnumType<'_>, language: Language) -> bool {
    ty.members.iter().any(|member| !is_english(&member.name.value, language))
}

/// Whether the list is of this enum: it has most of the members that may be English, or there are as many values as
/// members. A list of far more values is of another enum with the same name.
fn belongs(ty: &EnumType<'_>, values: &Values<'_>, known: &[Option<usize>], language: Language) -> bool {
    let english = ty.members.iter().filter(|member| is_english(&member.name.value, language)).count();
    let found = known.iter().flatten().count();
    let most = 2 * ty.members.len() + 8;
    values.len() <= most && found * 3 >= english * 2 || values.len() == ty.members.len()
}

/// Whether nobody translated the member. A small first letter tells (`Saml` is how a translator writes `saml`), but not
/// where translated words may begin so, too.
fn is_english(name: &str, language: Language) -> bool {
    is_sentinel(name) || may_be_sent(name) && begins_small(name) && language != Language::Latin
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Sources, Span};

    /// What the limit of lists keeps in bounds: each member of an enum is looked up in all of them.
    #[test]
    fn no_more_than_so_many_lists_are_kept() {
        let sources = Sources::from_texts([("page.md", "")]);
        let span = Span::new(sources.iter().next().unwrap().0, 0, 0);
        let mut lists = Lists::default();
        for length in (1..=2 * MOST_LISTS).flat_map(|length| [length, length]) {
            let value = |at| Spanned::new(Cow::Owned(format!("m{at}")), span);
            lists.add(&(0..length).map(value).collect());
        }
        let lengths: Vec<usize> = lists.different.iter().map(Vec::len).collect();
        assert_eq!(lengths, (1..=MOST_LISTS).collect::<Vec<_>>(), "each once, the first of them");
        assert!(lists.places.values().all(|places| places.len() <= MOST_LISTS));
        assert!(!lists.places.contains_key(&format!("m{MOST_LISTS}")), "only in lists behind the limit");
    }
}
