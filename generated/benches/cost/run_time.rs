//! What it costs to read and write, and to hold what was read.

use std::error::Error;
use std::path::Path;
use std::process::{Command, Stdio};

use super::crates::{self, Crates, RELEASE};
use super::records::Records;

/// Nanoseconds, and if valgrind is there, instructions.
pub(crate) fn run_time(crates: &Crates, records: &mut Records) -> Result<(), Box<dyn Error>> {
    crates::run(&mut crates.cargo(&["run-time"], RELEASE))?;
    let program = crates.program("run-time");
    for line in text(&mut Command::new(&program))?.lines() {
        let [row, ours, plain] = line.split_whitespace().collect::<Vec<_>>()[..] else {
            return Err(format!("run-time printed {line:?}").into());
        };
        records.set(&format!("{row}/ours/time"), vec![ours.parse()?])?;
        records.set(&format!("{row}/anchor/time"), vec![plain.parse()?])?;
        for side in ["ours", "anchor"] {
            let count = |times: &str| instructions(&program, row, side, times);
            // What is not the row itself is the same whatever the number. The first times are dearer: memory is fresh.
            if let (Some(often), Some(twice)) = (count("10"), count("2")) {
                records.set(&format!("{row}/{side}/instructions"), vec![(often - twice) / 8.0])?;
            }
        }
    }
    Ok(())
}

/// How many instructions valgrind counts, if it is there.
fn instructions(program: &Path, row: &str, side: &str, times: &str) -> Option<f64> {
    let mut valgrind = Command::new("valgrind");
    valgrind.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]).arg(program).args([row, side, times]);
    let output = valgrind.output().ok()?;
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    let (_, count) = text.rsplit_once("Collected :")?;
    count.split_whitespace().next()?.parse().ok()
}

/// Bytes per user.
pub(crate) fn memory(crates: &Crates, records: &mut Records) -> Result<(), Box<dyn Error>> {
    crates::run(&mut crates.cargo(&["memory"], RELEASE))?;
    let text = text(&mut Command::new(crates.program("memory")))?;
    let (ours, anchor) = text.trim().split_once(' ').ok_or("memory printed no two numbers")?;
    records.set("memory/ours/bytes", vec![ours.parse()?])?;
    records.set("memory/anchor/bytes", vec![anchor.parse()?])
}

fn text(command: &mut Command) -> Result<String, Box<dyn Error>> {
    let output = command.stderr(Stdio::inherit()).output()?;
    if !output.status.success() {
        return Err(format!("{command:?} failed").into());
    }
    Ok(String::from_utf8(output.stdout)?)
}
