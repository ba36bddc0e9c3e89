//! The sentences that call something deprecated.

use std::ops::Range;

use crate::lower::prose::sentence;
use crate::model::Deprecation;
use crate::source::Span;

use super::dates::{Dates, dates};

/// How a sentence calls its subject deprecated.
pub(super) const VERBS: [&str; 7] =
    ["is deprecated", "are deprecated", "was deprecated", "were deprecated", "been deprecated", UNDER_WAY, TO_COME];
/// The words for a deprecation that has begun.
pub(super) const UNDER_WAY: &str = "being deprecated";
/// The words for one that is announced.
pub(super) const TO_COME: &str = "be deprecated";

/// What a page or a description says of a deprecation.
pub(super) struct Note {
    /// The sentence, on one line.
    pub(super) text: String,
    pub(super) dates: Dates,
}

impl Note {
    /// That it is so, and no more.
    pub(super) fn nothing() -> Self {
        Self { text: String::new(), dates: Dates::default() }
    }

    /// The sentence that calls something so, with the days that stand in it or behind it.
    pub(super) fn of(plain: &str, lower: &str, call: &Call) -> Self {
        let sentence = sentence::around(plain, call.at);
        let whole = sentence.start..end_of(plain, lower, &sentence);
        Self { text: one_line(&plain[whole]), dates: dates(&lower[sentence.start..call.end]) }
    }

    pub(super) fn at(self, span: Span) -> Deprecation {
        let Dates { since, removal } = self.dates;
        Deprecation { note: self.text, span, since, removal }
    }
}

/// Where a sentence calls something deprecated.
pub(super) struct Call {
    /// The byte at which the verb begins.
    pub(super) at: usize,
    /// Where the next sentence begins that does so, or the text ends.
    pub(super) end: usize,
}

/// The sentences of a text in lower case that call something deprecated by one of `verbs`.
pub(super) fn calls(lower: &str, verbs: &[&str]) -> Vec<Call> {
    let mut calls: Vec<Call> = Vec::new();
    let mut start = 0;
    while start < lower.len() {
        let sentence = sentence::around(lower, start);
        let words = &lower[sentence.clone()];
        if let Some(at) = verbs.iter().filter_map(|verb| words.find(verb)).min() {
            if let Some(last) = calls.last_mut() {
                last.end = sentence.start;
            }
            calls.push(Call { at: sentence.start + at, end: lower.len() });
        }
        start = sentence.end + 1;
    }
    calls
}

/// Where `sentence` ends, or the next one, if it says "Deprecated." and nothing else, or the next what to use instead.
fn end_of(plain: &str, lower: &str, sentence: &Range<usize>) -> usize {
    const ADVICE: [&str; 4] = ["use ", "please use ", "instead, use ", "going forward, use "];
    let is_a_word = lower[sentence.clone()].trim().trim_end_matches('.') == "deprecated";
    let behind = lower.get(sentence.end..).unwrap_or_default().trim_start();
    if !behind.is_empty() && (is_a_word || ADVICE.iter().any(|advice| behind.starts_with(advice))) {
        sentence::around(plain, plain.len().min(sentence.end + 1)).end
    } else {
        sentence.end
    }
}

/// The text with blanks for its line breaks.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
