//! Reads objects into generated types and writes them again; `tests/tests/payloads.rs` makes a crate of this file, of
//! bindings (`graph`) and of a list of their types (`types`).
//!
//! A line of input is the name of a type, a space, and JSON. The answer is a line of JSON: `{"unknown": "…"}` for a type
//! that isn't in the list, `{"error": "…"}`, or what was written, whether that is read as equal, and by JSON pointer which
//! types the objects in it are.

mod graph;
mod types;

use std::io::{self, BufRead, BufWriter, Write};

use graph::support::{AdditionalProperties, Look, Record, Ref, Table};
use serde::de::DeserializeOwned;
use serde_json::de::StrRead;
use serde_json::{Deserializer, Map, Value, json};

type Read = fn(&mut Deserializer<StrRead<'_>>) -> serde_json::Result<Box<dyn Object>>;

/// An object of any type.
trait Object {
    fn value(&self) -> Ref<'_>;
}

impl<T: Record> Object for T {
    fn value(&self) -> Ref<'_> {
        self.element()
    }
}

/// All that there is once for each type: compiling them is to stay cheap.
fn read<T: Record + DeserializeOwned + 'static>(
    json: &mut Deserializer<StrRead<'_>>,
) -> serde_json::Result<Box<dyn Object>> {
    Ok(Box::new(T::deserialize(json)?))
}

fn main() -> io::Result<()> {
    let mut output = BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let line = line?;
        let (name, json) = line.split_once(' ').unwrap_or((&line, ""));
        writeln!(output, "{}", there_and_back(name, json).unwrap_or_else(|error| json!({ "error": error.to_string() })))?;
    }
    output.flush()
}

fn there_and_back(name: &str, json: &str) -> serde_json::Result<Value> {
    let Some((_, read)) = types::TYPES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)) else {
        return Ok(json!({ "unknown": name }));
    };
    let object = read(&mut Deserializer::from_str(json))?;
    let written = serde_json::to_string(&object.value())?;
    let again = read(&mut Deserializer::from_str(&written))?;
    let mut objects = Map::new();
    collect(object.value(), "", &mut objects);
    Ok(json!({
        "written": serde_json::from_str::<Value>(&written)?,
        "equal": object.value() == again.value(),
        "objects": objects,
    }))
}

/// The type of every object, and whether it could have been of another.
fn collect(value: Ref<'_>, pointer: &str, objects: &mut Map<String, Value>) {
    let (record, polymorphic): (&dyn Record, bool) = match value {
        Ref::Object(record) => (record, false),
        Ref::Union(union) => (union, true),
        Ref::List(list) => {
            let elements = list.iter().enumerate();
            return elements.for_each(|(index, value)| collect(value, &format!("{pointer}/{index}"), objects));
        }
        _ => return,
    };
    record.show(&mut Collector { pointer, polymorphic, keys: &[], objects });
}

struct Collector<'c> {
    pointer: &'c str,
    polymorphic: bool,
    keys: &'static [&'static str],
    objects: &'c mut Map<String, Value>,
}

impl<'a> Look<'a> for Collector<'_> {
    fn look(&mut self, table: &'static Table, _: &'a AdditionalProperties) {
        self.keys = table.keys;
        let what = json!({ "type": table.odata_type, "polymorphic": self.polymorphic });
        self.objects.insert(self.pointer.to_owned(), what);
    }
    fn slot(&mut self, slot: usize, value: Ref<'a>) {
        collect(value, &format!("{}/{}", self.pointer, self.keys[slot]), self.objects);
    }
}
