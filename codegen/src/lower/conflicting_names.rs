//! Names on a page that contradict what its metadata call the type: mostly they were copied from another page.

use crate::diagnostic::rules::CONFLICTING_NAME;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::hash::HashMap;
use crate::model::name::{is_qualified_identifier, last_segment};
use crate::model::namespace::ROOT;
use crate::model::{EvidenceKind, NamedRef, Namespace, QualifiedName, Spanned, StructuredType};
use crate::page::Json;

use super::namespace::{Line, is_below_root};
use super::{Context, json};

/// Reports metadata that put the type called `name` into another namespace than the line that says `Namespace:`. They may
/// leave out what is below the root.
pub(super) fn of_namespace(context: &Context<'_, '_>, name: &Spanned<&str>, cx: &mut Diagnostics) {
    let Some(parsed) = QualifiedName::parse(name.value, &context.namespace) else { return };
    let namespace = parsed.namespace();
    let is_it = |other: &Namespace| other.as_str().eq_ignore_ascii_case(namespace.as_str());
    if is_it(&context.namespace) {
        return;
    }
    let Some(stated) = Line::of(context.page).map(|line| line.stated(context.page)) else { return };
    if is_it(&stated) || namespace.is_root() && is_below_root(&stated) {
        return;
    }
    let message =
        format!("`{}` is in `{stated}` by the line above, and in `{namespace}` by the metadata", parsed.name());
    let found = Diagnostic::new(&CONFLICTING_NAME, message, name.span, "the metadata are taken");
    cx.report(found.with_help("name one namespace in both places"));
}

/// A JSON representation that says it is of another type than the metadata name.
pub(super) struct Shown {
    /// The type that the page is about, by its short name in lower case.
    ty: String,
    /// The type that is shown, likewise.
    shown: String,
    found: Diagnostic,
}

/// What the JSON representation says it is of, if the metadata name another type.
pub(super) fn of_json(ty: &StructuredType<'_>, json: Option<&Json<'_>>) -> Option<Shown> {
    let shown = json::representation::type_name(json.filter(|_| ty.named_by == EvidenceKind::Metadata)?)?;
    let full = shown.value.trim_start_matches('#');
    let [named, other] = [key(ty.name.value.name()), key(full)];
    // Of `chart` and `workbookChart` one may be the other's short name.
    let is_alike = named.ends_with(&other) || other.ends_with(&named);
    // `resourceData` shows what another service calls `#Microsoft.Graph.ChatMessage`.
    let is_name = full.starts_with(ROOT) && is_qualified_identifier(full);
    if is_alike || !is_name || !ty.is_abstract.is_empty() || !ty.derived.is_empty() {
        return None;
    }
    let message = format!("the JSON representation is of `{full}`, on the page of `{}`", ty.name.value.name());
    let found = Diagnostic::new(&CONFLICTING_NAME, message, shown.span, "shown here");
    let found = found.with_label(ty.name.span, "the metadata are taken");
    let found = found.with_help("correct `@odata.type`, or show an object of the type");
    Some(Shown { ty: named, shown: other, found })
}

/// Reports what is `shown`, unless it derives from the type that the page is about: that of a base may show an object of
/// a derived type, and need not list it.
pub(super) fn report(shown: Vec<Shown>, types: &[StructuredType<'_>], cx: &mut Diagnostics) {
    if shown.is_empty() {
        return;
    }
    let called = |base: &NamedRef<'_>| match base.short_name() {
        "" => key(base.link().about().unwrap_or_default()),
        name => key(name),
    };
    let bases = |ty: &StructuredType<'_>| ty.bases.iter().map(|base| called(&base.value)).collect();
    let bases: HashMap<String, Vec<String>> = types.iter().map(|ty| (key(ty.name.value.name()), bases(ty))).collect();
    for Shown { ty, shown, found } in shown {
        let (mut seen, mut next) = (vec![&shown], 0);
        while let Some(name) = seen.get(next).filter(|_| next < MOST_ANCESTORS) {
            seen.extend(bases.get(*name).into_iter().flatten().take(MOST_ANCESTORS));
            next += 1;
        }
        if !seen.contains(&&ty) {
            cx.report(found);
        }
    }
}

/// How far up a hierarchy is looked.
const MOST_ANCESTORS: usize = 64;

/// The short name of a type, in lower case.
fn key(name: &str) -> String {
    last_segment(name).to_ascii_lowercase()
}
