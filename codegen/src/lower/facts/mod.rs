//! What a description states in passing.

pub(super) mod default;
pub(super) mod filter;
pub(super) mod localised;
pub(super) mod read_only;
pub(super) mod required;
pub(super) mod words;

use std::ops::Range;

use crate::model::Facts;
use crate::model::name::{begins_with_capital, strip_suffix_caseless};
use crate::page::Inlines;

use super::deprecation;
use super::prose::phrases::{Says, Text};
use super::prose::sentence::{self, begins_a_sentence};

use required::is_required;

/// What denies what follows at once.
const DENIALS: [&str; 4] = ["not", "no", "no longer", "never"];
/// How descriptions say that a property must be asked for.
pub(super) const ONLY_ON_SELECT: [&str; 3] =
    ["returned only on $select", "only returned on $select", "requires $select"];
/// How they say that it must be asked for in some way.
pub(super) const NOT_BY_DEFAULT: [&str; 3] =
    ["n't returned by default", "n’t returned by default", "not returned by default"];
/// How they begin to say what is to be asked: "use `$select=permissions` in the query".
pub(super) const USE_SELECT: [&str; 1] = ["use $select="];
/// What stands before a maximum length.
pub(super) const MAXIMUM: [&str; 9] = [
    "maximum length is",
    "max length is",
    "maximum length:",
    "max length:",
    "maximum length of",
    "maximum size is",
    "maximum supported length is",
    "maximum allowed size is",
    "max limit is",
];
/// What does, if it is a number of characters.
pub(super) const AT_MOST: [&str; 13] = [
    "maximum",
    "not exceed",
    "can't exceed",
    "up to",
    "limit of",
    "limited to",
    "between",
    "at most",
    "no more than",
    "no longer than",
    "not be longer than",
    "can't be longer than",
    "limit is",
];
/// What stands behind one: "(100 characters or less)".
pub(super) const OR_LESS: [&str; 3] = ["characters or less", "characters or fewer", "character limit"];

/// What tells in the same sentence that such a number holds for some values, or for none any more.
const CASES: [&str; 4] = ["if ", "whether ", "for example", "no longer appl"];
/// What stands before one that is lifted: "without the 160 character limit of the old one".
const WITHOUT: [&str; 4] = ["without", "without a", "without any", "without the"];

/// How descriptions say that an enum can have several members at once, lower case.
pub(super) const MULTI_VALUED: [&str; 9] = [
    "multi-valued enum",
    "multivalued enum",
    "enum is multi-valued",
    "enum is multivalued",
    "flagged enum",
    "flags enum",
    "flag enum",
    "this property is multi-valued",
    "this property is multivalued",
];
/// How they say it of a property of an enum (`protectionSources` on `protectionunitbase.md`).
pub(super) const COMMA_SEPARATED: [&str; 3] =
    ["comma-separated value", "comma separated value", "comma-separated list"];

/// What a sentence speaks of that says so and neither lists values nor comes first.
const SEVERAL: [&str; 3] = ["multiple ", "several ", "more than one "];

/// Whether the description says that an enum has several members at once. That values are comma-separated says so only
/// in the first sentence, which tells what the property is, in the one that lists the values, or in one that speaks of
/// several.
pub(super) fn says_flags(text: &Text<'_>) -> bool {
    let in_its_place = |list: Range<usize>| {
        let sentence = sentence::around(&text.plain, list.start);
        let of_several = || SEVERAL.iter().any(|word| text.lower()[sentence.clone()].contains(word));
        let lists = || text.first(Says::PossibleValues).is_some_and(|lead| sentence.contains(&lead.start));
        sentence.start == 0 || lists() || of_several()
    };
    text.says(Says::MultiValued) || text.first(Says::CommaSeparated).is_some_and(in_its_place)
}

/// The facts in the description `text` of `words`, in Markdown `written`, of the property `name`. `deprecated` tells
/// that the name's cell says so already.
pub(super) fn facts<'s>(
    words: &Inlines<'s>,
    text: &Text<'_>,
    written: &str,
    name: &str,
    deprecated: bool,
) -> Facts<'s> {
    Facts {
        read_only: text.first(Says::ReadOnly).is_some_and(|phrase| read_only::is_said(&text.plain, phrase)),
        required: text.says(Says::Required) && is_required(text.lower()),
        default: default::of(words, text),
        filter: filter::operators(words, text, written, name),
        only_on_select: text.first(Says::OnlyOnSelect).is_some_and(|phrase| !is_denied(&text.plain, phrase.start))
            || text.first(Says::UseSelect).is_some_and(|lead| is_word(&text.plain[lead.end..], name)),
        max_length: text.says(Says::Maximum).then(|| max_length(text)).flatten(),
        deprecated: deprecation::of_row(words, text, name, deprecated).map(Box::new),
    }
}

/// Whether a description says that the property isn't returned by default, which for all but relationships means
/// `$select`. "Aren't returned" is said of something else.
pub(super) fn is_left_out(text: &Text<'_>) -> bool {
    let is_of_one = |before: &str| {
        let verb = before.trim_end().rsplit(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
        verb.eq_ignore_ascii_case("is") || begins_a_sentence(before)
    };
    text.first(Says::NotByDefault).is_some_and(|phrase| is_of_one(&text.plain[..phrase.start]))
        && !text.plain.contains("$expand")
}

/// Whether `text` begins with the word `name`.
fn is_word(text: &str, name: &str) -> bool {
    text.strip_prefix(name).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == ','))
}

/// Whether the words before byte `at` deny what stands there: "No longer requires `$select`", "there is no limit of". A
/// capital begins something else: "Nullable: No<br>Read-only".
fn is_denied(text: &str, at: usize) -> bool {
    let (before, stated) = text.split_at(at);
    if begins_with_capital(stated) {
        return false;
    }
    let before = before.trim_end();
    let is_word = |rest: &str| !rest.ends_with(char::is_alphanumeric);
    ["n't", "n’t"].iter().any(|word| strip_suffix_caseless(before, word).is_some())
        || DENIALS.iter().filter_map(|word| strip_suffix_caseless(before, word)).any(is_word)
}

/// The number in "Maximum length is 64 characters", in "maximum of 64 characters", "between 8 and 64 characters" or "64
/// characters or less", but not in "maximum of 64 items". What is generated may be shorter than what it is made from,
/// and what is named in a value than the value: "Names of its lines can't exceed 64 characters."
fn max_length(text: &Text<'_>) -> Option<u32> {
    let lower = text.lower();
    let mut is_of_another = of_sentences(lower, |words| {
        let words = words.trim_start();
        let of_names = words.strip_prefix("the ").unwrap_or(words).starts_with("names of ");
        of_names || words.contains("generated")
    });
    let mut number = |at: usize, lead: &str| {
        if is_denied(&text.plain, at) {
            return None;
        }
        let behind = lower[at + lead.len()..].trim_start();
        let rest = if lead == "between" {
            let behind = behind.strip_prefix(|c: char| c.is_ascii_digit())?;
            behind.trim_start_matches(|c: char| c.is_ascii_digit() || c == ',').strip_prefix(" and ")?
        } else {
            behind.trim_start_matches("of ")
        };
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != ',').unwrap_or(rest.len());
        let of_characters = || rest[end..].trim_start().starts_with("char");
        (MAXIMUM.contains(&lead) || of_characters() && !is_of_another(at))
            .then(|| rest[..end].replace(',', "").parse().ok())?
    };
    let stated = MAXIMUM
        .iter()
        .chain(&AT_MOST)
        .find_map(|lead| lower.match_indices(lead).find_map(|(at, lead)| number(at, lead)));
    let mut is_of_some = of_sentences(lower, |words| CASES.iter().any(|case| words.contains(case)));
    stated.or_else(|| {
        let mut places = OR_LESS.iter().flat_map(|words| lower.match_indices(words));
        places.find_map(|(at, _)| {
            let rest = lower[..at].trim_end_matches([' ', '-']);
            let start = rest.trim_end_matches(|c: char| c.is_ascii_digit() || c == ',').len();
            let length = rest[start..].replace(',', "").parse().ok()?;
            let before = rest[..start].trim_end();
            let before = AT_MOST.iter().find_map(|lead| before.strip_suffix(lead)).unwrap_or(before);
            let is_without = WITHOUT.iter().any(|words| before.ends_with(words));
            let is_stated = !is_without && !is_denied(&text.plain, before.len());
            (is_stated && !is_of_another(at) && !is_of_some(at)).then_some(length)
        })
    })
}

/// Asks something about the sentence around a byte of `text`, but not again for a byte of the same sentence.
fn of_sentences(text: &str, asks: impl Fn(&str) -> bool) -> impl FnMut(usize) -> bool {
    let mut asked = (0..0, false);
    move |at| {
        if !asked.0.contains(&at) {
            let sentence = sentence::around(text, at);
            asked = (sentence.clone(), asks(&text[sentence]));
        }
        asked.1
    }
}
