//! What a build script tells cargo, by lines of its standard output.

use std::path::Path;

use crate::diagnostic::{Diagnostic, Diagnostics, Severity, render};
use crate::source::Sources;

use super::OnError;

/// How many warnings are shown: cargo's output is no place for thousands.
const WARNINGS_SHOWN: usize = 20;

/// Has cargo run the script again when `path` changes. One with a line break would be read as two directives.
pub(super) fn rerun_if_changed(path: &Path) {
    if let Some(path) = path.to_str().filter(|path| !path.contains(['\n', '\r'])) {
        println!("cargo::rerun-if-changed={path}");
    }
}

/// Shows the problems as cargo does its own; how many of them fail the build.
pub(super) fn report(sources: &Sources, cx: &Diagnostics, deny_warnings: bool, on_error: OnError) -> usize {
    let (mut errors, mut warnings) = (0, 0);
    for diagnostic in cx.sorted() {
        let (count, severity) = match (diagnostic.severity, on_error) {
            (Severity::Note, _) => continue,
            (Severity::Warning, _) if !deny_warnings => (&mut warnings, Severity::Warning),
            (_, OnError::Warn) => (&mut warnings, Severity::Warning),
            (_, OnError::Fail) => (&mut errors, Severity::Error),
        };
        *count += 1;
        if severity == Severity::Error || *count <= WARNINGS_SHOWN {
            show(&Diagnostic { severity, ..diagnostic.clone() }, sources);
        }
    }
    if warnings > WARNINGS_SHOWN {
        let more = warnings - WARNINGS_SHOWN;
        println!("cargo::warning=\u{2026} {more} more warnings; `msgraph-bindgen lint` shows them all");
    }
    errors
}

fn show(diagnostic: &Diagnostic, sources: &Sources) {
    let severity = diagnostic.severity;
    // A directive ends with its line.
    for line in render(diagnostic, sources, false).lines() {
        println!("cargo::{severity}={line}");
    }
}
