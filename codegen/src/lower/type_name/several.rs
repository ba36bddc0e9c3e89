//! Cells that name several types: a property may have either.

use crate::model::name::is_qualified_identifier;
use crate::model::{NamedRef, Namespace, Reference};
use crate::page::{InlineKind, Inlines};

use super::{is_name, primitive};

/// What stands between them, with blanks where a letter could.
const OR: [&str; 12] =
    [" or ", " | ", " / ", " oder ", " ou ", " o ", " oppure ", " или ", " lub ", "或", "または", "또는"];

/// Whether a piece of text between two links is the word for "or", or a sign that parts them.
pub(super) fn joined_by_or(cell: &Inlines<'_>) -> bool {
    let texts = cell.pieces.iter().filter(|piece| piece.kind == InlineKind::Text);
    let is_or = |text: &str| {
        let word = text.trim_matches([' ', ',', '\n']);
        OR.iter().any(|or| word == or.trim()) || text.trim() == ","
    };
    let mut between = texts.map(|piece| &piece.text);
    between.any(|text| is_or(text))
}

/// The `Int32` of `String or Int32`, `String, Int32` and `String/Int32`.
pub(super) fn alternatives<'s>(text: &str) -> Vec<Reference<'s>> {
    if is_qualified_identifier(text) {
        return Vec::new();
    }
    let parted = || OR.iter().chain(&["/", ", "]).find_map(|or| text.split_once(or));
    let others =
        parted().and_then(|(first, others)| primitive(others.trim()).filter(|other| primitive(first) != Some(*other)));
    others.map(Reference::Primitive).into_iter().collect()
}

/// The types of `lamp or buoy`, without links, one of which is no primitive: the first, and the others. `null` is none.
pub(super) fn named<'s>(
    text: &str,
    cell: &Inlines<'s>,
    namespace: &Namespace,
) -> Option<(Reference<'s>, Vec<Reference<'s>>)> {
    let or = OR.iter().find(|or| text.contains(**or))?;
    let text = text.strip_prefix("either ").or_else(|| text.strip_prefix("Either ")).unwrap_or(text);
    let reference = |part: &str| match primitive(part) {
        Some(primitive) => Some(Reference::Primitive(primitive)),
        None if is_name(part) => Some(Reference::Named(NamedRef::unlinked(part.to_owned(), namespace, cell.span))),
        None => None,
    };
    let parts = text.split(or).map(str::trim).filter(|part| !part.eq_ignore_ascii_case("null"));
    let all = parts.map(reference).collect::<Option<Vec<_>>>()?;
    let mut all = all.into_iter();
    let first = all.next()?;
    let others: Vec<_> = all.filter(|other| *other != first).collect();
    let is_named = |reference: &Reference<'_>| matches!(reference, Reference::Named(_));
    (is_named(&first) || others.iter().any(is_named)).then_some((first, others))
}
