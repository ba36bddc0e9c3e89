//! What is reported of types that no page defines.

use std::borrow::Cow;

use crate::diagnostic::rules::UNKNOWN_TYPE;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{NamedRef, Primitive, Property, QualifiedName, Spanned};
use crate::spelling::nearest;

use super::registry::{Entry, Registry};

/// `[the roof](roof.md)`: the label is no name, and the link leads to no page about a type.
pub(super) fn report_dead_link(property: &Property<'_>, named: &NamedRef<'_>, cx: &mut Diagnostics) {
    let message = format!("`{}`, the type of `{}`, leads to no page about a type", named.target, property.name.value);
    let help =
        "add the page, or correct the link; until then what the JSON representation shows is taken, or any value";
    cx.report(Diagnostic::new(&UNKNOWN_TYPE, message, property.type_ref.span, "not found").with_help(help));
}

/// How many unknown names are compared with all that are known.
const MOST_SLIPS: usize = 32;

/// What unknown names were probably meant to be.
pub(super) struct Slips<'r, 'a> {
    registry: &'r Registry<'a>,
    left: usize,
}

impl<'r, 'a> Slips<'r, 'a> {
    pub(super) fn new(registry: &'r Registry<'a>) -> Self {
        Self { registry, left: MOST_SLIPS }
    }

    /// The name of a type that is like `name`, or of one of `primitives`.
    pub(super) fn meant(&mut self, name: &QualifiedName, primitives: &[Primitive]) -> Option<String> {
        self.left = self.left.checked_sub(1)?;
        // One of another namespace is told in full.
        let is_namesake = |entry: &&Entry<'_>| entry.name.name().eq_ignore_ascii_case(name.name());
        if let Some(namesake) = self.registry.entries().iter().find(is_namesake) {
            return Some(namesake.name.to_string());
        }
        let types = self.registry.entries().iter().map(|entry| entry.name.name());
        let primitives = primitives.iter().map(|primitive| primitive.name());
        nearest(name.name(), primitives.chain(types)).map(str::to_owned)
    }
}

pub(super) fn report_unknown(
    property: &Property<'_>,
    name: &QualifiedName,
    values: &[Spanned<Cow<'_, str>>],
    meant: Option<String>,
    cx: &mut Diagnostics,
) {
    let message = format!("no page defines `{name}`, the type of `{}`", property.name.value);
    let help = match meant {
        _ if !values.is_empty() => {
            "the values that the description lists are taken for the members of an enum".to_owned()
        }
        Some(meant) => format!("did you mean `{meant}`? until it is corrected the property takes any JSON value"),
        None => {
            "add the page, or correct the name or the link; until then the property takes any JSON value".to_owned()
        }
    };
    let unknown = Diagnostic::new(&UNKNOWN_TYPE, message, property.type_ref.span, "not found");
    cx.report(unknown.with_help(help));
}
