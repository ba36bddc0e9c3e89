//! Which types a page defines.

mod names;

use crate::diagnostic::Diagnostics;
use crate::model::{EvidenceKind, QualifiedName, Spanned};
use crate::page::{Json, Section};

use super::further_types::further_types;
use super::json::metadata::{self, ResourceBlock};
use super::section::{self, Topic};
use super::tables::{self, Format};
use super::{Context, Definitions, enums, inheritance, json, structured};

pub(super) use names::name_of_title;
use names::{name_of_block, name_of_json, singular};

/// A type that a page is about: its name, and its metadata and JSON representation, where it has any.
pub(super) struct Subject<'p, 's> {
    pub(super) name: Spanned<QualifiedName>,
    /// What kind of statement the name was read from.
    pub(super) named_by: EvidenceKind,
    pub(super) block: Option<ResourceBlock<'p, 's>>,
    pub(super) json: Option<Json<'s>>,
}

impl Subject<'_, '_> {
    /// A type that has neither metadata nor JSON, called as a heading has it.
    pub(super) fn called(name: Spanned<QualifiedName>) -> Self {
        Self { name, named_by: EvidenceKind::Name, block: None, json: None }
    }
}

/// Everything that the page defines.
pub(super) fn definitions<'s>(
    context: &Context<'_, 's>,
    topics: &[(Topic, &Section<'s>)],
    cx: &mut Diagnostics,
) -> Definitions<'s> {
    let mut definitions = Definitions::default();
    let mut blocks = metadata::resource_blocks(context, cx);
    // The metadata may stand anywhere on the page, not just before the JSON representation.
    if let [only] = blocks.as_mut_slice() {
        only.code = only.code.or_else(|| json::representation::of_section(topics));
    }
    // Since 2025, pages of enums may have a resource block, too (`riskdetail.md`), but nothing else that a resource
    // has.
    if let Some(own) = enum_of_title(context, topics)
        && (blocks.is_empty() || !has_table(context, topics, is_structural))
    {
        definitions.enums = enums::enums(context, topics, Some(&own), cx);
        return definitions;
    }
    let subject =
        if blocks.is_empty() { of_json_or_title(context, topics, cx) } else { of_blocks(context, blocks, cx) };
    definitions.structured.extend(subject.map(|subject| structured::structured(context, topics, subject, cx)));
    definitions.structured.extend(further_types(context, topics, &definitions.structured, cx));
    definitions.enums = enums::enums(context, topics, None, cx);
    definitions
}

/// The subject of a page without metadata: named by the JSON representation, or by the title.
fn of_json_or_title<'p, 's>(
    context: &Context<'p, 's>,
    topics: &[(Topic, &Section<'s>)],
    cx: &mut Diagnostics,
) -> Option<Subject<'p, 's>> {
    let of_title = type_of_title(context, topics);
    let code = json::representation::of_section(topics);
    let code = code.filter(|code| of_title.is_some() || code.text.contains("@odata.type"));
    let json = code.and_then(|code| json::representation::read(code, cx));
    match json.as_ref().and_then(|json| name_of_json(context, json)) {
        Some(name) => Some(Subject { json, named_by: EvidenceKind::Json, ..Subject::called(name) }),
        None => Some(Subject { json, ..Subject::called(of_title?) }),
    }
}

/// The subject of a page with metadata. Where there are several blocks, the others are examples of it, or of other
/// types: the title tells which is the one, else it is the first.
fn of_blocks<'p, 's>(
    context: &Context<'p, 's>,
    blocks: Vec<ResourceBlock<'p, 's>>,
    cx: &mut Diagnostics,
) -> Option<Subject<'p, 's>> {
    let mut named: Vec<Subject<'p, 's>> = Vec::new();
    for block in blocks {
        let json = block.code.and_then(|code| json::representation::read(code, cx));
        if let Some((name, named_by)) = name_of_block(context, &block, json.as_ref(), cx) {
            named.push(Subject { name, named_by, block: Some(block), json });
        }
    }
    let title = context.title.short_name();
    let is_of_title =
        |subject: &Subject<'_, '_>| title.is_some_and(|title| subject.name.value.name().eq_ignore_ascii_case(title));
    let chosen = named.iter().position(is_of_title).unwrap_or(0);
    (chosen < named.len()).then(|| named.swap_remove(chosen))
}

/// The enum that the page is about, if its title says "enum" and it has a table of members.
fn enum_of_title(context: &Context<'_, '_>, topics: &[(Topic, &Section<'_>)]) -> Option<Spanned<QualifiedName>> {
    let is_collection_of_enums = context.file_name().starts_with("enums");
    // In a language without words of ours, an enum has members, and nothing that a resource has.
    let is_shaped_so = || {
        context.language.is_translated()
            && context.title.is_type
            && !has_table(context, topics, is_structural)
            && json::representation::of_section(topics).is_none()
    };
    // Some titles say "resource type" (`informationbarriermode.md`), and the only table is one of members.
    let has_only_members = || {
        let is_own = |format, topic| format == Format::Members && topic == Topic::Members;
        context.title.is_type && has_table(context, topics, is_own) && !has_table(context, topics, is_structural)
    };
    if is_collection_of_enums || !context.title.is_enum && !is_shaped_so() && !has_only_members() {
        return None;
    }
    let has_members = has_table(context, topics, |format, topic| format == Format::Members && topic != Topic::Values);
    name_of_title(context).filter(|_| has_members)
}

/// The type that a page without metadata is about: its title must say so, and there must be something to read.
fn type_of_title(context: &Context<'_, '_>, topics: &[(Topic, &Section<'_>)]) -> Option<Spanned<QualifiedName>> {
    // A type without properties has a section that says "None".
    let has_section = topics.iter().any(|(topic, _)| *topic == Topic::Properties);
    // `educationsynchronizationdataprovider.md` is nothing but a sentence, and three types derive from it.
    let is_abstract = || {
        let passages = section::passages(topics);
        let introduction = passages.iter().filter(|passage| passage.topic == Topic::Introduction);
        introduction.filter_map(inheritance::words_of).any(|(words, text)| inheritance::says_abstract(words, text))
    };
    let is_read =
        |format, topic| format != Format::Members && (topic == Topic::Introduction || is_structural(format, topic));
    let readable = has_section
        || has_table(context, topics, is_read)
        || json::representation::of_section(topics).is_some()
        || is_abstract();
    let named = context.title.is_type && !context.title.is_enum && readable;
    let name = name_of_title(context).filter(|_| named)?;
    Some(Spanned::new(singular(context, &name.value), name.span))
}

/// Whether a table of this `format` is of properties or relationships, in a section for them.
fn is_structural(format: Format, topic: Topic) -> bool {
    format != Format::Members && topic.is_structural()
}

fn has_table(context: &Context<'_, '_>, topics: &[(Topic, &Section<'_>)], is: impl Fn(Format, Topic) -> bool) -> bool {
    topics.iter().any(|(topic, section)| {
        let mut formats = section.tables().filter_map(|table| tables::format(table, *topic, context.language));
        formats.any(|format| is(format, *topic))
    })
}
