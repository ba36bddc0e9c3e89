//! Notes on a page that call properties of its type deprecated.

use crate::hash::HashMap;
use crate::lower::prose::phrases::Says;
use crate::lower::prose::sentence;
use crate::lower::section::Passage;
use crate::model::name::words;
use crate::model::{Deprecation, Property};
use crate::page::Block;
use crate::source::Span;

use super::note::{Note, VERBS, calls};
use super::without_marker;

/// How one says it that has the subject behind it: "We are deprecating the **x** property".
const ACTIVE: &str = "are deprecating ";

/// Marks the properties of which a note says so: "The **x** and **y** properties are deprecated".
pub(in crate::lower) fn of_properties(passages: &[Passage<'_, '_>], properties: &mut [Property<'_>]) {
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
    for (plain, lower, span) in &said {
        for call in calls(lower, &VERBS) {
            let subject = &plain[sentence::around(plain, call.at).start..call.at];
            for place in named_in(subject, &places).into_iter().flatten() {
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

/// Marks the property at `place`, unless its row says so itself.
fn mark(properties: &mut [Property<'_>], place: usize, note: impl FnOnce() -> Deprecation) {
    if let Some(property) = properties.get_mut(place)
        && property.facts.deprecated.is_none()
    {
        property.facts.deprecated = Some(Box::new(note()));
    }
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

/// The properties that `subject` consists of: "The x and y properties have", "The property x will".
fn named_in(subject: &str, places: &HashMap<String, usize>) -> Option<Vec<usize>> {
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
    let names = words(subject).filter(|word| !BESIDE.contains(&word.to_ascii_lowercase().as_str()));
    let named: Option<Vec<usize>> = names.map(|name| places.get(name).copied()).collect();
    named.filter(|_| ["propert", "relationship"].iter().any(|kind| lower.contains(kind)))
}
