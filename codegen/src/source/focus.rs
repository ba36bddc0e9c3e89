//! Pages to be looked at beside those around them, to which they refer.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::{SourceId, Sources};

/// Some pages of folders that are read whole.
#[derive(Debug)]
pub(crate) struct Focus {
    pages: BTreeSet<PathBuf>,
}

impl Focus {
    /// The pages `docs` and the folders to read in their place, if they are nothing but pages in folders `resources`:
    /// what lies around other pages may be anything.
    pub(crate) fn on(docs: &[PathBuf]) -> Option<(Self, Vec<PathBuf>)> {
        let page = |path: &PathBuf| path.canonicalize().ok().filter(|path| path.is_file());
        let pages: BTreeSet<PathBuf> = docs.iter().map(page).collect::<Option<_>>()?;
        let is_of_resources = |folder: &&Path| folder.file_name().is_some_and(|name| name == "resources");
        let folder = |page: &PathBuf| page.parent().filter(is_of_resources).map(Path::to_owned);
        let folders: BTreeSet<PathBuf> = pages.iter().map(folder).collect::<Option<_>>()?;
        Some((Self { pages }, folders.into_iter().collect()))
    }

    /// Which of `sources` the pages are, with what they include.
    pub(crate) fn find(&self, sources: &Sources) -> BTreeSet<SourceId> {
        let is_one = |path: &Path| {
            let named = |page: &&PathBuf| page.file_name() == path.file_name();
            let mut named = self.pages.iter().filter(named).peekable();
            named.peek().is_some() && path.canonicalize().is_ok_and(|path| named.any(|page| *page == path))
        };
        let pages = sources.pages().filter(|(_, source)| is_one(Path::new(&source.path))).map(|(id, _)| id);
        sources.with_includes(pages.collect())
    }
}
