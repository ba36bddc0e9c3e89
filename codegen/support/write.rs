//! The writer: puts any [`Record`] into any data format.

use serde::ser::{Error, Serialize, SerializeMap, SerializeSeq, Serializer};

use super::object::{TAG, Words};
use super::{AdditionalProperties, Record, Ref, Table};

/// The tag that will be written.
pub fn odata_type<'a>(table: &'static Table, others: &'a AdditionalProperties) -> Option<&'a str> {
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
    let mut map = serializer.serialize_map(None)?;
    let mut result = Ok(());
    record.show(&mut |table: &'static Table, slots: &[Option<Ref<'_>>], others: &AdditionalProperties| {
        result = write_members(table, slots, others, &mut map);
    });
    result?;
    map.end()
}

fn write_members<M: SerializeMap>(
    table: &'static Table,
    slots: &[Option<Ref<'_>>],
    others: &AdditionalProperties,
    map: &mut M,
) -> Result<(), M::Error> {
    let tag = if others.is_empty() { None } else { others.get(TAG) };
    match (tag, own_tag(table)) {
        (Some(tag), _) => map.serialize_entry(TAG, tag)?,
        (None, Some(tag)) => map.serialize_entry(TAG, tag)?,
        (None, None) => {}
    }
    for (key, slot) in table.keys.iter().zip(slots) {
        // Most are not set, and most others are strings. Key and value apart cost less here than an entry.
        let Some(value) = slot else { continue };
        map.serialize_key(key)?;
        match value {
            Ref::Str(text) | Ref::Text(Words { text, .. }) => map.serialize_value(text)?,
            value => map.serialize_value(value)?,
        }
    }
    for (name, value) in others {
        // Not what was written already.
        let is_set = || table.find(name).and_then(|slot| slots.get(slot)?.as_ref()).is_some();
        if name != TAG && !is_set() {
            map.serialize_entry(name, value)?;
        }
    }
    Ok(())
}

impl Serialize for Ref<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Ref::Str(text) => serializer.serialize_str(text),
            Ref::Bool(value) => serializer.serialize_bool(value),
            Ref::Number(number) => number.serialize(serializer),
            Ref::Text(words) => serializer.serialize_str(words.text),
            Ref::Any(value) => value.serialize(serializer),
            Ref::Foreign(value) => value.to_json().map_err(S::Error::custom)?.serialize(serializer),
            Ref::Object(record) => write(record, serializer),
            Ref::Union(union) => write(union, serializer),
            Ref::List(list) => {
                let mut seq = serializer.serialize_seq(Some(list.len))?;
                for element in list.iter() {
                    seq.serialize_element(&element)?;
                }
                seq.end()
            }
        }
    }
}
