//! What the bindings cost, beside the same types written with `serde_derive`:
//!
//! ```text
//! MSGRAPH_DOCS=path cargo bench -p msgraph-bindings --bench cost [-- [ROW]… [--runs N] [--keep-anchor]]
//! ```
//!
//! measures the rows named (`check`, `check-five`, `library`, `binary`, `rebuild`, `run-time`, `memory`, `peers`; all without any), and
//! writes the table to `docs/cost.md` if it is complete. Rows that are not measured, and with `--keep-anchor` the anchor's,
//! are those of earlier runs, which `target/cost/records.json` keeps; `prepare` measures none. Everything is built below
//! `target/cost`.
#![allow(clippy::disallowed_methods, reason = "a benchmark reads and writes files of its own")]

mod anchor;
mod compile;
mod crates;
mod peers;
mod prepare;
mod records;
mod run_time;
mod schema;
mod table;
mod usage;

use std::error::Error;
use std::path::{Path, PathBuf};

use crates::Crates;
use prepare::Tool;
use records::Records;

/// What the command line asks for.
struct Options {
    rows: Vec<String>,
    /// Of cheap rows; dear ones take one.
    runs: usize,
    keep_anchor: bool,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1).filter(|argument| argument != "--bench").peekable();
    if arguments.next_if(|argument| argument == usage::MEASURE).is_some() {
        return usage::run(arguments);
    }
    let Some(docs) = std::env::var_os("MSGRAPH_DOCS").map(PathBuf::from) else {
        println!("MSGRAPH_DOCS does not name a checkout of the documentation: nothing to measure");
        return Ok(());
    };
    let options = options(arguments)?;
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize()?;
    let root = project.join("target/cost");
    let crates = Crates::new(root.clone(), &project.join("Cargo.lock"))?;
    let tool = Tool { project: &project, docs: &docs };
    let types = prepare::prepare(&crates, &tool)?;
    let mut records = Records::open(root.join("records.json"));
    let asked = |row: &str| options.rows.is_empty() || options.rows.iter().any(|asked| asked == row);
    for (row, measure) in compile::ROWS {
        if asked(row) {
            measure(&crates, &options, &mut records)?;
        }
    }
    if asked("run-time") {
        run_time::run_time(&crates, &mut records)?;
    }
    if asked("memory") {
        run_time::memory(&crates, &mut records)?;
    }
    if asked("peers") {
        peers::peers(&crates, &tool, &types.five, &options, &mut records)?;
    }
    let text = table::table(&records, &types);
    println!("{text}");
    if text.contains(table::NOT_MEASURED) {
        println!("docs/cost.md is not written: rows of it were never measured here");
        return Ok(());
    }
    let report = project.join("generated/docs/cost.md");
    std::fs::create_dir_all(project.join("generated/docs"))?;
    Ok(std::fs::write(report, text)?)
}

fn options(mut arguments: impl Iterator<Item = String>) -> Result<Options, Box<dyn Error>> {
    let mut options = Options { rows: Vec::new(), runs: 5, keep_anchor: false };
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--runs" => options.runs = arguments.next().ok_or("--runs needs a number")?.parse()?,
            "--keep-anchor" => options.keep_anchor = true,
            "prepare" | "check" | "check-five" | "library" | "binary" | "rebuild" | "run-time" | "memory" | "peers" => {
                options.rows.push(argument);
            }
            _ => return Err(format!("there is no row {argument}").into()),
        }
    }
    Ok(options)
}
