//! Which conversions the support module comes with.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

/// A crate with types that scalars convert to and from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Library {
    /// `chrono` 0.4: `DateTime`, `NaiveDate`, `NaiveTime`, `TimeDelta`.
    Chrono,
    /// `jiff` 0.2 or 1: `Timestamp`, `tz::Offset`, `civil::Date`, `civil::Time`, `SignedDuration`.
    Jiff,
    /// `time` 0.3: `OffsetDateTime`, `Date`, `Time`, `Duration`.
    Time,
    /// `uuid` 1: `Uuid`.
    Uuid,
}

impl Library {
    /// All there are.
    pub const ALL: [Self; 4] = [Self::Chrono, Self::Jiff, Self::Time, Self::Uuid];

    /// The crate's name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Chrono => "chrono",
            Self::Jiff => "jiff",
            Self::Time => "time",
            Self::Uuid => "uuid",
        }
    }
}

impl fmt::Display for Library {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Library {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|library| library.as_str() == name);
        found.ok_or_else(|| {
            let names = Self::ALL.map(|library| format!("`{library}`")).join(", ");
            format!("there are no conversions for `{name}`, but for {names}")
        })
    }
}

/// Which conversions there are between scalars and the types of other crates.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Conversions {
    /// All, each if the crate that holds the bindings has the Cargo feature of the library's name.
    #[default]
    ByFeature,
    /// Those for these libraries, on which the crate that holds the bindings depends.
    With(BTreeSet<Library>),
}

/// What lets a crate lack the features.
const TOLERANCE: &str = "// Crates that lack a feature lack the conversions.\n#![allow(unexpected_cfgs)]\n\n";

impl Conversions {
    /// Whether there are any for `library`.
    pub(super) fn has(&self, library: Library) -> bool {
        match self {
            Self::ByFeature => true,
            Self::With(libraries) => libraries.contains(&library),
        }
    }

    /// The text of the module that declares them, from one that declares all by feature.
    pub(super) fn declare(&self, by_feature: &str) -> String {
        let mut text = by_feature.to_owned();
        if *self != Self::ByFeature {
            text = text.replace(TOLERANCE, "");
            for library in Library::ALL {
                let declared = if self.has(library) { format!("mod {library};\n\n") } else { String::new() };
                text = text.replace(&gated(library), &declared);
            }
        }
        text
    }
}

fn gated(library: Library) -> String {
    format!("#[cfg(feature = \"{library}\")]\nmod {library};\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_asked_for_is_not_declared() {
        let by_feature = include_str!("../../support/conversions.rs");
        assert!(by_feature.contains(TOLERANCE));
        assert!(Library::ALL.iter().all(|library| by_feature.contains(&gated(*library))));
        assert_eq!(Conversions::ByFeature.declare(by_feature), by_feature);
        let some = Conversions::With(BTreeSet::from([Library::Jiff])).declare(by_feature);
        assert!(some.contains("mod clock;\n\nmod jiff;\n\n///"), "{some}");
        assert!(!some.contains("cfg"), "{some}");
    }
}
