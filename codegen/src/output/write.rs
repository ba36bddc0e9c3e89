//! Writing, all or nothing.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::fs;
use std::path::{Path, PathBuf};

use crate::emit::RustFile;

use super::WriteError;
use super::folder::{Existing, existing, stale, targets};
use super::journal::Journal;

/// What [`write()`] did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Files that are new or changed.
    pub written: usize,
    /// Files that were as they should be, and that nobody touched.
    pub unchanged: usize,
    /// Files of an earlier run that are no longer generated.
    pub removed: usize,
}

/// A file to be written.
pub(super) struct Change<'a> {
    pub(super) target: PathBuf,
    pub(super) text: Cow<'a, str>,
    /// What is in its place.
    pub(super) old: Option<Vec<u8>>,
}

/// Makes the generated files below `dir` be `files`: writes what differs, removes what an earlier run left behind.
///
/// Either all of it happens or nothing. Files that are the same, but perhaps for line ends, keep their time stamps, so
/// that cargo sees no change.
///
/// # Errors
///
/// If a file can't be written or removed, if one that was not generated is in the way, or if a path leads out of `dir`.
///
/// ```
/// use msgraph_bindgen::output::{self, MARK};
/// use msgraph_bindgen::pipeline::RustFile;
///
/// # let dir = std::env::temp_dir().join(format!("msgraph-bindgen-write-{}", std::process::id()));
/// let files = [RustFile { path: "mod.rs".to_owned(), text: format!("{MARK}\npub struct User;\n") }];
/// assert_eq!(output::check(&dir, &files)?.len(), 1);
/// assert_eq!(output::write(&dir, &files)?.written, 1);
/// assert!(output::check(&dir, &files)?.is_empty());
/// assert_eq!(output::write(&dir, &files)?.unchanged, 1);
/// # std::fs::remove_dir_all(&dir).expect("the folder is there");
/// # Ok::<(), output::WriteError>(())
/// ```
pub fn write(dir: &Path, files: &[RustFile]) -> Result<Outcome, WriteError> {
    let targets = targets(dir, files)?;
    let stale = stale(dir, &targets)?;
    let mut changes = Vec::new();
    for (file, target) in files.iter().zip(targets) {
        refuse_links(dir, &target)?;
        let old = existing(&target)?;
        if old.holds(&file.text) {
            continue;
        }
        let old = match old {
            Existing::Nothing => None,
            Existing::Ours(bytes) => Some(bytes),
            Existing::Foreign(_) => return Err(WriteError::NotGenerated { path: target }),
        };
        changes.push(Change { target, text: Cow::Borrowed(&file.text), old });
    }
    let outcome = Outcome { written: changes.len(), unchanged: files.len() - changes.len(), removed: stale.len() };
    // The largest first, so that at the end no thread is left with it.
    changes.sort_by_key(|change| Reverse(change.text.len()));
    commit(changes, &stale)?;
    remove_empty_folders(dir, &stale);
    Ok(outcome)
}

/// Writes one generated file, unless it holds `text` already; whether it was written.
///
/// # Errors
///
/// If the file or its folder can't be written, or if a file that was not generated is in the way; what was there stays.
pub(crate) fn write_one(path: &Path, text: &str) -> Result<bool, WriteError> {
    if let Existing::Foreign(_) = existing(path)? {
        return Err(WriteError::NotGenerated { path: path.to_owned() });
    }
    overwrite(path, text)
}

/// Writes the file that a person named, whatever is in it, unless it holds `text` already; whether it was written. Pipes
/// and devices (`/dev/stdout`) are written to, not replaced.
///
/// # Errors
///
/// If the file or its folder can't be written; what was there stays.
pub(crate) fn overwrite(path: &Path, text: &str) -> Result<bool, WriteError> {
    if fs::metadata(path).is_ok_and(|meta| !meta.is_file() && !meta.is_dir()) {
        fs::write(path, text).map_err(WriteError::io(path))?;
        return Ok(true);
    }
    let old = existing(path)?;
    if old.bytes() == Some(text.as_bytes()) {
        return Ok(false);
    }
    let old = old.bytes().map(<[u8]>::to_vec);
    commit(vec![Change { target: path.to_owned(), text: Cow::Borrowed(text), old }], &[])?;
    Ok(true)
}

/// Makes all changes, and removes what is stale; or nothing.
pub(super) fn commit(changes: Vec<Change<'_>>, stale: &[PathBuf]) -> Result<(), WriteError> {
    let mut journal = Journal::default();
    for folder in changes.iter().filter_map(|change| change.target.parent()) {
        journal.make_folder(folder)?;
    }
    let texts: Vec<(&Path, &str)> = changes.iter().map(|change| (change.target.as_path(), &*change.text)).collect();
    let prepared = journal.prepare(&texts)?;
    let aside = stale.iter().map(|path| journal.set_aside(path)).collect::<Result<Vec<_>, _>>()?;
    for (temporary, change) in prepared.into_iter().zip(changes) {
        journal.place(&temporary, &change.target, change.old)?;
    }
    journal.keep();
    for path in aside {
        // All is done. What can't be removed bears our mark, and goes the next time.
        let _ = fs::remove_file(&path);
    }
    Ok(())
}

/// A linked folder below `dir` leads to where we have no business.
pub(super) fn refuse_links(dir: &Path, target: &Path) -> Result<(), WriteError> {
    let between = target.ancestors().skip(1).take_while(|path| *path != dir);
    match between.filter(|path| path.is_symlink()).last() {
        Some(link) => Err(WriteError::NotGenerated { path: link.to_owned() }),
        None => Ok(()),
    }
}

/// Removes the folders that the removal of `stale` has emptied. That one can't be removed is no harm.
fn remove_empty_folders(dir: &Path, stale: &[PathBuf]) {
    for path in stale {
        let folders = path.ancestors().skip(1).take_while(|folder| *folder != dir && folder.starts_with(dir));
        for folder in folders {
            // Fails, and is meant to, as long as something is in it.
            if fs::remove_dir(folder).is_err() {
                break;
            }
        }
    }
}

#[cfg(test)]
mod tests;
