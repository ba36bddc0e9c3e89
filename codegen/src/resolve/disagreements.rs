//! Where a page's JSON representation contradicts the rest of the page. The rest wins, but the author should know.

use crate::diagnostic::rules::{CONFLICTING_NAME, SAMPLE_DISAGREES};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::name::may_be_same;
use crate::model::primitive::JsonForm;
use crate::model::{EvidenceKind, Primitive, Property, Reference, SampleMember, StructuredType};
use crate::spelling::is_misspelt;

use super::each;
use super::hierarchy::Bases;
use super::lookup::{Found, Lookup};
use super::registry::{Index, Registry};
use super::samples;

/// Reports every property whose row and sample show different types, and samples of another type than the page's.
pub(super) fn report(registry: &Registry<'_>, lookup: &Lookup<'_, '_>, bases: &Bases, cx: &mut Diagnostics) {
    let comparison = Comparison { registry, lookup, bases };
    each(registry.entries(), cx, |entry, cx| {
        entry.structured().iter().for_each(|ty| {
            comparison.of_type(ty, cx);
            comparison.of_name(ty, cx);
        })
    });
}

/// What it takes to compare rows with samples.
struct Comparison<'r, 'a> {
    registry: &'r Registry<'a>,
    lookup: &'r Lookup<'r, 'a>,
    bases: &'r Bases,
}

impl Comparison<'_, '_> {
    fn of_type(&self, ty: &StructuredType<'_>, cx: &mut Diagnostics) {
        // Inherited properties are taken from the base's page.
        let counts = |row: &Property<'_>| row.evidence.kind == EvidenceKind::Row && row.inherited_from.is_none();
        for (row, member) in samples::shown(ty).filter(|(row, _)| counts(row)) {
            if let Some(difference) = self.difference(row, member) {
                let message = format!("the JSON representation shows {difference} for `{}`", row.name.value);
                let found = Diagnostic::new(&SAMPLE_DISAGREES, message, member.name.span, "shown here");
                cx.report(found.with_label(row.type_ref.span, "the table is taken"));
            }
        }
    }

    /// Reports a sample of another type than the metadata name. A base's sample may show an object of a derived type.
    fn of_name(&self, ty: &StructuredType<'_>, cx: &mut Diagnostics) {
        let Some(shown) = ty.shown_as.as_ref().filter(|_| ty.named_by == EvidenceKind::Metadata) else { return };
        let (name, other) = (ty.name.value.name(), shown.value.name());
        let base = self.registry.find(&ty.name.value);
        let derived = || self.registry.find(&shown.value);
        let derives = || derived().is_some_and(|derived| self.bases.lineage(derived).any(|above| Some(above) == base));
        let may_derive = || !ty.is_abstract.is_empty() || !ty.derived.is_empty() || derives();
        let is_misspelt = || derived().is_none() && is_misspelt(other, name);
        if may_be_same(name, other) || may_derive() && !is_misspelt() {
            return;
        }
        let message = format!("the JSON representation is of `{}`, on the page of `{name}`", shown.value);
        let found = Diagnostic::new(&CONFLICTING_NAME, message, shown.span, "shown here");
        let found = found.with_label(ty.name.span, "the metadata are taken");
        cx.report(found.with_help("correct `@odata.type`, or show an object of the type"));
    }

    fn difference(&self, row: &Property<'_>, member: &SampleMember<'_>) -> Option<String> {
        match (&row.type_ref.reference, &member.reference) {
            (Reference::Named(declared), Reference::Named(shown)) => {
                let (declared, shown) = (self.lookup.find(declared)?, self.lookup.index(shown)?);
                (!self.admits(row, declared, shown)).then(|| format!("the type `{}`", self.registry.name(shown)))
            }
            // An example is no placeholder, but it tells text from other values.
            (Reference::Primitive(declared), Reference::Primitive(shown))
                if (member.is_placeholder || *declared == Primitive::String) && contradict(*declared, *shown) =>
            {
                Some(format!("the type `{}`", shown.edm_name()))
            }
            (_, Reference::Named(_)) => None,
            _ if row.type_ref.collection && !member.collection && member.is_placeholder => {
                Some("a single value".to_owned())
            }
            _ if !row.type_ref.collection && member.collection => Some("a collection".to_owned()),
            _ => None,
        }
    }

    /// Whether a property of type `declared` can hold what is `shown`: that type, one derived from it, or, if the row
    /// names several types, a base of the first. If the row's link leads to what is shown, the link is taken, and its
    /// label has been reported already.
    fn admits(&self, row: &Property<'_>, declared: Found, shown: Index) -> bool {
        let derives = |derived, base| self.bases.lineage(derived).any(|index| index == base);
        declared.contradicts == Some(shown)
            || derives(shown, declared.index)
            || !row.type_ref.or.is_empty() && derives(declared.index, shown)
    }
}

/// Whether a value can't be of both types: `"String"` stands for anything that JSON writes as a string, and one number
/// for another.
pub(super) fn contradict(declared: Primitive, shown: Primitive) -> bool {
    let is_vague = |primitive: Primitive| primitive.json_form() == JsonForm::Any;
    match (declared, shown) {
        _ if declared == shown || is_vague(declared) || is_vague(shown) => false,
        (Primitive::String, other) | (other, Primitive::String) => other.json_form() != JsonForm::Text,
        _ => [declared, shown].iter().any(|primitive| primitive.json_form() != JsonForm::Number),
    }
}
