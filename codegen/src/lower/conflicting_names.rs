//! Names on a page that contradict what its metadata call the type: mostly they were copied from another page.

use crate::diagnostic::rules::CONFLICTING_NAME;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::name::is_qualified_identifier;
use crate::model::namespace::ROOT;
use crate::model::{EvidenceKind, Namespace, QualifiedName, Spanned, StructuredType};
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

/// Reports a JSON representation that says it is of another type than the metadata name. That of a base may show an object
/// of a derived type.
pub(super) fn of_json(ty: &StructuredType<'_>, json: Option<&Json<'_>>, cx: &mut Diagnostics) {
    let by_metadata = json.filter(|_| ty.named_by == EvidenceKind::Metadata);
    let Some(shown) = by_metadata.and_then(json::representation::type_name) else { return };
    let full = shown.value.trim_start_matches('#');
    let short = |name: &str| name.rsplit('.').next().unwrap_or(name).to_ascii_lowercase();
    let [named, other] = [short(ty.name.value.name()), short(full)];
    // Of `chart` and `workbookChart` one may be the other's short name.
    let is_alike = named.ends_with(&other) || other.ends_with(&named);
    // `resourceData` shows what another service calls `#Microsoft.Graph.ChatMessage`.
    let is_name = full.starts_with(ROOT) && is_qualified_identifier(full);
    if is_alike || !is_name || !ty.is_abstract.is_empty() || !ty.derived.is_empty() {
        return;
    }
    let name = ty.name.value.name();
    let message = format!("the JSON representation is of `{full}`, on the page of `{name}`");
    let found = Diagnostic::new(&CONFLICTING_NAME, message, shown.span, "shown here");
    let found = found.with_label(ty.name.span, "the metadata are taken");
    cx.report(found.with_help("correct `@odata.type`, or show an object of the type"));
}
