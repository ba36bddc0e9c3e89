//! Nothing that stands on a page or in a folder leads out of the docs, or round in circles.

use std::fs;
use std::path::Path;

use msgraph_bindgen::diagnostic::Diagnostics;
use msgraph_bindgen::source::read_docs;
use msgraph_bindgen::stages;
use msgraph_bindgen_tests::page;

const RESOURCES: &str = "docs/api-reference/beta/resources";
const INCLUDES: &str = "docs/api-reference/includes";

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
    fs::write(path, text).expect("a file");
}

fn boat(introduction: &str) -> String {
    page("boat", introduction, "|name|String|The name.|\n")
}

#[test]
fn includes_stay_within_the_docs() {
    let dir = tempfile::tempdir().expect("a folder");
    write(&dir.path().join(INCLUDES).join("deprecated.md"), "Boats are deprecated.\n");
    let outside = dir.path().join("deprecated.md");
    write(&outside, "The secret is deprecated.\n");
    let absolute = outside.to_str().expect("UTF-8").replace('\\', "/");
    for (target, expected) in [
        ("../../includes/deprecated.md", ("Boats are deprecated.", 0)),
        ("../../../../deprecated.md", ("", 1)),
        ("../../includes/../../../deprecated.md", ("", 1)),
        (&absolute, ("", 1)),
    ] {
        let resources = dir.path().join(RESOURCES);
        write(&resources.join("boat.md"), &boat(&format!("[!INCLUDE [deprecated]({target})]")));
        assert!(resources.join(target).is_file(), "{target} is there to be read");
        let docs = read_docs(&[dir.path().join("docs")], None).expect("pages").remove(0);
        let mut cx = Diagnostics::new();
        let note = stages::resolve_docs(&docs.sources, &mut cx, |resolved| {
            let deprecated = resolved.types().next().and_then(|(_, ty)| ty.deprecated);
            deprecated.map(|deprecated| deprecated.note.to_string())
        });
        let missing = cx.sorted().iter().filter(|found| found.rule.name == "missing-include").count();
        assert_eq!((note.as_deref(), missing), (Some(expected.0), expected.1), "{target}");
    }
}

#[test]
#[cfg(unix)]
fn links_are_followed_neither_out_of_the_docs_nor_in_circles() {
    use std::os::unix::fs::symlink;

    let dir = tempfile::tempdir().expect("a folder");
    let (resources, far) = (dir.path().join(RESOURCES), dir.path().join("far"));
    for path in [far.join("far.md"), resources.join("a/one.md"), resources.join("b/two.md")] {
        write(&path, &boat(""));
    }
    write(&dir.path().join(INCLUDES).join("note.md"), "A note.\n");
    // To follow each way would take two to the power of however many links the system follows.
    for (target, link) in
        [("../b", "a/left"), ("../b", "a/right"), ("../a", "b/left"), ("../a", "b/right"), ("..", "b/up")]
    {
        symlink(target, resources.join(link)).expect("a link");
    }
    symlink(&far, resources.join("out")).expect("a link");
    symlink(far.join("far.md"), dir.path().join(INCLUDES).join("out.md")).expect("a link");

    let docs = read_docs(&[dir.path().join("docs")], None).expect("pages").remove(0);
    let found: Vec<(&str, Option<&str>)> = docs
        .sources
        .iter()
        .map(|(_, source)| {
            (source.path.split_once("api-reference/").expect("in the docs").1, source.unreadable.as_deref())
        })
        .collect();
    let out = Some("a link that leads out of the docs");
    let expected = [
        ("beta/resources/a/one.md", None),
        ("beta/resources/b/two.md", None),
        ("beta/resources/out", out),
        ("includes/note.md", None),
        ("includes/out.md", out),
    ];
    assert_eq!(found, expected);
}
