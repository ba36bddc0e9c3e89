//! Properties that stand in several places: which differences are reported.

use crate::diagnostic::rules::{CONFLICTING_BASE, CONFLICTING_DEFINITION, DUPLICATE_PROPERTY, INHERITED_CHANGED};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{EvidenceKind, Property, Reference};

use super::disagreements::contradict;
use super::hierarchy::BaseOf;
use super::properties::Declared;
use super::property_types::Typed;
use super::registry::{Index, Registry};

/// Reports a row, of type `typed`, that repeats `first` in the tables of one type: always if both are on one page, and
/// if they are on two pages, where they differ.
pub(super) fn report_repeated(first: &Declared<'_>, row: &Property<'_>, typed: Typed, cx: &mut Diagnostics) {
    let named = first.row;
    if named.evidence.span.source != row.evidence.span.source {
        if !first.typed.is_like(typed) {
            let message = format!("two pages give the property `{}` different types", row.name.value);
            let conflict = Diagnostic::new(&CONFLICTING_DEFINITION, message, row.type_ref.span, "another type here");
            cx.report(conflict.with_label(named.type_ref.span, "this one is taken"));
        }
    } else if named.inherited_from.is_none() == row.inherited_from.is_none() {
        let message = format!("the property `{}` stands here twice", row.name.value);
        let (again, help) = if first.typed.is_like(typed) {
            ("again", "leave one of the rows out")
        } else {
            ("again, with another type", "leave out the row whose type is wrong; the first one is taken")
        };
        let twice = Diagnostic::new(&DUPLICATE_PROPERTY, message, row.name.span, again);
        cx.report(twice.with_label(named.name.span, "first here").with_help(help));
    }
}

/// Reports a property that a type repeats from a base, where it is `origin`, with another type.
pub(super) fn report_changed(origin: &Declared<'_>, repeated: &Declared<'_>, cx: &mut Diagnostics) {
    let (row, first) = (repeated.row, origin.row);
    let agree = match (&first.type_ref.reference, &row.type_ref.reference) {
        // Where only one page lists the values of a `String`, that is an enum, and the other a `String`.
        (Reference::Primitive(declared), Reference::Primitive(repeated))
            if first.type_ref.collection == row.type_ref.collection =>
        {
            declared == repeated
            // `"frameRate": 10` is as good a `Double` as any.
            || row.evidence.kind == EvidenceKind::Json && !contradict(*declared, *repeated)
        }
        _ => origin.typed.is_like(repeated.typed),
    };
    if !agree {
        let message = format!("the inherited property `{}` has another type here", repeated.name);
        let changed = Diagnostic::new(&INHERITED_CHANGED, message, row.type_ref.span, "repeated with this type");
        cx.report(changed.with_label(first.type_ref.span, "declared with this type, which is taken"));
    }
}

/// Reports a row of the type `index`, whose base is `base`, that says it is inherited from `stranger`, which isn't
/// above the type.
pub(super) fn report_stranger(
    registry: &Registry<'_>,
    [index, stranger]: [Index; 2],
    base: BaseOf,
    repeated: &Declared<'_>,
    cx: &mut Diagnostics,
) {
    let Some(named) = &repeated.row.inherited_from else { return };
    let [name, stranger, base_name] = [index, stranger, base.index].map(|index| registry.name(index));
    let message =
        format!("`{}` is inherited from `{stranger}` here, but `{name}` doesn't derive from it", repeated.name);
    let conflict = Diagnostic::new(&CONFLICTING_BASE, message, named.span, "passed over");
    let conflict = conflict.with_label(base.evidence.span, format!("the base type is `{base_name}`"));
    cx.report(conflict.with_help("name the type that declares the property"));
}
