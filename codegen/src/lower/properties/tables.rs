//! Which tables of a page describe the properties of its type.

use crate::diagnostic::rules::{PRIMITIVE_RELATIONSHIP, UNREAD_TABLE};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::hash::HashSet;
use crate::lower::section::{self, Topic};
use crate::lower::tables::{self, Format, NameCell};
use crate::lower::{Context, json};
use crate::model::{Primitive, Property, Reference, SampleMember};
use crate::page::{Section, Table};
use crate::source::Span;

/// A table that may describe properties of the page's type.
struct Candidate<'p, 's> {
    table: &'p Table<'s>,
    format: Format,
    /// What its section is about.
    topic: Topic,
    /// Whether it stands below the name of another type.
    is_anothers: bool,
}

/// The properties that the tables of a page describe, whose type is called `name`, and of which the JSON representation
/// shows `sample`.
pub(in crate::lower) fn properties<'s>(
    context: &Context<'_, 's>,
    topics: &[(Topic, &Section<'s>)],
    name: &str,
    sample: &[SampleMember<'s>],
    cx: &mut Diagnostics,
) -> Vec<Property<'s>> {
    let mut properties = Vec::new();
    for Candidate { table, format, .. } in own(candidates(context, topics, name, cx), sample, cx) {
        let mut more = super::of_table(context, table, format, cx);
        if format == Format::Relationships && !context.language.is_translated() {
            report_primitive(&more, cx);
        }
        if tables::is_untyped(table) {
            json::representation::lend_types(&mut more, sample, cx);
        }
        if properties.is_empty() {
            // Properties are large, and the first table mostly has nearly all of them: they stay where they are.
            properties = more;
        } else {
            properties.append(&mut more);
        }
    }
    properties
}

/// All tables of properties or relationships on the page. Reports those in a section for properties that look like one,
/// but can't be read.
fn candidates<'p, 's>(
    context: &Context<'_, 's>,
    topics: &[(Topic, &'p Section<'s>)],
    name: &str,
    cx: &mut Diagnostics,
) -> Vec<Candidate<'p, 's>> {
    let mut candidates = Vec::new();
    let below = section::below_other(topics).into_iter().zip(section::below_identifier(topics, name));
    for ((topic, section), (is_below_other, is_anothers)) in topics.iter().zip(below) {
        for table in section.tables() {
            match tables::format(table, *topic, context.language).or_else(|| evident_format(*topic, section, table)) {
                Some(format @ (Format::Properties | Format::Relationships)) => {
                    let topic = if is_below_other { Topic::Other } else { *topic };
                    candidates.push(Candidate { table, format, topic, is_anothers });
                }
                None if is_expected(*topic, section) => report_unread(table, cx),
                _ => {}
            }
        }
    }
    candidates
}

/// The tables that are about the page's own type.
///
/// Where the page has sections for properties, tables elsewhere, and below other headings, describe something else,
/// unless most of the names in them stand in the JSON representation (`sitePage`). "Members" with types are properties.
/// Where it has no such sections, tables below the names of other types are theirs.
fn own<'p, 's>(
    mut candidates: Vec<Candidate<'p, 's>>,
    sample: &[SampleMember<'s>],
    cx: &mut Diagnostics,
) -> Vec<Candidate<'p, 's>> {
    if candidates.iter().any(|candidate| candidate.topic.is_structural()) {
        let is_proper = |topic: Topic| topic.is_structural() || matches!(topic, Topic::Introduction | Topic::Members);
        candidates.retain(|candidate| is_proper(candidate.topic) || is_sampled(candidate.table, sample));
    } else if candidates.iter().any(|candidate| !candidate.is_anothers) {
        for anothers in candidates.extract_if(.., |candidate| candidate.is_anothers) {
            report_anothers(anothers.table, cx);
        }
    }
    candidates
}

/// Whether the section is one for properties. Tables below its subheadings explain something.
fn is_expected(topic: Topic, section: &Section<'_>) -> bool {
    let says_so = || section.heading.as_ref().is_some_and(|heading| section::topic_of(heading) == topic);
    topic.is_structural() && says_so()
}

/// The format of a table whose header has no word that we know, but whose cells and section leave no doubt.
fn evident_format(topic: Topic, section: &Section<'_>, table: &Table<'_>) -> Option<Format> {
    let format = if topic == Topic::Relationships { Format::Relationships } else { Format::Properties };
    (is_expected(topic, section) && tables::is_evident(table)).then_some(format)
}

/// Reports a table that nothing is taken from, if it may be one of properties.
fn report_unread(table: &Table<'_>, cx: &mut Diagnostics) {
    if tables::may_hold_types(table) {
        let header = table.header.iter().map(|cell| cell.span).reduce(Span::to);
        let message = "the columns of this table tell neither properties nor members";
        let help = "call them `Property`, `Type` and `Description`, if it is one of properties";
        let unread = Diagnostic::new(&UNREAD_TABLE, message, header.unwrap_or(table.span), "passed over");
        cx.report(unread.with_help(help));
    }
}

/// Reports what stands among the relationships and leads to no object, once for all of the table: where headings are
/// exchanged, all of it does. A stream has a URL of its own, as an object has (`driveitem.md`), and `Object` is one.
fn report_primitive(rows: &[Property<'_>], cx: &mut Diagnostics) {
    let is_primitive = |row: &&Property<'_>| match row.type_ref.reference {
        Reference::Primitive(primitive) => !matches!(primitive, Primitive::Stream | Primitive::Untyped),
        Reference::Named(_) | Reference::Unreadable => false,
    };
    let mut primitive = rows.iter().filter(is_primitive);
    let Some(first) = primitive.next() else { return };
    let name = &first.name.value;
    let message = match primitive.count() {
        0 => format!("`{name}` is of a primitive type, and no relationship"),
        others => format!("`{name}` and {others} more of this table are of primitive types, and no relationships"),
    };
    let note = Diagnostic::new(&PRIMITIVE_RELATIONSHIP, message, first.type_ref.span, "leads to no object");
    cx.report(note.with_help("list it below `Properties`, in a table whose first column is called `Property`"));
}

/// Reports a table below the name of another type.
fn report_anothers(table: &Table<'_>, cx: &mut Diagnostics) {
    let message = "this table stands below the name of another type";
    let help = "give that type a page of its own";
    cx.report(Diagnostic::new(&UNREAD_TABLE, message, table.span, "passed over").with_help(help));
}

/// Whether most of the rows name members of the JSON representation.
fn is_sampled(table: &Table<'_>, sample: &[SampleMember<'_>]) -> bool {
    let members: HashSet<&str> = sample.iter().map(|member| member.name.value.as_ref()).collect();
    let names = table.rows.iter().filter_map(|row| NameCell::read(row.cells.first()?));
    let known = names.filter(|cell| members.contains(cell.name.as_ref())).count();
    known * 2 > table.rows.len()
}
