//! Where a table and the JSON representation of one page disagree. The table is taken; the author should know.

use crate::diagnostic::rules::SAMPLE_DISAGREES;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{EvidenceKind, Primitive, Property, Reference, SampleMember, SampleShape, StructuredType};

use super::each;
use super::lookup::Lookup;
use super::registry::Registry;
use super::samples;

/// Reports every property whose row and sample show different types.
pub(super) fn report(registry: &Registry<'_>, lookup: &Lookup<'_, '_>, cx: &mut Diagnostics) {
    each(registry.entries(), cx, |entry, cx| {
        entry.structured().iter().for_each(|ty| of_type(registry, lookup, ty, cx))
    });
}

fn of_type(registry: &Registry<'_>, lookup: &Lookup<'_, '_>, ty: &StructuredType<'_>, cx: &mut Diagnostics) {
    for (row, member) in samples::shown(ty).filter(|(row, _)| row.evidence.kind == EvidenceKind::Row) {
        if let Some(difference) = difference(registry, lookup, row, member) {
            let message = format!("the JSON representation shows `{}` as {difference}", row.name.value);
            let found = Diagnostic::new(&SAMPLE_DISAGREES, message, member.name.span, "shown here");
            cx.report(found.with_label(row.type_ref.span, "the table is taken"));
        }
    }
}

fn difference(
    registry: &Registry<'_>,
    lookup: &Lookup<'_, '_>,
    row: &Property<'_>,
    member: &SampleMember<'_>,
) -> Option<String> {
    let named = |reference: &Reference<'_>| match reference {
        Reference::Named(named) => lookup.find(named).map(|found| found.index),
        Reference::Primitive(_) | Reference::Unreadable => None,
    };
    match (&row.type_ref.reference, &member.shape) {
        (reference, SampleShape::Named(shown)) => {
            let (declared, shown) = (named(reference)?, lookup.find(shown)?.index);
            (declared != shown).then(|| format!("`{}`", registry.get(shown).name.name()))
        }
        (Reference::Primitive(declared), SampleShape::Primitive(shown))
            if member.is_placeholder && contradict(*declared, *shown) =>
        {
            Some(format!("`{}`", shown.edm_name()))
        }
        _ if row.type_ref.collection && !member.collection && member.is_placeholder => {
            Some("a single value".to_owned())
        }
        _ if !row.type_ref.collection && member.collection => Some("a collection".to_owned()),
        _ => None,
    }
}

/// `"String"` stands for anything that JSON writes as a string, and numbers for each other.
fn contradict(declared: Primitive, shown: Primitive) -> bool {
    use Primitive as P;
    let is_number = |primitive| {
        matches!(primitive, P::Byte | P::Decimal | P::Double | P::Int16 | P::Int32 | P::Int64 | P::SByte | P::Single)
    };
    let is_vague = |primitive| matches!(primitive, P::String | P::Untyped | P::Stream);
    let both_numbers = is_number(declared) && is_number(shown);
    declared != shown && !is_vague(declared) && !is_vague(shown) && !both_numbers
}
