use std::path::Path;

use super::*;
use crate::output::overwrite;

const PAGE: &str = "# point resource type\n\nNamespace: microsoft.graph\n\nA point.\n\n## Properties\n\n\
                    |Property|Type|Description|\n|:---|:---|:---|\n|x|Int32|Across.|\n\n## JSON representation\n\n\
                    <!-- { \"blockType\": \"resource\", \"@odata.type\": \"microsoft.graph.point\" } -->\n\
                    ```json\n{ \"x\": 1 }\n```\n";

fn builder(dir: &Path) -> Builder {
    Builder::new().docs(dir.join("docs")).out_dir(dir.join("out"))
}

#[test]
fn a_module_and_a_file_to_include_are_written() {
    let dir = tempfile::tempdir().unwrap();
    overwrite(&dir.path().join("docs/point.md"), PAGE).unwrap();
    builder(dir.path()).module("graph").compile().unwrap();
    let include = crate::source::read_text(&dir.path().join("out/graph.rs")).unwrap();
    assert!(include.contains("#[path = \"graph/mod.rs\"]\npub mod graph;"), "{include}");
    assert!(dir.path().join("out/graph/mod.rs").exists());
}

#[test]
fn a_type_stands_in_place_of_a_scalar() {
    let dir = tempfile::tempdir().unwrap();
    overwrite(&dir.path().join("docs/point.md"), PAGE).unwrap();
    builder(dir.path()).scalar(Primitive::Int32, "u8").compile().unwrap();
    let module = crate::source::read_text(&dir.path().join("out/msgraph/mod.rs")).unwrap();
    assert!(module.contains("pub x: Option<u8>,"), "{module}");
}

#[test]
fn two_modules_can_live_in_one_folder() {
    let dir = tempfile::tempdir().unwrap();
    overwrite(&dir.path().join("docs/point.md"), PAGE).unwrap();
    for module in ["one", "two", "one"] {
        builder(dir.path()).module(module).compile().unwrap();
    }
    assert!(dir.path().join("out/one/mod.rs").exists() && dir.path().join("out/two/mod.rs").exists());
}

#[test]
fn errors_say_what_is_wrong_and_write_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let error = builder(dir.path()).compile().unwrap_err();
    assert!(matches!(error, Error::Docs(_)), "{error}");
    assert_eq!(format!("{error:?}"), error.to_string(), "what `main` prints is for people");
    for name in ["", "a b", "fn", "_", "1", "../a", "a-b"] {
        let error = builder(dir.path()).module(name).compile().unwrap_err();
        assert!(matches!(error, Error::ModuleName(_)), "{name}: {error}");
    }
    let error = builder(dir.path()).support("not a path!").compile().unwrap_err();
    assert!(matches!(error, Error::SupportPath(_)), "{error}");
    let error = builder(dir.path()).scalar(Primitive::Guid, "a b").compile().unwrap_err();
    assert!(matches!(error, Error::Scalar(_)), "{error}");
    assert!(!dir.path().join("out").exists());
}

#[test]
fn a_file_of_somebody_else_is_not_overwritten() {
    let dir = tempfile::tempdir().unwrap();
    overwrite(&dir.path().join("docs/point.md"), PAGE).unwrap();
    overwrite(&dir.path().join("out/lib.rs"), "// mine").unwrap();
    let error = builder(dir.path()).module("lib").compile().unwrap_err();
    assert!(matches!(error, Error::Write(_)), "{error}");
    assert_eq!(crate::source::read_text(&dir.path().join("out/lib.rs")).unwrap(), "// mine");
}

#[test]
fn warnings_count_where_their_pages_are_needed() {
    let dir = tempfile::tempdir().unwrap();
    overwrite(&dir.path().join("docs/point.md"), PAGE).unwrap();
    let line = PAGE.replace("point", "line").replace("|x|Int32|", "|from|[spot](spot.md)|");
    overwrite(&dir.path().join("docs/line.md"), &line).unwrap();
    let strict = || builder(dir.path()).deny_warnings();
    strict().select("point").compile().unwrap();
    for all in [strict(), strict().select("line"), strict().hide_warnings()] {
        let error = all.compile().unwrap_err();
        assert!(matches!(error, Error::Pages { errors: 1 }), "{error}");
    }
}
