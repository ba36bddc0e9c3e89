//! What the documentation shows of Graph's answers, read with all of its types and written again.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;

use msgraph_bindgen::source::{Version, read_docs};
use msgraph_bindgen_tests::{Payload, RustType, Scratch, payloads, real_docs, tell};
use serde_json::Value;

const TAG: &str = "@odata.type";
const ROOT: &str = "microsoft.graph.entity";

#[test]
fn payloads_of_v1_0_survive() {
    check("payloads_of_v1_0_survive", Version::V1_0);
}

#[test]
fn payloads_of_beta_survive() {
    check("payloads_of_beta_survive", Version::Beta);
}

/// All is read but what is not of the documented kind, which is counted, by kind.
fn check(test: &str, version: Version) {
    let Some(outcomes) = there_and_back(test, version) else { return };
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(format!("payloads-{version}"), outcomes));
}

/// What came of the payloads of a version, as a table; `None` where the documentation isn't there.
fn there_and_back(test: &str, version: Version) -> Option<String> {
    let root = real_docs(test)?;
    let file = root.join("examples-2021-07.jsonl");
    if !file.exists() {
        tell(&format!("{test}: skipped, for there is no {}", file.display()));
        return None;
    }
    let mut all = payloads(&file);
    all.retain(|payload| payload.version == version.as_str());
    let docs = read_docs(&[root], Some(version)).expect("pages").remove(0);
    let scratch =
        Scratch::new(env!("CARGO_TARGET_TMPDIR"), &format!("payloads_{}", version.as_str().replace('.', "_")));
    let types = scratch.add("graph", &docs);
    scratch.write("types.rs", &program(&types));
    scratch.write("main.rs", include_str!("../payloads/main.rs"));

    let types: HashMap<String, RustType> = types.into_iter().map(|ty| (ty.name.to_ascii_lowercase(), ty)).collect();
    let tries: Vec<(&Payload, &str, &Value)> = all.iter().flat_map(|payload| tries(payload, &types)).collect();
    let input = tries.iter().map(|(_, type_name, object)| format!("{type_name} {object}\n")).collect();
    let output = scratch.run(input);
    let answers: Vec<Value> = output.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(answers.len(), tries.len());

    let mut outcomes: BTreeMap<String, usize> = BTreeMap::new();
    let mut tries = tries.iter().zip(&answers).peekable();
    for payload in &all {
        // Of a payload that fails in several ways, the first counts.
        let mut outcome = None;
        while let Some(((_, type_name, object), answer)) = tries.next_if(|((of, ..), _)| std::ptr::eq(*of, payload)) {
            let judged = judge(object, answer, &types);
            let judged = judged.unwrap_or_else(|why| panic!("{} as {type_name}: {why}\n{answer}", payload.page));
            outcome = outcome.or(judged);
        }
        *outcomes.entry(outcome.unwrap_or_else(|| "read, and written as it came".to_owned())).or_default() += 1;
    }
    Some(table(all.len(), &outcomes))
}

fn program(types: &[RustType]) -> String {
    let objects = types.iter().filter(|ty| ty.is_object);
    let rows = objects.map(|ty| format!("    ({:?}, super::read::<super::graph::{}>),\n", ty.name, ty.path));
    format!("pub(crate) static TYPES: &[(&str, super::Read)] = &[\n{}];\n", rows.collect::<String>())
}

/// Each object as its type, and, if it says what it is, as the first type of its hierarchy.
fn tries<'a>(
    payload: &'a Payload,
    types: &'a HashMap<String, RustType>,
) -> impl Iterator<Item = (&'a Payload, &'a str, &'a Value)> {
    let top = |object: &Value| {
        let ty = types.get(&bare(object.get(TAG)?.as_str()?))?;
        ty.bases.iter().rfind(|base| *base != ROOT).map(String::as_str)
    };
    payload.objects.iter().flat_map(move |object| {
        [Some(payload.type_name.as_str()), top(object)].into_iter().flatten().map(move |ty| (payload, ty, object))
    })
}

/// Whether the answer is right: nothing if the object survived, else which mismatch is to blame.
fn judge(object: &Value, answer: &Value, types: &HashMap<String, RustType>) -> Result<Option<String>, String> {
    if answer.get("unknown").is_some() {
        return Ok(Some("no page is about the type".to_owned()));
    }
    if let Some(error) = answer["error"].as_str() {
        return mismatch(object, error).map(Some);
    }
    if answer["equal"] != true {
        return Err("what was written is read as something else".to_owned());
    }
    let objects = answer["objects"].as_object().ok_or("no objects")?;
    for (pointer, chosen) in objects.iter().filter(|(_, chosen)| chosen["polymorphic"] == true) {
        let Some(tag) = object.pointer(pointer).and_then(|object| object[TAG].as_str()).map(bare) else { continue };
        let chosen = bare(chosen["type"].as_str().ok_or("no type")?);
        let derives = types.get(&tag).is_some_and(|ty| ty.bases.iter().any(|base| bare(base) == chosen));
        if derives && chosen != tag {
            return Err(format!("at {pointer:?}, {tag} was read as {chosen}"));
        }
    }
    same(object, &answer["written"], "", objects)?;
    Ok(None)
}

/// The kinds in an error message, if they are right: what is said to be found is what the path leads to.
fn mismatch(object: &Value, error: &str) -> Result<String, String> {
    let (message, place) = error.rsplit_once(" at line ").ok_or("no place")?;
    let (path, kinds) =
        message.strip_prefix("value of `").and_then(|rest| rest.split_once("`: ")).ok_or("an error without a path")?;
    let (expected, found) = kinds.split_once(", found ").ok_or("an error without kinds")?;
    let (_, path) = path.split_once('.').ok_or("the path is empty")?;
    let pointer = format!("/{}", path.replace(['.', '['], "/").replace(']', ""));
    let kind = match object.pointer(&pointer) {
        Some(Value::Bool(_)) => "a boolean",
        Some(Value::Number(_)) => "a number",
        Some(Value::String(_)) => "a string",
        Some(Value::Array(_)) => "a list",
        Some(Value::Object(_)) => "an object",
        Some(Value::Null) => "null",
        None => return Err(format!("there is no {path}")),
    };
    if found != kind && !found.starts_with('"') || !place.starts_with("1 column ") {
        return Err(format!("{kind} was found"));
    }
    Ok(format!("{expected}, found {kind}"))
}

/// Whether what was written is what came. Nulls may be gone (of a list, an empty one is left), numbers have other forms,
/// and an object whose type has bases or derived types says what it is, although it came without.
fn same(came: &Value, written: &Value, pointer: &str, objects: &serde_json::Map<String, Value>) -> Result<(), String> {
    match (came, written) {
        (Value::Object(came), Value::Object(written)) => {
            for (name, value) in came.iter().filter(|(_, value)| !value.is_null()) {
                let pointer = format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"));
                let other = written.get(name).ok_or_else(|| format!("{pointer} is lost"))?;
                same(value, other, &pointer, objects)?;
            }
            let added = |(name, _): &(&String, &Value)| came.get(*name).is_none_or(Value::is_null);
            for (name, value) in written.iter().filter(added) {
                let own_tag = name == TAG && objects.get(pointer).is_some_and(|object| object["type"] == *value);
                let was_null = came.contains_key(name) && (value.is_null() || *value == Value::Array(Vec::new()));
                if !own_tag && !was_null {
                    return Err(format!("{pointer}/{name} is new: {value}"));
                }
            }
            Ok(())
        }
        (Value::Array(came), Value::Array(written)) if came.len() == written.len() => {
            let mut pairs = came.iter().zip(written).enumerate();
            pairs.try_for_each(|(index, (came, written))| same(came, written, &format!("{pointer}/{index}"), objects))
        }
        _ if came == written => Ok(()),
        (Value::Number(a), Value::Number(b)) if (a.is_f64() || b.is_f64()) && a.as_f64() == b.as_f64() => Ok(()),
        _ => Err(format!("{pointer} was {came} and is {written}")),
    }
}

/// A tag as a key of types.
fn bare(tag: &str) -> String {
    tag.trim_start_matches('#').to_ascii_lowercase()
}

fn table(payloads: usize, outcomes: &BTreeMap<String, usize>) -> String {
    let mut rows: Vec<(&String, &usize)> = outcomes.iter().collect();
    rows.sort_by_key(|(outcome, count)| (std::cmp::Reverse(**count), *outcome));
    let mut table = format!("{payloads:6} payloads\n");
    for (outcome, count) in rows {
        let _ = writeln!(table, "{count:6} {outcome}");
    }
    table
}
