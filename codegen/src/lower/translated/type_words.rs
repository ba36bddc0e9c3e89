//! Words in type cells that no list of ours has. The JSON representation shows what a word means, and what it means on
//! one page it means on the others.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::rules::TRANSLATED_NAME;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::lower::type_name;
use crate::model::name::is_identifier;
use crate::model::{NamedRef, Namespace, Primitive, Property, Reference, SampleMember, Schema, StructuredType};
use crate::source::Sources;

use super::kinds::{looks_like_type, tells};
use super::type_cells::Cell;
use super::{EXAMPLES, Translations, each_with_key, known_types};

/// What words mean, as the JSON representations show.
#[derive(Default)]
struct Words {
    /// How often each cell was seen to stand for each primitive type.
    primitives: BTreeMap<String, BTreeMap<Primitive, usize>>,
    /// How often each word stands beside types.
    beside: BTreeMap<String, Beside>,
    /// The words for "collection".
    many: BTreeSet<String>,
}

/// Reads the words of the type cells on translated pages.
pub(super) fn restore<'s>(
    schema: &mut Schema<'s>,
    translations: &Translations,
    sources: &Sources,
    cx: &mut Diagnostics,
) {
    let names = known_types(schema);
    let is_translated = |ty: &&mut StructuredType<'s>| translations.define(ty);
    let mut words = Words::default();
    for ty in schema.structured.iter_mut().filter(is_translated) {
        each_with_key(ty, |property, key| {
            if let Some(key) = key {
                words.learn(property, key, &names, sources);
            }
        });
    }
    let is_type = |word: &String| names.contains(word) || type_name::primitive(word).is_some();
    let many = words.beside.iter().filter(|(word, beside)| beside.says_collection() && !is_type(word));
    words.many.extend(many.map(|(word, _)| word.clone()));
    for ty in schema.structured.iter_mut().filter(is_translated) {
        each_with_key(ty, |property, key| words.apply(property, key, &names, sources, cx));
    }
}

/// How often a word stands beside the types of collections, and beside others.
#[derive(Default)]
struct Beside {
    collections: usize,
    others: usize,
}

impl Beside {
    /// Whether the word is one for "collection". JSON representations are wrong about it now and then.
    fn says_collection(&self) -> bool {
        self.collections >= EXAMPLES && self.collections > 9 * self.others
    }
}

/// How many letters a word for "collection" has at least that may be one word with the type: `Zeichenfolgensammlung`.
const FUSED: usize = 4;
/// How many bytes such a word has at most.
const LONGEST: usize = 96;

impl Words {
    /// Reads a row with the key that shows its type.
    fn learn<'s>(
        &mut self,
        property: &mut Property<'s>,
        key: &SampleMember<'s>,
        names: &BTreeSet<String>,
        sources: &Sources,
    ) {
        let Cell { around, alone, .. } = Cell::of(&property.type_ref, sources);
        if !around.is_empty() {
            property.type_ref.collection |= key.collection;
        }
        let around = around.into_iter().map(|word| (word, key.collection));
        // What is a type's name is no word for "collection", however often it stands beside one.
        for (word, collection) in around.chain(alone.filter(|_| !key.collection).map(|word| (word, false))) {
            let beside = self.beside.entry(word).or_default();
            *(if collection { &mut beside.collections } else { &mut beside.others }) += 1;
        }
        if let Reference::Primitive(primitive) = &key.reference
            && is_word(property, names)
            && tells(key)
        {
            *self.primitives.entry(lower(property, sources)).or_default().entry(*primitive).or_default() += 1;
        }
    }

    /// Reads a row by what all the others taught; its own key tells where they don't.
    fn apply<'s>(
        &self,
        property: &mut Property<'s>,
        key: Option<&SampleMember<'s>>,
        names: &BTreeSet<String>,
        sources: &Sources,
        cx: &mut Diagnostics,
    ) {
        let cell = Cell::of(&property.type_ref, sources);
        let may_be_word = may_be_word(property, names);
        let fused = || may_be_word && cell.alone.as_deref().is_some_and(|word| self.is_fused(word));
        property.type_ref.collection |= cell.around.iter().any(|word| self.many.contains(word)) || fused();
        // What has values listed is an enum, unless its word was seen to mean something else.
        if !may_be_word {
            return;
        }
        let unread = property.type_ref.reference == Reference::Unreadable;
        if let Some(name) = cell.name.filter(|_| unread) {
            let named = NamedRef::unlinked(name, &Namespace::root(), property.type_ref.span);
            return take(property, Reference::Named(named), cx);
        }
        // `易变性` in both cells: the enum is called like the property.
        if may_be_enum_of_property(property, sources) {
            let named = NamedRef::unlinked(property.name.value.to_string(), &Namespace::root(), property.type_ref.span);
            return take(property, Reference::Named(named), cx);
        }
        let shown = || key.filter(|key| is_word(property, names) && tells(key)).map(|key| key.reference.clone());
        let meaning = self.meaning(&lower(property, sources)).map(Reference::Primitive);
        if let Some(reference) = meaning.or_else(shown) {
            take(property, reference, cx);
        }
    }

    /// Whether the word begins or ends in one for "collection".
    fn is_fused(&self, word: &str) -> bool {
        let mut parts = word.char_indices().map(|(at, _)| word.split_at(at));
        let is_long = |part: &str| part.chars().nth(FUSED - 1).is_some();
        let says_many = |part: &str| is_long(part) && self.many.contains(part);
        word.len() <= LONGEST && parts.any(|(first, last)| says_many(first) || !first.is_empty() && says_many(last))
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
            let known = names.contains(&named.text.to_ascii_lowercase()) || looks_like_type(&named.text);
            // Other links are what was written before there was a page.
            !known && named.link().page().is_none()
        }
    }
}

/// Whether values are listed, and the type is the word that the property's name, which is known by now, was translated to.
fn may_be_enum_of_property(property: &Property<'_>, sources: &Sources) -> bool {
    let word = sources.text(property.name.span).trim().to_lowercase();
    let name: &str = &property.name.value;
    property.possible_values.len() > 1
        && is_identifier(name)
        && !word.eq_ignore_ascii_case(name)
        && word == lower(property, sources)
}

/// The words of a type cell in lower case, as they are.
fn lower(property: &Property<'_>, sources: &Sources) -> String {
    sources.text(property.type_ref.span).trim().to_lowercase()
}
