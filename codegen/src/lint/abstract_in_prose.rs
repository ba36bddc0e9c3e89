//! Four of five abstract types are called so in a sentence alone.

use crate::diagnostic::rules::ABSTRACT_IN_PROSE;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::EvidenceKind;
use crate::resolve::Resolved;

pub(super) fn check(resolved: &Resolved<'_>, cx: &mut Diagnostics) {
    for (id, ty) in resolved.types() {
        let stated = resolved.structured(id).and_then(|structured| structured.is_abstract);
        if let Some(evidence) = stated.filter(|evidence| evidence.kind == EvidenceKind::Prose) {
            let message = format!("only the text says that `{}` is abstract", ty.name.name());
            let found = Diagnostic::new(&ABSTRACT_IN_PROSE, message, evidence.span, "said here");
            cx.report(found.with_help("add `\"abstract\": true` to the metadata"));
        }
    }
}
