//! What comes of the fixtures is Rust that compiles, without a warning, documented.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use msgraph_bindgen::config::Config;
use msgraph_bindgen::diagnostic::Diagnostics;
use msgraph_bindgen::source::{Docs, Version, read_docs};
use msgraph_bindgen::{output, pipeline};
use msgraph_bindgen_tests::{fixtures, real_docs};

/// A crate in the target folder that holds bindings.
struct Scratch {
    root: PathBuf,
}

impl Scratch {
    fn new(name: &str) -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let source = root.join("src");
        if source.exists() {
            fs::remove_dir_all(&source).expect("an old crate");
        }
        fs::create_dir_all(&source).expect("a folder");
        let manifest = "[workspace]\n[package]\nname = \"scratch\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\
                        [dependencies]\nserde = { version = \"1\", default-features = false, features = [\"std\"] }\n\
                        serde_json = \"1\"\n";
        fs::write(root.join("Cargo.toml"), manifest).expect("the manifest");
        // The same versions as here, so that nothing is fetched.
        fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock"), root.join("Cargo.lock"))
            .expect("the lock file");
        Self { root }
    }

    /// Writes the bindings of `docs` as the module `name`; whether there are any.
    fn add(&self, name: &str, docs: &Docs) -> bool {
        let options = Config::default().options(docs.version);
        let made = pipeline::run(&docs.sources, &options, &mut Diagnostics::new(), |_, _| ());
        let Ok((files, ())) = made else { return false };
        output::write(&self.root.join("src").join(name), &files).expect("files");
        true
    }

    fn finish(&self, modules: &[String], extra: &str) {
        let declared: String = modules.iter().map(|name| format!("pub mod {name};\n")).collect();
        let head = "//! Bindings of test pages.\n#![deny(warnings, missing_docs)]\n#![forbid(unsafe_code)]\n";
        fs::write(self.root.join("src/lib.rs"), format!("{head}{declared}{extra}")).expect("the crate");
    }

    fn cargo(&self, arguments: &[&str]) {
        let output = Command::new(env!("CARGO"))
            .args(arguments)
            .arg("--offline")
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("scratch-target"))
            .env("RUSTDOCFLAGS", "-D warnings")
            .env_remove("RUSTFLAGS")
            .output()
            .expect("cargo");
        assert!(output.status.success(), "cargo {arguments:?}:\n{}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn the_rust_of_every_fixture_compiles_without_a_warning() {
    let scratch = Scratch::new("fixtures");
    let mut modules = Vec::new();
    for entry in fs::read_dir(fixtures()).expect("the fixtures") {
        let path = entry.expect("a fixture").path();
        let name = path.file_name().expect("a name").to_string_lossy().replace('-', "_");
        let docs = read_docs(std::slice::from_ref(&path), Some(Version::Beta)).expect("pages").remove(0);
        if scratch.add(&name, &docs) {
            modules.push(name);
        }
    }
    assert!(modules.len() > 10, "only {} fixtures gave Rust", modules.len());
    modules.sort();
    scratch.finish(&modules, "");
    scratch.cargo(&["clippy"]);
    scratch.cargo(&["doc", "--no-deps"]);
}

#[test]
fn all_of_v1_0_compiles_without_a_warning() {
    let Some(root) = real_docs("all_of_v1_0_compiles_without_a_warning") else { return };
    let docs = read_docs(&[root], Some(Version::V1_0)).expect("pages").remove(0);
    let scratch = Scratch::new("v1_0");
    assert!(scratch.add("graph", &docs), "no bindings");
    let auto_traits = "const fn assert<T: Send + Sync + 'static>() {}\n\
                       const _: () = { assert::<graph::User>(); assert::<graph::Group>(); assert::<graph::DriveItem>(); };\n";
    scratch.finish(&["graph".to_owned()], auto_traits);
    scratch.cargo(&["check"]);
}
