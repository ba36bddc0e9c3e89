//! How the name of a property is spelled, where the page has it in more than one way.
//!
//! Rows are written by hand and lose capitals (`openshifts` on `schedule.md`); the JSON representation is mostly copied
//! from what the service sends.

use std::borrow::Cow;

use crate::diagnostic::rules::NAME_CASE;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::name;
use crate::model::{Property, SampleMember, StructuredType};

use super::property_types::TypeOf;
use super::registry::Registry;

/// What else of a page tells how a row's name is spelled.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    /// Whether most names around it begin with a small letter.
    pub(super) begin_small: bool,
    /// The member of the JSON representation.
    pub(super) shown: Option<&'a SampleMember<'a>>,
    /// Whether the metadata have the name just so, among those that are optional.
    pub(super) in_metadata: bool,
}

/// The best spelling of the name in `row`: that of the JSON representation, `shown`; else that of its type, if the two
/// differ only in capitals and the metadata don't spell the name as the row does (`onenote` of the type `OneNote` on
/// `group.md`); else with a small first letter, if the other rows have one and the JSON representation doesn't show the
/// capital, too.
pub(super) fn best<'a>(
    registry: &Registry<'_>,
    row: &'a Property<'a>,
    Known { begin_small, shown, in_metadata }: Known<'a>,
    ty: TypeOf,
    cx: &mut Diagnostics,
) -> Cow<'a, str> {
    let written = row.name.value.as_ref();
    let of_type = || match ty {
        _ if in_metadata => None,
        TypeOf::Declared(index) => like_type(written, registry.name(index)),
        TypeOf::Primitive(_) => None,
    };
    let differs = |shown: &&SampleMember<'_>| {
        let name = shown.name.value.as_ref();
        name != written && !is_capitalized(name, written)
    };
    let small = || small(written).filter(|_| begin_small && shown.is_none());
    // The JSON representation of `timeConstraint` has lost the same capitals as the row.
    let (better, place) = match shown.filter(differs) {
        Some(shown) => (Some(Cow::Borrowed(shown.name.value.as_ref())), Some((shown.name.span, "spelled so here"))),
        None => match of_type() {
            Some(name) => (Some(Cow::Owned(name)), Some((row.type_ref.span, "called like its type"))),
            None => (small().map(Cow::Owned), None),
        },
    };
    match better.filter(|better| better != written) {
        Some(better) => {
            let message = format!("the property `{written}` is taken for `{better}`");
            let label =
                if place.is_some() { "spelled in another way here" } else { "most others begin with a small letter" };
            let differs = Diagnostic::new(&NAME_CASE, message, row.name.span, label);
            cx.report(place.into_iter().fold(differs, |differs, (span, said)| differs.with_label(span, said)));
            better
        }
        None => Cow::Borrowed(written),
    }
}

/// Whether most rows of a type have a name that begins with a small letter, as all of Graph's do.
pub(super) fn begin_small(ty: &StructuredType<'_>) -> bool {
    let small = ty.properties.iter().filter(|row| name::begins_small(&row.name.value));
    2 * small.count() > ty.properties.len()
}

/// `siteUrl` for `SiteUrl`; nothing for an initialism.
fn small(written: &str) -> Option<String> {
    let mut letters = written.chars();
    let is_word = letters.next()?.is_ascii_uppercase() && letters.next()?.is_ascii_lowercase();
    is_word.then(|| written[..1].to_ascii_lowercase() + &written[1..])
}

/// Whether `shown` is `written` with a capital in front. Names of other services have one
/// (`security-singlepropertyschema.md`), those of Graph don't.
fn is_capitalized(shown: &str, written: &str) -> bool {
    name::begins_small(written) && shown.get(1..) == written.get(1..)
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
    use super::{like_type, small};

    #[test]
    fn words_begin_small_and_initialisms_do_not() {
        assert_eq!(small("SiteUrl").as_deref(), Some("siteUrl"));
        assert_eq!([small("URL"), small("url"), small("X")], [None, None, None]);
    }

    #[test]
    fn capitals_come_from_the_type() {
        assert_eq!(like_type("timeslots", "timeSlot").as_deref(), Some("timeSlots"));
        assert_eq!(like_type("timeslot", "TimeSlot").as_deref(), Some("timeSlot"));
        assert_eq!(like_type("slots", "timeSlot"), None);
        assert_eq!(like_type("timeSLOTS", "timeSlot"), None);
        assert_eq!(like_type("timeofDay", "timeOfDay"), None);
    }
}
