//! What is in the output folder now.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::{Component, Path, PathBuf};

use crate::emit::RustFile;

use super::{MARK, WriteError};

/// What stands where a file is to be written.
pub(super) enum Existing {
    /// Nothing.
    Nothing,
    /// A file of ours, with its content; or an empty one, as a machine that went down leaves it, which nobody misses.
    Ours(Vec<u8>),
    /// Something that is not ours, with its content if it is a file.
    Foreign(Vec<u8>),
}

impl Existing {
    /// The content, if there is any.
    pub(super) fn bytes(&self) -> Option<&[u8]> {
        match self {
            Self::Nothing => None,
            Self::Ours(bytes) | Self::Foreign(bytes) => Some(bytes),
        }
    }

    /// Whether it is `text`. Line ends don't count: git may have changed them on checkout.
    pub(super) fn holds(&self, text: &str) -> bool {
        let is_it = |bytes: &[u8]| str::from_utf8(bytes).is_ok_and(|old| old == text || unix_text(bytes) == text);
        self.bytes().is_some_and(is_it)
    }
}

/// The text of a file without the carriage returns before line breaks.
pub(super) fn unix_text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).replace("\r\n", "\n")
}

/// Looks at `path`. A link is never ours, wherever it leads: replacing it would be touching what a person made.
pub(super) fn existing(path: &Path) -> Result<Existing, WriteError> {
    let meta = match fs::symlink_metadata(path) {
        Ok(meta) => meta,
        // `NotADirectory`: a file stands where a folder is needed; making that folder will say so.
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Ok(Existing::Nothing);
        }
        Err(error) => return Err(WriteError::io(path)(error)),
    };
    // To read a pipe would be to wait for whoever writes to it.
    if !fs::metadata(path).map_err(WriteError::io(path))?.is_file() {
        return Ok(Existing::Foreign(Vec::new()));
    }
    let bytes = fs::read(path).map_err(WriteError::io(path))?;
    let ours = meta.is_file() && (bytes.starts_with(MARK.as_bytes()) || bytes.is_empty());
    Ok(if ours { Existing::Ours(bytes) } else { Existing::Foreign(bytes) })
}

/// The places of `files` below `dir`, checked: each inside, no two the same on a file system that ignores case.
pub(super) fn targets(dir: &Path, files: &[RustFile]) -> Result<Vec<PathBuf>, WriteError> {
    let mut seen = BTreeSet::new();
    let place = |file: &RustFile| {
        let path = Path::new(&file.path);
        let inside = !file.path.is_empty() && path.components().all(|part| matches!(part, Component::Normal(_)));
        if inside && seen.insert(file.path.to_lowercase()) {
            Ok(dir.join(path))
        } else {
            Err(WriteError::BadPath { path: path.to_owned() })
        }
    };
    files.iter().map(place).collect()
}

/// The files of ours below `dir` that are not among `wanted`, sorted.
///
/// Links are not followed, and hidden folders and other packages are left alone: an output folder that was chosen too
/// high must not cost the bindings of someone else.
pub(super) fn stale(dir: &Path, wanted: &[PathBuf]) -> Result<Vec<PathBuf>, WriteError> {
    let wanted: BTreeSet<&Path> = wanted.iter().map(PathBuf::as_path).collect();
    let mut stale = Vec::new();
    let mut folders = vec![dir.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if folder == dir && error.kind() == ErrorKind::NotFound => return Ok(stale),
            Err(error) => return Err(WriteError::io(&folder)(error)),
        };
        for entry in entries {
            let entry = entry.map_err(WriteError::io(&folder))?;
            let (path, kind) = (entry.path(), entry.file_type().map_err(WriteError::io(&folder))?);
            if kind.is_dir() && !is_foreign_folder(&path) && !is_other_root(dir, &path, &wanted) {
                folders.push(path);
            } else if kind.is_file() && !wanted.contains(path.as_path()) && is_marked(&path) {
                stale.push(path);
            }
        }
    }
    stale.sort();
    Ok(stale)
}

/// Whether `path` is the root of bindings that this run doesn't write, other than those of a version that the run
/// before wrote here.
fn is_other_root(dir: &Path, path: &Path, wanted: &BTreeSet<&Path>) -> bool {
    let root = path.join("mod.rs");
    let of_version = ["beta", "v1_0"].iter().any(|version| path == dir.join(version)) && is_marked(&dir.join("mod.rs"));
    !of_version && !wanted.contains(root.as_path()) && is_marked(&root)
}

fn is_foreign_folder(path: &Path) -> bool {
    let hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
    hidden || path.join("Cargo.toml").exists()
}

/// Whether a file starts with our mark; one that can't be read is not ours.
fn is_marked(path: &Path) -> bool {
    let mut start = [0; MARK.len()];
    File::open(path).and_then(|mut file| file.read_exact(&mut start)).is_ok() && start == *MARK.as_bytes()
}
