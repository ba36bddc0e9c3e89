//! Comparing without writing.

use std::fmt;
use std::path::Path;

use similar::TextDiff;

use crate::emit::RustFile;

use super::WriteError;
use super::folder::{existing, stale, targets};

/// How many lines of a file's diff are shown.
const LINES_PER_FILE: usize = 40;

/// How a file on disk differs from what would be generated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The file, relative to the output folder, with `/`.
    pub path: String,
    /// How it differs.
    pub kind: DifferenceKind,
}

/// See [`Difference`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DifferenceKind {
    /// It isn't there.
    Missing,
    /// Its content is another, by this unified diff from what is there to what should be.
    Different(String),
    /// It was generated earlier and no longer is.
    Stale,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            DifferenceKind::Missing => write!(f, "{}: missing", self.path),
            DifferenceKind::Different(diff) => write!(f, "{}: differs\n{}", self.path, diff.trim_end()),
            DifferenceKind::Stale => write!(f, "{}: no longer generated", self.path),
        }
    }
}

/// What [`write`](super::write()) would change below `dir`; nothing where the generated files are fresh.
///
/// Line ends don't count: git may have changed them on checkout.
///
/// # Errors
///
/// If a file can't be read, or if a path leads out of `dir`.
///
/// [`write`](super::write()) has an example of both.
pub fn check(dir: &Path, files: &[RustFile]) -> Result<Vec<Difference>, WriteError> {
    let targets = targets(dir, files)?;
    let mut differences = Vec::new();
    for (file, target) in files.iter().zip(&targets) {
        let kind = match existing(target)?.bytes() {
            None => DifferenceKind::Missing,
            Some(old) => {
                let old = String::from_utf8_lossy(old).replace("\r\n", "\n");
                if old == file.text {
                    continue;
                }
                DifferenceKind::Different(diff(&file.path, &old, &file.text))
            }
        };
        differences.push(Difference { path: file.path.clone(), kind });
    }
    for path in stale(dir, &targets)? {
        let path = path.strip_prefix(dir).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        differences.push(Difference { path, kind: DifferenceKind::Stale });
    }
    differences.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(differences)
}

fn diff(path: &str, old: &str, new: &str) -> String {
    let text = TextDiff::from_lines(old, new);
    let diff = text.unified_diff().header(&format!("a/{path}"), &format!("b/{path}")).to_string();
    let mut lines = diff.lines();
    let mut shown: String = lines.by_ref().take(LINES_PER_FILE).flat_map(|line| [line, "\n"]).collect();
    match lines.count() {
        0 => {}
        more => shown.push_str(&format!("\u{2026} {more} more lines\n")),
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::{MARK, write};

    fn file(path: &str, body: &str) -> RustFile {
        RustFile { path: path.to_owned(), text: format!("{MARK}\n{body}") }
    }

    #[test]
    fn fresh_files_have_no_differences() {
        let dir = tempfile::tempdir().unwrap();
        let files = [file("mod.rs", "mod a;\n"), file("a/b.rs", "struct B;\n")];
        write(dir.path(), &files).unwrap();
        assert_eq!(check(dir.path(), &files).unwrap(), []);
        std::fs::write(dir.path().join("mod.rs"), files[0].text.replace('\n', "\r\n")).unwrap();
        assert_eq!(check(dir.path(), &files).unwrap(), [], "line ends don't count");
    }

    #[test]
    fn missing_different_and_stale_files_are_told_apart() {
        let dir = tempfile::tempdir().unwrap();
        write(dir.path(), &[file("mod.rs", "one\n"), file("old.rs", "")]).unwrap();
        let found = check(dir.path(), &[file("mod.rs", "two\n"), file("new.rs", "")]).unwrap();
        let shown: Vec<String> = found.iter().map(ToString::to_string).collect();
        let diff = format!("mod.rs: differs\n--- a/mod.rs\n+++ b/mod.rs\n@@ -1,2 +1,2 @@\n {MARK}\n-one\n+two");
        assert_eq!(shown, [diff.as_str(), "new.rs: missing", "old.rs: no longer generated"]);
        assert!(!dir.path().join("new.rs").exists(), "nothing is written");
    }

    #[test]
    fn a_long_diff_is_cut() {
        let body: String = (0..500).map(|line| format!("{line}\n")).collect();
        let diff = diff("mod.rs", "", &body);
        assert!(diff.ends_with("\n+36\n\u{2026} 463 more lines\n"), "{diff}");
        assert_eq!(diff.lines().count(), LINES_PER_FILE + 1);
    }

    #[test]
    fn a_folder_that_is_not_there_lacks_everything() {
        let dir = tempfile::tempdir().unwrap();
        let found = check(&dir.path().join("none"), &[file("mod.rs", "")]).unwrap();
        assert_eq!(found, [Difference { path: "mod.rs".to_owned(), kind: DifferenceKind::Missing }]);
    }
}
