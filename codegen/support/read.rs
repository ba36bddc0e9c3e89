//! The reader: fills any [`Record`] from any data format.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, Visitor};

use super::field::ObjectSlot;
use super::object::{name, table};
use super::path::Path;
use super::place::Place;
use super::value::ValueSeed;
use super::{Mut, Opaque, Record, Text, Union};

/// Reads an enum over derived types.
#[inline]
pub fn read_union<'de, T: Union + Default, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut slot: Option<T> = None;
    read_root(Mut::Union(&mut slot), name::<T>(), deserializer)?;
    Ok(slot.unwrap_or_default())
}

/// Reads a struct.
#[inline]
pub fn read_struct<'de, T: Record + Default, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.record()
}

/// A data format that structs are read from.
///
/// The function is the format's, for then a release build compiles it where the
/// format's functions are: they need the same copy of what frees the struct.
trait Format<'de>: Deserializer<'de> {
    /// Reads a struct. (Not into an `Option`, nor inlined: a wide struct would
    /// be moved once more.)
    #[inline(never)]
    fn record<T: Record + Default>(self) -> Result<T, Self::Error> {
        let mut record = T::default();
        let name = table(&mut record).name;
        read_root(Mut::Object(&mut Root(&mut record)), name, self)?;
        Ok(record)
    }
}

impl<'de, D: Deserializer<'de>> Format<'de> for D {}

/// The slot of a struct that is there already.
struct Root<'a>(&'a mut dyn Record);

impl ObjectSlot for Root<'_> {
    fn clear(&mut self) {}
    fn open(&mut self) -> &mut dyn Record {
        self.0
    }
}

/// Reads what may be anything.
#[inline]
pub fn read_opaque<'de, T: Opaque, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    ValueSeed { depth: 0 }.deserialize(deserializer).map(T::from_value)
}

/// Reads what is a string in JSON.
#[inline]
pub fn read_text<'de, T: Text, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    struct TextVisitor<T>(PhantomData<T>);

    impl<T: Text> Visitor<'_> for TextVisitor<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a string")
        }
        fn visit_str<E>(self, text: &str) -> Result<T, E> {
            Ok(T::from_text(text))
        }
    }

    deserializer.deserialize_str(TextVisitor(PhantomData))
}

/// Reads a document into a slot.
pub(super) fn read_root<'de, D: Deserializer<'de>>(
    mut slot: Mut<'_>,
    type_name: &'static str,
    deserializer: D,
) -> Result<(), D::Error> {
    let path = &Path::root(type_name);
    Place { slot: &mut slot, path }.deserialize(deserializer)
}
