//! Headings that are nothing but a paragraph in bold: `**Properties**`.

use crate::hash::HashSet;
use crate::lower::tables::words::TYPE;
use crate::lower::tables::{is_one, word};
use crate::lower::type_name::collections::strip_if_many;
use crate::model::name::last_segment;
use crate::page::{Block, Heading, InlineKind, Inlines, Page, Section, Table, cut};

use super::{Topic, known_topic, topic_of};

/// How long a heading is.
const LONGEST: usize = 60;

/// Makes headings of the bold paragraphs on `page` that stand for some: of all, if one of them is about properties,
/// relationships, members or the JSON representation, and no heading is; else of those that name an enum. `text` is the
/// page's.
pub(in crate::lower) fn restore<'s>(page: &mut Page<'s>, text: &str) {
    if !stands_for_missing(page, text) {
        return restore_enums(page, text);
    }
    let mut is_on = false;
    split(page, |blocks, level| {
        let heading = |block: &Block<'s>| {
            let found = bold(block, text).map(|words| heading(words, level))?;
            is_on |= known_topic(&found).is_some();
            is_on.then_some(found)
        };
        blocks.iter().map(heading).collect()
    });
}

/// Makes headings of those blocks for which `headings` has one, of as many as a section has. They are all of one level,
/// whatever they are about.
fn split<'s>(page: &mut Page<'s>, mut headings: impl FnMut(&[Block<'s>], u8) -> Vec<Option<Heading<'s>>>) {
    let mut sections = Vec::with_capacity(page.sections.len());
    for Section { heading: above, blocks } in std::mem::take(&mut page.sections) {
        let level = above.as_ref().map_or(0, |above| above.level).max(1) + 1;
        let headings = headings(&blocks, level.min(6));
        let mut section = Section { heading: above, blocks: Vec::new() };
        for (block, heading) in blocks.into_iter().zip(headings) {
            match heading {
                Some(_) => sections.push(std::mem::replace(&mut section, Section { heading, blocks: Vec::new() })),
                None => section.blocks.push(block),
            }
        }
        sections.push(section);
    }
    page.sections = sections;
}

/// Makes headings of `**lampKind values**` above a table, if the tables have that as a type. What comes behind it in its
/// section is below it then, so that must hold no tables but such.
fn restore_enums(page: &mut Page<'_>, text: &str) {
    let is_enum = |blocks: &[Block<'_>]| match blocks {
        [first, Block::Table(members), ..] => {
            !has_types(members) && bold(first, text).is_some_and(|words| topic_of(&heading(words, 2)) == Topic::Values)
        }
        _ => false,
    };
    if !page.sections.iter().any(|section| section.blocks.windows(2).any(is_enum)) {
        return;
    }
    let cells = page.tables().filter(|table| has_types(table)).flat_map(|table| &table.rows);
    let types: HashSet<String> = cells.filter_map(|row| Some(type_in(row.cells.get(1)?))).collect();
    split(page, |blocks, level| {
        let named = |at: usize| {
            let words = bold(&blocks[at], text).filter(|_| is_enum(&blocks[at..]))?;
            let name = words.plain().split_whitespace().next()?.to_ascii_lowercase();
            types.contains(&name).then(|| heading(words, level))
        };
        let mut headings: Vec<_> = (0..blocks.len()).map(named).collect();
        let mut below = headings.iter().zip(blocks.iter().skip(1)).skip_while(|(found, _)| found.is_none());
        if below.any(|(found, next)| found.is_none() && matches!(next, Block::Table(_))) {
            headings.fill_with(|| None);
        }
        headings
    });
}

/// Whether the table has a column of types.
fn has_types(table: &Table<'_>) -> bool {
    table.header.get(1).is_some_and(|cell| is_one(&word(cell), TYPE))
}

/// What a type cell names, in lower case, without a word for "collection" and the namespace.
fn type_in(cell: &Inlines<'_>) -> String {
    let plain = cell.plain();
    let inner = strip_if_many(&plain).0;
    last_segment(inner).to_ascii_lowercase()
}

/// Whether one of the bold paragraphs is about something that no heading is about.
fn stands_for_missing(page: &Page<'_>, text: &str) -> bool {
    let found = page.blocks().filter_map(|(_, block)| bold(block, text));
    let sought = |topic: &Topic| SOUGHT.contains(topic);
    let mut topics = found.filter_map(|words| known_topic(&heading(words, 2)).filter(sought)).peekable();
    // Hardly ever is there one.
    topics.peek().is_some() && {
        let real = page.sections.iter().filter_map(|section| known_topic(section.heading.as_ref()?));
        let real: Vec<Topic> = real.filter(sought).collect();
        topics.any(|topic| !real.contains(&topic))
    }
}

/// What a page is read for.
const SOUGHT: [Topic; 4] = [Topic::Properties, Topic::Relationships, Topic::Json, Topic::Members];

fn heading<'s>(words: &Inlines<'s>, level: u8) -> Heading<'s> {
    let mut text = words.clone();
    for piece in &mut text.pieces {
        cut(&mut piece.text, |text| text.trim_end_matches([':', ' ']));
    }
    Heading { level, text, anchor: None, id: None }
}

/// The words of a paragraph of a single line that is bold from its beginning to its end.
fn bold<'p, 's>(block: &'p Block<'s>, text: &str) -> Option<&'p Inlines<'s>> {
    let Block::Paragraph(words) = block else { return None };
    let [only] = words.pieces.as_slice() else { return None };
    if only.kind != InlineKind::Text || only.text.len() > LONGEST || only.text.contains('\n') {
        return None;
    }
    if !matches!(text.as_bytes().get(words.span.range().start), Some(b'*' | b'_')) {
        return None;
    }
    let written = text.get(words.span.range())?.trim().trim_end_matches(':');
    let is_bold = |mark: &str| {
        let inner = written.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
        inner.is_some_and(|inner| !inner.contains(mark))
    };
    (is_bold("**") || is_bold("__")).then_some(words)
}
