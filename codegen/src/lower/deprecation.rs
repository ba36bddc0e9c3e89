//! Whether a page calls its type deprecated.

use std::borrow::Cow;

use crate::model::Deprecation;
use crate::page::{self, Block};

use super::Context;
use super::deprecation_dates::{Dates, dates};
use super::docs::include;
use super::facts::{behind_start, sentence_with};
use super::phrases::{Says, Text};
use super::section::{Passage, Topic};

/// The deprecation of the type that the page is about: from the title, a sentence of the introduction, or an included
/// note.
pub(super) fn of_page<'s>(context: &Context<'_, 's>, passages: &[Passage<'_, 's>]) -> Option<Deprecation<'s>> {
    let of_title = || Deprecation { note: Cow::Borrowed(""), span: context.title.span, since: None, removal: None };
    let introduction = passages.iter().filter(|passage| passage.topic == Topic::Introduction);
    let mut notes = introduction.filter_map(Passage::paragraph).filter_map(|(words, text)| {
        let (note, Dates { since, removal }) = match include(words) {
            Some(target) => included_note(context, target),
            None => note(text),
        }?;
        Some(Deprecation { note: Cow::Owned(note), span: words.span, since, removal })
    });
    notes.next().or_else(|| context.title.is_deprecated.then(of_title))
}

/// The sentence that says so, if it speaks of the type and not of a property.
fn note(text: &Text<'_>) -> Option<(String, Dates)> {
    if !text.says(Says::Deprecated) {
        return None;
    }
    let plain = without_marker(&text.plain);
    let lower = plain.to_ascii_lowercase();
    let at = ["is deprecated", "been deprecated", "are deprecated"].iter().find_map(|phrase| lower.find(phrase))?;
    let before = lower[..at].rsplit(". ").next().unwrap_or_default();
    let of_a_part = ["property", "properties", "relationship", "value", "method", "parameter"]
        .iter()
        .any(|part| before.contains(part));
    let note = if of_a_part { None } else { sentence_with(plain, &lower, "deprecated") };
    note.map(|note| (note, dates(behind_start(&lower, "deprecated"))))
}

/// The words of a note without what it is marked with: `[!CAUTION]`.
fn without_marker(words: &str) -> &str {
    let behind = words.trim_start().strip_prefix("[!").and_then(|rest| rest.split_once(']'));
    behind.map_or(words, |(_, rest)| rest.trim_start())
}

fn included_note(context: &Context<'_, '_>, target: &str) -> Option<(String, Dates)> {
    if !target.to_ascii_lowercase().contains("deprecat") {
        return None;
    }
    let read = context.sources.included(context.page.source, target).and_then(|id| {
        let page = page::parse(id, context.sources.get(id)?);
        let mut words = page.blocks().filter_map(|(_, block)| match block {
            Block::Paragraph(words) | Block::Quote(words) => Some(without_marker(&words.plain()).to_owned()),
            _ => None,
        });
        words.find(|words| words.to_ascii_lowercase().contains("deprecat"))
    });
    let one_line = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let note = read.map(one_line).unwrap_or_default();
    let dates = dates(&note);
    Some((note, dates))
}
