//! Every fixture through every room: the first snapshot that changes names the room that did.

use std::path::PathBuf;

use msgraph_bindgen::snapshot;
use msgraph_bindgen::source::{Sources, Version, read_docs};
use msgraph_bindgen_tests::fixtures;

#[test]
fn every_room_makes_of_every_fixture_what_it_made_before() {
    // Diagnostics show paths as they are given: relative to this folder.
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for case in cases() {
            let sources = read(&case);
            insta::assert_snapshot!(format!("{case}.1-page"), snapshot::pages(&sources));
            insta::assert_snapshot!(format!("{case}.2-schema"), snapshot::schema(&sources));
            insta::assert_snapshot!(format!("{case}.3-resolved"), snapshot::resolved(&sources));
            insta::assert_snapshot!(format!("{case}.4-diagnostics"), snapshot::diagnostics(&sources));
            insta::assert_snapshot!(format!("{case}.5-rust"), types(&sources));
        }
    });
}

/// The names of the folders in `tests/fixtures`.
fn cases() -> Vec<String> {
    let folders = std::fs::read_dir(fixtures()).expect("the fixtures").map(|entry| entry.expect("a fixture").path());
    let mut cases: Vec<String> =
        folders.filter(|path| path.is_dir()).filter_map(|path| Some(path.file_name()?.to_str()?.to_owned())).collect();
    cases.sort();
    cases
}

fn read(case: &str) -> Sources {
    let mut docs = read_docs(&[PathBuf::from("fixtures").join(case)], Some(Version::Beta)).expect("pages");
    docs.remove(0).sources
}

/// The files that people read, and the machinery of them, without the hash that changes with every word of a page.
fn types(sources: &Sources) -> String {
    let of_all = |path: &str| path.starts_with("support") || path.starts_with("tables/macros");
    let files = snapshot::rust(sources).into_iter().filter(|(path, _)| !of_all(path));
    let without_hash = |text: &str| text.split_inclusive('\n').filter(|line| !line.starts_with("// Input: ")).collect();
    files
        .map(|(path, text)| (path, without_hash(&text)))
        .map(|(path, text): (_, String)| format!("==== {path}\n{text}\n"))
        .collect()
}
