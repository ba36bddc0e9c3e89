//! The members of an object, into its slots.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};
use serde_json::Value;

use super::buffer::{Aside, Content};
use super::number::NUMBER;
use super::object::{TAG, same_tag, table};
use super::path::Path;
use super::place::Place;
use super::value::ValueSeed;
use super::{AdditionalProperties, Mut, Record, Table};

/// Fills an object without properties.
pub(super) struct Filler<'a> {
    object: &'a mut dyn Record,
    names: Names,
    /// To the object itself.
    path: &'a Path<'a>,
    /// What is in no slot, in the order in which it came.
    others: Vec<(String, Value)>,
    /// Where among the `others` the tag is, unless it is the table's.
    tag: Option<usize>,
    /// Whether a tag has chosen the type. No other may come then.
    chosen: bool,
}

impl<'a> Filler<'a> {
    pub(super) fn new(object: &'a mut dyn Record, path: &'a Path<'a>) -> Self {
        let table = table(object);
        let names = Names { table, next: 0, other: None };
        Filler { object, names, path, others: Vec::new(), tag: None, chosen: false }
    }

    /// Takes what was set aside while the object's type was not known.
    pub(super) fn replay<'de, E: Error>(&mut self, aside: Aside<'de>) -> Result<(), E> {
        let path = &self.path.slots(self.names.table);
        if let Some((name, value)) = aside.first {
            self.member(path, &name, value)?;
        }
        // To free the iterator of an empty list costs as much as a member.
        if !aside.rest.is_empty() {
            for (name, value) in aside.rest {
                self.member(path, &name, value)?;
            }
        }
        Ok(())
    }

    // Mostly there is one; a call would cost as much as what it does.
    #[inline(always)]
    fn member<'de, E: Error>(&mut self, path: &Path<'_>, name: &str, value: Content<'de>) -> Result<(), E> {
        let slot = self.names.find(name);
        if slot == NONE {
            let depth = self.path.depth() + 1;
            return self.other(ValueSeed { depth }.deserialize(value.replay())?);
        }
        path.turn_to(slot);
        let slot = &mut self.object.set(slot);
        Place { slot, path }.deserialize(value.replay())
    }

    /// Takes the tag that has chosen the object's type.
    pub(super) fn choose(&mut self, tag: &str) {
        self.chosen = true;
        if !self.is_own(tag) || self.tag.is_some() {
            self.set_tag(tag.into());
        }
    }

    /// Takes the members that are left.
    pub(super) fn fill<'de, A: MapAccess<'de>>(&mut self, mut map: A) -> Result<(), A::Error> {
        let path = &self.path.slots(self.names.table);
        while let Some(slot) = map.next_key_seed(&mut self.names)? {
            if slot == NONE {
                self.unknown(&mut map)?;
            } else {
                path.turn_to(slot);
                let slot = &mut self.object.set(slot);
                map.next_value_seed(Place { slot, path })?;
            }
        }
        // Mostly there is nothing; not even a call then.
        if !self.others.is_empty() {
            self.keep_others();
        }
        Ok(())
    }

    /// Gives the object what is in no slot.
    #[inline(never)]
    fn keep_others(&mut self) {
        if let Mut::Others(_, others) = self.object.set(NONE) {
            *others = AdditionalProperties::from(std::mem::take(&mut self.others));
        }
    }

    /// Takes a member that is in no slot.
    #[cold]
    fn unknown<'de, A: MapAccess<'de>>(&mut self, map: &mut A) -> Result<(), A::Error> {
        let depth = self.path.depth() + 1;
        self.other(map.next_value_seed(ValueSeed { depth })?)
    }

    fn other<E: Error>(&mut self, value: Value) -> Result<(), E> {
        match self.names.other.take() {
            Some(name) if name == NUMBER => return Err(self.path.mismatch("an object", &"a number")),
            Some(name) => self.others.push((name, value)),
            None if self.chosen && !value.as_str().is_some_and(|tag| same_tag(tag, self.named())) => {
                return Err(self.path.member(TAG).mismatch("to be there once", &"another one"));
            }
            None => self.set_tag(value),
        }
        Ok(())
    }

    /// Whether this is the tag that the object will have anyway.
    fn is_own(&self, tag: &str) -> bool {
        self.names.table.tagged && tag == self.names.table.odata_type
    }

    /// The type that the object has named so far.
    fn named(&self) -> &str {
        let tag = self.tag.and_then(|place| self.others.get(place)?.1.as_str());
        tag.unwrap_or(self.names.table.odata_type)
    }

    fn set_tag(&mut self, tag: Value) {
        if let Some(place) = self.tag.take() {
            self.others.remove(place);
        }
        if !tag.as_str().is_some_and(|tag| self.is_own(tag)) {
            self.tag = Some(self.others.len());
            self.others.push((TAG.to_owned(), tag));
        }
    }
}

/// A number that no slot has.
const NONE: usize = usize::MAX;

/// Finds the slots of names.
struct Names {
    table: &'static Table,
    /// The slot of the next member, if the document keeps the table's order.
    next: usize,
    /// The last name that has no slot, unless it is the tag's.
    other: Option<String>,
}

// In three steps, of which the first one mostly does and the last one seldom
// is needed: each saves no more registers than it needs.
impl Names {
    /// The slot, or [`NONE`]. (An `Option` would be moved about for every
    /// single member.)
    fn find(&mut self, name: &str) -> usize {
        // Documents mostly keep the order of the properties.
        if self.table.is(self.next, name) { self.found(self.next) } else { self.look_up(name) }
    }

    #[inline(never)]
    fn look_up(&mut self, name: &str) -> usize {
        match self.table.guess(name) {
            Some(slot) => self.found(slot),
            None => self.search(name),
        }
    }

    #[inline(never)]
    fn search(&mut self, name: &str) -> usize {
        match self.table.find(name) {
            Some(slot) => self.found(slot),
            None => self.unknown(name),
        }
    }

    #[cold]
    fn unknown(&mut self, name: &str) -> usize {
        self.other = (name != TAG).then(|| name.to_owned());
        NONE
    }

    #[inline]
    fn found(&mut self, slot: usize) -> usize {
        self.next = slot + 1;
        slot
    }
}

impl<'de> DeserializeSeed<'de> for &mut Names {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for &mut Names {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }
    fn visit_str<E>(self, name: &str) -> Result<usize, E> {
        Ok(self.find(name))
    }
}
