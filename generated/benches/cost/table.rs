//! The table, as Markdown.

use super::prepare::Types;
use super::records::Records;

/// Stands in a table that lacks a row.
pub(crate) const NOT_MEASURED: &str = "not measured";

/// A row about building.
struct Compile {
    name: &'static str,
    /// What is recorded of it; more than one is added up.
    rows: &'static [&'static str],
    of: &'static str,
    unit: &'static str,
    /// The anchor's number, if it is none that is measured here.
    fixed: Option<f64>,
    wanted: f64,
}

const fn compile(name: &'static str, rows: &'static [&'static str], of: &'static str, wanted: f64) -> Compile {
    Compile { name, rows, of, unit: "s", fixed: None, wanted }
}

const COMPILE: [Compile; 9] = [
    compile("`cargo check` of all types, processor", &["check"], "cpu", 0.15),
    Compile { unit: "MB", ..compile("… memory at its peak", &["check"], "peak", 0.30) },
    compile("`cargo check` of the five's closure, processor", &["check-five"], "cpu", 0.15),
    Compile { unit: "MB", ..compile("… memory at its peak", &["check-five"], "peak", 0.30) },
    compile("development build of all types, processor", &["library"], "cpu", 0.15),
    compile(
        "release build of the five's closure and of a binary, processor",
        &["release-library", "release-binary"],
        "cpu",
        0.10,
    ),
    Compile {
        fixed: Some(55.0),
        ..compile(
            "the five's binary again, its own source edited: release, processor",
            &["rebuild-release"],
            "cpu",
            0.15,
        )
    },
    Compile { fixed: Some(21.0), ..compile("… development, processor", &["rebuild-dev"], "cpu", 0.15) },
    Compile { fixed: Some(1.0), ..compile("… development, seconds that pass", &["rebuild-dev"], "wall", 1.5) },
];

const RUN_TIME: [(&str, &str, Option<f64>); 8] = [
    ("reading plain users", "read-plain", Some(1.0)),
    ("reading events, which are rich and nested", "read-rich", None),
    ("reading attachments, `@odata.type` first", "read-first", Some(1.0)),
    ("… second", "read-second", Some(1.1)),
    ("… last", "read-last", Some(1.7)),
    ("writing plain users", "write-plain", Some(1.25)),
    ("writing events", "write-rich", Some(1.1)),
    ("writing attachments", "write-tagged", Some(1.25)),
];

pub(crate) fn table(records: &Records, types: &Types) -> String {
    let (all, five) = (types.all, types.five.types.len());
    let mut text = format!(
        "# What the bindings cost

Written by `MSGRAPH_DOCS=… cargo bench -p msgraph-bindings --bench cost`, from the pages of beta. *All types* are the {all}
documented ones; *the five* are `user`, `message`, `group`, `driveItem` and `event`, whose closure has {five} types.

The anchor is the same types as a good engineer writes them with `serde_derive` (`benches/cost/anchor.rs`): flat structs with
the same fields and derives, enums over derived types that keep what is of unknown type, open enums. It drops unknown members,
which the bindings keep.

## Compiling

Dependencies are built before. Processor seconds, and seconds that pass, of all processes that cargo starts; memory of the
largest; medians of `n` runs. Nothing is kept from the build before, but for the binary's development build, which is
incremental, as it is at home. What stands in brackets was measured by an earlier study of another thousand types, or is a
limit.

| | bindings | anchor | ratio | wanted | | n |
|---|--:|--:|--:|--:|---|--:|
"
    );
    for Compile { name, rows, of, unit, fixed, wanted } in COMPILE {
        let sum = |side: &str| {
            let found: Option<Vec<(f64, usize)>> =
                rows.iter().map(|row| records.median(&format!("{row}/{side}/{of}"))).collect();
            let found = found?;
            Some((found.iter().map(|(median, _)| median).sum::<f64>(), found.iter().map(|(_, runs)| *runs).min()?))
        };
        let anchor = match fixed {
            Some(number) => Some((number, format!("({number} {unit})"), 0)),
            None => sum("anchor").map(|(median, runs)| (median, format!("{median:.1} {unit}"), runs)),
        };
        let Some((ours, runs)) = sum("ours") else {
            text += &format!("| {name} | {NOT_MEASURED} | | {} | |\n", verdict(None, Some(wanted)));
            continue;
        };
        let runs = match &anchor {
            Some((_, _, anchors)) if *anchors > 0 && *anchors != runs => format!("{runs}, {anchors}"),
            _ => runs.to_string(),
        };
        let (anchor, ratio) = match anchor {
            Some((number, shown, _)) => (shown, Some(ours / number)),
            None => ("not run".to_owned(), None),
        };
        text += &format!("| {name} | {ours:.1} {unit} | {anchor} | {} | {runs} |\n", verdict(ratio, Some(wanted)));
    }
    text += &run_time(records);
    text += &memory(records);
    text += &peers(records);
    text
}

fn run_time(records: &Records) -> String {
    let mut text = "
## Reading and writing one megabyte

The anchor is plain structs of serde_derive *without* polymorphism, which is the practical limit: each attachment is read as
the very type that it is. Times are medians of 31 rounds in turn, in processor microseconds; instructions are counted by
callgrind, and are what is compared.

| | bindings | anchor | ratio | instructions, bindings | anchor | ratio | wanted | |
|---|--:|--:|--:|--:|--:|--:|--:|---|
"
    .to_owned();
    for (name, row, wanted) in RUN_TIME {
        let pair = |of: &str, scale: f64| {
            let side = |side: &str| records.median(&format!("{row}/{side}/{of}")).map(|(value, _)| value / scale);
            side("ours").zip(side("anchor"))
        };
        let Some((ours, anchor)) = pair("time", 1e3) else {
            text += &format!("| {name} | {NOT_MEASURED} | | | | | {} |\n", verdict(None, wanted));
            continue;
        };
        text += &format!("| {name} | {ours:.0} µs | {anchor:.0} µs | {:.2} |", ours / anchor);
        text += &match pair("instructions", 1e6) {
            Some((ours, anchor)) => {
                format!(" {ours:.1} M | {anchor:.1} M | {} |\n", verdict(Some(ours / anchor), wanted))
            }
            None => format!(" | | {} |\n", verdict(Some(ours / anchor), wanted)),
        };
    }
    text
}

fn memory(records: &Records) -> String {
    let side = |side: &str| records.median(&format!("memory/{side}/bytes"));
    let cells = match side("ours").zip(side("anchor")) {
        Some(((ours, _), (anchor, _))) => {
            format!("{ours:.0} | {anchor:.0} | {}", verdict(Some(ours / anchor), Some(1.1)))
        }
        None => format!("{NOT_MEASURED} | | {}", verdict(None, Some(1.1))),
    };
    format!(
        "
## Memory

A struct itself and what it holds on the heap. The anchor's is its own struct with what a plain one of the same values holds.

| | bindings | anchor | ratio | wanted | |
|---|--:|--:|--:|--:|---|
| bytes per user, of 10,000 users read | {cells} |
"
    )
}

fn peers(records: &Records) -> String {
    let mut text = "
## Peers

Other generators, given the five's closure as a JSON Schema in which every property holds the very type that it names.
Medians, processor seconds; the bindings' generation reads all pages of beta. Quicktype's generation
includes that Node starts. Neither peer keeps unknown members or values of enums, and neither reads derived types.

| | generating | `cargo check` | memory at its peak |
|---|--:|--:|--:|
"
    .to_owned();
    for (name, side) in [("bindings", "ours"), ("typify 0.6", "typify"), ("quicktype 26", "quicktype")] {
        let median = |row: &str, of: &str| records.median(&format!("peers-{row}/{side}/{of}")).map(|(value, _)| value);
        text += &match (median("generate", "cpu"), median("check", "cpu"), median("check", "peak")) {
            (Some(generate), Some(check), Some(peak)) => {
                format!("| {name} | {generate:.2} s | {check:.1} s | {peak:.1} MB |\n")
            }
            _ => format!("| {name} | {NOT_MEASURED} | | |\n"),
        };
    }
    text
}

/// Ratio, wanted ratio, and whether it is reached.
fn verdict(ratio: Option<f64>, wanted: Option<f64>) -> String {
    let shown = ratio.map_or(String::new(), |ratio| format!("{ratio:.2}"));
    match (ratio, wanted) {
        (Some(ratio), Some(wanted)) => {
            format!("{shown} | ≤ {wanted:.2} | {}", if ratio <= wanted { "reached" } else { "**missed**" })
        }
        (None, Some(wanted)) => format!("{shown} | ≤ {wanted:.2} | "),
        (_, None) => format!("{shown} | | "),
    }
}
