//! Which types derive from `entity` although no page says so.

use crate::hash::{HashMap, HashSet};
use crate::model::{Evidence, EvidenceKind, StructuredType};

use super::hierarchy::BaseOf;
use super::lookup::Lookup;
use super::registry::{Entry, Index, Registry};

/// Makes `entity` the base of types that have none, if rows of a type below them are inherited from it, or if they look
/// like entities.
pub(super) fn imply(registry: &Registry<'_>, lookup: &Lookup<'_, '_>, of: &mut [Option<BaseOf>]) {
    let Some(root) = registry.root() else { return };
    let entities = Entities { registry, lookup, root };
    entities.imply_by_rows(of);
    entities.imply_by_looks(of);
}

struct Entities<'r, 'a> {
    registry: &'r Registry<'a>,
    lookup: &'r Lookup<'r, 'a>,
    root: Index,
}

impl Entities<'_, '_> {
    /// The topmost base of a type derives from `entity` if rows of the type say that they do, "Inherited from entity",
    /// even if the page of that base has no `id`.
    fn imply_by_rows(&self, of: &mut [Option<BaseOf>]) {
        // Where an earlier climb passed, the top is known.
        let mut met = vec![false; of.len()];
        for index in 0..of.len() {
            let Some(evidence) = of[index].and_then(|_| self.named_by_rows(index)) else { continue };
            let mut top = index;
            while !std::mem::replace(&mut met[top], true) {
                match of[top] {
                    Some(base) => top = base.index,
                    None if top == self.root => break,
                    None => of[top] = Some(BaseOf { index: self.root, evidence }),
                }
            }
        }
    }

    /// The evidence of a row that says it is inherited from `entity`.
    fn named_by_rows(&self, index: Index) -> Option<Evidence> {
        let named = self.registry.get(index).rows().filter_map(|row| row.inherited_from.as_ref());
        let mut of_root = named.filter(|named| self.lookup.index(named) == Some(self.root));
        Some(Evidence::new(EvidenceKind::Row, of_root.next()?.span))
    }

    /// Types without a base derive from `entity` if they have an `id`, and also methods, a key, relationships of their
    /// own, or relationships or lists that lead to them; or if they have no `id`, but methods, and also a key,
    /// relationships that lead to them, or methods that return them (`workbookApplication`). Their key is never
    /// anything but `id`, and none is called a complex type. A base without a page is what the types derived from it
    /// are.
    fn imply_by_looks(&self, of: &mut [Option<BaseOf>]) {
        let targets = self.targets();
        let described = DescribedBy::new(self.registry, |index| of[index].map(|base| base.index));
        for (index, entry) in self.registry.entries().iter().enumerate() {
            if index == self.root || of[index].is_some() || !self.registry.is_structured(index) {
                continue;
            }
            if self.is_implied(described.types(&index), &targets) {
                of[index] = Some(BaseOf {
                    index: self.root,
                    evidence: Evidence::new(EvidenceKind::Inferred, entry.evidence.span),
                });
            }
        }
    }

    /// Whether the pages of the types at `indices` describe an entity.
    fn is_implied(&self, indices: &[Index], targets: &Targets) -> bool {
        let types = || indices.iter().flat_map(|index| self.registry.structured(*index));
        let among = |targets: &HashSet<Index>| indices.iter().any(|index| targets.contains(index));
        if types().any(|ty| ty.is_called_complex) {
            return false;
        }
        let has_id = types().any(|ty| has_member(ty, "id"));
        // `windowsupdates-applicablecontent.md`
        if !has_id && types().any(|ty| has_key(ty)) {
            return false;
        }
        let methods = types().any(|ty| ty.has_methods);
        let relationships = types().any(|ty| ty.properties.iter().any(|property| property.navigation));
        let key = types().any(|ty| !ty.key.is_empty());
        let (navigated, listed) = (among(&targets.navigation), among(&targets.listed));
        let contained = among(&targets.structural);
        let with_id = has_id && (methods || relationships || navigated || listed || key && !contained);
        let returned = types().any(|ty| ty.is_returned);
        with_id || !has_id && methods && (navigated || key || returned) && !contained
    }

    fn targets(&self) -> Targets {
        let mut targets = Targets::default();
        for (property, index) in self.lookup.targets(|_| true) {
            let of_kind = if property.navigation { &mut targets.navigation } else { &mut targets.structural };
            of_kind.insert(index);
        }
        let lists = self.registry.entries().iter().flat_map(Entry::structured).flat_map(|ty| &ty.lists);
        targets.listed.extend(lists.filter_map(|list| self.lookup.index(&list.of)));
        targets
    }
}

/// Whose pages describe a type: its own, or, for a base without a page, those of the types that derive from it.
pub(super) struct DescribedBy(HashMap<Index, Vec<Index>>);

impl DescribedBy {
    pub(super) fn new(registry: &Registry<'_>, base: impl Fn(Index) -> Option<Index>) -> Self {
        let mut derived: HashMap<Index, Vec<Index>> = HashMap::default();
        for index in registry.indices() {
            if let Some(base) = base(index).filter(|base| registry.structured(*base).is_empty()) {
                derived.entry(base).or_default().push(index);
            }
        }
        Self(derived)
    }

    /// The types whose pages describe the one at `index`.
    pub(super) fn types<'i>(&'i self, index: &'i Index) -> &'i [Index] {
        self.0.get(index).map_or(std::slice::from_ref(index), Vec::as_slice)
    }
}

/// The types that properties and methods lead to.
#[derive(Default)]
struct Targets {
    navigation: HashSet<Index>,
    structural: HashSet<Index>,
    listed: HashSet<Index>,
}

/// Whether a row or the JSON representation has a member of that name.
pub(super) fn has_member(ty: &StructuredType<'_>, name: &str) -> bool {
    ty.properties.iter().any(|property| property.name.value == name)
        || ty.sample.iter().any(|member| member.name.value == name)
}

/// Whether the metadata name a key that consists of members.
pub(super) fn has_key(ty: &StructuredType<'_>) -> bool {
    !ty.key.is_empty() && ty.key.iter().all(|key| has_member(ty, &key.value))
}
