//! All files of a run.

use std::collections::BTreeSet;
use std::path::Path;

use super::file::shown;
use super::{Source, SourceId, SourceKind, Span};

/// All files of a run, sorted by path, so that the order in which a file system lists them never shows.
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<Source>,
    has_includes: bool,
    /// The current folder, if paths are relative to it.
    here: Option<String>,
}

impl Sources {
    /// The given sources in the order of their paths; of two with one path, the first stays.
    #[must_use]
    pub fn new(mut files: Vec<Source>) -> Self {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        files.dedup_by(|b, a| a.path == b.path);
        let has_includes = files.iter().any(|source| source.kind == SourceKind::Include);
        Self { files, has_includes, here: None }
    }

    /// Sources that were never on disk, as `(path, text)`.
    #[must_use]
    pub fn from_texts<'a>(texts: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let source = |(path, text): (&str, &str)| {
            let kind = if path.contains("includes/") { SourceKind::Include } else { SourceKind::Page };
            Source::new(shown(Path::new(path), None), kind, text.to_owned())
        };
        Self::new(texts.into_iter().map(source).collect())
    }

    /// Every source with its id, in the order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = (SourceId, &Source)> {
        self.files.iter().zip(0..).map(|(source, id)| (SourceId(id), source))
    }

    /// The files that pages may include.
    pub fn includes(&self) -> impl Iterator<Item = (SourceId, &Source)> {
        self.iter().filter(|(_, source)| source.kind == SourceKind::Include)
    }

    /// The pages among them.
    pub fn pages(&self) -> impl Iterator<Item = (SourceId, &Source)> {
        self.iter().filter(|(_, source)| source.kind == SourceKind::Page)
    }

    /// The file that a page at `from` includes as `target`, a path relative to the page. Only what was read can be
    /// found, so nothing outside the docs ever is.
    #[must_use]
    pub fn included(&self, from: SourceId, target: &str) -> Option<SourceId> {
        let page = self.get(from)?.path.as_str();
        joined(page, target).and_then(|path| self.find(&path)).or_else(|| {
            // One of the two may be shown relative to the current folder, and the other not.
            let path = joined(&self.whole(page)?, target)?;
            self.find(&shown(Path::new(&path), self.here.as_deref().map(Path::new)))
        })
    }

    /// `pages` and the files that they include: what is wrong there is wrong with them.
    pub(crate) fn with_includes(&self, mut pages: BTreeSet<SourceId>) -> BTreeSet<SourceId> {
        if !self.has_includes {
            return pages;
        }
        // Other links lead to files of this kind as well as nowhere.
        let part = |page: SourceId, behind: &str| self.included(page, behind.split_once(')')?.0);
        let parts = |page: &SourceId| {
            let text = self.get(*page).map(|source| source.text.as_str()).unwrap_or_default();
            text.split("](").skip(1).filter_map(|behind| part(*page, behind)).collect::<Vec<_>>()
        };
        let is_part = |id: &SourceId| self.get(*id).is_some_and(|source| source.kind == SourceKind::Include);
        let parts: Vec<SourceId> = pages.iter().flat_map(parts).filter(is_part).collect();
        pages.extend(parts);
        pages
    }

    /// Whether `end` is how the path of `source`, from the root on, ends.
    pub(crate) fn lies_at(&self, source: &Source, end: &str) -> bool {
        let path = source.path.as_str();
        path.ends_with(end) || (end.ends_with(path) && self.whole(path).is_some_and(|path| path.ends_with(end)))
    }

    fn whole(&self, path: &str) -> Option<String> {
        let here = self.here.as_deref()?;
        if Path::new(path).is_relative() { joined(&format!("{here}/."), path) } else { Some(path.to_owned()) }
    }

    /// Has the files be [`included`](Self::included) by paths relative to the folder `here`, too.
    pub(super) fn seen_from(self, here: Option<&Path>) -> Self {
        Self { here: here.map(|here| shown(here, None)), ..self }
    }

    fn find(&self, path: &str) -> Option<SourceId> {
        let found = self.files.binary_search_by(|source| source.path.as_str().cmp(path)).ok()?;
        u32::try_from(found).ok().map(SourceId)
    }

    /// Whether there are includes among them.
    #[must_use]
    pub fn has_includes(&self) -> bool {
        self.has_includes
    }

    /// The source that `id` stands for.
    #[must_use]
    pub fn get(&self, id: SourceId) -> Option<&Source> {
        self.files.get(id.0 as usize)
    }

    /// What the file is called that `id` stands for; nothing for one of other sources.
    #[must_use]
    pub fn file_name(&self, id: SourceId) -> &str {
        self.get(id).map(Source::file_name).unwrap_or_default()
    }

    /// The text that `span` covers; empty for a span of other sources.
    #[must_use]
    pub fn text(&self, span: Span) -> &str {
        self.get(span.source).and_then(|source| source.text.get(span.range())).unwrap_or_default()
    }

    /// The size of all texts, in bytes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.files.iter().map(|source| source.text.len()).sum()
    }
}

/// Where the path `target` leads from the file `page`.
fn joined(page: &str, target: &str) -> Option<String> {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn includes_are_found_from_everywhere() {
        for (here, page, part) in [
            (None, "docs/beta/a.md", "docs/includes/b.md"),
            (Some("/docs/beta"), "a.md", "/docs/includes/b.md"),
            (Some("/docs/includes"), "/docs/beta/a.md", "b.md"),
            (Some("/work"), "../docs/beta/a.md", "/docs/includes/b.md"),
        ] {
            let file = |path: &str, kind| Source::new(path.to_owned(), kind, String::new());
            let sources = Sources::new(vec![file(page, SourceKind::Page), file(part, SourceKind::Include)]);
            let sources = sources.seen_from(here.map(Path::new));
            let id = |path: &str| sources.find(path).unwrap();
            assert_eq!(sources.included(id(page), "../includes/b.md"), Some(id(part)), "{here:?}");
            assert_eq!(sources.included(id(page), "../../../includes/b.md"), None);
            assert!(sources.lies_at(sources.get(id(page)).unwrap(), "beta/a.md"), "{here:?}");
            assert!(!sources.lies_at(sources.get(id(page)).unwrap(), "v1.0/a.md"), "{here:?}");
        }
    }
}
