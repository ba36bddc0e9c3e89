//! Writes the crates that are measured.

use std::error::Error;
use std::path::Path;
use std::process::Command;

use super::anchor::{self, Hierarchies};
use super::crates::{self, Crates, Dependency, NIX, SERDE, SERDE_JSON, STATS_ALLOC};
use super::schema::{NAMESPACE, Schema};

/// The types that the binaries read and write.
const FIVE: [&str; 5] = ["user", "message", "group", "driveItem", "event"];

/// The types that are measured.
pub(crate) struct Types {
    /// How many there are in all of beta.
    pub(crate) all: usize,
    /// Those reached from the five.
    pub(crate) five: Schema,
}

/// Writes all crates.
pub(crate) fn prepare(crates: &Crates, tool: &Tool<'_>) -> Result<Types, Box<dyn Error>> {
    tool.build()?;
    let schema = Schema::parse(&run(&mut tool.command(&["ir"])?)?)?;
    let five = schema.closure(&FIVE, |_| true);
    let serde = [SERDE, SERDE_JSON];
    for (name, schema, selected) in [("all", &schema, None), ("five", &five, Some(&five))] {
        crates.add(&format!("{name}-anchor"), &serde, &[("lib.rs", &anchor::emit(schema, Hierarchies::Enums))])?;
        tool.bindings(crates, &format!("{name}-ours"), selected)?;
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
    Ok(Types { all: schema.types.len(), five })
}

/// `msgraph-bindgen`.
pub(crate) struct Tool<'a> {
    pub(crate) project: &'a Path,
    pub(crate) docs: &'a Path,
}

impl Tool<'_> {
    /// Builds it.
    pub(crate) fn build(&self) -> Result<(), Box<dyn Error>> {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["build", "--quiet", "--release", "-p", "msgraph-bindgen", "--locked"]);
        crates::run(cargo.current_dir(self.project))
    }

    /// The command, which lies above this very program.
    fn command(&self, arguments: &[&str]) -> Result<Command, Box<dyn Error>> {
        let this = std::env::current_exe()?;
        let folder = this.parent().and_then(Path::parent).ok_or("this program lies nowhere")?;
        let mut command = Command::new(folder.join("msgraph-bindgen"));
        command.args(arguments).args(["--api-version", "beta", "--docs"]).arg(self.docs).current_dir(self.project);
        Ok(command)
    }

    /// The command that writes bindings; all of them, or only those of a schema.
    pub(crate) fn generate(&self, out: &Path, schema: Option<&Schema>) -> Result<Command, Box<dyn Error>> {
        let mut command = self.command(&["generate"])?;
        command.arg("--out").arg(out);
        let names = schema.into_iter().flat_map(|schema| schema.types.keys());
        command.args(names.flat_map(|name| ["--select", name.trim_start_matches(NAMESPACE)]));
        Ok(command)
    }

    /// A crate of bindings.
    fn bindings(&self, crates: &Crates, name: &str, schema: Option<&Schema>) -> Result<(), Box<dyn Error>> {
        crates.add(name, &[SERDE, SERDE_JSON], &[("lib.rs", "mod bindings;\npub use bindings::*;\n")])?;
        let out = crates.root.join("crates").join(name).join("src/bindings");
        run(&mut self.generate(&out, schema)?).map(|_| ())
    }
}

/// What the tool prints. Findings on the pages are none of ours.
fn run(command: &mut Command) -> Result<String, Box<dyn Error>> {
    let output = command.output()?;
    match output.status.code() {
        Some(0 | 1) => Ok(String::from_utf8(output.stdout)?),
        _ => Err(String::from_utf8_lossy(&output.stderr).into()),
    }
}
