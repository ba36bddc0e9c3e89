//! What a type cell and the value in the JSON representation have in common, whatever the language.

use crate::model::name::{is_camel, last_segment};
use crate::model::primitive::JsonForm;
use crate::model::{NamedRef, Primitive, Reference, SampleMember, TypeRef};

/// What both tell of a type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    /// It has this name, in lower case, or the property has.
    Named(String),
    /// It is this type, which JSON shows as text.
    Text(Primitive),
    Truth,
    Number,
}

/// What a type cell tells. Nothing of strings, for JSON shows enums so, too.
pub(super) fn of_cell(declared: &TypeRef<'_>) -> Option<Kind> {
    match &declared.reference {
        Reference::Named(named) => Some(Kind::Named(called(named))),
        Reference::Primitive(primitive) => of_primitive(*primitive),
        Reference::Unreadable => None,
    }
}

/// What a value in the JSON representation tells. What is shown as any text may be of an enum that is called alike.
pub(super) fn of_key(key: &SampleMember<'_>) -> Option<Kind> {
    match &key.reference {
        Reference::Named(named) => Some(Kind::Named(short(&named.text))),
        Reference::Primitive(Primitive::String) => Some(Kind::Named(short(&key.name.value))),
        Reference::Primitive(primitive) => of_primitive(*primitive).filter(|_| tells(key)),
        Reference::Unreadable => None,
    }
}

fn of_primitive(primitive: Primitive) -> Option<Kind> {
    match primitive.json_form() {
        JsonForm::Truth => Some(Kind::Truth),
        JsonForm::Number => Some(Kind::Number),
        JsonForm::Text | JsonForm::Any => {
            (!matches!(primitive, Primitive::String | Primitive::Untyped)).then_some(Kind::Text(primitive))
        }
    }
}

/// The type that a link is about, for its label may be translated; but a label that looks like a type's name is one,
/// for pages are called otherwise now and then (`chatmention.md`). Without a link, the name.
fn called(named: &NamedRef<'_>) -> String {
    match named.link().about() {
        Some(name) if !is_camel(last_segment(&named.text)) => name.to_ascii_lowercase(),
        _ => short(&named.text),
    }
}

fn short(name: &str) -> String {
    last_segment(name).to_ascii_lowercase()
}

/// `riskLevel`, `microsoft.graph.x`: what looks like a type's name is one, documented or not.
pub(super) fn looks_like_type(text: &str) -> bool {
    text.contains('.') || is_camel(text)
}

/// Whether the sample's value tells a type: an example of a text doesn't.
pub(super) fn tells(key: &SampleMember<'_>) -> bool {
    use Primitive as P;
    key.is_placeholder || matches!(key.reference, Reference::Primitive(P::Boolean | P::Int32 | P::Double))
}

/// Whether a row of type `declared` may be what the sample shows as `key`.
pub(super) fn fits(declared: &TypeRef<'_>, key: &SampleMember<'_>) -> bool {
    if declared.collection && !key.collection {
        return false;
    }
    match (&declared.reference, &key.reference) {
        (Reference::Primitive(declared), Reference::Primitive(shown)) => {
            let (declared, shown) = (declared.json_form(), shown.json_form());
            declared == shown || declared == JsonForm::Any || shown == JsonForm::Any
        }
        (Reference::Primitive(declared), Reference::Named(_)) => declared.json_form() == JsonForm::Any,
        (Reference::Named(declared), Reference::Named(shown)) => {
            !looks_like_type(&declared.text) || short(&declared.text) == short(&shown.text)
        }
        // Enums are shown as text.
        (Reference::Named(declared), Reference::Primitive(shown)) => {
            !looks_like_type(&declared.text) || shown.json_form() == JsonForm::Text
        }
        (Reference::Unreadable, _) | (_, Reference::Unreadable) => true,
    }
}
