//! What a sentence says inherits: the page's own type, or something that this has or counts. "Values derived from [x]"
//! and "its name is derived from the [x]" look like "derived from [x]".

use crate::lower::prose::sentence::{LINK, Sentence, among};

/// Verbs of which other things may be the subject.
const VERBS: [&str; 2] = ["inherit", "deriv"];

/// The last words of what a type inherits, "metadata properties", and of what else stands between the verb and its
/// preposition, "a derived type of".
const OBJECTS: &str = "all also and attributes base basic but common derives directly everything extends features fields \
    from in inherited inherits is its many members methods most of or properties property relationships some the turn type";

/// What stands before a verb in the plural that is about one type.
const BEFORE_PLURAL: &str = "will can may must shall should to type resource entity object class it this";

/// What rows describe. Tables may say where that is from.
const PARTS: [&str; 4] = ["propert", "relationship", "member", "method"];

/// Nouns that, before "of this type", mean the type itself, or something like it.
const SORTS: &str = "class form instance kind object sort subtype type variant version";

/// What is many, though it doesn't end like a plural.
const MASSES: [&str; 2] = ["data", "information"];

/// What is counted, and no type, if it stands behind the name of one.
const INSTANCES: [&str; 8] = ["objects", "resources", "entities", "instances", "values", "records", "items", "data"];

/// Where a verb of inheritance stands in a sentence.
pub(super) struct Place<'w> {
    /// Its stem.
    pub(super) verb: &'w str,
    /// Where it begins.
    pub(super) at: usize,
    /// Where its preposition begins.
    pub(super) preposition: usize,
}

/// Whether the sentence may say of the type called `own` that it inherits.
pub(super) fn may_be_type(sentence: &Sentence<'_, '_>, place: &Place<'_>, own: Option<&str>) -> bool {
    if !VERBS.contains(&place.verb) {
        return true;
    }
    let lower = sentence.lower.as_str();
    let (before, from_verb) = lower.split_at(place.at);
    let end = from_verb.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(from_verb.len());
    let object = from_verb.get(end..place.preposition - place.at).unwrap_or_default();
    let object = object.rsplit(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty());
    object.is_none_or(|last| among(OBJECTS, last))
        && may_be_subject(before, &from_verb[..end], own)
        && !is_of_instances(&sentence.text[place.at..])
}

fn may_be_subject(before: &str, verb: &str, own: Option<&str>) -> bool {
    let clause = before.rsplit([';', ',', '\n', '(']).next().unwrap_or_default().trim_start();
    if before.contains(" whose ") || ["its ", "their ", "whose "].iter().any(|word| clause.starts_with(word)) {
        return false;
    }
    // "The values of this gauge": what a sign parts from the verb is not what the verb is about at once.
    let (clause, of) = clause.split_once(" of ").unwrap_or((clause, ""));
    let clause = clause.trim_end();
    let last = clause.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    // "The colour of this lamp"
    if of.starts_with("this ") && !among(SORTS, last) {
        return false;
    }
    let is_part = |words: &str| PARTS.iter().any(|part| words.contains(part));
    let is_own = || !last.is_empty() && own.is_some_and(|own| own.to_ascii_lowercase().ends_with(last));
    match verb {
        "inherited" | "derived" if matches!(last, "are" | "be" | "were") => verb == "inherited" && is_part(clause),
        "inherited" if is_part(last) => true,
        "inherited" | "derived" => !is_several(last) || is_own(),
        "inherit" | "derive" => before.trim().is_empty() || among(BEFORE_PLURAL, last) || is_own(),
        _ => true,
    }
}

/// Whether the word is of several things, or of a mass.
fn is_several(word: &str) -> bool {
    let is_plural =
        word.len() > 3 && word.ends_with('s') && !["ss", "us", "is", "as"].iter().any(|end| word.ends_with(end));
    is_plural || MASSES.contains(&word)
}

/// Whether the link behind a verb is followed by a word for what there is of its type: "derived from [x] objects".
fn is_of_instances(behind: &str) -> bool {
    let after = behind.split_once(LINK).and_then(|(_, after)| after.strip_prefix(' '));
    let word = after.map(|after| after.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default());
    word.is_some_and(|word| INSTANCES.contains(&word))
}
