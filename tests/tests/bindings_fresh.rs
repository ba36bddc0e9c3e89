//! The bindings that are committed are those of the pages that are committed.

use std::path::Path;

use msgraph_bindgen::config::Config;
use msgraph_bindgen::diagnostic::Diagnostics;
use msgraph_bindgen::output::{Difference, arrange, check};
use msgraph_bindgen::pipeline;
use msgraph_bindgen::source::read_docs;

#[test]
fn the_bindings_are_fresh() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
    let config = Config::default();
    let docs: Vec<_> = config.docs.iter().map(|path| root.join(path)).collect();
    let versions = read_docs(&docs, config.api_version).expect("pages").into_iter().map(|docs| {
        let options = config.options(docs.version);
        let made = pipeline::run(&docs.sources, &options, &mut Diagnostics::new());
        (docs.version, made.expect("bindings"))
    });
    let files = arrange(versions.collect());
    let differences = check(&root.join(&config.out), &files).expect("the bindings can be read");
    let shown: Vec<String> = differences.iter().map(Difference::to_string).collect();
    assert!(
        shown.is_empty(),
        "{} is not fresh; run `cargo run --release -p msgraph-bindgen -- generate` in the workspace\n\n{}",
        config.out.display(),
        shown.join("\n")
    );
}
