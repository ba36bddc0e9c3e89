//! Translations of one set of pages, each with the schema of the English original.

use std::collections::BTreeMap;
use std::path::PathBuf;

use msgraph_bindgen::snapshot;
use msgraph_bindgen::source::{Version, read_docs};
use serde_json::Value;

/// What is the same in every language: kinds, bases, names, types. Not where it was read, nor what the rows say besides.
const KEYS: [&str; 6] = ["kind", "base", "abstract", "open", "key", "members"];
const OF_PROPERTY: [&str; 3] = ["type", "collection", "navigation"];

#[test]
fn chinese_pages_say_what_the_english_ones_say() {
    assert_eq!(types("localised-chinese"), types("localised-english"));
}

#[test]
fn japanese_pages_say_what_the_english_ones_say() {
    assert_eq!(types("localised-japanese"), types("localised-english"));
}

#[test]
fn pages_in_a_language_that_nobody_knows_say_what_the_english_ones_say() {
    assert_eq!(types("localised-unknown-language"), types("localised-english"));
}

#[test]
fn pages_without_english_anchors_say_what_the_english_ones_say() {
    assert_eq!(types("localised-site"), types("localised-english"));
}

#[test]
fn pages_without_a_word_that_we_know_say_what_the_english_ones_say() {
    assert_eq!(types("localised-site-unknown"), types("localised-english"));
}

/// The types of a fixture, a line per fact.
fn types(case: &str) -> BTreeMap<String, Vec<String>> {
    let folder = PathBuf::from("fixtures").join(case);
    let sources = read_docs(&[folder], Some(Version::Beta)).expect("pages").remove(0).sources;
    let resolved = snapshot::resolved(&sources);
    // The IR is followed by the names of the Rust.
    let mut documents = serde_json::Deserializer::from_str(&resolved).into_iter::<Value>();
    let ir = documents.next().expect("the IR").expect("JSON");
    let types = ir["types"].as_object().expect("types").iter();
    types.map(|(name, ty)| (name.clone(), facts(ty))).collect()
}

fn facts(ty: &Value) -> Vec<String> {
    let mut facts: Vec<String> = KEYS.map(|key| format!("{key}: {}", ty[key])).into();
    for (name, property) in ty["properties"].as_object().into_iter().flatten() {
        facts.push(format!("{name}: {:?}", OF_PROPERTY.map(|key| property[key].to_string())));
    }
    facts
}
