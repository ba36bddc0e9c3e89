//! The members of an object, into its slots.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};
use serde_json::Value;

use super::buffer::{Aside, Content, ContentSeed};
use super::object::{TAG, same_tag};
use super::path::Path;
use super::read::{NUMBER, Place};
use super::value::ValueSeed;
use super::{AdditionalProperties, Mut, Record, Table};

/// Fills an object without properties.
pub(super) struct Filler<'a> {
    object: &'a mut dyn Record,
    table: &'static Table,
    path: &'a Path<'a>,
    /// The slot of the next member, if the document keeps the table's order.
    next: usize,
    /// The tag, unless it is the table's, and its place among the `others`.
    tag: Option<(usize, Value)>,
    others: Vec<(String, Value)>,
    /// Whether a tag has chosen the type. No other may come then.
    chosen: bool,
}

impl<'a> Filler<'a> {
    pub(super) fn new(object: &'a mut dyn Record, path: &'a Path<'a>) -> Self {
        let (table, _) = object.about();
        Filler { object, table, path, next: 0, tag: None, others: Vec::new(), chosen: false }
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
                let depth = self.path.depth() + 1;
                self.other(name.into_owned(), ValueSeed { depth }.deserialize(value.replay())?)?;
            }
        }
        let Some(tag) = aside.tag else { return Ok(()) };
        self.tag(tag)?;
        self.chosen = true;
        Ok(())
    }

    /// Takes the members that are left.
    pub(super) fn fill<'de, A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        let mut path = self.path.member("");
        let mut other = None;
        while let Some(slot) = map.next_key_seed(KeySeed { table: self.table, next: self.next, other: &mut other })? {
            if let Some(&name) = self.table.keys.get(slot) {
                self.next = slot + 1;
                path.turn_to(name);
                map.next_value_seed(Place::new(self.object.set(slot), &path))?;
            } else {
                self.unknown(other.take(), &mut map)?;
            }
        }
        if let Some((place, tag)) = self.tag {
            self.others.insert(place, (TAG.to_owned(), tag));
        }
        if !self.others.is_empty()
            && let Mut::Others(others) = self.object.set(usize::MAX)
        {
            *others = AdditionalProperties::from(self.others);
        }
        Ok(())
    }

    /// Takes a member that is in no slot.
    #[cold]
    fn unknown<'de, A: MapAccess<'de>>(&mut self, name: Option<String>, map: &mut A) -> Result<(), A::Error> {
        let depth = self.path.depth() + 1;
        match name {
            Some(name) => self.other(name, map.next_value_seed(ValueSeed { depth })?),
            None => self.tag(map.next_value_seed(ContentSeed { depth })?),
        }
    }

    fn tag<E: Error>(&mut self, value: Content<'_>) -> Result<(), E> {
        if self.chosen && !value.as_str().is_some_and(|tag| same_tag(tag, self.named())) {
            return Err(self.path.member(TAG).mismatch("to be there once", &"another one"));
        }
        let known = self.table.tagged && value.as_str() == Some(self.table.odata_type);
        self.tag = match known {
            true => None,
            false => Some((self.others.len(), ValueSeed { depth: 0 }.deserialize(value.replay())?)),
        };
        Ok(())
    }

    /// The type that the object has named so far.
    fn named(&self) -> &str {
        self.tag.as_ref().and_then(|(_, tag)| tag.as_str()).unwrap_or(self.table.odata_type)
    }

    fn other<E: Error>(&mut self, name: String, value: Value) -> Result<(), E> {
        if name == NUMBER {
            return Err(self.path.mismatch("an object", &"a number"));
        }
        self.others.push((name, value));
        Ok(())
    }
}

/// Finds the slot of a name. It is a number that no slot has, for a name that
/// the table doesn't have: then the name is in `other`, or it is the tag's. (An
/// enum would be moved about for every single member.)
struct KeySeed<'a> {
    table: &'static Table,
    next: usize,
    other: &'a mut Option<String>,
}

impl<'de> DeserializeSeed<'de> for KeySeed<'_> {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for KeySeed<'_> {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }
    #[inline]
    fn visit_str<E>(self, key: &str) -> Result<usize, E> {
        Ok(self.table.find(self.next, key).unwrap_or_else(|| {
            *self.other = (key != TAG).then(|| key.to_owned());
            usize::MAX
        }))
    }
}
