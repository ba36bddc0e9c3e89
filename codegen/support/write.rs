//! The writer: puts any [`Record`] into any data format.

use serde::ser::{Error, Serialize, SerializeMap, SerializeSeq, Serializer};

use super::object::{Seen, TAG, Words};
use super::{AdditionalProperties, Look, Record, Ref, Table};

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
    let map = serializer.serialize_map(None)?;
    let mut writer = Writer { map, table: &Table::UNKNOWN, others: None, result: Ok(()) };
    record.show(&mut writer);
    let Writer { mut map, table, others, result } = writer;
    result?;
    // Mostly there are none; not even an iterator of them then.
    if let Some(others) = others {
        for (name, value) in others {
            // Not what was written already.
            let is_set = |slot| Seen::of(record).slots.iter().any(|(set, _)| *set == slot);
            if name != TAG && !table.find(name).is_some_and(is_set) {
                map.serialize_entry(name, value)?;
            }
        }
    }
    map.end()
}

struct Writer<'a, M: SerializeMap> {
    map: M,
    table: &'static Table,
    /// Those of what has shown itself, if there are any.
    others: Option<&'a AdditionalProperties>,
    /// The first error.
    result: Result<(), M::Error>,
}

impl<'a, M: SerializeMap> Look<'a> for Writer<'a, M> {
    fn look(&mut self, table: &'static Table, others: &'a AdditionalProperties) {
        self.table = table;
        self.others = (!others.is_empty()).then_some(others);
        let outcome = match (self.others.and_then(|others| others.get(TAG)), own_tag(table)) {
            (Some(tag), _) => self.map.serialize_entry(TAG, tag),
            (None, Some(tag)) => self.map.serialize_entry(TAG, tag),
            (None, None) => Ok(()),
        };
        self.note(outcome);
    }

    fn slot(&mut self, slot: usize, value: Ref<'a>) {
        if self.result.is_err() {
            return;
        }
        // Key and value apart cost less here than an entry.
        let outcome = match self.map.serialize_key(self.table.key(slot)) {
            Ok(()) => self.value(value),
            refusal => refusal,
        };
        self.note(outcome);
    }
}

impl<M: SerializeMap> Writer<'_, M> {
    #[inline]
    fn value(&mut self, value: Ref<'_>) -> Result<(), M::Error> {
        match value {
            // Most are.
            Ref::Str(text) | Ref::Text(Words { text, .. }) => self.map.serialize_value(text),
            value => self.map.serialize_value(&value),
        }
    }

    /// Keeps an error. (What is no error frees none, nor asks for one to be freed.)
    #[inline]
    fn note(&mut self, outcome: Result<(), M::Error>) {
        if outcome.is_err() {
            self.result = outcome;
        }
    }
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
