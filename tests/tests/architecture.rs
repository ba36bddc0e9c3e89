//! Who may import whom: the walls between the rooms of `codegen/src`, read from its `use` declarations.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A room, the rooms that it may import, and the crates that no other room may.
const ROOMS: &[(&str, &[&str], &[&str])] = &[
    ("source", &[], &[]),
    ("diagnostic", &["source"], &["annotate_snippets"]),
    ("page", &["source", "diagnostic"], &["pulldown_cmark"]),
    ("model", &["source"], &[]),
    ("lower", &["source", "diagnostic", "page", "model", "parallel"], &[]),
    ("fixups", &["source", "diagnostic", "model"], &[]),
    ("resolve", &["source", "diagnostic", "model", "spelling"], &["heck"]),
    ("lint", &["source", "diagnostic", "model", "resolve"], &[]),
    ("emit", &["model", "resolve", "parallel"], &["quote", "proc_macro2", "syn", "prettyplease"]),
    ("report", &["source", "diagnostic", "model", "resolve"], &[]),
    ("output", &["source", "emit"], &["similar"]),
    ("spelling", &[], &[]),
    ("parallel", &[], &[]),
    ("pipeline", &["source", "diagnostic", "page", "lower", "fixups", "resolve", "lint", "emit", "parallel"], &[]),
    ("config", &["source", "pipeline", "spelling"], &["toml"]),
    ("build_script", &["source", "diagnostic", "pipeline", "config", "output"], &[]),
    (
        "cli",
        &["source", "diagnostic", "pipeline", "config", "output", "report", "resolve", "emit", "spelling"],
        &["clap"],
    ),
    // For the tests alone, which look into every room.
    ("snapshot", &["source", "diagnostic", "page", "model", "lower", "resolve", "report", "pipeline"], &[]),
    // For the benchmarks alone; what Markdown costs is measured there, too.
    ("stages", &["source", "diagnostic", "page", "lower", "pipeline", "parallel"], &[]),
    ("lib", &["build_script", "source"], &[]),
    ("main", &[], &[]),
];

fn sources() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../codegen/src")
}

/// The Rust files of a room, but for its tests, which may look anywhere.
fn files(path: &Path, found: &mut Vec<PathBuf>) {
    if path.is_dir() {
        for entry in fs::read_dir(path).expect("a folder") {
            files(&entry.expect("an entry").path(), found);
        }
    } else if path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with("tests.rs") {
        found.push(path.to_owned());
    }
}

fn room_of(path: &Path) -> String {
    let first = path.strip_prefix(sources()).expect("below the sources").components().next().expect("a name");
    first.as_os_str().to_str().expect("UTF-8").trim_end_matches(".rs").to_owned()
}

/// What a file names behind `crate::`, and every first segment of a path, up to its unit tests.
fn named(text: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let code: String = text
        .split("#[cfg(test)]")
        .next()
        .unwrap_or_default()
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .map(|line| format!("{line}\n"))
        .collect();
    let word = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let rooms = code.split("crate::").skip(1).map(word).filter(|room| !room.is_empty()).collect();
    let ends = |before: &str| before.chars().rev().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let crates = code.match_indices("::").map(|(at, _)| ends(&code[..at]).chars().rev().collect()).collect();
    (rooms, crates)
}

#[test]
fn rooms_import_only_what_the_table_allows() {
    let table: BTreeMap<&str, (&[&str], &[&str])> =
        ROOMS.iter().map(|(room, rooms, crates)| (*room, (*rooms, *crates))).collect();
    let mut all = Vec::new();
    files(&sources(), &mut all);
    all.sort();
    assert!(all.len() > 50, "the sources are not where they were");
    let mut broken = Vec::new();
    for file in &all {
        let room = room_of(file);
        let shown = file.strip_prefix(sources()).expect("below the sources").display();
        let Some((rooms, _)) = table.get(room.as_str()) else {
            broken.push(format!("{shown}: the table has no room `{room}`"));
            continue;
        };
        let (imported, crates) = named(&fs::read_to_string(file).expect("a source"));
        for other in imported.iter().filter(|other| **other != room && !rooms.contains(&other.as_str())) {
            broken.push(format!("{shown}: `{room}` may not import `{other}`"));
        }
        for (owner, (_, walled)) in &table {
            for walled in walled.iter().filter(|walled| crates.contains(**walled) && *owner != room) {
                broken.push(format!("{shown}: only `{owner}` may use the crate `{walled}`"));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn every_room_of_the_table_exists() {
    let missing = |room: &&str| !sources().join(room).exists() && !sources().join(format!("{room}.rs")).exists();
    let gone: Vec<&str> = ROOMS.iter().map(|(room, ..)| *room).filter(missing).collect();
    assert!(gone.is_empty(), "no such rooms: {gone:?}");
}
