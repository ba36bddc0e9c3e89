//! The ratios that the project promises, all from one run: the stages take turns, on one thread and on two, so that
//! whatever else the machine does falls on all of them. Medians are shown. Files are written to memory, if it has a folder.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::process::Command;
use std::time::Instant;

use msgraph_bindgen::source::{Sources, Version};
use msgraph_bindgen::stages;

use crate::rows::{Row, docs};

/// The argument of a process that shows how much memory the whole way takes.
pub const PEAK: &str = "--peak";

/// How often every stage is measured.
const TURNS: usize = 11;

/// Names of two more rows: all pages, and every other one, from memory to the resolved schema.
const WHOLE: &str = "whole";
const HALF: &str = "half";

/// Milliseconds by stage and number of threads.
type Times = BTreeMap<(String, usize), Vec<f64>>;

/// Prints the table.
pub fn print() {
    let times = times();
    let median = |stage: &str, threads: usize| {
        let mut times = times.get(&(stage.to_owned(), threads)).cloned().unwrap_or_default();
        times.sort_by(f64::total_cmp);
        times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
    };
    println!("beta, ms                     1 thread   2 threads");
    for stage in Row::ALL.map(|row| format!("{row:?}")) {
        println!("{stage:<26} {:>10.1} {:>11.1}", median(&stage, 1), median(&stage, 2));
    }
    println!("\nratio                        1 thread   2 threads   wanted");
    let ratio = |name: &str, above: &str, below: &str, wanted: &str| {
        let [one, two] = [1, 2].map(|threads| median(above, threads) / median(below, threads));
        println!("{name:<26} {one:>10.2} {two:>11.2}   {wanted}");
    };
    ratio("resolved / bare Markdown", "Resolved", "BareMarkdown", "at most 1.5");
    ratio("written / bare Markdown", "Written", "BareMarkdown", "at most 6 and 4");
    ratio("all pages / half of them", WHOLE, HALF, "at most 2.1");
    for stage in ["Resolved", "Written"] {
        let faster = median(stage, 1) / median(stage, 2);
        println!("{:<37} {faster:>11.2}   at least 1.7", format!("one thread / two, {stage:?}"));
    }
    if let Some(peak) = peak() {
        println!("{:<37} {peak:>11.2}   at most 12", "memory / size of the pages");
    }
    println!();
}

fn times() -> Times {
    let Some(docs) = docs(Version::Beta) else { return Times::new() };
    let pages = || docs.sources.pages().map(|(_, page)| (page.path.as_str(), page.text.as_str()));
    let whole = Sources::from_texts(pages());
    let half = Sources::from_texts(pages().step_by(2));
    let mut times = Times::new();
    // The first turn fills caches and the allocator.
    for turn in 0..=TURNS {
        for threads in [1, 2] {
            let mut measure = |stage: &str, work: &(dyn Fn() -> Option<usize> + Sync)| {
                let begin = Instant::now();
                black_box(stages::on_threads(threads, work));
                if turn > 0 {
                    let time = begin.elapsed().as_secs_f64() * 1000.0;
                    times.entry((stage.to_owned(), threads)).or_default().push(time);
                }
            };
            for row in Row::ALL {
                measure(&format!("{row:?}"), &|| row.run(Version::Beta));
            }
            measure(WHOLE, &|| Some(stages::resolved(&whole)));
            measure(HALF, &|| Some(stages::resolved(&half)));
        }
    }
    times
}

/// Prints how often the pages would fit into the most memory that the whole way takes.
pub fn print_peak() {
    let written = Row::Written.run(Version::Beta);
    let pages = docs(Version::Beta).map(|docs| docs.sources.pages().map(|(_, page)| page.text.len()).sum::<usize>());
    #[allow(clippy::disallowed_methods, reason = "no page: what the system knows of this process")]
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB"));
    if let (Some(_), Some(pages), Some(peak)) = (written, pages, peak.and_then(|peak| peak.parse::<f64>().ok())) {
        println!("{}", peak * 1024.0 / pages as f64);
    }
}

/// What [`print_peak`] prints, in a process of its own that has done nothing else.
fn peak() -> Option<f64> {
    let output = Command::new(std::env::current_exe().ok()?).arg(PEAK).output().ok()?;
    String::from_utf8_lossy(&output.stdout).trim().parse().ok()
}
