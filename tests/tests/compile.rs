//! What comes of the fixtures is Rust that compiles, without a warning, documented.

use std::fs;

use msgraph_bindgen::config::Config;
use msgraph_bindgen::pipeline::{Conversions, EmitOptions, FilePer, Library};
use msgraph_bindgen::source::{Version, read_docs};
use msgraph_bindgen_tests::{Scratch, fixtures, real_docs};

const TARGET: &str = env!("CARGO_TARGET_TMPDIR");

/// The root of a crate of these modules.
fn library(modules: &[String], extra: &str) -> String {
    let declared: String = modules.iter().map(|name| format!("pub mod {name};\n")).collect();
    let head = "//! Bindings of test pages.\n#![deny(warnings, missing_docs)]\n#![forbid(unsafe_code)]\n";
    format!("{head}{declared}{extra}")
}

#[test]
fn the_rust_of_every_fixture_compiles_without_a_warning() {
    let scratch = Scratch::new(TARGET, "fixtures");
    let emit = EmitOptions { setters: true, file_per: FilePer::Type, ..EmitOptions::default() };
    let config = Config { emit, ..Config::default() };
    let mut modules = Vec::new();
    for entry in fs::read_dir(fixtures()).expect("the fixtures") {
        let path = entry.expect("a fixture").path();
        let name = path.file_name().expect("a name").to_string_lossy().replace('-', "_");
        let docs = read_docs(std::slice::from_ref(&path), Some(Version::Beta)).expect("pages").remove(0);
        if !scratch.add_as(&name, &docs, &config).is_empty() {
            modules.push(name);
        }
    }
    assert!(modules.len() > 10, "only {} fixtures gave Rust", modules.len());
    modules.sort();
    // Whoever uses what is deprecated is told, as this expects.
    let used = "/// Sets what is deprecated.\n#[expect(deprecated)]\n\
                pub fn set() -> facts::Voyage {\n    facts::Voyage::default().with_gone_too(\"yes\")\n}\n";
    let changed = "/// Changes what an enum within an enum holds.\n\
                   pub fn rename(vessel: &mut inheritance_nested_abstract::Vessel, name: &str) -> Option<()> {\n    \
                       vessel.as_powered_vessel_mut()?.as_lifeboat_mut()?.name = Some(name.to_owned());\n    \
                       Some(())\n}\n";
    scratch.write("lib.rs", &library(&modules, &[used, changed].concat()));
    scratch.cargo(&["clippy"]);
    scratch.cargo(&["doc", "--no-deps"]);
}

/// A crate with all of a version, and one that uses it: what a limit of the compiler is reached by, it is reached by there.
fn all_of(test: &str, version: Version) -> Option<Scratch> {
    let docs = read_docs(&[real_docs(test)?], Some(version)).expect("pages").remove(0);
    let scratch = Scratch::new(TARGET, version.module());
    assert!(!scratch.add("graph", &docs).is_empty(), "no bindings");
    scratch.write("lib.rs", &library(&["graph".to_owned()], ""));
    let user = Scratch::new(TARGET, &format!("user-of-{}", version.module()));
    user.depend_on("bindings", &scratch);
    user.write(
        "lib.rs",
        "//! Uses bindings.\n#![deny(warnings)]\nuse bindings::graph::{DriveItem, Group, User};\n\
         const fn assert<T: Send + Sync + 'static>() {}\n\
         const _: () = { assert::<User>(); assert::<Group>(); assert::<DriveItem>(); };\n",
    );
    user.cargo(&["check"]);
    Some(scratch)
}

#[test]
fn conversions_that_were_asked_for_need_no_feature() {
    let scratch = Scratch::new(TARGET, "conversions");
    for library in Library::ALL {
        scratch.depend(library.as_str(), "version = \"*\"\ndefault-features = false");
    }
    let docs = read_docs(&[fixtures().join("facts")], Some(Version::Beta)).expect("pages").remove(0);
    let conversions = Conversions::With(Library::ALL.into());
    let emit = EmitOptions { conversions, ..EmitOptions::default() };
    let types = scratch.add_as("graph", &docs, &Config { emit, ..Config::default() });
    assert!(!types.is_empty(), "no bindings");
    let used = "use graph::support::*;\n\
                /// Converts.\n\
                pub fn convert(at: &DateTimeOffset, guid: &Guid) -> Result<(), InvalidScalar> {\n\
                    let _ = (chrono::DateTime::<chrono::Utc>::try_from(at)?, jiff::Timestamp::try_from(at)?);\n\
                    let _ = (time::OffsetDateTime::try_from(at)?, uuid::Uuid::try_from(guid)?);\n\
                    Ok(())\n\
                }\n";
    scratch.write("lib.rs", &library(&["graph".to_owned()], used));
    scratch.cargo(&["check"]);
}

#[test]
fn all_of_v1_0_compiles_without_a_warning() {
    lint_all_of("all_of_v1_0_compiles_without_a_warning", Version::V1_0);
}

#[test]
fn all_of_beta_compiles_without_a_warning() {
    lint_all_of("all_of_beta_compiles_without_a_warning", Version::Beta);
}

fn lint_all_of(test: &str, version: Version) {
    if let Some(scratch) = all_of(test, version) {
        scratch.cargo(&["clippy"]);
        scratch.cargo(&["doc", "--no-deps"]);
    }
}
