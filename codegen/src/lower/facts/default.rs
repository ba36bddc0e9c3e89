//! The value that a property has if none is given.

use std::borrow::Cow;
use std::ops::Range;

use crate::lower::only;
use crate::lower::prose::phrases::{Says, Text};
use crate::lower::prose::sentence::{self, begins_a_sentence};
use crate::page::{Inline, InlineKind, Inlines};

/// What stands before a default value; the first that occurs anywhere counts.
pub(in crate::lower) const DEFAULT: [&str; 5] =
    ["default value is", "default is", "defaults to", "default value:", "default:"];
/// What stands behind one in a list of values: "`after` (default) or `before`".
pub(in crate::lower) const IS_DEFAULT: [&str; 3] = ["(default)", "(default value)", "(the default)"];
/// What begins a sentence that tells one: "By default, this is `Guest`."
pub(in crate::lower) const BY_DEFAULT: [&str; 1] = ["by default, "];
/// What limits a default to some cases, or makes exceptions from it.
const SOME_CASES: [&str; 4] = [" for ", " unless ", " until ", " when "];
/// What makes a condition one that holds for every default: "if nothing is set".
const UNSAID: [&str; 4] = ["n't ", " not ", " nothing ", " omitted"];
/// What has a default of its own: "Min length default is 8".
const BOUNDS: [&str; 3] = ["length", "minimum", "maximum"];

/// What pages call the values of floating-point numbers that are no numbers, lower case, and what they are in JSON.
const NOT_FINITE: [(&str, &str); 6] = [
    ("nan", "NaN"),
    ("inf", "INF"),
    ("infinity", "INF"),
    ("+infinity", "INF"),
    ("-inf", "-INF"),
    ("-infinity", "-INF"),
];

/// The default that the description `text` of `words` tells.
pub(super) fn of<'s>(words: &Inlines<'s>, text: &Text<'_>) -> Option<Cow<'s, str>> {
    let told = text.says(Says::Default).then(|| behind_words(words, text.lower())).flatten();
    told.or_else(|| text.says(Says::IsDefault).then(|| marked(words, text.lower())).flatten())
        .or_else(|| by_default(words, &text.plain, text.first(Says::ByDefault)?))
}

/// The word behind "default value is", or the code span.
fn behind_words<'s>(words: &Inlines<'s>, lower: &str) -> Option<Cow<'s, str>> {
    let is_of_bound = |at: usize| BOUNDS.iter().any(|bound| lower[..at].trim_end().ends_with(bound));
    let (at, lead) = DEFAULT.iter().find_map(|lead| Some((lower.find(lead).filter(|at| !is_of_bound(*at))?, lead)))?;
    let behind = at + lead.len();
    for (start, piece) in words.placed() {
        if piece.kind == InlineKind::Code && start >= behind && start <= behind + 2 {
            let several = || several(words, start).map(Cow::Owned);
            return several().or_else(|| Some(piece.text.clone()));
        }
        if piece.kind == InlineKind::Text && (start..start + piece.text.len()).contains(&behind) {
            let rest = piece.text.get(behind - start..)?.trim_start();
            let word = rest
                .split([' ', '\u{a0}', '\n', ',', ';', ')'])
                .next()?
                .trim_end_matches('.')
                .trim_matches(['"', '\'', '*']);
            if let Some(value) = literal(&word.to_ascii_lowercase()) {
                return Some(Cow::Owned(value));
            }
        }
    }
    None
}

/// The values that a sentence ends with from byte `start` on, if there are several: "Default is `a`,`b`." Flags are
/// written so in JSON, too.
fn several(words: &Inlines<'_>, start: usize) -> Option<String> {
    let mut values: Vec<&str> = Vec::new();
    let mut goes_on = true;
    for (_, piece) in words.placed().skip_while(|(at, _)| *at < start) {
        if piece.kind == InlineKind::Code && goes_on {
            values.push(&piece.text);
            goes_on = false;
        } else if piece.text.trim() == "," && !goes_on {
            goes_on = true;
        } else if goes_on || !piece.text.starts_with('.') {
            return None;
        } else {
            break;
        }
    }
    (values.len() > 1 && !goes_on).then(|| values.join(","))
}

/// The value that `word` is by its looks, as OData writes it.
pub(super) fn literal(word: &str) -> Option<String> {
    let not_finite = NOT_FINITE.iter().find(|(spelling, _)| *spelling == word).map(|(_, value)| *value);
    let is_number = || word.contains(|c: char| c.is_ascii_digit()) && word.parse::<f64>().is_ok();
    let is_literal = || is_number() || matches!(word, "true" | "false" | "null");
    not_finite.or_else(|| is_literal().then_some(word)).map(str::to_owned)
}

/// Whether a default is one that numbers with a fraction alone can have.
pub(in crate::lower) fn is_not_finite(default: &str) -> bool {
    NOT_FINITE.iter().any(|(_, value)| *value == default)
}

/// The code span right before which "(default)" stands, if there is just one: where two values are marked, each is that
/// of something else.
fn marked<'s>(words: &Inlines<'s>, lower: &str) -> Option<Cow<'s, str>> {
    let is_marked = |behind: &str| IS_DEFAULT.iter().any(|mark| behind.trim_start().starts_with(mark));
    let mut values = words.placed().filter(|(start, piece)| {
        piece.kind == InlineKind::Code && lower.get(start + piece.text.len()..).is_some_and(is_marked)
    });
    let value = &values.next()?.1.text;
    values.all(|(_, other)| other.text == *value).then(|| value.clone())
}

/// The code span that the sentence behind `lead` ends its clause with, if it is the only one and of all cases: "By default,
/// the type is `dedicated`", not "is `a` for users", nor "the only operator there is `eq`".
fn by_default<'s>(words: &Inlines<'s>, plain: &str, lead: Range<usize>) -> Option<Cow<'s, str>> {
    if !begins_a_sentence(&plain[..lead.start]) {
        return None;
    }
    let sentence = lead.end..sentence::around(plain, lead.end).end;
    let is_value = |(start, piece): &(usize, &Inline<'_>)| piece.kind == InlineKind::Code && sentence.contains(start);
    let (start, value) = only(words.placed().filter(is_value))?;
    let subject = plain.get(lead.end..start)?.trim_end().strip_suffix(" is")?;
    let is_of_property =
        subject.split_whitespace().count() <= 3 && !BOUNDS.iter().any(|bound| subject.ends_with(bound));
    // A code span may have a full stop in it.
    let behind = plain.get(start + value.text.len()..sentence.end)?;
    (is_of_property && is_of_all_cases(behind)).then(|| value.text.clone())
}

/// Whether what stands `behind` a default leaves no case out, but for that in which nothing else is said: "`a` if it isn't
/// set".
fn is_of_all_cases(behind: &str) -> bool {
    let has = |words: &[&str]| words.iter().any(|word| behind.contains(word));
    if behind.starts_with(" if ") {
        return has(&UNSAID);
    }
    (behind.is_empty() || behind.starts_with(['.', ',', ';', ')'])) && !has(&SOME_CASES)
}
