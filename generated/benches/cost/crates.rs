//! The crates whose cost is measured: written below `target`, built by cargo.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::usage::{Usage, measure};

/// A workspace of crates that are measured.
pub(crate) struct Crates {
    pub(crate) root: PathBuf,
}

/// What a crate of the workspace needs.
#[derive(Clone, Copy)]
pub(crate) enum Dependency<'a> {
    /// Another one of them, under a name.
    Member(&'a str, &'a str),
    /// A line of a manifest.
    Registry(&'a str),
}

pub(crate) const SERDE: Dependency<'_> = Dependency::Registry(r#"serde = { version = "1", features = ["derive"] }"#);
pub(crate) const SERDE_JSON: Dependency<'_> =
    Dependency::Registry(r#"serde_json = { version = "1", features = ["float_roundtrip"] }"#);
pub(crate) const STATS_ALLOC: Dependency<'_> = Dependency::Registry(r#"stats_alloc = "0.1""#);
pub(crate) const NIX: Dependency<'_> = Dependency::Registry(r#"nix = { version = "0.31", features = ["time"] }"#);

/// How crates are built.
#[derive(Clone, Copy)]
pub(crate) struct How<'a> {
    /// Cargo's first arguments.
    pub(crate) command: &'a [&'a str],
    /// Whether the compiler keeps what it may need again.
    pub(crate) incremental: bool,
}

pub(crate) const CHECK: How<'_> = How { command: &["check"], incremental: false };
pub(crate) const DEV: How<'_> = How { command: &["build"], incremental: false };
pub(crate) const RELEASE: How<'_> = How { command: &["build", "--release"], incremental: false };

impl Crates {
    /// An empty workspace in `root`, with the very dependencies that `lock` names.
    pub(crate) fn new(root: PathBuf, lock: &Path) -> Result<Self, Box<dyn Error>> {
        let crates = Crates { root };
        crates.write("Cargo.toml", "[workspace]\nmembers = [\"crates/*\"]\nresolver = \"3\"\n")?;
        if !crates.root.join("Cargo.lock").exists() {
            crates.write("Cargo.lock", &fs::read_to_string(lock)?)?;
        }
        Ok(crates)
    }

    /// Writes a file, unless it is there already: cargo would build it again.
    pub(crate) fn write(&self, path: &str, text: &str) -> Result<(), Box<dyn Error>> {
        let path = self.root.join(path);
        if fs::read_to_string(&path).is_ok_and(|old| old == text) {
            return Ok(());
        }
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        Ok(fs::write(path, text)?)
    }

    /// Adds a crate: its manifest and its sources below `src`.
    pub(crate) fn add(
        &self,
        name: &str,
        needs: &[Dependency<'_>],
        sources: &[(&str, &str)],
    ) -> Result<(), Box<dyn Error>> {
        let mut manifest =
            format!("[package]\nname = {name:?}\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n");
        for dependency in needs {
            manifest += &match dependency {
                Dependency::Member(name, package) => {
                    format!("{name} = {{ package = {package:?}, path = \"../{package}\" }}\n")
                }
                Dependency::Registry(line) => format!("{line}\n"),
            };
        }
        self.write(&format!("crates/{name}/Cargo.toml"), &manifest)?;
        sources.iter().try_for_each(|(path, text)| self.write(&format!("crates/{name}/src/{path}"), text))
    }

    /// What it costs to build the crate `name` after an edit, without the crates that it needs.
    pub(crate) fn build(&self, name: &str, needs: &[&str], how: How<'_>) -> Result<Usage, Box<dyn Error>> {
        run(&mut self.cargo(needs, how))?;
        self.edit(name)?;
        measure(&self.cargo(&[name], how))
    }

    /// The command that builds these crates.
    pub(crate) fn cargo(&self, names: &[&str], how: How<'_>) -> Command {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(how.command).arg("--quiet").args(names.iter().flat_map(|name| ["-p", name])).current_dir(&self.root);
        // Whatever this program was built with is none of theirs.
        cargo
            .env("CARGO_TARGET_DIR", self.root.join("target"))
            .env("RUSTFLAGS", "")
            .env("CARGO_PROFILE_DEV_DEBUG", "2");
        cargo.env("CARGO_INCREMENTAL", if how.incremental { "1" } else { "0" });
        cargo
    }

    /// Edits the root of a crate: everything in it moves a line down.
    fn edit(&self, name: &str) -> Result<(), Box<dyn Error>> {
        let sources = self.root.join("crates").join(name).join("src");
        for root in ["lib.rs", "main.rs"].map(|file| sources.join(file)).iter().filter(|file| file.exists()) {
            let text = fs::read_to_string(root)?;
            fs::write(root, format!("// Edited.\n{text}"))?;
        }
        Ok(())
    }

    /// The program that was made of a crate.
    pub(crate) fn program(&self, name: &str) -> PathBuf {
        self.root.join("target/release").join(name)
    }
}

/// Runs `command`, which must succeed.
pub(crate) fn run(command: &mut Command) -> Result<(), Box<dyn Error>> {
    if command.status()?.success() { Ok(()) } else { Err(format!("{command:?} failed").into()) }
}
