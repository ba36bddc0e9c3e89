//! How a generated type shows itself to the reader and the writer.

use serde_json::Value;

use super::{AdditionalProperties, Mut, Numeric, Ref, Table};

/// The member that names an object's type.
pub(super) const TAG: &str = "@odata.type";

/// What can stand where an object is expected: a struct, seen as numbered
/// slots; an enum over derived types, which shows the struct that it holds; or
/// either in a box.
///
/// There are thousands of them, and each function costs the compiler its time:
/// that is why a struct has four of its own and no more.
pub trait Record {
    /// A value without properties, of the derived type that `like` asks for.
    fn open(like: Like<'_>) -> Self
    where
        Self: Sized;
    /// What is constant about the struct, and the members that are in no slot.
    fn about(&self) -> (&'static Table, &AdditionalProperties);
    /// Calls back for each slot that is set, in order. (Straight-line code
    /// over all fields makes writing sparse types fast.)
    fn visit<'a>(&'a self, visit: &mut dyn FnMut(usize, Ref<'a>));
    /// A slot, to be filled; with any other number, what is in no slot. Enums
    /// have none: ask for [`object_mut`](Self::object_mut) before.
    fn set(&mut self, slot: usize) -> Mut<'_>;
    /// The struct inside, to be filled.
    fn object_mut(&mut self) -> &mut dyn Record
    where
        Self: Sized,
    {
        self
    }
    /// The derived types, if this is an enum over them.
    fn variants() -> Option<&'static Variants>
    where
        Self: Sized,
    {
        None
    }
    /// The number of the variant and what it holds, if this is an enum.
    fn variant(&self) -> Option<(usize, &dyn Record)> {
        None
    }
}

impl<T: Record> Record for Box<T> {
    fn open(like: Like<'_>) -> Self {
        Box::new(T::open(like))
    }
    fn about(&self) -> (&'static Table, &AdditionalProperties) {
        T::about(self)
    }
    fn visit<'a>(&'a self, visit: &mut dyn FnMut(usize, Ref<'a>)) {
        T::visit(self, visit);
    }
    fn set(&mut self, slot: usize) -> Mut<'_> {
        T::set(self, slot)
    }
    fn object_mut(&mut self) -> &mut dyn Record {
        T::object_mut(self)
    }
    fn variants() -> Option<&'static Variants> {
        T::variants()
    }
    fn variant(&self) -> Option<(usize, &dyn Record)> {
        T::variant(self)
    }
}

/// The struct inside.
pub fn object(mut record: &dyn Record) -> &dyn Record {
    while let Some((_, inner)) = record.variant() {
        record = inner;
    }
    record
}

/// Name of the Rust type.
pub(super) fn name<T: Record>() -> &'static str {
    match T::variants() {
        Some(variants) => variants.name,
        None => T::open(Like::Empty).about().0.name,
    }
}

/// The variants of an enum over derived types.
pub struct Variants {
    /// Name of the Rust type, at the root of error paths.
    pub name: &'static str,
    /// Each variant, by number; the last one holds unknown types.
    pub list: &'static [Variant],
    /// The variant of an object that doesn't name its type.
    pub empty: usize,
}

/// A variant of an enum over derived types.
pub struct Variant {
    /// The tag of the type that the variant holds.
    pub odata_type: &'static str,
    /// The variants within, if it holds an enum itself.
    pub nested: fn() -> Option<&'static Variants>,
}

impl Variants {
    /// The variant that holds, directly or deeper, the type with this tag.
    pub(super) fn find(&self, tag: &str) -> Option<usize> {
        let exact = || self.list.iter().position(|variant| variant.odata_type == tag && !tag.is_empty());
        let similar = |variant: &Variant| {
            same_tag(variant.odata_type, tag) || (variant.nested)().is_some_and(|nested| nested.find(tag).is_some())
        };
        exact().or_else(|| self.list.iter().position(similar))
    }

    fn unknown(&self) -> usize {
        self.list.len().saturating_sub(1)
    }
}

/// Graph's own services disagree on `#` and on the case of tags.
pub(super) fn same_tag(a: &str, b: &str) -> bool {
    let bare = |tag| str::strip_prefix(tag, '#').unwrap_or(tag);
    !a.is_empty() && (a == b || bare(a).eq_ignore_ascii_case(bare(b)))
}

/// Which derived type [`Record::open`] shall make.
#[derive(Clone, Copy)]
pub enum Like<'a> {
    /// The one for objects that don't name their type.
    Empty,
    /// The one with this tag.
    Tag(&'a str),
    /// The same as this value's.
    Same(&'a dyn Record),
}

impl<'a> Like<'a> {
    /// The number of the variant to make, and what to ask of its content.
    pub fn choose(self, variants: Option<&Variants>) -> (usize, Like<'a>) {
        let Some(variants) = variants else {
            return (usize::MAX, self);
        };
        match self {
            Like::Empty => (variants.empty, self),
            Like::Tag(tag) => (variants.find(tag).unwrap_or_else(|| variants.unknown()), self),
            Like::Same(value) => match value.variant() {
                Some((number, inner)) => (number, Like::Same(inner)),
                None => (variants.empty, Like::Empty),
            },
        }
    }
}

/// A type that is a string in JSON: scalars, open enums, sets of flags.
pub trait Text {
    /// From the text, whatever it says.
    fn from_text(text: &str) -> Self
    where
        Self: Sized;
    /// The text.
    fn as_text(&self) -> &str;
    /// Whether a text means the same value.
    fn means(&self, text: &str) -> bool {
        self.as_text() == text
    }
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

/// A `Vec`, without the type of its elements.
pub trait List<T: ?Sized> {
    /// How many elements there are.
    fn count(&self) -> usize;
    /// One of them.
    fn at(&self, index: usize) -> Option<&T>;
}

macro_rules! list {
    ($($kind:ident)*) => {$(
        impl<T: $kind + 'static> List<dyn $kind> for Vec<T> {
            fn count(&self) -> usize {
                self.len()
            }
            fn at(&self, index: usize) -> Option<&(dyn $kind + 'static)> {
                self.get(index).map(|element| element as &dyn $kind)
            }
        }
    )*};
}
list!(Numeric Opaque Record Text);

pub(super) fn each<T: ?Sized>(list: &dyn List<T>) -> impl Iterator<Item = &T> {
    (0..list.count()).filter_map(|index| list.at(index))
}
