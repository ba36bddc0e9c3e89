//! What a section of a page is about.
//!
//! Localised pages put the English anchor before the translated words, so the anchor decides where there is one. IDs
//! (`{#properties}`) may be in any language: one that we know decides, the others say nothing.

pub(super) mod enum_headings;
pub(super) mod learned;
mod passages;
mod shape;
pub(super) mod words;

use std::cell::OnceCell;

use crate::hash::HashSet;
use crate::model::name::{begins_small, is_identifier};
use crate::page::{Block, Heading, Inlines, Page, Section};

use super::language::Language;

use learned::Headings;
pub(super) use passages::{Passage, passages};

/// What a section is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Topic {
    /// Before the first heading of the second level.
    Introduction,
    /// Properties, or a group of them (`### … (email)` on `tiIndicator`).
    Properties,
    /// Relationships.
    Relationships,
    /// The JSON representation.
    Json,
    /// Methods.
    Methods,
    /// The members of the enum that the page is about.
    Members,
    /// The members of the enum that the heading names: `### riskLevel values`.
    Values,
    /// Annotations that only requests carry.
    InstanceAttributes,
    /// The types that derive from this one.
    DerivedTypes,
    /// Anything else.
    Other,
}

impl Topic {
    /// Whether it is properties or relationships.
    pub(super) fn is_structural(self) -> bool {
        matches!(self, Self::Properties | Self::Relationships)
    }
}

/// Every section of a page in `language` with its topic; `headings` are those that other pages explain.
pub(super) fn topics<'p, 's>(
    page: &'p Page<'s>,
    language: Language,
    headings: &Headings,
) -> Vec<(Topic, &'p Section<'s>)> {
    let mut stack: Vec<(u8, Topic)> = Vec::new();
    let (mut in_introduction, mut has_title) = (true, false);
    let linked = OnceCell::new();
    let topic = |section: &'p Section<'s>| {
        let Some(heading) = &section.heading else { return (Topic::Introduction, section) };
        // `# [Harbour](#tab/harbour)` goes on with what the section is about.
        if is_tab(heading) {
            let around = stack.last().map_or(Topic::Introduction, |(_, topic)| *topic);
            return (if in_introduction { Topic::Introduction } else { around }, section);
        }
        // Sections may be of the title's level.
        if heading.level == 1 && (!has_title || topic_of(heading) == Topic::Other) {
            has_title = true;
            stack.clear();
            return (if in_introduction { Topic::Introduction } else { Topic::Other }, section);
        }
        in_introduction = false;
        let mut topic = topic_of(heading);
        if topic == Topic::Other && is_linked_value(heading, || linked.get_or_init(|| linked_fragments(page))) {
            topic = Topic::Values;
        }
        if topic == Topic::Other && language.is_translated() && heading.anchor.is_none() {
            let of_words = words::topic(&heading.text.plain());
            topic = of_words.or_else(|| headings.topic(heading)).unwrap_or(Topic::Other);
        }
        stack.retain(|(level, _)| *level < heading.level);
        if let (Topic::Other, Some((_, parent))) = (topic, stack.last())
            && parent.is_structural()
            && !is_about_something_else(heading)
            && !(language.is_translated() && heading.anchor.is_none() && shape::lists_members(section))
        {
            topic = *parent;
        }
        stack.push((heading.level, topic));
        (topic, section)
    };
    let mut topics: Vec<_> = page.sections.iter().map(topic).collect();
    if language.is_translated() {
        shape::restore(&mut topics);
    }
    topics
}

/// Whether each section has a heading about something else, or stands below one: the `#### Properties` of a `## Token
/// lifetime policy` aren't those of the page's type.
pub(super) fn below_other(topics: &[(Topic, &Section<'_>)]) -> Vec<bool> {
    below(topics, |_| true)
}

/// Whether each section has a heading, or stands below one, that is an identifier other than `own`, the name of the
/// page's type: `### validatingDomains` among "New complex types" (`federatedtokenvalidationpolicy.md`).
pub(super) fn below_identifier(topics: &[(Topic, &Section<'_>)], own: &str) -> Vec<bool> {
    below(topics, |heading| {
        let text = heading.text.plain();
        let name = text.trim();
        let is_name = begins_small(name) && is_identifier(name);
        is_name && !name.eq_ignore_ascii_case(own)
    })
}

fn below(topics: &[(Topic, &Section<'_>)], is_such: impl Fn(&Heading<'_>) -> bool) -> Vec<bool> {
    let mut stack: Vec<(u8, bool)> = Vec::new();
    let below = |(topic, section): &(Topic, &Section<'_>)| {
        let Some(heading) = section.heading.as_ref().filter(|heading| heading.level > 1) else { return false };
        stack.retain(|(level, _)| *level < heading.level);
        stack.push((heading.level, *topic == Topic::Other && is_such(heading)));
        stack.iter().any(|(_, is_such)| *is_such)
    };
    topics.iter().map(below).collect()
}

/// Whether the heading is the label of a tab, whatever its level.
pub(super) fn is_tab(heading: &Heading<'_>) -> bool {
    heading.text.links().any(|(_, target)| target.starts_with("#tab/"))
}

/// The blocks of the sections on `topic`.
pub(super) fn blocks<'p, 's>(topics: &[(Topic, &'p Section<'s>)], topic: Topic) -> impl Iterator<Item = &'p Block<'s>> {
    topics.iter().filter(move |(found, _)| *found == topic).flat_map(|(_, section)| &section.blocks)
}

/// What an English anchor or ID says, or an English heading.
pub(super) fn topic_of(heading: &Heading<'_>) -> Topic {
    let topic = topic_of_slug(&slug(heading));
    if topic == Topic::Other && heading.anchor.or(heading.id).is_some() {
        return topic_of_slug(&slug_of(&heading.text.plain()));
    }
    topic
}

fn topic_of_slug(slug: &str) -> Topic {
    // `## 2.1 Properties`
    let slug = slug.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-');
    match slug {
        "properties"
        | "property"
        | "common-properties"
        | "resource-properties"
        | "properties-1"
        | "properties-and-relationships"
        | "fields"
        | "attributes" => Topic::Properties,
        "relationships" | "relationship" | "navigation-properties" | "relationships-1" => Topic::Relationships,
        "json" => Topic::Json,
        "functions" | "tasks" => Topic::Methods,
        "members" | "member" | "values" | "enumeration-values" | "enum-values" => Topic::Members,
        "derived-types" | "subtypes" => Topic::DerivedTypes,
        _ if slug.starts_with("json-rep") => Topic::Json,
        _ if slug.starts_with("method") => Topic::Methods,
        _ if slug.starts_with("instance-attribute") => Topic::InstanceAttributes,
        // `### weekDays values (flags)`
        _ if VALUES.iter().any(|ending| slug.trim_end_matches("-flags").ends_with(ending)) => Topic::Values,
        _ => Topic::Other,
    }
}

/// What a heading says in a language that we know.
pub(super) fn known_topic(heading: &Heading<'_>) -> Option<Topic> {
    let english = Some(topic_of(heading)).filter(|topic| *topic != Topic::Other);
    english.or_else(|| words::topic(&heading.text.plain()))
}

/// How the headings end above an enum's members.
const VALUES: [&str; 5] = ["-values", "-enumeration", "-enum", "-enum-type", "-值"];

/// Whether the heading says `mooringKind value`, and a type on the page links to it, which makes it one of the
/// fragments in `linked`. Without a link, it explains the value of a property (`responseMode` on
/// `openidconnectidentityprovider.md`).
fn is_linked_value<'f>(heading: &Heading<'_>, linked: impl FnOnce() -> &'f HashSet<&'f str>) -> bool {
    heading.text.plain().trim_end().ends_with("value") && linked().contains(slug(heading).as_str())
}

/// The fragments to which the types in the tables of `page` link: `mooringkind-value`.
fn linked_fragments<'p>(page: &'p Page<'_>) -> HashSet<&'p str> {
    let types = page.tables().flat_map(|table| &table.rows).filter_map(|row| row.cells.get(1));
    types.flat_map(Inlines::links).filter_map(|(_, target)| Some(target.split_once('#')?.1)).collect()
}

/// Whether a heading among the properties is about something else: policy pages explain, under a heading of its own,
/// the JSON that the text of a property holds.
fn is_about_something_else(heading: &Heading<'_>) -> bool {
    let words = heading.text.plain().to_lowercase();
    words.contains("definition") || words.contains("example")
}

/// The heading's anchor or ID, or its words written like one: in lower case, with `-` between them.
pub(super) fn slug(heading: &Heading<'_>) -> String {
    heading.anchor.or(heading.id).map_or_else(|| slug_of(&heading.text.plain()), slug_of)
}

fn slug_of(words: &str) -> String {
    let mut slug = String::with_capacity(words.len());
    for c in words.chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if c.is_alphanumeric() || c == '_' {
            slug.extend(c.to_lowercase());
        } else if !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_matches('-').to_owned()
}
