//! What each room costs on all of Graph's pages: `MSGRAPH_DOCS=path cargo bench -p msgraph-bindgen --features internals`.
//!
//! Every benchmark includes the ones above it, so that a row less the row before is what a room costs. Ratios within a run
//! are what counts. `taskset -c 0` makes a run of one thread.

use std::path::PathBuf;

use msgraph_bindgen::config::Config;
use msgraph_bindgen::diagnostic::Diagnostics;
use msgraph_bindgen::source::{Docs, Version, read_docs};
use msgraph_bindgen::{output, pipeline, stages};
use pulldown_cmark::{Options, Parser};

fn main() {
    if docs(Version::Beta).is_none() {
        println!("MSGRAPH_DOCS does not name a checkout of the documentation: nothing to measure");
        return;
    }
    divan::main();
}

fn docs(version: Version) -> Option<Docs> {
    let root = PathBuf::from(std::env::var_os("MSGRAPH_DOCS")?);
    read_docs(&[root], Some(version)).ok()?.into_iter().next()
}

const VERSIONS: [Version; 2] = [Version::Beta, Version::V1_0];

#[divan::bench(args = VERSIONS)]
fn a_read(version: Version) -> Option<usize> {
    docs(version).map(|docs| docs.sources.bytes())
}

#[divan::bench(args = VERSIONS)]
fn b_read_and_bare_markdown(version: Version) -> Option<usize> {
    let events = |text: &str| Parser::new_ext(text, Options::ENABLE_TABLES).count();
    docs(version).map(|docs| docs.sources.pages().map(|(_, source)| events(&source.text)).sum())
}

#[divan::bench(args = VERSIONS)]
fn c_pages(version: Version) -> Option<usize> {
    docs(version).map(|docs| stages::pages(&docs.sources))
}

#[divan::bench(args = VERSIONS)]
fn d_schema(version: Version) -> Option<usize> {
    docs(version).map(|docs| stages::schema(&docs.sources))
}

#[divan::bench(args = VERSIONS)]
fn e_resolved(version: Version) -> Option<usize> {
    docs(version).map(|docs| stages::resolved(&docs.sources))
}

#[divan::bench(args = VERSIONS)]
fn f_emitted(version: Version) -> Option<usize> {
    docs(version).map(|docs| stages::emitted(&docs.sources, version))
}

#[divan::bench(args = VERSIONS)]
fn g_formatted(version: Version) -> Option<usize> {
    let docs = docs(version)?;
    let options = Config::default().options(version);
    pipeline::run(&docs.sources, &options, &mut Diagnostics::new(), |_, _| ()).ok().map(|(files, ())| files.len())
}

#[divan::bench(args = VERSIONS)]
fn h_written(bencher: divan::Bencher, version: Version) {
    bencher.with_inputs(tempfile::tempdir).bench_values(|folder| {
        let (docs, folder) = (docs(version)?, folder.ok()?);
        let options = Config::default().options(version);
        let (files, ()) = pipeline::run(&docs.sources, &options, &mut Diagnostics::new(), |_, _| ()).ok()?;
        output::write(folder.path(), &files).ok().map(|done| done.written)
    });
}
