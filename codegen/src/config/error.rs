//! What can be wrong with the configuration.

use std::fmt;
use std::path::PathBuf;

/// What is wrong with a configuration file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigError {
    /// The file.
    pub path: PathBuf,
    /// The line and column, from 1, if it is about one place.
    pub place: Option<(usize, usize)>,
    /// What is wrong.
    pub message: String,
    /// Whether the file could not be read at all.
    pub unreadable: bool,
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.path.display())?;
        if let Some((line, column)) = self.place {
            write!(f, ":{line}:{column}")?;
        }
        write!(f, ": {}", self.message)
    }
}

impl std::error::Error for ConfigError {}
