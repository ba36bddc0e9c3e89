//! What a run reads and writes: the defaults, `bindgen.toml` over them, and flags over both.
//!
//! ```toml
//! # bindgen.toml
//! docs = ["../microsoft-graph-docs"]     # a checkout, a `resources` folder, or pages
//! api-version = "beta"                   # or "v1.0"; both where it is left out
//! out = "generated/src/bindings"
//! select = ["customCalloutExtension"]    # and what these need; "identityGovernance.*" for a namespace; all if left out
//! file-per = "type"                      # or "namespace", as where left out
//! support = "crate::support"             # a support module to share; written beside the bindings where left out
//! conversions = ["chrono", "uuid"]       # of scalars; where left out, by the Cargo features of these names
//! scalars.Guid = "uuid::Uuid"            # a type that fields have in place of the scalar, by the name that pages use
//! setters = true                         # methods `with_…` and `as_…_mut`; none where left out
//! ```
//!
//! Paths are relative to the folder of the file.

mod error;
mod parser;

use std::path::{Path, PathBuf};

use crate::pipeline::{EmitOptions, Options};
use crate::source::{Version, read_text};

pub use error::ConfigError;

/// The file that is looked for in the current folder.
pub const FILE_NAME: &str = "bindgen.toml";

/// What a run reads and writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// Checkouts of the docs, folders of pages, or pages.
    pub docs: Vec<PathBuf>,
    /// The version to read; whatever is there if `None`.
    pub api_version: Option<Version>,
    /// The folder that the bindings go to.
    pub out: PathBuf,
    /// The types to make bindings of, with all that they need; all types if empty.
    pub select: Vec<String>,
    /// How the bindings shall be.
    pub emit: EmitOptions,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            docs: vec![PathBuf::from("docs-input")],
            api_version: None,
            out: PathBuf::from("generated/src/bindings"),
            select: Vec::new(),
            emit: EmitOptions::default(),
        }
    }
}

impl Config {
    /// The configuration in `file`, or, if `None`, in [`bindgen.toml`](FILE_NAME) if there is such a file here.
    ///
    /// # Errors
    ///
    /// If the file can't be read or says something that is not understood.
    ///
    /// ```no_run
    /// use msgraph_bindgen::config::{Config, ConfigError};
    ///
    /// let config = Config::load(None)?;
    /// println!("bindings go to {}", config.out.display());
    /// # Ok::<(), ConfigError>(())
    /// ```
    pub fn load(file: Option<&Path>) -> Result<Self, ConfigError> {
        let path = match file {
            Some(path) => path,
            None if Path::new(FILE_NAME).exists() => Path::new(FILE_NAME),
            None => return Ok(Self::default()),
        };
        let text = read_text(path).map_err(|problem| ConfigError {
            path: path.to_owned(),
            place: None,
            message: problem.message,
            unreadable: true,
        })?;
        Self::parse(&text, path)
    }

    /// What is to be made of the pages of `version`.
    #[must_use]
    pub fn options(&self, version: Version) -> Options {
        Options { version, select: self.select.clone(), emit: self.emit.clone() }
    }

    /// The configuration that `text`, which stands in the file `path`, gives.
    ///
    /// # Errors
    ///
    /// If `text` isn't TOML, or has a key that doesn't exist or a value of the wrong kind.
    ///
    /// ```
    /// use std::path::Path;
    ///
    /// use msgraph_bindgen::config::Config;
    ///
    /// let file = Path::new("bindgen.toml");
    /// let config = Config::parse("select = [\"user\"]\nsetters = true", file).expect("keys that exist");
    /// assert_eq!(config.select, ["user"]);
    ///
    /// let error = Config::parse("setter = true", file).expect_err("a key that doesn't");
    /// assert_eq!(error.to_string(), "bindgen.toml:1:1: unknown key `setter`; did you mean `setters`?");
    /// ```
    pub fn parse(text: &str, path: &Path) -> Result<Self, ConfigError> {
        parser::parse(text, path)
    }
}

#[cfg(test)]
mod tests;
