//! The reader: fills any [`Record`] from any data format.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::buffer::Aside;
use super::fill::Filler;
use super::object::name;
use super::path::{MAX_DEPTH, Path, too_deep};
use super::slot::ObjectSlot;
use super::value::ValueSeed;
use super::{Like, Mut, Number, Opaque, Record, Text, Variants};

/// The only member of what serde_json, if some crate turns its feature
/// `arbitrary_precision` on, gives to visitors instead of a number.
pub(super) const NUMBER: &str = "$serde_json::private::Number";

/// Reads an enum over derived types.
pub fn read_enum<'de, T: Record, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut slot: Option<T> = None;
    read_root(Mut::Object(&mut slot), name::<T>(), deserializer)?;
    Ok(slot.unwrap_or_else(|| T::open(Like::Empty)))
}

/// Reads a struct. (Not into an `Option`: a wide struct would be moved out of
/// it once more.)
pub fn read_struct<'de, T: Record, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut record = T::open(Like::Empty);
    let name = record.about().0.name;
    read_root(Mut::Object(&mut Root(&mut record)), name, deserializer)?;
    Ok(record)
}

/// The slot of a struct that is there already.
struct Root<'a>(&'a mut dyn Record);

impl ObjectSlot for Root<'_> {
    fn variants(&self) -> Option<&'static Variants> {
        None
    }
    fn clear(&mut self) {}
    fn open(&mut self, _: Like<'_>) -> &mut dyn Record {
        self.0
    }
}

/// Reads what may be anything.
pub fn read_opaque<'de, T: Opaque, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    ValueSeed { depth: 0 }.deserialize(deserializer).map(T::from_value)
}

/// Reads what is a string in JSON.
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
    slot: Mut<'_>,
    type_name: &'static str,
    deserializer: D,
) -> Result<(), D::Error> {
    let path = &Path::root(type_name);
    Place { slot, path, required: true }.deserialize(deserializer)
}

/// Where the next value goes. One visitor for all kinds of slots, so that each
/// data format makes but one copy of its code, and so that a value of the
/// wrong kind arrives where its path is known.
pub(super) struct Place<'slot, 'a> {
    slot: Mut<'slot>,
    path: &'a Path<'a>,
    /// Whether `null` is an error: in lists.
    required: bool,
}

impl<'slot, 'a> Place<'slot, 'a> {
    /// A member of an object.
    pub(super) fn new(slot: Mut<'slot>, path: &'a Path<'a>) -> Self {
        Place { slot, path, required: false }
    }

    #[cold]
    fn mismatch<E: serde::de::Error>(&self, found: &dyn fmt::Display) -> E {
        self.path.mismatch(self.slot.expected(), found)
    }

    fn number<E: serde::de::Error>(mut self, number: Number<'_>) -> Result<(), E> {
        let Mut::Number(slot) = &mut self.slot else {
            return Err(self.mismatch(&"a number"));
        };
        if slot.put(number) { Ok(()) } else { Err(self.mismatch(&number)) }
    }

    /// An object, where none is expected.
    fn not_an_object<'de, A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        if map.next_key::<String>()?.as_deref() != Some(NUMBER) {
            return Err(self.mismatch(&"an object"));
        }
        let text: String = map.next_value()?;
        self.number(Number::Digits(&text))
    }
}

impl<'de> DeserializeSeed<'de> for Place<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.slot {
            Mut::Any(slot) => {
                let seed = ValueSeed { depth: self.path.depth() };
                match seed.deserialize(deserializer)? {
                    Value::Null if !self.required => slot.clear(),
                    value => slot.put(value),
                }
                Ok(())
            }
            _ => deserializer.deserialize_any(self),
        }
    }
}

impl<'de> Visitor<'de> for Place<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} as value of `{}`", self.slot.expected(), self.path)
    }

    fn visit_unit<E: serde::de::Error>(mut self) -> Result<(), E> {
        if self.required {
            return Err(self.mismatch(&"null"));
        }
        self.slot.clear();
        Ok(())
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E: serde::de::Error>(mut self, value: bool) -> Result<(), E> {
        match &mut self.slot {
            Mut::Bool(slot) => **slot = Some(value),
            _ => return Err(self.mismatch(&"a boolean")),
        }
        Ok(())
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<(), E> {
        self.number(Number::Unsigned(value))
    }

    fn visit_i64<E: serde::de::Error>(self, value: i64) -> Result<(), E> {
        self.number(Number::Signed(value))
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<(), E> {
        self.number(Number::Double(value))
    }

    fn visit_str<E: serde::de::Error>(mut self, text: &str) -> Result<(), E> {
        match &mut self.slot {
            Mut::Str(slot) => **slot = Some(text.to_owned()),
            Mut::Text(slot) => slot.put(text),
            Mut::Number(_) => return self.number(Number::Text(text)),
            _ => return Err(self.mismatch(&"a string")),
        }
        Ok(())
    }

    fn visit_string<E: serde::de::Error>(self, text: String) -> Result<(), E> {
        match self.slot {
            Mut::Str(slot) => *slot = Some(text),
            _ => return self.visit_str(&text),
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut seq: A) -> Result<(), A::Error> {
        if !self.slot.is_list() {
            return Err(self.mismatch(&"a list"));
        }
        if self.path.depth() >= MAX_DEPTH {
            return Err(too_deep());
        }
        self.slot.clear();
        let mut index = 0;
        loop {
            let path = &self.path.element(index);
            if seq.next_element_seed(Element { list: &mut self.slot, path })?.is_none() {
                return Ok(());
            }
            index += 1;
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Place { slot: Mut::Object(slot), path, .. } = self else {
            return self.not_an_object(map);
        };
        if path.depth() >= MAX_DEPTH {
            return Err(too_deep());
        }
        if slot.variants().is_none() {
            return Filler::new(slot.open(Like::Empty), path).fill(map);
        }
        let aside = Aside::read(&mut map, path.depth() + 1)?;
        let object = slot.open(aside.odata_type().map_or(Like::Empty, Like::Tag));
        let mut filler = Filler::new(object, path);
        filler.replay(aside)?;
        filler.fill(map)
    }
}

/// Appends the next value to a list.
struct Element<'a, 'list> {
    list: &'a mut Mut<'list>,
    path: &'a Path<'a>,
}

impl<'de> DeserializeSeed<'de> for Element<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let path = self.path;
        let read = |slot: Mut<'_>| Place { slot, path, required: true }.deserialize(deserializer);
        match self.list {
            Mut::Strs(list) => {
                let mut value = None;
                read(Mut::Str(&mut value))?;
                list.get_or_insert_with(Vec::new).extend(value);
                Ok(())
            }
            Mut::Bools(list) => {
                let mut value = None;
                read(Mut::Bool(&mut value))?;
                list.get_or_insert_with(Vec::new).extend(value);
                Ok(())
            }
            Mut::Numbers(list) => read(Mut::Number(&mut **list)),
            Mut::Texts(list) => read(Mut::Text(&mut **list)),
            Mut::Anys(list) => read(Mut::Any(&mut **list)),
            Mut::Objects(list) => read(Mut::Object(&mut **list)),
            // `visit_seq` has seen to it that this is a list.
            _ => read(Mut::Any(&mut None::<Value>)),
        }
    }
}
