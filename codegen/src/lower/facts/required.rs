//! Whether a description says that the property is required.

use std::borrow::Cow;

use crate::lower::prose::sentence::begins_a_sentence;

use super::read_only::EXCEPTIONS;

/// How descriptions say so, lower case; but see [`is_required`].
pub(in crate::lower) const REQUIRED: [&str; 2] = ["required", "mandatory"];

/// What says the same: "This property must be specified when a user is created".
pub(in crate::lower) const MUST: &str = "must be specified";

/// How the property is called that is required.
const SUBJECTS: [&str; 6] = ["this property is", "the property is", "this field is", "this is", "it is", "it's"];
/// What it is called then: "This is a required field".
const NOUNS: [&str; 3] = [" property", " field", " value"];
/// What may be said in the same breath: "Required and read-only".
const AS_WELL: [&str; 3] = [" and read-only", " and read only", " and immutable"];
/// When it is required, if not always: that is when it matters.
const ON_CREATE: [&str; 12] = [
    " on create",
    " on creation",
    " for create",
    " for creating",
    " for creation",
    " during creating",
    " during creation",
    " during the create operation",
    " when creating",
    " when you create",
    " upon creation",
    " at creation",
];

/// How many words at most name what is created.
const MOST_WORDS: usize = 5;
/// How many letters of a sentence are looked at for conditions.
const LONGEST: usize = 500;

/// Whether "Required" stands alone, or "This property is required" does: "Type of password that is required" and "An
/// empty array if no approval is required" say something else, and so do conditions, but for that of being created.
pub(super) fn is_required(lower: &str) -> bool {
    let said = if lower.contains(MUST) { Cow::Owned(lower.replace(MUST, "is required")) } else { Cow::Borrowed(lower) };
    let lower = said.as_ref();
    let ends = |rest: &str| {
        let rest = rest.trim_start_matches(' ');
        let clause = rest.strip_prefix(';');
        let is_excepted = clause.is_some_and(|clause| EXCEPTIONS.iter().any(|except| clause.starts_with(except)));
        !is_excepted && (rest.is_empty() || rest.starts_with(['.', ';', ')', '\n']))
    };
    // "when an agent identity is created", not "when it updates a buoy that is created".
    let is_named = |(what, _): (&str, &str)| what.split(' ').count() <= MOST_WORDS && !what.contains(" that");
    let is_alone = |before: &str, behind: &str| {
        let named = before.strip_suffix(" a").and_then(|before| {
            let rest = NOUNS.iter().find_map(|noun| behind.strip_prefix(noun))?;
            Some((before, rest))
        });
        let (before, behind) = named.unwrap_or((before, behind));
        let subject = SUBJECTS.iter().find_map(|subject| before.strip_suffix(subject));
        let behind = AS_WELL.iter().find_map(|more| behind.strip_prefix(more)).unwrap_or(behind);
        let is_created_only = || {
            let nearby = behind.char_indices().nth(LONGEST).map_or(behind, |(end, _)| &behind[..end]);
            let sentence = nearby.split(['.', ';', '\n']).next().unwrap_or_default();
            let is_created = ON_CREATE.iter().any(|when| sentence.starts_with(when))
                || sentence
                    .strip_prefix(" when ")
                    .and_then(|what| what.split_once(" is created"))
                    .is_some_and(is_named);
            is_created && ![" if ", " unless ", " only "].iter().any(|word| sentence.contains(word))
        };
        begins_a_sentence(subject.unwrap_or(before))
            && (subject.is_some() || named.is_none())
            && (ends(behind) || is_created_only())
    };
    let mut found = REQUIRED.iter().flat_map(|word| lower.match_indices(word));
    found.any(|(at, word)| is_alone(lower[..at].trim_end(), &lower[at + word.len()..]))
}
