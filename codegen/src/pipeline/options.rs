//! What is to be made of the pages.

use std::collections::BTreeSet;

use crate::emit::{Emission, EmitOptions};
use crate::resolve::TypeId;
use crate::source::Version;

/// What is to be made of the pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The version that the pages describe.
    pub version: Version,
    /// The types to make bindings of, with all that they need; all types if empty.
    pub select: Vec<String>,
    /// How the bindings shall be.
    pub emit: EmitOptions,
}

impl Options {
    /// All types of `version`, with nothing that has to be asked for.
    #[must_use]
    pub fn new(version: Version) -> Self {
        Self { version, select: Vec::new(), emit: EmitOptions::default() }
    }

    /// What `emit` is to know of them, and of what was found out since: the selected types, if not all, and the hash.
    pub(crate) fn emission(&self, selection: Option<BTreeSet<TypeId>>, input_hash: u64) -> Emission<'_> {
        Emission { api_version: self.version.as_str(), selection, input_hash, options: &self.emit }
    }
}
