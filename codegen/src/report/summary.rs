//! Counts.

use std::collections::BTreeMap;
use std::fmt;

use crate::diagnostic::{Diagnostics, Severity};
use crate::resolve::{Resolved, StructuredKind, TypeKind};
use crate::source::{Sources, Version};

/// How much the pages of one version define.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Entity types.
    pub entities: usize,
    /// Complex types.
    pub complexes: usize,
    /// Enums.
    pub enums: usize,
    /// Types that pages refer to and none defines.
    pub undocumented: usize,
    /// Properties, each counted where it is declared.
    pub properties: usize,
    /// Members of enums.
    pub members: usize,
}

impl Counts {
    /// Counts what is in `resolved`.
    #[must_use]
    pub fn of(resolved: &Resolved<'_>) -> Self {
        let mut counts = Self::default();
        for (_, ty) in resolved.types() {
            match &ty.kind {
                TypeKind::Structured(structured) => {
                    match structured.kind {
                        StructuredKind::Entity => counts.entities += 1,
                        StructuredKind::Complex => counts.complexes += 1,
                    }
                    counts.properties += structured.properties.len();
                }
                TypeKind::Enum(enumeration) => {
                    counts.enums += 1;
                    counts.members += enumeration.members.len();
                }
                TypeKind::Undocumented => counts.undocumented += 1,
            }
        }
        counts
    }
}

/// What a run found in the pages of one version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// The version.
    pub version: Version,
    /// Pages read.
    pub pages: usize,
    /// What they define.
    pub counts: Counts,
    /// Problems by severity.
    pub severities: BTreeMap<Severity, usize>,
    /// Problems by rule.
    pub rules: BTreeMap<&'static str, usize>,
}

impl Summary {
    /// The pages of `sources`, what they define, and what was reported about them.
    #[must_use]
    pub fn new(version: Version, sources: &Sources, counts: Counts, cx: &Diagnostics) -> Self {
        let pages = sources.pages().count();
        let (mut severities, mut rules) = (BTreeMap::new(), BTreeMap::new());
        for diagnostic in cx.sorted() {
            *severities.entry(diagnostic.severity).or_default() += 1;
            *rules.entry(diagnostic.rule.name).or_default() += 1;
        }
        Self { version, pages, counts, severities, rules }
    }

    /// How many problems of this severity there are.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.severities.get(&severity).copied().unwrap_or_default()
    }

    /// How often each rule was broken, as `rule 3, other-rule 1`; most frequent first.
    #[must_use]
    pub fn by_rule(&self) -> String {
        let mut rules: Vec<(&str, usize)> = self.rules.iter().map(|(rule, count)| (*rule, *count)).collect();
        rules.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        rules.iter().map(|(rule, count)| format!("{rule} {count}")).collect::<Vec<_>>().join(", ")
    }

    /// The problems alone: `1 error, 2 warnings, 3 notes`.
    #[must_use]
    pub fn problems(&self) -> String {
        [Severity::Error, Severity::Warning, Severity::Note]
            .map(|severity| plural(self.count(severity), &severity.to_string()))
            .join(", ")
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Counts { entities, complexes, enums, undocumented, properties, members } = self.counts;
        let types = plural(entities + complexes + enums, "type");
        write!(f, "{}: {}, {types}", self.version, plural(self.pages, "page"))?;
        write!(f, " ({entities} entity, {complexes} complex, {enums} enum)")?;
        if undocumented > 0 {
            write!(f, " and {undocumented} undocumented")?;
        }
        let properties = match properties {
            1 => "1 property".to_owned(),
            many => format!("{many} properties"),
        };
        write!(f, ", {properties}, {}; {}", plural(members, "enum member"), self.problems())
    }
}

/// So many of what the noun calls: `1 page`, `2 pages`.
pub(crate) fn plural(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
