//! Input that nobody would write, and that must cost no more than itself.

use std::fs;
use std::path::{Path, PathBuf};

use msgraph_bindgen::diagnostic::{Diagnostics, Severity};
use msgraph_bindgen::output::{WriteError, write};
use msgraph_bindgen::pipeline::{self, Options};
use msgraph_bindgen::source::{MAX_FILE_BYTES, Problem, Sources, Version, read_docs};
use msgraph_bindgen::stages;
use msgraph_bindgen_tests::{fixtures, page};

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
    let at = dir.path().display().to_string();
    let told = |problems: &[Problem]| {
        let lines = problems.iter().map(|problem| problem.to_string().replace(&at, "[folder]").replace('\\', "/"));
        lines.collect::<Vec<_>>().join("\n")
    };
    // What the operating system says about a file that isn't there is its own matter elsewhere.
    if cfg!(unix) {
        insta::assert_snapshot!(told(&problems), @r"
        [folder]/missing: No such file or directory (os error 2)
        [folder]/empty: no page (`*.md`) in it
        [folder]/other/api-reference/v1.0/resources: no page (`*.md`) in it
        [folder]/page.txt: not a page (`*.md`)
        ");
    }
    let problems = read_docs(std::slice::from_ref(&other), Some(Version::Beta)).expect_err("there is v1.0 only");
    insta::assert_snapshot!(told(&problems), @"[folder]/other: no pages of beta in it");
}

/// Links are what can't be read even by root, who runs the tests in containers.
#[test]
#[cfg(unix)]
fn a_file_that_can_not_be_read_costs_that_file() {
    use std::os::unix::fs::symlink;

    let far = tempfile::tempdir().expect("a folder");
    fs::write(far.path().join("far.md"), page("far", "", "|a|String|A.|\n")).expect("a page");
    for target in [Path::new("closed.md"), Path::new("nowhere.md"), &far.path().join("far.md")] {
        let dir = tempfile::tempdir().expect("a folder");
        fs::write(dir.path().join("before.md"), page("before", "", "|a|String|A.|\n")).expect("a page");
        symlink(target, dir.path().join("closed.md")).expect("a link");
        fs::write(dir.path().join("open.md"), page("open", "", "|a|[before](before.md)|A.|\n")).expect("a page");
        let docs = read_docs(&[dir.path().to_owned()], None).expect("two pages");
        let mut cx = Diagnostics::new();
        let (files, names) = stages::run_and(&docs[0].sources, &Options::new(Version::Beta), &mut cx, |resolved, _| {
            resolved.types().map(|(_, ty)| ty.name.name().to_owned()).collect::<Vec<_>>()
        })
        .expect("bindings of the rest");
        assert_eq!(names, ["before", "open"], "{}", target.display());
        let root = files.iter().find(|file| file.path == "mod.rs").expect("the root module");
        for name in ["Before", "Open"] {
            assert!(root.text.contains(&format!("pub struct {name} {{")), "{name}: {}", root.text);
        }
        let problems = cx.sorted();
        let [only] = problems.as_slice() else { panic!("{}: {problems:?}", target.display()) };
        assert_eq!((only.rule.name, only.severity), ("unreadable-file", Severity::Error));
        let named = docs[0].sources.get(only.primary.span.source).expect("a file");
        assert!(Path::new(&named.path).ends_with("closed.md"), "{}", named.path);
    }
}

#[test]
fn a_file_that_is_too_large_costs_that_file() {
    let dir = tempfile::tempdir().expect("a folder");
    for (name, excess) in [("huge.md", 1), ("large.md", 0)] {
        let text = page(name.trim_end_matches(".md"), "", "|a|String|A.|\n") + "\n";
        let rest = usize::try_from(MAX_FILE_BYTES).expect("a size") + excess - text.len();
        fs::write(dir.path().join(name), text + &" ".repeat(rest)).expect("a page");
    }
    let docs = read_docs(&[dir.path().to_owned()], None).expect("two pages");
    let mut cx = Diagnostics::new();
    let types = stages::resolve_docs(&docs[0].sources, &mut cx, |resolved| {
        resolved.types().map(|(_, ty)| ty.name.name().to_owned()).collect::<Vec<_>>()
    });
    assert_eq!(types, ["large"]);
    let problems = cx.sorted();
    let [only] = problems.as_slice() else { panic!("{problems:?}") };
    assert_eq!((only.rule.name, only.severity), ("unreadable-file", Severity::Error));
    assert!(only.message.ends_with("larger than 16 MiB"), "{}", only.message);
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
    pipeline::check(sources, &mut cx);
    [Severity::Note, Severity::Warning, Severity::Error].into_iter().map(|severity| cx.count(severity)).sum()
}

#[test]
fn what_is_not_ours_is_never_touched() {
    let docs = read_docs(&[fixtures().join("inheritance-nested-abstract")], Some(Version::Beta)).expect("pages");
    let files =
        pipeline::run(&docs[0].sources, &Options::new(Version::Beta), &mut Diagnostics::new()).expect("bindings");
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
