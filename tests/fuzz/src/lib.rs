//! What the fuzz targets do with a page.

use msgraph_bindgen::diagnostic::{Diagnostics, render};
use msgraph_bindgen::pipeline::{self, Options};
use msgraph_bindgen::source::{Sources, Version};

/// Reads `text` and what stands around it, and one time in eight takes it the whole way, which is ten times as dear.
/// Whatever it is: nothing panics, every diagnostic can be shown, and what comes out is Rust.
pub fn take_the_whole_way(before: &str, text: &str, behind: &str) {
    let page = format!("{before}{text}{behind}");
    let base = "# base resource type\n\nNamespace: microsoft.graph\n\nAn abstract type.\n\n## Properties\n\n\
                |Property|Type|Description|\n|:-|:-|:-|\n|id|String|The key.|\n";
    let sources = Sources::from_texts([("base.md", base), ("page.md", page.as_str())]);
    let mut cx = Diagnostics::new();
    if !text.len().is_multiple_of(8) {
        pipeline::check(&sources, &mut cx);
        return show(&cx, &sources);
    }
    let made = pipeline::run(&sources, &Options::new(Version::Beta), &mut cx);
    show(&cx, &sources);
    for file in made.unwrap_or_default() {
        if file.path == "mod.rs" || file.path == "tables.rs" {
            assert!(syn::parse_file(&file.text).is_ok(), "no Rust:\n{}", file.text);
        }
    }
}

fn show(cx: &Diagnostics, sources: &Sources) {
    for diagnostic in cx.sorted() {
        assert!(!render(diagnostic, sources, false).is_empty());
    }
}
