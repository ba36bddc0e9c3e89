//! Whether a description calls its property read-only.

use std::ops::Range;

use crate::lower::prose::NOTES;
use crate::lower::prose::sentence::{self, begins_a_sentence};

use super::is_denied;

/// How descriptions say that a property is read-only, lower case.
pub(in crate::lower) const READ_ONLY: [&str; 8] = [
    "read-only",
    "read only",
    RUN_TOGETHER,
    "cannot be set by the caller",
    "can't be set by the caller",
    "cannot patch this value",
    "can't patch this value",
    "can not patch this value",
];
/// This may be a value, too, `readOnly`: it counts only as a sentence.
const RUN_TOGETHER: &str = "readonly";
/// What makes it so in some cases only: "Read-only when **isBuiltIn** is true".
const SOME_CASES: [&str; 10] =
    [" when ", " while ", " during ", " if ", " unless ", " once ", " until ", " after ", " except ", FOR];
/// Those that do so even in a clause with a comma.
pub(super) const EXCEPTIONS: [&str; 2] = [" unless ", " except "];
/// What doesn't behind a semicolon: "Read-only; for internal use".
const FOR: &str = " for ";
/// What is so in place of the property: "Opens in read-only mode".
const OTHERS: [&str; 6] = [" access", " mode", " permission", " replica", " role", " state"];
/// What makes a condition or a meaning of what follows: "Indicates if the rule is read-only".
const CONDITIONS: [&str; 3] = ["if ", "whether ", "once "];

/// Whether a sentence says so without a condition. `first` is where the words for it stand first: mostly they are all of a
/// sentence.
pub(super) fn is_said(text: &str, first: Range<usize>) -> bool {
    let is_whole = |text: &str, phrase: Range<usize>| {
        let behind = &text[phrase.end..];
        let is_sentence =
            || begins_a_sentence(&text[..phrase.start]) && (behind.is_empty() || behind.starts_with(['.', ')', ';']));
        let is_of_another = OTHERS.iter().any(|other| behind.starts_with(other));
        !is_of_another
            && !is_of_some_cases(behind)
            && (!text[phrase.clone()].eq_ignore_ascii_case(RUN_TOGETHER) || is_sentence())
    };
    begins_a_sentence(&text[..first.start]) && is_whole(text, first)
        || sentence::split(text).any(|sentence| {
            let lower = sentence.to_ascii_lowercase();
            let is_word = |at: usize| !lower[..at].ends_with(char::is_alphabetic);
            let place = |condition: &&str| lower.match_indices(*condition).map(|(at, _)| at).find(|at| is_word(*at));
            let condition = CONDITIONS.iter().filter_map(place).min().unwrap_or(lower.len());
            let is_stated = |at: usize| (at < condition || begins_a_sentence(&lower[..at])) && !is_denied(sentence, at);
            let mut places = READ_ONLY.iter().flat_map(|phrase| lower.match_indices(phrase));
            places.any(|(at, phrase)| is_stated(at) && is_whole(&lower, at..at + phrase.len()))
        })
}

/// Whether a text says it of all properties of the type: "All the properties of this resource are read-only." What
/// stands before a colon may be a condition, "For guests:", and a sentence behind may take some out: "Only the name can be
/// updated."
pub(in crate::lower) fn is_said_of_all(text: &str) -> bool {
    const NOUNS: [&str; 5] = ["resource", "type", "entity", "object", "resource type"];
    const EXCEPT: [&str; 4] = ["but ", "except ", "however", "only "];
    let is_said = |sentence: &str| {
        let lower = sentence.trim().to_ascii_lowercase();
        let called = lower.split_once(": ").filter(|(label, _)| NOTES.contains(label));
        let stated = called.map_or(lower.as_str(), |(_, stated)| stated);
        let behind = stated.strip_prefix("all ").map(|rest| rest.strip_prefix("of ").unwrap_or(rest));
        let behind = behind.and_then(|rest| rest.strip_prefix("the ").unwrap_or(rest).strip_prefix("properties "));
        let whose = behind.and_then(|rest| rest.trim_end_matches('.').strip_suffix("are read-only"));
        let is_own = |whose: &str| {
            let of = ["of this ", "of the ", "in this ", "on this "].iter().find_map(|of| whose.strip_prefix(of));
            whose.is_empty() || of.is_some_and(|noun| NOUNS.contains(&noun))
        };
        whose.map(str::trim_end).is_some_and(is_own)
    };
    let takes_out = |sentence: &str| {
        let lower = sentence.trim().to_ascii_lowercase();
        EXCEPT.iter().any(|word| lower.starts_with(word))
    };
    let mut sentences = sentence::split(text);
    sentences.any(is_said) && !sentences.any(takes_out)
}

/// Whether a condition stands `behind` what is said; behind a semicolon, one of a clause that is nothing else: "; if set, it
/// holds" isn't.
fn is_of_some_cases(behind: &str) -> bool {
    if behind.is_empty() || behind.starts_with('.') {
        return false;
    }
    let begins = |words: &str| SOME_CASES.into_iter().find(|case| words.starts_with(case));
    match behind.strip_prefix(';') {
        Some(clause) => {
            let clause = &clause[..clause.find(['.', ';', '\n']).unwrap_or(clause.len())];
            begins(clause).is_some_and(|case| case != FOR && (EXCEPTIONS.contains(&case) || !clause.contains(',')))
        }
        // "Read-only (unless set)", "Read-only - except for guests"; but "Read-only (for internal use)".
        None => {
            let aside = behind.trim_start_matches([' ', '(', '-', '\u{2013}', '\u{2014}', ':']);
            let is_aside = |case: &&str| case.trim_start() != FOR.trim_start() && aside.starts_with(case.trim_start());
            begins(behind.trim_start_matches(',')).is_some()
                || aside.len() < behind.len() && SOME_CASES.iter().any(is_aside)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_said_of_all;

    #[test]
    fn all_properties_are_read_only_without_condition() {
        for (text, is_said) in [
            ("All properties are read-only.", true),
            ("Note: All of the properties of this type are read-only. Guests read them.", true),
            ("All the properties of the owner are read-only.", false),
            ("In this state: all properties are read-only.", false),
            ("For guests: all properties are read-only.", false),
            ("Note: If the boat is sunk: all properties are read-only.", false),
            ("All properties are read-only. Only the name can be updated.", false),
        ] {
            assert_eq!(is_said_of_all(text), is_said, "{text}");
        }
    }
}
