//! Input that nobody would write, and that must cost no more than itself.

use std::fs;
use std::path::{Path, PathBuf};

use msgraph_bindgen::diagnostic::{Diagnostics, Severity};
use msgraph_bindgen::output::{WriteError, write};
use msgraph_bindgen::pipeline::{self, Options};
use msgraph_bindgen::source::{Sources, Version, read_docs};
use msgraph_bindgen_tests::fixtures;

fn options() -> Options {
    Options { version: Version::Beta, select: Vec::new(), support: None }
}

/// The types and the diagnostics, by rule and message, that come of pages.
fn types_and_problems(sources: &Sources) -> (usize, Vec<String>) {
    let mut cx = Diagnostics::new();
    let made = pipeline::run(sources, &options(), &mut cx, |resolved, _| resolved.types().len());
    let problems = cx.sorted().iter().map(|found| format!("{}: {}", found.rule.name, found.message)).collect();
    (made.map_or(0, |(_, types)| types), problems)
}

/// A page about `name`, with `body` between its namespace and its properties, and `rows` in its table.
fn page(name: &str, body: &str, rows: &str) -> String {
    format!(
        "# {name} resource type\n\nNamespace: microsoft.graph\n\n{body}\n\n## Properties\n\n\
         |Property|Type|Description|\n|:---|:---|:---|\n{rows}"
    )
}

#[test]
fn every_path_without_pages_is_named() {
    let dir = tempfile::tempdir().expect("a folder");
    let [missing, empty, other, text] = ["missing", "empty", "other", "page.txt"].map(|name| dir.path().join(name));
    fs::create_dir(&empty).expect("a folder");
    fs::create_dir_all(other.join("api-reference/v1.0/resources")).expect("folders");
    fs::write(other.join("api-reference/v1.0/resources/readme.txt"), "not a page").expect("a file");
    fs::write(&text, "not a page").expect("a file");
    let docs = [missing.clone(), empty.clone(), other.clone(), text.clone()];
    let problems = read_docs(&docs, None).expect_err("there are no pages");
    let named: Vec<&Path> = problems.iter().map(|problem| problem.path.as_path()).collect();
    assert_eq!(named, [missing.as_path(), &empty, &other.join("api-reference/v1.0/resources"), &text]);
    for problem in &problems {
        assert!(!problem.message.is_empty(), "{problem}");
    }
    let problems = read_docs(std::slice::from_ref(&other), Some(Version::Beta)).expect_err("there is v1.0 only");
    assert!(problems.iter().any(|problem| problem.to_string().contains("beta")), "{problems:?}");
}

#[test]
#[cfg(unix)]
fn a_file_that_may_not_be_read_costs_that_file() {
    use std::os::unix::fs::PermissionsExt;

    let dir = tempfile::tempdir().expect("a folder");
    fs::write(dir.path().join("open.md"), page("open", "", "|a|[closed](closed.md)|A.|\n")).expect("a page");
    let closed = dir.path().join("closed.md");
    fs::write(&closed, page("closed", "", "")).expect("a page");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).expect("permissions");
    if fs::read(&closed).is_ok() {
        eprintln!("skipped: this user may read everything");
        return;
    }
    let docs = read_docs(&[dir.path().to_owned()], None).expect("one page at least");
    let (types, problems) = types_and_problems(&docs[0].sources);
    assert_eq!(types, 2, "the page that was read, and the type that it refers to");
    assert!(problems.iter().any(|problem| problem.starts_with("unreadable-file")), "{problems:?}");
}

/// Whatever is linear takes a second or two here; whatever isn't takes minutes.
#[test]
fn size_alone_breaks_nothing() {
    let many = |line: &dyn Fn(usize) -> String| (0..100_000).map(line).collect::<String>();
    let prose = "Inherits from nothing, is the base type of [nobody](nobody.md), and is not abstract. ".repeat(120_000);
    let members =
        format!("{}\n### size values\n\n|Member|\n|:---|\n{}", page("c", "", ""), many(&|n| format!("|m{n}|\n")));
    let json = format!(
        "## JSON representation\n\n<!-- {{ \"blockType\": \"resource\" -->\n```json\n{}\n```\n",
        "[{\"a\":".repeat(50_000)
    );
    let pages = [
        ("prose.md", page("a", &prose, "|a|String|A.|\n")),
        ("rows.md", page("b", "", &many(&|n| format!("|p{n}|String|Read-only. Supports `$filter` (`eq`).|\n")))),
        ("members.md", members),
        (
            "line.md",
            page("d", "", &format!("|a|String|{}|\n", "Possible values are: `a`, deprecated. ".repeat(130_000))),
        ),
        ("same.md", page("e", "", &many(&|_| "|again|Int32|Twice.|\n".to_owned()))),
        ("quotes.md", format!("{}{}", page("f", "", "|a|String|A.|\n"), ">".repeat(20_000))),
        ("brackets.md", page("g", &"[".repeat(100_000), &format!("|a|String|{}|\n", "[x][".repeat(50_000)))),
        ("ticks.md", page("h", &"`a ``b ".repeat(50_000), "|a|String|A.|\n")),
        ("comments.md", format!("{}\n\n{}", page("i", "", "|a|String|A.|\n"), "<!-- ".repeat(100_000))),
        ("json.md", format!("{}\n\n{json}", page("j", "", "|a|String|A.|\n"))),
    ];
    let sources = Sources::from_texts(pages.iter().map(|(path, text)| (*path, text.as_str())));
    let (types, _) = types_and_problems(&sources);
    assert_eq!(types, pages.len() + 1, "a type each, and an enum");
}

#[test]
fn a_page_that_breaks_off_anywhere_is_survived() {
    for case in fs::read_dir(fixtures()).expect("the fixtures") {
        let case = case.expect("a fixture").path();
        let docs = read_docs(std::slice::from_ref(&case), Some(Version::Beta)).expect("pages");
        for (_, source) in docs[0].sources.pages() {
            let whole = source.text.as_str();
            let ends = whole.match_indices(['\n', '|', '"']).flat_map(|(at, _)| [at, at + 1]);
            for end in ends {
                let cut = Sources::from_texts([("cut.md", &whole[..end]), ("rest.md", &whole[end..])]);
                let problems = pipeline_problems(&cut);
                assert!(problems < 1_000, "{}: {problems} problems at byte {end}", source.path);
            }
        }
    }
}

/// How many problems there are up to the resolved schema; panics are what this is after.
fn pipeline_problems(sources: &Sources) -> usize {
    let mut cx = Diagnostics::new();
    pipeline::resolve_docs(sources, &mut cx, |_| ());
    [Severity::Note, Severity::Warning, Severity::Error].into_iter().map(|severity| cx.count(severity)).sum()
}

#[test]
fn what_is_not_ours_is_never_touched() {
    let docs = read_docs(&[fixtures().join("inheritance-nested-abstract")], Some(Version::Beta)).expect("pages");
    let (files, ()) =
        pipeline::run(&docs[0].sources, &options(), &mut Diagnostics::new(), |_, _| ()).expect("bindings");
    let dir = tempfile::tempdir().expect("a folder");
    let out = dir.path().join("bindings");
    fs::create_dir(&out).expect("a folder");
    for (path, text) in [("sea_rescue.rs", "// mine"), ("notes.rs", "// mine too")] {
        fs::write(out.join(path), text).expect("a file");
    }
    let before = listing(&out);
    let refused = write(&out, &files).expect_err("a file of ours would overwrite one that isn't");
    assert!(matches!(&refused, WriteError::NotGenerated { path } if path.ends_with("sea_rescue.rs")), "{refused}");
    assert_eq!(listing(&out), before, "all or nothing");
    fs::remove_file(out.join("sea_rescue.rs")).expect("removed");
    let done = write(&out, &files).expect("nothing is in the way");
    assert_eq!((done.written, done.removed), (files.len(), 0));
    assert_eq!(write(&out, &files[..1]).expect("fewer files").removed, files.len() - 1);
    assert_eq!(fs::read_to_string(out.join("notes.rs")).expect("still there"), "// mine too");
}

/// All files below `dir`, with their text.
fn listing(dir: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(listing(&path));
        } else {
            let text = fs::read_to_string(&path).expect("a file");
            found.push((path, text));
        }
    }
    found.sort();
    found
}
