//! What it costs to compile.

use std::error::Error;

use super::Options;
use super::crates::{CHECK, Crates, DEV, How, RELEASE};
use super::records::Records;
use super::usage::Usage;

type Row = fn(&Crates, &Options, &mut Records) -> Result<(), Box<dyn Error>>;

/// The rows, in the order of the table.
pub(crate) const ROWS: [(&str, Row); 5] = [
    ("check", |crates, options, records| check("all", "check", crates, options, records)),
    ("check-five", |crates, options, records| check("five", "check-five", crates, options, records)),
    ("library", library),
    ("binary", binary),
    ("rebuild", rebuild),
];

/// What the libraries need.
const SERDE: [&str; 2] = ["serde", "serde_json"];

/// `cargo check` of a library.
fn check(
    types: &str,
    row: &str,
    crates: &Crates,
    options: &Options,
    records: &mut Records,
) -> Result<(), Box<dyn Error>> {
    in_turn(records, options, row, options.runs, |side| crates.build(&format!("{types}-{side}"), &SERDE, CHECK))
}

/// `cargo build` of all types.
fn library(crates: &Crates, options: &Options, records: &mut Records) -> Result<(), Box<dyn Error>> {
    in_turn(records, options, "library", options.runs, |side| crates.build(&format!("all-{side}"), &SERDE, DEV))
}

/// `cargo build --release` of the library, and of a binary that uses it.
fn binary(crates: &Crates, options: &Options, records: &mut Records) -> Result<(), Box<dyn Error>> {
    let library = |side: &str| crates.build(&format!("five-{side}"), &SERDE, RELEASE);
    in_turn(records, options, "release-library", options.runs, library)?;
    // The anchor's takes ten minutes of the processor.
    in_turn(records, options, "release-binary", 1, |side| build_binary(crates, side, RELEASE))
}

fn build_binary(crates: &Crates, side: &str, how: How<'_>) -> Result<Usage, Box<dyn Error>> {
    crates.build(&format!("binary-{side}"), &[&format!("five-{side}"), "serde_json"], how)
}

/// The binary alone, as its author builds it all day.
fn rebuild(crates: &Crates, options: &Options, records: &mut Records) -> Result<(), Box<dyn Error>> {
    for (row, how) in [("rebuild-release", RELEASE), ("rebuild-dev", How { incremental: true, ..DEV })] {
        if how.incremental {
            // What the compiler keeps it has from a build before.
            build_binary(crates, "ours", how)?;
        }
        let samples: Vec<Usage> =
            (0..options.runs).map(|_| build_binary(crates, "ours", how)).collect::<Result<_, _>>()?;
        record(records, row, "ours", &samples)?;
    }
    Ok(())
}

/// Measures both sides in turn, so that a busy machine is equally busy for both.
fn in_turn(
    records: &mut Records,
    options: &Options,
    row: &str,
    runs: usize,
    measure: impl Fn(&str) -> Result<Usage, Box<dyn Error>>,
) -> Result<(), Box<dyn Error>> {
    let keep = options.keep_anchor && records.median(&format!("{row}/anchor/cpu")).is_some();
    let mut samples = [Vec::new(), Vec::new()];
    for _ in 0..runs {
        samples[0].push(measure("ours")?);
        if !keep {
            samples[1].push(measure("anchor")?);
        }
    }
    let [ours, anchor] = samples;
    record(records, row, "ours", &ours)?;
    if keep { Ok(()) } else { record(records, row, "anchor", &anchor) }
}

/// Keeps what was measured, under `row/side/…`.
pub(crate) fn record(records: &mut Records, row: &str, side: &str, samples: &[Usage]) -> Result<(), Box<dyn Error>> {
    let all = |of: fn(&Usage) -> f64| samples.iter().map(of).collect::<Vec<f64>>();
    for (name, values) in
        [("cpu", all(|usage| usage.cpu)), ("peak", all(|usage| usage.peak)), ("wall", all(|usage| usage.wall))]
    {
        eprintln!("{row}/{side}/{name}: {values:.2?}");
        records.set(&format!("{row}/{side}/{name}"), values)?;
    }
    Ok(())
}
