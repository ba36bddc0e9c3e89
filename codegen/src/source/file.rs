//! A file, whole.

use std::path::{Component, Path};
use std::sync::OnceLock;

use super::place::Places;

/// What a file is read for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SourceKind {
    /// It may define types.
    Page,
    /// Pages may include it.
    Include,
}

/// One file, whole.
#[derive(Debug)]
pub struct Source {
    /// As shown to people: with `/`, relative to the current folder where it lies below it.
    pub path: String,
    /// What it is read for.
    pub kind: SourceKind,
    /// UTF-8, without a byte order mark; line ends as they are, unless each is a `\r`, for which there is a `\n`. Empty
    /// where the file could not be read.
    pub text: String,
    /// Why the file could not be read, if so.
    pub unreadable: Option<String>,
    file_name: String,
    places: Places,
    /// Where [`mended`](Self::mended) keeps its text.
    mended: OnceLock<String>,
}

impl Source {
    /// The file shown as `path`, with its text.
    #[must_use]
    pub fn new(path: String, kind: SourceKind, mut text: String) -> Self {
        if text.starts_with('\u{feff}') {
            text.drain(..'\u{feff}'.len_utf8());
        }
        // Lines end so in files from old Macs.
        if !text.contains('\n') && text.contains('\r') {
            text = text.replace('\r', "\n");
        }
        Self::of(path, kind, text, None)
    }

    /// The file shown as `path`, which could not be read.
    #[must_use]
    pub fn unreadable(path: String, kind: SourceKind, message: String) -> Self {
        Self::of(path, kind, String::new(), Some(message))
    }

    /// What `mend` makes of the text, which keeps all offsets; diagnostics show the text as it is.
    pub(crate) fn mended(&self, mend: impl FnOnce() -> String) -> &str {
        self.mended.get_or_init(mend)
    }

    /// What was made of the text, if anything had to be.
    pub(crate) fn mended_text(&self) -> Option<&str> {
        self.mended.get().map(String::as_str)
    }

    /// The last part of the path, in lower case: how other pages link to this one.
    #[must_use]
    pub fn file_name(&self) -> &str {
        &self.file_name
    }

    /// The line that byte `at` is on, counted from 1.
    #[must_use]
    pub fn line(&self, at: usize) -> usize {
        self.places.line(&self.text, at)
    }

    /// Which character of its line byte `at` is, counted from 1.
    #[must_use]
    pub fn column(&self, at: usize) -> usize {
        self.places.column(&self.text, at)
    }

    fn of(path: String, kind: SourceKind, text: String, unreadable: Option<String>) -> Self {
        let file_name = path.rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
        Self { path, kind, text, unreadable, file_name, places: Places::default(), mended: OnceLock::new() }
    }
}

/// `path` with `/`, from the folder `here` on if it lies below that.
pub(super) fn shown(path: &Path, here: Option<&Path>) -> String {
    let path = here.and_then(|here| path.strip_prefix(here).ok()).unwrap_or(path);
    let mut shown = String::with_capacity(path.as_os_str().len());
    for part in path.components() {
        match part {
            Component::CurDir => {}
            // Behind the drive, where there are drives.
            Component::RootDir => shown.push('/'),
            Component::Prefix(_) | Component::ParentDir | Component::Normal(_) => {
                if !shown.is_empty() && !shown.ends_with('/') {
                    shown.push('/');
                }
                shown.push_str(&part.as_os_str().to_string_lossy());
            }
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_shown_from_here_and_with_slashes() {
        let shown = |path: &str| shown(Path::new(path), Some(Path::new("/home/me")));
        assert_eq!(shown("/home/me/docs/./a.md"), "docs/a.md");
        assert_eq!(shown("/home/you//a.md"), "/home/you/a.md");
        assert_eq!(shown("./../docs/a.md"), "../docs/a.md");
        assert_eq!(shown("/a.md"), "/a.md");
    }
}
