//! All of Graph, where `MSGRAPH_DOCS` names a checkout of the documentation: nothing may panic, everything must come out.

use std::collections::BTreeMap;

use msgraph_bindgen::config::Config;
use msgraph_bindgen::diagnostic::Diagnostics;
use msgraph_bindgen::pipeline;
use msgraph_bindgen::report::{Counts, Summary};
use msgraph_bindgen::source::{Docs, Source, Sources, read_docs};
use msgraph_bindgen_tests::{real_docs, tell};

type Files = BTreeMap<String, String>;

fn run(docs: &Docs, sources: &Sources) -> (Files, String) {
    let mut cx = Diagnostics::new();
    let options = Config::default().options(docs.version);
    let (files, counts) =
        pipeline::run(sources, &options, &mut cx, |resolved, _| Counts::of(resolved)).expect("bindings");
    let summary = Summary::new(docs.version, sources, counts, &cx);
    let line = format!("{summary}\n  {}", summary.by_rule());
    (files.into_iter().map(|file| (file.path, file.text)).collect(), line)
}

#[test]
fn every_page_goes_the_whole_way() {
    let Some(root) = real_docs("every_page_goes_the_whole_way") else { return };
    let all = read_docs(&[root], None).expect("pages");
    assert_eq!(all.len(), 2, "beta and v1.0");
    for docs in &all {
        let (files, line) = run(docs, &docs.sources);
        tell(&line);
        let pages = docs.sources.pages().count();
        let structs: usize = files.values().map(|text| text.matches("\npub struct ").count()).sum();
        assert!(structs > pages / 2, "{structs} structs from {pages} pages");
    }
}

#[test]
fn the_order_of_the_files_does_not_show() {
    let Some(root) = real_docs("the_order_of_the_files_does_not_show") else { return };
    for docs in &read_docs(&[root], None).expect("pages") {
        let copy = |(_, source): (_, &Source)| (source.path.clone(), source.text.clone());
        let mut texts: Vec<(String, String)> = docs.sources.iter().map(copy).collect();
        texts.reverse();
        let reversed = Sources::from_texts(texts.iter().map(|(path, text)| (path.as_str(), text.as_str())));
        assert!(run(docs, &docs.sources).0 == run(docs, &reversed).0, "{}: the order of the files shows", docs.version);
    }
}
