//! What a build script tells cargo, by lines of its standard output.

use std::path::{Path, PathBuf};

use crate::diagnostic::{Diagnostic, Severity, render};
use crate::source::Sources;

use super::OnError;

/// How many warnings are shown: cargo's output is no place for thousands.
const WARNINGS_SHOWN: usize = 20;

/// Has cargo run the script again when one of `paths`, or, if it is a folder, something in it, changes. One with a line
/// break would be read as two directives.
pub(super) fn rerun_if_changed(paths: &[PathBuf]) {
    for path in outermost(paths).filter_map(Path::to_str).filter(|path| !path.contains(['\n', '\r'])) {
        println!("cargo::rerun-if-changed={path}");
    }
}

/// Those that lie in none of the others, if they are sorted. Cargo shows all that a script printed if it fails: a line
/// per page would hide why.
fn outermost(paths: &[PathBuf]) -> impl Iterator<Item = &Path> {
    let mut last: Option<&Path> = None;
    paths.iter().map(PathBuf::as_path).filter(move |path| {
        let is_outermost = last.is_none_or(|last| !path.starts_with(last));
        if is_outermost {
            last = Some(path);
        }
        is_outermost
    })
}

/// The problems of one version, as a build takes them.
pub(super) struct Problems<'p> {
    pub(super) errors: Vec<Diagnostic>,
    warnings: Vec<Diagnostic>,
    sources: &'p Sources,
}

impl<'p> Problems<'p> {
    pub(super) fn of(sources: &'p Sources, found: Vec<&Diagnostic>, deny_warnings: bool, on_error: OnError) -> Self {
        let (mut errors, mut warnings) = (Vec::new(), Vec::new());
        for diagnostic in found {
            let (list, severity) = match (diagnostic.severity, on_error) {
                (Severity::Note, _) => continue,
                (Severity::Warning, _) if !deny_warnings => (&mut warnings, Severity::Warning),
                (_, OnError::Warn) => (&mut warnings, Severity::Warning),
                (_, OnError::Fail) => (&mut errors, Severity::Error),
            };
            list.push(Diagnostic { severity, ..diagnostic.clone() });
        }
        Self { errors, warnings, sources }
    }

    /// Shows what fails the build, with the lines in question.
    pub(super) fn show_errors(&self) {
        for error in &self.errors {
            // A directive ends with its line.
            for line in render(error, self.sources, false).lines() {
                println!("cargo::error={line}");
            }
        }
    }

    /// Shows the first warnings, a line each: cargo shows them again whenever it builds.
    pub(super) fn show_warnings(&self) {
        for warning in self.warnings.iter().take(WARNINGS_SHOWN) {
            println!("cargo::warning={}", in_a_line(warning, self.sources));
        }
        let more = self.warnings.len().saturating_sub(WARNINGS_SHOWN);
        if more > 0 {
            let noun = if more == 1 { "warning" } else { "warnings" };
            println!(
                "cargo::warning=\u{2026} {more} more {noun}; `msgraph-bindgen lint` shows all, and how to mend them"
            );
        }
    }
}

/// Where, what, and of which kind.
fn in_a_line(warning: &Diagnostic, sources: &Sources) -> String {
    let Diagnostic { message, rule, primary, .. } = warning;
    let place = sources.get(primary.span.source).map(|source| {
        let (line, column) = (source.line(primary.span.start as usize), source.column(primary.span.start as usize));
        format!("{}:{line}:{column}: ", source.path)
    });
    format!("{}{message} [{}]", place.unwrap_or_default(), rule.name).replace(['\n', '\r'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::rules::UNKNOWN_TYPE;
    use crate::source::Span;

    #[test]
    fn cargo_is_told_of_folders_rather_than_of_all_that_is_in_them() {
        let paths = ["docs", "docs/a.md", "docs/b/c.md", "docs-2/a.md", "docs.md"].map(PathBuf::from);
        let told: Vec<&Path> = outermost(&paths).collect();
        assert_eq!(told, ["docs", "docs-2/a.md", "docs.md"].map(Path::new));
    }

    #[test]
    fn a_warning_takes_a_line() {
        let sources = Sources::from_texts([("a.md", "# a\n\u{e9} b")]);
        let (id, _) = sources.iter().next().unwrap();
        let warning = Diagnostic::new(&UNKNOWN_TYPE, "no page\ndefines `b`", Span::new(id, 7, 8), "here");
        assert_eq!(in_a_line(&warning, &sources), "a.md:2:3: no page defines `b` [unknown-type]");
    }
}
