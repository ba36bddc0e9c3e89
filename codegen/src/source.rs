//! The pages as they lie on disk: the only room that reads files.
//!
//! Everything later refers to a place in a page by [`Span`], so a diagnostic can always show the line it is about.

use std::cmp::Ordering;
use std::fmt;
use std::path::Path;
use std::sync::OnceLock;

mod place;
mod read;

pub use read::{Docs, MAX_FILE_BYTES, Problem, Version, read_docs, read_text};

/// Which of the [`Sources`] a [`Span`] lies in.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SourceId(u32);

impl fmt::Debug for SourceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}

/// A range of bytes in one source; `start <= end`, both on character boundaries.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Span {
    /// The source that the bytes are in.
    pub source: SourceId,
    /// The first byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The bytes `start..end` of `source`. Files of 4 GiB and more are refused when they are read, so offsets fit.
    #[must_use]
    pub fn new(source: SourceId, start: usize, end: usize) -> Self {
        let clamp = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { source, start: clamp(start), end: clamp(end.max(start)) }
    }

    /// The span as a range of indices into the source's text.
    #[must_use]
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

impl PartialOrd for Span {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Span {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.source, self.start, self.end).cmp(&(other.source, other.start, other.end))
    }
}

/// What a file is read for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    /// UTF-8, without a byte order mark; line ends as they are, tabs in the rule of a table spaces. Empty where the
    /// file could not be read.
    pub text: String,
    /// Why the file could not be read, if so.
    pub unreadable: Option<String>,
    file_name: String,
    /// How many lines end before each block; counted when the first line is asked for.
    lines: OnceLock<Vec<usize>>,
    /// How many characters of its first line stand before each block; counted when the first column is asked for.
    columns: OnceLock<Vec<usize>>,
    /// Where [`mended`](Self::mended) keeps its text.
    mended: OnceLock<String>,
}

impl Source {
    /// The file at `path` with its text.
    #[must_use]
    pub fn new(path: &Path, kind: SourceKind, mut text: String) -> Self {
        if text.starts_with('\u{feff}') {
            text.drain(..'\u{feff}'.len_utf8());
        }
        if text.contains('\t') {
            text = with_plain_delimiter_rows(text);
        }
        Self::of(path, kind, text, None)
    }

    /// The file at `path`, which could not be read.
    #[must_use]
    pub fn unreadable(path: &Path, kind: SourceKind, message: String) -> Self {
        Self::of(path, kind, String::new(), Some(message))
    }

    /// The text as `mend` makes it, which keeps all offsets; diagnostics show it as it is.
    #[must_use]
    pub fn mended(&self, mend: impl FnOnce(&str) -> String) -> &str {
        self.mended.get_or_init(|| mend(&self.text))
    }

    /// The last part of the path, in lower case: how other pages link to this one.
    #[must_use]
    pub fn file_name(&self) -> &str {
        &self.file_name
    }

    fn of(path: &Path, kind: SourceKind, text: String, unreadable: Option<String>) -> Self {
        let path = shown(path);
        let file_name = path.rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
        Self {
            path,
            kind,
            text,
            unreadable,
            file_name,
            lines: OnceLock::new(),
            columns: OnceLock::new(),
            mended: OnceLock::new(),
        }
    }
}

/// `text` with spaces for the tabs between a table's header and body (`|---|\t|---|` on `insights-trending.md`): the
/// Markdown parser takes it for no table otherwise. Offsets stay.
fn with_plain_delimiter_rows(text: String) -> String {
    let is_delimiter = |line: &str| line.contains("--") && line.bytes().all(|b| b"|-: \t\r\n".contains(&b));
    let mut lines = text.split_inclusive('\n').filter(|line| line.contains('\t'));
    if !lines.any(is_delimiter) {
        return text;
    }
    let plain = |line: &str| if is_delimiter(line) { line.replace('\t', " ") } else { line.to_owned() };
    text.split_inclusive('\n').map(plain).collect()
}

/// `path` with `/`, from the current folder on if it lies below that.
fn shown(path: &Path) -> String {
    let here = if path.is_absolute() { std::env::current_dir().ok() } else { None };
    let path = here.as_deref().and_then(|here| path.strip_prefix(here).ok()).unwrap_or(path);
    let mut shown = String::with_capacity(path.as_os_str().len());
    if path.is_absolute() {
        shown.push('/');
    }
    for part in path.iter().filter(|part| !matches!(part.as_encoded_bytes(), b"." | b"/")) {
        if !shown.is_empty() && !shown.ends_with('/') {
            shown.push('/');
        }
        shown.push_str(&part.to_string_lossy());
    }
    shown
}

/// All files of a run, sorted by path, so that the order in which a file system lists them never shows.
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<Source>,
    has_includes: bool,
}

impl Sources {
    /// The given sources in the order of their paths; of two with one path, the first stays.
    #[must_use]
    pub fn new(mut files: Vec<Source>) -> Self {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        files.dedup_by(|b, a| a.path == b.path);
        let has_includes = files.iter().any(|source| source.kind == SourceKind::Include);
        Self { files, has_includes }
    }

    /// Sources that were never on disk, as `(path, text)`.
    #[must_use]
    pub fn from_texts<'a>(texts: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let source = |(path, text): (&str, &str)| {
            let kind = if path.contains("includes/") { SourceKind::Include } else { SourceKind::Page };
            Source::new(Path::new(path), kind, text.to_owned())
        };
        Self::new(texts.into_iter().map(source).collect())
    }

    /// Every source with its id, in the order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = (SourceId, &Source)> {
        self.files.iter().zip(0..).map(|(source, id)| (SourceId(id), source))
    }

    /// The pages among them.
    pub fn pages(&self) -> impl Iterator<Item = (SourceId, &Source)> {
        self.iter().filter(|(_, source)| source.kind == SourceKind::Page)
    }

    /// The file that a page at `from` includes as `target`, a path relative to the page. Only what was read can be
    /// found, so nothing outside the docs ever is.
    #[must_use]
    pub fn included(&self, from: SourceId, target: &str) -> Option<SourceId> {
        let mut parts: Vec<&str> = self.get(from)?.path.split('/').collect();
        parts.pop();
        for part in target.split('/') {
            match part {
                "." | "" => {}
                ".." => drop(parts.pop()?),
                part => parts.push(part),
            }
        }
        let path = parts.join("/");
        let found = self.files.binary_search_by(|source| source.path.as_str().cmp(&path)).ok()?;
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

    /// The text that `span` covers; empty for a span of other sources.
    #[must_use]
    pub fn text(&self, span: Span) -> &str {
        self.get(span.source).and_then(|source| source.text.get(span.range())).unwrap_or_default()
    }

    /// How many sources there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether nothing was read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The size of all texts, in bytes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.files.iter().map(|source| source.text.len()).sum()
    }
}
