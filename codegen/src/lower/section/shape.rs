//! What a section of a translated page is about, told by what stands in it: identifiers, links and JSON are the same in
//! every language.

use crate::lower::tables::{holds_types, is_name};
use crate::lower::{methods, type_name};
use crate::page::{Block, Inlines, Section, Table};

use super::Topic;
use super::enum_headings::names_enum;

/// Gives a topic to the sections that have none yet, neither by an English heading nor by words that we know.
pub(super) fn restore(topics: &mut [(Topic, &Section<'_>)]) {
    let has = |topics: &[(Topic, &Section<'_>)], topic| topics.iter().any(|(found, _)| *found == topic);
    let (mut properties, mut relationships) = (has(topics, Topic::Properties), has(topics, Topic::Relationships));
    let mut json = has(topics, Topic::Json);
    // Whether the section above said "None": what has no properties may have relationships.
    let mut says_none = false;
    for (topic, section) in topics.iter_mut().filter(|(topic, _)| *topic == Topic::Other) {
        // An English anchor would have told.
        let Some(heading) = section.heading.as_ref().filter(|heading| heading.anchor.is_none()) else { continue };
        let named = names_enum(heading);
        let without = std::mem::replace(&mut says_none, says_nothing(section));
        let behind_properties = (properties || without) && !relationships;
        let found = section.blocks.iter().find_map(|block| match block {
            Block::Table(table) => of_table(table, named, behind_properties),
            Block::Code(code) if !json && code.text.trim_start().starts_with('{') => Some(Topic::Json),
            _ => None,
        });
        *topic = found.unwrap_or(Topic::Other);
        properties |= *topic == Topic::Properties;
        relationships |= *topic == Topic::Relationships;
        json |= *topic == Topic::Json;
    }
    // A page with nothing but names and explanations is that of an enum.
    let has_properties = properties || relationships || json;
    if !has_properties && !has(topics, Topic::Members) {
        let mut unknown = topics.iter_mut().filter(|(topic, _)| *topic == Topic::Other);
        if let Some((topic, _)) =
            unknown.find(|(_, section)| section.tables().any(|table| table.header.len() > 1 && names_things(table)))
        {
            *topic = Topic::Members;
        }
    }
}

/// What the table is about. `named` tells whether the heading names a type, `behind_properties` whether properties
/// stood above, but no relationships.
fn of_table(table: &Table<'_>, named: bool, behind_properties: bool) -> Option<Topic> {
    if methods::lists_methods(table) && !table.rows.is_empty() {
        return Some(Topic::Methods);
    }
    if !names_things(table) {
        return None;
    }
    if table.header.len() > 1 && holds_types(table) && (!named || is_typed(table)) {
        return Some(if behind_properties && is_linked(table) { Topic::Relationships } else { Topic::Properties });
    }
    named.then_some(Topic::Values)
}

/// Whether nearly all types are linked to. Streams stand among the relationships of `driveitem.md`.
fn is_linked(table: &Table<'_>) -> bool {
    let types = || table.rows.iter().filter_map(|row| row.cells.get(1));
    types().filter(|cell| type_name::is_linked(cell)).count() * 4 >= types().count() * 3
}

/// Whether a section that has been taken for one of properties may be one of relationships.
pub(super) fn may_be_relationships(section: &Section<'_>) -> bool {
    section.tables().any(is_linked)
}

/// Whether the second column has something that is a type for sure, linked or a primitive: short explanations of
/// members look like foreign words for types.
fn is_typed(table: &Table<'_>) -> bool {
    table.rows.iter().filter_map(|row| row.cells.get(1)).any(type_name::is_type_like)
}

/// Whether the heading names a type, and the first table below it has none: it is one of members.
pub(super) fn lists_members(section: &Section<'_>) -> bool {
    let named = || section.heading.as_ref().is_some_and(names_enum);
    section.tables().next().is_some_and(|table| names_things(table) && !is_typed(table)) && named()
}

/// Whether all that stands in the section is a word or two: "None."
pub(super) fn says_nothing(section: &Section<'_>) -> bool {
    matches!(section.blocks.as_slice(), [Block::Paragraph(words)] if words.plain().split_whitespace().count() < 3)
}

/// Whether most rows begin with a name that could be a property's or a member's, and with no link.
fn names_things(table: &Table<'_>) -> bool {
    let firsts = || table.rows.iter().filter_map(|row| row.cells.first());
    let names = |cell: &&Inlines<'_>| cell.links().next().is_none() && is_name(cell);
    firsts().filter(names).count() * 2 > firsts().count()
}
