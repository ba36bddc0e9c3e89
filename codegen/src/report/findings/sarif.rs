//! The Static Analysis Results Interchange Format (OASIS, SARIF 2.1.0), which code hosts and editors take.

use std::fmt::Write;

use serde_json::{Value, json};

use crate::diagnostic::{Diagnostic, Edit, Label, RULES, Rule};
use crate::source::Sources;

use super::{Region, message};

/// The log of a run with these [`result`]s, as JSON text without a line break at its end.
#[must_use]
pub fn log(results: &[Value]) -> String {
    let rule = |rule: &&Rule| {
        json!({
            "id": rule.name,
            "shortDescription": text(rule.summary),
            "fullDescription": text(rule.explanation),
            "defaultConfiguration": {"level": rule.severity.to_string()},
        })
    };
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": env!("CARGO_PKG_NAME"),
                "version": env!("CARGO_PKG_VERSION"),
                "rules": RULES.iter().map(rule).collect::<Vec<Value>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log:#}")
}

/// The finding as a result (§3.27).
#[must_use]
pub fn result(diagnostic: &Diagnostic, sources: &Sources) -> Value {
    let place = |label: &Label| location(label, sources);
    let mut result = json!({
        "ruleId": diagnostic.rule.name,
        "level": diagnostic.severity.to_string(),
        "message": text(&message(diagnostic)),
        "locations": [place(&diagnostic.primary)],
        "relatedLocations": diagnostic.secondary.iter().map(place).collect::<Vec<Value>>(),
    });
    if !diagnostic.edits.is_empty() {
        let changes: Vec<Value> = diagnostic.edits.iter().map(|edit| change(edit, sources)).collect();
        result["fixes"] = json!([{"artifactChanges": changes}]);
    }
    result
}

/// What an edit changes (§3.56); of several in one file each is a change of its own.
fn change(edit: &Edit, sources: &Sources) -> Value {
    let region = Region::new(edit.span, sources);
    json!({
        "artifactLocation": {"uri": uri(region.path)},
        "replacements": [{"deletedRegion": region.to_json(), "insertedContent": {"text": edit.text}}],
    })
}

fn location(label: &Label, sources: &Sources) -> Value {
    let region = Region::new(label.span, sources);
    json!({
        "physicalLocation": {"artifactLocation": {"uri": uri(region.path)}, "region": region.to_json()},
        "message": text(&label.text),
    })
}

impl Region<'_> {
    fn to_json(&self) -> Value {
        let (start, end) = (self.start, self.end);
        json!({"startLine": start.0, "startColumn": start.1, "endLine": end.0, "endColumn": end.1})
    }
}

/// A message without placeholders, for which braces would be taken (§3.11.5).
fn text(text: &str) -> Value {
    json!({"text": text.replace('{', "{{").replace('}', "}}")})
}

/// The path as a reference of RFC 3986: relative, as the path is, or with the scheme `file`.
fn uri(path: &str) -> String {
    let mut uri = String::from(if path.starts_with('/') { "file://" } else { "" });
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            // To a string, everything can be written.
            _ => _ = write!(uri, "%{byte:02X}"),
        }
    }
    uri
}
