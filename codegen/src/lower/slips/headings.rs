//! Headings: those of sections, the words for kinds of types in titles, and headings that Markdown takes for text.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::diagnostic::rules::BROKEN_HEADING;
use crate::diagnostic::{Diagnostic, Diagnostics, Edit};
use crate::lower::language::Language;
use crate::lower::section::{Topic, known_topic};
use crate::lower::tables::{Format, format, is_one};
use crate::model::name::{is_camel, is_qualified_identifier};
use crate::page::{Block, Heading, Page, Section};
use crate::source::Span;
use crate::spelling::is_misspelt;

use super::{meant, only_words};

/// Headings that tell what stands below them.
const HEADINGS: [&str; 7] =
    ["Properties", "Relationships", "Members", "Methods", "JSON representation", "Derived types", "Functions"];

/// What stands behind the name in a title, and before [`TYPE`].
const KINDS: [&str; 4] = ["resource", "enum", "complex", "entity"];
const TYPE: &str = "type";

/// What stands behind the name above the members of an enum.
const VALUES: &str = "values";

/// Where the heading of a section is misspelt, and what is meant there.
pub(super) fn meant_heading(section: &Section<'_>) -> Option<(Range<usize>, &'static str)> {
    let heading = section.heading.as_ref().filter(|heading| heading.anchor.or(heading.id).is_none())?;
    let text = only_words(&heading.text)?;
    if heading.level == 1 {
        return meant_kind(text);
    }
    let all = |meant| (0..text.len(), meant);
    meant(text, &HEADINGS).filter(|_| is_unknown(heading, text)).map(all).or_else(|| meant_values(section, text))
}

/// Whether the words say nothing that we know. Those about JSON are known by their beginning, but for the hyphen of
/// other languages.
fn is_unknown(heading: &Heading<'_>, text: &str) -> bool {
    known_topic(heading).is_none_or(|topic| topic == Topic::Json && text.contains(' '))
}

/// The slip in `berth resouce type`.
fn meant_kind(title: &str) -> Option<(Range<usize>, &'static str)> {
    let mut words = title.split(' ');
    let (name, kind, ty) = (words.next()?, words.next()?, words.next()?);
    if words.next().is_some() || !is_qualified_identifier(name) {
        return None;
    }
    let behind = title.len() - ty.len();
    let in_kind = meant(kind, &KINDS).filter(|_| ty.eq_ignore_ascii_case(TYPE));
    let in_type = || is_one(kind, &KINDS) && is_misspelt(ty, TYPE);
    in_kind
        .map(|meant| (name.len() + 1..behind - 1, meant))
        .or_else(|| in_type().then_some((behind..title.len(), TYPE)))
}

/// The slip in `berthState vaules`, above a table of members.
fn meant_values(section: &Section<'_>, text: &str) -> Option<(Range<usize>, &'static str)> {
    let (name, last) = text.split_once(' ')?;
    let lists_members =
        || section.tables().any(|table| format(table, Topic::Other, Language::English) == Some(Format::Members));
    let is_meant = is_camel(name) && is_misspelt(last, VALUES) && lists_members();
    is_meant.then_some((name.len() + 1..text.len(), VALUES))
}

/// Makes headings of what is meant to be some: `Properties` with nothing before it, above a table, on a page without
/// such a heading.
pub(super) fn lift(page: &mut Page<'_>, cx: &mut Diagnostics) {
    let headings = page.sections.iter().filter_map(|section| section.heading.as_ref());
    let mut topics: BTreeSet<Topic> = headings.filter_map(known_topic).collect();
    let mut at = 0;
    while let Some(section) = page.sections.get_mut(at) {
        let meant = |place: usize| bare(&section.blocks[place..]).filter(|topic| !topics.contains(topic));
        if let Some((place, topic)) = (0..section.blocks.len()).find_map(|place| Some((place, meant(place)?))) {
            topics.insert(topic);
            let lifted = split(section, place, cx);
            page.sections.splice(at + 1..at + 1, lifted);
        }
        at += 1;
    }
}

/// What a table is about, if `blocks` begin with the bare words of its heading. A note may stand in between.
fn bare(blocks: &[Block<'_>]) -> Option<Topic> {
    let [Block::Paragraph(words), behind @ ..] = blocks else { return None };
    let topic = match only_words(words)? {
        "Properties" => Topic::Properties,
        "Relationships" => Topic::Relationships,
        "Members" => Topic::Members,
        _ => return None,
    };
    matches!(behind, [Block::Table(_), ..] | [Block::Quote(_), Block::Table(_), ..]).then_some(topic)
}

/// Takes the paragraph at `place`, and what follows it, out of a section, as one of its own.
fn split<'s>(section: &mut Section<'s>, place: usize, cx: &mut Diagnostics) -> Option<Section<'s>> {
    let mut blocks = section.blocks.split_off(place);
    let behind = blocks.split_off(1);
    let Some(Block::Paragraph(text)) = blocks.pop() else { return None };
    let message = "a heading has no `#` before it";
    let broken = Diagnostic::new(&BROKEN_HEADING, message, text.span, "for Markdown, this is a paragraph");
    let start = Span { end: text.span.start, ..text.span };
    cx.report(broken.with_edits([Edit { span: start, text: "## ".to_owned() }]));
    let heading = Heading { level: 2, text, is_spaced: true, anchor: None, id: None };
    Some(Section { heading: Some(heading), blocks: behind })
}
