//! Findings as programs read them: those that annotate a pull request, gather the findings of many tools, or count.

mod github;
mod sarif;

use serde_json::{Value, json};

use crate::diagnostic::{Diagnostic, Edit, Label};
use crate::source::{Sources, Span, Version};

pub use github::command;
pub use sarif::{log, result};

use super::by_name;

/// How findings are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindingsFormat {
    /// The lines of the page, underlined.
    Human,
    /// An object a line.
    Json,
    /// A log in SARIF 2.1.0.
    Sarif,
    /// Workflow commands, of which GitHub makes annotations.
    Github,
}

impl std::str::FromStr for FindingsFormat {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let formats = [("human", Self::Human), ("json", Self::Json), ("sarif", Self::Sarif), ("github", Self::Github)];
        by_name(name, "findings", &formats)
    }
}

/// The finding as a JSON object on one line:
///
/// ```json
/// {"rule": "unknown-type", "severity": "warning", "message": "…", "help": "…", "version": "beta",
///  "at": {"path": "shape.md", "line": 9, "column": 10, "end_line": 9, "end_column": 15, "text": "…"}, "related": [],
///  "edits": []}
/// ```
///
/// `related` holds more places, as `at` is one; `edits` too, each with the text that mends the page if it is put there;
/// `help` may be `null`.
#[must_use]
pub fn json_line(diagnostic: &Diagnostic, sources: &Sources, version: Version) -> String {
    let place = |span: Span, text: &str| {
        let Region { path, start, end } = Region::new(span, sources);
        json!({
            "path": path, "line": start.0, "column": start.1, "end_line": end.0, "end_column": end.1, "text": text,
        })
    };
    let label = |label: &Label| place(label.span, &label.text);
    let edit = |edit: &Edit| place(edit.span, &edit.text);
    json!({
        "rule": diagnostic.rule.name,
        "severity": diagnostic.severity.to_string(),
        "message": diagnostic.message,
        "help": diagnostic.help,
        "version": version.as_str(),
        "at": label(&diagnostic.primary),
        "related": diagnostic.secondary.iter().map(label).collect::<Vec<Value>>(),
        "edits": diagnostic.edits.iter().map(edit).collect::<Vec<Value>>(),
    })
    .to_string()
}

/// Where a span lies.
struct Region<'s> {
    path: &'s str,
    /// Line and column of the first character, counted from 1.
    start: (usize, usize),
    /// The same of the one behind the last character.
    end: (usize, usize),
}

impl<'s> Region<'s> {
    fn new(span: Span, sources: &'s Sources) -> Self {
        // Spans are of what was read.
        let Some(source) = sources.get(span.source) else { return Self { path: "", start: (1, 1), end: (1, 1) } };
        let place = |at: usize| (source.line(at), source.column(at));
        let range = span.range();
        Self { path: &source.path, start: place(range.start), end: place(range.end) }
    }
}

/// What is wrong, and how to mend it.
fn message(diagnostic: &Diagnostic) -> String {
    match &diagnostic.help {
        Some(help) => format!("{}\nhelp: {help}", diagnostic.message),
        None => diagnostic.message.clone(),
    }
}

#[cfg(test)]
mod tests;
