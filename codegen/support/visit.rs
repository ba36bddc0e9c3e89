//! The visitor that fills slots.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::buffer::Aside;
use super::fill::Filler;
use super::path::{MAX_DEPTH, too_deep};
use super::place::{Place, put_str, put_text};
use super::{Like, Mut, Number};

impl<'de> DeserializeSeed<'de> for Place<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Place<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} as value of `{}`", self.expected(), self.path)
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<(), E> {
        match self.slot {
            slot if self.path.is_property() => slot.clear(),
            _ => return self.any(Value::Null, &"null"),
        }
        Ok(())
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E: serde::de::Error>(self, value: bool) -> Result<(), E> {
        match self.slot {
            Mut::Bool(slot) => **slot = Some(value),
            Mut::Bools(list) if !self.path.is_property() => list.get_or_insert_default().push(value),
            _ => return self.any(Value::Bool(value), &"a boolean"),
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

    fn visit_u128<E: serde::de::Error>(self, value: u128) -> Result<(), E> {
        self.wide(&value.to_string())
    }

    fn visit_i128<E: serde::de::Error>(self, value: i128) -> Result<(), E> {
        self.wide(&value.to_string())
    }

    #[inline(always)]
    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<(), E> {
        // Most values are strings.
        let Place { slot, path } = self;
        if let Mut::Str(slot) = slot {
            put_str(slot, text);
            return Ok(());
        }
        if put_text(slot, path, text) { Ok(()) } else { Place { slot, path }.other_text(text) }
    }

    #[inline(always)]
    fn visit_borrowed_str<E: serde::de::Error>(self, text: &'de str) -> Result<(), E> {
        self.visit_str(text)
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut seq: A) -> Result<(), A::Error> {
        let path = &self.path.elements();
        if path.depth() > MAX_DEPTH {
            return Err(too_deep());
        }
        let Some(mut slot) = self.list() else {
            return self.not_a_list(seq);
        };
        let mut index = 0;
        while seq.next_element_seed(Place { slot: &mut slot, path })?.is_some() {
            index += 1;
            path.turn_to(index);
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let path = self.path;
        match self.slot {
            Mut::Object(_) | Mut::Union(_) if path.depth() >= MAX_DEPTH => Err(too_deep()),
            Mut::Object(slot) => Filler::new(slot.open(), path).fill(map),
            Mut::Union(slot) => {
                let mut aside = Aside::default();
                let tag = aside.read(&mut map, path.depth() + 1)?;
                let mut filler = Filler::new(slot.open(tag.as_deref().map_or(Like::Empty, Like::Tag)), path);
                if aside.first.is_some() {
                    filler.replay(aside)?;
                }
                if let Some(tag) = tag {
                    filler.choose(&tag);
                }
                filler.fill(map)
            }
            _ => self.not_an_object(map),
        }
    }
}
