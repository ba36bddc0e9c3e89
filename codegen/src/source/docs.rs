//! Where the pages lie below the paths that the user names.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::walk::Walk;
use super::{Problem, SourceKind, Sources, Version};

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
///
/// ```
/// use std::path::PathBuf;
///
/// use msgraph_bindgen::source::read_docs;
///
/// let problems = read_docs(&[PathBuf::from("no such folder")], None).expect_err("nothing to read");
/// assert_eq!(problems.len(), 1);
/// ```
pub fn read_docs(docs: &[PathBuf], version: Option<Version>) -> Result<Vec<Docs>, Vec<Problem>> {
    let mut walks: BTreeMap<Version, Walk> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    let mut problems = Vec::new();
    for path in docs {
        let path = &whole(path);
        // One folder may be given by two paths.
        if path.canonicalize().is_ok_and(|canonical| !seen.insert(canonical)) {
            continue;
        }
        match roots(path, version) {
            Ok(roots) => {
                for root in roots.into_iter().filter(|root| version.is_none_or(|version| version == root.version)) {
                    let walk = walks.entry(root.version).or_default();
                    if walk.find(&root.pages, SourceKind::Page) == 0 {
                        let is_folder = root.pages.is_dir();
                        let missing = if is_folder { "no page (`*.md`) in it" } else { "not a page (`*.md`)" };
                        problems.push(Problem::new(&root.pages, missing));
                    }
                    for folder in root.includes.iter().filter(|folder| folder.is_dir()) {
                        walk.find(folder, SourceKind::Include);
                    }
                }
            }
            Err(error) => problems.push(Problem::new(path, error)),
        }
    }
    if problems.is_empty() && walks.is_empty() {
        let missing = version.map_or_else(String::new, |version| format!(" of {version}"));
        problems.extend(docs.iter().map(|path| Problem::new(path, format!("no pages{missing} in it"))));
    }
    if problems.is_empty() {
        let read = |(version, walk): (Version, Walk)| {
            let (sources, inputs) = walk.read();
            Docs { version, sources, inputs }
        };
        Ok(walks.into_iter().map(read).collect())
    } else {
        Err(problems)
    }
}

/// The path from the root on where only that tells that it lies in a checkout, as in `cd api-reference/beta/resources`.
fn whole(path: &Path) -> PathBuf {
    let is_in_checkout = |path: &Path| path.components().any(|part| part.as_os_str() == "api-reference");
    let whole = path.canonicalize().ok().filter(|whole| !is_in_checkout(path) && is_in_checkout(whole));
    whole.unwrap_or_else(|| path.to_owned())
}

/// A folder of pages, or a page, and the folders of what they may include.
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
