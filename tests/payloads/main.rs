//! Reads objects into generated types and writes them again; `tests/tests/payloads.rs` makes a crate of this file, of
//! bindings (`graph`) and of a list of their types (`types`).
//!
//! A line of input is the name of a type, a space, and JSON. The answer is a line of JSON: `{"unknown": "…"}` for a type
//! that isn't in the list, `{"error": "…"}`, or what was written, whether that is read as equal, and by JSON pointer which
//! types the objects in it are.

mod graph;
mod types;

use std::io::{self, BufRead, BufWriter, Write};

use graph::support::{self, Record, Ref};
use serde::de::DeserializeOwned;
use serde_json::de::StrRead;
use serde_json::{Deserializer, Map, Value, json};

type Read = fn(&mut Deserializer<StrRead<'_>>) -> serde_json::Result<Box<dyn Record>>;

/// The only code that there is once for each type: compiling them all is to stay cheap.
fn read<T: Record + DeserializeOwned + 'static>(
    json: &mut Deserializer<StrRead<'_>>,
) -> serde_json::Result<Box<dyn Record>> {
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
    let record = read(&mut Deserializer::from_str(json))?;
    let mut written = Vec::new();
    support::write(&*record, &mut serde_json::Serializer::new(&mut written))?;
    let written = String::from_utf8_lossy(&written);
    let again = read(&mut Deserializer::from_str(&written))?;
    let mut objects = Map::new();
    collect(&*record, "", &mut objects);
    Ok(json!({
        "written": serde_json::from_str::<Value>(&written)?,
        "equal": support::equal(&*record, &*again),
        "objects": objects,
    }))
}

/// The type of every object, and whether it could have been of another.
fn collect(record: &dyn Record, pointer: &str, objects: &mut Map<String, Value>) {
    let (table, _) = record.about();
    let found = json!({ "type": table.odata_type, "polymorphic": record.variant().is_some() });
    objects.insert(pointer.to_owned(), found);
    record.visit(&mut |slot, value| {
        let pointer = format!("{pointer}/{}", table.keys[slot]);
        match value {
            Ref::Object(record) => collect(record, &pointer, objects),
            Ref::Objects(list) => {
                let elements = (0..list.count()).filter_map(|index| Some((index, list.at(index)?)));
                elements.for_each(|(index, record)| collect(record, &format!("{pointer}/{index}"), objects));
            }
            _ => {}
        }
    });
}
