//! The way from the root of a document to a value, for error messages.
//!
//! Links on the stack: nothing is allocated unless an error is printed.

use std::cell::Cell;
use std::fmt;

use serde::de::Error;

use super::Table;

/// Objects and lists within one another. serde_json refuses more than 127 in
/// text by itself; values built by hand and other formats have no such limit.
pub(super) const MAX_DEPTH: usize = 128;

enum Step {
    /// The root, or a member that is in no slot.
    Name(&'static str),
    /// The slot of an object that `at` says.
    Slot(&'static Table),
    /// The element of a list that `at` says.
    Element,
}

pub(super) struct Path<'a> {
    parent: Option<&'a Path<'a>>,
    step: Step,
    at: Cell<usize>,
    depth: usize,
}

impl<'a> Path<'a> {
    pub(super) fn root(type_name: &'static str) -> Self {
        Path { parent: None, step: Step::Name(type_name), at: Cell::new(0), depth: 0 }
    }

    fn step(&'a self, step: Step) -> Path<'a> {
        Path { parent: Some(self), step, at: Cell::new(0), depth: self.depth + 1 }
    }

    pub(super) fn member(&'a self, name: &'static str) -> Path<'a> {
        self.step(Step::Name(name))
    }

    /// To the slots of an object, one after the other.
    pub(super) fn slots(&'a self, table: &'static Table) -> Path<'a> {
        self.step(Step::Slot(table))
    }

    /// To the elements of a list, one after the other.
    pub(super) fn elements(&'a self) -> Path<'a> {
        self.step(Step::Element)
    }

    /// To another slot of the same object, or element of the same list.
    pub(super) fn turn_to(&self, at: usize) {
        self.at.set(at);
    }

    /// How many objects and lists the value is in.
    pub(super) fn depth(&self) -> usize {
        self.depth
    }

    /// Whether the value is a property of an object. Then it can be `null`.
    pub(super) fn is_property(&self) -> bool {
        matches!(self.step, Step::Slot(_))
    }

    /// A value of the wrong kind.
    #[cold]
    pub(super) fn mismatch<E: Error>(&self, expected: &str, found: &dyn fmt::Display) -> E {
        E::custom(format_args!("value of `{self}`: expected {expected}, found {found}"))
    }
}

#[cold]
pub(super) fn too_deep<E: Error>() -> E {
    E::custom(format_args!("more than {MAX_DEPTH} objects and lists within one another"))
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(parent) = self.parent {
            parent.fmt(f)?;
        }
        let name = match self.step {
            Step::Name(name) => name,
            Step::Slot(table) => table.key(self.at.get()),
            Step::Element => return write!(f, "[{}]", self.at.get()),
        };
        f.write_str(if self.parent.is_some() { "." } else { "" })?;
        f.write_str(name)
    }
}
