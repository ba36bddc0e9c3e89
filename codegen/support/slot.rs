//! A field, seen from outside: its kind is known, its type is not.

use serde_json::Value;

use super::{AdditionalProperties, Like, List, Number, Numeric, Opaque, Record, Text, Variants};

/// What a slot holds.
///
/// Macros name the variants: those of [`Mut`] must be the same.
#[derive(Clone, Copy)]
pub enum Ref<'a> {
    /// A string.
    Str(&'a String),
    /// A boolean.
    Bool(&'a bool),
    /// A number, of whatever width.
    Number(&'a dyn Numeric),
    /// What is a string in JSON.
    Text(&'a dyn Text),
    /// What may be anything in JSON.
    Any(&'a dyn Opaque),
    /// An object.
    Object(&'a dyn Record),
    /// Strings.
    Strs(&'a Vec<String>),
    /// Booleans.
    Bools(&'a Vec<bool>),
    /// Numbers.
    Numbers(&'a dyn List<dyn Numeric>),
    /// A list of what is a string in JSON.
    Texts(&'a dyn List<dyn Text>),
    /// A list of anything.
    Anys(&'a dyn List<dyn Opaque>),
    /// Objects.
    Objects(&'a dyn List<dyn Record>),
}

/// A slot that is being filled.
pub enum Mut<'a> {
    /// What is in no slot.
    Others(&'a mut AdditionalProperties),
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
}

impl Mut<'_> {
    /// What `null` means: no value, but an empty list for a list. Reading a
    /// list begins with it, too.
    pub(super) fn clear(&mut self) {
        match self {
            Mut::Others(_) => {}
            Mut::Str(slot) => **slot = None,
            Mut::Bool(slot) => **slot = None,
            Mut::Strs(slot) => **slot = Some(Vec::new()),
            Mut::Bools(slot) => **slot = Some(Vec::new()),
            Mut::Number(slot) | Mut::Numbers(slot) => slot.clear(),
            Mut::Text(slot) | Mut::Texts(slot) => slot.clear(),
            Mut::Any(slot) | Mut::Anys(slot) => slot.clear(),
            Mut::Object(slot) | Mut::Objects(slot) => slot.clear(),
        }
    }

    /// What the slot takes, for error messages.
    pub(super) fn expected(&self) -> &'static str {
        match self {
            Mut::Str(_) | Mut::Text(_) => "a string",
            Mut::Bool(_) => "a boolean",
            Mut::Number(slot) => slot.expected(),
            Mut::Others(_) | Mut::Any(_) => "any value",
            Mut::Object(_) => "an object",
            _ => "a list",
        }
    }
}

// One trait serves `Option<T>` and `Option<Vec<T>>`: `clear` then makes an
// empty list, and putting a value appends it.

macro_rules! slots {
    ($($(#[$doc:meta])* $slot:ident of $kind:ident, $from:ident($value:ty))*) => {$(
        $(#[$doc])*
        pub trait $slot {
            /// No value, or an empty list.
            fn clear(&mut self);
            /// Sets the value, or appends it to the list.
            fn put(&mut self, value: $value);
        }

        impl<T: $kind> $slot for Option<T> {
            fn clear(&mut self) {
                *self = None;
            }
            fn put(&mut self, value: $value) {
                *self = Some(T::$from(value));
            }
        }

        impl<T: $kind> $slot for Option<Vec<T>> {
            fn clear(&mut self) {
                *self = Some(Vec::new());
            }
            fn put(&mut self, value: $value) {
                self.get_or_insert_with(Vec::new).push(T::$from(value));
            }
        }
    )*};
}

slots! {
    /// A field of a type that is a string in JSON, or of a list of it.
    TextSlot of Text, from_text(&str)
    /// A field of a type that may be anything in JSON, or of a list of it.
    AnySlot of Opaque, from_value(Value)
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
    fn expected(&self) -> &'static str {
        T::expected()
    }
    fn clear(&mut self) {
        *self = None;
    }
    fn put(&mut self, number: Number<'_>) -> bool {
        *self = T::from_number(number);
        self.is_some()
    }
}

impl<T: Numeric> NumberSlot for Option<Vec<T>> {
    fn expected(&self) -> &'static str {
        T::expected()
    }
    fn clear(&mut self) {
        *self = Some(Vec::new());
    }
    fn put(&mut self, number: Number<'_>) -> bool {
        let value = T::from_number(number);
        let fits = value.is_some();
        self.get_or_insert_with(Vec::new).extend(value);
        fits
    }
}

/// A field of an object type, or of a list of it.
pub trait ObjectSlot {
    /// The derived types, if the field's type is an enum over them.
    fn variants(&self) -> Option<&'static Variants>;
    /// No value, or an empty list.
    fn clear(&mut self);
    /// Sets, or appends, an object without properties.
    fn open(&mut self, like: Like<'_>) -> &mut dyn Record;
}

impl<T: Record> ObjectSlot for Option<T> {
    fn variants(&self) -> Option<&'static Variants> {
        T::variants()
    }
    fn clear(&mut self) {
        *self = None;
    }
    fn open(&mut self, like: Like<'_>) -> &mut dyn Record {
        self.insert(T::open(like)).object_mut()
    }
}

impl<T: Record> ObjectSlot for Option<Vec<T>> {
    fn variants(&self) -> Option<&'static Variants> {
        T::variants()
    }
    fn clear(&mut self) {
        *self = Some(Vec::new());
    }
    fn open(&mut self, like: Like<'_>) -> &mut dyn Record {
        let list = self.get_or_insert_with(Vec::new);
        let last = list.len();
        list.push(T::open(like));
        // The element just pushed: the index cannot be out of bounds.
        list[last].object_mut()
    }
}
