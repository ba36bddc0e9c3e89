//! Mistakes of single pages that no rule can see: one function each, with its reason.
//!
//! A fixup does nothing where its page is absent, and is reported where the page is there and the mistake is gone: then
//! it is to be deleted.

use std::borrow::Cow;

use crate::diagnostic::rules::STALE_FIXUP;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::namespace::ROOT_TYPE;
use crate::model::{Claim, EnumType, EvidenceKind, Member, NamedRef, Namespace, Schema, Spanned, StructuredType};
use crate::source::{SourceId, Sources, Span};

/// What became of a fixup.
enum Outcome {
    /// The mistake was there, and is mended.
    Applied,
    /// The page is there without the mistake.
    Stale(Span),
}

/// A mistake and its mending.
struct Fixup {
    /// What is wrong, and on which page.
    what: &'static str,
    /// The end of the page's path.
    page: &'static str,
    mend: fn(&mut Schema<'_>, SourceId) -> Outcome,
}

const FIXUPS: &[Fixup] = &[
    Fixup { what: "`changeType` has the members of another enum", page: "v1.0/resources/enums.md", mend: change_type },
    Fixup { what: "`availability` and `activity` are no collections", page: "resources/presence.md", mend: presence },
    Fixup {
        what: "the rows of usage reports have an `id` that no page shows",
        page: "resources/office365activeuserdetail.md",
        mend: usage_reports,
    },
];

/// Mends what is known to be wrong.
pub fn apply(schema: &mut Schema<'_>, sources: &Sources, cx: &mut Diagnostics) {
    for fixup in FIXUPS {
        let Some((page, _)) = sources.pages().find(|(_, source)| sources.lies_at(source, fixup.page)) else { continue };
        if let Outcome::Stale(span) = (fixup.mend)(schema, page) {
            let message = format!("a fixup of {} is no longer needed: {}", fixup.page, fixup.what);
            let stale = Diagnostic::new(&STALE_FIXUP, message, span, "right by now");
            cx.report(stale.with_help("delete it from fixups.rs"));
        }
    }
}

/// In 2021 the section `changeType values` was a copy of the section below it, `countryLookupMethodType`. The pages of
/// `changeNotification` and `subscription` name the members.
fn change_type(schema: &mut Schema<'_>, page: SourceId) -> Outcome {
    let on_page = |ty: &&mut EnumType<'_>| ty.name.span.source == page;
    let mut types = schema.enums.iter_mut().filter(on_page);
    let Some(ty) = types.find(|ty| ty.name.value.name() == "changeType") else {
        return Outcome::Stale(Span::new(page, 0, 0));
    };
    let span = ty.name.span;
    if !types.any(|below| below.name.value.name() == "countryLookupMethodType" && names(ty).eq(names(below))) {
        return Outcome::Stale(span);
    }
    let member = |name| Member::named(Spanned::new(Cow::Borrowed(name), span));
    ty.members = ["created", "updated", "deleted"].map(member).into();
    Outcome::Applied
}

/// In 2021 the table called both a `string collection`; the JSON representation, and all that the service sends, has
/// single strings, which a collection couldn't read.
fn presence(schema: &mut Schema<'_>, page: SourceId) -> Outcome {
    let on_page = |ty: &&mut StructuredType<'_>| ty.name.span.source == page;
    let Some(ty) = schema.structured.iter_mut().find(on_page) else { return Outcome::Stale(Span::new(page, 0, 0)) };
    let mut outcome = Outcome::Stale(ty.name.span);
    let is_meant = |name: &str| matches!(name, "availability" | "activity");
    for property in ty.properties.iter_mut().filter(|property| is_meant(&property.name.value)) {
        if std::mem::take(&mut property.type_ref.collection) {
            outcome = Outcome::Applied;
        }
    }
    outcome
}

/// In 2021 the types that the functions of `reportRoot` return, sixty with a `reportRefreshDate`, were entities without
/// an `id`, methods or anything that refers to them: nothing on their pages tells.
fn usage_reports(schema: &mut Schema<'_>, page: SourceId) -> Outcome {
    let mut outcome = Outcome::Stale(Span::new(page, 0, 0));
    for ty in schema.structured.iter_mut().filter(|ty| ty.bases.is_empty()) {
        let has = |name: &str| ty.properties.iter().any(|property| property.name.value == name);
        if has("reportRefreshDate") && !has("id") {
            let root = NamedRef::unlinked(ROOT_TYPE, &Namespace::root(), ty.name.span);
            ty.bases.push(Claim::new(root, EvidenceKind::Inferred, ty.name.span));
            outcome = Outcome::Applied;
        }
    }
    outcome
}

fn names<'t>(ty: &'t EnumType<'_>) -> impl Iterator<Item = &'t str> {
    ty.members.iter().map(|member| member.name.value.as_ref())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lower::lower;

    fn members(change_type: &str) -> (Vec<String>, usize) {
        let page = format!(
            "# Enums\n\nNamespace: microsoft.graph\n\n### changeType values\n\n|Member|\n|:-|\n{change_type}\n\n\
             ### countryLookupMethodType values\n\n|Member|\n|:-|\n|clientIpAddress|\n|authenticatorAppGps|\n"
        );
        let sources = Sources::from_texts([("api-reference/v1.0/resources/enums.md", page.as_str())]);
        let mut cx = Diagnostics::new();
        let mut schema = lower(&sources, &mut cx);
        apply(&mut schema, &sources, &mut cx);
        let ty = schema.enums.iter().find(|ty| ty.name.value.name() == "changeType");
        let members = ty.map(|ty| ty.members.iter().map(|member| member.name.value.to_string()).collect());
        (members.unwrap_or_default(), cx.sorted().iter().filter(|d| d.rule.name == "stale-fixup").count())
    }

    #[test]
    fn the_copied_members_of_change_type_are_replaced() {
        assert_eq!(members("|clientIpAddress|\n|authenticatorAppGps|").0, ["created", "updated", "deleted"]);
    }

    #[test]
    fn rows_of_usage_reports_are_entities() {
        let bases = |rows: &str| {
            let page = format!(
                "# office365ActiveUserDetail resource type\n\nNamespace: microsoft.graph\n\n## Properties\n\n\
                 |Property|Type|Description|\n|:-|:-|:-|\n|reportRefreshDate|Date|When.|\n{rows}"
            );
            let sources = Sources::from_texts([("beta/resources/office365activeuserdetail.md", page.as_str())]);
            let mut cx = Diagnostics::new();
            let mut schema = lower(&sources, &mut cx);
            apply(&mut schema, &sources, &mut cx);
            (schema.structured[0].bases.len(), cx.sorted().len())
        };
        assert_eq!(bases(""), (1, 0));
        assert_eq!(bases("|id|String|The name.|\n"), (0, 1));
    }

    #[test]
    fn presence_has_single_strings() {
        let presence = |ty: &str| {
            let page = format!(
                "# presence resource type\n\nNamespace: microsoft.graph\n\n## Properties\n\n\
                 |Property|Type|Description|\n|:-|:-|:-|\n|activity|{ty}|What is done.|\n|notes|{ty}|More of it.|\n"
            );
            let sources = Sources::from_texts([("beta/resources/presence.md", page.as_str())]);
            let mut cx = Diagnostics::new();
            let mut schema = lower(&sources, &mut cx);
            apply(&mut schema, &sources, &mut cx);
            let collections = schema.structured[0].properties.iter().map(|row| row.type_ref.collection);
            (collections.collect::<Vec<_>>(), cx.sorted().len())
        };
        assert_eq!(presence("string collection"), (vec![false, true], 0));
        assert_eq!(presence("string"), (vec![false, false], 1));
    }

    #[test]
    fn a_mended_page_makes_the_fixup_stale() {
        assert_eq!(members("|created|\n|updated|"), (vec!["created".into(), "updated".into()], 1));
    }
}
