//! How a generated type shows itself to the reader and the writer.

use serde_json::Value;

use super::{AdditionalProperties, Mut, Ref, Table, Variants};

/// The member that names an object's type.
pub(super) const TAG: &str = "@odata.type";

/// What can stand where an object is expected: a struct, seen as numbered
/// slots; an enum over derived types, which passes on to the struct that it
/// holds; or either in a box.
///
/// There are thousands of them, and each function costs the compiler its time:
/// that is why a struct has two of its own and no more.
pub trait Record {
    /// Shows what the struct holds.
    fn show<'a>(&'a self, to: &mut dyn Look<'a>);
    /// A slot, to be filled; with any other number, what is constant about the
    /// struct and what is in no slot.
    fn set(&mut self, slot: usize) -> Mut<'_>;
    /// A list of these, to be filled.
    fn list(list: &mut Option<Vec<Self>>) -> Mut<'_>
    where
        Self: Sized + Default,
    {
        Mut::Objects(list)
    }
    /// The value in a list.
    fn element(&self) -> Ref<'_>
    where
        Self: Sized,
    {
        Ref::Object(self)
    }
    /// The derived types, if this is an enum over them.
    fn variants() -> Option<&'static Variants>
    where
        Self: Sized,
    {
        None
    }
}

/// Looks at a struct.
pub trait Look<'a> {
    /// Takes what is constant about the struct, and the members that are in no
    /// slot; before any slot.
    fn look(&mut self, table: &'static Table, others: &'a AdditionalProperties);
    /// Takes what a slot holds; of those that are set, in order. (Most are not,
    /// and a list of all would be written and read for each struct.)
    fn slot(&mut self, slot: usize, value: Ref<'a>);
}

/// Looks at no slot.
impl<'a, F: FnMut(&'static Table, &'a AdditionalProperties)> Look<'a> for F {
    fn look(&mut self, table: &'static Table, others: &'a AdditionalProperties) {
        self(table, others);
    }
    fn slot(&mut self, _: usize, _: Ref<'a>) {}
}

/// All that a struct shows.
#[derive(Default)]
pub(super) struct Seen<'a> {
    pub(super) shown: Option<(&'static Table, &'a AdditionalProperties)>,
    pub(super) slots: Vec<(usize, Ref<'a>)>,
}

impl<'a> Seen<'a> {
    pub(super) fn of(record: &'a dyn Record) -> Self {
        let mut seen = Seen::default();
        record.show(&mut seen);
        seen
    }
}

impl<'a> Look<'a> for Seen<'a> {
    fn look(&mut self, table: &'static Table, others: &'a AdditionalProperties) {
        self.shown = Some((table, others));
    }
    fn slot(&mut self, slot: usize, value: Ref<'a>) {
        self.slots.push((slot, value));
    }
}

impl<T: Record> Record for Box<T> {
    #[inline]
    fn show<'a>(&'a self, to: &mut dyn Look<'a>) {
        T::show(self, to);
    }
    #[inline]
    fn set(&mut self, slot: usize) -> Mut<'_> {
        T::set(self, slot)
    }
}

/// What is constant about the struct.
pub(super) fn table(object: &mut dyn Record) -> &'static Table {
    match object.set(usize::MAX) {
        Mut::Others(table, _) => table,
        // No struct has so many slots.
        _ => &Table::UNKNOWN,
    }
}

/// Name of the Rust type.
pub(super) fn name<T: Record + Default>() -> &'static str {
    match T::variants() {
        Some(variants) => variants.name,
        None => table(&mut T::default()).name,
    }
}

/// Graph's own services disagree on `#` and on the case of tags.
pub(super) fn same_tag(a: &str, b: &str) -> bool {
    let bare = |tag| str::strip_prefix(tag, '#').unwrap_or(tag);
    !a.is_empty() && (a == b || bare(a).eq_ignore_ascii_case(bare(b)))
}

/// A type that is a string in JSON: scalars, open enums, sets of flags.
pub trait Text: AsRef<str> {
    /// Whether two texts mean the same value. (By the same function for all types: a
    /// closure would be compiled for each.)
    const SAME: fn(&str, &str) -> bool = <str as PartialEq>::eq;
    /// From the text, whatever it says.
    fn from_text(text: &str) -> Self
    where
        Self: Sized;
}

/// The name of a member that an enum doesn't know. (Not inlined into each enum.)
pub fn unknown(name: &str) -> Box<str> {
    name.into()
}

/// What is a string in JSON, seen from outside.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    pub(super) text: &'a str,
    /// Whether two texts mean the same value.
    pub(super) same: fn(&str, &str) -> bool,
}

/// A type that may be anything in JSON.
pub trait Opaque {
    /// From the value, whatever it is.
    fn from_value(value: Value) -> Self
    where
        Self: Sized;
    /// The value.
    fn as_value(&self) -> &Value;
}

impl Opaque for Value {
    fn from_value(value: Value) -> Self {
        value
    }
    fn as_value(&self) -> &Value {
        self
    }
}
