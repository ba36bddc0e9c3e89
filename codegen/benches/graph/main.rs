//! What reading all of Graph's pages costs, stage by stage:
//! `MSGRAPH_DOCS=path cargo bench -p msgraph-bindgen --features internals`.
//!
//! First a table of the ratios that the project promises, then every stage by itself. Arguments, such as the name of a
//! stage, are Divan's, and leave the table out.

mod ratios;
mod rows;

use mimalloc::MiMalloc;
use rows::{Row, VERSIONS};

use msgraph_bindgen::source::Version;

/// The command's own.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() {
    if rows::docs(Version::Beta).is_none() {
        println!("MSGRAPH_DOCS does not name a checkout of the documentation: nothing to measure");
        return;
    }
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    match arguments.first().map(String::as_str) {
        Some(ratios::PEAK) => ratios::print_peak(),
        Some(_) => divan::main(),
        None => {
            ratios::print();
            divan::main();
        }
    }
}

#[divan::bench(args = VERSIONS)]
fn a_read(version: Version) -> Option<usize> {
    Row::Read.run(version)
}

#[divan::bench(args = VERSIONS)]
fn b_read_and_bare_markdown(version: Version) -> Option<usize> {
    Row::BareMarkdown.run(version)
}

#[divan::bench(args = VERSIONS)]
fn c_pages(version: Version) -> Option<usize> {
    Row::Pages.run(version)
}

#[divan::bench(args = VERSIONS)]
fn d_schema(version: Version) -> Option<usize> {
    Row::Schema.run(version)
}

#[divan::bench(args = VERSIONS)]
fn e_resolved(version: Version) -> Option<usize> {
    Row::Resolved.run(version)
}

#[divan::bench(args = VERSIONS)]
fn f_emitted(version: Version) -> Option<usize> {
    Row::Emitted.run(version)
}

#[divan::bench(args = VERSIONS)]
fn g_formatted(version: Version) -> Option<usize> {
    Row::Formatted.run(version)
}

#[divan::bench(args = VERSIONS)]
fn h_written(version: Version) -> Option<usize> {
    Row::Written.run(version)
}
