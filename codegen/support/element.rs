//! What can stand in the list of an answer.

use serde_json::Value;

use super::{Mut, Ref, StructuredType};

/// What can stand in the list of a [`Collection`](super::Collection): any generated struct or enum
/// over derived types, `String`, and `serde_json::Value`.
///
/// Generic code asks for it:
/// `fn list<T: Element>(answer: &str) -> serde_json::Result<Collection<T>>`.
pub trait Element: Sized {
    /// A list of them, to be filled.
    #[doc(hidden)]
    fn fill(list: &mut Option<Vec<Self>>) -> Mut<'_>;
    /// One of them, to be looked at.
    #[doc(hidden)]
    fn look(&self) -> Ref<'_>;
}

impl<T: StructuredType> Element for T {
    fn fill(list: &mut Option<Vec<Self>>) -> Mut<'_> {
        T::list(list)
    }
    fn look(&self) -> Ref<'_> {
        self.element()
    }
}

impl Element for String {
    fn fill(list: &mut Option<Vec<Self>>) -> Mut<'_> {
        Mut::Strs(list)
    }
    fn look(&self) -> Ref<'_> {
        Ref::Str(self)
    }
}

impl Element for Value {
    fn fill(list: &mut Option<Vec<Self>>) -> Mut<'_> {
        Mut::Anys(list)
    }
    fn look(&self) -> Ref<'_> {
        Ref::Any(self)
    }
}
