//! The type of a property, from all that its page says about it: the table first, what else there is where the table
//! leaves room.

use crate::diagnostic::rules::{LINK_DISAGREES, MISSPELT_NAME, SEVERAL_TYPES};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Evidence, EvidenceKind, NamedRef, Primitive, Property, Reference, SampleMember, StructuredType};
use crate::source::Span;

use super::hidden_enums::HiddenEnums;
use super::hierarchy::Bases;
use super::lookup::{Found, Lookup};
use super::registry::Index;
use super::samples;

/// The type of a property.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TypeOf {
    Primitive(Primitive),
    Declared(Index),
}

/// A type with its multiplicity, and who says so.
#[derive(Clone, Copy, Debug)]
pub(super) struct Typed {
    pub(super) ty: TypeOf,
    pub(super) collection: bool,
    pub(super) evidence: Evidence,
}

impl Typed {
    /// Whether both are the same type, whoever says so.
    pub(super) fn is_like(self, other: Self) -> bool {
        (self.ty, self.collection) == (other.ty, other.collection)
    }
}

/// What the types of rows are looked up in.
pub(super) struct PropertyTypes<'r, 'a> {
    lookup: &'r Lookup<'r, 'a>,
    bases: &'r Bases,
    enums: HiddenEnums<'r, 'a>,
}

impl<'r, 'a> PropertyTypes<'r, 'a> {
    pub(super) fn new(lookup: &'r Lookup<'r, 'a>, bases: &'r Bases, enums: HiddenEnums<'r, 'a>) -> Self {
        Self { lookup, bases, enums }
    }

    /// The type of the property that `row` of `owner` describes, that the JSON representation has as `shown`, and that
    /// a method lists at `listed`: a relationship whose row forgets to say that it leads to several
    /// (`printer-list-connectors.md` returns a collection).
    pub(super) fn of(
        &self,
        owner: &StructuredType<'_>,
        row: &Property<'_>,
        shown: Option<&SampleMember<'_>>,
        listed: Option<Span>,
        cx: &mut Diagnostics,
    ) -> Typed {
        let (ty, evidence) = self.of_value(owner, row, shown, cx);
        let of_row = Typed { ty, collection: row.type_ref.collection, evidence };
        match listed.filter(|_| row.navigation && !row.type_ref.collection) {
            Some(span) => Typed { collection: true, evidence: Evidence::new(EvidenceKind::Inferred, span), ..of_row },
            None => of_row,
        }
    }

    /// The type of a single value, and the evidence for it.
    fn of_value(
        &self,
        owner: &StructuredType<'_>,
        row: &Property<'_>,
        shown: Option<&SampleMember<'_>>,
        cx: &mut Diagnostics,
    ) -> (TypeOf, Evidence) {
        if let Some((hidden, evidence)) = self.enums.find(&owner.name.value, row, shown) {
            return (TypeOf::Declared(hidden), evidence);
        }
        let in_cell = Evidence::new(row.evidence.kind, row.type_ref.span);
        if !row.type_ref.or.is_empty() {
            if let Some(common) = self.common_base(row) {
                return (TypeOf::Declared(common), Evidence::new(EvidenceKind::Inferred, row.type_ref.span));
            }
            report_several(row, cx);
        }
        let unknown = (TypeOf::Primitive(Primitive::Untyped), in_cell);
        match &row.type_ref.reference {
            Reference::Primitive(primitive) => (TypeOf::Primitive(*primitive), in_cell),
            Reference::Named(named) => match self.lookup.find(named) {
                Some(found) => self.of_found(row, named, &found, shown, cx),
                None => shown.and_then(|shown| self.named_in_sample(shown)).unwrap_or(unknown),
            },
            // "Collection" leaves it to the JSON representation of what.
            Reference::Unreadable if row.type_ref.collection => {
                shown.and_then(|shown| self.in_sample(shown)).unwrap_or(unknown)
            }
            Reference::Unreadable => unknown,
        }
    }

    /// The type of a row whose cell has `named` the one that was `found`.
    fn of_found(
        &self,
        row: &Property<'_>,
        named: &NamedRef<'_>,
        found: &Found,
        shown: Option<&SampleMember<'_>>,
        cx: &mut Diagnostics,
    ) -> (TypeOf, Evidence) {
        if self.enums.is_of_string(found.index) {
            return (TypeOf::Primitive(Primitive::String), Evidence::new(EvidenceKind::Inferred, row.type_ref.span));
        }
        if let Some((target, vote)) = self.vote(found, shown) {
            report_link(named, "leads to the type that the JSON representation shows, which is taken", cx);
            return (TypeOf::Declared(target), vote);
        }
        if found.contradicts.is_some() {
            report_link(named, &format!("leads to `{}`; the label is taken", named.target), cx);
        } else if let Some(name) = self.lookup.misspelt(named, found.index) {
            report_label(named, name, cx);
        }
        (TypeOf::Declared(found.index), Evidence::new(row.evidence.kind, row.type_ref.span))
    }

    /// What a link leads to, if its label says otherwise and the JSON representation sides with the target:
    /// `[servicePrincipal](provisioningserviceprincipal.md)`.
    fn vote(&self, found: &Found, shown: Option<&SampleMember<'_>>) -> Option<(Index, Evidence)> {
        let target = found.contradicts?;
        samples::named_type(self.lookup, shown?).filter(|(shown, _)| *shown == target)
    }

    /// What the JSON representation says where a link leads nowhere.
    fn named_in_sample(&self, shown: &SampleMember<'_>) -> Option<(TypeOf, Evidence)> {
        let (index, evidence) = samples::named_type(self.lookup, shown)?;
        Some((TypeOf::Declared(index), evidence))
    }

    /// The type that the JSON representation names: `"String"`, but not just any text.
    fn in_sample(&self, shown: &SampleMember<'_>) -> Option<(TypeOf, Evidence)> {
        match shown.reference {
            Reference::Primitive(primitive) if shown.is_placeholder => {
                Some((TypeOf::Primitive(primitive), Evidence::new(EvidenceKind::Json, shown.name.span)))
            }
            Reference::Named(_) => self.named_in_sample(shown),
            Reference::Primitive(_) | Reference::Unreadable => None,
        }
    }

    /// The nearest type that all types of an `[a](a.md) or [b](b.md)` derive from.
    fn common_base(&self, row: &Property<'_>) -> Option<Index> {
        let index = |reference: &Reference<'_>| self.lookup.index(reference.named()?);
        let lineage = |index: Index| self.bases.lineage(index).collect::<Vec<Index>>();
        let others = row.type_ref.or.iter().map(|reference| index(reference).map(lineage));
        let others = others.collect::<Option<Vec<_>>>()?;
        let first = lineage(index(&row.type_ref.reference)?);
        first.into_iter().find(|base| others.iter().all(|lineage| lineage.contains(base)))
    }
}

fn report_link(named: &NamedRef<'_>, label: &str, cx: &mut Diagnostics) {
    let message = format!("the label `{}` and its link name different types", named.text);
    cx.report(Diagnostic::new(&LINK_DISAGREES, message, named.span, label));
}

fn report_label(named: &NamedRef<'_>, name: &str, cx: &mut Diagnostics) {
    let message = format!("the label `{}` is no type that is known", named.text);
    let misspelt = Diagnostic::new(&MISSPELT_NAME, message, named.span, format!("leads to `{name}`, which is taken"));
    cx.report(misspelt.with_help(format!("did you mean `{name}`?")));
}

/// `String or Int32`: JSON may have either, a field of Rust one.
fn report_several(row: &Property<'_>, cx: &mut Diagnostics) {
    let message = format!("`{}` has one of several types", row.name.value);
    let several = Diagnostic::new(&SEVERAL_TYPES, message, row.type_ref.span, "the first is taken");
    cx.report(several.with_help("name the type that they derive from, if there is one"));
}
