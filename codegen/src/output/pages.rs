//! Pages that a person asked us to change.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::WriteError;
use super::write::{Change, commit};

/// A page, and what it shall be.
pub(crate) struct Rewrite<'a> {
    pub(crate) path: &'a Path,
    /// The text that was read, without a byte order mark.
    pub(crate) read: &'a str,
    /// The new one.
    pub(crate) text: String,
}

/// Rewrites pages, all or none of them; of those that are one file by several paths, the first. Byte order marks and the
/// line ends of old Macs stay.
///
/// # Errors
///
/// If a page can't be written, or isn't any more what was read.
pub(crate) fn rewrite(pages: Vec<Rewrite<'_>>) -> Result<(), WriteError> {
    let mut changes = pages.into_iter().map(change).collect::<Result<Vec<_>, _>>()?;
    let mut seen = BTreeSet::new();
    changes.retain(|change| seen.insert(change.target.clone()));
    commit(changes, &[])
}

fn change(page: Rewrite<'_>) -> Result<Change<'static>, WriteError> {
    const MARK: &str = "\u{feff}";
    let Rewrite { path, read, text } = page;
    // Where a link leads, so that the link stays.
    let target = fs::canonicalize(path).map_err(WriteError::io(path))?;
    if fs::metadata(&target).map_err(WriteError::io(path))?.permissions().readonly() {
        return Err(WriteError::io(path)(ErrorKind::PermissionDenied.into()));
    }
    let old = fs::read(&target).map_err(WriteError::io(path))?;
    let mark = if old.starts_with(MARK.as_bytes()) { MARK } else { "" };
    // Where each line ends with a `\r`, there were `\n` in their places.
    let is_of_old_mac = !old.contains(&b'\n');
    let on_disk =
        |text: &str| mark.to_owned() + &if is_of_old_mac { text.replace('\n', "\r") } else { text.to_owned() };
    if old != on_disk(read).as_bytes() {
        return Err(WriteError::Changed { path: path.to_owned() });
    }
    Ok(Change { target, text: Cow::Owned(on_disk(&text)), old: Some(old) })
}
