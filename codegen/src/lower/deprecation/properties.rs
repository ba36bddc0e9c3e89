//! Notes on a page that call properties of its type deprecated.

use std::cell::OnceCell;

use crate::hash::HashMap;
use crate::lower::Context;
use crate::lower::inheritance::marked;
use crate::lower::prose::phrases::Says;
use crate::lower::prose::sentence;
use crate::lower::section::Passage;
use crate::model::name::words;
use crate::model::{Deprecation, Property};
use crate::page::Block;
use crate::source::Span;

use super::note::{Note, VERBS, calls};
use super::{without_brackets, without_company, without_marker};

/// How one says it that has the subject behind it: "We are deprecating the **x** property".
const ACTIVE: &str = "are deprecating ";

/// Marks the properties of which a note says so: "The **x** and **y** properties are deprecated".
pub(in crate::lower) fn of_properties(
    context: &Context<'_, '_>,
    passages: &[Passage<'_, '_>],
    properties: &mut [Property<'_>],
) {
    let said = |passage: &Passage<'_, '_>| {
        let (plain, span) = match (passage.block, passage.paragraph()) {
            (Block::ListItem(words), _) => (words.plain().into_owned(), words.span),
            (_, Some((words, text))) if text.says(Says::Deprecated) => {
                (without_marker(&text.plain).to_owned(), words.span)
            }
            _ => return None,
        };
        let lower = plain.to_ascii_lowercase();
        (lower.contains("deprecated") || lower.contains(ACTIVE)).then_some((plain, lower, span))
    };
    let said: Vec<(String, String, Span)> = passages.iter().filter_map(said).collect();
    if said.is_empty() {
        return;
    }
    let mut places: HashMap<String, usize> = HashMap::default();
    for (at, property) in properties.iter().enumerate() {
        places.entry(property.name.value.to_string()).or_insert(at);
    }
    let is_own = |name: &str| context.title.short_name().is_some_and(|own| own.eq_ignore_ascii_case(name));
    for (plain, lower, span) in &said {
        let in_marks = OnceCell::new();
        let is_marked =
            |name: &str| in_marks.get_or_init(|| marked(context.sources.text(*span))).contains(name) && !is_own(name);
        for call in calls(lower, &VERBS) {
            let subject = sentence::around(plain, call.at).start..call.at;
            let subject = &plain[subject.start..subject.start + without_company(&lower[subject]).len()];
            for place in named_in(subject, &places, is_marked).into_iter().flatten() {
                mark(properties, place, || Note::of(plain, lower, &call).at(*span));
            }
        }
        for call in calls(lower, &[ACTIVE]) {
            if let Some(place) = object(&plain[call.at + ACTIVE.len()..], &places) {
                mark(properties, place, || Note::of(plain, lower, &call).at(*span));
            }
        }
    }
}

/// Marks the property at `place`, unless its row says so itself, and not by a bare "(deprecated)" (`attendancerecord.md`).
fn mark(properties: &mut [Property<'_>], place: usize, note: impl FnOnce() -> Deprecation) {
    let is_bare = |known: &Deprecation| known.note.is_empty() || is_bare_remark(&known.note);
    if let Some(property) = properties.get_mut(place)
        && property.facts.deprecated.as_deref().is_none_or(is_bare)
    {
        property.facts.deprecated = Some(Box::new(note()));
    }
}

/// Whether a note tells nothing but that the property is deprecated: "Deprecated.", "In feet (deprecated)".
fn is_bare_remark(note: &str) -> bool {
    const AT_END: &[u8] = b"(deprecated)";
    const MOST: usize = 32;
    // Only the end of a long note is looked at: this may be asked for every sentence about the property.
    let end = note.len().checked_sub(AT_END.len()).and_then(|at| note.as_bytes().get(at..));
    note.len() <= MOST && without_brackets(note).trim_end_matches('.').eq_ignore_ascii_case("deprecated")
        || end.is_some_and(|end| end.eq_ignore_ascii_case(AT_END))
}

/// The property that `behind` speaks of first: "the x property", "the x condition", "x".
fn object(behind: &str, places: &HashMap<String, usize>) -> Option<usize> {
    const KINDS: [&str; 4] = ["property", "condition", "relationship", "setting"];
    let behind = behind.strip_prefix("the ").unwrap_or(behind);
    let name = behind.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).next()?;
    let rest = &behind[name.len()..];
    let is_all = rest.trim_end().is_empty() || rest.starts_with([',', '.', ';']);
    let has_kind = rest.strip_prefix(' ').is_some_and(|rest| KINDS.iter().any(|kind| rest.starts_with(kind)));
    places.get(name).copied().filter(|_| is_all || has_kind)
}

/// How many properties a sentence may be about: each keeps it whole.
const MOST_NAMED: usize = 64;

/// The properties that `subject` consists of: "The x and y properties have", "The property x will", or only names that are
/// marked as such, "**x** and **y**".
fn named_in(subject: &str, places: &HashMap<String, usize>, is_marked: impl Fn(&str) -> bool) -> Option<Vec<usize>> {
    const BESIDE: [&str; 18] = [
        "the",
        "and",
        "or",
        "both",
        "following",
        "note",
        "important",
        "property",
        "properties",
        "relationship",
        "relationships",
        "navigation",
        "has",
        "have",
        "will",
        "is",
        "are",
        "also",
    ];
    let lower = subject.to_ascii_lowercase();
    let names: Vec<&str> =
        words(subject).filter(|word| !BESIDE.contains(&word.to_ascii_lowercase().as_str())).collect();
    let named: Option<Vec<usize>> = names.iter().map(|name| places.get(*name).copied()).collect();
    let says_kind = ["propert", "relationship"].iter().any(|kind| lower.contains(kind));
    named.filter(|named| named.len() <= MOST_NAMED && (says_kind || names.into_iter().all(is_marked)))
}
