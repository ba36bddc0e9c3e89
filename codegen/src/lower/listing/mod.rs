//! Properties that stand in no table: as the items of a list, as definitions, or below a heading each.
//!
//! They become the table that they could have been, so that the rest is read as everywhere. A list is taken only whole,
//! and only if nearly all of its entries name a type: else it may be about something else. Sections that have a table
//! keep it.

mod entry;
mod headed;
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
    let mut at = 0;
    while let Some(section) = page.sections.get(at) {
        let level = level_of(section);
        let below = page.sections[at + 1..].iter().take_while(|below| level_of(below) > level).count();
        let may_list = level > 1 && (below > 0 || section.blocks.iter().any(is_entry_block));
        let topic = section.heading.as_ref().filter(|_| may_list && !has_table(section));
        match topic.and_then(properties_of) {
            Some(topic) => {
                read_section(&mut page.sections[at..=at + below], topic);
                at += below + 1;
            }
            None => at += 1,
        }
    }
}

/// Whether the block is an item of a list, or a definition.
fn is_entry_block(block: &Block<'_>) -> bool {
    match block {
        Block::ListItem(_) => true,
        Block::Paragraph(words) => words.pieces.iter().take(MOST_PIECES).any(|piece| piece.text.contains("\n:")),
        _ => false,
    }
}

/// Of how many pieces a name and its type consist before a definition.
const MOST_PIECES: usize = 5;

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

/// Reads the first of `sections`, the others being below it.
fn read_section(sections: &mut [Section<'_>], topic: Topic) {
    let Some((section, below)) = sections.split_first_mut() else { return };
    // A list above a table says where more is to be read.
    let list = if below.iter().any(has_rows) { None } else { entry::of_list(section) };
    let entries = list.or_else(|| headed::entries(below)).unwrap_or_default();
    section.blocks.extend(table(entries, topic).map(Block::Table));
}

/// Whether `section`, of which no more is needed, lists properties, or may do so.
pub(super) fn is_list(section: &mut Section<'_>) -> bool {
    unread(section).is_some() || entry::of_list(section).is_some()
}

/// The first entry without a type of a list in `section` that stays one, if others have names and types.
pub(super) fn unread(section: &Section<'_>) -> Option<Span> {
    if has_table(section) || !section.blocks.iter().any(|block| matches!(block, Block::ListItem(_))) {
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
