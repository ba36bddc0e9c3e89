use std::fs;
use std::time::{Duration, SystemTime};

use super::*;
use crate::output::{DifferenceKind, MARK, check};

fn file(path: &str, body: &str) -> RustFile {
    RustFile { path: path.to_owned(), text: format!("{MARK}\n{body}\n") }
}

/// Every file and folder below `dir`, with the text of the files.
fn listing(dir: &Path) -> Vec<(String, Option<String>)> {
    let mut found = Vec::new();
    let mut folders = vec![dir.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(dir).unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                folders.push(path);
                found.push((name, None));
            } else {
                found.push((name, Some(fs::read_to_string(path).unwrap())));
            }
        }
    }
    found.sort();
    found
}

fn names(dir: &Path) -> Vec<String> {
    listing(dir).into_iter().map(|(name, _)| name).collect()
}

#[test]
fn only_what_changed_is_written() {
    let dir = tempfile::tempdir().unwrap();
    let first = [file("mod.rs", "1"), file("a/b.rs", "2")];
    let done = write(dir.path(), &first).unwrap();
    assert_eq!(done, Outcome { written: 2, unchanged: 0, removed: 0 });
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    for path in ["mod.rs", "a/b.rs"] {
        fs::File::options().write(true).open(dir.path().join(path)).unwrap().set_modified(long_ago).unwrap();
    }
    let done = write(dir.path(), &[file("mod.rs", "1"), file("a/b.rs", "3")]).unwrap();
    assert_eq!(done, Outcome { written: 1, unchanged: 1, removed: 0 });
    let modified = |path| fs::metadata(dir.path().join(path)).unwrap().modified().unwrap();
    assert_eq!(modified("mod.rs"), long_ago);
    assert_ne!(modified("a/b.rs"), long_ago);
    assert_eq!(names(dir.path()), ["a", "a/b.rs", "mod.rs"], "no temporary files stay");
}

#[test]
fn line_ends_are_no_change() {
    let dir = tempfile::tempdir().unwrap();
    let files = [file("mod.rs", "1")];
    let checked_out = files[0].text.replace('\n', "\r\n");
    fs::write(dir.path().join("mod.rs"), &checked_out).unwrap();
    assert_eq!(write(dir.path(), &files).unwrap().unchanged, 1);
    assert_eq!(listing(dir.path()), [("mod.rs".to_owned(), Some(checked_out))]);
}

#[test]
fn bytes_that_are_no_text_are_a_change() {
    let dir = tempfile::tempdir().unwrap();
    let files = [file("mod.rs", "\u{fffd}")];
    fs::write(dir.path().join("mod.rs"), [MARK.as_bytes(), b"\n\xff\n"].concat()).unwrap();
    assert_eq!(check(dir.path(), &files).unwrap().len(), 1);
    assert_eq!(write(dir.path(), &files).unwrap().written, 1);
}

#[test]
fn an_empty_file_is_in_nobodys_way() {
    let dir = tempfile::tempdir().unwrap();
    let files = [file("mod.rs", "1")];
    for name in ["mod.rs", "notes.txt"] {
        fs::write(dir.path().join(name), "").unwrap();
    }
    assert!(matches!(check(dir.path(), &files).unwrap()[0].kind, DifferenceKind::Different(_)));
    assert_eq!(write(dir.path(), &files).unwrap(), Outcome { written: 1, unchanged: 0, removed: 0 });
    assert_eq!(names(dir.path()), ["mod.rs", "notes.txt"]);
    fs::write(dir.path().join("mod.rs"), "").unwrap();
    assert!(write_one(&dir.path().join("mod.rs"), MARK).unwrap());
}

#[test]
fn stale_files_go_and_others_stay() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), &[file("mod.rs", "1"), file("a/b/c.rs", "2"), file("d/e.rs", "3")]).unwrap();
    fs::write(dir.path().join("d/mine.rs"), "// mine".repeat(MARK.len())).unwrap();
    fs::write(dir.path().join("notes.txt"), "").unwrap();
    let package = dir.path().join("package");
    fs::create_dir(&package).unwrap();
    fs::write(package.join("Cargo.toml"), "").unwrap();
    fs::write(package.join("theirs.rs"), MARK).unwrap();
    let done = write(dir.path(), &[file("mod.rs", "1")]).unwrap();
    assert_eq!(done, Outcome { written: 0, unchanged: 1, removed: 2 });
    let left = ["d", "d/mine.rs", "mod.rs", "notes.txt", "package", "package/Cargo.toml", "package/theirs.rs"];
    assert_eq!(names(dir.path()), left);
}

#[test]
fn bindings_further_down_are_not_stale() {
    let dir = tempfile::tempdir().unwrap();
    write(&dir.path().join("crate/bindings"), &[file("mod.rs", "a"), file("x.rs", "b")]).unwrap();
    let done = write(dir.path(), &[file("mod.rs", "c")]).unwrap();
    assert_eq!((done.written, done.removed), (1, 0), "an output folder chosen too high must not cost other bindings");
    write(dir.path(), &[file("mod.rs", "c"), file("beta/mod.rs", "d")]).unwrap();
    assert_eq!(write(dir.path(), &[file("mod.rs", "c")]).unwrap().removed, 1, "a version that is gone");
}

#[test]
fn a_file_of_somebody_else_is_never_overwritten() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), &[file("a.rs", "1"), file("old.rs", "")]).unwrap();
    fs::write(dir.path().join("mod.rs"), "// mine").unwrap();
    fs::create_dir(dir.path().join("folder.rs")).unwrap();
    let before = listing(dir.path());
    for name in ["mod.rs", "folder.rs"] {
        let error = write(dir.path(), &[file("a.rs", "2"), file(name, "3")]).unwrap_err();
        assert!(matches!(&error, WriteError::NotGenerated { path } if path.ends_with(name)), "{error}");
        assert_eq!(listing(dir.path()), before);
    }
}

#[test]
fn an_error_leaves_everything_as_it_was() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), &[file("a.rs", "1"), file("old.rs", "")]).unwrap();
    fs::write(dir.path().join("blocked"), "a file where a folder is needed").unwrap();
    let before = listing(dir.path());
    let files = [file("a.rs", "2"), file("new/b.rs", "3"), file("blocked/c.rs", "4")];
    let error = write(dir.path(), &files).unwrap_err();
    assert!(error.to_string().contains("blocked"), "{error}");
    assert_eq!(listing(dir.path()), before);
}

#[test]
fn every_step_can_be_taken_back() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), &[file("a.rs", "1"), file("old.rs", "2")]).unwrap();
    let before = listing(dir.path());
    let path = |name: &str| dir.path().join(name);
    {
        let mut journal = Journal::default();
        journal.make_folder(&path("x/y")).unwrap();
        for (name, old) in [("a.rs", fs::read(path("a.rs")).ok()), ("x/y/z.rs", None)] {
            let target = path(name);
            let temporaries = journal.prepare(&[(target.as_path(), "new")]).unwrap();
            journal.place(&temporaries[0], &target, old).unwrap();
        }
        journal.set_aside(&path("old.rs")).unwrap();
        assert_eq!(fs::read_to_string(path("a.rs")).unwrap(), "new");
    }
    assert_eq!(listing(dir.path()), before);
}

#[test]
fn what_was_prepared_is_taken_back() {
    let dir = tempfile::tempdir().unwrap();
    let blocked = dir.path().join("b.rs");
    // A folder stands where the text of `b.rs` is to be written.
    fs::create_dir(dir.path().join(format!(".b.rs.{}.new", std::process::id()))).unwrap();
    let before = listing(dir.path());
    let (a, c) = (dir.path().join("a.rs"), dir.path().join("c.rs"));
    let texts = [(a.as_path(), "1"), (blocked.as_path(), "2"), (c.as_path(), "3")];
    Journal::default().prepare(&texts).unwrap_err();
    assert_eq!(listing(dir.path()), before);
}

#[test]
fn paths_must_stay_inside_and_differ() {
    let dir = tempfile::tempdir().unwrap();
    for bad in ["../a.rs", "/a.rs", "", "./a.rs", "b/../../a.rs"] {
        let error = write(dir.path(), &[file(bad, "")]).unwrap_err();
        assert!(matches!(error, WriteError::BadPath { .. }), "{bad}: {error}");
    }
    assert!(write(dir.path(), &[file("a.rs", ""), file("A.rs", "")]).is_err());
    assert_eq!(names(dir.path()), Vec::<String>::new());
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    use std::os::unix::fs::symlink;
    let (dir, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    fs::write(other.path().join("far.rs"), format!("{MARK}\n")).unwrap();
    symlink(other.path(), dir.path().join("link")).unwrap();
    symlink(other.path().join("far.rs"), dir.path().join("far.rs")).unwrap();
    let done = write(dir.path(), &[file("mod.rs", "")]).unwrap();
    assert_eq!(done, Outcome { written: 1, unchanged: 0, removed: 0 });
    for name in ["link/a.rs", "far.rs"] {
        assert!(write(dir.path(), &[file("mod.rs", ""), file(name, "1")]).is_err(), "{name}");
    }
    assert_eq!(names(other.path()), ["far.rs"]);
}

#[test]
fn one_file_of_any_kind() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("deep/ir.json");
    assert!(overwrite(&path, "{}").unwrap());
    assert!(!overwrite(&path, "{}").unwrap());
    assert!(overwrite(&path, "[]").unwrap());
    assert_eq!(fs::read_to_string(path).unwrap(), "[]");
}

#[cfg(unix)]
#[test]
fn pipes_are_written_to_and_stay() {
    use std::os::unix::fs::FileTypeExt;

    let dir = tempfile::tempdir().unwrap();
    let pipe = dir.path().join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    // Nothing waits for what somebody may write into it.
    assert!(matches!(write(dir.path(), &[file("pipe", "")]), Err(WriteError::NotGenerated { .. })));
    let reader = std::thread::spawn({
        let pipe = pipe.clone();
        move || fs::read_to_string(pipe).unwrap()
    });
    assert!(overwrite(&pipe, "text").unwrap());
    assert_eq!(reader.join().unwrap(), "text");
    assert!(fs::metadata(&pipe).unwrap().file_type().is_fifo());
}
