//! Which types a page defines, and what they are called.
//!
//! The metadata name the type; the title only where they don't. Titles of Excel's pages say `Chart` for
//! `workbookChart`.

use crate::diagnostic::rules::{CONFLICTING_NAME, INVALID_TYPE_NAME, NAME_CASE, UNNAMED_TYPE};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::name::is_qualified_identifier;
use crate::model::namespace::ROOT;
use crate::model::{EvidenceKind, PageName, QualifiedName, Spanned};
use crate::page::{Json, Section};

use super::further_types::further_types;
use super::json::metadata::{self, ResourceBlock};
use super::section::{self, Topic};
use super::tables::{self, Format};
use super::{Context, Definitions, conflicting_names, enums, inheritance, json, namespace, structured};

/// A type that a page is about: its name, and its metadata and JSON representation, where it has any.
pub(super) struct Subject<'p, 's> {
    pub(super) name: Spanned<QualifiedName>,
    /// What kind of statement the name was read from.
    pub(super) named_by: EvidenceKind,
    pub(super) block: Option<ResourceBlock<'p, 's>>,
    pub(super) json: Option<Json<'s>>,
}

impl Subject<'_, '_> {
    /// A type of which nothing but a heading tells the `name`.
    pub(super) fn called(name: Spanned<QualifiedName>) -> Self {
        Self { name, named_by: EvidenceKind::Name, block: None, json: None }
    }
}

/// A type's name, and what kind of statement it was read from.
type Name = (Spanned<QualifiedName>, EvidenceKind);

/// Everything that the page defines.
pub(super) fn definitions<'s>(
    context: &Context<'_, 's>,
    topics: &[(Topic, &Section<'s>)],
    cx: &mut Diagnostics,
) -> Definitions<'s> {
    let mut definitions = Definitions::default();
    let mut blocks = metadata::resource_blocks(context, cx);
    // Metadata may stand anywhere on the page.
    if let [only] = blocks.as_mut_slice() {
        only.code = only.code.or_else(|| json::representation::without_metadata(topics));
    }
    // Since 2025 some enums' pages have a resource block, too (`riskdetail.md`), but nothing that a resource has.
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
    let code = json::representation::without_metadata(topics);
    let code = code.filter(|code| of_title.is_some() || code.text.contains("@odata.type"));
    let json = code.and_then(|code| json::representation::read(code, cx));
    match json.as_ref().and_then(|json| name_of_json(context, json)) {
        Some(name) => Some(Subject { json, named_by: EvidenceKind::Json, ..Subject::called(name) }),
        None => Some(Subject { json, ..Subject::called(of_title?) }),
    }
}

/// The subject of a page with metadata. Where there are several blocks, the others are examples of it, or of other types:
/// the title tells which is the one, else it is the first.
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

fn name_of_block(
    context: &Context<'_, '_>,
    block: &ResourceBlock<'_, '_>,
    json: Option<&Json<'_>>,
    cx: &mut Diagnostics,
) -> Option<Name> {
    let valid = |name: &Spanned<&str>| is_qualified_identifier(name.value.trim_start_matches('#'));
    if let Some(name) = block.type_name() {
        if valid(&name) {
            let full = with_capitals(context, qualified(context, name)?, cx);
            if let Some(by_json) = outvoted(context, &full, json, cx) {
                return Some((by_json, EvidenceKind::Json));
            }
            conflicting_names::of_namespace(context, &name, cx);
            return Some((full, EvidenceKind::Metadata));
        }
        let message = format!("`{}` is not the name of a type", name.value);
        let label = "expected a name such as `microsoft.graph.user`";
        cx.report(Diagnostic::new(&INVALID_TYPE_NAME, message, name.span, label));
    }
    if let Some(name) = json.and_then(json::representation::type_name).filter(valid) {
        return Some((qualified(context, name)?, EvidenceKind::Json));
    }
    let message = "this resource block does not name its type";
    let label = "`@odata.type` is missing; the title decides";
    cx.report(Diagnostic::new(&UNNAMED_TYPE, message, block.metadata.span, label));
    Some((name_of_title(context)?, EvidenceKind::Name))
}

/// The name on which title, file and JSON representation agree, where the metadata have `another`: `accessPackageAttribute`
/// on `accesspackageresourceattribute.md`, which other pages link to by its own.
fn outvoted(
    context: &Context<'_, '_>,
    another: &Spanned<QualifiedName>,
    json: Option<&Json<'_>>,
    cx: &mut Diagnostics,
) -> Option<Spanned<QualifiedName>> {
    let title = context.title.short_name()?;
    if title.eq_ignore_ascii_case(another.value.name()) {
        return None;
    }
    let name = name_of_json(context, json?)?;
    if !title.eq_ignore_ascii_case(name.value.name()) {
        return None;
    }
    let message = format!("the metadata name `{}` on the page of `{}`", another.value.name(), name.value.name());
    let found = Diagnostic::new(&CONFLICTING_NAME, message, another.span, "passed over");
    let label = "the title and the JSON representation are taken";
    cx.report(found.with_label(name.span, label).with_help("correct `@odata.type`"));
    Some(name)
}

/// The name in full. Metadata that lack the namespace which the page states are completed (`microsoft.graph.task` on a
/// page of `microsoft.graph.identityGovernance`).
fn qualified(context: &Context<'_, '_>, name: Spanned<&str>) -> Option<Spanned<QualifiedName>> {
    let parsed = QualifiedName::parse(name.value, &context.namespace)?;
    let lacks = parsed.namespace().is_root() && namespace::is_below_root(&context.namespace);
    let full = if lacks { QualifiedName::new(&context.namespace, parsed.name()) } else { parsed };
    Some(Spanned::new(full, name.span))
}

/// The name as the title spells it, if the metadata have lost all its capitals: `recurrencePattern` for
/// `recurrencepattern`. A capital in front is none of the name (`Photo` on `photo.md`).
fn with_capitals(
    context: &Context<'_, '_>,
    name: Spanned<QualifiedName>,
    cx: &mut Diagnostics,
) -> Spanned<QualifiedName> {
    let written = name.value.name();
    let Some(title) = context.title.short_name().filter(|title| title.eq_ignore_ascii_case(written)) else {
        return name;
    };
    let has_capitals = |name: &str| name.bytes().skip(1).any(|b| b.is_ascii_uppercase());
    let is_shouted = !title.bytes().any(|b| b.is_ascii_lowercase());
    if has_capitals(written) || !has_capitals(title) || is_shouted {
        return name;
    }
    let better = QualifiedName::new(&name.value.namespace(), &format!("{}{}", &written[..1], &title[1..]));
    let message = format!("the type `{written}` is taken for `{}`", better.name());
    let differs = Diagnostic::new(&NAME_CASE, message, name.span, "spelled in another way here");
    cx.report(differs.with_label(context.title.span, "spelled so here"));
    Spanned::new(better, name.span)
}

/// The name in the title.
pub(super) fn name_of_title(context: &Context<'_, '_>) -> Option<Spanned<QualifiedName>> {
    let name = context.title.name.as_deref()?;
    let full = QualifiedName::parse(name, &context.namespace)?;
    Some(Spanned::new(full, context.title.span))
}

/// The name in the JSON of a page without metadata, if the page is called so. Else it may be an example of a derived
/// type.
fn name_of_json(context: &Context<'_, '_>, json: &Json<'_>) -> Option<Spanned<QualifiedName>> {
    let name = json::representation::type_name(json)?;
    let name = Spanned::new(name.value.trim_start_matches('#'), name.span);
    if !is_qualified_identifier(name.value) || !name.value.starts_with(ROOT) {
        return None;
    }
    let full = qualified(context, name)?;
    let is_called_so = full.value.name().eq_ignore_ascii_case(PageName::of_file(context.file_name()).last_part());
    is_called_so.then_some(full)
}

/// The enum that the page is about, if its title says "enum" and it has a table of members.
fn enum_of_title(context: &Context<'_, '_>, topics: &[(Topic, &Section<'_>)]) -> Option<Spanned<QualifiedName>> {
    let is_collection_of_enums = context.file_name().starts_with("enums");
    // In a language that we have no word for, it is what has members, and nothing that a resource has.
    let is_shaped_so = || {
        context.language.is_translated()
            && context.title.is_type
            && !has_table(context, topics, is_structural)
            && json::representation::without_metadata(topics).is_none()
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
    // A type without properties says so there: "None".
    let has_section = topics.iter().any(|(topic, _)| *topic == Topic::Properties);
    // `educationsynchronizationdataprovider.md` has nothing but a sentence, and three types derive from it.
    let is_abstract = || {
        let passages = section::passages(topics);
        let introduction = passages.iter().filter(|passage| passage.topic == Topic::Introduction);
        introduction.filter_map(inheritance::candidate).any(|(words, text)| inheritance::says_abstract(words, text))
    };
    let is_read =
        |format, topic| format != Format::Members && (topic == Topic::Introduction || is_structural(format, topic));
    let readable = has_section
        || has_table(context, topics, is_read)
        || json::representation::without_metadata(topics).is_some()
        || is_abstract();
    let named = context.title.is_type && !context.title.is_enum && readable;
    let name = name_of_title(context).filter(|_| named)?;
    Some(Spanned::new(singular(context, &name.value), name.span))
}

/// Whether a table is of properties or relationships, and where they belong.
fn is_structural(format: Format, topic: Topic) -> bool {
    format != Format::Members && topic.is_structural()
}

/// Titles such as `accounts resource type` on `dynamics-account.md` mean the singular that the file is called.
fn singular(context: &Context<'_, '_>, name: &QualifiedName) -> QualifiedName {
    let called = PageName::of_file(context.file_name()).last_part();
    let written = name.name();
    let shorter =
        [written.strip_suffix('s').map(str::to_owned), written.strip_suffix("ies").map(|stem| format!("{stem}y"))];
    let found = shorter.into_iter().flatten().find(|shorter| shorter.eq_ignore_ascii_case(called));
    found.map_or_else(|| name.clone(), |found| QualifiedName::new(&name.namespace(), &found))
}

fn has_table(context: &Context<'_, '_>, topics: &[(Topic, &Section<'_>)], is: impl Fn(Format, Topic) -> bool) -> bool {
    topics.iter().any(|(topic, section)| {
        let mut formats = section.tables().filter_map(|table| tables::format(table, *topic, context.language));
        formats.any(|format| is(format, *topic))
    })
}
