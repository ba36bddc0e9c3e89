//! What a type cell says.
//!
//! The pages have some sixty spellings of eighteen primitive types, six ways to say "collection", and phrases such as
//! `string, maximum size 20`. Whether a name is known, `resolve` finds out.

pub(super) mod collections;
mod lists;
mod maps;
mod several;
pub(super) mod words;

use std::borrow::Cow;

use crate::model::name::{is_qualified_identifier, strip_prefix_caseless};
use crate::model::{Link, NamedRef, Namespace, Primitive, Reference, TypeRef};
use crate::page::{Inline, Inlines};

use Primitive as P;
use collections::{says_collection, strip_if_many};
use several::{alternatives, joined_by_or};
pub(in crate::lower) use words::primitive;

/// Words that are spellings when they stand alone, and ordinary English inside a phrase.
const ONLY_ALONE: [&str; 9] = ["single", "time", "date", "number", "object", "text", "period", "datum", "flux"];

/// What is no type's name, though it could be. `** Unknown Type microsoft.management.x **` is what a tool left behind.
const NO_NAMES: [&str; 11] =
    ["enum", "enumeration", "none", "na", "any", "unknown", "of", "true", "false", "yes", "no"];

/// Whether the cell names a type beyond doubt, whatever the language: by a link, or as a primitive.
pub(super) fn is_type_like(cell: &Inlines<'_>) -> bool {
    let is_primitive = || matches!(unlinked(cell, &Namespace::root()).reference, Reference::Primitive(_));
    cell.links().next().is_some() || is_primitive()
}

/// Whether the cell leads to a type's page, or names one without a link.
pub(super) fn is_linked(cell: &Inlines<'_>) -> bool {
    matches!(type_ref(cell, &Namespace::root()).reference, Reference::Named(_))
}

/// Reads a type cell of a page in `namespace`.
pub(super) fn type_ref<'s>(cell: &Inlines<'s>, namespace: &Namespace) -> TypeRef<'s> {
    // "String [collection](…)"
    let is_remark = |link: &Inline<'_>| cell.pieces.len() > 1 && collections::is_bare(&link.text);
    let mut links = cell.links().filter(|(link, _)| !is_remark(link));
    let first = links.next().or_else(|| {
        let of_words = || unlinked(cell, namespace).reference;
        cell.links().next().filter(|_| of_words() == Reference::Unreadable)
    });
    match first {
        Some((link, target)) => {
            let of = |text, target| linked(cell, strip_if_many(text).0, target, namespace);
            let reference = of(&link.text, target);
            let collection = cell.pieces.iter().any(|piece| says_collection(&piece.text));
            let mut or = Vec::new();
            if joined_by_or(cell) {
                or.extend(links.map(|(link, target)| of(&link.text, target)).filter(|other| *other != reference));
            }
            TypeRef { reference, or, collection, span: cell.span }
        }
        None => unlinked(cell, namespace),
    }
}

/// What a link in the cell names; `inner` is its text without words for "collection".
fn linked<'s>(cell: &Inlines<'s>, inner: &str, target: &Cow<'s, str>, namespace: &Namespace) -> Reference<'s> {
    // `[timeOfDay](timeofday.md)` would be a type of that name; `[String](#)` is the primitive.
    let primitive = primitive(inner)
        .filter(|_| !Link::of(target).page().is_some_and(|page| page.as_str().eq_ignore_ascii_case(inner)));
    match primitive {
        Some(primitive) => Reference::Primitive(primitive),
        None => match name_in_label(&joined(inner)) {
            Some(name) => named(Cow::Owned(name.to_owned()), target.clone(), namespace, cell),
            None if !target.is_empty() => named(Cow::Borrowed(""), target.clone(), namespace, cell),
            None => Reference::Unreadable,
        },
    }
}

fn unlinked<'s>(cell: &Inlines<'s>, namespace: &Namespace) -> TypeRef<'s> {
    let plain = cell.plain();
    // Two of three cells.
    if let Some(primitive) = primitive(&plain) {
        return TypeRef::new(Reference::Primitive(primitive), false, cell.span);
    }
    let text = without_decoration(&plain);
    let (inner, collection) = strip_if_many(&text);
    let inner = without_nullable(inner);
    if maps::is_map(inner) {
        return TypeRef::new(Reference::Primitive(P::Untyped), collection, cell.span);
    }
    if let Some((reference, or)) = several::named(inner, cell, namespace) {
        return TypeRef { reference, or, collection, span: cell.span };
    }
    let inner = ["A ", "An "].iter().find_map(|article| inner.strip_prefix(article)).unwrap_or(inner);
    // "collection of strings"
    let plural = || inner.strip_suffix('s').filter(|_| collection).and_then(primitive);
    let reference = match primitive(inner).or_else(plural).or_else(|| primitive_in_phrase(inner)) {
        Some(primitive) => Reference::Primitive(primitive),
        // `Collection`: of what, the JSON representation may tell.
        None if collections::is_bare(inner) => {
            return TypeRef::new(Reference::Unreadable, true, cell.span);
        }
        None => match bare_name(inner) {
            Some(name) => Reference::Named(NamedRef::unlinked(name.to_owned(), namespace, cell.span)),
            None => Reference::Unreadable,
        },
    };
    TypeRef { reference, or: alternatives(inner), collection, span: cell.span }
}

/// The words of a cell on one line, with plain blanks.
fn without_decoration(text: &str) -> Cow<'_, str> {
    const DECORATION: [char; 7] = ['*', '`', '"', '“', '”', '\n', '\u{a0}'];
    // `callRecords。 failureStage`: a translator's dot.
    let text = if text.contains('。') { Cow::Owned(text.replace("。 ", ".")) } else { joined(text) };
    if text.contains(DECORATION) { Cow::Owned(text.replace(DECORATION, " ")) } else { text }
}

/// The `x` of `Nullable<x>`, `nullable(x)` and `nullable x`; nothing of the word alone.
fn without_nullable(text: &str) -> &str {
    const NULLABLE: &str = "nullable";
    let inner = strip_prefix_caseless(text, NULLABLE).filter(|inner| !inner.starts_with(char::is_alphanumeric));
    inner.map_or(text, |inner| inner.trim_matches([' ', '<', '>', '(', ')']))
}

/// `Microsoft. Graph. callRecords. callType`: a translator's blanks.
fn joined(text: &str) -> Cow<'_, str> {
    const TORN: &str = "microsoft. graph.";
    let is_torn = strip_prefix_caseless(text, TORN).is_some();
    if is_torn { Cow::Owned(text.replace(". ", ".")) } else { Cow::Borrowed(text) }
}

fn named<'s>(text: Cow<'s, str>, target: Cow<'s, str>, namespace: &Namespace, cell: &Inlines<'s>) -> Reference<'s> {
    Reference::Named(NamedRef { text, target, namespace: namespace.clone(), span: cell.span })
}

/// The type's name that a link's label consists of, perhaps with words such as "resource type" behind it.
pub(super) fn name_in_label(label: &str) -> Option<&str> {
    const BEHIND: [&str; 8] = ["", "resource", "resource type", "type", "enum", "object", "collection", "complex type"];
    // Nearly all labels are nothing else.
    if is_qualified_identifier(label) && !label.ends_with(".md") {
        return Some(label);
    }
    let label = label.trim().trim_matches(['*', '`']).trim_end_matches(".md");
    let word = label.split([' ', '\u{a0}']).next().unwrap_or_default();
    let behind = label[word.len()..].trim().to_lowercase();
    let name = word.trim_start_matches('#');
    (is_qualified_identifier(name) && BEHIND.contains(&behind.as_str())).then_some(name)
}

/// `String (timestamp)`, `string, maximum size 20`, `DateTimeOffset. Read-only`.
fn primitive_in_phrase(text: &str) -> Option<Primitive> {
    let lower = text.to_lowercase();
    let lower = lower.strip_prefix("edm.").unwrap_or(&lower);
    let first_end = lower.find(|c: char| !c.is_alphanumeric()).filter(|end| *end > 0)?;
    let (first, rest) = lower.split_at(first_end);
    // `Single-line text` is no number.
    let is_compound = |first: &str| first == "single" && rest.starts_with('-');
    if let Some(found) = primitive(first).filter(|_| !is_compound(first)) {
        let says = |words: &[&str]| words.iter().any(|word| rest.contains(word));
        return Some(match found {
            P::String if says(&["timestamp", "datetime"]) => P::DateTimeOffset,
            P::String if says(&["binary", "base64"]) => P::Binary,
            found => found,
        });
    }
    if !text.contains(' ') {
        return None;
    }
    let mut words = lower.split(|c: char| !c.is_ascii_alphanumeric());
    words.find_map(|word| primitive(word).filter(|_| !ONLY_ALONE.contains(&word)))
}

/// A type's name without a link: `riskLevel`, `microsoft.graph.x`, `enum (x)`.
fn bare_name(text: &str) -> Option<&str> {
    let text = text.trim_matches([' ', '.', ',', ';', '#', '[', ']', ')', '?']);
    let inner =
        ["enum (", "enum(", "enumeration ("].iter().find_map(|prefix| text.strip_prefix(prefix)).unwrap_or(text);
    // `riskLevel[^1]`
    let name = inner.split([' ', '(', '[', '\u{ff08}']).next().unwrap_or_default().trim_end_matches(['.', ',', ';']);
    let behind = inner[name.len()..].trim_start();
    let behind = if behind.is_empty() { String::new() } else { behind.to_lowercase() };
    let nouns = ["enum", "enumeration", "type", "object", "resource", "complex type", "枚举", "类型", "对象", "资源"];
    let remark_ok = behind.is_empty()
        || nouns.iter().any(|noun| behind.starts_with(noun))
        || behind.starts_with(['(', '.', ',', ';'])
        || behind.starts_with("[^");
    (remark_ok && is_name(name)).then_some(name)
}

fn is_name(text: &str) -> bool {
    is_qualified_identifier(text) && !NO_NAMES.iter().any(|word| word.eq_ignore_ascii_case(text))
}
