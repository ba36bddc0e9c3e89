//! Translations of one set of pages, each with the schema of the English original; and real pages in words of nobody's.

use std::collections::BTreeMap;
use std::path::PathBuf;

use msgraph_bindgen::snapshot;
use msgraph_bindgen::source::{Sources, Version, read_docs};
use msgraph_bindgen_tests::{real_docs, tell};
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

#[test]
fn the_real_pages_in_words_that_nobody_knows_say_nearly_the_same() {
    let Some(root) = real_docs("the_real_pages_in_words_that_nobody_knows_say_nearly_the_same") else { return };
    let docs = read_docs(&[root], Some(Version::V1_0)).expect("pages").remove(0);
    let pages = docs.sources.iter().map(|(_, source)| (source.path.as_str(), foreign_page(&source.text)));
    let pages: Vec<_> = pages.collect();
    let foreign = Sources::from_texts(pages.iter().map(|(path, text)| (*path, text.as_str())));
    let (english, foreign) = (types_of(&docs.sources), types_of(&foreign));
    let kept = |is_kept: fn(&str) -> bool| {
        let facts = |facts: &Vec<String>| facts.iter().filter(|fact| is_kept(fact)).cloned().collect::<Vec<_>>();
        let same = english.iter().filter(|(name, all)| foreign.get(*name).map(facts) == Some(facts(all))).count();
        same * 100 / english.len()
    };
    let [bases, everything] = [kept(|fact| fact.starts_with("base:")), kept(|_| true)];
    tell(&format!("of {} types {bases} % keep their base in unknown words, {everything} % everything", english.len()));
    // What only words tell is lost: what is abstract, values that are words themselves.
    assert!(bases >= 95 && everything >= 90, "{bases} % and {everything} %");
}

/// The types of a fixture, a line per fact.
fn types(case: &str) -> BTreeMap<String, Vec<String>> {
    let folder = PathBuf::from("fixtures").join(case);
    types_of(&read_docs(&[folder], Some(Version::Beta)).expect("pages").remove(0).sources)
}

fn types_of(sources: &Sources) -> BTreeMap<String, Vec<String>> {
    let resolved = snapshot::resolved(sources);
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

/// `page` as somebody wrote it whose words we don't know: what is code, metadata, a link or an identifier stays.
fn foreign_page(page: &str) -> String {
    let (mut is_verbatim, mut in_front_matter, mut text) = (false, page.starts_with("---"), String::new());
    for (number, line) in page.split_inclusive('\n').enumerate() {
        let marks = line.trim_start().starts_with("```") || line.contains("<!--") != line.contains("-->");
        let keep = is_verbatim || in_front_matter || marks || line.contains("<!--") || line.starts_with("Namespace");
        is_verbatim ^= marks;
        in_front_matter &= number == 0 || line.trim_end() != "---";
        // Names and types stand in the first two cells of rows.
        let cells = line.starts_with('|').then(|| line.match_indices('|').nth(2)).flatten();
        let at = cells.map_or(0, |(at, _)| at);
        let (kept, rest) = if keep { (line, "") } else { line.split_at(at) };
        text.push_str(kept);
        rest.split_inclusive([' ', '|', '\n']).for_each(|word| foreign_word(word, &mut text));
    }
    text
}

/// Adds `word` to `text`, all its letters with diacritics, unless it may be a name or part of a link.
fn foreign_word(word: &str, text: &mut String) {
    let inner = word.get(1..).unwrap_or_default();
    let is_kept = word.contains(['`', '[', ']', '(', ')', '<', '>', '*', '_', '/', '#', '$', '"'])
        || inner.contains(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit())
        || inner.trim_end().trim_end_matches('.').contains('.');
    // Letters and their capitals take turns in "Latin Extended Additional".
    let foreign = |c: char| match c {
        'a'..='z' if !is_kept => char::from_u32(0x1e01 + 2 * (c as u32 - 'a' as u32)).unwrap_or(c),
        'A'..='Z' if !is_kept => char::from_u32(0x1e00 + 2 * (c as u32 - 'A' as u32)).unwrap_or(c),
        c => c,
    };
    text.extend(word.chars().map(foreign));
}
