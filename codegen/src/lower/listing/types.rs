//! Whether words are the name of a type, and no more.

use crate::lower::type_name;
use crate::lower::type_name::words::COLLECTIONS;
use crate::model::Link;
use crate::model::name::{is_camel, is_qualified_identifier};
use crate::page::{Inline, InlineKind, Inlines};

/// How sure a type is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Certainty {
    /// A link, or a primitive.
    Sure,
    /// A word that may be one, written as no word of prose is: `riskLevel`.
    Likely,
    /// A word: `importance`.
    Possible,
    /// Something else.
    None,
}

/// How many words a type has: `Collection of [user](user.md) objects`.
const MOST_WORDS: usize = 4;

/// What may stand beside a type.
const BESIDE: [&str; 11] =
    ["collections", "list", "of", "a", "an", "or", "object", "objects", "resource", "type", "enum"];

/// How sure it is that `words` are a type.
pub(super) fn certainty(words: &Inlines<'_>) -> Certainty {
    let is_beside = |text: &str| {
        let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.all(|word| {
            let lower = word.to_lowercase();
            let is_known = BESIDE.iter().chain(&COLLECTIONS).any(|known| *known == lower);
            is_known || !lower.is_ascii() && type_name::says_many(&lower)
        })
    };
    if words.links().next().is_some() {
        let may_name = |piece: &Inline<'_>| match &piece.kind {
            InlineKind::Link(target) => names_type(&piece.text, target),
            _ => is_beside(&piece.text),
        };
        return if words.pieces.iter().all(may_name) { Certainty::Sure } else { Certainty::None };
    }
    let plain = words.plain();
    if plain.split_whitespace().count() > MOST_WORDS {
        return Certainty::None;
    }
    // `String (timestamp)`
    let text = plain.trim().strip_suffix(')').and_then(|text| text.split_once(" (")).map_or(plain.trim(), |(ty, _)| ty);
    if type_name::primitive(text.trim_matches('`')).is_some() || !text.contains(' ') && type_name::is_type_like(words) {
        return Certainty::Sure;
    }
    let mut parts = text.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | '`' | '*'));
    let mut named = parts.by_ref().filter(|word| !word.is_empty() && !is_beside(word));
    let (Some(name), None) = (named.next(), named.next()) else { return Certainty::None };
    let of_strings = || name.strip_suffix('s').and_then(type_name::primitive);
    if type_name::primitive(name).or_else(of_strings).is_some() {
        Certainty::Sure
    } else if name.contains('.') && is_qualified_identifier(name) || is_camel(name) {
        Certainty::Likely
    } else if is_qualified_identifier(name) && name.starts_with(|c: char| c.is_ascii_lowercase()) {
        Certainty::Possible
    } else {
        Certainty::None
    }
}

/// Whether a link may lead to the page of a type: one of the resources, called by an identifier.
fn names_type(text: &str, target: &str) -> bool {
    Link::of(target).is_among_types() && is_qualified_identifier(text.trim())
}
