//! Whether the description of a property calls it deprecated.

use std::cell::OnceCell;

use crate::lower::prose::NOTES;
use crate::lower::prose::phrases::{Says, Text};
use crate::lower::prose::sentence::among;
use crate::model::Deprecation;
use crate::page::{InlineKind, Inlines};

use super::OBSOLETE;
use super::note::{Call, Note};
use super::replaced;

/// The words, lower case, with which a remark goes on that begins with "deprecated" and has no stop behind it.
const GOES_ON: &str = "after and as at because beginning but by do does doesn don due effective following for from has if \
    in instead is it no not now on please replaced see should shouldn since soon starting superseded the this to until use was \
    we when will with won you";

/// What a remark calls the property. "Deprecated property names" are others.
const NOUNS: &str = "alias api attribute feature field name parameter property relationship setting version";

/// What else goes on behind such a noun.
const BEHIND_NOUN: &str = "kept of retained that used which";

/// What begins a description, lower case: with a capital, "Deprecated" stands before it as a remark.
const OPENINGS: &str = "a an contains defines describes identifies identifier indicates id list name number represents \
    specifies true unique value whether";

/// What the description says of the deprecation of the property `name`; nothing else if the name's cell `says_so`
/// alone.
pub(in crate::lower) fn of_row(words: &Inlines<'_>, text: &Text<'_>, name: &str, says_so: bool) -> Option<Deprecation> {
    if !(says_so || text.says(Says::Deprecated) || text.says(Says::DoNotUse)) {
        return None;
    }
    let lower = text.lower();
    let name = name.to_ascii_lowercase();
    let note = ["deprecated", OBSOLETE].iter().find_map(|word| {
        let call = Call { at: first(words, lower, &name, word)?, end: lower.len() };
        let note = Note::of(&text.plain, lower, &call);
        says_deprecated(&note.text, &name, word).then_some(note)
    });
    note.or_else(|| replaced::note(text)).or_else(|| says_so.then(Note::nothing)).map(|note| note.at(words.span))
}

/// The same of the member `name` of an enum. One that is called `deprecated` need not be so.
pub(in crate::lower) fn of_member(words: &Inlines<'_>, name: &str, says_so: bool) -> Option<Deprecation> {
    let is_called_so = |word: &str| name.to_ascii_lowercase().contains(word);
    if ["deprecat", OBSOLETE].into_iter().any(is_called_so) {
        return None;
    }
    of_row(words, &Text::of(words), name, says_so)
}

/// Where `word` stands first and is no value, "`deprecated` when the schema is old", nor a mark behind one, "`flat`
/// (deprecated)", or within what an item of a list says of one. Behind the property's own `name` it is about the property.
fn first(words: &Inlines<'_>, lower: &str, name: &str, word: &str) -> Option<usize> {
    let mut codes = words.placed().filter(|(_, piece)| piece.kind == InlineKind::Code).peekable();
    let mut before = None;
    let lines = OnceCell::new();
    let is_in_item = |at: usize| {
        let lines = lines.get_or_init(|| lines_of(words, name));
        lower[..at].ends_with('(')
            && lines[..lines.partition_point(|(start, _)| *start < at)].last().is_some_and(|(_, is_item)| *is_item)
    };
    let mut is_of_value = |at: usize| {
        while let Some(code) = codes.next_if(|(start, _)| *start < at) {
            before = Some(code);
        }
        let is_value = codes.peek().is_some_and(|(start, piece)| *start == at && piece.text.eq_ignore_ascii_case(word));
        let is_mark = before.is_some_and(|(start, piece)| {
            let between = lower.get(start + piece.text.len()..at);
            between.is_some_and(|between| between.trim() == "(") && !piece.text.eq_ignore_ascii_case(name)
        });
        is_value || is_mark || is_in_item(at)
    };
    lower.match_indices(word).map(|(at, _)| at).find(|at| !is_of_value(*at))
}

/// Where lines begin behind the first, and whether each is an item about a value: begins with code that isn't `name`.
fn lines_of(words: &Inlines<'_>, name: &str) -> Vec<(usize, bool)> {
    let mut lines: Vec<(usize, bool)> = Vec::new();
    let mut begins = false;
    for (at, piece) in words.placed() {
        match piece.kind {
            InlineKind::Break => {
                lines.push((at, false));
                begins = true;
            }
            _ if piece.is_bullet() => {}
            _ => {
                let is_value = begins && piece.kind == InlineKind::Code && !piece.text.eq_ignore_ascii_case(name);
                lines.last_mut().into_iter().for_each(|(_, is_item)| *is_item |= is_value);
                begins = false;
            }
        }
    }
    lines
}

/// Whether a sentence with `word`, "deprecated" or "obsolete", in it says it of the property: it begins so, or it, or its
/// last clause, says so of "this property", or of the property's `name`, in lower case, too. "Replaces the
/// deprecated x", "whether the schema is deprecated" and "the type x is deprecated" don't.
fn says_deprecated(written: &str, name: &str, word: &str) -> bool {
    const OF_SOMETHING_ELSE: [&str; 7] = [
        "whether ",
        "indicates if ",
        "specifies if ",
        "not deprecated",
        "isn't deprecated",
        "aren't deprecated",
        "or not",
    ];
    const SUBJECTS: [&str; 5] = ["this", "it", "the property", "property", "note: this"];
    let sentence = written.to_ascii_lowercase();
    if OF_SOMETHING_ELSE.iter().any(|words| sentence.contains(words)) {
        return false;
    }
    let is_this = |before: &str| {
        let before = before.rsplit(';').next().unwrap_or_default().trim_start();
        let named = before.strip_prefix("the ").unwrap_or(before).strip_prefix(name);
        SUBJECTS.iter().any(|subject| before.starts_with(subject)) && !goes_on_of_another(before)
            || named.is_some_and(|rest| ["", "property", "relationship"].iter().any(|kind| is_followed_by(rest, kind)))
    };
    let of_this = ["is ", "are ", "was ", "were ", "been ", "being ", "be "]
        .iter()
        .any(|verb| sentence.split_once(&format!("{verb}{word}")).is_some_and(|(before, _)| is_this(before)));
    of_this
        || begins_with_remark(written, word)
        || ["will be deprecated", "to be deprecated"].iter().any(|said| sentence.trim_start().starts_with(said))
        || sentence.contains("(deprecated)")
        || ends_with_mark(&sentence)
}

/// Whether a sentence begins with `word` as a remark. "Deprecated devices" and "obsolete devices" are others.
fn begins_with_remark(sentence: &str, word: &str) -> bool {
    // Quotes make a value of it.
    let trimmed = |at: usize| {
        let is_quote = |c: char| matches!(c, '"' | '\'' | '`' | '“');
        sentence[at..].trim_start_matches(|c: char| !c.is_alphanumeric() && !is_quote(c))
    };
    let mut rest = trimmed(0);
    if let Some((label, behind)) = rest.split_once(':')
        && NOTES.iter().any(|known| known.eq_ignore_ascii_case(label))
    {
        rest = trimmed(sentence.len() - behind.len());
    }
    let Some((mark, behind)) = rest.split_at_checked(word.len()) else { return false };
    let is_loud = mark.bytes().all(|b| b.is_ascii_uppercase()) && !behind.starts_with(char::is_alphanumeric);
    mark.eq_ignore_ascii_case(word) && (is_loud || is_remark_before(behind))
}

/// Whether the word before `behind` is a remark of its own, or goes on as one does.
pub(super) fn is_remark_before(behind: &str) -> bool {
    let Some((next, rest)) = next_word(behind) else { return ends_word(behind) };
    let lower = next.to_ascii_lowercase();
    if lower == "and" || among(NOUNS, &lower) {
        let goes_on = |(next, _): (&str, &str)| {
            let next = next.to_ascii_lowercase();
            among(GOES_ON, &next) || lower != "and" && among(BEHIND_NOUN, &next)
        };
        return next_word(rest).map_or_else(|| ends_word(rest), goes_on);
    }
    among(GOES_ON, &lower) || next.starts_with(char::is_uppercase) && among(OPENINGS, &lower)
}

/// The word behind a blank, and what follows.
fn next_word(text: &str) -> Option<(&str, &str)> {
    let word = text.strip_prefix(' ')?;
    let end = word.find(|c: char| !c.is_alphanumeric()).unwrap_or(word.len());
    (end > 0).then(|| word.split_at(end))
}

/// Whether a word ends before `behind`, and is no part of one such as `deprecated-only`.
fn ends_word(behind: &str) -> bool {
    let mut letters = behind.chars();
    let (first, second) = (letters.next(), letters.next());
    let joins = first.is_some_and(|first| matches!(first, '-' | '_')) && second.is_some_and(char::is_alphanumeric);
    !joins && !first.is_some_and(char::is_alphanumeric)
}

/// Whether what stands `before` the verb tells of something else at its end: "This property lists parts that".
fn goes_on_of_another(before: &str) -> bool {
    before.contains(" whose ") || [" that", " which"].iter().any(|word| before.trim_end().ends_with(word))
}

/// Whether a row's sentence ends so: "What it may do - Deprecated." The last of several values isn't the property.
fn ends_with_mark(sentence: &str) -> bool {
    let said = sentence.trim_end_matches(['.', ' ', ')', '*']);
    let before = ["- deprecated", "- to be deprecated"].iter().find_map(|mark| said.strip_suffix(mark));
    before.is_some_and(|before| !before.contains("value"))
}

/// Whether `rest` goes on with the word `kind` and a verb.
fn is_followed_by(rest: &str, kind: &str) -> bool {
    let behind = rest.strip_prefix(' ').and_then(|rest| rest.strip_prefix(kind));
    behind.is_some_and(|behind| ["", "will", "has", "is", "is going to"].contains(&behind.trim()))
}

#[cfg(test)]
mod tests {
    use super::begins_with_remark;

    #[test]
    fn remarks_begin_with_the_word() {
        for text in [
            "Deprecated",
            "Deprecated. The hull.",
            "deprecated; take x",
            "(Deprecated) The hull.",
            "> [Deprecated] Hull.",
            "⚠ Deprecated – take x.",
            "Note: Deprecated.",
            "DEPRECATED Count of oars.",
            "Deprecated Indicates the hull.",
            "Deprecated no longer read.",
            "Deprecated replaced by x.",
            "Deprecated and will be removed.",
            "Deprecated property that held the hull.",
            "Deprecated alias of x.",
            "Deprecated field.",
        ] {
            assert!(begins_with_remark(text, "deprecated"), "{text}");
        }
        for text in [
            "Deprecated hulls are counted.",
            "Deprecated property names of the hull.",
            "Deprecated version numbers.",
            "Deprecated and current hulls.",
            "Deprecated-only hulls.",
            "DEPRECATEDHULL",
            "\"deprecated\" when the hull is old",
            "Deprecate",
            "Note: the deprecated hull.",
            "",
        ] {
            assert!(!begins_with_remark(text, "deprecated"), "{text}");
        }
    }
}
