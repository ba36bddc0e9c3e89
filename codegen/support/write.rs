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
    let (table, others) = record.about();
    let mut map = serializer.serialize_map(None)?;
    let others = (!others.is_empty()).then_some(others);
    if let Some(tag) = others.and_then(|others| others.get(TAG)) {
        map.serialize_entry(TAG, tag)?;
    } else if let Some(tag) = own_tag(table) {
        map.serialize_entry(TAG, tag)?;
    }
    let mut error = None;
    record.visit(&mut |slot, value| {
        if error.is_none()
            && let Err(reason) = write_member(table.key(slot), value, &mut map)
        {
            error = Some(reason);
        }
    });
    if let Some(error) = error {
        return Err(error);
    }
    if let Some(others) = others {
        write_others(record, others, &mut map)?;
    }
    map.end()
}

/// By key and value apart, which costs less here than by entry.
#[inline]
fn write_member<M: SerializeMap>(key: &str, value: Ref<'_>, map: &mut M) -> Result<(), M::Error> {
    map.serialize_key(key)?;
    // Most members are strings, and need no code that asks again.
    match value {
        Ref::Str(text) => map.serialize_value(text.as_str()),
        Ref::Text(text) => map.serialize_value(text.as_text()),
        value => map.serialize_value(&value),
    }
}

/// Writes what is in no slot.
fn write_others<M: SerializeMap>(
    record: &dyn Record,
    others: &AdditionalProperties,
    map: &mut M,
) -> Result<(), M::Error> {
    for (name, value) in others {
        if name != TAG && !is_set(record, name) {
            map.serialize_entry(name, value)?;
        }
    }
    Ok(())
}

/// Whether this is the name of a property that was written already.
fn is_set(record: &dyn Record, name: &str) -> bool {
    let mut is_set = false;
    if let Some(slot) = record.about().0.find(name) {
        record.visit(&mut |other, _| is_set |= other == slot);
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
