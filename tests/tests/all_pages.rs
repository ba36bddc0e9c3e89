//! All of Graph, where `MSGRAPH_DOCS` names a checkout of the documentation: nothing may panic, everything must come out.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use msgraph_bindgen::config::Config;
use msgraph_bindgen::diagnostic::Diagnostics;
use msgraph_bindgen::output::{self, Outcome};
use msgraph_bindgen::pipeline::RustFile;
use msgraph_bindgen::source::{Docs, Source, Sources, Version, read_docs};
use msgraph_bindgen::stages::{self, Counts, Summary};
use msgraph_bindgen_tests::{real_docs, tell};

type Files = BTreeMap<String, String>;

/// The pages of `docs` whose number is `wanted`, once they were brought into another `order`.
fn sources(docs: &Docs, wanted: impl Fn(usize) -> bool, order: impl FnOnce(&mut Vec<(String, String)>)) -> Sources {
    let copy = |(_, source): (_, &Source)| (source.path.clone(), source.text.clone());
    let mut texts: Vec<_> =
        docs.sources.iter().map(copy).enumerate().filter(|(at, _)| wanted(*at)).map(|(_, text)| text).collect();
    order(&mut texts);
    Sources::from_texts(texts.iter().map(|(path, text)| (path.as_str(), text.as_str())))
}

fn run(docs: &Docs, sources: &Sources) -> (Files, String) {
    let mut cx = Diagnostics::new();
    let options = Config::default().options(docs.version);
    let (files, counts) =
        stages::run_and(sources, &options, &mut cx, |resolved, _| Counts::of(resolved)).expect("bindings");
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
fn neither_the_order_of_the_files_nor_the_threads_show() {
    let Some(root) = real_docs("neither_the_order_of_the_files_nor_the_threads_show") else { return };
    for docs in &read_docs(&[root], None).expect("pages") {
        let reversed = sources(docs, |_| true, |texts| texts.reverse());
        let files = stages::on_threads(1, || run(docs, &docs.sources)).0;
        for threads in [2, 3] {
            let other = stages::on_threads(threads, || run(docs, &reversed)).0;
            assert!(files == other, "{}: the order of the files, or {threads} threads, show", docs.version);
        }
    }
}

#[test]
fn a_second_run_writes_nothing() {
    let Some(root) = real_docs("a_second_run_writes_nothing") else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let write = || {
        let docs = read_docs(std::slice::from_ref(&root), Some(Version::V1_0)).expect("pages").remove(0);
        let files = run(&docs, &docs.sources).0;
        let files: Vec<RustFile> = files.into_iter().map(|(path, text)| RustFile { path, text }).collect();
        output::write(folder.path(), &files).expect("files")
    };
    let modified = || {
        let files = fs::read_dir(folder.path()).expect("a folder").map(|file| file.expect("a file"));
        let time = |file: &fs::DirEntry| file.metadata().and_then(|file| file.modified()).expect("a time");
        files.map(|file| (file.file_name(), time(&file))).collect::<BTreeMap<_, _>>()
    };
    let first = write();
    let times = modified();
    assert_eq!(write(), Outcome { written: 0, unchanged: first.written, removed: 0 });
    assert_eq!(modified(), times);
}

/// What has a name in Rust, by what it is called in the docs, and whether that is spelled by lists of types alone: some spell
/// it otherwise than its page does (`builtinIdentityProvider`).
type Names = BTreeMap<String, (String, bool)>;

fn names(docs: &Docs, sources: &Sources) -> Names {
    let options = Config::default().options(docs.version);
    let names = stages::run_and(sources, &options, &mut Diagnostics::new(), |resolved, _| {
        let mut names = Names::new();
        for (id, ty) in resolved.types() {
            let is_only_listed = ty.pages.is_empty() && resolved.structured(id).is_some();
            let module = &resolved.module(ty.module).path;
            let path: Vec<String> = module.iter().chain([&ty.ident]).map(ToString::to_string).collect();
            names.insert(ty.name.as_str().to_lowercase(), (path.join("::"), is_only_listed));
            for (_, property) in resolved.all_properties(id) {
                let name = format!("{}/{}", ty.name, property.name).to_lowercase();
                names.insert(name, (property.ident.to_string(), false));
            }
        }
        names
    });
    names.expect("bindings").1
}

#[test]
fn more_pages_change_no_names() {
    let Some(root) = real_docs("more_pages_change_no_names") else { return };
    for docs in &read_docs(&[root], None).expect("pages") {
        let half = names(docs, &sources(docs, |number| number % 2 == 0, |_| {}));
        let all = names(docs, &docs.sources);
        let is_same = |(half, is_only_listed): &(String, bool), all: &str| {
            half == all || *is_only_listed && half.eq_ignore_ascii_case(all)
        };
        let changed: Vec<_> =
            half.iter().filter(|(name, rust)| all.get(*name).is_some_and(|all| !is_same(rust, &all.0))).collect();
        assert!(changed.is_empty(), "{}: {changed:?}", docs.version);
        let kept = half.keys().filter(|name| all.contains_key(*name)).count();
        assert!(kept > 1000, "{kept} names in common");
    }
}

#[test]
fn every_namespace_is_one_module() {
    let Some(root) = real_docs("every_namespace_is_one_module") else { return };
    for docs in &read_docs(&[root], None).expect("pages") {
        let options = Config::default().options(docs.version);
        let (files, modules) = stages::run_and(&docs.sources, &options, &mut Diagnostics::new(), |resolved, _| {
            let mut modules: BTreeMap<String, String> = BTreeMap::new();
            for (_, ty) in resolved.types() {
                let path: Vec<&str> = resolved.module(ty.module).path.iter().map(|ident| ident.as_str()).collect();
                let file = if path.is_empty() { "mod.rs".to_owned() } else { format!("{}.rs", path.join("/")) };
                let namespace = ty.name.namespace().to_string();
                assert_eq!(*modules.entry(namespace).or_insert_with(|| file.clone()), file, "{}", ty.name);
            }
            modules
        })
        .expect("bindings");
        let of_modules: BTreeSet<&str> = modules.values().map(String::as_str).collect();
        assert!(modules.len() > 1 && of_modules.len() == modules.len(), "{modules:?}");
        assert!(of_modules.iter().all(|module| files.iter().any(|file| file.path == *module)), "{modules:?}");
    }
}
