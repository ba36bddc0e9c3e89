//! The entity or complex type that a page is about.

use std::borrow::Cow;

use crate::diagnostic::Diagnostics;
use crate::model::name::is_qualified_identifier;
use crate::model::{Claim, EvidenceKind, NamedRef, Run, StructuredType};
use crate::page::Section;

use super::definition::Subject;
use super::inheritance::derived;
use super::json::metadata::{self, ResourceBlock};
use super::prose::docs;
use super::prose::phrases::{Says, Text};
use super::section::{self, Passage, Topic};
use super::{Context, deprecation, facts, inheritance, json, methods, only, properties};

/// All that the page says about the type that is its `subject`.
pub(super) fn structured<'s>(
    context: &Context<'_, 's>,
    topics: &[(Topic, &Section<'s>)],
    Subject { name, named_by, block, json }: Subject<'_, 's>,
    cx: &mut Diagnostics,
) -> StructuredType<'s> {
    let (block, json) = (block.as_ref(), json.as_ref());
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
        properties: properties::tables::properties(context, topics, name.value.name(), &sample, cx),
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
    json::representation::stand_in_for_tables(&mut ty);
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
        let Some((words, text)) = inheritance::words_of(passage) else { continue };
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
