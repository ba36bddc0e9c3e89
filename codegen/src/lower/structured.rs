//! The entity or complex type that a page is about.

use std::borrow::Cow;

use crate::diagnostic::rules::UNREAD_TABLE;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::hash::HashSet;
use crate::model::name::is_qualified_identifier;
use crate::model::{Claim, EvidenceKind, NamedRef, Property, Run, SampleMember, StructuredType};
use crate::page::{Json, Section, Table};
use crate::source::Span;

use super::definition::Name;
use super::inheritance::derived;
use super::json::metadata::{self, ResourceBlock};
use super::prose::docs;
use super::prose::phrases::{Says, Text};
use super::section::{self, Passage, Topic};
use super::tables::{self, Format};
use super::{Context, deprecation, facts, inheritance, json, methods, only, properties};

/// All that the page says about the type called `name`.
pub(super) fn structured<'s>(
    context: &Context<'_, 's>,
    topics: &[(Topic, &Section<'s>)],
    (name, named_by): Name,
    block: Option<&ResourceBlock<'_, 's>>,
    json: Option<&Json<'s>>,
    cx: &mut Diagnostics,
) -> StructuredType<'s> {
    let flag = |keys: &[&str]| {
        let found = block.and_then(|block| block.flag(keys));
        found.map(|found| Claim::new(found.value, EvidenceKind::Metadata, found.span))
    };
    let sample = json.map(|json| json::representation::sample(json, &context.namespace)).unwrap_or_default();
    let methods = methods::methods(context, topics, name.value.name());
    let passages = section::passages(topics);
    let mut ty = StructuredType {
        bases: Vec::new(),
        is_abstract: flag(&metadata::ABSTRACT).into_iter().collect(),
        is_open: flag(&metadata::OPEN).into_iter().collect(),
        is_called_complex: context.title.is_complex,
        key: block.map(ResourceBlock::key).unwrap_or_default(),
        derived: derived::derived(context, &passages),
        properties: properties(context, topics, name.value.name(), &sample, cx),
        sample,
        shown_as: json.and_then(json::representation::shown_as),
        optional: block.map(ResourceBlock::optional).unwrap_or_default(),
        has_methods: methods.any,
        is_returned: methods.return_itself,
        lists: methods.lists,
        docs: docs::introduction(topics),
        deprecated: deprecation::of_page(context, &passages),
        name,
        named_by,
    };
    claims_of_prose(context, &passages, &mut ty);
    if block.is_none() && ty.bases.is_empty() {
        let of_rows = || json.and_then(|_| key_of_rows(&ty));
        ty.key = json::representation::key(topics, json).or_else(of_rows).into_iter().collect();
    }
    deprecation::of_properties(context, &passages, &mut ty.properties);
    if passages.iter().any(is_read_only) {
        let properties = ty.properties.iter_mut().filter(|property| !property.navigation);
        properties.for_each(|property| property.facts.read_only = true);
    }
    json::representation::stand_in(&mut ty);
    if let Some(base) = block.and_then(ResourceBlock::base) {
        let text = base.value.trim_start_matches('#');
        if is_qualified_identifier(text) {
            let named = NamedRef::unlinked(text.to_owned(), &context.namespace, base.span);
            ty.bases.push(Claim::new(named, EvidenceKind::Metadata, base.span));
        }
    }
    ty
}

/// The only member that the JSON representation shows as an identifier, if its row says no more than "Key.": the key of a
/// type without an `id`.
fn key_of_rows<'s>(ty: &StructuredType<'s>) -> Option<Claim<Cow<'s, str>>> {
    let identifier = only(ty.sample.iter().filter(|member| member.is_identifier))?;
    let says_key = |run: &Run<'_>| match run {
        Run::Text(text) => text.split(['.', '\n']).any(|words| words.trim() == "Key"),
        _ => false,
    };
    let mut rows = ty.properties.iter().filter(|row| row.name.value == identifier.name.value);
    let row = rows.find(|row| row.docs.paragraphs.iter().flatten().any(says_key))?;
    Some(Claim::new(identifier.name.value.clone(), EvidenceKind::Row, row.name.span))
}

/// Whether a paragraph of the introduction, or beside the properties, says that all are read-only
/// (`datapolicyoperation.md`).
fn is_read_only(passage: &Passage<'_, '_>) -> bool {
    let is_above = matches!(passage.topic, Topic::Introduction | Topic::Properties);
    let says = |text: &Text<'_>| text.says(Says::ReadOnly) && facts::read_only::is_said_of_all(&text.plain);
    is_above && passage.paragraph().is_some_and(|(_, text)| says(text))
}

fn claims_of_prose<'s>(context: &Context<'_, 's>, passages: &[Passage<'_, 's>], ty: &mut StructuredType<'s>) {
    if context.title.is_open {
        ty.is_open.push(Claim::new(true, EvidenceKind::Name, context.title.span));
    }
    let said = |span, words: &str| Claim::new(true, EvidenceKind::Prose, inheritance::place(context, span, words));
    for passage in passages {
        let Some((words, text)) = inheritance::candidate(passage) else { continue };
        ty.bases.extend(inheritance::base(context, words, text));
        if passage.topic != Topic::Introduction {
            // "This open type has no fixed properties", where they would stand (`security-casemanagement-customfieldvalues.md`).
            if passage.topic == Topic::Properties && text.lower().trim_start().starts_with("this open type ") {
                ty.is_open.push(said(words.span, "open type"));
            }
            continue;
        }
        if inheritance::says_abstract(words, text) {
            let mut foreign = inheritance::words::ABSTRACT.iter().chain(&inheritance::words::ABSTRACT_BEHIND);
            let foreign = foreign.find(|phrase| text.plain.contains(**phrase)).map(|phrase| phrase.trim_start());
            let own = ["abstract", "instantiated", inheritance::INSTANTIATE]
                .into_iter()
                .find(|word| text.lower().contains(word));
            ty.is_abstract.push(said(words.span, foreign.or(own).unwrap_or("abstract")));
        }
        if inheritance::says_open(text) {
            ty.is_open.push(said(words.span, "open type"));
        }
    }
}

/// The rows of every table of properties and relationships. Where the page has sections for them, tables elsewhere, and
/// below other headings, describe something else, unless most of what they name stands in the JSON representation
/// (`sitePage`). Where it has none, those below the names of other types are theirs. "Members" with types are properties.
fn properties<'s>(
    context: &Context<'_, 's>,
    topics: &[(Topic, &Section<'s>)],
    name: &str,
    sample: &[SampleMember<'s>],
    cx: &mut Diagnostics,
) -> Vec<Property<'s>> {
    let mut tables = Vec::new();
    let below = section::below_other(topics).into_iter().zip(section::below_identifier(topics, name));
    for ((topic, section), (below_other, is_anothers)) in topics.iter().zip(below) {
        for table in section.tables() {
            match tables::format(table, *topic, context.language).or_else(|| evident_format(*topic, section, table)) {
                Some(format @ (Format::Properties | Format::Relationships)) => {
                    let topic = if below_other { Topic::Other } else { *topic };
                    tables.push((topic, table, format, is_anothers));
                }
                None if is_expected(*topic, section) => report_unread(table, cx),
                _ => {}
            }
        }
    }
    if tables.iter().any(|(topic, ..)| topic.is_structural()) {
        let is_proper = |topic: Topic| topic.is_structural() || matches!(topic, Topic::Introduction | Topic::Members);
        tables.retain(|(topic, table, ..)| is_proper(*topic) || is_sampled(table, sample));
    } else if tables.iter().any(|(.., is_anothers)| !is_anothers) {
        tables.retain(|(_, table, _, is_anothers)| {
            is_anothers.then(|| report_anothers(table, cx));
            !is_anothers
        });
    }
    let mut properties = Vec::new();
    for (_, table, format, _) in tables {
        let mut more = properties::of_table(context, table, format, cx);
        if tables::is_untyped(table) {
            json::representation::lend_types(&mut more, sample, cx);
        }
        if properties.is_empty() {
            // Mostly the first table has nearly all of them; they are large, and stay where they are.
            properties = more;
        } else {
            properties.append(&mut more);
        }
    }
    properties
}

/// Whether properties are expected in the section. Tables below further headings explain something.
fn is_expected(topic: Topic, section: &Section<'_>) -> bool {
    let says_so = || section.heading.as_ref().is_some_and(|heading| section::topic_of(heading) == topic);
    topic.is_structural() && says_so()
}

/// What a table is whose header has no word that is known, but its cells and the section leave no doubt.
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

/// Reports a table below the name of another type.
fn report_anothers(table: &Table<'_>, cx: &mut Diagnostics) {
    let message = "this table stands below the name of another type";
    let help = "give that type a page of its own";
    cx.report(Diagnostic::new(&UNREAD_TABLE, message, table.span, "passed over").with_help(help));
}

/// Whether most of the rows name members of the JSON representation.
fn is_sampled(table: &Table<'_>, sample: &[SampleMember<'_>]) -> bool {
    let members: HashSet<&str> = sample.iter().map(|member| member.name.value.as_ref()).collect();
    let names = table.rows.iter().filter_map(|row| properties::name(row.cells.first()?));
    let known = names.filter(|name| members.contains(name.text.as_ref())).count();
    known * 2 > table.rows.len()
}
