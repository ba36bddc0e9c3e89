//! What a field holds: its kind is known, its type is not.

use serde_json::Value;

use super::foreign::Foreign;
use super::object::Words;
use super::{Number, Numeric, Opaque, Record, Text, Union};

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
    /// What a type in place of a scalar holds.
    Foreign(&'a dyn Foreign),
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
    pub(super) elements: Elements<'a>,
    /// How many elements there are.
    pub(super) len: usize,
}

/// The elements of a list: their kind is known, their type is not.
#[derive(Clone, Copy)]
pub(super) enum Elements<'a> {
    Strs(&'a [String]),
    Bools(&'a [bool]),
    Numbers(&'a dyn NumberList),
    Texts(&'a dyn TextList),
    Anys(&'a dyn AnyList),
    Foreigns(&'a dyn ForeignList),
    Objects(&'a dyn ObjectList),
    Unions(&'a dyn UnionList),
}

impl<'a> List<'a> {
    /// The elements.
    pub fn iter(self) -> impl Iterator<Item = Ref<'a>> {
        (0..self.len).filter_map(move |index| self.elements.at(index))
    }
}

impl<'a> Elements<'a> {
    #[inline]
    fn at(self, index: usize) -> Option<Ref<'a>> {
        Some(match self {
            Elements::Strs(list) => Ref::Str(list.get(index)?),
            Elements::Bools(list) => Ref::Bool(*list.get(index)?),
            Elements::Numbers(list) => Ref::Number(list.at(index)?),
            Elements::Texts(list) => Ref::Text(list.at(index)?),
            Elements::Anys(list) => Ref::Any(list.at(index)?),
            Elements::Foreigns(list) => Ref::Foreign(list.at(index)?),
            Elements::Objects(list) => Ref::Object(list.at(index)?),
            Elements::Unions(list) => Ref::Union(list.at(index)?),
        })
    }
}

macro_rules! lists {
    ($($(#[$doc:meta])* $list:ident of $kind:ident: $seen:ty, $value:ident => $see:expr_2021;)*) => {$(
        $(#[$doc])*
        pub trait $list {
            /// The element with this number.
            fn at(&self, index: usize) -> Option<$seen>;
        }

        impl<T: $kind> $list for Vec<T> {
            #[inline]
            fn at(&self, index: usize) -> Option<$seen> {
                match self.as_slice() {
                    list if index < list.len() => {
                        let $value = &list[index];
                        Some($see)
                    }
                    _ => None,
                }
            }
        }
    )*};
}

lists! {
    /// A list of numbers.
    NumberList of Numeric: Number<'_>, value => value.as_number();
    /// A list of what is a string in JSON.
    TextList of Text: Words<'_>, value => Words { text: value.as_ref(), same: T::SAME };
    /// A list of what may be anything in JSON.
    AnyList of Opaque: &Value, value => value.as_value();
    /// A list of what types in place of scalars hold.
    ForeignList of Foreign: &dyn Foreign, value => value;
    /// A list of objects.
    ObjectList of Record: &dyn Record, value => value;
    /// A list of objects in enums over derived types.
    UnionList of Union: &dyn Union, value => value;
}
