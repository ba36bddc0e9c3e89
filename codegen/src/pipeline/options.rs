//! What is to be made of the pages.

use std::collections::BTreeSet;

use crate::emit::{Conversions, EmitOptions, FilePer, Scalars, Support};
use crate::resolve::TypeId;
use crate::source::Version;

/// What is to be made of the pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The version that the pages describe.
    pub version: Version,
    /// The types to make bindings of, with all that they need; all types if empty.
    pub select: Vec<String>,
    /// The path of a support module that exists elsewhere; one is written beside the bindings if `None`.
    pub support: Option<String>,
    /// The conversions that the support module has, if it is written beside the bindings.
    pub conversions: Conversions,
    /// The types that fields have in place of the scalars.
    pub scalars: Scalars,
    /// Whether structs have a method `with_…` per property, and enums over derived types one `as_…_mut` per variant.
    pub setters: bool,
    /// What each file of types holds.
    pub file_per: FilePer,
}

impl Options {
    /// All types of `version`, with nothing that has to be asked for.
    #[must_use]
    pub fn new(version: Version) -> Self {
        Self {
            version,
            select: Vec::new(),
            support: None,
            conversions: Conversions::ByFeature,
            scalars: Scalars::default(),
            setters: false,
            file_per: FilePer::default(),
        }
    }

    /// What `emit` is to know of them, and of what was found out since: the selected types, if not all, and the hash.
    pub(crate) fn of_emit(&self, selection: Option<BTreeSet<TypeId>>, input_hash: u64) -> EmitOptions {
        EmitOptions {
            api_version: self.version.as_str(),
            support: self.support.clone().map_or(Support::Copied, Support::Path),
            conversions: self.conversions.clone(),
            scalars: self.scalars.clone(),
            selection,
            setters: self.setters,
            file_per: self.file_per,
            input_hash,
        }
    }
}
