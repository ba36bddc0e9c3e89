//! From the words and links of a page to the type that they mean.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::hash::HashMap;
use crate::model::name::{last_segment, strip_prefix_caseless};
use crate::model::{NamedRef, Namespace, PageEntry, QualifiedName, Schema};
use crate::source::SourceId;

use super::registry::{Index, Registry};

/// Everything by which a type can be referred to.
pub(super) struct Lookup<'r, 'a> {
    registry: &'r Registry<'a>,
    schema: &'r Schema<'a>,
    /// By file name, in lower case.
    pages: HashMap<&'r str, Page<'r>>,
    /// Those below the root, by what the names of their pages begin with.
    namespaces: BTreeMap<String, &'r Namespace>,
}

struct Page<'r> {
    namespace: &'r Namespace,
    defines: Option<Index>,
}

/// What a reference leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// The type.
    pub(super) index: Index,
    /// The type that the link's target is about, where that is another one.
    pub(super) contradicts: Option<Index>,
}

impl<'r, 'a> Lookup<'r, 'a> {
    pub(super) fn new(registry: &'r Registry<'a>, schema: &'r Schema<'a>) -> Self {
        let page = |entry: &'r PageEntry| {
            let defines = entry.defines.as_ref().and_then(|name| registry.find(name));
            (entry.file_name.as_str(), Page { namespace: &entry.namespace, defines })
        };
        let pages = schema.pages.iter().map(page).collect();
        let below = schema.pages.iter().map(|entry| &entry.namespace).filter(|namespace| !namespace.is_root());
        let prefixed = |namespace: &'r Namespace| (namespace.page_prefix(), namespace);
        Self { registry, schema, pages, namespaces: below.map(prefixed).collect() }
    }

    /// The pages that are about a type, by file name.
    pub(super) fn page_types(&self) -> impl Iterator<Item = (&'r str, Index)> {
        self.schema
            .pages
            .iter()
            .filter_map(|entry| Some((entry.file_name.as_str(), self.pages.get(entry.file_name.as_str())?.defines?)))
    }

    /// The file names of all pages.
    pub(super) fn file_names(&self) -> HashMap<SourceId, &'r str> {
        self.schema.pages.iter().map(|entry| (entry.source, entry.file_name.as_str())).collect()
    }

    /// The type that `reference` means. Its words win over its link where both name a type: labels are written by hand,
    /// targets copied (`[accessPackage](accesspackagecatalog.md)`).
    pub(super) fn find(&self, reference: &NamedRef<'_>) -> Option<Found> {
        let link = Link::of(&reference.target);
        let page = self.pages.get(link.file.as_ref());
        let found = self.called_like(reference, self.target(reference, &link, page))?;
        let is_namesake = page.is_none() && self.is_namesake(reference, &link, found.index);
        (!is_namesake).then_some(found)
    }

    /// The name of what `reference` speaks of, if no page defines it. Pages are called like their types, those of other
    /// namespaces than the root with the namespace in front: `identitySet` is of the root, wherever a link to
    /// `identityset.md` says so.
    pub(super) fn called(&self, reference: &NamedRef<'_>) -> Option<QualifiedName> {
        let link = Link::of(&reference.target);
        let root = Namespace::root();
        let namespace = match link.file.strip_suffix(".md") {
            Some(stem) if stem.eq_ignore_ascii_case(&reference.text) => &root,
            _ => self.namespace(reference, &link),
        };
        QualifiedName::parse(&reference.text, namespace)
    }

    /// Whether the name that `reference` gives to what no page defines can be relied upon: the page to which it leads, if
    /// it does, is among those of types and called so, too, and before that comes nothing else than a namespace or what
    /// stands before the name of the page that has the link.
    pub(super) fn is_sure(&self, reference: &NamedRef<'_>) -> bool {
        if reference.target.is_empty() {
            return true;
        }
        let link = Link::of(&reference.target);
        let Some(stem) = link.file.strip_suffix(".md").filter(|_| link.is_among_types()) else { return false };
        let (prefix, name) = stem.rsplit_once('-').unwrap_or(("", stem));
        let page = self.schema.page(reference.span.source);
        let beside = || page.is_some_and(|page| prefix_of(&page.file_name) == Some(prefix));
        let is_known = prefix.is_empty() || reference.text.contains('.') || self.namespaces.contains_key(prefix);
        name.eq_ignore_ascii_case(last_segment(&reference.text)) && (is_known || beside())
    }

    /// The namespace that the name of the page begins with to which a link leads, else that of the page that has it.
    fn namespace<'n>(&'n self, reference: &'n NamedRef<'_>, link: &Link<'_>) -> &'n Namespace {
        let of_link = link.prefix().and_then(|prefix| self.namespaces.get(prefix).copied());
        of_link.unwrap_or(&reference.namespace)
    }

    /// The type that `reference` means, whatever its link leads to.
    pub(super) fn index(&self, reference: &NamedRef<'_>) -> Option<Index> {
        self.find(reference).map(|found| found.index)
    }

    fn called_like(&self, reference: &NamedRef<'_>, target: Option<Index>) -> Option<Found> {
        let plain = |index| Found { index, contradicts: None };
        if reference.text.is_empty() {
            return target.map(plain);
        }
        let short = reference.short_name();
        if let Some(index) = target.filter(|index| self.registry.get(*index).name.ends_in(short)) {
            return Some(plain(index));
        }
        match self.named(&reference.text, &reference.namespace) {
            Some(index) => Some(Found { index, contradicts: target.filter(|target| *target != index) }),
            None => target.map(plain),
        }
    }

    /// Whether the type called like `reference` is of another namespace than the one that the name of the page begins
    /// with to which the link leads, and that isn't there: `[berth](harbours-berth.md)` on a page of `harbours` is no
    /// `microsoft.graph.berth`.
    fn is_namesake(&self, reference: &NamedRef<'_>, link: &Link<'_>, index: Index) -> bool {
        let Some((first, _)) = link.file.split_once('-') else { return false };
        let full = QualifiedName::parse(&reference.text, &reference.namespace);
        let stated = full.map(|full| full.namespace()).filter(|stated| !stated.is_root());
        let home = stated.as_ref().unwrap_or(&reference.namespace);
        let of_home = home.segments().any(|segment| segment.eq_ignore_ascii_case(first));
        of_home && !self.registry.get(index).name.namespace_str().eq_ignore_ascii_case(home.as_str())
    }

    /// The type called `text` on a page of `namespace`: of that namespace first, then of the root.
    pub(super) fn named(&self, text: &str, namespace: &Namespace) -> Option<Index> {
        let of = |namespace: &Namespace| {
            let (home, rest) = QualifiedName::split(text, namespace)?;
            self.registry.find_in(home, rest)
        };
        of(namespace).or_else(|| if namespace.is_root() { None } else { of(&Namespace::root()) })
    }

    /// The type that the link's target is about: the page's, or the enum of the section that a fragment names. What a link
    /// calls like a section that isn't there is not what the page is about.
    fn target(&self, reference: &NamedRef<'_>, link: &Link<'_>, page: Option<&Page<'_>>) -> Option<Index> {
        let section = link.fragment.to_ascii_lowercase();
        // Most links lead to whole pages.
        let called = if section.is_empty() { "" } else { reference.short_name() };
        if let Some(name) = ["values", "enumeration"].iter().find_map(|noun| section.strip_suffix(noun)) {
            let namespace = page.map_or(&reference.namespace, |page| page.namespace);
            if let Some(index) = self.named(name.trim_end_matches('-'), namespace) {
                return Some(index);
            }
        }
        let is_of_section = is_section_of(&section, called);
        match page {
            Some(page) => page.defines.filter(|about| !is_of_section || self.registry.get(*about).name.ends_in(called)),
            None if is_of_section => None,
            None => self.dangling(reference, link),
        }
    }

    /// Links to pages that were renamed upstream (`intune-apps-mobileapp.md`) still end in the type's name.
    fn dangling(&self, reference: &NamedRef<'_>, link: &Link<'_>) -> Option<Index> {
        let of_method = link.path.contains("/api/") && !link.path.contains("/resources/");
        if link.file.is_empty() || link.file.starts_with("enums") || of_method {
            return None;
        }
        let name = link.file.trim_end_matches(".md").rsplit('-').next()?;
        self.named(name, self.namespace(reference, link))
    }
}

/// Whether the fragment `section`, lower case, is that of the section about the type `called` so.
fn is_section_of(section: &str, called: &str) -> bool {
    let rest = strip_prefix_caseless(section, called).map(|rest| rest.trim_start_matches('-'));
    let is_noun =
        |rest: &str| rest.split('-').all(|word| matches!(word, "" | "values" | "value" | "enum" | "enumeration"));
    !called.is_empty() && rest.is_some_and(is_noun)
}

/// A link's target.
struct Link<'t> {
    path: &'t str,
    fragment: &'t str,
    /// What the page is called to which it leads.
    file: Cow<'t, str>,
}

impl<'t> Link<'t> {
    fn of(target: &'t str) -> Self {
        // All in one pass, for there are many links.
        let (mut end, mut start, mut has_capitals) = (target.len(), 0, false);
        for (at, byte) in target.bytes().enumerate() {
            match byte {
                b'/' => (start, has_capitals) = (at + 1, false),
                b'A'..=b'Z' => has_capitals = true,
                b'#' | b'?' => {
                    end = at;
                    break;
                }
                _ => {}
            }
        }
        let (path, behind) = target.split_at(end);
        let fragment = behind.split_once('#').map_or("", |(_, fragment)| fragment);
        let file = &path[start..];
        let mut file = if has_capitals { Cow::Owned(file.to_ascii_lowercase()) } else { Cow::Borrowed(file) };
        if !file.is_empty() && !file.ends_with(".md") {
            file.to_mut().push_str(".md");
        }
        Self { path, fragment, file }
    }

    /// Whether it leads to where the pages of types are, beside a page or on the site.
    fn is_among_types(&self) -> bool {
        let (folder, file) = self.path.rsplit_once('/').unwrap_or(("", self.path));
        let is_page = file.ends_with(".md") || !file.contains('.');
        let is_beside = is_page && (matches!(folder, "" | ".") || folder.ends_with("resources"));
        is_beside || folder.ends_with("/graph/api/resources")
    }

    fn prefix(&self) -> Option<&str> {
        prefix_of(&self.file)
    }
}

/// What the name of a page begins with, mostly a namespace: `harbours` of `harbours-berth.md`.
fn prefix_of(file: &str) -> Option<&str> {
    file.rsplit_once('-').map(|(prefix, _)| prefix)
}
