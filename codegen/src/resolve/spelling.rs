//! How the name of a property is spelled, where the page has it in more than one way.
//!
//! Rows are written by hand and lose capitals (`openshifts` on `schedule.md`); the JSON representation is mostly copied
//! from what the service sends.

use std::borrow::Cow;

use crate::diagnostic::rules::NAME_CASE;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Property, SampleMember, StructuredType};

use super::property_types::TypeOf;
use super::registry::Registry;

/// The best spelling of the name in `row` of `owner`: that of the JSON representation, which has it as `shown`; else that
/// of its type, if the property is called like that but for the capitals.
pub(super) fn best<'a>(
    registry: &Registry<'_>,
    owner: &StructuredType<'_>,
    row: &'a Property<'a>,
    shown: Option<&'a SampleMember<'a>>,
    ty: TypeOf,
    cx: &mut Diagnostics,
) -> Cow<'a, str> {
    let written = row.name.value.as_ref();
    let of_type = || match ty {
        TypeOf::Declared(index) => like_type(written, registry.get(index).name.name()),
        TypeOf::Primitive(_) => None,
    };
    let differs = |shown: &&SampleMember<'_>| {
        let name = shown.name.value.as_ref();
        name != written && !(is_capitalized(name, written) && is_foreign(owner))
    };
    // The JSON representation of `timeConstraint` has lost the same capitals as the row.
    let (better, place, said) = match shown.filter(differs) {
        Some(shown) => (Some(Cow::Borrowed(shown.name.value.as_ref())), shown.name.span, "spelled so here"),
        None => (of_type().map(Cow::Owned), row.type_ref.span, "called like its type"),
    };
    match better.filter(|better| better != written) {
        Some(better) => {
            let message = format!("the property `{written}` is taken for `{better}`");
            let differs = Diagnostic::new(&NAME_CASE, message, row.name.span, "spelled in another way here");
            cx.report(differs.with_label(place, said));
            better
        }
        None => Cow::Borrowed(written),
    }
}

/// Whether all that the JSON representation of a type shows begins with a capital, which only the names of other
/// services do (`security-singlepropertyschema.md`).
fn is_foreign(owner: &StructuredType<'_>) -> bool {
    let mut names = owner.sample.iter().flat_map(|sample| &sample.members).map(|member| member.name.value.as_ref());
    names.all(|name| name.starts_with(|first: char| first.is_ascii_uppercase()))
}

/// Whether `shown` is `written` with a capital in front.
fn is_capitalized(shown: &str, written: &str) -> bool {
    let small = written.starts_with(|first: char| first.is_ascii_lowercase());
    let capital = shown.starts_with(|first: char| first.is_ascii_uppercase());
    small && capital && shown.get(1..) == written.get(1..)
}

/// The name of the type, or its plural, if that is what `written` says without its capitals.
fn like_type(written: &str, ty: &str) -> Option<String> {
    if written.bytes().any(|b| b.is_ascii_uppercase()) {
        return None;
    }
    let mut name = ty.to_owned();
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    let plural = written.len() == name.len() + 1 && written.ends_with('s');
    if plural {
        name.push('s');
    }
    name.eq_ignore_ascii_case(written).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::like_type;

    #[test]
    fn capitals_come_from_the_type() {
        assert_eq!(like_type("timeslots", "timeSlot").as_deref(), Some("timeSlots"));
        assert_eq!(like_type("timeslot", "TimeSlot").as_deref(), Some("timeSlot"));
        assert_eq!(like_type("slots", "timeSlot"), None);
        assert_eq!(like_type("timeSLOTS", "timeSlot"), None);
    }
}
