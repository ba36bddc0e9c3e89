//! Answers that hold several values: a page of a collection, or of changes.

use std::fmt;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;

use super::number::{Number, Numeric};
use super::path::Path;
use super::read::read_root;
use super::{AdditionalProperties, Element, Look, Mut, Record, Table};

const VALUE: &str = "value";

/// The list, to be written.
struct Elements<'a, T>(&'a [T]);

impl<T: Element> Serialize for Elements<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(T::look))
    }
}

/// What an answer is read into: here, `value` can be missing.
struct Page<T> {
    value: Option<Vec<T>>,
    additional_properties: AdditionalProperties,
}

impl<T> Default for Page<T> {
    fn default() -> Self {
        Page { value: None, additional_properties: AdditionalProperties::new() }
    }
}

impl<T: Element> Record for Page<T> {
    fn show<'a>(&'a self, _: &mut dyn Look<'a>) {
        // A page is only ever filled.
    }
    fn set(&mut self, slot: usize) -> Mut<'_> {
        static TABLE: Table = Table {
            name: "Collection",
            keys: &[VALUE],
            structural: 1,
            index: &super::index::<{ super::index_len(&[VALUE]) }>(&[VALUE]),
            ..Table::UNKNOWN
        };
        if slot == 0 { T::fill(&mut self.value) } else { Mut::Others(&TABLE, &mut self.additional_properties) }
    }
}

impl<T: Element> Page<T> {
    /// Reads a page; `name` is what error paths begin with.
    fn read<'de, D: Deserializer<'de>>(
        name: &'static str,
        deserializer: D,
    ) -> Result<(Vec<T>, AdditionalProperties), D::Error> {
        let mut page = None;
        read_root(Mut::Object(&mut page), name, deserializer)?;
        let Self { value, additional_properties } = page.unwrap_or_default();
        // An answer that tells of an error must not pass for an empty list.
        let missing = || {
            let error = additional_properties.get("error").map(|error| format!("the error {error}"));
            Path::root(name).member(VALUE).mismatch("a list", &error.as_deref().unwrap_or("nothing"))
        };
        Ok((value.ok_or_else(missing)?, additional_properties))
    }
}

macro_rules! page {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq)]
        pub struct $name<T> {
            /// The members of this page, in the order in which they came.
            pub value: Vec<T>,
            /// What else came: links and counts, for which there are methods.
            pub additional_properties: AdditionalProperties,
        }

        impl<T> $name<T> {
            /// How many members there are on this page.
            pub fn len(&self) -> usize {
                self.value.len()
            }

            /// Whether there are none on this page.
            pub fn is_empty(&self) -> bool {
                self.value.is_empty()
            }

            /// The address of the next page, `@odata.nextLink`, if there is one.
            pub fn next_link(&self) -> Option<&str> {
                self.additional_properties.annotation("nextLink")?.as_str()
            }

            /// Where to ask for what changes from now on, `@odata.deltaLink`;
            /// the last page of changes has it.
            pub fn delta_link(&self) -> Option<&str> {
                self.additional_properties.annotation("deltaLink")?.as_str()
            }

            /// How many members there are on all pages, `@odata.count`, if that
            /// was asked for by `$count=true`.
            pub fn count(&self) -> Option<i64> {
                i64::from_number(match self.additional_properties.annotation("count")? {
                    Value::Number(number) => Number::Signed(number.as_i64()?),
                    value => Number::Text(value.as_str()?),
                })
            }

            /// What the answer is about, `@odata.context`.
            pub fn context(&self) -> Option<&str> {
                self.additional_properties.annotation("context")?.as_str()
            }
        }

        impl<T> Default for $name<T> {
            fn default() -> Self {
                Self::from(Vec::new())
            }
        }

        impl<T> From<Vec<T>> for $name<T> {
            fn from(value: Vec<T>) -> Self {
                $name { value, additional_properties: AdditionalProperties::new() }
            }
        }

        impl<T> FromIterator<T> for $name<T> {
            fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
                Self::from(Vec::from_iter(values))
            }
        }

        impl<T: fmt::Debug> fmt::Debug for $name<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let mut output = f.debug_struct(stringify!($name));
                output.field(VALUE, &self.value);
                if !self.additional_properties.is_empty() {
                    output.field("additional_properties", &self.additional_properties);
                }
                output.finish()
            }
        }

        impl<T: Element> Serialize for $name<T> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut map = serializer.serialize_map(None)?;
                for (name, value) in self.additional_properties.iter().filter(|(name, _)| *name != VALUE) {
                    map.serialize_entry(name, value)?;
                }
                map.serialize_entry(VALUE, &Elements(&self.value))?;
                map.end()
            }
        }

        impl<'de, T: Element> Deserialize<'de> for $name<T> {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let (value, additional_properties) = Page::read(stringify!($name), deserializer)?;
                Ok($name { value, additional_properties })
            }
        }
    };
}

page! {
    /// A page of a collection: what Graph answers to a request for several
    /// objects.
    ///
    /// [`next_link`](Self::next_link) leads to the next page. It is read from an
    /// object with a list in `value`; an object without one is an error.
    Collection
}

page! {
    /// A page of changes: what Graph answers to `…/delta`.
    ///
    /// Iterating over it tells what is new or different from what is gone.
    /// [`next_link`](Self::next_link) leads to the next page,
    /// [`delta_link`](Self::delta_link), on the last one, to later changes.
    ///
    /// A property that was cleared comes as `null`, which a struct takes for
    /// none. Who has the object as it was reads a `Delta<serde_json::Value>`, and
    /// has [`apply_patch`](super::apply_patch) make what it is now of both.
    ///
    /// Who joined and who left a group stands within it, in
    /// `annotation_of("members", "delta")`. A [`Vec`] read from there makes a
    /// `Delta`, too: `Delta::from(members)`.
    Delta
}

impl<T> Collection<T> {
    /// The members of this page.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.value.iter()
    }
}

impl<T> IntoIterator for Collection<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.value.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a Collection<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.value.iter()
    }
}

impl<'a, T> IntoIterator for &'a mut Collection<T> {
    type Item = &'a mut T;
    type IntoIter = std::slice::IterMut<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.value.iter_mut()
    }
}
