//! Three of five base types are named in a sentence alone.

use crate::diagnostic::rules::BASE_IN_PROSE;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::EvidenceKind;
use crate::resolve::Resolved;
use crate::source::Sources;

use super::metadata;

pub(super) fn check(resolved: &Resolved<'_>, sources: &Sources, cx: &mut Diagnostics) {
    for (id, ty) in resolved.types() {
        let stated = resolved.structured(id).and_then(|structured| structured.base);
        // Deriving from `entity` needs no telling: a key says as much.
        let named = stated.filter(|base| base.evidence.kind == EvidenceKind::Prose && !resolved.is_root(base.ty));
        // That the metadata name another is reported already, and to be corrected there.
        if let Some(base) = named.filter(|_| !metadata::names(sources, ty.evidence, "baseType")) {
            let (name, of) = (&resolved.get(base.ty).name, ty.name.name());
            let message = format!("only the text says that `{of}` derives from `{}`", name.name());
            let found = Diagnostic::new(&BASE_IN_PROSE, message, base.evidence.span, "said here");
            let found = found.with_help(format!("add `\"baseType\": \"{name}\"` to the metadata"));
            cx.report(found.with_edits(metadata::member(sources, ty.evidence, "baseType", &format!("\"{name}\""))));
        }
    }
}
