//! A crate in the target folder, to see what the compiler, and what a program, makes of bindings.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use msgraph_bindgen::config::Config;
use msgraph_bindgen::diagnostic::Diagnostics;
use msgraph_bindgen::source::Docs;
use msgraph_bindgen::stages;

/// A crate in the target folder that holds bindings.
#[derive(Debug)]
pub struct Scratch {
    root: PathBuf,
    name: String,
}

/// A type of the bindings in a [`Scratch`].
#[derive(Clone, Debug)]
pub struct RustType {
    /// `microsoft.graph.user`.
    pub name: String,
    /// The path, below the module of the bindings, of what stands where such a value is expected: `AnyDirectoryObject`.
    pub path: String,
    /// Whether it is an entity or complex type.
    pub is_object: bool,
    /// The names of its bases, nearest first.
    pub bases: Vec<String>,
}

impl Scratch {
    /// An empty crate.
    ///
    /// # Panics
    ///
    /// As everything here: where the file system or the compiler fails, for then the test has.
    #[must_use]
    pub fn new(target: &str, name: &str) -> Self {
        let root = Path::new(target).join(name);
        let source = root.join("src");
        if source.exists() {
            fs::remove_dir_all(&source).expect("an old crate");
        }
        fs::create_dir_all(&source).expect("a folder");
        let manifest = format!(
            "[workspace]\n[package]\nname = \"scratch-{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[dependencies]\n\
             serde = {{ version = \"1\", default-features = false, features = [\"std\"] }}\n\
             serde_json = {{ version = \"1\", features = [\"float_roundtrip\"] }}\n\
             [profile.dev]\ndebug = false\n"
        );
        fs::write(root.join("Cargo.toml"), manifest).expect("the manifest");
        // The same versions as here, so that nothing is fetched.
        fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock"), root.join("Cargo.lock"))
            .expect("the lock file");
        Self { root, name: format!("scratch-{name}") }
    }

    /// Makes it depend on another crate, of which the lock file of this workspace has the version.
    pub fn depend(&self, name: &str, how: &str) {
        let path = self.root.join("Cargo.toml");
        let manifest = fs::read_to_string(&path).expect("the manifest");
        fs::write(path, format!("{manifest}[dependencies.{name}]\n{how}\n")).expect("the manifest");
    }

    /// Writes the bindings of `docs` as the module `name`, and tells the types in it; none, and no module, where the
    /// docs define none.
    #[must_use]
    pub fn add(&self, name: &str, docs: &Docs) -> Vec<RustType> {
        self.add_as(name, docs, &Config::default())
    }

    /// The same, with the bindings as `config` wants them.
    #[must_use]
    pub fn add_as(&self, name: &str, docs: &Docs, config: &Config) -> Vec<RustType> {
        let options = config.options(docs.version);
        let made = stages::run_and(&docs.sources, &options, &mut Diagnostics::new(), |resolved, _| {
            let mut types = Vec::new();
            for (id, ty) in resolved.types() {
                let union = resolved.structured(id).and_then(|structured| structured.rust.union.as_ref());
                let ident = union.map_or(&ty.ident, |union| &union.ident);
                let path = resolved.module(ty.module).path.iter().chain([ident]).map(ToString::to_string);
                types.push(RustType {
                    name: ty.name.to_string(),
                    path: path.collect::<Vec<_>>().join("::"),
                    is_object: resolved.structured(id).is_some(),
                    bases: resolved.ancestors(id).map(|base| resolved.get(base).name.to_string()).collect(),
                });
            }
            types
        });
        let Ok((files, types)) = made else { return Vec::new() };
        msgraph_bindgen::output::write(&self.root.join("src").join(name), &files).expect("files");
        types
    }

    /// Makes `other` a dependency, called `name`.
    pub fn depend_on(&self, name: &str, other: &Self) {
        let path = self.root.join("Cargo.toml");
        let manifest = fs::read_to_string(&path).expect("the manifest");
        let dependency = format!("{name} = {{ package = \"{}\", path = {:?} }}\n", other.name, other.root);
        let manifest = manifest.replace("[dependencies]\n", &format!("[dependencies]\n{dependency}"));
        fs::write(path, manifest).expect("the manifest");
    }

    /// Writes a file of the crate's own.
    pub fn write(&self, path: &str, text: &str) {
        fs::write(self.root.join("src").join(path), text).expect("a source");
    }

    /// Runs cargo on the crate.
    pub fn cargo(&self, arguments: &[&str]) {
        let output = Command::new(env!("CARGO"))
            .args(arguments)
            .arg("--offline")
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", self.target())
            .env("RUSTDOCFLAGS", "-D warnings")
            .env_remove("RUSTFLAGS")
            .output()
            .expect("cargo");
        assert!(output.status.success(), "cargo {arguments:?}:\n{}", String::from_utf8_lossy(&output.stderr));
    }

    /// Builds the crate's program and feeds it with `input`; what it prints.
    #[must_use]
    pub fn run(&self, input: String) -> String {
        self.cargo(&["build"]);
        let program = self.target().join("debug").join(&self.name);
        let mut child =
            Command::new(program).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the program");
        let mut stdin = child.stdin.take().expect("its input");
        let writer = std::thread::spawn(move || std::io::Write::write_all(&mut stdin, input.as_bytes()));
        let output = child.wait_with_output().expect("its output");
        writer.join().expect("a thread").expect("all input is read");
        assert!(output.status.success(), "{}: {}", self.name, output.status);
        String::from_utf8(output.stdout).expect("UTF-8")
    }

    /// Shared by all, so that serde is built once.
    fn target(&self) -> PathBuf {
        self.root.with_file_name("scratch-target")
    }
}
