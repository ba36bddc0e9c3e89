//! Enums over derived types.

use super::object::same_tag;
use super::{Record, Ref};

/// An enum over derived types.
pub trait Union: Record {
    /// A value without properties, of the derived type that `like` asks for.
    fn open(like: Like<'_>) -> Self
    where
        Self: Sized;
    /// The number of the variant and what it holds.
    fn variant(&self) -> (usize, Ref<'_>);
    /// The struct inside, to be filled.
    fn object_mut(&mut self) -> &mut dyn Record;
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

/// Which derived type [`Union::open`] shall make.
#[derive(Clone, Copy)]
pub enum Like<'a> {
    /// The one for objects that don't name their type.
    Empty,
    /// The one with this tag.
    Tag(&'a str),
    /// The same as this value's.
    Same(&'a dyn Union),
}

impl<'a> Like<'a> {
    /// The number of the variant to make, and what to ask of its content.
    pub fn choose(self, variants: Option<&Variants>) -> (usize, Like<'a>) {
        match (self, variants) {
            (Like::Empty, Some(variants)) => (variants.empty, self),
            (Like::Tag(tag), Some(variants)) => (variants.find(tag).unwrap_or_else(|| variants.unknown()), self),
            (Like::Same(value), _) => match value.variant() {
                (number, Ref::Union(inner)) => (number, Like::Same(inner)),
                (number, _) => (number, Like::Empty),
            },
            (_, None) => (usize::MAX, self),
        }
    }
}
