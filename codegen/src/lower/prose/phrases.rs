//! Which phrases occur in a text, all looked for in one pass.
//!
//! The rules look for some three hundred phrases in every description, and most have none. Each list of phrases stands with
//! its rule; here they are made into one table, and a rule asks whether any of its own were met.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::cmp::Reverse;
use std::ops::Range;
use std::sync::LazyLock;

use smallvec::SmallVec;

use crate::lower::enums::possible_values;
use crate::lower::facts::{default, filter, read_only, required};
use crate::lower::inheritance::derived;
use crate::lower::{deprecation, facts, inheritance, properties, type_name};
use crate::page::Inlines;

/// A list of phrases, by what a text says that has one of them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::lower) enum Says {
    PossibleValues,
    ReadOnly,
    Required,
    Default,
    IsDefault,
    ByDefault,
    Filter,
    NoFilter,
    OnlyOnSelect,
    NotByDefault,
    UseSelect,
    Maximum,
    Deprecated,
    DoNotUse,
    MultiValued,
    CommaSeparated,
    InheritedFrom,
    Inherits,
    Abstract,
    Open,
    Derived,
    Collection,
}

/// Where the first phrase stands of each list that has one in a text. Most texts have hardly any.
type First = SmallVec<[(Says, Range<usize>); 2]>;

/// The phrases, lower case.
const LISTS: &[(Says, &[&str])] = &[
    (Says::PossibleValues, &possible_values::LEADS),
    (Says::ReadOnly, &read_only::READ_ONLY),
    (Says::Required, &required::REQUIRED),
    (Says::Required, &[required::MUST]),
    (Says::Default, &default::DEFAULT),
    (Says::IsDefault, &default::IS_DEFAULT),
    (Says::ByDefault, &default::BY_DEFAULT),
    (Says::Filter, &[filter::FILTER]),
    (Says::NoFilter, &filter::NO_FILTER),
    (Says::OnlyOnSelect, &facts::ONLY_ON_SELECT),
    (Says::NotByDefault, &facts::NOT_BY_DEFAULT),
    (Says::UseSelect, &facts::USE_SELECT),
    (Says::Maximum, &facts::MAXIMUM),
    (Says::Maximum, &facts::AT_MOST),
    (Says::Maximum, &facts::OR_LESS),
    (Says::Deprecated, &["deprecated", "deprecating"]),
    (Says::Deprecated, &[deprecation::OBSOLETE]),
    (Says::DoNotUse, &deprecation::DO_NOT_USE),
    (Says::MultiValued, &facts::MULTI_VALUED),
    (Says::CommaSeparated, &facts::COMMA_SEPARATED),
    (Says::InheritedFrom, &properties::INHERITED_FROM),
    (Says::Inherits, &inheritance::VERBS),
    (Says::Abstract, &["abstract", inheritance::INSTANTIATE]),
    (Says::Abstract, &inheritance::words::ABSTRACT),
    (Says::Abstract, &inheritance::words::ABSTRACT_BEHIND),
    (Says::Open, &inheritance::words::OPEN),
    (Says::Derived, &derived::LEADS),
    (Says::Derived, &inheritance::words::DERIVED),
    (Says::Collection, &type_name::words::COLLECTIONS),
    (Says::Collection, &type_name::words::TRANSLATED),
];

/// Running text without its Markdown, and the phrases in it.
pub(in crate::lower) struct Text<'w> {
    /// The words.
    pub(in crate::lower) plain: Cow<'w, str>,
    lower: OnceCell<String>,
    first: First,
}

impl<'w> Text<'w> {
    /// Looks for all phrases in `words`, without regard to the case of ASCII letters.
    pub(in crate::lower) fn of(words: &'w Inlines<'_>) -> Self {
        Self::new(words.plain())
    }

    /// The same of words without Markdown.
    pub(in crate::lower) fn new(plain: Cow<'w, str>) -> Self {
        let mut first = First::new();
        PHRASES.find(&plain, &mut first);
        Self { plain, lower: OnceCell::new(), first }
    }

    /// The words in lower case, ASCII letters only, so that offsets agree.
    pub(in crate::lower) fn lower(&self) -> &str {
        self.lower.get_or_init(|| self.plain.to_ascii_lowercase())
    }

    /// Whether a phrase of the list occurs.
    pub(in crate::lower) fn says(&self, what: Says) -> bool {
        self.first(what).is_some()
    }

    /// The phrase of the list that stands first; the longest of those.
    pub(in crate::lower) fn first(&self, what: Says) -> Option<Range<usize>> {
        self.first.iter().find(|(list, _)| *list == what).map(|(_, phrase)| phrase.clone())
    }
}

/// How many bytes of a text are compared with the beginnings of all phrases at once. No phrase is shorter.
const BEGINNING: usize = 4;

/// How many bits a beginning is hashed to: of the others, hardly any may pass for that of a phrase.
const BITS: u32 = 13;

/// A phrase, and the list that it is from.
struct Phrase {
    hash: usize,
    says: Says,
    text: &'static str,
}

/// All phrases, by how they begin. An automaton would wait for what each byte leads to before it looks at the next;
/// here the processor looks at several places at once.
struct Phrases {
    /// Sorted by the hash of their beginning, longer ones first.
    all: Vec<Phrase>,
    /// By that hash: the number of the first, counted from 1; 0 if no phrase begins so.
    first: Box<[u16; 1 << BITS]>,
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(Phrases::new);

impl Phrases {
    fn new() -> Self {
        let phrases = LISTS.iter().flat_map(|(says, phrases)| phrases.iter().map(|phrase| (*says, *phrase)));
        let phrase = |(says, text): (Says, &'static str)| Some(Phrase { hash: hash(text.as_bytes())?, says, text });
        let mut all: Vec<Phrase> = phrases.filter_map(phrase).collect();
        all.sort_by_key(|phrase| (phrase.hash, Reverse(phrase.text.len())));
        let mut first = Box::new([0; 1 << BITS]);
        for (phrase, number) in all.iter().zip(1..) {
            let first: &mut u16 = &mut first[phrase.hash];
            *first = if *first == 0 { number } else { *first };
        }
        Self { all, first }
    }

    /// Every phrase wherever it stands.
    fn find(&self, text: &str, first: &mut First) {
        let text = text.as_bytes();
        for (at, beginning) in text.windows(BEGINNING).enumerate() {
            let Some(hash) = hash(beginning) else { continue };
            if let Some(from) = usize::from(self.first[hash]).checked_sub(1) {
                let alike = self.all[from..].iter().take_while(|phrase| phrase.hash == hash);
                alike.for_each(|phrase| keep(phrase, text, at, first));
            }
        }
    }
}

/// The hash of the first bytes of `text`, without regard to the case of ASCII letters; none if there aren't as many.
fn hash(text: &[u8]) -> Option<usize> {
    let beginning = u32::from_le_bytes(*text.first_chunk::<BEGINNING>()?) | u32::from_le_bytes([b' '; BEGINNING]);
    // Knuth's multiplicative hash: the upper bits depend on all of them.
    Some((beginning.wrapping_mul(0x9e37_79b1) >> (u32::BITS - BITS)) as usize)
}

/// Keeps the phrase if it stands at byte `at`, and is the first of its list, or the longest of those.
fn keep(phrase: &Phrase, text: &[u8], at: usize, first: &mut First) {
    let place = at..at + phrase.text.len();
    let is_there = text.get(place.clone()).is_some_and(|there| there.eq_ignore_ascii_case(phrase.text.as_bytes()));
    // Places come in their order, and at each the longer phrases.
    if is_there && !first.iter().any(|(list, _)| *list == phrase.says) {
        first.push((phrase.says, place));
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;
    use crate::page::{Inline, InlineKind};
    use crate::source::{Sources, Span};

    #[test]
    fn every_phrase_is_found_and_the_first_and_longest_told() {
        let sources = Sources::from_texts([("page.md", "")]);
        let span = Span::new(sources.iter().next().unwrap().0, 0, 0);
        let words = |text: String| Inlines::new(Inline { kind: InlineKind::Text, text: Cow::Owned(text), span });
        for (list, phrases) in LISTS {
            for phrase in *phrases {
                assert!(Text::of(&words(format!("X {} x", phrase.to_ascii_uppercase()))).says(*list), "{phrase}");
            }
        }
        let words = words("One of: a. Possible values are: b".to_owned());
        let text = Text::of(&words);
        assert_eq!(text.first(Says::PossibleValues), Some(0..7));
        assert!(!text.says(Says::Open));
    }
}
