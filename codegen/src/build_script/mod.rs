//! Bindings made while a crate is built.

use std::collections::BTreeSet;
use std::env;
use std::path::{Path, PathBuf};

use crate::config::Config;
use crate::diagnostic::{Diagnostic, Diagnostics, Severity, render};
use crate::output::{MARK, arrange, write, write_one};
use crate::pipeline::{self, Conversions, Stopped};
use crate::source::{Sources, Version, read_docs};

mod error;

pub use crate::pipeline::Library;
pub use error::Error;

/// How many warnings are shown: cargo's output is no place for thousands.
const WARNINGS_SHOWN: usize = 20;

/// What happens when a page can't be understood.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnError {
    /// The build fails and tells what is wrong with which line of which page.
    #[default]
    Fail,
    /// The build goes on with what could be understood; the errors are shown as warnings.
    Warn,
}

/// Makes bindings in a build script.
///
/// ```no_run
/// // build.rs
/// fn main() -> Result<(), msgraph_bindgen::Error> {
///     msgraph_bindgen::Builder::new()
///         .docs("docs")
///         .select("customCalloutExtension")
///         .compile()
/// }
/// ```
///
/// The crate then includes what was made; it needs `serde` and `serde_json` beside it:
///
/// ```ignore
/// // src/lib.rs
/// include!(concat!(env!("OUT_DIR"), "/msgraph.rs"));
///
/// use msgraph::CustomCalloutExtension;
/// ```
///
/// Cargo runs the script again when a page changes, appears or disappears. Files that come out the same
/// are not written again.
#[derive(Clone, Debug)]
#[must_use = "nothing happens before `compile`"]
pub struct Builder {
    config: Config,
    module: String,
    out_dir: Option<PathBuf>,
    deny_warnings: bool,
    on_error: OnError,
}

impl Default for Builder {
    fn default() -> Self {
        Self::new()
    }
}

impl Builder {
    /// A builder for a module `msgraph` of all types.
    pub fn new() -> Self {
        Self {
            config: Config {
                docs: Vec::new(),
                // A crate's features mean what the crate wants; a build asks for what it uses.
                conversions: Conversions::With(BTreeSet::new()),
                ..Config::default()
            },
            module: "msgraph".to_owned(),
            out_dir: None,
            deny_warnings: false,
            on_error: OnError::Fail,
        }
    }

    /// Adds a checkout of the docs, a folder of pages, or a page. Without any, it is `docs`.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), msgraph_bindgen::Error> {
    /// msgraph_bindgen::Builder::new().docs("docs/user.md").docs("docs/group.md").compile()
    /// # }
    /// ```
    pub fn docs(mut self, path: impl Into<PathBuf>) -> Self {
        self.config.docs.push(path.into());
        self
    }

    /// Reads this version's pages only. Without it, where the docs hold both, each gets a module below
    /// [`module`](Self::module).
    ///
    /// ```no_run
    /// # fn main() -> Result<(), msgraph_bindgen::Error> {
    /// use msgraph_bindgen::Version;
    ///
    /// msgraph_bindgen::Builder::new().docs("microsoft-graph-docs").api_version(Version::V1_0).compile()
    /// # }
    /// ```
    pub fn api_version(mut self, version: Version) -> Self {
        self.config.api_version = Some(version);
        self
    }

    /// Makes bindings of this type and what it needs, or, with `.*` behind the name, of all types of a namespace; of
    /// several, if it is called several times. Without any, of all types.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), msgraph_bindgen::Error> {
    /// msgraph_bindgen::Builder::new().docs("docs").select("user").select("identityGovernance.*").compile()
    /// # }
    /// ```
    pub fn select(mut self, name: impl Into<String>) -> Self {
        self.config.select.push(name.into());
        self
    }

    /// Uses the support module at this path instead of writing one, so that several crates can share their scalars.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), msgraph_bindgen::Error> {
    /// msgraph_bindgen::Builder::new().docs("docs").support("msgraph_bindings::support").compile()
    /// # }
    /// ```
    pub fn support(mut self, path: impl Into<String>) -> Self {
        self.config.support = Some(path.into());
        self
    }

    /// Has the scalars converted to and from the types of this crate, which the crate that is built depends on; of
    /// several, if it is called several times.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), msgraph_bindgen::Error> {
    /// use msgraph_bindgen::Library;
    ///
    /// // let at: chrono::DateTime<chrono::Utc> = (&user.created_date_time.unwrap_or_default()).try_into()?;
    /// msgraph_bindgen::Builder::new().docs("docs").conversions(Library::Chrono).conversions(Library::Uuid).compile()
    /// # }
    /// ```
    pub fn conversions(mut self, library: Library) -> Self {
        if let Conversions::With(libraries) = &mut self.config.conversions {
            libraries.insert(library);
        }
        self
    }

    /// Gives structs a method `with_…` per property, beside the fields that are public anyway: it sets the property and
    /// gives the struct back. Enums over derived types get a method `as_…_mut` per variant, beside `as_…`. All these take
    /// the compiler a while where there are many types.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), msgraph_bindgen::Error> {
    /// // User::default().with_display_name("Adele").with_business_phones(["+1 425 555 0109"])
    /// msgraph_bindgen::Builder::new().docs("docs").setters().compile()
    /// # }
    /// ```
    pub fn setters(mut self) -> Self {
        self.config.setters = true;
        self
    }

    /// Calls the module, and the file to include, so instead of `msgraph`.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), msgraph_bindgen::Error> {
    /// // include!(concat!(env!("OUT_DIR"), "/governance.rs"));
    /// msgraph_bindgen::Builder::new().docs("docs").module("governance").compile()
    /// # }
    /// ```
    pub fn module(mut self, name: impl Into<String>) -> Self {
        self.module = name.into();
        self
    }

    /// Writes to this folder instead of `OUT_DIR`.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), msgraph_bindgen::Error> {
    /// msgraph_bindgen::Builder::new().docs("docs").out_dir("target/bindings").compile()
    /// # }
    /// ```
    pub fn out_dir(mut self, path: impl Into<PathBuf>) -> Self {
        self.out_dir = Some(path.into());
        self
    }

    /// Treats warnings as errors.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), msgraph_bindgen::Error> {
    /// msgraph_bindgen::Builder::new().docs("docs").deny_warnings().compile()
    /// # }
    /// ```
    pub fn deny_warnings(mut self) -> Self {
        self.deny_warnings = true;
        self
    }

    /// What happens when a page can't be understood; the build fails if nothing is said.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), msgraph_bindgen::Error> {
    /// use msgraph_bindgen::OnError;
    ///
    /// msgraph_bindgen::Builder::new().docs("docs").on_error(OnError::Warn).compile()
    /// # }
    /// ```
    pub fn on_error(mut self, on_error: OnError) -> Self {
        self.on_error = on_error;
        self
    }

    /// Reads the pages, writes the bindings, and tells cargo about both.
    ///
    /// # Errors
    ///
    /// If there are no pages, if one can't be understood (see [`on_error`](Self::on_error)), or if the bindings can't
    /// be written. Then nothing has been written.
    pub fn compile(mut self) -> Result<(), Error> {
        if !pipeline::is_module_name(&self.module) {
            return Err(Error::ModuleName(self.module));
        }
        if let Some(path) = self.config.support.as_ref().filter(|path| !pipeline::is_module_path(path)) {
            return Err(Error::SupportPath(path.clone()));
        }
        let out_dir =
            self.out_dir.clone().or_else(|| env::var_os("OUT_DIR").map(PathBuf::from)).ok_or(Error::NoOutDir)?;
        if self.config.docs.is_empty() {
            self.config.docs.push(PathBuf::from("docs"));
        }
        let all = read_docs(&self.config.docs, self.config.api_version).map_err(|problems| {
            // The build runs again once they are there.
            self.config.docs.iter().for_each(|path| rerun_if_changed(path));
            Error::Docs(problems)
        })?;
        let (mut errors, mut versions) = (0, Vec::new());
        for docs in all {
            docs.inputs.iter().for_each(|path| rerun_if_changed(path));
            let mut cx = Diagnostics::new();
            let made = pipeline::run(&docs.sources, &self.config.options(docs.version), &mut cx, |_, _| ());
            errors += self.report(&docs.sources, &cx);
            match made {
                Ok((files, ())) => versions.push((docs.version, files)),
                // Nothing can be written then, whatever `on_error` says.
                Err(Stopped::NoTypes) => errors = errors.max(1),
                Err(Stopped::Unknown(names)) => {
                    return Err(Error::UnknownTypes(names.iter().map(ToString::to_string).collect()));
                }
            }
        }
        if errors > 0 {
            return Err(Error::Pages { errors });
        }
        write(&out_dir.join(&self.module), &arrange(versions)).map_err(Error::Write)?;
        let include = format!("{MARK}. Do not edit.\n#[path = \"{0}/mod.rs\"]\npub mod {0};\n", self.module);
        write_one(&out_dir.join(format!("{}.rs", self.module)), &include).map_err(Error::Write)?;
        Ok(())
    }

    /// Shows the problems as cargo does its own; how many of them fail the build.
    fn report(&self, sources: &Sources, cx: &Diagnostics) -> usize {
        let (mut errors, mut warnings) = (0, 0);
        for diagnostic in cx.sorted() {
            let (count, severity) = match (diagnostic.severity, self.on_error) {
                (Severity::Note, _) => continue,
                (Severity::Warning, _) if !self.deny_warnings => (&mut warnings, Severity::Warning),
                (_, OnError::Warn) => (&mut warnings, Severity::Warning),
                (_, OnError::Fail) => (&mut errors, Severity::Error),
            };
            *count += 1;
            if severity == Severity::Error || *count <= WARNINGS_SHOWN {
                let diagnostic = Diagnostic { severity, ..diagnostic.clone() };
                // A directive ends with its line.
                for line in render(&diagnostic, sources, false).lines() {
                    println!("cargo::{severity}={line}");
                }
            }
        }
        if warnings > WARNINGS_SHOWN {
            let more = warnings - WARNINGS_SHOWN;
            println!("cargo::warning=\u{2026} {more} more warnings; `msgraph-bindgen lint` shows them all");
        }
        errors
    }
}

/// Tells cargo to run the script again when `path` changes. One with a line break would be read as two directives.
fn rerun_if_changed(path: &Path) {
    if let Some(path) = path.to_str().filter(|path| !path.contains(['\n', '\r'])) {
        println!("cargo::rerun-if-changed={path}");
    }
}

#[cfg(test)]
mod tests;
