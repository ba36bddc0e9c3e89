//! Which phrases occur in a text, all looked for in one pass.
//!
//! The rules look for some hundred phrases in every description, and most have none. Each list of phrases stands with
//! its rule; here they are compiled into one automaton, and a rule asks whether any of its own were met.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::Anchored;
use aho_corasick::automaton::{Automaton, StateID};
use aho_corasick::dfa::DFA;
use smallvec::SmallVec;

use crate::page::Inlines;

use super::{
    derived, facts, inheritance, inheritance_words, possible_values, property_table, required, type_name, type_words,
};

/// A list of phrases, by what a text says that has one of them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    PossibleValues,
    ReadOnly,
    Required,
    Default,
    IsDefault,
    Filter,
    NoFilter,
    OnlyOnSelect,
    Maximum,
    Deprecated,
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
    (Says::ReadOnly, &facts::READ_ONLY),
    (Says::Required, &required::REQUIRED),
    (Says::Default, &facts::DEFAULT),
    (Says::IsDefault, &facts::IS_DEFAULT),
    (Says::Filter, &["$filter"]),
    (Says::NoFilter, &facts::NO_FILTER),
    (Says::OnlyOnSelect, &facts::ONLY_ON_SELECT),
    (Says::Maximum, &facts::MAXIMUM),
    (Says::Maximum, &facts::AT_MOST),
    (Says::Deprecated, &["deprecated"]),
    (Says::MultiValued, &facts::MULTI_VALUED),
    (Says::CommaSeparated, &facts::COMMA_SEPARATED),
    (Says::InheritedFrom, &property_table::INHERITED_FROM),
    (Says::Inherits, &inheritance::VERBS),
    (Says::Abstract, &["abstract"]),
    (Says::Abstract, &inheritance_words::ABSTRACT),
    (Says::Open, &inheritance_words::OPEN),
    (Says::Derived, &derived::LEADS),
    (Says::Derived, &inheritance_words::DERIVED),
    (Says::Collection, &type_name::COLLECTIONS),
    (Says::Collection, &type_words::COLLECTIONS),
];

/// Running text without its Markdown, and the phrases in it.
pub(super) struct Text<'w> {
    /// The words.
    pub(super) plain: Cow<'w, str>,
    first: First,
}

impl<'w> Text<'w> {
    /// Looks for all phrases in `words`, without regard to the case of ASCII letters.
    pub(super) fn of(words: &'w Inlines<'_>) -> Self {
        Self::new(words.plain())
    }

    /// The same of words without Markdown.
    pub(super) fn new(plain: Cow<'w, str>) -> Self {
        let mut first = First::new();
        ENGLISH.find(&plain, &mut first);
        if !plain.is_ascii() {
            OTHER.find(&plain, &mut first);
        }
        Self { plain, first }
    }

    /// Whether a phrase of the list occurs.
    pub(super) fn says(&self, what: Says) -> bool {
        self.first(what).is_some()
    }

    /// The phrase of the list that stands first; the longest of those.
    pub(super) fn first(&self, what: Says) -> Option<Range<usize>> {
        self.first.iter().find(|(list, _)| *list == what).map(|(_, phrase)| phrase.clone())
    }
}

/// An automaton, and the list that each of its phrases is from.
struct Searcher {
    automaton: DFA,
    start: StateID,
    /// By the number of the phrase, with its length.
    lists: Vec<(Says, usize)>,
}

/// Two, for hardly any text can have one of the others, and the smaller is the faster.
static ENGLISH: LazyLock<Searcher> = LazyLock::new(|| Searcher::new(str::is_ascii));
static OTHER: LazyLock<Searcher> = LazyLock::new(|| Searcher::new(|phrase| !phrase.is_ascii()));

impl Searcher {
    #[allow(clippy::expect_used, reason = "the phrases are constants, and few")]
    fn new(is_one: impl Fn(&str) -> bool) -> Self {
        let phrases = LISTS.iter().flat_map(|(list, phrases)| phrases.iter().map(|phrase| (*list, *phrase)));
        let phrases: Vec<(Says, &str)> = phrases.filter(|(_, phrase)| is_one(phrase)).collect();
        let automaton = DFA::builder()
            .ascii_case_insensitive(true)
            .build(phrases.iter().map(|(_, phrase)| phrase))
            .expect("an automaton of a few hundred states");
        let start = automaton.start_state(Anchored::No).expect("the start of a search that is not anchored");
        Self { automaton, start, lists: phrases.iter().map(|(list, phrase)| (*list, phrase.len())).collect() }
    }

    /// Every phrase wherever it stands. The library's own search for overlapping matches does the same step by step, at
    /// twice the cost.
    fn find(&self, text: &str, first: &mut First) {
        let mut state = self.start;
        for (at, byte) in text.bytes().enumerate() {
            state = self.automaton.next_state(Anchored::No, state, byte);
            // Hardly any state is, and this takes a single look.
            if self.automaton.is_special(state) && self.automaton.is_match(state) {
                (0..self.automaton.match_len(state)).for_each(|index| self.keep(state, index, at + 1, first));
            }
        }
    }

    /// Keeps what ends at byte `end`, if it is the first of its list so far, or the longest of those.
    fn keep(&self, state: StateID, index: usize, end: usize, first: &mut First) {
        let (list, len) = self.lists[self.automaton.match_pattern(state, index).as_usize()];
        let phrase = end - len..end;
        match first.iter_mut().find(|(known, _)| *known == list) {
            Some((_, first)) if (phrase.start, Reverse(end)) < (first.start, Reverse(first.end)) => *first = phrase,
            Some(_) => {}
            None => first.push((list, phrase)),
        }
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
