//! A field, seen from outside: its kind is known, its type is not.

use serde_json::Value;

use super::field::{AnySlot, NumberSlot, ObjectSlot, TextSlot, UnionSlot};
use super::object::Words;
use super::{AdditionalProperties, Number, Record, Table, Union};

/// A slot that is looked at.
///
/// Macros name the variants: those of [`Mut`] must be the same.
#[derive(Clone, Copy)]
pub enum Slot<'a> {
    /// Whatever it is, it is not set.
    Unset,
    /// A string.
    Str(&'a Option<String>),
    /// A boolean.
    Bool(&'a Option<bool>),
    /// A number, of whatever width.
    Number(&'a dyn NumberSlot),
    /// What is a string in JSON.
    Text(&'a dyn TextSlot),
    /// What may be anything in JSON.
    Any(&'a dyn AnySlot),
    /// An object.
    Object(&'a dyn ObjectSlot),
    /// An object, in an enum over derived types.
    Union(&'a dyn UnionSlot),
    /// Strings.
    Strs(&'a Option<Vec<String>>),
    /// Booleans.
    Bools(&'a Option<Vec<bool>>),
    /// Numbers.
    Numbers(&'a dyn NumberSlot),
    /// A list of what is a string in JSON.
    Texts(&'a dyn TextSlot),
    /// A list of anything.
    Anys(&'a dyn AnySlot),
    /// Objects.
    Objects(&'a dyn ObjectSlot),
    /// Objects, in enums over derived types.
    Unions(&'a dyn UnionSlot),
}

/// What a slot holds.
#[derive(Clone, Copy)]
pub enum Ref<'a> {
    /// A string.
    Str(&'a str),
    /// A boolean.
    Bool(bool),
    /// A number.
    Number(Number<'a>),
    /// What is a string in JSON.
    Text(Words<'a>),
    /// What may be anything in JSON.
    Any(&'a Value),
    /// An object.
    Object(&'a dyn Record),
    /// An object, in an enum over derived types.
    Union(&'a dyn Union),
    /// A list.
    List(List<'a>),
}

/// A list in a slot.
#[derive(Clone, Copy)]
pub struct List<'a> {
    slot: Slot<'a>,
    count: usize,
}

impl<'a> Slot<'a> {
    /// What the slot holds, if it is set.
    #[inline]
    pub fn value(self) -> Option<Ref<'a>> {
        let count = match self {
            Slot::Strs(slot) => slot.as_ref()?.len(),
            Slot::Bools(slot) => slot.as_ref()?.len(),
            Slot::Numbers(slot) => slot.count()?,
            Slot::Texts(slot) => slot.count()?,
            Slot::Anys(slot) => slot.count()?,
            Slot::Objects(slot) => slot.count()?,
            Slot::Unions(slot) => slot.count()?,
            _ => return self.at(0),
        };
        Some(Ref::List(List { slot: self, count }))
    }

    /// The value, or an element of the list.
    #[inline]
    fn at(self, index: usize) -> Option<Ref<'a>> {
        Some(match self {
            Slot::Unset => return None,
            Slot::Str(slot) => Ref::Str(slot.as_ref()?),
            Slot::Bool(slot) => Ref::Bool((*slot)?),
            Slot::Strs(slot) => Ref::Str(slot.as_ref()?.get(index)?),
            Slot::Bools(slot) => Ref::Bool(*slot.as_ref()?.get(index)?),
            Slot::Number(slot) | Slot::Numbers(slot) => Ref::Number(slot.at(index)?),
            Slot::Text(slot) | Slot::Texts(slot) => Ref::Text(slot.at(index)?),
            Slot::Any(slot) | Slot::Anys(slot) => Ref::Any(slot.at(index)?),
            Slot::Object(slot) | Slot::Objects(slot) => Ref::Object(slot.at(index)?),
            Slot::Union(slot) | Slot::Unions(slot) => Ref::Union(slot.at(index)?),
        })
    }
}

impl<'a> List<'a> {
    /// How many elements there are.
    pub(super) fn len(self) -> usize {
        self.count
    }

    /// The elements.
    pub fn iter(self) -> impl Iterator<Item = Ref<'a>> {
        (0..self.count).filter_map(move |index| self.slot.at(index))
    }
}

/// A slot that is being filled.
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
    /// Objects.
    Objects(&'a mut dyn ObjectSlot),
    /// Objects, in enums over derived types.
    Unions(&'a mut dyn UnionSlot),
}

impl Mut<'_> {
    /// What `null` means: no value, but an empty list for a list. Reading a
    /// list begins with it, too.
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
            Mut::Others(..) | Mut::Any(_) => "any value",
            Mut::Object(_) | Mut::Union(_) => "an object",
            _ => "a list",
        }
    }
}
