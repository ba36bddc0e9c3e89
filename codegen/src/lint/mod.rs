//! Advice on pages that are understood, but only just.

mod abstract_in_prose;
mod base_in_prose;

use crate::diagnostic::Diagnostics;
use crate::resolve::Resolved;

/// A check of the resolved schema.
type Lint = fn(&Resolved<'_>, &mut Diagnostics);

/// Every lint; to add one, write a file and a line here.
const LINTS: &[Lint] = &[abstract_in_prose::check, base_in_prose::check];

/// Runs every lint.
pub fn check(resolved: &Resolved<'_>, cx: &mut Diagnostics) {
    for lint in LINTS {
        lint(resolved, cx);
    }
}
