//! Fields whose kind is known, but not their type, to be filled.
//!
//! One trait serves `Option<T>` and `Option<Vec<T>>`: `clear` then makes an
//! empty list, and putting a value appends it.
//!
//! The compiler makes a copy of each function, and of what it calls, for each
//! type: these call little. All are `inline`, for then they are compiled where
//! the types are. Elsewhere they would need another copy of what frees a type
//! and all that it can hold, which is most of what a release build compiles.

use serde_json::Value;

use super::{Like, Number, Numeric, Opaque, Record, Text, Union};

/// How a field without a value is made, and an empty list.
macro_rules! clear {
    ($empty:expr_2021) => {
        #[inline]
        fn clear(&mut self) {
            *self = $empty;
        }
    };
}

macro_rules! slots {
    ($($(#[$doc:meta])* $slot:ident of $kind:ident: $from:ident($value:ty))*) => {$(
        $(#[$doc])*
        pub trait $slot {
            /// No value, or an empty list.
            fn clear(&mut self);
            /// Sets the value, or appends it to the list.
            fn put(&mut self, value: $value);
        }

        impl<T: $kind> $slot for Option<T> {
            clear! { None }
            #[inline]
            fn put(&mut self, value: $value) {
                *self = Some(T::$from(value));
            }
        }

        impl<T: $kind> $slot for Option<Vec<T>> {
            clear! { Some(Vec::new()) }
            #[inline]
            fn put(&mut self, value: $value) {
                list(self).push(T::$from(value));
            }
        }
    )*};
}

slots! {
    /// A field of a type that is a string in JSON, or of a list of it.
    TextSlot of Text: from_text(&str)
    /// A field of a type that may be anything in JSON, or of a list of it.
    AnySlot of Opaque: from_value(Value)
}

/// A field of a numeric type, or of a list of it.
pub trait NumberSlot {
    /// What the type takes, for error messages.
    fn expected(&self) -> &'static str;
    /// No value, or an empty list.
    fn clear(&mut self);
    /// Sets the value or appends it to the list; false if it doesn't fit.
    fn put(&mut self, number: Number<'_>) -> bool;
}

impl<T: Numeric> NumberSlot for Option<T> {
    clear! { None }
    #[inline]
    fn expected(&self) -> &'static str {
        T::expected()
    }
    #[inline]
    fn put(&mut self, number: Number<'_>) -> bool {
        *self = T::from_number(number);
        self.is_some()
    }
}

impl<T: Numeric> NumberSlot for Option<Vec<T>> {
    clear! { Some(Vec::new()) }
    #[inline]
    fn expected(&self) -> &'static str {
        T::expected()
    }
    #[inline]
    fn put(&mut self, number: Number<'_>) -> bool {
        let value = T::from_number(number);
        let fits = value.is_some();
        list(self).extend(value);
        fits
    }
}

/// A field of an object type, or of a list of it.
pub trait ObjectSlot {
    /// No value, or an empty list.
    fn clear(&mut self);
    /// Sets, or appends, an object without properties.
    fn open(&mut self) -> &mut dyn Record;
}

impl<T: Record + Default> ObjectSlot for Option<T> {
    clear! { None }
    #[inline]
    fn open(&mut self) -> &mut dyn Record {
        self.insert(T::default())
    }
}

impl<T: Record + Default> ObjectSlot for Option<Vec<T>> {
    clear! { Some(Vec::new()) }
    #[inline]
    fn open(&mut self) -> &mut dyn Record {
        let list = list(self);
        list.push(T::default());
        last::<T>(list)
    }
}

/// A field of an enum over derived types, or of a list of it.
pub trait UnionSlot {
    /// No value, or an empty list.
    fn clear(&mut self);
    /// Sets, or appends, an object without properties.
    fn open(&mut self, like: Like<'_>) -> &mut dyn Record;
}

impl<T: Union> UnionSlot for Option<T> {
    clear! { None }
    #[inline]
    fn open(&mut self, like: Like<'_>) -> &mut dyn Record {
        self.insert(T::open(like)).object_mut()
    }
}

impl<T: Union> UnionSlot for Option<Vec<T>> {
    clear! { Some(Vec::new()) }
    #[inline]
    fn open(&mut self, like: Like<'_>) -> &mut dyn Record {
        let list = list(self);
        list.push(T::open(like));
        last::<T>(list).object_mut()
    }
}

/// The list, to be appended to.
#[inline]
fn list<T>(slot: &mut Option<Vec<T>>) -> &mut Vec<T> {
    match slot {
        Some(list) => list,
        None => slot.insert(Vec::new()),
    }
}

/// What was appended last.
#[inline]
fn last<T>(list: &mut [T]) -> &mut T {
    let last = list.len().wrapping_sub(1);
    // Something was: the index cannot be out of bounds.
    &mut list[last]
}
