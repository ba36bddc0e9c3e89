//! Workflow commands of GitHub Actions.

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Sources;

use super::{Region, message};

/// The finding as a [workflow command](https://docs.github.com/actions/reference/workflow-commands-for-github-actions):
/// GitHub shows it at its line of a pull request.
#[must_use]
pub fn command(diagnostic: &Diagnostic, sources: &Sources) -> String {
    let level = match diagnostic.severity {
        Severity::Note => "notice",
        Severity::Warning => "warning",
        Severity::Error => "error",
    };
    let Region { path, start, end } = Region::new(diagnostic.primary.span, sources);
    let (file, title) = (property(path), property(diagnostic.rule.name));
    // Columns are taken for those of one line.
    let end_column = if start.0 == end.0 { format!(",endColumn={}", end.1) } else { String::new() };
    let mut text = message(diagnostic);
    for label in &diagnostic.secondary {
        let Region { path, start: (line, column), .. } = Region::new(label.span, sources);
        text.push_str(&format!("\n{path}:{line}:{column}: {}", label.text));
    }
    format!("::{level} file={file},line={},col={}{end_column},title={title}::{}", start.0, start.1, data(&text))
}

/// Text as a command's data: on one line.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Text as the value of a command's property, which ends at a comma or colon.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
