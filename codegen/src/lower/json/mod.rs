//! The JSON of a page: the metadata in comments, and the JSON representation.

pub(super) mod metadata;
pub(super) mod representation;
mod values;

use std::collections::BTreeMap;

use crate::diagnostic::rules::{MALFORMED_JSON, UNREADABLE_JSON};
use crate::diagnostic::{Diagnostic, Diagnostics, Edit};
use crate::page::json::{self, Json, Key, Repair};
use crate::source::Span;
use crate::spelling::nearest;

use super::slips;

/// Reads JSON and reports what had to be repaired.
fn read<'s>(text: &'s str, span: Span, what: &str, cx: &mut Diagnostics) -> Option<Json<'s>> {
    let (value, repairs) = json::parse(span.source, text, span.start as usize);
    if value.is_none() {
        let message = format!("{what} holds no JSON");
        cx.report(Diagnostic::new(&UNREADABLE_JSON, message, span, "nothing could be read here"));
    } else if let [first, others @ ..] = repairs.as_slice() {
        let message = format!("{what} is not valid JSON");
        let first = Diagnostic::new(&MALFORMED_JSON, message, first.span, first.what);
        let malformed = others.iter().fold(first, |malformed, repair| malformed.with_label(repair.span, repair.what));
        cx.report(malformed.with_edits(repairs.iter().filter_map(Repair::edit)));
    }
    value
}

/// Reports those of an object's `keys` that are one of `known` but for a slip. `is_read` tells whether one is read for what
/// is meant.
fn check_spelling<'k>(
    keys: impl Iterator<Item = &'k Key<'k>>,
    known: &[&'static str],
    is_read: impl Fn(&str, &str) -> bool,
    cx: &mut Diagnostics,
) {
    let mut meant: BTreeMap<&str, Vec<&Key<'_>>> = BTreeMap::new();
    for key in keys {
        let name = key.name.as_ref();
        let exact = known.iter().find(|known| **known == name).copied();
        if let Some(known) = exact.or_else(|| nearest(name, known.iter().copied())) {
            meant.entry(known).or_default().push(key);
        }
    }
    for (meant, keys) in meant {
        for key in keys.iter().filter(|key| key.name != meant) {
            let label = if is_read(&key.name, meant) { "read nevertheless" } else { "passed over" };
            let misspelt = slips::misspelt(&key.name, "key", meant, key.span, label);
            // Of several that mean the same, someone has to choose.
            cx.report(misspelt.with_edits((keys.len() == 1).then(|| in_quotes(meant, key.span))));
        }
    }
}

/// Puts `meant` in the place of a text in quotes at `span`.
fn in_quotes(meant: &str, span: Span) -> Edit {
    Edit { span, text: format!("\"{meant}\"") }
}
