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
//! setters = true                         # methods `with_…` and `as_…_mut`; none where left out
//! ```
//!
//! Paths are relative to the folder of the file.

mod error;

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::pipeline::{self, Conversions, FilePer, Options};
use crate::source::{Version, read_text};
use crate::spelling::did_you_mean;

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
    /// The path of a support module that exists elsewhere; one is written beside the bindings if `None`.
    pub support: Option<String>,
    /// The conversions of scalars to the types of other crates.
    pub conversions: Conversions,
    /// Whether structs have a method `with_…` per property, and enums over derived types one `as_…_mut` per variant.
    pub setters: bool,
    /// What each file of types holds.
    pub file_per: FilePer,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            docs: vec![PathBuf::from("docs-input")],
            api_version: None,
            out: PathBuf::from("generated/src/bindings"),
            select: Vec::new(),
            support: None,
            conversions: Conversions::ByFeature,
            setters: false,
            file_per: FilePer::default(),
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
        Options {
            version,
            select: self.select.clone(),
            support: self.support.clone(),
            conversions: self.conversions.clone(),
            setters: self.setters,
            file_per: self.file_per,
        }
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
        let parser = Parser { text, path, folder: path.parent().unwrap_or(Path::new("")) };
        let table = DeTable::parse(text).map_err(|error| parser.error(error.span(), error.message().to_owned()))?;
        let mut config = Self::default();
        for (key, value) in table.get_ref() {
            parser.apply(&mut config, key, value)?;
        }
        Ok(config)
    }
}

/// The keys of the file.
const KEYS: [&str; 8] = ["api-version", "conversions", "docs", "file-per", "out", "select", "setters", "support"];

struct Parser<'t> {
    text: &'t str,
    path: &'t Path,
    folder: &'t Path,
}

type Key<'i> = Spanned<Cow<'i, str>>;
type Value<'i> = Spanned<DeValue<'i>>;

impl Parser<'_> {
    fn apply(&self, config: &mut Config, key: &Key<'_>, value: &Value<'_>) -> Result<(), ConfigError> {
        match key.get_ref().as_ref() {
            "docs" => config.docs = self.paths(key, value)?,
            "api-version" => {
                let version = self.string(key, value)?.parse();
                config.api_version = Some(version.map_err(|message| self.error(Some(value.span()), message))?);
            }
            "conversions" => {
                let library = |(item, name): (&Value<'_>, &str)| {
                    name.parse().map_err(|message| self.error(Some(item.span()), message))
                };
                let libraries = self.strings(key, value)?.into_iter().map(library).collect::<Result<_, _>>()?;
                config.conversions = Conversions::With(libraries);
            }
            "file-per" => {
                let file_per = self.string(key, value)?.parse();
                config.file_per = file_per.map_err(|message| self.error(Some(value.span()), message))?;
            }
            "out" => config.out = self.path(value, self.string(key, value)?)?,
            "select" => {
                config.select = self.strings(key, value)?.into_iter().map(|(_, name)| name.to_owned()).collect()
            }
            "setters" => {
                config.setters =
                    value.get_ref().as_bool().ok_or_else(|| self.mismatch(key, value, "`true` or `false`"))?;
            }
            "support" => {
                let path = self.string(key, value)?;
                if !pipeline::is_module_path(path) {
                    return Err(self.error(Some(value.span()), format!("`{path}` is not the path of a module")));
                }
                config.support = Some(path.to_owned());
            }
            unknown => {
                let hint = did_you_mean(unknown, KEYS).unwrap_or_else(|| format!("there are {}", list(&KEYS)));
                return Err(self.error(Some(key.span()), format!("unknown key `{unknown}`; {hint}")));
            }
        }
        Ok(())
    }

    fn string<'v>(&self, key: &Key<'_>, value: &'v Value<'_>) -> Result<&'v str, ConfigError> {
        value.get_ref().as_str().ok_or_else(|| self.mismatch(key, value, "a string"))
    }

    /// A list of strings, each with its value; a single one may stand without brackets.
    fn strings<'v, 'i>(
        &self,
        key: &Key<'_>,
        value: &'v Value<'i>,
    ) -> Result<Vec<(&'v Value<'i>, &'v str)>, ConfigError> {
        let string = |item: &'v Value<'i>| {
            let string = item.get_ref().as_str().ok_or_else(|| self.mismatch(key, item, "strings"))?;
            Ok((item, string))
        };
        match value.get_ref() {
            DeValue::Array(items) => items.iter().map(string).collect(),
            _ => Ok(vec![string(value)?]),
        }
    }

    /// At least one path: bindings of nothing would replace those that there are.
    fn paths(&self, key: &Key<'_>, value: &Value<'_>) -> Result<Vec<PathBuf>, ConfigError> {
        let paths = self.strings(key, value)?;
        if paths.is_empty() {
            return Err(self.error(Some(value.span()), "`docs` names no path".to_owned()));
        }
        paths.into_iter().map(|(item, path)| self.path(item, path)).collect()
    }

    fn path(&self, value: &Value<'_>, path: &str) -> Result<PathBuf, ConfigError> {
        if path.is_empty() {
            return Err(self.error(Some(value.span()), "an empty path; `.` is the folder of this file".to_owned()));
        }
        Ok(self.folder.join(path))
    }

    fn mismatch(&self, key: &Key<'_>, found: &Value<'_>, expected: &str) -> ConfigError {
        let (key, kind) = (key.get_ref(), found.get_ref().type_str());
        self.error(Some(found.span()), format!("`{key}` takes {expected}, not this {kind}"))
    }

    fn error(&self, span: Option<std::ops::Range<usize>>, message: String) -> ConfigError {
        let before = span.and_then(|span| self.text.get(..span.start));
        let place = before.map(|before| {
            let line = before.rsplit('\n').next().unwrap_or_default();
            (before.matches('\n').count() + 1, line.chars().count() + 1)
        });
        ConfigError { path: self.path.to_owned(), place, message, unreadable: false }
    }
}

fn list(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests;
