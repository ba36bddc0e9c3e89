//! The versions of the API.

use std::fmt;
use std::str::FromStr;

/// An API version of Microsoft Graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Version {
    /// The preview.
    Beta,
    /// The stable version.
    V1_0,
}

impl Version {
    /// Both, in the order in which they are reported.
    pub const ALL: [Self; 2] = [Self::Beta, Self::V1_0];

    /// The folder of the docs repository and the segment of request URLs: `beta`, `v1.0`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Beta => "beta",
            Self::V1_0 => "v1.0",
        }
    }

    /// The Rust module that holds this version's bindings beside the other's: `beta`, `v1_0`.
    #[must_use]
    pub fn module(self) -> &'static str {
        match self {
            Self::Beta => "beta",
            Self::V1_0 => "v1_0",
        }
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Version {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|version| text == version.as_str() || text == version.module());
        found.ok_or_else(|| format!("`{text}` is no API version; there are `beta` and `v1.0`"))
    }
}
