//! Nouns for a base: "Base type: x". Around them, other words soon mean something else.

use crate::lower::prose::sentence::{LINK, Sentence};

/// What may stand before such a noun.
const BEFORE: [&str; 5] = ["", "its", "the", "this type's", "the type's"];

/// What may stand between such a noun and the base. "The base type is extended by [x]" doesn't name it.
const BETWEEN: [&str; 6] = ["", "the", "a", "an", "the abstract", "an abstract"];

/// Whether the words of `PHRASES` are such a noun.
pub(super) fn is_noun(words: &str) -> bool {
    words.starts_with("base type") || words.starts_with("parent type")
}

/// Whether nothing else is said around the noun from byte `start` to byte `end` of the sentence: "Its base type is the
/// [x]", not "When the base type is [x]".
pub(super) fn stands_alone(sentence: &Sentence<'_, '_>, start: usize, end: usize) -> bool {
    let is_around = |c: char| !c.is_alphanumeric() && c != LINK;
    let before = sentence.lower[..start].rsplit('\n').next().unwrap_or_default().trim_matches(is_around);
    let behind = &sentence.lower[end..];
    // What is no link must look like a type.
    let between = behind.split_once(LINK).map_or("", |(between, _)| between).trim_matches(is_around);
    BEFORE.contains(&before) && BETWEEN.contains(&between)
}
