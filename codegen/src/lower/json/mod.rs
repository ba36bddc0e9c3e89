//! The JSON of a page: the metadata in comments, and the JSON representation.

pub(super) mod metadata;
pub(super) mod representation;

use crate::diagnostic::rules::{MALFORMED_JSON, UNREADABLE_JSON};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::page::json::{self, Json};
use crate::source::{SourceId, Span};

/// Reads JSON and reports what had to be repaired.
fn read<'s>(source: SourceId, text: &'s str, span: Span, what: &str, cx: &mut Diagnostics) -> Option<Json<'s>> {
    let (value, repairs) = json::parse(source, text, span.start as usize);
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
            cx.report(malformed);
        }
        (Some(_), None) => {}
    }
    value
}
