//! The text of the file.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::pipeline::{self, Conversions, Primitive, Scalars};
use crate::spelling::did_you_mean;

use super::{Config, ConfigError};

/// The keys of the file.
const KEYS: [&str; 9] =
    ["api-version", "conversions", "docs", "file-per", "out", "scalars", "select", "setters", "support"];

/// What `text`, which stands in the file `path`, says.
pub(super) fn parse(text: &str, path: &Path) -> Result<Config, ConfigError> {
    let parser = Parser { text, path, folder: path.parent().unwrap_or(Path::new("")) };
    let table = DeTable::parse(text).map_err(|error| parser.error(error.span(), error.message().to_owned()))?;
    let mut config = Config::default();
    for (key, value) in table.get_ref() {
        parser.apply(&mut config, key, value)?;
    }
    Ok(config)
}

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
                config.emit.conversions = Conversions::With(libraries);
            }
            "file-per" => {
                let file_per = self.string(key, value)?.parse();
                config.emit.file_per = file_per.map_err(|message| self.error(Some(value.span()), message))?;
            }
            "out" => config.out = self.path(value, self.string(key, value)?)?,
            "scalars" => config.emit.scalars = self.scalars(key, value)?,
            "select" => {
                config.select = self.strings(key, value)?.into_iter().map(|(_, name)| name.to_owned()).collect()
            }
            "setters" => {
                config.emit.setters =
                    value.get_ref().as_bool().ok_or_else(|| self.mismatch(key, value, "`true` or `false`"))?;
            }
            "support" => {
                let path = self.string(key, value)?;
                if !pipeline::is_module_path(path) {
                    return Err(self.error(Some(value.span()), format!("`{path}` is not the path of a module")));
                }
                config.emit.support = Some(path.to_owned());
            }
            unknown => {
                let hint = did_you_mean(unknown, KEYS).unwrap_or_else(|| format!("there are {}", list(&KEYS)));
                return Err(self.error(Some(key.span()), format!("unknown key `{unknown}`; {hint}")));
            }
        }
        Ok(())
    }

    fn scalars(&self, key: &Key<'_>, value: &Value<'_>) -> Result<Scalars, ConfigError> {
        let table = value.get_ref().as_table().ok_or_else(|| self.mismatch(key, value, "a table"))?;
        let mut scalars = Scalars::default();
        for (name, path) in table {
            let unknown = |message: String| {
                let names = Primitive::ALL.iter().map(|primitive| primitive.name());
                let hint = did_you_mean(name.get_ref(), names);
                let message = hint.map_or(message, |hint| format!("there is no scalar `{}`; {hint}", name.get_ref()));
                self.error(Some(name.span()), message)
            };
            let primitive = name.get_ref().parse().map_err(unknown)?;
            let put = scalars.put(primitive, self.string(key, path)?);
            put.map_err(|message| self.error(Some(path.span()), message))?;
        }
        Ok(scalars)
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
