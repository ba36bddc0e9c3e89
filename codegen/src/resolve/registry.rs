//! Every type that is defined or spoken of, once, with all pages that define it.

use std::borrow::Cow;
use std::hash::BuildHasher;
use std::ops::Range;

use smallvec::SmallVec;

use crate::diagnostic::rules::AMBIGUOUS_KIND;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::hash::{HashMap, HashSet, RandomState};
use crate::model::name::{Caseless, strip_prefix_caseless};
use crate::model::namespace::{ROOT, ROOT_TYPE};
use crate::model::{
    EnumType, Evidence, EvidenceKind, PageName, Property, QualifiedName, Schema, Spanned, StructuredType,
};

use super::lineage::MOST_INHERITED;

/// Which entry of a [`Registry`].
pub(super) type Index = usize;

/// The definitions of one type.
#[derive(Debug)]
pub(super) enum Declaration<'a> {
    /// Pages define an entity or complex type.
    Structured(Vec<&'a StructuredType<'a>>),
    /// Pages define an enum.
    Enum(Vec<&'a EnumType<'a>>),
    /// No page defines it, but descriptions of properties of this type list its members.
    ListedEnum(Vec<Spanned<Cow<'a, str>>>),
    /// No page defines it, but types say that they derive from it, or list it as derived from them.
    Mentioned,
    /// No page defines it, and nothing tells what it is.
    Undocumented,
}

/// A type.
#[derive(Debug)]
pub(super) struct Entry<'a> {
    /// Its name, in the best spelling there is.
    pub(super) name: QualifiedName,
    /// Its definitions.
    pub(super) declaration: Declaration<'a>,
    /// What makes us believe that there is such a type.
    pub(super) evidence: Evidence,
}

impl<'a> Entry<'a> {
    /// The definitions of a structured type; none for other types and for those that are only mentioned.
    pub(super) fn structured(&self) -> &[&'a StructuredType<'a>] {
        match &self.declaration {
            Declaration::Structured(types) => types,
            _ => &[],
        }
    }

    /// The definitions of an enum; none for other types.
    pub(super) fn enums(&self) -> &[&'a EnumType<'a>] {
        match &self.declaration {
            Declaration::Enum(types) => types,
            _ => &[],
        }
    }

    /// The rows of all pages that define it; none for enums and for types that are only mentioned.
    pub(super) fn rows(&self) -> impl Iterator<Item = &'a Property<'a>> {
        self.structured().iter().flat_map(|ty| &ty.properties)
    }

    /// Whether it is an entity or complex type, as far as is known.
    pub(super) fn is_structured(&self) -> bool {
        matches!(self.declaration, Declaration::Structured(_) | Declaration::Mentioned)
    }
}

/// All types, in the order of their names.
#[derive(Debug, Default)]
pub(super) struct Registry<'a> {
    entries: Vec<Entry<'a>>,
    by_name: Names,
    root: Option<Index>,
}

impl<'a> Registry<'a> {
    /// The types that pages define.
    pub(super) fn declared(schema: &'a Schema<'a>, cx: &mut Diagnostics) -> Self {
        let mut defined: Vec<Defined<'a>> = Vec::with_capacity(schema.structured.len() + schema.enums.len());
        let mut places: HashMap<Caseless<'a>, usize> = HashMap::default();
        places.reserve(defined.capacity());
        let mut of = |name: &'a Spanned<QualifiedName>, add: &dyn Fn(&mut Defined<'a>)| {
            let place = *places.entry(Caseless(name.value.as_str())).or_insert(defined.len());
            if place == defined.len() {
                defined.push(Defined::default());
            }
            add(&mut defined[place]);
        };
        schema.structured.iter().for_each(|ty| of(&ty.name, &|defined| defined.structured.push(ty)));
        schema.enums.iter().for_each(|ty| of(&ty.name, &|defined| defined.enums.push(ty)));
        let entries: Vec<_> = defined.into_iter().filter_map(|defined| defined.entry(schema, cx)).collect();
        Self::default().with(entries)
    }

    /// The same with more types.
    pub(super) fn with(self, more: impl IntoIterator<Item = Entry<'a>>) -> Self {
        let mut entries = self.entries;
        entries.extend(more);
        entries.sort_by(|a, b| a.name.cmp(&b.name));
        let by_name = Names::of(&entries);
        let root = by_name.find(&entries, ROOT, ROOT_TYPE).filter(|root| entries[*root].is_structured());
        Self { entries, by_name, root }
    }

    pub(super) fn entries(&self) -> &[Entry<'a>] {
        &self.entries
    }

    /// The index of every type, in the order of their names.
    pub(super) fn indices(&self) -> Range<Index> {
        0..self.entries.len()
    }

    pub(super) fn get(&self, index: Index) -> &Entry<'a> {
        &self.entries[index]
    }

    /// What the type is called, without its namespace.
    pub(super) fn name(&self, index: Index) -> &str {
        self.entries[index].name.name()
    }

    /// The type of that name, in any case.
    pub(super) fn find(&self, name: &QualifiedName) -> Option<Index> {
        self.find_in(name.namespace_str(), name.name())
    }

    /// The type called `rest`, which may have dots, below `home`.
    pub(super) fn find_in(&self, home: &str, rest: &str) -> Option<Index> {
        match rest.rsplit_once('.') {
            None => self.by_name.find(&self.entries, home, rest),
            Some((below, name)) => self.by_name.find(&self.entries, &[home, ".", below].concat(), name),
        }
    }

    /// `microsoft.graph.entity`.
    pub(super) fn root(&self) -> Option<Index> {
        self.root
    }

    /// See [`Entry::structured`].
    pub(super) fn structured(&self, index: Index) -> &[&'a StructuredType<'a>] {
        self.entries[index].structured()
    }

    /// Whether `base` has a row of one of the `names`, other than the key: the `id` of all is that of `entity`. Of more rows
    /// than may be inherited, the first count.
    pub(super) fn has_row<'n>(&self, base: Index, names: impl Iterator<Item = Caseless<'n>>) -> bool {
        let names: HashSet<Caseless<'n>> = names.filter(|name| *name != Caseless("id")).collect();
        self.get(base).rows().take(MOST_INHERITED).any(|row| names.contains(&Caseless(&row.name.value)))
    }

    pub(super) fn is_structured(&self, index: Index) -> bool {
        self.entries[index].is_structured()
    }
}

/// The definitions of one type.
#[derive(Default)]
struct Defined<'a> {
    structured: Vec<&'a StructuredType<'a>>,
    enums: Vec<&'a EnumType<'a>>,
}

impl<'a> Defined<'a> {
    fn entry(mut self, schema: &'a Schema<'a>, cx: &mut Diagnostics) -> Option<Entry<'a>> {
        let Some(ty) = self.structured.first() else {
            let named = self.enums.iter().map(|ty| (&ty.name, EvidenceKind::Name));
            return entry(named, Declaration::Enum(self.enums.clone()));
        };
        let name = ty.name.value.name();
        // The page that is called like the type comes first: `intune-devices-user.md` tells of `user` in passing.
        self.structured.sort_by_cached_key(|ty| {
            let file = schema.page(ty.name.span.source).map_or("", |page| &page.file_name);
            !PageName::of_file(file).as_str().eq_ignore_ascii_case(name)
        });
        if let Some(ty) = self.structured.first() {
            report_ambiguous(ty, &self.enums, cx);
        }
        let named = self.structured.iter().map(|ty| (&ty.name, ty.named_by));
        entry(named, Declaration::Structured(self.structured.clone()))
    }
}

/// Where each type stands, by a hash of its namespace and name that ignores case: to bring all names on the pages into
/// one form would cost more than to look.
#[derive(Debug, Default)]
struct Names {
    state: RandomState,
    /// Mostly there is one.
    places: HashMap<u64, SmallVec<[Index; 1]>>,
}

impl Names {
    fn of(entries: &[Entry<'_>]) -> Self {
        let mut names = Self::default();
        names.places.reserve(entries.len());
        for (index, entry) in entries.iter().enumerate() {
            let hash = names.hash(entry.name.namespace_str(), entry.name.name());
            names.places.entry(hash).or_default().push(index);
        }
        names
    }

    fn hash(&self, namespace: &str, name: &str) -> u64 {
        self.state.hash_one((Caseless(namespace), Caseless(name)))
    }

    /// The one of `entries` that is called `name` in `namespace`.
    fn find(&self, entries: &[Entry<'_>], namespace: &str, name: &str) -> Option<Index> {
        let is_it = |index: &&Index| {
            let behind = strip_prefix_caseless(entries[**index].name.as_str(), namespace);
            behind.and_then(|behind| behind.strip_prefix('.')).is_some_and(|known| known.eq_ignore_ascii_case(name))
        };
        self.places.get(&self.hash(namespace, name))?.iter().rfind(is_it).copied()
    }
}

/// The entry for several definitions of one type. The spelling in metadata is better than that in a title, and one with
/// capitals better than one without: anchors have lost them.
fn entry<'a, 'n>(
    named: impl Iterator<Item = (&'n Spanned<QualifiedName>, EvidenceKind)> + Clone,
    declaration: Declaration<'a>,
) -> Option<Entry<'a>> {
    let capitals = |name: &QualifiedName| name.as_str().bytes().any(|b| b.is_ascii_uppercase());
    let (name, kind) = named.min_by_key(|(name, kind)| (!capitals(&name.value), *kind))?;
    Some(Entry { name: name.value.clone(), declaration, evidence: Evidence::new(kind, name.span) })
}

fn report_ambiguous(ty: &StructuredType<'_>, others: &[&EnumType<'_>], cx: &mut Diagnostics) {
    for other in others {
        let message = format!("`{}` is defined both as a resource and as an enum", ty.name.value);
        let ambiguous = Diagnostic::new(&AMBIGUOUS_KIND, message, other.name.span, "an enum here, which is ignored");
        cx.report(ambiguous.with_label(ty.name.span, "a resource here"));
    }
}
