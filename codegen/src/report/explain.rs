//! Where the facts about a type come from.

use std::fmt::Write;

use crate::model::{Deprecation, Evidence, EvidenceKind, Facts};
use crate::resolve::{Property, Resolved, Structured, StructuredKind, TypeId, TypeKind};
use crate::source::{Sources, Span};

/// Every fact about the type `id`, each with the kind of statement that it was read from, the place and the words.
#[must_use]
pub fn explain(resolved: &Resolved<'_>, sources: &Sources, id: TypeId) -> String {
    let ty = resolved.get(id);
    let mut page = Page { sources, text: String::new() };
    let what = match &ty.kind {
        TypeKind::Structured(structured) => match structured.kind {
            StructuredKind::Entity => "an entity type",
            StructuredKind::Complex => "a complex type",
        },
        TypeKind::Enum(enumeration) if enumeration.is_flags => "a flags enum",
        TypeKind::Enum(_) => "an enum",
        TypeKind::Undocumented => "a type without a page",
    };
    page.fact(&format!("{} is {what}, `{}` in Rust", ty.name, ty.ident), ty.evidence);
    if let TypeKind::Structured(structured) = &ty.kind {
        page.place("its kind: ", kind_evidence(structured, ty.evidence));
    }
    if let Some(deprecation) = ty.deprecated {
        page.fact(&deprecated(deprecation), Evidence::new(EvidenceKind::Prose, deprecation.span));
    }
    match &ty.kind {
        TypeKind::Structured(structured) => structured_facts(resolved, structured, &mut page),
        TypeKind::Enum(enumeration) => {
            for member in &enumeration.members {
                let value = member.value.map(|value| format!(" = {value}")).unwrap_or_default();
                let deprecated = member.deprecated.map(|it| format!(", {}", deprecated(it))).unwrap_or_default();
                page.fact(&format!("{}{value}{deprecated}", member.name), member.evidence);
            }
        }
        TypeKind::Undocumented => page.text.push_str("it takes any JSON value\n"),
    }
    page.text
}

/// Where the property `name` of the type `id`, its own or inherited, comes from, which may be its name in Rust; `None` if
/// it has no such property.
#[must_use]
pub fn explain_property(resolved: &Resolved<'_>, sources: &Sources, id: TypeId, name: &str) -> Option<String> {
    let all = resolved.all_properties(id);
    let is_called = |property: &Property<'_>| property.name.eq_ignore_ascii_case(name);
    let found = all.iter().find(|(_, property)| is_called(property));
    let (declarer, property) =
        *found.or_else(|| all.iter().find(|(_, property)| property.ident.to_string() == name))?;
    let mut page = Page { sources, text: String::new() };
    let kind = if property.navigation { "a navigation property" } else { "a property" };
    let fact = format!(
        "{} is {kind} of type {}, `{}` in Rust, declared by {}",
        property.name,
        type_of(resolved, property),
        property.ident,
        resolved.get(declarer).name
    );
    page.fact(&fact, property.evidence);
    type_evidence(property, &mut page);
    let facts = facts(property.facts);
    if !facts.is_empty() {
        page.fact(&facts, property.evidence);
    }
    Some(page.text)
}

/// What the kind was concluded from: the base, the key, or else the page as a whole.
fn kind_evidence(structured: &Structured<'_>, of_type: Evidence) -> Evidence {
    let of_base = structured.base.map(|base| base.evidence);
    let of_key = || structured.key.first().map(|key| key.evidence);
    of_base.or_else(of_key).unwrap_or(Evidence { kind: EvidenceKind::Inferred, ..of_type })
}

/// What a description says in passing, in a line; empty if nothing.
pub(crate) fn facts(facts: &Facts<'_>) -> String {
    let mut said: Vec<String> = Vec::new();
    for (word, holds) in
        [("read-only", facts.read_only), ("required", facts.required), ("only on $select", facts.only_on_select)]
    {
        said.extend(holds.then(|| word.to_owned()));
    }
    said.extend(facts.default.as_ref().map(|default| format!("default `{default}`")));
    said.extend(facts.filter.as_ref().map(|operators| format!("$filter ({})", operators.join(", "))));
    said.extend(facts.max_length.map(|max| format!("at most {max} characters")));
    said.extend(facts.deprecated.as_deref().map(deprecated));
    said.extend(facts.deprecated.as_ref().filter(|it| !it.note.is_empty()).map(|it| it.note.clone()));
    said.join(", ")
}

/// "deprecated since 2025-03, gone from 2026-06-30 on".
fn deprecated(Deprecation { since, removal, .. }: &Deprecation) -> String {
    let since = since.map(|day| format!(" since {day}")).unwrap_or_default();
    let removal = removal.map(|day| format!(", gone from {day} on")).unwrap_or_default();
    format!("deprecated{since}{removal}")
}

fn structured_facts(resolved: &Resolved<'_>, structured: &Structured<'_>, page: &mut Page<'_>) {
    if let Some(key) = structured.key.first() {
        let names: Vec<&str> = structured.key.iter().map(|key| key.value.as_ref()).collect();
        page.fact(&format!("key {}", names.join(", ")), key.evidence);
    }
    if let Some(base) = structured.base {
        page.fact(&format!("derives from {}", resolved.get(base.ty).name), base.evidence);
    }
    for (fact, stated) in [("abstract", structured.is_abstract), ("open", structured.is_open)] {
        stated.into_iter().for_each(|evidence| page.fact(fact, evidence));
    }
    for derived in &structured.derived {
        let evidence = resolved.structured(*derived).and_then(|derived| derived.base).map(|base| base.evidence);
        if let Some(evidence) = evidence {
            page.fact(&format!("base of {}", resolved.get(*derived).name), evidence);
        }
    }
    for property in &structured.properties {
        page.fact(&format!("{}: {}", property.name, type_of(resolved, property)), property.evidence);
        type_evidence(property, page);
    }
}

/// Where the type comes from, unless it is the property's own row.
fn type_evidence(property: &Property<'_>, page: &mut Page<'_>) {
    if property.type_evidence.kind != property.evidence.kind {
        page.place("its type: ", property.type_evidence);
    }
}

fn type_of(resolved: &Resolved<'_>, property: &Property<'_>) -> String {
    let name = resolved.name_of(property.ty);
    if property.collection { format!("Collection({name})") } else { name.to_owned() }
}

struct Page<'s> {
    sources: &'s Sources,
    text: String,
}

impl Page<'_> {
    /// The fact, and below it the place and the words that say so.
    fn fact(&mut self, fact: &str, evidence: Evidence) {
        let _ = writeln!(self.text, "{fact}");
        self.place("", evidence);
    }

    /// The place and the words, behind what they tell of.
    fn place(&mut self, of: &str, evidence: Evidence) {
        let Span { source, start, .. } = evidence.span;
        let Some(source) = self.sources.get(source) else { return };
        let line = source.line(start as usize);
        let words = self.sources.text(evidence.span).lines().next().unwrap_or_default();
        let short: String = words.chars().take(100).collect();
        let more = if short.len() < words.len() { "\u{2026}" } else { "" };
        let _ = writeln!(self.text, "    {of}{} at {}:{line}: {short}{more}", evidence.kind.as_str(), source.path);
    }
}
