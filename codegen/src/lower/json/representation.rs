//! JSON representations: they restore a name's spelling and fill gaps, and never overrule a table.

use std::borrow::Cow;

use crate::diagnostic::rules::UNREADABLE_TYPE;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::hash::HashMap;
use crate::lower::only;
use crate::lower::section::{self, Topic};
use crate::model::name::is_identifier;
use crate::model::namespace::ROOT;
use crate::model::{
    Claim, Doc, Evidence, EvidenceKind, Facts, Namespace, Property, QualifiedName, Reference, SampleMember, Spanned,
    StructuredType, TypeRef,
};
use crate::page::json::{Json, JsonKind, Key};
use crate::page::{Block, Code, Section};

use super::values::{says_identifier, says_type, type_of};

/// The JSON in `code`.
pub(in crate::lower) fn read<'s>(code: &Code<'s>, cx: &mut Diagnostics) -> Option<Json<'s>> {
    let json = super::read(code.text, code.span, "the JSON representation", cx)?;
    check_annotations(&json, cx);
    Some(only_item(json))
}

/// The object in a list of a single one, or in the answer of a method that lists: `{"@odata.context": "…", "value": [{…}]}`.
fn only_item(mut json: Json<'_>) -> Json<'_> {
    let item = match &mut json.kind {
        JsonKind::Array(items) => only_object(items),
        JsonKind::Object(members) if members.iter().any(|(key, _)| key.name == "@odata.context") => {
            match only(members.iter_mut().filter(|(key, _)| !key.name.starts_with('@'))) {
                Some((key, Json { kind: JsonKind::Array(items), .. })) if key.name == "value" => only_object(items),
                _ => None,
            }
        }
        _ => None,
    };
    item.unwrap_or(json)
}

fn only_object<'s>(items: &mut Vec<Json<'s>>) -> Option<Json<'s>> {
    if items.len() == 1 { items.pop_if(|item| !item.members().is_empty()) } else { None }
}

/// Reports annotations that are `@odata.type` but for a slip: `{"@odate.type": "microsoft.graph.x"}`
/// (`b2xidentityuserflow.md`).
fn check_annotations(json: &Json<'_>, cx: &mut Diagnostics) {
    match &json.kind {
        JsonKind::Array(items) => items.iter().for_each(|item| check_annotations(item, cx)),
        _ => {
            let keys = json.members().iter().map(|(key, _)| key);
            super::check_spelling(keys.filter(|key| key.name.starts_with('@')), &["@odata.type"], |_, _| false, cx);
            json.members().iter().for_each(|(_, value)| check_annotations(value, cx));
        }
    }
}

/// The first code block of the section for it. On pages without metadata, nothing else tells which it is.
pub(in crate::lower) fn of_section<'p, 's>(topics: &[(Topic, &'p Section<'s>)]) -> Option<&'p Code<'s>> {
    section::blocks(topics, Topic::Json).find_map(|block| match block {
        Block::Code(code) => Some(code),
        _ => None,
    })
}

/// The name in the `@odata.type` of the body.
pub(in crate::lower) fn type_name<'a>(json: &'a Json<'_>) -> Option<Spanned<&'a str>> {
    let value = json.get("@odata.type")?;
    Some(Spanned::new(value.as_str()?.trim(), value.span))
}

/// The type that the body says it is of, if it can be one of Graph's: `resourceData` shows what another service calls
/// `#Microsoft.Graph.ChatMessage`.
pub(in crate::lower) fn shown_as(json: &Json<'_>) -> Option<Spanned<QualifiedName>> {
    let shown = type_name(json)?;
    let full = Some(shown.value.trim_start_matches('#')).filter(|full| full.starts_with(ROOT))?;
    Some(Spanned::new(QualifiedName::parse(full, &Namespace::root())?, shown.span))
}

/// The key, where it is shown as such: `"id": "String (identifier)"`. Where there is a comment, it has metadata that
/// are to be ignored, and the type has no key.
pub(in crate::lower) fn key<'s>(
    topics: &[(Topic, &Section<'s>)],
    json: Option<&Json<'s>>,
) -> Option<Claim<Cow<'s, str>>> {
    let id = json.and_then(|json| json.get("id"));
    let id = id.filter(|id| says_identifier(id));
    let has_metadata = || section::blocks(topics, Topic::Json).any(|block| matches!(block, Block::Comment(_)));
    let id = id.filter(|_| !has_metadata());
    id.map(|id| Claim::new(Cow::Borrowed("id"), EvidenceKind::Json, id.span))
}

/// What the members of the body tell.
pub(in crate::lower) fn sample<'s>(json: &Json<'s>, namespace: &Namespace) -> Vec<SampleMember<'s>> {
    let of_property = |name: &str| !name.contains('@') && is_identifier(name);
    let member = |(key, value): &(Key<'s>, Json<'s>)| {
        let (reference, collection) = type_of(value, namespace);
        let is_placeholder = reference.named().is_some() || says_type(value);
        let is_identifier = says_identifier(value);
        let name = Spanned::new(key.name.clone(), key.span);
        SampleMember { name, reference, collection, is_placeholder, is_identifier }
    };
    json.members().iter().filter(|(key, _)| of_property(&key.name)).map(member).collect()
}

/// Takes the members of the body for the properties of a type that no table describes. Real values are examples: of an
/// open type's properties, or of something else.
pub(in crate::lower) fn stand_in_for_tables(ty: &mut StructuredType<'_>) {
    if ty.properties.is_empty() && !ty.says_open() && ty.sample.iter().any(|member| member.is_placeholder) {
        let told = ty.sample.iter().filter(|member| member.reference != Reference::Unreadable);
        ty.properties = told.map(property).collect();
    }
}

/// Gives the properties of a table without types those that the body shows; the others are reported.
pub(in crate::lower) fn lend_types<'s>(rows: &mut [Property<'s>], sample: &[SampleMember<'s>], cx: &mut Diagnostics) {
    let mut members: HashMap<&str, &SampleMember<'s>> = HashMap::default();
    for member in sample {
        members.entry(member.name.value.as_ref()).or_insert(member);
    }
    for row in rows {
        let shown = members.get(row.name.value.as_ref());
        match shown.filter(|member| member.reference != Reference::Unreadable) {
            Some(shown) => row.type_ref = type_ref(shown),
            None => report_untyped(&row.name, cx),
        }
    }
}

fn report_untyped(name: &Spanned<Cow<'_, str>>, cx: &mut Diagnostics) {
    let message = format!("nothing tells the type of `{}`", name.value);
    let untyped = Diagnostic::new(&UNREADABLE_TYPE, message, name.span, "in a table without types");
    cx.report(untyped.with_help("add a column `Type`; until then the property takes any JSON value"));
}

fn type_ref<'s>(member: &SampleMember<'s>) -> TypeRef<'s> {
    TypeRef::new(member.reference.clone(), member.collection, member.name.span)
}

fn property<'s>(member: &SampleMember<'s>) -> Property<'s> {
    let span = member.name.span;
    Property {
        name: member.name.clone(),
        type_ref: type_ref(member),
        navigation: false,
        inherited_from: None,
        docs: Doc::default(),
        facts: Facts::default(),
        possible_values: Vec::new(),
        says_flags: false,
        evidence: Evidence::new(EvidenceKind::Json, span),
    }
}
