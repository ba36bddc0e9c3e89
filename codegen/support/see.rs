//! Shows what the fields of a struct hold, if they are set: a function for each
//! kind of field, called like the variant of [`Mut`](super::Mut), for macros can't
//! change a name.
//!
//! The compiler makes a copy of each function for each type of a field, but
//! none for each field. All are `inline`, for then they are compiled where the
//! types are.
#![allow(non_snake_case)]

use super::foreign::Foreign;
use super::object::Words;
use super::seen::{Elements, List};
use super::{Look, Numeric, Opaque, Record, Ref, Text, Union};

/// A string.
#[inline]
pub fn Str<'a>(field: &'a Option<String>, slot: usize, to: &mut dyn Look<'a>) {
    if let Some(text) = field {
        to.slot(slot, Ref::Str(text));
    }
}

/// A boolean.
#[inline]
pub fn Bool<'a>(field: &'a Option<bool>, slot: usize, to: &mut dyn Look<'a>) {
    if let Some(value) = field {
        to.slot(slot, Ref::Bool(*value));
    }
}

/// Strings.
#[inline]
pub fn Strs<'a>(field: &'a Option<Vec<String>>, slot: usize, to: &mut dyn Look<'a>) {
    if let Some(list) = field {
        to.slot(slot, Ref::List(List { len: list.len(), elements: Elements::Strs(list) }));
    }
}

/// Booleans.
#[inline]
pub fn Bools<'a>(field: &'a Option<Vec<bool>>, slot: usize, to: &mut dyn Look<'a>) {
    if let Some(list) = field {
        to.slot(slot, Ref::List(List { len: list.len(), elements: Elements::Bools(list) }));
    }
}

macro_rules! see {
    ($($(#[$doc:meta])* $one:ident, $many:ident of $kind:ident: $value:ident => $see:expr_2021;)*) => {$(
        $(#[$doc])*
        #[inline]
        pub fn $one<'a, T: $kind>(field: &'a Option<T>, slot: usize, to: &mut dyn Look<'a>) {
            if let Some($value) = field {
                to.slot(slot, Ref::$one($see));
            }
        }
        /// A list of such.
        #[inline]
        pub fn $many<'a, T: $kind>(field: &'a Option<Vec<T>>, slot: usize, to: &mut dyn Look<'a>) {
            if let Some(list) = field {
                to.slot(slot, Ref::List(List { len: list.as_slice().len(), elements: Elements::$many(list) }));
            }
        }
    )*};
}

see! {
    /// A number.
    Number, Numbers of Numeric: value => value.as_number();
    /// What is a string in JSON.
    Text, Texts of Text: value => Words { text: value.as_ref(), same: T::SAME };
    /// What may be anything in JSON.
    Any, Anys of Opaque: value => value.as_value();
    /// What a type in place of a scalar holds.
    Foreign, Foreigns of Foreign: value => value;
    /// An object.
    Object, Objects of Record: value => value;
    /// An object, in an enum over derived types.
    Union, Unions of Union: value => value;
}
