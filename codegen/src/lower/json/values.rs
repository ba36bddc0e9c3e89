//! What the values in a JSON representation tell: placeholders such as `"String"` name a type, examples are of one.

use crate::lower::type_name;
use crate::model::name::is_qualified_identifier;
use crate::model::{NamedRef, Namespace, Primitive, Reference};
use crate::page::json::{Json, JsonKind};

/// Whether the value is `String (identifier)`.
pub(super) fn says_identifier(value: &Json<'_>) -> bool {
    value.as_str().is_some_and(|text| text.trim_end().ends_with("(identifier)"))
}

/// Whether the value is a word for a primitive type, or `{"@odata.type": "Edm.Stream"}`, perhaps in an array.
pub(super) fn says_type(value: &Json<'_>) -> bool {
    match &value.kind {
        JsonKind::String(text) => text.split([' ', '(']).next().and_then(type_name::primitive).is_some(),
        JsonKind::Array(items) => items.first().is_some_and(says_type),
        JsonKind::Object(_) => value.get("@odata.type").is_some(),
        _ => false,
    }
}

/// The type of which a value is, and whether it is a collection.
pub(super) fn type_of<'s>(value: &Json<'s>, namespace: &Namespace) -> (Reference<'s>, bool) {
    match &value.kind {
        JsonKind::Null => (Reference::Unreadable, false),
        JsonKind::Bool(_) => (Reference::Primitive(Primitive::Boolean), false),
        JsonKind::Number(text) if text.contains(['.', 'e', 'E']) => (Reference::Primitive(Primitive::Double), false),
        JsonKind::Number(_) => (Reference::Primitive(Primitive::Int32), false),
        JsonKind::Array(items) => {
            (items.first().map_or(Reference::Unreadable, |item| type_of(item, namespace).0), true)
        }
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
            let (reference, collection) = type_of(&value.unwrap(), &Namespace::root());
            (reference == Reference::Primitive(Primitive::Int64), collection)
        };
        assert_eq!(told("Int64"), (true, false));
        assert_eq!(told("Collection( collection(Edm.Int64) )"), (true, true));
        assert_eq!(told(&format!("{}Int64", "Collection(".repeat(200_000))), (true, true));
    }
}
