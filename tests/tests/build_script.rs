//! The crate in `tests/build-script`, built again and again while its pages change.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A copy of the example, with pages that may be changed.
struct Copy {
    _folder: tempfile::TempDir,
    root: PathBuf,
}

/// What one build did.
#[derive(Debug)]
struct Build {
    passed: bool,
    ran_script: bool,
    output: String,
}

impl Copy {
    fn new() -> Self {
        let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path().join("example");
        copy(&tests.join("build-script"), &root);
        let codegen = tests.parent().expect("the workspace").join("codegen");
        let manifest = fs::read_to_string(root.join("Cargo.toml")).expect("the manifest");
        let alone: String =
            manifest.lines().filter(|line| !line.contains(".workspace")).map(|line| format!("{line}\n")).collect();
        let alone = alone
            .replace("[package]\n", "[workspace]\n\n[package]\nversion = \"0.0.0\"\n")
            .replace("../../codegen", codegen.to_str().expect("UTF-8"));
        fs::write(root.join("Cargo.toml"), alone).expect("the manifest");
        // The same versions as here, so that nothing is fetched.
        fs::copy(codegen.with_file_name("Cargo.lock"), root.join("Cargo.lock")).expect("the lock file");
        Self { _folder: folder, root }
    }

    fn page(&self, name: &str) -> PathBuf {
        self.root.join("docs").join(name)
    }

    fn build(&self) -> Build {
        let output = Command::new(env!("CARGO"))
            .args(["build", "--verbose", "--offline"])
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("build-script"))
            .env_remove("RUSTFLAGS")
            .output()
            .expect("cargo");
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        let ran_script = text.lines().any(|line| line.contains("Running") && line.contains("build-script-build"));
        Build { passed: output.status.success(), ran_script, output: text }
    }

    /// The Rust of the last build, found by its folder's age.
    fn bindings(&self) -> String {
        let build = Path::new(env!("CARGO_TARGET_TMPDIR")).join("build-script/debug/build");
        let of_example = |path: &PathBuf| {
            path.to_string_lossy().contains("msgraph-build-script-example") && path.join("out/msgraph").is_dir()
        };
        let folders =
            fs::read_dir(build).expect("builds").map(|entry| entry.expect("a build").path()).filter(of_example);
        let newest = folders
            .max_by_key(|path| fs::metadata(path.join("output")).and_then(|file| file.modified()).expect("a time"));
        fs::read_to_string(newest.expect("a build").join("out/msgraph/mod.rs")).expect("bindings")
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let (path, target) = (entry.as_ref().expect("an entry").path(), to.join(entry.expect("an entry").file_name()));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("a file");
        }
    }
}

#[test]
fn the_build_follows_the_pages() {
    let example = Copy::new();
    let first = example.build();
    assert!(first.passed && first.ran_script, "{}", first.output);

    let untouched = example.build();
    assert!(untouched.passed && !untouched.ran_script, "nothing changed:\n{}", untouched.output);

    let page = example.page("httprequestendpoint.md");
    let text = fs::read_to_string(&page).expect("a page");
    let edited = text.replace("Where requests go.", "Where requests go.|\n|retries|Int32|How often to try again.");
    fs::write(&page, edited).expect("a page");
    let rebuilt = example.build();
    assert!(rebuilt.passed && rebuilt.ran_script, "a page was edited:\n{}", rebuilt.output);
    assert!(example.bindings().contains("pub retries: Option<i32>"));

    let added = text.replace("httpRequestEndpoint", "webSocketEndpoint");
    fs::write(example.page("websocketendpoint.md"), added).expect("a page");
    let rebuilt = example.build();
    assert!(rebuilt.passed && rebuilt.ran_script, "a page was added:\n{}", rebuilt.output);
    assert!(example.bindings().contains("pub struct WebSocketEndpoint"));

    fs::remove_file(example.page("websocketendpoint.md")).expect("a page");
    let rebuilt = example.build();
    assert!(rebuilt.passed && rebuilt.ran_script, "a page was removed:\n{}", rebuilt.output);
    assert!(!example.bindings().contains("WebSocketEndpoint"));

    broken_pages_fail_or_warn(&example);
}

/// A type that derives from itself.
fn broken_pages_fail_or_warn(example: &Copy) {
    let page = example.page("customextensionendpointconfiguration.md");
    let text = fs::read_to_string(&page).expect("a page");
    let cycle = "Inherits from [httpRequestEndpoint](httprequestendpoint.md).\n\n## Properties";
    fs::write(&page, text.replace("## Properties", cycle)).expect("a page");
    let failed = example.build();
    assert!(!failed.passed, "a type that derives from itself must fail the build");
    for told in ["inheritance-cycle", "docs/customextensionendpointconfiguration.md:13:1", "derives from itself"] {
        assert!(failed.output.contains(told), "{told:?} is missing in\n{}", failed.output);
    }
    assert!(!failed.output.contains("cargo::warning"), "only what fails the build is told:\n{}", failed.output);

    let script = example.root.join("build.rs");
    let text = fs::read_to_string(&script).expect("the script");
    fs::write(&script, text.replace(".compile()", ".on_error(msgraph_bindgen::OnError::Warn).compile()"))
        .expect("the script");
    let warned = example.build();
    assert!(warned.passed, "{}", warned.output);
    assert!(
        warned.output.contains("warning: msgraph-build-script-example")
            && warned.output.contains("derives from itself"),
        "{}",
        warned.output
    );
}
