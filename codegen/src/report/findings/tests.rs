use super::*;
use crate::diagnostic::rules::{UNKNOWN_TYPE, UNREADABLE_JSON};
use crate::diagnostic::{Diagnostics, Edit};
use crate::source::{Sources, Span};

/// Findings on a page whose name and words need escaping: one on a line, with advice and another place, which can be
/// mended; one on two lines.
fn findings() -> (Sources, Vec<Diagnostic>) {
    let sources = Sources::from_texts([("my docs/a,b.md", "# ä paint\n\n{\n}\n")]);
    let id = sources.iter().next().unwrap().0;
    let unknown = Diagnostic::new(&UNKNOWN_TYPE, "100% unknown: `paint`", Span::new(id, 5, 10), "named here")
        .with_label(Span::new(id, 12, 13), "and here")
        .with_help("write a page")
        .with_edits([Edit { span: Span::new(id, 5, 5), text: "{".to_owned() }]);
    let json = Diagnostic::new(&UNREADABLE_JSON, "no JSON in {}", Span::new(id, 12, 15), "this");
    let mut cx = Diagnostics::new();
    [unknown, json].into_iter().for_each(|one| cx.report(one));
    (sources, cx.sorted().into_iter().cloned().collect())
}

#[test]
fn a_line_of_json_says_all() {
    let (sources, findings) = findings();
    let lines: Vec<Value> = findings
        .iter()
        .map(|finding| json_line(finding, &sources, Version::Beta))
        .inspect(|line| assert!(!line.contains('\n')))
        .map(|line| serde_json::from_str(&line).unwrap())
        .collect();
    let place = |line, column, end_line, end_column, text| {
        json!({"path": "my docs/a,b.md", "line": line, "column": column, "end_line": end_line,
               "end_column": end_column, "text": text})
    };
    let expected = json!([
        {"rule": "unknown-type", "severity": "warning", "message": "100% unknown: `paint`", "help": "write a page",
         "version": "beta", "at": place(1, 5, 1, 10, "named here"), "related": [place(3, 1, 3, 2, "and here")],
         "edits": [place(1, 5, 1, 5, "{")]},
        {"rule": "unreadable-json", "severity": "warning", "message": "no JSON in {}", "help": null, "version": "beta",
         "at": place(3, 1, 4, 2, "this"), "related": [], "edits": []},
    ]);
    assert_eq!(Value::Array(lines), expected);
}

#[test]
fn a_workflow_command_stays_on_its_line() {
    let (sources, findings) = findings();
    let commands: Vec<String> = findings.iter().map(|finding| command(finding, &sources)).collect();
    assert_eq!(
        commands,
        [
            "::warning file=my docs/a%2Cb.md,line=1,col=5,endColumn=10,title=unknown-type::100%25 unknown: `paint`\
             %0Ahelp: write a page%0Amy docs/a,b.md:3:1: and here",
            "::warning file=my docs/a%2Cb.md,line=3,col=1,title=unreadable-json::no JSON in {}",
        ]
    );
}

#[test]
fn a_log_explains_every_rule_and_shows_every_finding() {
    let (sources, findings) = findings();
    let results: Vec<Value> = findings.iter().map(|finding| result(finding, &sources)).collect();
    let log: Value = serde_json::from_str(&log(&results)).unwrap();
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let first = &run["results"][0];
    assert!(rules.iter().any(|rule| rule["id"] == first["ruleId"]));
    let location = json!({
        "message": {"text": "named here"},
        "physicalLocation": {
            "artifactLocation": {"uri": "my%20docs/a%2Cb.md"},
            "region": {"startLine": 1, "startColumn": 5, "endLine": 1, "endColumn": 10},
        },
    });
    assert_eq!(first["locations"], json!([location]));
    assert_eq!(first["message"]["text"], "100% unknown: `paint`\nhelp: write a page");
    let region = json!({"startLine": 1, "startColumn": 5, "endLine": 1, "endColumn": 5});
    let replacements = json!([{"deletedRegion": region, "insertedContent": {"text": "{"}}]);
    assert_eq!(first["fixes"][0]["artifactChanges"][0]["replacements"], replacements);
    assert_eq!(run["results"][1].get("fixes"), None);
    assert_eq!(first["relatedLocations"][0]["message"]["text"], "and here");
    assert_eq!(run["results"][1]["message"]["text"], "no JSON in {{}}");
    assert_eq!(run["results"][1]["locations"][0]["physicalLocation"]["region"]["endLine"], 4);
}
