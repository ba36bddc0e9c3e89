use std::fs;
use std::path::Path;

use super::args::Explain;
use super::*;
use crate::diagnostic::Diagnostics;
use crate::output::overwrite;
use crate::pipeline::{self, Options};
use crate::source::read_docs;
use crate::tests::page;

/// A folder with two pages, one of which refers to a type that has none.
pub(super) fn docs(dir: &Path) {
    let shape = page("shape", "A shape.", "", "|name|String|The name.|\n|fill|[paint](paint.md)|The paint.|");
    let round = page("round", "Inherits from [shape](shape.md).", "", "|radius|Double|The radius.|");
    overwrite(&dir.join("docs/shape.md"), &shape).unwrap();
    overwrite(&dir.join("docs/round.md"), &round).unwrap();
}

/// Runs a command in which `@` stands for `dir`; what it prints, and its code.
pub(super) fn run(dir: &Path, command: &str) -> (String, u8) {
    let words = format!("msgraph-bindgen {command}").replace('@', dir.to_str().unwrap());
    let arguments = Arguments::try_parse_from(words.split(' ')).unwrap();
    let mut out = Vec::new();
    let mut terminal = Terminal::new(&mut out);
    let (error, code) = match super::run(&arguments.command, &mut terminal) {
        Ok(()) => (String::new(), 0),
        Err(stop) => (stop.errors().join("\n"), stop.code()),
    };
    (String::from_utf8(out).unwrap() + &error, code)
}

#[test]
fn generate_writes_and_check_compares() {
    let dir = tempfile::tempdir().unwrap();
    docs(dir.path());
    let (missing, code) = run(dir.path(), "generate --docs @/docs --out @/out --check");
    assert_eq!(code, 1, "{missing}");
    assert!(missing.contains("mod.rs: missing") && !dir.path().join("out").exists(), "{missing}");
    let (first, code) = run(dir.path(), "generate --docs @/docs --out @/out");
    assert_eq!(code, 0, "{first}");
    assert!(
        first.contains("beta: 2 pages, 2 types") && first.contains("shape\n\u{2514}\u{2500}\u{2500} round"),
        "{first}"
    );
    let (second, code) = run(dir.path(), "generate --docs @/docs --out @/out");
    assert_eq!(code, 0);
    assert!(second.contains(": 0 new or changed, "), "{second}");
    let (fresh, code) = run(dir.path(), "generate --docs @/docs --out @/out --check");
    assert_eq!(code, 0, "{fresh}");
    assert!(fresh.contains("out: fresh"), "{fresh}");
    overwrite(&dir.path().join("out/mod.rs"), "// mine").unwrap();
    let (refused, code) = run(dir.path(), "generate --docs @/docs --out @/out");
    assert_eq!(code, 2, "{refused}");
    let (refused, code) = run(dir.path(), "generate --docs @/docs --out @/out --check");
    let advice =
        "1 file differs; move away what is in the way, or choose another output folder, and leave out `--check`";
    assert!(refused.contains("mod.rs: in the way") && refused.contains(advice) && code == 1, "{refused}");
}

#[test]
#[allow(clippy::disallowed_methods, reason = "no text is what `output` writes")]
fn what_cannot_be_read_is_not_called_a_page_without_a_type() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("shape.md"), b"# shape\n\xff").unwrap();
    let (out, code) = run(dir.path(), "lint --docs @/shape.md");
    assert!(out.contains("beta: unreadable-file 1\n") && code == 1, "{out}");
}

#[test]
fn what_cannot_be_written_is_told_with_what_to_do() {
    let dir = tempfile::tempdir().unwrap();
    docs(dir.path());
    let words = format!("msgraph-bindgen generate --docs {0}/docs --out {0}/docs/shape.md", dir.path().display());
    let arguments = Arguments::try_parse_from(words.split(' ')).unwrap();
    let stop = super::run(&arguments.command, &mut Terminal::new(&mut Vec::new())).unwrap_err();
    assert_eq!(stop.code(), 3);
    assert_eq!(stop.help(), Some("a file stands where a folder is needed; `--out` tells where to write"));
}

#[test]
fn where_nothing_derives_nothing_is_drawn() {
    let dir = tempfile::tempdir().unwrap();
    overwrite(&dir.path().join("docs/shape.md"), &page("shape", "A shape.", "", "|name|String|The name.|")).unwrap();
    let (out, code) = run(dir.path(), "generate --docs @/docs --out @/out");
    assert!(out.ends_with(" removed\n") && !out.ends_with("\n\n") && code == 0, "{out}");
}

#[test]
fn wrong_use_and_unreadable_input_have_their_codes() {
    let dir = tempfile::tempdir().unwrap();
    docs(dir.path());
    for (command, expected) in [
        ("tree circle --docs @/docs", 2),
        ("explain no-such-rule", 2),
        ("tree --docs @/none", 3),
        ("tree --docs @/docs --config @/none.toml", 3),
        ("explain no-types", 0),
        ("explain", 0),
        ("tree --docs @/docs --format mermaid", 0),
    ] {
        let (out, code) = run(dir.path(), command);
        assert_eq!(code, expected, "{command}: {out}");
    }
}

#[test]
fn types_are_selected_by_name_or_by_namespace() {
    let dir = tempfile::tempdir().unwrap();
    docs(dir.path());
    let other =
        page("square", "A square.", "", "|side|Double|The side.|").replace("microsoft.graph", "microsoft.graph.flat");
    overwrite(&dir.path().join("docs/square.md"), &other).unwrap();
    for (select, expected, code) in [
        ("round", "selected 3 types", 0),
        ("shape", "selected 3 types", 0),
        ("flat.*", "selected 1 type\n", 0),
        ("microsoft.graph.flat.*", "selected 1 type\n", 0),
        ("microsoft.graph.*", "selected 3 types", 0),
        ("paint", "there is no type `paint`", 2),
        ("flat", "there is no type `flat`; did you mean `flat.*`?", 2),
        ("sharp.*", "there is no namespace `sharp.*`", 2),
        ("flet.*", "there is no namespace `flet.*`; did you mean `microsoft.graph.flat.*`?", 2),
        ("squar", "there is no type `squar`; did you mean `microsoft.graph.flat.square`?", 2),
    ] {
        let (out, found) = run(dir.path(), &format!("generate --docs @/docs --out @/out --check --select {select}"));
        // Without bindings, nothing is fresh.
        assert!(out.contains(expected) && found == code.max(1), "{select}: {out}");
    }
}

#[test]
fn warnings_are_shown_where_their_pages_are_needed() {
    let dir = tempfile::tempdir().unwrap();
    docs(dir.path());
    overwrite(&dir.path().join("docs/dot.md"), &page("dot", "A dot.", "", "|size|Double|The size.|")).unwrap();
    let docs = read_docs(&[dir.path().join("docs")], None).unwrap().remove(0);
    for (select, relevant) in [("dot", 0), ("round", 2)] {
        let mut cx = Diagnostics::new();
        let options = Options { select: vec![select.to_owned()], ..Options::new(docs.version) };
        let (_, pages) = pipeline::run_with_pages(&docs.sources, &options, &mut cx).unwrap();
        assert_eq!((cx.relevant(pages.as_ref()).len(), cx.sorted().len()), (relevant, 2), "{select}");
    }
}

#[test]
fn diff_tells_what_breaks() {
    let dir = tempfile::tempdir().unwrap();
    docs(dir.path());
    let shape = page("shape", "A shape.", "", "|name|String|The name.|\n|size|Int32|The size.|");
    overwrite(&dir.path().join("new/shape.md"), &shape).unwrap();
    for (command, expected, code) in [
        ("diff @/docs @/new", "Breaking\n  AnyShape: gone\n", 1),
        ("diff @/docs @/docs", "0 breaking, 0 deprecated, 0 added", 0),
        // What is selected may be new, but not be nowhere.
        ("diff @/new @/docs --select round", "Added\n  AnyShape: enum", 0),
        ("diff @/docs @/new --select round", "  Round: gone\n", 1),
        (
            "diff @/new @/docs --select round --select rond",
            "there is no type `rond`; did you mean `microsoft.graph.round`?",
            2,
        ),
        ("diff @/new @/new --format markdown --select shape", "0 breaking", 0),
        ("diff @/docs @/none", "none: No such file", 3),
    ] {
        let (out, found) = run(dir.path(), command);
        assert!(out.contains(expected) && found == code, "{command}: {out}");
        assert!(!out.contains("beta: there is no type"), "neither version has it: {out}");
    }
}

#[test]
fn without_docs_nothing_is_removed() {
    let dir = tempfile::tempdir().unwrap();
    docs(dir.path());
    assert_eq!(run(dir.path(), "generate --docs @/docs --out @/out").1, 0);
    overwrite(&dir.path().join("bindgen.toml"), "docs = []\nout = 'out'\n").unwrap();
    let (message, code) = run(dir.path(), "generate --config @/bindgen.toml");
    assert!(message.ends_with("bindgen.toml:1:8: `docs` names no path") && code == 2, "{message}");
    assert!(dir.path().join("out/mod.rs").exists());
}

#[test]
fn who_named_no_docs_is_told_how_to() {
    let missing = |by_default| {
        let problems = read_docs(&["no/such".into()], None).unwrap_err();
        let stop = Stop::Docs { problems, by_default };
        (stop.errors().concat(), stop.help().unwrap_or_default())
    };
    assert!(missing(true).0.starts_with("no/such: ") && missing(true).1.contains("`--docs PATH`"));
    let named = "docs are a checkout (the folder with `api-reference`), a folder of pages, or a page (`*.md`)";
    assert_eq!(missing(false), (missing(true).0, named));
}

#[test]
fn of_two_versions_one_must_be_chosen_to_look_at() {
    let dir = tempfile::tempdir().unwrap();
    let page = page("shape", "A shape.", "", "|name|String|The name.|");
    for version in ["beta", "v1.0"] {
        overwrite(&dir.path().join(format!("docs/api-reference/{version}/resources/shape.md")), &page).unwrap();
    }
    let (message, code) = run(dir.path(), "ir --docs @/docs");
    assert_eq!(
        (message.as_str(), code),
        ("the docs hold beta and v1.0; choose one with `--api-version`, or by its folder below `api-reference`", 2)
    );
    let (json, code) = run(dir.path(), "ir --docs @/docs --api-version v1.0");
    assert!(json.starts_with("{\n \"format\": 1,\n \"version\": \"v1.0\",") && code == 0, "{json}");
    let (both, code) = run(dir.path(), "generate --docs @/docs --out @/out");
    assert_eq!(code, 0, "{both}");
    for module in ["beta", "v1_0"] {
        assert!(dir.path().join("out").join(module).join("mod.rs").exists());
    }
}

#[test]
fn a_closed_pipe_is_no_error() {
    struct Closed;
    impl io::Write for Closed {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let stop = super::run(&Command::Explain(Explain::default()), &mut Terminal::new(&mut Closed)).unwrap_err();
    assert_eq!((stop.code(), stop.errors()), (0, Vec::new()));
}

#[test]
fn warnings_are_hidden_where_that_is_asked() {
    let dir = tempfile::tempdir().unwrap();
    docs(dir.path());
    overwrite(&dir.path().join("docs/huge.md"), &"#".repeat(17 << 20)).unwrap();
    let docs = read_docs(&[dir.path().join("docs")], None).unwrap();
    let mut cx = Diagnostics::new();
    pipeline::check(&docs[0].sources, &mut cx);
    let shown = |flags: &str| {
        let arguments = Arguments::try_parse_from(format!("msgraph-bindgen generate{flags}").split(' ')).unwrap();
        let Command::Generate(args) = arguments.command else { unreachable!() };
        generate::shown(&cx, None, &args).iter().map(|shown| shown.rule.name).collect::<Vec<_>>()
    };
    assert_eq!(shown(""), ["unreadable-file", "unknown-type"]);
    assert_eq!(shown(" --hide-warnings"), ["unreadable-file"]);
}
