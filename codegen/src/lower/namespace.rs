//! The namespace of each page.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::name::{leading_name, strip_prefix_caseless};
use crate::model::namespace::{ROOT, VENDOR};
use crate::model::{Namespace, PageName};
use crate::page::{Block, Page};
use crate::source::{Source, SourceId};

/// The words before the colon, lower case.
const LABELS: [&str; 12] = [
    "namespace",
    "命名空间",
    "名称空间",
    "命名空間",
    "名前空間",
    "namensraum",
    "espace de noms",
    "espacio de nombres",
    "espaço para nome",
    "spazio dei nomi",
    "пространство имен",
    "네임스페이스",
];

/// How many words a label may have in a language that we have no word for: `espace de noms`.
const LABEL_WORDS: usize = 4;

/// English words before the colon that speak of something else: `Base type: microsoft.graph.entity`.
const OTHER_LABELS: [&str; 13] = [
    "base", "type", "types", "class", "entity", "resource", "derived", "inherits", "see", "full", "parent", "example",
    "enum",
];

/// The namespace of every page: the one that it has `stated`, else from the first part of its file name
/// (`enums-managedtenants.md` has no line, `windowsupdates-….md` sometimes), else the root.
pub(super) fn namespaces(pages: &[(SourceId, &Source)], mut stated: Vec<Option<Namespace>>) -> Vec<Namespace> {
    unify_case(&mut stated);
    let below: BTreeMap<String, Namespace> =
        stated.iter().flatten().map(|found| (found.page_prefix(), found.clone())).collect();
    let inferred = |((_, page), stated): (&(SourceId, &Source), Option<Namespace>)| {
        let page = PageName::of_file(page.file_name());
        let of_enums = || below.get(page.as_str().strip_prefix("enums-")?);
        let of_file = || of_enums().or_else(|| below.get(page.prefix()?)).cloned();
        stated.or_else(of_file).unwrap_or_else(Namespace::root)
    };
    pages.iter().zip(stated).map(inferred).collect()
}

/// `termstore` is `termStore`: of spellings that differ in case alone, the one with capitals is meant.
fn unify_case(stated: &mut [Option<Namespace>]) {
    let mut spellings: BTreeMap<String, BTreeSet<Namespace>> = BTreeMap::new();
    for namespace in stated.iter().flatten() {
        spellings.entry(namespace.as_str().to_ascii_lowercase()).or_default().insert(namespace.clone());
    }
    for namespace in stated.iter_mut().flatten() {
        // Capitals sort before small letters.
        if let Some(best) = spellings.get(&namespace.as_str().to_ascii_lowercase()).and_then(BTreeSet::first) {
            *namespace = best.clone();
        }
    }
}

/// Whether `namespace` is one of those below `microsoft.graph`.
pub(super) fn is_below_root(namespace: &Namespace) -> bool {
    namespace.as_str().strip_prefix(ROOT).is_some_and(|rest| rest.starts_with('.'))
}

/// A line such as `Namespace: microsoft.graph.termStore`.
pub(super) struct Line {
    /// What stands before the colon, lower case.
    label: String,
    namespace: Namespace,
}

impl Line {
    /// The first such line of the page.
    pub(super) fn of(page: &Page<'_>) -> Option<Self> {
        page.blocks().find_map(|(_, block)| match block {
            Block::Paragraph(words) | Block::Quote(words) => words.plain().lines().find_map(namespace_line),
            _ => None,
        })
    }

    /// Whether it has a word for "namespace" in another language.
    pub(super) fn is_foreign(&self) -> bool {
        !self.label.contains("namespace")
    }

    /// The namespace that it states on `page`.
    pub(super) fn stated(self, page: &Page<'_>) -> Namespace {
        if is_type(page, &self.namespace) { above(&self.namespace) } else { self.namespace }
    }
}

/// Whether `stated` is what the metadata call the type that the page is about: the line has its full name
/// (`enumeratedpreapprovedpermissions.md`).
fn is_type(page: &Page<'_>, stated: &Namespace) -> bool {
    let Some(last) = stated.segments().last() else { return false };
    let titled = page.title().is_some_and(|title| title.text.plain().split_whitespace().next() == Some(last));
    titled && {
        let quoted = format!("\"{stated}\"");
        page.blocks().any(|(_, block)| matches!(block, Block::Comment(comment) if comment.text.contains(&quoted)))
    }
}

/// `namespace` without its last segment.
fn above(namespace: &Namespace) -> Namespace {
    Namespace::parse(namespace.as_str().rsplit_once('.').map_or(ROOT, |(above, _)| above))
}

/// What the line says, if it is one about the namespace, whatever follows.
pub(super) fn namespace_line(line: &str) -> Option<Line> {
    // Few lines have a colon, which is cheapest to look for. The vendor's first letter may be a capital.
    if !line.contains(':') && line.is_ascii() || !line.contains(&VENDOR[1..]) {
        return None;
    }
    let (label, rest) = line.trim().split_once([':', '\u{ff1a}'])?;
    let rest = rest.trim_start();
    let label = label.trim_matches(['*', '_', ' ', '\u{a0}']).to_lowercase();
    let name = leading_name(rest);
    // In a language that we have no word for: a few words, a colon, a namespace, and nothing else.
    let alone = rest[name.len()..].trim().is_empty() && label.split_whitespace().count() <= LABEL_WORDS;
    let name = name.trim_end_matches('.');
    let is_labelled = LABELS.contains(&label.as_str()) && strip_prefix_caseless(name, VENDOR).is_some();
    let is_other = || label.split_whitespace().any(|word| OTHER_LABELS.contains(&word));
    let states = is_labelled || alone && name.starts_with(ROOT) && !is_other();
    states.then(|| Line { label, namespace: Namespace::parse(name) })
}
