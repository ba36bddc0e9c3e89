//! The way from the root of a document to a value, for error messages.
//!
//! Links on the stack: nothing is allocated unless an error is printed.

use std::fmt;

use serde::de::Error;

/// Objects and lists within one another. serde_json refuses more than 127 in
/// text by itself; values built by hand and other formats have no such limit.
pub(super) const MAX_DEPTH: usize = 128;

#[derive(Clone, Copy)]
enum Step {
    Root(&'static str),
    Member(&'static str),
    Element(usize),
}

#[derive(Clone, Copy)]
pub(super) struct Path<'a> {
    parent: Option<&'a Path<'a>>,
    step: Step,
    depth: usize,
}

impl<'a> Path<'a> {
    pub(super) fn root(type_name: &'static str) -> Self {
        Path { parent: None, step: Step::Root(type_name), depth: 0 }
    }

    pub(super) fn member(&'a self, name: &'static str) -> Path<'a> {
        Path { parent: Some(self), step: Step::Member(name), depth: self.depth + 1 }
    }

    /// From one member of an object to another one.
    pub(super) fn turn_to(&mut self, name: &'static str) {
        self.step = Step::Member(name);
    }

    pub(super) fn element(&'a self, index: usize) -> Path<'a> {
        Path { parent: Some(self), step: Step::Element(index), depth: self.depth + 1 }
    }

    /// How many objects and lists the value is in.
    pub(super) fn depth(&self) -> usize {
        self.depth
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
        match self.step {
            Step::Root(name) => f.write_str(name),
            Step::Member(name) => write!(f, ".{name}"),
            Step::Element(index) => write!(f, "[{index}]"),
        }
    }
}
