//! From the words and links of a page to the type that they mean.

use std::collections::BTreeMap;

use crate::hash::HashMap;
use crate::model::name::{Caseless, strip_prefix_caseless};
use crate::model::{Link, NamedRef, Namespace, PageEntry, PageName, Property, QualifiedName, Schema};
use crate::parallel;
use crate::source::SourceId;
use crate::spelling::is_misspelt;

use super::registry::{Index, Registry};

/// Everything by which a type can be referred to.
pub(super) struct Lookup<'r, 'a> {
    registry: &'r Registry<'a>,
    schema: &'r Schema<'a>,
    /// By their names.
    pages: HashMap<Caseless<'r>, Page<'r>>,
    /// Those below the root, by the prefix of their pages' names.
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
    /// The type that the link's target is about, if that is another one.
    pub(super) contradicts: Option<Index>,
}

impl<'r, 'a> Lookup<'r, 'a> {
    pub(super) fn new(registry: &'r Registry<'a>, schema: &'r Schema<'a>) -> Self {
        let page = |entry: &'r PageEntry| {
            let defines = entry.defines.as_ref().and_then(|name| registry.find(name));
            (Caseless(page_name(entry).as_str()), Page { namespace: &entry.namespace, defines })
        };
        let pages = schema.pages.iter().map(page).collect();
        let below = schema.pages.iter().map(|entry| &entry.namespace).filter(|namespace| !namespace.is_root());
        let prefixed = |namespace: &'r Namespace| (namespace.page_prefix(), namespace);
        Self { registry, schema, pages, namespaces: below.map(prefixed).collect() }
    }

    /// The pages that are about a type.
    pub(super) fn page_types(&self) -> impl Iterator<Item = (PageName<'r>, Index)> {
        let pages = self.schema.pages.iter().map(page_name);
        pages.filter_map(|page| Some((page, self.pages.get(&Caseless(page.as_str()))?.defines?)))
    }

    /// What all pages are called.
    pub(super) fn page_names(&self) -> HashMap<SourceId, PageName<'r>> {
        self.schema.pages.iter().map(|entry| (entry.source, page_name(entry))).collect()
    }

    /// The type that `reference` means. Its words win over its link where both name a type: labels are written by hand,
    /// targets copied (`[accessPackage](accesspackagecatalog.md)`).
    pub(super) fn find(&self, reference: &NamedRef<'_>) -> Option<Found> {
        let link = reference.link();
        let page = self.pages.get(&Caseless(link.name().as_str()));
        let found = self.called_like(reference, self.target(reference, &link, page))?;
        let is_namesake = page.is_none() && self.is_namesake(reference, link.name(), found.index);
        (!is_namesake).then_some(found)
    }

    /// The name that a type without a page has by `reference`. Pages are called like their types, with the namespace in
    /// front unless it is the root: a link to `identityset.md` means the root's `identitySet`, on whatever page it
    /// stands.
    pub(super) fn called(&self, reference: &NamedRef<'_>) -> Option<QualifiedName> {
        let page = reference.link().name();
        let root = Namespace::root();
        let is_of_root = !reference.target.is_empty() && page.as_str().eq_ignore_ascii_case(&reference.text);
        QualifiedName::parse(&reference.text, if is_of_root { &root } else { self.namespace(reference, page) })
    }

    /// Whether the name that `reference` gives to a type without a page can be relied upon. A link must lead to where
    /// the pages of types are, and to a page of that name, before which nothing stands but a namespace, or what also
    /// stands before the name of the linking page.
    pub(super) fn is_sure(&self, reference: &NamedRef<'_>) -> bool {
        if reference.target.is_empty() {
            return true;
        }
        let page = reference.link().name();
        if !reference.link().is_among_types() || !page.last_part().eq_ignore_ascii_case(reference.short_name()) {
            return false;
        }
        let Some(prefix) = page.prefix().map(str::to_ascii_lowercase) else { return true };
        let is_beside = |from: &PageEntry| page_name(from).prefix() == Some(&prefix);
        reference.text.contains('.')
            || self.namespaces.contains_key(&prefix)
            || self.schema.page(reference.span.source).is_some_and(is_beside)
    }

    /// The name of the type that was `found`, if the label of the link which leads to it is that name but for a slip. On
    /// pages in other languages it may be a word: `[groupe](group.md)`.
    pub(super) fn misspelt(&self, reference: &NamedRef<'_>, found: Index) -> Option<&str> {
        let name = self.registry.name(found);
        let in_english = || self.schema.page(reference.span.source).is_some_and(|page| !page.is_translated);
        let is_meant = !reference.target.is_empty() && is_misspelt(reference.short_name(), name) && in_english();
        is_meant.then_some(name)
    }

    /// The namespace with which the linked `page`'s name begins, else that of the linking page.
    fn namespace<'n>(&'n self, reference: &'n NamedRef<'_>, page: PageName<'_>) -> &'n Namespace {
        let of_page = page.prefix().and_then(|prefix| self.namespaces.get(&prefix.to_ascii_lowercase()).copied());
        of_page.unwrap_or(&reference.namespace)
    }

    /// The type that `reference` means, whatever its link leads to.
    pub(super) fn index(&self, reference: &NamedRef<'_>) -> Option<Index> {
        self.find(reference).map(|found| found.index)
    }

    /// The properties that `is_meant` picks, in the order of their types, each with the type that it is of, if that is
    /// known.
    pub(super) fn targets(
        &self,
        is_meant: impl Fn(&Property<'a>) -> bool + Sync,
    ) -> impl Iterator<Item = (&'a Property<'a>, Index)> {
        let found = parallel::map(self.registry.entries(), |entry| {
            let meant = entry.rows().filter(|row| is_meant(row));
            meant.filter_map(|row| Some((row, self.index(row.type_ref.reference.named()?)?))).collect::<Vec<_>>()
        });
        found.into_iter().flatten()
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

    /// Whether the type at `index`, which is called like `reference`, is of another namespace than the linked `page`,
    /// which isn't there: `[berth](harbours-berth.md)` on a page of `harbours` is no `microsoft.graph.berth`.
    fn is_namesake(&self, reference: &NamedRef<'_>, page: PageName<'_>, index: Index) -> bool {
        let Some((first, _)) = page.as_str().split_once('-') else { return false };
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

    /// The type that the link's target is about: the page's, or the enum of the section that the fragment names. A link
    /// that is called like its section doesn't mean what the page is about, even if that section isn't there.
    fn target(&self, reference: &NamedRef<'_>, link: &Link<'_>, page: Option<&Page<'_>>) -> Option<Index> {
        let section = link.fragment.to_ascii_lowercase();
        // Most links lead to whole pages.
        let called = if section.is_empty() { "" } else { reference.short_name() };
        let namespace = page.map_or(&reference.namespace, |page| page.namespace);
        if let Some(index) = link.section_of().and_then(|name| self.named(name, namespace)) {
            return Some(index);
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
        let page = link.name();
        let is_of_enums = strip_prefix_caseless(page.as_str(), "enums").is_some();
        if page.as_str().is_empty() || is_of_enums || link.is_of_method() {
            return None;
        }
        self.named(page.last_part(), self.namespace(reference, page))
    }
}

fn page_name(entry: &PageEntry) -> PageName<'_> {
    PageName::of_file(&entry.file_name)
}

/// Whether the fragment `section`, lower case, is that of the section about the type `called` so.
fn is_section_of(section: &str, called: &str) -> bool {
    let rest = strip_prefix_caseless(section, called).map(|rest| rest.trim_start_matches('-'));
    let is_noun =
        |rest: &str| rest.split('-').all(|word| matches!(word, "" | "values" | "value" | "enum" | "enumeration"));
    !called.is_empty() && rest.is_some_and(is_noun)
}
