//! The payloads that the documentation of Graph shows.

use std::fs;
use std::path::Path;

use serde_json::Value;

/// Strict JSON from a page, of a type that is known.
#[derive(Clone, Debug)]
pub struct Payload {
    /// The page that shows it.
    pub page: String,
    /// `beta` or `v1.0`.
    pub version: String,
    /// The type of its objects: `microsoft.graph.user`. The payload's own word counts more than what the page says.
    pub type_name: String,
    /// The objects themselves: one, or those of a collection.
    pub objects: Vec<Value>,
}

/// The payloads in a file of one JSON object a line: `version`, `page`, `strict`, `odata_type` and `payload`.
///
/// # Panics
///
/// If the file can't be read, or holds something else.
#[must_use]
pub fn payloads(file: &Path) -> Vec<Payload> {
    let lines = fs::read_to_string(file).expect("a file of payloads");
    lines.lines().filter_map(|line| payload(&serde_json::from_str(line).expect("a line of JSON"))).collect()
}

fn payload(line: &Value) -> Option<Payload> {
    if line["strict"] != true {
        return None;
    }
    let objects = objects(&line["payload"]);
    let own = objects.first().and_then(|object| object["@odata.type"].as_str());
    let type_name = [own, line["odata_type"].as_str()].into_iter().flatten().find_map(type_name)?;
    Some(Payload {
        page: line["page"].as_str()?.to_owned(),
        version: line["version"].as_str()?.to_owned(),
        type_name,
        objects,
    })
}

/// `{"value": [{…}, {…}]}` is a collection, `{"value": {…}}` with a type an object in a wrapper; all else is the object
/// itself.
fn objects(payload: &Value) -> Vec<Value> {
    match &payload["value"] {
        Value::Array(list) if payload.get("@odata.type").is_none() => list.clone(),
        value if value.get("@odata.type").is_some() => vec![value.clone()],
        _ => vec![payload.clone()],
    }
}

/// The name in `#microsoft.graph.user`, `Collection(microsoft.graph.user)` and the like.
fn type_name(text: &str) -> Option<String> {
    let inner = text.strip_prefix("Collection(").and_then(|rest| rest.strip_suffix(')')).unwrap_or(text);
    let name = inner.trim_start_matches('#');
    name.to_ascii_lowercase().starts_with("microsoft.graph.").then(|| name.to_owned())
}
