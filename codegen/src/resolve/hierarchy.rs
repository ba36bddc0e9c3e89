//! Which type derives from which.
//!
//! Of 2,340 base types of 2021 three in five are named in a sentence only, the others in the metadata; where the two
//! disagree, the one that names the nearer type is right. Next come a base's own list of derived types, and the
//! "Inherited from" remarks of the rows; last, that a type with an `id` and methods or relationships is an entity.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::diagnostic::rules::{CONFLICTING_BASE, INHERITANCE_CYCLE, INVALID_METADATA};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::name::Caseless;
use crate::model::{Claim, Evidence, EvidenceKind, NamedRef, Property, StructuredType};

use super::lineage::MOST_ANCESTORS;
use super::lookup::Lookup;
use super::registry::{Index, Registry};
use super::{entities, lineage};

/// A base and the evidence for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct BaseOf {
    pub(super) index: Index,
    pub(super) evidence: Evidence,
}

/// The base of every type.
pub(super) struct Bases {
    of: Vec<Option<BaseOf>>,
    /// The structured types, by how many stand above them: every base before what derives from it.
    pub(super) levels: Vec<Vec<Index>>,
}

impl Bases {
    pub(super) fn of(&self, index: Index) -> Option<BaseOf> {
        self.of.get(index).copied().flatten()
    }

    /// Whether something derives from each type.
    pub(super) fn are_bases(&self) -> Vec<bool> {
        let mut are_bases = vec![false; self.of.len()];
        self.of.iter().flatten().for_each(|base| are_bases[base.index] = true);
        are_bases
    }

    /// The type at `index` and its bases, nearest first.
    pub(super) fn lineage(&self, index: Index) -> impl Iterator<Item = Index> + '_ {
        std::iter::once(index).chain(self.ancestors(index))
    }

    /// The bases of `index`, nearest first.
    pub(super) fn ancestors(&self, index: Index) -> impl Iterator<Item = Index> + '_ {
        let base = |index: &Index| self.of(*index).map(|base| base.index);
        std::iter::successors(base(&index), base)
    }
}

/// Chooses the base of every type. The result has no cycles, and no type inherits more than the limits allow.
pub(super) fn bases(registry: &Registry<'_>, lookup: &Lookup<'_, '_>, cx: &mut Diagnostics) -> Bases {
    let chooser = Chooser { registry, lookup };
    let mut of: Vec<Option<BaseOf>> = registry.indices().map(|index| chooser.stated(index, cx)).collect();
    chooser.fill_from_lists(&mut of, cx);
    entities::imply(registry, lookup, &mut of);
    lineage::cut_cycles(registry, &mut of, cx);
    let levels = lineage::cut_to_size(registry, &mut of, cx);
    Bases { of, levels }
}

struct Chooser<'r, 'a> {
    registry: &'r Registry<'a>,
    lookup: &'r Lookup<'r, 'a>,
}

impl<'a> Chooser<'_, 'a> {
    /// The base that the type's own pages state.
    fn stated(&self, index: Index, cx: &mut Diagnostics) -> Option<BaseOf> {
        let types = self.registry.structured(index);
        let (claims, impossible): (Vec<BaseOf>, Vec<BaseOf>) = types
            .iter()
            .flat_map(|ty| &ty.bases)
            .filter_map(|claim| self.claimed(claim))
            .partition(|claim| claim.index != index && self.registry.is_structured(claim.index));
        // In prose, it is we who misread: "types that derive from **caseOperation** include", on its own page.
        let named = impossible.iter().find(|claim| claim.evidence.kind == EvidenceKind::Metadata);
        named.into_iter().for_each(|claim| self.report_impossible(index, *claim, cx));
        let of_kind = |kind| claims.iter().find(|claim| claim.evidence.kind == kind).copied();
        let root = self.registry.root();
        let of_rows = || self.voted_by_rows(index);
        match (of_kind(EvidenceKind::Prose), of_kind(EvidenceKind::Metadata)) {
            (Some(prose), Some(metadata)) if prose.index != metadata.index => {
                let rows_say = || of_rows().is_some_and(|base| base.index == prose.index);
                let chosen = if Some(metadata.index) == root || rows_say() { prose } else { metadata };
                self.report_conflict(types, [prose, metadata], chosen, cx);
                Some(chosen)
            }
            // Metadata that name the root are often generated: `printerShare` has rows of `printerBase`. A row that the
            // root has as well says little: the `id` of `educationuser.md` is that of `directoryObject`.
            (None, Some(metadata)) if Some(metadata.index) == root => {
                let is_nearer = |base: &BaseOf| Some(base.index) != root && self.has_row_of(base.index, index);
                let Some(rows) = of_rows().filter(is_nearer) else { return Some(metadata) };
                self.report_conflict(types, [rows, metadata], rows, cx);
                Some(rows)
            }
            // Of two that agree, the one that machines can read is the evidence.
            (_, Some(metadata)) => Some(metadata),
            (Some(prose), None) => Some(prose),
            // Fixups infer a base.
            (None, None) => of_kind(EvidenceKind::Inferred).or_else(of_rows),
        }
    }

    fn claimed(&self, claim: &Claim<NamedRef<'_>>) -> Option<BaseOf> {
        Some(BaseOf { index: self.lookup.index(&claim.value)?, evidence: claim.evidence })
    }

    fn report_impossible(&self, index: Index, claim: BaseOf, cx: &mut Diagnostics) {
        let (span, name) = (claim.evidence.span, |index| self.registry.name(index));
        let impossible = if claim.index == index {
            let message = format!("`{}` derives from itself", name(index));
            Diagnostic::new(&INHERITANCE_CYCLE, message, span, "named as its own base type; ignored")
        } else {
            let message = format!("`{}`, the base type of `{}`, is an enum", name(claim.index), name(index));
            Diagnostic::new(&INVALID_METADATA, message, span, "passed over")
        };
        cx.report(impossible.with_help("correct the base type, or leave it out if there is none"));
    }

    /// The type that most rows say they are inherited from, `entity` only if there is no other.
    fn voted_by_rows(&self, index: Index) -> Option<BaseOf> {
        let mut votes: BTreeMap<Index, (usize, Evidence)> = BTreeMap::new();
        let may_be = |base: &Index| *base != index && self.registry.is_structured(*base);
        for named in self.registry.get(index).rows().filter_map(|row| row.inherited_from.as_ref()) {
            if let Some(base) = self.lookup.index(named).filter(may_be) {
                votes.entry(base).or_insert((0, Evidence::new(EvidenceKind::Row, named.span))).0 += 1;
            }
        }
        let root = self.registry.root();
        let best = votes.into_iter().max_by_key(|(base, (votes, _))| (Some(*base) != root, *votes, Reverse(*base)));
        best.map(|(index, (_, evidence))| BaseOf { index, evidence })
    }

    /// Whether `base` has a property, other than the key, that a row of the type at `index` says is inherited from it:
    /// "Permissions, inherited from [site]" may be about objects, not types.
    fn has_row_of(&self, base: Index, index: Index) -> bool {
        let is_inherited = |row: &&Property<'_>| {
            row.inherited_from.as_ref().is_some_and(|named| self.lookup.index(named) == Some(base))
        };
        let inherited = self.registry.get(index).rows().filter(is_inherited);
        self.registry.has_row(base, inherited.map(|row| Caseless(&row.name.value)))
    }

    fn report_conflict(
        &self,
        types: &[&'a StructuredType<'a>],
        [other, metadata]: [BaseOf; 2],
        chosen: BaseOf,
        cx: &mut Diagnostics,
    ) {
        // Of two that are called alike, the namespaces differ: `Microsoft.DirectoryServices.policyBase`.
        let is_full = self.registry.name(other.index) == self.registry.name(metadata.index);
        let name = |base: BaseOf| match &self.registry.get(base.index).name {
            full if is_full => full.to_string(),
            full => full.name().to_owned(),
        };
        let subject = types.first().map(|ty| ty.name.value.name()).unwrap_or_default();
        let message = format!("`{subject}` has two base types: `{}` and `{}`", name(other), name(metadata));
        let taken = |base: BaseOf| if base.index == chosen.index { ", which is taken" } else { "" };
        let who = if other.evidence.kind == EvidenceKind::Row { "this row" } else { "the text" };
        let other_says = format!("{who} says `{}`{}", name(other), taken(other));
        let metadata_say = format!("the metadata say `{}`{}", name(metadata), taken(metadata));
        let conflict = Diagnostic::new(&CONFLICTING_BASE, message, metadata.evidence.span, metadata_say);
        let help = format!("name `{}` in both places, if it is the base type", name(chosen));
        cx.report(conflict.with_label(other.evidence.span, other_says).with_help(help));
    }

    fn report_lists(&self, derived: Index, [chosen, other]: [BaseOf; 2], cx: &mut Diagnostics) {
        let name = |index| self.registry.name(index);
        let [derived, taken, passed_over] = [derived, chosen.index, other.index].map(name);
        let message = format!("`{derived}` is listed as derived from `{passed_over}` and from `{taken}`");
        let conflict = Diagnostic::new(&CONFLICTING_BASE, message, other.evidence.span, "passed over");
        let conflict = conflict.with_label(chosen.evidence.span, "this one is taken");
        cx.report(conflict.with_help(format!("name the base type on the page of `{derived}`")));
    }

    /// Gives a base to types that have none, but that another type lists as derived from it. Of several such types, the
    /// one with the most bases above it is chosen, since it derives from the others.
    fn fill_from_lists(&self, of: &mut [Option<BaseOf>], cx: &mut Diagnostics) {
        let mut claimed: BTreeMap<Index, Vec<BaseOf>> = BTreeMap::new();
        for (base, entry) in self.registry.entries().iter().enumerate() {
            for claim in entry.structured().iter().flat_map(|ty| &ty.derived) {
                let found = self.lookup.index(&claim.value);
                if let Some(derived) = found.filter(|derived| *derived != base && self.registry.is_structured(*derived))
                    && of[derived].is_none()
                {
                    claimed.entry(derived).or_default().push(BaseOf { index: base, evidence: claim.evidence });
                }
            }
        }
        let (several, one): (Vec<_>, Vec<_>) = claimed.into_iter().partition(|(_, bases)| bases.len() > 1);
        for (derived, bases) in one.into_iter().chain(several) {
            let above = |base: &BaseOf| {
                let base_of = |index: &Index| of[*index].map(|base| base.index);
                // There may be a cycle, which is cut later.
                std::iter::successors(base_of(&base.index), base_of).take(MOST_ANCESTORS)
            };
            let Some(chosen) = bases.iter().min_by_key(|base| Reverse(above(base).count())).copied() else { continue };
            let is_above = |other: &BaseOf| above(&chosen).any(|above| above == other.index);
            if let Some(other) = bases.iter().find(|other| other.index != chosen.index && !is_above(other)) {
                self.report_lists(derived, [chosen, *other], cx);
            }
            of[derived] = Some(chosen);
        }
    }
}
