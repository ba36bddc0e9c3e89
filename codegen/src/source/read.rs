//! Finding and reading the pages.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs::{self, DirEntry, File};
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use crate::parallel;

use super::{Source, SourceKind, Sources};

/// Files above this size, 16 MiB, are not read: all pages of beta together come near it, and no page does.
pub const MAX_FILE_BYTES: u64 = 16 << 20;

/// An API version of Microsoft Graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Version {
    /// The preview.
    Beta,
    /// The stable version.
    V1_0,
}

impl Version {
    /// Both, in the order in which they are reported.
    pub const ALL: [Self; 2] = [Self::Beta, Self::V1_0];

    /// The folder of the docs repository and the segment of request URLs: `beta`, `v1.0`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Beta => "beta",
            Self::V1_0 => "v1.0",
        }
    }

    /// The Rust module that holds this version's bindings beside the other's: `beta`, `v1_0`.
    #[must_use]
    pub fn module(self) -> &'static str {
        match self {
            Self::Beta => "beta",
            Self::V1_0 => "v1_0",
        }
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl std::str::FromStr for Version {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|version| text == version.as_str() || text == version.module());
        found.ok_or_else(|| format!("`{text}` is no API version; there are `beta` and `v1.0`"))
    }
}

/// Why a path given by the user could not be read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The path.
    pub path: PathBuf,
    /// What is wrong with it.
    pub message: String,
}

impl Problem {
    fn new(path: &Path, message: impl fmt::Display) -> Self {
        Self { path: path.to_owned(), message: message.to_string() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.message)
    }
}

impl std::error::Error for Problem {}

/// The pages of one API version.
#[derive(Debug)]
pub struct Docs {
    /// The version.
    pub version: Version,
    /// The pages, and the files that they may include.
    pub sources: Sources,
    /// Every file and folder that was looked at, sorted: when one of them changes, reading again may give something
    /// else.
    pub inputs: Vec<PathBuf>,
}

/// Reads the pages below `docs`, per API version.
///
/// Each path is a checkout of the docs (a folder that holds `api-reference`), one version's folder (which holds
/// `resources`), a folder of pages, or a page. Where the path itself doesn't tell the version, it is `version`, else
/// beta. With `version`, pages of the other version are left out.
///
/// A file that can't be read, or isn't UTF-8, becomes a source without text that says so; it never stops the rest.
///
/// # Errors
///
/// Every path that doesn't exist or has no page in it.
pub fn read_docs(docs: &[PathBuf], version: Option<Version>) -> Result<Vec<Docs>, Vec<Problem>> {
    let mut readers: BTreeMap<Version, Reader> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    let mut problems = Vec::new();
    for path in docs {
        // One folder may be given by two paths.
        if path.canonicalize().is_ok_and(|canonical| !seen.insert(canonical)) {
            continue;
        }
        match roots(path, version) {
            Ok(roots) => {
                for root in roots.into_iter().filter(|root| version.is_none_or(|version| version == root.version)) {
                    let reader = readers.entry(root.version).or_default();
                    let before = reader.found.len();
                    reader.add_root(&root);
                    if reader.found.len() == before {
                        problems.push(Problem::new(&root.pages, "no page (`*.md`) in it"));
                    }
                }
            }
            Err(error) => problems.push(Problem::new(path, error)),
        }
    }
    if problems.is_empty() && readers.is_empty() {
        let missing = version.map_or_else(String::new, |version| format!(" of {version}"));
        problems.extend(docs.iter().map(|path| Problem::new(path, format!("no pages{missing} in it"))));
    }
    if problems.is_empty() {
        Ok(readers.into_iter().map(|(version, reader)| reader.finish(version)).collect())
    } else {
        Err(problems)
    }
}

/// The text of one file that isn't a page, such as a configuration.
///
/// # Errors
///
/// When the file can't be read or isn't UTF-8.
#[allow(clippy::disallowed_methods, reason = "this is the room that reads")]
pub fn read_text(path: &Path) -> Result<String, Problem> {
    fs::read_to_string(path).map_err(|error| Problem::new(path, error))
}

/// A folder of pages, or a page, and the folder that includes must not leave.
struct Root {
    version: Version,
    pages: PathBuf,
    includes: Vec<PathBuf>,
}

fn roots(path: &Path, version: Option<Version>) -> io::Result<Vec<Root>> {
    fs::metadata(path)?;
    let reference = path.join("api-reference");
    if reference.is_dir() {
        let of = |version: Version| Root {
            version,
            pages: reference.join(version.as_str()).join("resources"),
            includes: vec![reference.join("includes"), path.join("includes")],
        };
        return Ok(Version::ALL.into_iter().map(of).filter(|root| root.pages.is_dir()).collect());
    }
    let resources = path.join("resources");
    let pages = if resources.is_dir() { resources } else { path.to_owned() };
    let named = |part: Component<'_>| part.as_os_str().to_str().and_then(|part| part.parse().ok());
    let told = pages.components().rev().find_map(named);
    Ok(vec![Root { version: told.or(version).unwrap_or(Version::Beta), includes: includes_of(&pages), pages }])
}

/// The `includes` folders that a page in `pages` can mean, if `pages` lies in a checkout.
fn includes_of(pages: &Path) -> Vec<PathBuf> {
    let reference = pages.ancestors().find(|folder| folder.file_name().is_some_and(|name| name == "api-reference"));
    reference
        .into_iter()
        .flat_map(|reference| [reference.join("includes"), reference.join("..").join("includes")])
        .collect()
}

/// A file that was found: to be read, unless it is known to be unreadable.
struct Found {
    path: PathBuf,
    kind: SourceKind,
    unreadable: Option<String>,
}

#[derive(Default)]
struct Reader {
    found: Vec<Found>,
    inputs: Vec<PathBuf>,
}

impl Reader {
    fn add_root(&mut self, root: &Root) {
        self.add(&root.pages, SourceKind::Page);
        for folder in root.includes.iter().filter(|folder| folder.is_dir()) {
            self.add(folder, SourceKind::Include);
        }
    }

    fn add(&mut self, path: &Path, kind: SourceKind) {
        if path.is_dir() {
            self.add_folder(path, kind, path);
        } else if is_page(path) {
            self.add_file(path.to_owned(), kind, None);
        }
    }

    fn add_file(&mut self, path: PathBuf, kind: SourceKind, unreadable: Option<String>) {
        self.inputs.push(path.clone());
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
        self.inputs.push(folder.to_owned());
        entries.sort_by_cached_key(DirEntry::file_name);
        for entry in entries {
            let path = entry.path();
            let is_link = entry.file_type().is_ok_and(|kind| kind.is_symlink());
            let is_folder = if is_link { path.is_dir() } else { entry.file_type().is_ok_and(|kind| kind.is_dir()) };
            match is_link.then(|| bad_link(&path, root)).flatten() {
                Some(why) if is_folder || is_page(&path) => self.add_file(path, kind, Some(why.to_owned())),
                Some(_) => {}
                None if is_folder && is_link => {}
                None if is_folder => self.add_folder(&path, kind, root),
                None if is_page(&path) => self.add_file(path, kind, None),
                None => {}
            }
        }
    }

    fn finish(mut self, version: Version) -> Docs {
        let sources = Sources::new(parallel::map(&self.found, read));
        self.inputs.sort();
        self.inputs.dedup();
        Docs { version, sources, inputs: self.inputs }
    }
}

fn is_page(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("md"))
}

fn read(found: &Found) -> Source {
    let text = found.unreadable.clone().map_or_else(|| read_page(&found.path), Err);
    match text {
        Ok(text) => Source::new(&found.path, found.kind, text),
        Err(message) => Source::unreadable(&found.path, found.kind, message),
    }
}

#[allow(clippy::disallowed_methods, reason = "this is the room that reads")]
fn read_page(path: &Path) -> Result<String, String> {
    let open = || {
        let file = File::open(path)?;
        let bytes = file.metadata()?.len();
        Ok((file, bytes))
    };
    let (mut file, bytes) = open().map_err(|error: io::Error| error.to_string())?;
    if bytes > MAX_FILE_BYTES {
        return Err(format!("larger than {} MiB", MAX_FILE_BYTES >> 20));
    }
    let mut text = Vec::new();
    file.read_to_end(&mut text).map_err(|error| error.to_string())?;
    String::from_utf8(text).map_err(|error| not_utf8(error.as_bytes(), error.utf8_error().valid_up_to()))
}

fn not_utf8(bytes: &[u8], valid: usize) -> String {
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return "UTF-16; save it as UTF-8".to_owned();
    }
    let line = bytes.iter().take(valid).filter(|byte| **byte == b'\n').count() + 1;
    format!("not UTF-8 from byte {valid} on, in line {line}")
}

/// What is wrong with the symbolic link at `path`, if it leads to something outside `root`, or to nothing.
fn bad_link(path: &Path, root: &Path) -> Option<&'static str> {
    match (path.canonicalize(), root.canonicalize()) {
        (Ok(target), Ok(root)) if target.starts_with(&root) => None,
        (Ok(_), _) => Some("a link that leads out of the docs"),
        (Err(_), _) => Some("a link that leads nowhere"),
    }
}
