//! A key that is no property.

use std::collections::BTreeSet;

use crate::diagnostic::rules::INVALID_METADATA;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::EvidenceKind;
use crate::resolve::Resolved;
use crate::source::Sources;
use crate::spelling::is_slip;

/// What entities have for a key that tell of no other: many pages leave its row out.
const USUAL: &str = "id";

pub(super) fn check(resolved: &Resolved<'_>, _: &Sources, cx: &mut Diagnostics) {
    for (id, ty) in resolved.types() {
        let Some(structured) = resolved.structured(id) else { continue };
        let mut keys = structured.key.iter().filter(|key| key.evidence.kind == EvidenceKind::Metadata).peekable();
        if keys.peek().is_none_or(|key| key.value == USUAL) {
            continue;
        }
        let lineage = resolved.ancestors(id).chain([id]).filter_map(|id| resolved.structured(id));
        let properties = lineage.flat_map(|of| &of.properties);
        let names: BTreeSet<&str> = properties.map(|property| property.name.as_ref()).collect();
        let Some(key) = keys.find(|key| !names.contains(key.value.as_ref())) else { continue };
        let message = format!("`{}`, the key of `{}`, is none of its properties", key.value, ty.name.name());
        let label = "in no table of the type or its bases";
        let found = Diagnostic::new(&INVALID_METADATA, message, key.evidence.span, label);
        let usual = names.contains(USUAL).then(|| format!("did you mean `{USUAL}`?"));
        let slip = || names.iter().find(|name| is_slip(&key.value, name));
        let help = usual.or_else(|| slip().map(|name| format!("did you mean `{name}`?")));
        cx.report(match help {
            Some(help) => found.with_help(help),
            None => found,
        });
    }
}
