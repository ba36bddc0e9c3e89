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

/// How many unknown names are compared with all known ones.
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

    /// The name of a type that is like `name`, a primitive's among them.
    pub(super) fn meant(&mut self, name: &QualifiedName) -> Option<String> {
        self.among(name, &Primitive::ALL, |_| true)
    }

    /// The name of an entity or complex type that is spelled like `name`, which is given as a base of the type `of`, or
    /// as derived from it; never that of `of` itself.
    pub(super) fn relative_meant(&mut self, name: &QualifiedName, of: &QualifiedName) -> Option<String> {
        let is_own = |entry: &Entry<'_>| entry.name.as_str().eq_ignore_ascii_case(of.as_str());
        self.among(name, &[], |entry| entry.is_structured() && !is_own(entry))
    }

    fn among(
        &mut self,
        name: &QualifiedName,
        primitives: &[Primitive],
        may_be: impl Fn(&Entry<'_>) -> bool,
    ) -> Option<String> {
        self.left = self.left.checked_sub(1)?;
        let types = || self.registry.entries().iter().filter(|entry| may_be(entry)).map(|entry| &entry.name);
        // A type of that name in another namespace is given in full.
        if let Some(namesake) = types().find(|known| known.name().eq_ignore_ascii_case(name.name())) {
            return Some(namesake.to_string());
        }
        let primitives = primitives.iter().map(|primitive| primitive.name());
        nearest(name.name(), primitives.chain(types().map(QualifiedName::name))).map(str::to_owned)
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
