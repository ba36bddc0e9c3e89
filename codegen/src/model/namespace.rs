//! Namespaces: Graph's own, and others of Microsoft's.

use std::fmt;
use std::sync::Arc;

use super::name::strip_prefix_caseless;

/// The namespace that nearly every type of Graph lives in or below.
pub const ROOT: &str = "microsoft.graph";

/// What the type is called that all entities derive from, in that namespace.
pub const ROOT_TYPE: &str = "entity";

/// What all namespaces begin with, `Microsoft.M365.AuditCore` too.
pub const VENDOR: &str = "microsoft.";

/// A namespace: `microsoft.graph` or one below it, each segment starting with a lower-case letter; or another one of
/// Microsoft's, as it is written.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Namespace(Arc<str>);

impl Namespace {
    /// `microsoft.graph` itself.
    #[must_use]
    pub fn root() -> Self {
        Self(ROOT.into())
    }

    /// The namespace written as `text`, with or without `microsoft.graph` in front; the root where nothing is left.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        if is_elsewhere(text) { Self(text.into()) } else { Self(joined(ROOT, below_root(text)).into()) }
    }

    /// The namespace of a name that was parsed.
    pub(super) fn written(text: &str) -> Self {
        Self(text.into())
    }

    /// The whole name, `microsoft.graph.identityGovernance`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The segments below `microsoft.graph`, none for the root; all of a namespace that isn't below it.
    pub fn segments(&self) -> impl Iterator<Item = &str> {
        below_root(&self.0).split('.').filter(|segment| !segment.is_empty())
    }

    /// What the names of its pages begin with, before the last `-`: `security-casemanagement`. Empty for the root, whose
    /// pages are called like their types.
    #[must_use]
    pub fn page_prefix(&self) -> String {
        self.segments().map(str::to_ascii_lowercase).collect::<Vec<_>>().join("-")
    }

    /// Whether this is `microsoft.graph` itself.
    #[must_use]
    pub fn is_root(&self) -> bool {
        *self.0 == *ROOT
    }
}

impl fmt::Display for Namespace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Namespace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether the namespace `text` is one of Microsoft's, and not Graph's.
pub(super) fn is_elsewhere(text: &str) -> bool {
    strip_prefix_caseless(text, VENDOR).is_some_and(|rest| !rest.is_empty()) && below_root(text).len() == text.len()
}

/// The name without `microsoft.graph` or `graph` in front.
pub(super) fn below_root(text: &str) -> &str {
    for prefix in [ROOT, "graph"] {
        if let Some(rest) = strip_prefix_caseless(text, prefix)
            && (rest.is_empty() || rest.starts_with('.'))
        {
            return rest.trim_start_matches('.');
        }
    }
    text
}

/// `home` and the segments of `text`, each with a lower-case first letter.
pub(super) fn joined(home: &str, text: &str) -> String {
    let mut full = String::with_capacity(home.len() + 1 + text.len());
    full.push_str(home);
    for segment in text.split('.').filter(|segment| !segment.is_empty()) {
        full.push('.');
        let mut chars = segment.chars();
        full.extend(chars.next().map(|first| first.to_ascii_lowercase()));
        full.push_str(chars.as_str());
    }
    full
}
