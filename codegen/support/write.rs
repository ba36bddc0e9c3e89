//! The writer: puts any [`Record`] into any data format.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use super::object::{TAG, each, object};
use super::{AdditionalProperties, List, Record, Ref, Table};

/// The tag that will be written.
pub fn odata_type(record: &dyn Record) -> Option<&str> {
    let (table, others) = object(record).about();
    match others.get(TAG) {
        Some(tag) => tag.as_str(),
        None => own_tag(table),
    }
}

fn own_tag(table: &Table) -> Option<&'static str> {
    table.tagged.then_some(table.odata_type)
}

/// Writes the tag, then what is set in the order of the table, then all else.
pub fn write<S: Serializer>(record: &dyn Record, serializer: S) -> Result<S::Ok, S::Error> {
    let object = object(record);
    let (table, others) = object.about();
    let mut map = serializer.serialize_map(None)?;
    let tag = if others.is_empty() { None } else { others.get(TAG) };
    match (tag, own_tag(table)) {
        (Some(tag), _) => map.serialize_entry(TAG, tag)?,
        (None, Some(tag)) => map.serialize_entry(TAG, tag)?,
        (None, None) => {}
    }
    let mut error = None;
    object.visit(&mut |slot, value| {
        if error.is_some() {
            return;
        }
        let key = table.key(slot);
        // Most members are strings, and need no code that asks again.
        let written = match value {
            Ref::Str(text) => map.serialize_entry(key, text),
            Ref::Text(text) => map.serialize_entry(key, text.as_text()),
            value => map.serialize_entry(key, &value),
        };
        if let Err(reason) = written {
            error = Some(reason);
        }
    });
    if let Some(error) = error {
        return Err(error);
    }
    if !others.is_empty() {
        write_others(object, others, &mut map)?;
    }
    map.end()
}

/// Writes what is in no slot.
fn write_others<M: SerializeMap>(
    object: &dyn Record,
    others: &AdditionalProperties,
    map: &mut M,
) -> Result<(), M::Error> {
    for (name, value) in others {
        if name != TAG && !is_set(object, name) {
            map.serialize_entry(name, value)?;
        }
    }
    Ok(())
}

/// Whether this is the name of a property that was written already.
fn is_set(object: &dyn Record, name: &str) -> bool {
    let mut is_set = false;
    if let Some(slot) = object.about().0.find(name) {
        object.visit(&mut |other, _| is_set |= other == slot);
    }
    is_set
}

impl Serialize for Ref<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Ref::Str(text) => serializer.serialize_str(text),
            Ref::Bool(value) => serializer.serialize_bool(*value),
            Ref::Number(number) => number.as_number().serialize(serializer),
            Ref::Text(text) => serializer.serialize_str(text.as_text()),
            Ref::Any(value) => value.as_value().serialize(serializer),
            Ref::Object(record) => write(record, serializer),
            Ref::Strs(list) => serializer.collect_seq(list),
            Ref::Bools(list) => serializer.collect_seq(list),
            Ref::Numbers(list) => write_list(list, Ref::Number, serializer),
            Ref::Texts(list) => write_list(list, Ref::Text, serializer),
            Ref::Anys(list) => write_list(list, Ref::Any, serializer),
            Ref::Objects(list) => write_list(list, Ref::Object, serializer),
        }
    }
}

fn write_list<'a, T: ?Sized, S: Serializer>(
    list: &'a dyn List<T>,
    element: fn(&'a T) -> Ref<'a>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut seq = serializer.serialize_seq(Some(list.count()))?;
    for value in each(list) {
        seq.serialize_element(&element(value))?;
    }
    seq.end()
}
