//! Four of five abstract types are called so in a sentence alone.

use crate::diagnostic::rules::ABSTRACT_IN_PROSE;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::EvidenceKind;
use crate::resolve::Resolved;
use crate::source::Sources;

use super::metadata;

pub(super) fn check(resolved: &Resolved<'_>, sources: &Sources, cx: &mut Diagnostics) {
    for (id, ty) in resolved.types() {
        let stated = resolved.structured(id).and_then(|structured| structured.is_abstract);
        if let Some(evidence) = stated.filter(|evidence| evidence.kind == EvidenceKind::Prose) {
            let message = format!("only the text says that `{}` is abstract", ty.name.name());
            let found = Diagnostic::new(&ABSTRACT_IN_PROSE, message, evidence.span, "said here");
            let found = found.with_help("add `\"abstract\": true` to the metadata");
            cx.report(found.with_edits(metadata::member(sources, ty.evidence, "abstract", "true")));
        }
    }
}
