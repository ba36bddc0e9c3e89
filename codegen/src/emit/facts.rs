//! The doc comments of fields: what the page says, and the facts in one line.

use std::cell::LazyCell;

use crate::model::Facts;
use crate::resolve::{Property, Structured, TypeId};

use super::doc;
use super::item::Docs;
use super::links::item_link;
use super::markdown;
use super::place::Place;
use super::scope::Scope;

/// The docs of the field for `property`, in the struct of `id`. Where it is inherited, its first sentence will do.
pub(super) fn field_docs(from: Place<'_, '_>, id: TypeId, declared_by: TypeId, property: &Property<'_>) -> Docs {
    let linker = |text: &str, target: &str| from.link(text, target);
    let inherited = declared_by != id;
    let mut lines = if inherited {
        doc::first_sentence(property.docs, &linker).into_iter().collect()
    } else {
        doc::paragraphs(property.docs, &linker)
    };
    if lines.is_empty() {
        lines.push(format!("The {}.", called(property)));
    }
    let mut facts = facts(property.facts, &lines);
    if property.navigation {
        facts.push("navigation property".to_owned());
    }
    if is_key(from.scope, declared_by, property) {
        facts.push("key".to_owned());
    }
    if inherited {
        let ident = from.scope.resolved.get(declared_by).ident.as_str();
        facts.push(["declared by ", &item_link(ident, &from.type_path(declared_by))].concat());
    }
    if !facts.is_empty() {
        lines.extend([String::new(), ["*", &capitalized(facts.join(" \u{b7} ")), "*"].concat()]);
    }
    Docs(lines)
}

/// One line on `property`, without links: for the method of an enum that returns it.
pub(super) fn accessor_docs(property: &Property<'_>) -> String {
    let sentence = doc::first_sentence(property.docs, &|_, _| None);
    sentence.unwrap_or_else(|| format!("The {}.", called(property)))
}

fn called(property: &Property<'_>) -> String {
    let kind = if property.navigation { "relationship" } else { "property" };
    format!("{} {kind}", markdown::code(&property.name))
}

fn is_key(scope: &Scope<'_, '_>, declared_by: TypeId, property: &Property<'_>) -> bool {
    let keys = |structured: &Structured<'_>| structured.key.iter().any(|key| key.value == property.name);
    scope.resolved.structured(declared_by).is_some_and(keys)
}

/// The facts that the lines `above` don't state anyway.
fn facts(facts: &Facts<'_>, above: &[String]) -> Vec<String> {
    let above = LazyCell::new(|| above.join(" ").to_ascii_lowercase());
    let mut list = Vec::new();
    let mut add = |words: &str, fact: String| {
        if !above.contains(words) {
            list.push(fact);
        }
    };
    if facts.read_only {
        add("read-only", "read-only".to_owned());
    }
    if facts.required {
        add("required", "required on creation".to_owned());
    }
    if let Some(default) = &facts.default {
        add("default", format!("default: {}", markdown::code(default)));
    }
    if let Some(length) = facts.max_length {
        add("max", format!("maximum length: {length}"));
    }
    if facts.only_on_select {
        add("$select", "returned only on `$select`".to_owned());
    }
    if let Some(operators) = &facts.filter {
        let operators: Vec<String> = operators.iter().map(|operator| markdown::code(operator)).collect();
        let operators = if operators.is_empty() { String::new() } else { format!(" ({})", operators.join(", ")) };
        add("$filter", format!("supports `$filter`{operators}"));
    }
    list
}

fn capitalized(mut text: String) -> String {
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}
