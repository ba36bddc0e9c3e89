//! What is in a folder of pages.

use std::fs::{self, DirEntry};
use std::path::{Path, PathBuf};

use crate::parallel;

use super::file::shown;
use super::read::read_page;
use super::{Source, SourceKind, Sources};

/// The files that were found in some folders.
#[derive(Default)]
pub(super) struct Walk {
    found: Vec<Found>,
    /// Every file and folder that was looked at.
    seen: Vec<PathBuf>,
}

/// A file that was found: to be read, unless it is known to be unreadable.
struct Found {
    path: PathBuf,
    kind: SourceKind,
    unreadable: Option<String>,
}

impl Walk {
    /// Finds the pages in the folder `path`, or the page `path`; how many there are.
    pub(super) fn find(&mut self, path: &Path, kind: SourceKind) -> usize {
        let before = self.found.len();
        if path.is_dir() {
            self.add_folder(path, kind, path);
        } else if is_page(path) {
            self.add_file(path.to_owned(), kind, None);
        }
        self.found.len() - before
    }

    /// Reads what was found; also what was looked at to find it, sorted.
    pub(super) fn read(mut self) -> (Sources, Vec<PathBuf>) {
        let here = std::env::current_dir().ok();
        let sources =
            Sources::new(parallel::map(&self.found, |found| read(found, here.as_deref()))).seen_from(here.as_deref());
        self.seen.sort();
        self.seen.dedup();
        (sources, self.seen)
    }

    fn add_file(&mut self, path: PathBuf, kind: SourceKind, unreadable: Option<String>) {
        self.seen.push(path.clone());
        self.found.push(Found { path, kind, unreadable });
    }

    /// Adds what is in a folder, recursively. `root` is the folder that links must not leave. What a link to a folder
    /// within it leads to is found there, under its own name; to follow such links, too, might never end.
    #[allow(clippy::disallowed_methods, reason = "this is the room that reads")]
    fn add_folder(&mut self, folder: &Path, kind: SourceKind, root: &Path) {
        let mut entries: Vec<DirEntry> = match fs::read_dir(folder) {
            Ok(entries) => entries.filter_map(Result::ok).collect(),
            Err(error) => return self.add_file(folder.to_owned(), kind, Some(error.to_string())),
        };
        self.seen.push(folder.to_owned());
        entries.sort_by_cached_key(DirEntry::file_name);
        for entry in entries {
            let path = entry.path();
            let is_link = entry.file_type().is_ok_and(|kind| kind.is_symlink());
            let is_folder = if is_link { path.is_dir() } else { entry.file_type().is_ok_and(|kind| kind.is_dir()) };
            match if is_link { bad_link(&path, root) } else { None } {
                Some(why) if is_folder || is_page(&path) => self.add_file(path, kind, Some(why.to_owned())),
                Some(_) => {}
                None if is_folder && is_link => {}
                None if is_folder => self.add_folder(&path, kind, root),
                None if is_page(&path) => self.add_file(path, kind, None),
                None => {}
            }
        }
    }
}

fn is_page(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("md"))
}

fn read(found: &Found, here: Option<&Path>) -> Source {
    let path = shown(&found.path, here);
    match found.unreadable.clone().map_or_else(|| read_page(&found.path), Err) {
        Ok(text) => Source::new(path, found.kind, text),
        Err(message) => Source::unreadable(path, found.kind, message),
    }
}

/// What is wrong with the symbolic link at `path`, if it leads to something outside `root`, or to nothing.
fn bad_link(path: &Path, root: &Path) -> Option<&'static str> {
    match (path.canonicalize(), root.canonicalize()) {
        (Ok(target), Ok(root)) if target.starts_with(&root) => None,
        (Ok(_), _) => Some("a link that leads out of the docs"),
        (Err(_), _) => Some("a link that leads nowhere"),
    }
}
