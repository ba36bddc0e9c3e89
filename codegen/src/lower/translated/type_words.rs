//! Type cells with a word that no table of ours has: the JSON representation shows what is meant, and what a word means
//! on one page it means on the others.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::rules::TRANSLATED_NAME;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::name::Caseless;
use crate::model::{EnumType, Primitive, Property, Reference, SampleMember, SampleShape, StructuredType, TypeRef};
use crate::source::Sources;

use super::super::links;
use super::kinds::{is_camel, tells};
use super::{EXAMPLES, Translations, by_name};

/// What words mean, as the JSON representations show.
#[derive(Default)]
struct Words {
    /// How often each cell was seen to stand for each primitive type.
    primitives: BTreeMap<String, BTreeMap<Primitive, usize>>,
    /// How often each word stands beside the type of a collection, and beside another: JSON representations are wrong
    /// about it now and then.
    beside: BTreeMap<String, (usize, usize)>,
}

/// Reads the words of the type cells on translated pages.
pub(super) fn restore<'s>(
    types: &mut [StructuredType<'s>],
    enums: &[EnumType<'s>],
    translations: &Translations,
    sources: &Sources,
    cx: &mut Diagnostics,
) {
    let names = types.iter().map(|ty| &ty.name).chain(enums.iter().map(|ty| &ty.name));
    let names: BTreeSet<String> = names.map(|name| name.value.name().to_ascii_lowercase()).collect();
    let is_translated = |ty: &&mut StructuredType<'_>| translations.language(ty.name.span.source).is_translated();
    let mut words = Words::default();
    for ty in types.iter_mut().filter(is_translated) {
        let keys = ty.sample.as_ref().map(|sample| sample.members.as_slice()).unwrap_or_default();
        let by_name = by_name(keys);
        for property in &mut ty.properties {
            if let Some(key) = by_name.get(&Caseless(&property.name.value)) {
                words.learn(property, &keys[*key], &names, sources, cx);
            }
        }
    }
    for property in types.iter_mut().filter(is_translated).flat_map(|ty| &mut ty.properties) {
        words.apply(property, &names, sources, cx);
    }
}

impl Words {
    /// Reads a row with the key that shows its type.
    fn learn<'s>(
        &mut self,
        property: &mut Property<'s>,
        key: &SampleMember<'s>,
        names: &BTreeSet<String>,
        sources: &Sources,
        cx: &mut Diagnostics,
    ) {
        let Cell { around, alone } = Cell::of(&property.type_ref, sources);
        if !around.is_empty() {
            property.type_ref.collection |= key.collection;
        }
        let around = around.into_iter().map(|word| (word, key.collection));
        // What is a type's name is no word for "collection", however often it stands beside one.
        for (word, collection) in around.chain(alone.filter(|_| !key.collection).map(|word| (word, false))) {
            let (many, one) = self.beside.entry(word).or_default();
            *(if collection { many } else { one }) += 1;
        }
        if !is_word(property, names) || !tells(key) {
            return;
        }
        match &key.shape {
            SampleShape::Primitive(primitive) => {
                let cell = sources.text(property.type_ref.span).trim().to_lowercase();
                *self.primitives.entry(cell).or_default().entry(*primitive).or_default() += 1;
                take(property, Reference::Primitive(*primitive), cx);
            }
            SampleShape::Named(named) => take(property, Reference::Named(named.clone()), cx),
            SampleShape::Unknown => {}
        }
    }

    /// Reads a row by what all the others taught.
    fn apply(&self, property: &mut Property<'_>, names: &BTreeSet<String>, sources: &Sources, cx: &mut Diagnostics) {
        let says_many =
            |word: &String| self.beside.get(word).is_some_and(|(many, one)| *many >= EXAMPLES && *many > 9 * one);
        property.type_ref.collection |= Cell::of(&property.type_ref, sources).around.iter().any(says_many);
        // What has values listed is an enum, unless its word was seen to mean something else.
        if may_be_word(property, names) {
            let cell = sources.text(property.type_ref.span).trim().to_lowercase();
            if let Some(primitive) = self.meaning(&cell) {
                take(property, Reference::Primitive(primitive), cx);
            }
        }
    }

    /// What `cell` stands for, if it is the same nearly everywhere: some JSON representations are wrong. Where there is a
    /// fraction now and then, whole numbers are of the same type.
    fn meaning(&self, cell: &str) -> Option<Primitive> {
        let meanings = self.primitives.get(cell)?;
        let of = |primitive| meanings.get(&primitive).copied().unwrap_or_default();
        let fractions = of(Primitive::Double);
        let numbers = (Primitive::Double, fractions + of(Primitive::Int32));
        let others = meanings.iter().map(|(primitive, count)| (*primitive, *count));
        let (primitive, most) = others.chain((fractions > 1).then_some(numbers)).max_by_key(|(_, count)| *count)?;
        (most >= EXAMPLES && most * 10 >= meanings.values().sum::<usize>() * 9).then_some(primitive)
    }
}

fn take<'s>(property: &mut Property<'s>, reference: Reference<'s>, cx: &mut Diagnostics) {
    let shown = match &reference {
        Reference::Primitive(primitive) => primitive.edm_name(),
        Reference::Named(named) => &named.text,
        Reference::Unreadable => return,
    };
    let message = format!("the type of `{}` is taken for `{shown}`", property.name.value);
    cx.report(Diagnostic::new(&TRANSLATED_NAME, message, property.type_ref.span, "a translated word"));
    property.type_ref.reference = reference;
}

/// Whether the type [`may_be_word`], and no values are listed: what has some is an enum.
fn is_word(property: &Property<'_>, names: &BTreeSet<String>) -> bool {
    may_be_word(property, names)
        && (property.type_ref.reference == Reference::Unreadable || property.possible_values.is_empty())
}

/// Whether the type may be a word of another language: neither a name of a type nor like one, nor a link to a page.
fn may_be_word(property: &Property<'_>, names: &BTreeSet<String>) -> bool {
    match &property.type_ref.reference {
        Reference::Primitive(_) => false,
        Reference::Unreadable => true,
        Reference::Named(named) => {
            let known = names.contains(&named.text.to_ascii_lowercase()) || is_camel(&named.text);
            // Other links are what was written before there was a page.
            !known && links::page(&named.target).is_none()
        }
    }
}

/// The words of a type cell, lower case.
struct Cell {
    /// The first and the last of several words in the cell, or in a link, and what stands before and behind that:
    /// perhaps the word for "collection".
    around: Vec<String>,
    /// The only word in the cell, or in the link: the type.
    alone: Option<String>,
}

impl Cell {
    fn of(type_ref: &TypeRef<'_>, sources: &Sources) -> Self {
        let cell = sources.text(type_ref.span).trim();
        let link = cell.split_once('[').and_then(|(before, rest)| Some((before, rest.split_once("](")?)));
        let (before, text, behind) = match link {
            Some((before, (text, rest))) => (before, text, rest.split_once(')').map_or("", |(_, behind)| behind)),
            None => ("", cell, ""),
        };
        let mut inside = text.split_whitespace();
        let (first, last) = (inside.next(), inside.next_back());
        let several = first.zip(last).into_iter().flat_map(|(first, last)| [first, last]);
        let outside = before.split_whitespace().next_back().into_iter().chain(behind.split_whitespace().next());
        let words = several.chain(outside).filter(|word| word.chars().any(char::is_alphabetic));
        let alone = first.filter(|_| last.is_none());
        Self { around: words.map(str::to_lowercase).collect(), alone: alone.map(str::to_lowercase) }
    }
}
