//! The JSON of a page: the metadata in comments, and the JSON representation.

pub(super) mod metadata;
pub(super) mod representation;

use crate::diagnostic::rules::{MALFORMED_JSON, MISSPELT_NAME, UNREADABLE_JSON};
use crate::diagnostic::{Diagnostic, Diagnostics, Edit};
use crate::page::json::{self, Json, Key, Repair};
use crate::source::Span;
use crate::spelling::nearest;

/// Reads JSON and reports what had to be repaired.
fn read<'s>(text: &'s str, span: Span, what: &str, cx: &mut Diagnostics) -> Option<Json<'s>> {
    let (value, repairs) = json::parse(span.source, text, span.start as usize);
    match (&value, repairs.first()) {
        (None, _) => cx.report(Diagnostic::new(
            &UNREADABLE_JSON,
            format!("{what} holds no JSON"),
            span,
            "nothing could be read here",
        )),
        (Some(_), Some(first)) => {
            let mut malformed =
                Diagnostic::new(&MALFORMED_JSON, format!("{what} is not valid JSON"), first.span, first.what);
            for repair in &repairs[1..] {
                malformed = malformed.with_label(repair.span, repair.what);
            }
            let edit = |repair: &Repair| Some(Edit { span: repair.span, text: repair.instead?.to_owned() });
            cx.report(malformed.with_edits(repairs.iter().filter_map(edit)));
        }
        (Some(_), None) => {}
    }
    value
}

/// Reports a key that is one of `known` but for a slip.
fn check_spelling(key: &Key<'_>, known: &[&'static str], cx: &mut Diagnostics) {
    let name = key.name.as_ref();
    if known.contains(&name) {
        return;
    }
    if let Some(meant) = nearest(name, known.iter().copied()) {
        let message = format!("`{name}` has no meaning");
        let misspelt = Diagnostic::new(&MISSPELT_NAME, message, key.span, "passed over");
        let misspelt = misspelt.with_help(format!("did you mean `{meant}`?"));
        cx.report(misspelt.with_edits([Edit { span: key.span, text: format!("\"{meant}\"") }]));
    }
}
