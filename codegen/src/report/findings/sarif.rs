//! The Static Analysis Results Interchange Format (OASIS, SARIF 2.1.0), which code hosts and editors take.

use std::fmt::Write;

use serde_json::{Value, json};

use crate::diagnostic::{Diagnostic, Label, RULES, Rule};
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
    json!({
        "ruleId": diagnostic.rule.name,
        "level": diagnostic.severity.to_string(),
        "message": text(&message(diagnostic)),
        "locations": [place(&diagnostic.primary)],
        "relatedLocations": diagnostic.secondary.iter().map(place).collect::<Vec<Value>>(),
    })
}

fn location(label: &Label, sources: &Sources) -> Value {
    let Region { path, start, end } = Region::new(label, sources);
    json!({
        "physicalLocation": {
            "artifactLocation": {"uri": uri(path)},
            "region": {"startLine": start.0, "startColumn": start.1, "endLine": end.0, "endColumn": end.1},
        },
        "message": text(&label.text),
    })
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
