//! JSON representations: they restore a name's spelling and fill gaps, and never overrule a table.

use std::borrow::Cow;

use crate::diagnostic::rules::UNREADABLE_TYPE;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::hash::HashMap;
use crate::lower::section::{self, Topic};
use crate::lower::type_name;
use crate::model::name::{is_identifier, is_qualified_identifier};
use crate::model::namespace::ROOT;
use crate::model::{
    Claim, Doc, Evidence, EvidenceKind, Facts, NamedRef, Namespace, Primitive, Property, QualifiedName, Reference,
    SampleMember, Spanned, StructuredType, TypeRef,
};
use crate::page::json::{Json, JsonKind, Key};
use crate::page::{Block, Code, Section};

/// The JSON in `code`.
pub(in crate::lower) fn read<'s>(code: &Code<'s>, cx: &mut Diagnostics) -> Option<Json<'s>> {
    let json = super::read(code.text, code.span, "the JSON representation", cx)?;
    check_annotations(&json, cx);
    Some(only_item(json))
}

/// The object in a list of a single one, or in the answer of a method that lists: `{"@odata.context": "…", "value": [{…}]}`.
fn only_item(mut json: Json<'_>) -> Json<'_> {
    match json.kind {
        JsonKind::Array(ref mut items) if items.len() == 1 && !items[0].members().is_empty() => items.remove(0),
        JsonKind::Object(ref mut members) => {
            let is_note = |(key, _): &&mut (Key<'_>, Json<'_>)| key.name.starts_with('@');
            let has_context = members.iter().any(|(key, _)| key.name == "@odata.context");
            let mut others = members.iter_mut().filter(|member| has_context && !is_note(member));
            match (others.next(), others.next()) {
                (Some((key, Json { kind: JsonKind::Array(items), .. })), None)
                    if key.name == "value" && items.len() == 1 && !items[0].members().is_empty() =>
                {
                    items.remove(0)
                }
                _ => json,
            }
        }
        _ => json,
    }
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

/// The first code block of the section that is for it, on pages without metadata.
pub(in crate::lower) fn without_metadata<'p, 's>(topics: &[(Topic, &'p Section<'s>)]) -> Option<&'p Code<'s>> {
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
        let (reference, collection) = shown(value, namespace);
        let is_placeholder = reference.named().is_some() || says_type(value);
        let is_identifier = says_identifier(value);
        let name = Spanned::new(key.name.clone(), key.span);
        SampleMember { name, reference, collection, is_placeholder, is_identifier }
    };
    json.members().iter().filter(|(key, _)| of_property(&key.name)).map(member).collect()
}

/// Whether the value is `String (identifier)`.
fn says_identifier(value: &Json<'_>) -> bool {
    value.as_str().is_some_and(|text| text.trim_end().ends_with("(identifier)"))
}

/// Whether the value is a word for a primitive type, or `{"@odata.type": "Edm.Stream"}`, perhaps in an array.
fn says_type(value: &Json<'_>) -> bool {
    match &value.kind {
        JsonKind::String(text) => text.split([' ', '(']).next().and_then(type_name::primitive).is_some(),
        JsonKind::Array(items) => items.first().is_some_and(says_type),
        JsonKind::Object(_) => value.get("@odata.type").is_some(),
        _ => false,
    }
}

/// Takes the members of the body for the properties of a type that no table describes. Real values are examples: of an
/// open type's properties, or of something else.
pub(in crate::lower) fn stand_in(ty: &mut StructuredType<'_>) {
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

fn shown<'s>(value: &Json<'s>, namespace: &Namespace) -> (Reference<'s>, bool) {
    match &value.kind {
        JsonKind::Null => (Reference::Unreadable, false),
        JsonKind::Bool(_) => (Reference::Primitive(Primitive::Boolean), false),
        JsonKind::Number(text) if text.contains(['.', 'e', 'E']) => (Reference::Primitive(Primitive::Double), false),
        JsonKind::Number(_) => (Reference::Primitive(Primitive::Int32), false),
        JsonKind::Array(items) => (items.first().map_or(Reference::Unreadable, |item| shown(item, namespace).0), true),
        JsonKind::Object(_) => match value.get("@odata.type").or_else(|| value.get("@type")) {
            Some(tag) => words(tag.as_str().unwrap_or_default(), tag, namespace),
            None => (Reference::Unreadable, false),
        },
        JsonKind::String(text) => words(text, value, namespace),
    }
}

/// `Collection(microsoft.graph.x)`, or a single type.
fn words<'s>(text: &str, value: &Json<'s>, namespace: &Namespace) -> (Reference<'s>, bool) {
    let (mut inner, mut collection) = (text.trim(), false);
    // In a loop, for a page may nest them as deep as it likes.
    while let Some(rest) = inner.strip_prefix("Collection(").or_else(|| inner.strip_prefix("collection(")) {
        (inner, collection) = (rest.trim_end_matches(')').trim(), true);
    }
    (single(inner, value, namespace), collection)
}

/// What the text of a value says anywhere, lower case, by the type that this tells.
const TOLD: [(&[&str], Primitive); 5] = [
    (&["timestamp", "datetime"], Primitive::DateTimeOffset),
    (&["duration"], Primitive::Duration),
    (&["time of day", "timeofday"], Primitive::TimeOfDay),
    (&["binary", "base64"], Primitive::Binary),
    // Values, whatever they are called: `"number | percentage"`, in numberColumn.md.
    (&["|"], Primitive::String),
];

/// `String (timestamp)`, `@odata.type: microsoft.graph.x`, `2020-01-01T00:00:00Z`.
fn single<'s>(text: &str, value: &Json<'s>, namespace: &Namespace) -> Reference<'s> {
    // Nearly all are a single word.
    if text.bytes().all(|b| b.is_ascii_alphanumeric())
        && let Some(primitive) = type_name::primitive(text)
    {
        return Reference::Primitive(primitive);
    }
    let name = text.strip_prefix("@odata.type:").unwrap_or(text).trim().trim_start_matches('#');
    if let Some(edm) = name.strip_prefix("Edm.") {
        return type_name::primitive(edm).map_or(Reference::Unreadable, Reference::Primitive);
    }
    if is_qualified_identifier(name) && name.contains('.') {
        return Reference::Named(NamedRef::unlinked(name.to_owned(), namespace, value.span));
    }
    if text.len() > 10 && text.as_bytes().get(4) == Some(&b'-') && text.as_bytes().get(10) == Some(&b'T') {
        return Reference::Primitive(Primitive::DateTimeOffset);
    }
    let lower = text.to_ascii_lowercase();
    let told = TOLD.iter().find(|(words, _)| words.iter().any(|word| lower.contains(word)));
    let first = || lower.split(|c: char| !c.is_ascii_alphanumeric()).next().and_then(type_name::primitive);
    let primitive = told.map(|(_, primitive)| *primitive).or_else(first);
    Reference::Primitive(primitive.unwrap_or(Primitive::String))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::json;
    use crate::source::Sources;

    #[test]
    fn collections_may_be_nested_as_deep_as_one_likes() {
        let sources = Sources::from_texts([("page.md", "")]);
        let (id, _) = sources.iter().next().unwrap();
        let told = |text: &str| {
            let text = format!("\"{text}\"");
            let (value, _) = json::parse(id, &text, 0);
            let (reference, collection) = shown(&value.unwrap(), &Namespace::root());
            (reference == Reference::Primitive(Primitive::Int64), collection)
        };
        assert_eq!(told("Int64"), (true, false));
        assert_eq!(told("Collection( collection(Edm.Int64) )"), (true, true));
        assert_eq!(told(&format!("{}Int64", "Collection(".repeat(200_000))), (true, true));
    }
}
