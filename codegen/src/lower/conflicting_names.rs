//! Names on a page that contradict what its metadata call the type: mostly they were copied from another page.

use crate::diagnostic::rules::CONFLICTING_NAME;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Namespace, QualifiedName, Spanned};

use super::Context;
use super::namespace::{Line, is_below_root};

/// Reports metadata that put the type called `name` into another namespace than the line that says `Namespace:`. They
/// may leave out what comes after the root.
pub(super) fn report_namespace(context: &Context<'_, '_>, name: &Spanned<&str>, cx: &mut Diagnostics) {
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
