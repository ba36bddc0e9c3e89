//! A heading per property, and its type below: `### id`, then `Type: String`.

use std::borrow::Cow;

use crate::lower::section::{Topic, topic_of};
use crate::lower::tables::is_one;
use crate::lower::tables::words::{DESCRIPTION, TYPE};
use crate::model::name::is_identifier;
use crate::page::{Block, Heading, Inlines, Section};

use super::entry::{self, are_typed, behind_separator, end_of_type};
use super::types::{Certainty, certainty};
use super::words::{append, lines, part, prepend};
use super::{Entry, level_of};

/// The entries of `sections`, which are below one of properties: their own heading names each. What is read is taken
/// from them.
pub(super) fn entries<'s>(sections: &mut [Section<'s>]) -> Option<Vec<Entry<'s>>> {
    let level = level_of(sections.first()?);
    let mut entries: Vec<Entry<'s>> = Vec::new();
    let mut read = Vec::new();
    for (at, section) in sections.iter().enumerate() {
        let heading = section.heading.as_ref()?;
        if heading.level > level {
            continue;
        }
        match entry_of(heading, &section.blocks) {
            Some(entry) => {
                entries.push(entry);
                read.push(at);
            }
            // Such as an enum's members, below what takes them.
            None if topic_of(heading) != Topic::Other || !is_identifier(heading.text.plain().trim()) => {}
            None => return None,
        }
    }
    if !are_typed(&entries, 0) {
        return None;
    }
    for at in read {
        sections[at].blocks.retain(|block| words_of(block).is_none());
    }
    Some(entries)
}

fn words_of<'p, 's>(block: &'p Block<'s>) -> Option<&'p Inlines<'s>> {
    match block {
        Block::Paragraph(words) | Block::ListItem(words) => Some(words),
        _ => None,
    }
}

fn entry_of<'s>(heading: &Heading<'s>, blocks: &[Block<'s>]) -> Option<Entry<'s>> {
    let whole = || is_identifier(heading.text.plain().trim()).then(|| part(&heading.text, 0..usize::MAX));
    let empty = || Inlines::empty(heading.text.span);
    // `### id (String)`
    let of_heading = entry::entry(&heading.text).filter(|entry| entry.certainty != Certainty::None);
    let mut typed = of_heading.is_some();
    let bare = || Some(Entry { name: whole()?, ty: empty(), description: empty(), certainty: Certainty::None });
    let mut entry = of_heading.or_else(bare)?;
    let mut flags: Vec<String> = Vec::new();
    for block in blocks {
        let Some(words) = words_of(block) else { continue };
        let breaks = if matches!(block, Block::ListItem(_)) { 1 } else { 2 };
        let text = lines(words);
        let begin = if typed { 0 } else { type_in(words, &text, &mut entry)? };
        typed = true;
        match labelled(&text[begin..]) {
            Some((label, at)) if is_one(&label, DESCRIPTION) => {
                append(&mut entry.description, part(words, begin + at..text.len()), breaks);
            }
            Some((label, at)) if is_flag(&label) => {
                let value = text[begin + at..].trim().trim_end_matches('.').to_ascii_lowercase();
                if matches!(value.as_str(), "yes" | "true")
                    && !flags.iter().any(|known| label.eq_ignore_ascii_case(known))
                {
                    flags.push(label.to_string());
                    prepend(&mut entry.description, part(words, begin..begin + label.len()));
                }
            }
            _ => append(&mut entry.description, part(words, begin..text.len()), breaks),
        }
    }
    typed.then_some(entry)
}

/// Whether the label is of something that is so or not.
fn is_flag(label: &str) -> bool {
    ["required", "read-only", "read only"].iter().any(|flag| label.eq_ignore_ascii_case(flag))
}

/// Reads the type at the beginning of the words behind a heading. Gives where the rest begins.
fn type_in<'s>(words: &Inlines<'s>, text: &str, entry: &mut Entry<'s>) -> Option<usize> {
    let from = match labelled(text) {
        Some((label, at)) if is_one(&label, TYPE) => at,
        Some(_) => return None,
        None => 0,
    };
    let end = from + end_of_type(&text[from..]);
    let ty = part(words, from..end);
    let certainty = certainty(&ty);
    // Without a label, prose may begin with a word that could be one.
    if certainty == Certainty::None || from == 0 && certainty != Certainty::Sure {
        return None;
    }
    (entry.ty, entry.certainty) = (ty, certainty);
    Some(behind_separator(text, end))
}

/// What stands before a colon at the beginning of `text`, if it is a word or two, and where the rest begins.
fn labelled(text: &str) -> Option<(Cow<'_, str>, usize)> {
    let colon = text.char_indices().take(40).find(|(_, c)| matches!(c, ':' | '\u{ff1a}'))?;
    let label = text[..colon.0].trim();
    let is_label = !label.is_empty() && label.split_whitespace().count() <= 2 && !label.contains(['.', '`']);
    let label = if label.is_ascii() { Cow::Borrowed(label) } else { Cow::Owned(label.to_lowercase()) };
    is_label.then(|| (label, colon.0 + colon.1.len_utf8()))
}
