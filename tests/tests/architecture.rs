//! Who may import whom: the walls between the rooms of `codegen/src`, read from its `use` declarations.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A room, the rooms that it may import, and the crates that no other room may.
const ROOMS: &[(&str, &[&str], &[&str])] = &[
    ("source", &["parallel"], &[]),
    ("diagnostic", &["source"], &["annotate_snippets"]),
    ("page", &["source", "diagnostic"], &["pulldown_cmark", "html5gum"]),
    ("model", &["source", "hash"], &[]),
    ("lower", &["source", "diagnostic", "page", "model", "parallel", "spelling", "hash"], &[]),
    ("fixups", &["source", "diagnostic", "model"], &[]),
    ("resolve", &["source", "diagnostic", "model", "parallel", "spelling", "hash"], &["heck", "smol_str"]),
    ("lint", &["source", "diagnostic", "model", "resolve", "spelling"], &[]),
    ("emit", &["model", "resolve", "parallel"], &["quote", "proc_macro2", "syn", "prettyplease"]),
    ("report", &["source", "diagnostic", "model", "resolve", "emit"], &[]),
    ("output", &["source", "emit", "parallel"], &["similar"]),
    ("spelling", &[], &[]),
    ("parallel", &[], &["rayon"]),
    ("hash", &[], &["foldhash"]),
    (
        "pipeline",
        &["source", "diagnostic", "page", "lower", "fixups", "resolve", "lint", "emit", "parallel"],
        &["xxhash_rust"],
    ),
    ("config", &["source", "pipeline", "spelling"], &["toml"]),
    ("build_script", &["source", "diagnostic", "pipeline", "config", "output"], &[]),
    (
        "cli",
        &["source", "diagnostic", "pipeline", "config", "output", "report", "resolve", "emit", "spelling"],
        &["clap"],
    ),
    // For the tests alone, which look into every room.
    ("snapshot", &["source", "diagnostic", "page", "model", "lower", "resolve", "report", "pipeline"], &[]),
    // For the tests and the benchmarks alone; what Markdown costs is measured there, too.
    ("stages", &["source", "diagnostic", "page", "lower", "resolve", "emit", "report", "pipeline", "parallel"], &[]),
    ("lib", &["build_script", "source"], &[]),
    ("main", &[], &["mimalloc"]),
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

/// How many `super::` lead from a file to the root of the crate.
fn depth_of(path: &Path) -> usize {
    let below = path.strip_prefix(sources()).expect("below the sources");
    let root = below == Path::new("lib.rs") || below == Path::new("main.rs");
    below.components().count() - usize::from(root || below.ends_with("mod.rs"))
}

/// The code without its comments, and without its modules of unit tests, which may look anywhere.
fn code_of(text: &str) -> String {
    let mut code = String::new();
    let mut lines = text.lines().filter(|line| !line.trim_start().starts_with("//")).peekable();
    while let Some(line) = lines.next() {
        let module = |line: &&str| line.trim_start().starts_with("mod ");
        match lines.next_if(|next| line.trim() == "#[cfg(test)]" && module(next)) {
            Some(head) if head.ends_with('{') => {
                let indent = &head[..head.len() - head.trim_start().len()];
                let end = format!("{indent}}}");
                lines.by_ref().find(|line| *line == end);
            }
            Some(_) => {}
            None => {
                code.push_str(line);
                code.push('\n');
            }
        }
    }
    code
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// What is named right behind the crate's root: a word, or `{`, `*` or nothing where it is more than one thing.
fn behind(text: &str) -> &str {
    let word = &text[..text.find(|c| !is_word(c)).unwrap_or(text.len())];
    if word.is_empty() { text.get(..1).unwrap_or_default() } else { word }
}

/// What the code of a file `depth` below the root names behind `crate::`, or behind as many `super::`, and every first
/// segment of a path.
fn named(code: &str, depth: usize) -> (BTreeSet<&str>, BTreeSet<&str>) {
    let mut rooms: BTreeSet<&str> = code.split("crate::").skip(1).map(behind).collect();
    rooms.extend(code.contains("crate as ").then_some("as"));
    for (at, _) in code.match_indices("super::") {
        // Only where the row of them starts.
        if code[..at].ends_with("super::") {
            continue;
        }
        let rest = code[at..].trim_start_matches("super::");
        let count = (code.len() - at - rest.len()) / "super::".len();
        let found = behind(rest);
        // Bindings have a `super::support`, too.
        let is_of_ours = ["{", "*"].contains(&found) || ROOMS.iter().any(|(room, ..)| *room == found);
        if depth > 0 && count == depth && is_of_ours {
            rooms.insert(found);
        }
    }
    let segment = |at: usize| &code[code[..at].rfind(|c| !is_word(c)).map_or(0, |end| end + 1)..at];
    let crates = code.match_indices("::").map(|(at, _)| segment(at)).collect();
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
        let code = code_of(&fs::read_to_string(file).expect("a source"));
        let (imported, crates) = named(&code, depth_of(file));
        for other in imported.into_iter().filter(|other| *other != room && !rooms.contains(other)) {
            broken.push(match other {
                "{" | "*" | "as" | "" => format!("{shown}: import from one room at a time, by `crate::` and its name"),
                other => format!("{shown}: `{room}` may not import `{other}`"),
            });
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

#[test]
fn imports_are_seen_however_they_are_written() {
    let seen = |text: &str, depth: usize| {
        let code = code_of(text);
        named(&code, depth).0.into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(seen("use crate::lint;\nfn f() { crate::page::g() }", 2), ["lint", "page"]);
    assert_eq!(seen("use crate::{lint, cli};", 2), ["{"]);
    assert_eq!(seen("use crate::*;\nuse crate as us;", 2), ["*", "as"]);
    assert_eq!(seen("use super::lint;", 1), ["lint"]);
    assert_eq!(seen("use super::{lint, cli};", 1), ["{"]);
    assert_eq!(seen("use super::lint;\nuse super::super::cli;", 2), ["cli"]);
    assert_eq!(seen("// crate::cli\n#[cfg(test)]\nmod tests;\n\nuse crate::lint;", 1), ["lint"]);
    assert_eq!(seen("#[cfg(test)]\nmod tests {\n    use crate::cli;\n}\n\nuse crate::lint;", 1), ["lint"]);
    assert_eq!(seen("#[cfg(test)]\nuse crate::cli;\nuse crate::lint;", 1), ["cli", "lint"]);
}
