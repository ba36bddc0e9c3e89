//! What a section of a page is about.
//!
//! Localised pages put the English anchor before the translated words, so the anchor decides where there is one.

use crate::page::{Block, Heading, Page, Section};

/// What a section is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

/// Every section with its topic.
pub(super) fn topics<'p, 's>(page: &'p Page<'s>) -> Vec<(Topic, &'p Section<'s>)> {
    let mut stack: Vec<(u8, Topic)> = Vec::new();
    let mut in_introduction = true;
    let topic = |section: &'p Section<'s>| {
        let Some(heading) = &section.heading else { return (Topic::Introduction, section) };
        if heading.level == 1 {
            return (if in_introduction { Topic::Introduction } else { Topic::Other }, section);
        }
        in_introduction = false;
        let mut topic = topic_of(heading);
        stack.retain(|(level, _)| *level < heading.level);
        if let (Topic::Other, Some((_, parent @ (Topic::Properties | Topic::Relationships)))) = (topic, stack.last())
            && !is_about_something_else(heading)
        {
            topic = *parent;
        }
        stack.push((heading.level, topic));
        (topic, section)
    };
    page.sections.iter().map(topic).collect()
}

/// The blocks of the sections on `topic`.
pub(super) fn blocks<'p, 's>(topics: &[(Topic, &'p Section<'s>)], topic: Topic) -> impl Iterator<Item = &'p Block<'s>> {
    topics.iter().filter(move |(found, _)| *found == topic).flat_map(|(_, section)| &section.blocks)
}

fn topic_of(heading: &Heading<'_>) -> Topic {
    let slug = slug(heading);
    match slug.as_str() {
        "properties" | "property" | "common-properties" | "resource-properties" | "properties-1" => Topic::Properties,
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

/// How the headings end above an enum's members.
const VALUES: [&str; 5] = ["-values", "-enumeration", "-enum", "-enum-type", "-值"];

/// Policy pages describe the properties of a JSON definition, which is a property's text, under a heading of its own.
fn is_about_something_else(heading: &Heading<'_>) -> bool {
    let words = heading.text.plain().to_lowercase();
    words.contains("definition") || words.contains("example")
}

/// The heading as an anchor: lower case, `-` between the words.
pub(super) fn slug(heading: &Heading<'_>) -> String {
    let words = heading.anchor.map_or_else(|| heading.text.plain(), Into::into);
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
