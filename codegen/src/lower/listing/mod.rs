//! Properties that stand in no table, but are the items of a list.
//!
//! They become the table that they could have been, so that the rest is read as everywhere. A list is taken only whole,
//! and only if nearly all of its entries name a type: else it may be about something else. Sections that have a table
//! keep it.

mod entry;
mod types;
mod words;

use std::borrow::Cow;

use crate::page::{Block, Heading, Inline, InlineKind, Inlines, Page, Row, Section, Table};
use crate::source::Span;

use super::section::{self, Topic};
use super::tables::is_one;
use super::tables::words::TYPE;

use types::Certainty;

/// What is read of an entry.
struct Entry<'s> {
    name: Inlines<'s>,
    ty: Inlines<'s>,
    description: Inlines<'s>,
    certainty: Certainty,
}

/// Turns the lists of properties on `page` into tables.
pub(super) fn tabulate(page: &mut Page<'_>) {
    for at in 0..page.sections.len() {
        let Some((section, behind)) = page.sections[at..].split_first_mut() else { continue };
        let Some(topic) = section.heading.as_ref().filter(|_| may_list(section)).and_then(properties_of) else {
            continue;
        };
        let level = level_of(section);
        // A list above a table says where more is to be read.
        if behind.iter().take_while(|below| level_of(below) > level).any(has_rows) {
            continue;
        }
        let entries = entry::of_list(section).unwrap_or_default();
        section.blocks.extend(table(entries, topic).map(Block::Table));
    }
}

/// Whether there may be such a list in the section.
fn may_list(section: &Section<'_>) -> bool {
    level_of(section) > 1 && !has_table(section) && section.blocks.iter().any(is_item)
}

fn is_item(block: &Block<'_>) -> bool {
    matches!(block, Block::ListItem(_))
}

fn level_of(section: &Section<'_>) -> u8 {
    section.heading.as_ref().map_or(0, |heading| heading.level)
}

/// What the section is about, if that is properties or relationships.
fn properties_of(heading: &Heading<'_>) -> Option<Topic> {
    section::known_topic(heading).filter(|topic| topic.is_structural())
}

fn has_table(section: &Section<'_>) -> bool {
    section.tables().next().is_some()
}

/// Whether there is a table in the section that has a column of types: one of members has none.
fn has_rows(section: &Section<'_>) -> bool {
    section.tables().flat_map(|table| &table.header).any(|title| is_one(title.plain().trim(), TYPE))
}

/// Whether `section`, of which no more is needed, lists properties, or may do so.
pub(super) fn is_list(section: &mut Section<'_>) -> bool {
    unread(section).is_some() || entry::of_list(section).is_some()
}

/// The first entry without a type of a list in `section` that stays one, if others have names and types.
pub(super) fn unread(section: &Section<'_>) -> Option<Span> {
    if has_table(section) || !section.blocks.iter().any(is_item) {
        return None;
    }
    let items = section.blocks.iter().filter_map(|block| match block {
        Block::ListItem(words) => Some((words, entry::entry(words))),
        _ => None,
    });
    let has_type = |entry: &Option<Entry<'_>>| entry.as_ref().is_some_and(|entry| entry.certainty != Certainty::None);
    let (typed, others): (Vec<_>, Vec<_>) = items.partition(|(_, entry)| has_type(entry));
    let is_sure = typed.iter().flat_map(|(_, entry)| entry).any(|entry| entry.certainty == Certainty::Sure);
    let first = others.first().or(typed.first().filter(|_| typed.len() > 1))?;
    (is_sure || typed.len() > 1).then_some(first.0.span)
}

/// The table of `entries`; none if they are none, or no type is sure.
fn table(entries: Vec<Entry<'_>>, topic: Topic) -> Option<Table<'_>> {
    let (first, last) = (entries.first()?, entries.last()?);
    let span = first.span().to(last.span());
    let title = |word| Inlines::new(Inline { kind: InlineKind::Text, text: Cow::Borrowed(word), span: span.before() });
    let subject = if topic == Topic::Relationships { "Relationship" } else { "Property" };
    let header = [subject, "Type", "Description"].map(title).into();
    let rows = entries.into_iter().map(Entry::row).collect();
    Some(Table::new(header, rows, span))
}

impl<'s> Entry<'s> {
    fn span(&self) -> Span {
        let last = if self.description.is_blank() { self.ty.span } else { self.description.span };
        Span { end: last.end.max(self.name.span.end), ..self.name.span }
    }

    fn row(mut self) -> Row<'s> {
        let span = self.span();
        // Nothing stands behind the last cell.
        self.description.span.end = span.end;
        Row { cells: vec![self.name, self.ty, self.description], span }
    }
}
