//! A key that is no property.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::diagnostic::rules::INVALID_METADATA;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Claim, EvidenceKind};
use crate::resolve::Resolved;
use crate::source::Sources;
use crate::spelling::is_slip;

/// What entities have for a key that tell of no other: many pages leave its row out.
const USUAL: &str = "id";

pub(super) fn check(resolved: &Resolved<'_>, _: &Sources, cx: &mut Diagnostics) {
    for (id, ty) in resolved.types() {
        let keys = resolved.structured(id).into_iter().flat_map(|structured| &structured.key);
        let stated = |key: &&Claim<Cow<'_, str>>| key.evidence.kind == EvidenceKind::Metadata && key.value != USUAL;
        let mut keys = keys.filter(stated).peekable();
        if keys.peek().is_none() {
            continue;
        }
        let lineage = resolved.ancestors(id).chain([id]).filter_map(|id| resolved.structured(id));
        let properties = lineage.flat_map(|of| &of.properties);
        let names: BTreeSet<&str> = properties.map(|property| property.name.as_ref()).collect();
        for key in keys.filter(|key| !names.contains(key.value.as_ref())) {
            let message = format!("`{}`, the key of `{}`, is none of its properties", key.value, ty.name.name());
            let label = "in no table of the type or its bases";
            let found = Diagnostic::new(&INVALID_METADATA, message, key.evidence.span, label);
            let slip = names.iter().find(|name| is_slip(&key.value, name)).copied();
            cx.report(match slip.or(names.contains(USUAL).then_some(USUAL)) {
                Some(meant) => found.with_help(format!("did you mean `{meant}`?")),
                None => found,
            });
        }
    }
}
