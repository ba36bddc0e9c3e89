//! Writes the crates that are measured.

use std::error::Error;
use std::path::Path;
use std::process::Command;

use super::anchor::{self, Hierarchies};
use super::crates::{Crates, Dependency, NIX, SERDE, SERDE_JSON, STATS_ALLOC};
use super::schema::{NAMESPACE, Schema};

/// The types that the binaries read and write.
const FIVE: [&str; 5] = ["user", "message", "group", "driveItem", "event"];

/// How many types there are.
pub(crate) struct Types {
    /// In all of beta.
    pub(crate) all: usize,
    /// Reached from the five.
    pub(crate) five: usize,
}

/// Writes all crates, and counts their types.
pub(crate) fn prepare(crates: &Crates, project: &Path, docs: &Path) -> Result<Types, Box<dyn Error>> {
    let tool = Tool { project, docs };
    let schema = Schema::parse(&tool.run(&["ir"])?)?;
    let five = schema.closure(&FIVE, |_| true);
    let serde = [SERDE, SERDE_JSON];
    for (name, schema, selected) in [("all", &schema, false), ("five", &five, true)] {
        crates.add(&format!("{name}-anchor"), &serde, &[("lib.rs", &anchor::emit(schema, Hierarchies::Enums))])?;
        tool.bindings(crates, &format!("{name}-ours"), schema, selected)?;
    }
    for side in ["ours", "anchor"] {
        let library = format!("five-{side}");
        let needs = [Dependency::Member("bindings", &library), SERDE, SERDE_JSON];
        crates.add(&format!("binary-{side}"), &needs, &[("main.rs", include_str!("programs/five.rs"))])?;
    }
    // What the documents hold; other navigation properties are JSON values there, so that it builds in minutes.
    let names = ["user", "event", "fileAttachment"];
    let plain = anchor::emit(&schema.closure(&names, |_| false), Hierarchies::Ignored);
    crates.add("plain", &serde, &[("lib.rs", &plain)])?;
    let payloads = ("payloads.rs", include_str!("programs/payloads.rs"));
    let both = [Dependency::Member("bindings", "five-ours"), Dependency::Member("plain", "plain"), SERDE, SERDE_JSON];
    let main = ("main.rs", include_str!("programs/run_time.rs"));
    crates.add("run-time", &[both.as_slice(), &[NIX]].concat(), &[main, payloads])?;
    let main = ("main.rs", include_str!("programs/memory.rs"));
    let needs = [Dependency::Member("anchor", "five-anchor"), STATS_ALLOC];
    crates.add("memory", &[both.as_slice(), &needs].concat(), &[main, payloads])?;
    Ok(Types { all: schema.types.len(), five: five.types.len() })
}

/// `msgraph-bindgen`.
struct Tool<'a> {
    project: &'a Path,
    docs: &'a Path,
}

impl Tool<'_> {
    fn run(&self, arguments: &[&str]) -> Result<String, Box<dyn Error>> {
        let mut command = Command::new(env!("CARGO"));
        command.args(["run", "--quiet", "--release", "-p", "msgraph-bindgen", "--locked", "--"]).args(arguments);
        command.args(["--api-version", "beta", "--docs"]).arg(self.docs);
        let output = command.current_dir(self.project).output()?;
        // Findings on the pages are none of ours.
        match output.status.code() {
            Some(0 | 1) => Ok(String::from_utf8(output.stdout)?),
            _ => Err(String::from_utf8_lossy(&output.stderr).into()),
        }
    }

    /// A crate of bindings; all of them, or only those of `schema`.
    fn bindings(&self, crates: &Crates, name: &str, schema: &Schema, selected: bool) -> Result<(), Box<dyn Error>> {
        crates.add(name, &[SERDE, SERDE_JSON], &[("lib.rs", "mod bindings;\npub use bindings::*;\n")])?;
        let out = crates.root.join("crates").join(name).join("src/bindings").display().to_string();
        let mut arguments = vec!["generate", "--out", &out];
        if selected {
            arguments.extend(schema.types.keys().flat_map(|name| ["--select", name.trim_start_matches(NAMESPACE)]));
        }
        self.run(&arguments).map(|_| ())
    }
}
