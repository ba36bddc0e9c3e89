//! Other generators, on the same types: what it costs to generate, and to check what was generated.
//!
//! They are given a JSON Schema of the five's closure, in which every property holds the very type that it names: neither
//! knows hierarchies as OData has them.

use std::error::Error;
use std::process::{Command, Stdio};

use serde_json::{Map, Value, json};

use super::Options;
use super::compile::record;
use super::crates::{self, CHECK, Crates, Dependency, RELEASE, SERDE, SERDE_JSON};
use super::prepare::Tool;
use super::records::Records;
use super::schema::{ENTITY, NAMESPACE, Schema};
use super::usage::{Usage, measure};

/// The generator of <https://github.com/oxidecomputer/typify>, which is a library, and what it needs.
const TYPIFY: [Dependency<'_>; 5] = [
    Dependency::Registry(r#"typify = { version = "0.6", default-features = false }"#),
    Dependency::Registry(r#"prettyplease = "0.2""#),
    Dependency::Registry(r#"schemars = "0.8""#),
    SERDE_JSON,
    Dependency::Registry(r#"syn = "2""#),
];
/// The generator of <https://quicktype.io>, which npm brings.
const QUICKTYPE: &str = "quicktype@26.0.0";
const QUICKTYPE_OPTIONS: &str = "--quiet --src-lang schema --lang rust --visibility public --no-combine-classes --out";

/// Measures ours, then each peer that is to be had.
pub(crate) fn peers(
    crates: &Crates,
    tool: &Tool<'_>,
    five: &Schema,
    options: &Options,
    records: &mut Records,
) -> Result<(), Box<dyn Error>> {
    crates.write("five.schema.json", &serde_json::to_string_pretty(&json_schema(five))?)?;
    crates.add("peer-typify", &TYPIFY, &[("main.rs", include_str!("programs/typify.rs"))])?;
    crates::run(&mut crates.cargo(&["peer-typify"], RELEASE))?;
    let schema = crates.root.join("five.schema.json");
    let library = |side: &str| crates.root.join("crates").join(format!("five-{side}")).join("src/lib.rs");
    let mut typify = Command::new(crates.program("peer-typify"));
    typify.arg(&schema).arg(library("typify"));
    let mut quicktype = Command::new("npx");
    quicktype.args(["--yes", QUICKTYPE]).args(QUICKTYPE_OPTIONS.split(' '));
    quicktype.arg(library("quicktype")).arg(&schema);
    let ours = tool.generate(&crates.root.join("peers"), Some(five))?;
    for (side, command) in [("ours", ours), ("typify", typify), ("quicktype", quicktype)] {
        if side == "quicktype" && !is_to_be_had(Command::new("npx").args(["--yes", QUICKTYPE, "--version"])) {
            eprintln!("quicktype is not to be had");
            continue;
        }
        let name = format!("five-{side}");
        if side != "ours" {
            crates.add(&name, &[SERDE, SERDE_JSON], &[("lib.rs", "")])?;
        }
        let generate: Vec<Usage> = (0..options.runs).map(|_| measure(&command)).collect::<Result<_, _>>()?;
        record(records, "peers-generate", side, &generate)?;
        let check = |_| crates.build(&name, &["serde", "serde_json"], CHECK);
        record(records, "peers-check", side, &(0..options.runs).map(check).collect::<Result<Vec<_>, _>>()?)?;
    }
    Ok(())
}

fn is_to_be_had(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// The types as a JSON Schema.
fn json_schema(schema: &Schema) -> Value {
    let definitions: Map<String, Value> =
        schema.types.keys().map(|name| (bare(name), definition(schema, name))).collect();
    // quicktype leaves out what nothing refers to.
    let all: Map<String, Value> = schema.types.keys().map(|name| (bare(name), reference(schema, name))).collect();
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "everything",
        "type": "object",
        "properties": all,
        "definitions": definitions,
    })
}

/// A type, with all properties in it, inherited ones too.
fn definition(schema: &Schema, name: &str) -> Value {
    if let Some(members) = schema.types.get(name).and_then(|ty| ty.members.as_ref()) {
        return json!({ "type": "string", "enum": members });
    }
    let mut properties = Map::new();
    for property in schema.properties(name) {
        let single = reference(schema, &property.ty);
        let ty = if property.is_collection { json!({ "type": "array", "items": single }) } else { single };
        properties.insert(property.name.clone(), ty);
    }
    json!({ "type": "object", "properties": properties })
}

fn bare(name: &str) -> String {
    name.trim_start_matches(NAMESPACE).to_owned()
}

fn reference(schema: &Schema, ty: &str) -> Value {
    match ty.strip_prefix("Edm.") {
        Some("Boolean") => json!({ "type": "boolean" }),
        Some("Byte" | "SByte" | "Int16" | "Int32" | "Int64") => json!({ "type": "integer" }),
        Some("Single" | "Double" | "Decimal") => json!({ "type": "number" }),
        Some("Stream" | "Untyped") => json!({}),
        Some(_) => json!({ "type": "string" }),
        None if ty == ENTITY || !schema.types.contains_key(ty) => json!({}),
        None => json!({ "$ref": format!("#/definitions/{}", bare(ty)) }),
    }
}
