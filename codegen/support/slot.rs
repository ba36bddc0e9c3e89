//! A field that is being filled: its kind is known, its type is not.

use super::field::{AnySlot, NumberSlot, ObjectSlot, TextSlot, UnionSlot};
use super::foreign::ForeignSlot;
use super::{AdditionalProperties, Table};

/// A slot that is being filled.
///
/// Macros name the variants: the functions of [`see`](super::see) must be
/// called the same.
pub enum Mut<'a> {
    /// What is constant about the struct, and what is in no slot.
    Others(&'static Table, &'a mut AdditionalProperties),
    /// A string.
    Str(&'a mut Option<String>),
    /// A boolean.
    Bool(&'a mut Option<bool>),
    /// A number.
    Number(&'a mut dyn NumberSlot),
    /// What is a string in JSON.
    Text(&'a mut dyn TextSlot),
    /// What may be anything in JSON.
    Any(&'a mut dyn AnySlot),
    /// What a type in place of a scalar takes.
    Foreign(&'a mut dyn ForeignSlot<false>),
    /// An object.
    Object(&'a mut dyn ObjectSlot),
    /// An object, in an enum over derived types.
    Union(&'a mut dyn UnionSlot),
    /// Strings.
    Strs(&'a mut Option<Vec<String>>),
    /// Booleans.
    Bools(&'a mut Option<Vec<bool>>),
    /// Numbers.
    Numbers(&'a mut dyn NumberSlot),
    /// A list of what is a string in JSON.
    Texts(&'a mut dyn TextSlot),
    /// A list of anything.
    Anys(&'a mut dyn AnySlot),
    /// A list of what a type in place of a scalar takes.
    Foreigns(&'a mut dyn ForeignSlot<true>),
    /// Objects.
    Objects(&'a mut dyn ObjectSlot),
    /// Objects, in enums over derived types.
    Unions(&'a mut dyn UnionSlot),
}

impl Mut<'_> {
    /// What `null` means: no value, but an empty list for a list. Reading a
    /// list begins with it, too.
    #[inline]
    pub(super) fn clear(&mut self) {
        match self {
            Mut::Others(..) => {}
            Mut::Str(slot) => **slot = None,
            Mut::Bool(slot) => **slot = None,
            Mut::Strs(slot) => **slot = Some(Vec::new()),
            Mut::Bools(slot) => **slot = Some(Vec::new()),
            Mut::Number(slot) | Mut::Numbers(slot) => slot.clear(),
            Mut::Text(slot) | Mut::Texts(slot) => slot.clear(),
            Mut::Any(slot) | Mut::Anys(slot) => slot.clear(),
            Mut::Foreign(slot) => slot.clear(),
            Mut::Foreigns(slot) => slot.clear(),
            Mut::Object(slot) | Mut::Objects(slot) => slot.clear(),
            Mut::Union(slot) | Mut::Unions(slot) => slot.clear(),
        }
    }

    /// What the slot takes, for error messages.
    pub(super) fn expected(&self) -> &'static str {
        match self {
            Mut::Str(_) | Mut::Text(_) => "a string",
            Mut::Bool(_) => "a boolean",
            Mut::Number(slot) => slot.expected(),
            Mut::Foreign(slot) => slot.expected(),
            Mut::Others(..) | Mut::Any(_) => "any value",
            Mut::Object(_) | Mut::Union(_) => "an object",
            _ => "a list",
        }
    }
}
