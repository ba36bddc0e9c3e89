//! The members of an object, into its slots.

use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, Visitor};
use serde_json::Value;

use super::buffer::{Aside, Content, ContentSeed};
use super::object::TAG;
use super::path::Path;
use super::read::{NUMBER, Place};
use super::{AdditionalProperties, Object, Table};

/// Fills an object without properties.
pub(super) struct Filler<'a> {
    object: &'a mut dyn Object,
    table: &'static Table,
    path: &'a Path<'a>,
    /// The slot of the next member, if the document keeps the table's order.
    next: usize,
    /// The tag, unless it is the table's, and its place among the `others`.
    tag: Option<(usize, Value)>,
    others: Vec<(String, Value)>,
}

impl<'a> Filler<'a> {
    pub(super) fn new(object: &'a mut dyn Object, path: &'a Path<'a>) -> Self {
        let table = object.table();
        Filler { object, table, path, next: 0, tag: None, others: Vec::new() }
    }

    /// Takes what was set aside while the object's type was not known.
    pub(super) fn replay<'de, E: Error>(&mut self, aside: Aside<'de>) -> Result<(), E> {
        for (name, value) in aside.members {
            if name == TAG {
                self.tag(value)?;
            } else if let Some(slot) = self.table.find(self.next, &name) {
                self.next = slot + 1;
                let path = &self.path.member(self.table.key(slot));
                Place::new(self.object.set(slot), path).deserialize(value.replay())?;
            } else {
                self.other(name.into_owned(), Value::deserialize(value.replay())?)?;
            }
        }
        aside.tag.map_or(Ok(()), |tag| self.tag(tag))
    }

    /// Takes the members that are left.
    pub(super) fn fill<'de, A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key_seed(KeySeed { table: self.table, next: self.next })? {
            match key {
                Key::Slot(slot) => {
                    self.next = slot + 1;
                    let path = &self.path.member(self.table.key(slot));
                    map.next_value_seed(Place::new(self.object.set(slot), path))?;
                }
                Key::Tag => {
                    let depth = self.path.depth() + 1;
                    self.tag(map.next_value_seed(ContentSeed { depth })?)?;
                }
                Key::Other(name) => self.other(name, map.next_value()?)?,
            }
        }
        if let Some((place, tag)) = self.tag {
            self.others.insert(place, (TAG.to_owned(), tag));
        }
        if !self.others.is_empty() {
            *self.object.additional_properties_mut() = AdditionalProperties::from(self.others);
        }
        Ok(())
    }

    fn tag<E: Error>(&mut self, value: Content<'_>) -> Result<(), E> {
        let known = self.table.tagged && value.as_str() == Some(self.table.odata_type);
        self.tag = match known {
            true => None,
            false => Some((self.others.len(), Value::deserialize(value.replay())?)),
        };
        Ok(())
    }

    fn other<E: Error>(&mut self, name: String, value: Value) -> Result<(), E> {
        if name == NUMBER {
            return Err(self.path.mismatch("an object", &"a number"));
        }
        self.others.push((name, value));
        Ok(())
    }
}

enum Key {
    Slot(usize),
    Tag,
    Other(String),
}

struct KeySeed {
    table: &'static Table,
    next: usize,
}

impl KeySeed {
    fn known(&self, key: &str) -> Option<Key> {
        // Annotations of the object are common, and never properties.
        if key.starts_with('@') {
            return (key == TAG).then_some(Key::Tag);
        }
        self.table.find(self.next, key).map(Key::Slot)
    }
}

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for KeySeed {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }
    fn visit_str<E>(self, key: &str) -> Result<Key, E> {
        Ok(self.known(key).unwrap_or_else(|| Key::Other(key.to_owned())))
    }
    fn visit_string<E>(self, key: String) -> Result<Key, E> {
        Ok(self.known(&key).unwrap_or(Key::Other(key)))
    }
}
