//! The JSON in the comment before a JSON representation.

use std::borrow::Cow;

use crate::diagnostic::rules::INVALID_METADATA;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::lower::Context;
use crate::lower::section::is_tab;
use crate::lower::slips;
use crate::model::name::{is_identifier, is_qualified_identifier};
use crate::model::{Claim, EvidenceKind, Spanned};
use crate::page::json::{self, Json, JsonKind};
use crate::page::{Block, Code, Section};
use crate::source::SourceId;
use crate::spelling::is_slip;

/// A comment with `"blockType": "resource"`, and the code block behind it.
pub(in crate::lower) struct ResourceBlock<'p, 's> {
    /// The comment's JSON.
    pub(in crate::lower) metadata: Json<'s>,
    /// The JSON representation, if the comment stands before a code block.
    pub(in crate::lower) code: Option<&'p Code<'s>>,
}

impl ResourceBlock<'_, '_> {
    /// The type's name: `@odata.type`, or `@type`.
    pub(in crate::lower) fn type_name(&self) -> Option<Spanned<&str>> {
        TYPE.iter().find_map(|key| {
            let value = value_of(&self.metadata, key)?;
            let text = value.as_str()?.lines().next()?.trim();
            let inner = text.strip_prefix("Collection(").map_or(text, |inner| inner.trim_end_matches(')'));
            Some(Spanned::new(inner, value.span))
        })
    }

    /// The first of `keys` that is a truth value.
    pub(in crate::lower) fn flag(&self, keys: &[&str]) -> Option<Spanned<bool>> {
        keys.iter().find_map(|key| {
            let value = value_of(&self.metadata, key)?;
            Some(Spanned::new(value.as_bool()?, value.span))
        })
    }

    /// The base's name; none if it is empty or the word `null`.
    pub(in crate::lower) fn base(&self) -> Option<Spanned<&str>> {
        let value = value_of(&self.metadata, BASE_TYPE)?;
        let text = value.as_str()?.trim();
        (!text.is_empty() && text != "null").then(|| Spanned::new(text, value.span))
    }

    /// The names in `optionalProperties`: an array.
    pub(in crate::lower) fn optional<'a>(&self) -> Vec<Spanned<Cow<'a, str>>> {
        let Some(JsonKind::Array(items)) = value_of(&self.metadata, OPTIONAL_PROPERTIES).map(|value| &value.kind)
        else {
            return Vec::new();
        };
        let name = |item: &Json<'_>| Some(Spanned::new(Cow::Owned(item.as_str()?.to_owned()), item.span));
        items.iter().filter_map(name).filter(|name| is_identifier(&name.value)).collect()
    }

    /// The names in `keyProperty`: one, or several as an array or separated by commas.
    pub(in crate::lower) fn key<'a>(&self) -> Vec<Claim<Cow<'a, str>>> {
        let Some(value) = value_of(&self.metadata, KEY_PROPERTY) else { return Vec::new() };
        let names = |value: &Json<'_>| {
            let text = value.as_str().unwrap_or_default();
            let names = text.split([',', ' ']).filter(|name| !name.is_empty() && *name != "null");
            names
                .map(|name| Claim::new(Cow::Owned(name.to_owned()), EvidenceKind::Metadata, value.span))
                .collect::<Vec<_>>()
        };
        match &value.kind {
            JsonKind::Array(items) => items.iter().flat_map(names).collect(),
            _ => names(value),
        }
    }
}

/// The resource blocks of the page, in its order.
pub(in crate::lower) fn resource_blocks<'p, 's>(
    context: &Context<'p, 's>,
    cx: &mut Diagnostics,
) -> Vec<ResourceBlock<'p, 's>> {
    let mut blocks = Vec::new();
    let in_tabs = in_tabs(&context.page.sections);
    for (section, in_tabs) in context.page.sections.iter().zip(in_tabs) {
        let mut behind = section.blocks.iter();
        while let Some(block) = behind.next() {
            let Block::Comment(comment) = block else { continue };
            if !is_metadata(comment.text) {
                continue;
            }
            // If the end of the comment is missing, what stands behind the JSON isn't meant to be any.
            let mut swallowed = Diagnostics::new();
            let cx_of_text = if comment.is_closed { &mut *cx } else { &mut swallowed };
            let read = super::read(comment.text, comment.span, "the metadata comment", cx_of_text);
            let Some(metadata) = read else { continue };
            if is_of_resource(&metadata) {
                check(&metadata, cx);
                let code = match behind.as_slice().first() {
                    Some(Block::Code(code)) => Some(code),
                    None => in_tabs,
                    Some(_) => None,
                };
                blocks.push(ResourceBlock { metadata, code });
            }
        }
    }
    blocks
}

/// The value of `key`, in whatever case it is written.
fn value_of<'m, 's>(metadata: &'m Json<'s>, key: &str) -> Option<&'m Json<'s>> {
    let mut members = metadata.members().iter().rev();
    members.find(|(known, _)| known.name.eq_ignore_ascii_case(key)).map(|(_, value)| value)
}

/// Whether a comment says what the block behind it is, however the key is written.
fn is_metadata(comment: &str) -> bool {
    let is_key = |bytes: &[u8]| bytes.eq_ignore_ascii_case(BLOCK_TYPE.as_bytes());
    let is_misspelt = || {
        let mut words = comment.split(|c: char| !c.is_ascii_alphabetic());
        comment.trim_start().starts_with('{') && words.any(|word| is_slip(word, BLOCK_TYPE))
    };
    comment.contains(BLOCK_TYPE) || comment.as_bytes().windows(BLOCK_TYPE.len()).any(is_key) || is_misspelt()
}

/// Whether metadata stand in a text that is no comment.
pub(in crate::lower) fn are_in(text: &str, source: SourceId) -> bool {
    let json = || text.find('{').and_then(|at| json::parse(source, &text[at..], 0).0);
    is_metadata(text) && json().is_some_and(|json| block_type(&json).is_some())
}

/// What kind of block the metadata are of.
fn block_type<'m>(metadata: &'m Json<'_>) -> Option<Spanned<&'m str>> {
    let misspelt = || metadata.members().iter().find(|(key, _)| is_slip(&key.name, BLOCK_TYPE)).map(|(_, value)| value);
    let value = value_of(metadata, BLOCK_TYPE).or_else(misspelt)?;
    Some(Spanned::new(value.as_str()?, value.span))
}

fn is_of_resource(metadata: &Json<'_>) -> bool {
    block_type(metadata).is_some_and(|it| it.value.eq_ignore_ascii_case(RESOURCE) || is_slip(it.value, RESOURCE))
}

/// The first JSON in the tabs that follow each section, if there are any.
fn in_tabs<'p, 's>(sections: &'p [Section<'s>]) -> Vec<Option<&'p Code<'s>>> {
    let mut found = vec![None; sections.len()];
    for (at, tab) in sections.iter().enumerate().skip(1).rev() {
        if tab.heading.as_ref().is_some_and(is_tab) {
            found[at - 1] = match tab.blocks.first() {
                Some(Block::Code(code)) if code.text.trim_start().starts_with(['{', '[']) => Some(code),
                _ => found[at],
            };
        }
    }
    found
}

/// The keys that are read.
const BLOCK_TYPE: &str = "blockType";
const RESOURCE: &str = "resource";
const BASE_TYPE: &str = "baseType";
const KEY_PROPERTY: &str = "keyProperty";
const OPTIONAL_PROPERTIES: &str = "optionalProperties";
const TYPE: [&str; 3] = ["@odata.type", "@type", "odata.type"];
/// Those of truth values.
pub(in crate::lower) const ABSTRACT: [&str; 2] = ["abstract", "isAbstract"];
pub(in crate::lower) const OPEN: [&str; 2] = ["openType", "isOpen"];

/// What metadata may have besides.
const OTHERS: [&str; 10] = [
    "isMediaEntity",
    "isCollection",
    "@odata.annotations",
    "@type.aka",
    "@property.aka",
    "name",
    "truncated",
    "scopes",
    "sampleKeys",
    "expectError",
];

/// Reports keys that are misspelt, and values that nothing can be made of.
fn check(metadata: &Json<'_>, cx: &mut Diagnostics) {
    let single = [BLOCK_TYPE, BASE_TYPE, KEY_PROPERTY, OPTIONAL_PROPERTIES];
    let known = [&single[..], &TYPE, &ABSTRACT, &OPEN, &OTHERS].concat();
    let is_read = |name: &str, meant: &str| {
        name.eq_ignore_ascii_case(meant) || meant == BLOCK_TYPE && value_of(metadata, BLOCK_TYPE).is_none()
    };
    super::check_spelling(metadata.members().iter().map(|(key, _)| key), &known, is_read, cx);
    if let Some(misspelt) = block_type(metadata).filter(|it| is_slip(it.value, RESOURCE)) {
        let (written, span) = (misspelt.value, misspelt.span);
        let found = slips::misspelt(written, "kind of block", RESOURCE, span, "read nevertheless");
        cx.report(found.with_edits([super::in_quotes(RESOURCE, span)]));
    }
    for (key, value) in metadata.members() {
        let name = key.name.as_ref();
        let is_flag = ABSTRACT.contains(&name) || OPEN.contains(&name);
        let wrong = match (name, &value.kind) {
            (_, JsonKind::Null) => None,
            _ if is_flag => value.as_bool().is_none().then_some("takes `true` or `false`"),
            (BASE_TYPE, JsonKind::String(text)) => {
                let text = text.trim().trim_start_matches('#');
                let is_name = text.is_empty() || is_qualified_identifier(text);
                (!is_name).then_some("takes a name such as `microsoft.graph.entity`")
            }
            (BASE_TYPE, _) => Some("takes a name such as `microsoft.graph.entity`"),
            (KEY_PROPERTY, JsonKind::String(_) | JsonKind::Array(_)) => None,
            (KEY_PROPERTY, _) => Some("takes the name of a property"),
            _ => None,
        };
        if let Some(wrong) = wrong {
            let message = format!("`{name}` in the metadata {wrong}");
            cx.report(Diagnostic::new(&INVALID_METADATA, message, value.span, "passed over"));
        }
    }
}
