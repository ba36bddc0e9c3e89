//! Advice on pages that are understood, but only just.

mod abstract_in_prose;
mod base_in_prose;
mod key;
mod metadata;

use crate::diagnostic::Diagnostics;
use crate::resolve::Resolved;
use crate::source::Sources;

/// A check of the resolved schema, which was read from the sources.
type Lint = fn(&Resolved<'_>, &Sources, &mut Diagnostics);

/// Every lint; to add one, write a file and a line here.
const LINTS: &[Lint] = &[abstract_in_prose::check, base_in_prose::check, key::check];

/// Runs every lint over what was made of the sources.
pub fn check(resolved: &Resolved<'_>, sources: &Sources, cx: &mut Diagnostics) {
    for lint in LINTS {
        lint(resolved, sources, cx);
    }
}
