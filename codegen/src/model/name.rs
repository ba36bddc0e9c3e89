//! Names of types as OData writes them, and what names are made of.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use memchr::memrchr;

use super::namespace::{Namespace, ROOT, below_root, is_elsewhere, joined};

/// A type's full name, `microsoft.graph.identityGovernance.customTaskExtension`.
///
/// Pages write the same name in several ways (`#microsoft.graph.user`, `graph.user`, `User`), so parsing brings every
/// segment to a lower-case first letter, and the registry compares by [`key`](Self::key), without case.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct QualifiedName(Arc<str>);

impl QualifiedName {
    /// The type called `name` in `namespace`.
    #[must_use]
    pub fn new(namespace: &Namespace, name: &str) -> Self {
        Self(joined(namespace.as_str(), name).into())
    }

    /// The type that `text` names: fully qualified, below `graph.`, or bare and then in `namespace`.
    ///
    /// `None` where `text` is not a dotted list of identifiers.
    #[must_use]
    pub fn parse(text: &str, namespace: &Namespace) -> Option<Self> {
        Self::split(text, namespace).map(|(home, rest)| Self(joined(home, rest).into()))
    }

    /// The type that `text` names in two parts, as they are written: where it is looked for, and the rest.
    #[must_use]
    pub fn split<'t>(text: &'t str, namespace: &'t Namespace) -> Option<(&'t str, &'t str)> {
        let text = text.trim().trim_start_matches('#');
        if !is_qualified_identifier(text) {
            return None;
        }
        if let Some((home, name)) = text.rsplit_once('.').filter(|(home, _)| is_elsewhere(home)) {
            return Some((home, name));
        }
        let rest = below_root(text);
        let qualified = rest.len() != text.len() || rest.contains('.');
        let home = if qualified { ROOT } else { namespace.as_str() };
        (!rest.is_empty()).then_some((home, rest))
    }

    /// The whole name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The last segment: `customTaskExtension`.
    #[must_use]
    pub fn name(&self) -> &str {
        last_segment(&self.0)
    }

    /// Whether the last segments, in any case, are those of `name`.
    #[must_use]
    pub fn ends_in(&self, name: &str) -> bool {
        strip_suffix_caseless(&self.0, name).is_some_and(|before| before.ends_with('.'))
    }

    /// All segments but the last.
    #[must_use]
    pub fn namespace(&self) -> Namespace {
        Namespace::written(self.namespace_str())
    }

    /// The same as text.
    #[must_use]
    pub fn namespace_str(&self) -> &str {
        let end = memrchr(b'.', self.0.as_bytes());
        end.map_or(ROOT, |end| &self.0[..end])
    }

    /// What two spellings of one name have in common.
    #[must_use]
    pub fn key(&self) -> String {
        self.0.to_ascii_lowercase()
    }
}

impl fmt::Display for QualifiedName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for QualifiedName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A name without regard to case: no two names of one schema differ in nothing else.
#[derive(Clone, Copy, Debug)]
pub struct Caseless<'a>(pub &'a str);

impl PartialEq for Caseless<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.0.eq_ignore_ascii_case(other.0)
    }
}

impl Eq for Caseless<'_> {}

impl Hash for Caseless<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        // The bit that tells capitals from small letters. It tells a few signs from others, too, which no name needs.
        const SMALL: u64 = u64::from_ne_bytes([b' '; 8]);
        let (words, rest) = self.0.as_bytes().as_chunks::<8>();
        words.iter().for_each(|word| state.write_u64(u64::from_le_bytes(*word) | SMALL));
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        state.write_u64(u64::from_le_bytes(last) | SMALL);
    }
}

/// Whether `text` is an OData simple identifier: a letter or `_`, then letters, digits and `_`
/// (OData CSDL 4.01, section 17.2; Graph keeps to ASCII).
#[must_use]
pub fn is_identifier(text: &str) -> bool {
    let mut bytes = text.bytes();
    bytes.next().is_some_and(|b| b.is_ascii_alphabetic() || b == b'_')
        && bytes.all(|b| b.is_ascii_alphanumeric() || b == b'_')
}

/// Whether `word` is an identifier that no word of any language looks like: `riskLevel`.
#[must_use]
pub fn is_camel(word: &str) -> bool {
    let has_capital = || word.bytes().any(|b| b.is_ascii_uppercase());
    is_identifier(word) && begins_small(word) && has_capital()
}

/// Whether a word of some language may be written as `word` is: with nothing but small letters behind the first.
#[must_use]
pub fn may_be_word(word: &str) -> bool {
    word.bytes().skip(1).all(|b| b.is_ascii_lowercase())
}

/// Whether `name` begins with a small letter, as nearly all of Graph's do.
#[must_use]
pub fn begins_small(name: &str) -> bool {
    name.as_bytes().first().is_some_and(u8::is_ascii_lowercase)
}

/// Whether `name` begins with a capital.
#[must_use]
pub fn begins_with_capital(name: &str) -> bool {
    name.as_bytes().first().is_some_and(u8::is_ascii_uppercase)
}

/// What stands behind the last dot of `name`.
#[must_use]
pub fn last_segment(name: &str) -> &str {
    memrchr(b'.', name.as_bytes()).map_or(name, |dot| &name[dot + 1..])
}

/// What `text` begins with that may be a name, perhaps a qualified one.
#[must_use]
pub fn leading_name(text: &str) -> &str {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.');
    &text[..text.find(|c| !is_part(c)).unwrap_or(text.len())]
}

/// What in `text` may be identifiers.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).filter(|word| !word.is_empty())
}

/// `text` without `prefix`, in whatever case it stands there.
#[must_use]
pub fn strip_prefix_caseless<'t>(text: &'t str, prefix: &str) -> Option<&'t str> {
    let (start, rest) = text.split_at_checked(prefix.len())?;
    start.eq_ignore_ascii_case(prefix).then_some(rest)
}

/// `text` without `suffix`, in whatever case it stands there.
#[must_use]
pub fn strip_suffix_caseless<'t>(text: &'t str, suffix: &str) -> Option<&'t str> {
    let (rest, end) = text.split_at_checked(text.len().checked_sub(suffix.len())?)?;
    end.eq_ignore_ascii_case(suffix).then_some(rest)
}

/// Whether one of two names may be short for the other, as `chart` is for `workbookChart`.
#[must_use]
pub fn may_be_same(a: &str, b: &str) -> bool {
    strip_suffix_caseless(a, b).or_else(|| strip_suffix_caseless(b, a)).is_some()
}

/// Whether `text` is one or more identifiers joined by dots.
#[must_use]
pub fn is_qualified_identifier(text: &str) -> bool {
    let mut begins = true;
    for byte in text.bytes() {
        begins = match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'_' => false,
            b'0'..=b'9' if !begins => false,
            b'.' if !begins => true,
            _ => return false,
        };
    }
    !begins
}

#[cfg(test)]
mod tests {
    use crate::hash::HashSet;

    use super::*;

    #[test]
    fn every_spelling_of_a_name_is_one_name() {
        let root = Namespace::root();
        let governance = Namespace::parse("microsoft.graph.identityGovernance");
        let parse = |text, namespace| QualifiedName::parse(text, namespace).map(|name| name.to_string());
        for text in ["#microsoft.graph.user", "microsoft.graph.User", "graph.user", "user", "#Microsoft.Graph.user"] {
            assert_eq!(parse(text, &root).as_deref(), Some("microsoft.graph.user"), "{text}");
        }
        let task = Some("microsoft.graph.identityGovernance.task");
        for text in ["task", "identityGovernance.task", "#microsoft.graph.identityGovernance.task"] {
            assert_eq!(parse(text, &governance).as_deref(), task, "{text}");
        }
        for text in ["", "#", "a b", "microsoft.graph", "microsoft.graph.", "a..b", "\u{e9}tat", "1a"] {
            assert_eq!(parse(text, &root), None, "{text:?}");
        }
    }

    #[test]
    fn other_namespaces_of_microsoft_are_not_below_the_root() {
        for text in ["Microsoft.M365.audit.kind", "#Microsoft.M365.audit.Kind"] {
            let name = QualifiedName::parse(text, &Namespace::root()).expect("a name");
            assert_eq!(name.as_str(), "Microsoft.M365.audit.kind");
            assert_eq!(name.namespace(), Namespace::parse("Microsoft.M365.audit"));
            assert!(name.namespace().segments().eq(["Microsoft", "M365", "audit"]));
        }
        assert!(!Namespace::parse("microsoft.teams").is_root());
        assert_eq!(Namespace::parse("microsoft").as_str(), "microsoft.graph.microsoft");
    }

    #[test]
    fn case_alone_makes_no_other_name() {
        let long = "x".repeat(70);
        let names = HashSet::from_iter([Caseless("displayName"), Caseless(&long)]);
        assert!(names.contains(&Caseless("DisplayName")) && names.contains(&Caseless(&long.to_uppercase())));
        assert!(!names.contains(&Caseless("displayNames")) && !names.contains(&Caseless(&long[1..])));
    }

    #[test]
    fn ends_are_compared_without_case() {
        assert_eq!(strip_suffix_caseless("workbookChart", "CHART"), Some("workbook"));
        assert_eq!([strip_suffix_caseless("t", "chart"), strip_suffix_caseless("\u{e9}", "x")], [None; 2]);
        assert!(may_be_same("chart", "workbookChart") && may_be_same("workbookChart", "chart"));
        assert!(!may_be_same("chart", "charts"));
    }

    #[test]
    fn a_namespace_that_only_starts_like_the_root_is_below_it() {
        let name = QualifiedName::parse("graphics.pixel", &Namespace::root());
        assert_eq!(name.map(|name| name.to_string()).as_deref(), Some("microsoft.graph.graphics.pixel"));
    }
}
