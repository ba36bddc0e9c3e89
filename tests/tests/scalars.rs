//! Fields that hold types of other crates in place of the scalars.

use std::fs;

use msgraph_bindgen::config::Config;
use msgraph_bindgen::pipeline::{EmitOptions, Primitive, Scalars};
use msgraph_bindgen::source::{Version, read_docs};
use msgraph_bindgen_tests::{Scratch, page};

/// Reads, copies, compares, shows and writes; then what the types refuse.
const PROGRAM: &str = r##"//! Uses bindings.
#![deny(warnings)]
#![forbid(unsafe_code)]

mod graph;

use chrono::{DateTime, NaiveDate, Utc};
use graph::Watch;
use serde_json::{Value, json};

fn main() {
    let sent = json!({
        "@odata.type": "#microsoft.graph.pocketWatch",
        "codes": ["8F3C2D1E-0a4b-4c5d-9e6f-123456789abc"],
        "made": "2026-01-31T23:59:59.5+01:00",
        "rests": ["2026-02-28", "2026-03-01"],
        "serial": "8f3c2d1e-0a4b-4c5d-9e6f-123456789abc",
        "ticks": 18_000_000_000_000_000_000_u64,
        "turns": [[1, 2], [3]],
    });
    let watch: Watch = serde_json::from_value(sent.clone()).expect("a watch");
    let Watch::PocketWatch(pocket) = &watch else { panic!("{watch:?}") };
    let made: &DateTime<Utc> = pocket.made.as_ref().expect("a time");
    assert_eq!(made.timestamp(), 1_769_900_399);
    let rests: &[NaiveDate] = watch.rests().expect("dates");
    assert_eq!((rests.len(), pocket.ticks), (2, Some(18_000_000_000_000_000_000)));

    let mut expected = sent;
    expected["codes"][0] = json!("8f3c2d1e-0a4b-4c5d-9e6f-123456789abc");
    expected["made"] = json!("2026-01-31T22:59:59.500Z");
    assert_eq!(serde_json::to_value(&watch).expect("JSON"), expected);
    let copy = watch.clone();
    assert_eq!(copy, watch);
    assert!(format!("{copy:?}").contains("rests: [2026-02-28, 2026-03-01]"), "{copy:?}");
    let Watch::PocketWatch(mut other) = copy else { unreachable!() };
    other.codes = Some(vec![uuid::Uuid::nil()]);
    assert_ne!(Watch::from(*other.clone()), watch);
    let other = other.with_turns([Vec::new()]).with_serial(uuid::Uuid::nil()).with_ticks(5);
    assert_eq!(serde_json::to_value(&other).expect("JSON")["turns"], json!([[]]));

    assert_eq!(refusal(json!({"serial": null, "rests": null})), "");
    assert!(refusal(json!({"ticks": "1"})).ends_with(r#"a string: invalid type: string "1", expected u64"#));
    for (member, value) in [
        ("serial", json!("8f3c")),
        ("serial", json!(true)),
        ("rests", json!(["2026-02-28", "2026-02-30"])),
        ("rests", json!([null])),
        ("rests", json!("2026-02-28")),
        ("ticks", json!(-1)),
        ("ticks", json!(["1"])),
        ("turns", json!([{"a": 1}])),
    ] {
        let refusal = refusal(json!({ member: value }));
        println!("{}", refusal.splitn(3, ": ").take(2).collect::<Vec<_>>().join(": "));
    }
}

fn refusal(watch: Value) -> String {
    serde_json::from_value::<Watch>(watch).err().map(|error| error.to_string()).unwrap_or_default()
}
"##;

/// What the types themselves say follows each.
const REFUSALS: &str = "\
value of `Watch.serial`: expected uuid::Uuid, found a string
value of `Watch.serial`: expected uuid::Uuid, found a boolean
value of `Watch.rests[1]`: expected chrono::naive::date::NaiveDate, found a string
value of `Watch.rests[0]`: expected chrono::naive::date::NaiveDate, found null
value of `Watch.rests`: expected a list, found a string
value of `Watch.ticks`: expected u64, found a number
value of `Watch.ticks`: expected u64, found a list
value of `Watch.turns[0]`: expected alloc::vec::Vec<u8>, found an object
";

#[test]
fn other_types_stand_in_place_of_scalars() {
    let rows = "|codes|Guid collection|What it opens.|\n|made|DateTimeOffset|When it was made.|\n\
                |rests|Date collection|When it stands still.|\n|serial|Guid|Its number.|\n\
                |ticks|Int64|How often it ticked.|\n|turns|Binary collection|How it is wound.|\n";
    let folder = tempfile::tempdir().expect("a folder");
    let pages = [("watch", "An abstract type.", rows), ("pocketWatch", "Inherits from [watch](watch.md).", rows)];
    for (name, base, rows) in pages {
        fs::write(folder.path().join(format!("{name}.md")), page(name, base, rows)).expect("a page");
    }
    let docs = read_docs(&[folder.path().to_owned()], Some(Version::Beta)).expect("pages").remove(0);

    let mut scalars = Scalars::default();
    for (primitive, path) in [
        (Primitive::Binary, "Vec<u8>"),
        (Primitive::Date, "chrono::NaiveDate"),
        (Primitive::DateTimeOffset, "chrono::DateTime<chrono::Utc>"),
        (Primitive::Guid, "uuid::Uuid"),
        (Primitive::Int64, "u64"),
    ] {
        scalars.put(primitive, path).expect("the path of a type");
    }
    let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), "scalars");
    scratch.depend("chrono", "version = \"*\"\ndefault-features = false\nfeatures = [\"serde\"]");
    scratch.depend("uuid", "version = \"*\"\ndefault-features = false\nfeatures = [\"serde\"]");
    let emit = EmitOptions { scalars, setters: true, ..EmitOptions::default() };
    assert_eq!(scratch.add_as("graph", &docs, &Config { emit, ..Config::default() }).len(), 2);
    scratch.write("main.rs", PROGRAM);
    assert_eq!(scratch.run(String::new()), REFUSALS);
}
