//! Whether, and by which operators, a property may be filtered.

use crate::lower::prose::phrases::{Says, Text};
use crate::page::{Inline, InlineKind, Inlines};

use super::is_denied;

/// What descriptions call the query option, lower case.
pub(in crate::lower) const FILTER: &str = "$filter";

/// The operators that a list behind `$filter` may name, in any case: of 2021, `NOT`.
const OPERATORS: [&str; 13] =
    ["eq", "ne", "not", "ge", "le", "gt", "lt", "in", "has", "startsWith", "endsWith", "contains", "any"];

/// What else such a list consists of: "`eq` operator only", "`eq` on `null` values".
const BETWEEN_OPERATORS: [&str; 8] = ["and", "or", "on", "null", "values", "only", "operator", "operators"];

/// How descriptions say that a property can't be filtered by, without the verb before `$filter`.
pub(in crate::lower) const NO_FILTER: [&str; 3] =
    ["not support filter", "$filter isn't supported", "$filter is not supported"];

/// The operators by which the property `name` may be filtered, as far as they are told; none if nothing says that it may
/// be. `written` are the words in Markdown.
pub(super) fn operators(words: &Inlines<'_>, text: &Text<'_>, written: &str, name: &str) -> Option<Vec<&'static str>> {
    if !text.says(Says::Filter) || text.says(Says::NoFilter) {
        return None;
    }
    let behind = supported(text)? + FILTER.len();
    if is_of_parts(&text.plain[behind..], written, name) {
        return None;
    }
    let mut operators = Vec::new();
    let mut add = |word: &str| {
        let operator = OPERATORS.into_iter().find(|operator| operator.eq_ignore_ascii_case(word));
        operators.extend(operator.filter(|operator| !operators.contains(operator)));
    };
    match listed(&text.plain[behind..]) {
        Some(list) => list.for_each(add),
        None => coded(words, behind).for_each(&mut add),
    }
    Some(operators)
}

/// Where `$filter` stands first without being denied. "Supports: $select. Does not support $search, $filter" denies it by
/// the verb of its sentence, as "can't be used in a `$filter`" does, and "but not `$filter`" at once.
fn supported(text: &Text<'_>) -> Option<usize> {
    let lower = text.lower();
    let mut denied = false;
    lower.match_indices(['.', 's', 'u', '$']).find_map(|(at, _)| {
        let here = &lower[at..];
        if here.starts_with(". ") || here.starts_with(".\n") {
            denied = false;
        } else if here.starts_with("support") {
            denied = is_denied(&text.plain, at);
        } else if here.starts_with("use") {
            let before = lower[..at].trim_end();
            let before = before.strip_suffix(" be").unwrap_or(before);
            denied |= before.ends_with("cannot") || is_denied(&text.plain[..at], before.len());
        }
        let is_excepted = || lower[..at].ends_with("except ") || is_denied(&text.plain, at);
        (!denied && here.starts_with(FILTER) && !is_excepted()).then_some(at)
    })
}

/// The words in brackets that `text` begins with, if they are of a list: "(not in any berth)" is none.
fn listed(text: &str) -> Option<impl Iterator<Item = &str>> {
    let (list, _) = text.trim_start().strip_prefix('(')?.split_once(')')?;
    let words = list.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let known = OPERATORS.iter().chain(&BETWEEN_OPERATORS);
    words.clone().all(|word| known.clone().any(|known| known.eq_ignore_ascii_case(word))).then_some(words)
}

/// Whether one may filter only by properties of the property's value: "Supports `$filter` (`eq`) on **browser** and
/// **operatingSystem** properties", "on the following ones", but not "on `null` values" or "on all values", nor on what
/// is called `name`. Bold words on the page are names.
fn is_of_parts(rest: &str, written: &str, name: &str) -> bool {
    let list = rest.trim_start().strip_prefix('(').and_then(|list| list.split_once(')'));
    let Some(on) = list.map_or(rest, |(_, rest)| rest).strip_prefix(" on ") else { return false };
    let clause = on.split(['.', ';', '\n']).next().unwrap_or_default();
    let subject = on.strip_prefix("the ").unwrap_or(on);
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '/');
    let first = subject.split(|c| !is_part(c)).next().unwrap_or_default();
    let is_bold = || ["on", "on the"].iter().any(|on| written.contains(&format!("{on} **{first}**")));
    let says_parts = || clause.split(|c| !is_part(c)).any(|word| matches!(word, "following" | "nested"));
    first != name && (!first.is_empty() && is_bold() || says_parts())
}

/// What stands in code behind byte `behind`, up to the first piece of text that goes on with something else.
fn coded<'p>(words: &'p Inlines<'_>, behind: usize) -> impl Iterator<Item = &'p str> {
    let pieces = words.placed().filter(move |(at, _)| *at >= behind).map(|(_, piece)| piece);
    let of_list = |piece: &&Inline<'_>| piece.kind == InlineKind::Code || !piece.text.contains(['.', '$', ')']);
    pieces.take_while(of_list).filter(|piece| piece.kind == InlineKind::Code).map(|piece| piece.text.as_ref())
}
