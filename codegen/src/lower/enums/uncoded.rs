//! Enum members that a description lists without code spans.

use std::borrow::Cow;
use std::ops::Range;

use crate::hash::HashSet;
use crate::model::Spanned;
use crate::model::name::is_identifier;
use crate::page::{InlineKind, Inlines};

/// What may stand between the lead and the first line.
const BETWEEN: [&str; 5] = ["", "are", "is", "include", "are as follows"];

/// What begins a line as a value does, but tells something else.
const CALLS: [&str; 9] = ["Note", "Important", "Warning", "Caution", "Tip", "Example", "Remark", "Remarks", "See"];

/// What does so if it is written differently from the first line, or names one of the values: "Default: a". Written
/// like the others, it is a value: "Required: in every port".
const FACTS: [&str; 6] = ["Default", "Optional", "Required", "Nullable", "ReadOnly", "Supported"];

/// The values that the lines behind the beginning of `list` begin with, else those in it; it is a part of `plain`, the words.
pub(super) fn values<'s>(words: &Inlines<'s>, plain: &str, list: Range<usize>) -> Vec<Spanned<Cow<'s, str>>> {
    let lines = in_lines(words, list.start);
    if lines.is_empty() { in_sentence(words, &plain[list]) } else { lines }
}

/// Values without code spans: `a, b or c`. Most of the pieces must be identifiers, else it is ordinary prose.
fn in_sentence<'s>(words: &Inlines<'s>, list: &str) -> Vec<Spanned<Cow<'s, str>>> {
    let list = list.trim_start_matches([' ', ':', '\u{ff1a}']);
    let list = ["are:", "are ", "is:", "is ", "include:", "include ", "为", "是", "包括"]
        .iter()
        .find_map(|verb| list.strip_prefix(verb))
        .unwrap_or(list);
    let separated = list.replace(" or ", ",").replace(" and ", ",");
    let pieces: Vec<&str> = separated
        .split([',', '|', ';', '、', '，', '和', '或'])
        .map(str::trim)
        .filter(|piece| !piece.is_empty())
        .collect();
    let mut values: Vec<Spanned<Cow<'s, str>>> = Vec::new();
    let mut seen: HashSet<&str> = HashSet::default();
    for piece in &pieces {
        let word = piece
            .split(['(', '\u{ff08}', ':'])
            .next()
            .unwrap_or_default()
            .trim()
            .trim_matches(['*', '"', '\'', '“', '”']);
        if is_identifier(word) && seen.insert(word) {
            values.push(Spanned::new(Cow::Owned(word.to_owned()), words.span));
        }
    }
    if values.len() >= 2 && values.len() * 10 >= pieces.len() * 6 { values } else { Vec::new() }
}

/// The values with which the lines behind byte `lead` begin, up to the first that begins otherwise, if there are several:
/// `<ul><li>None</li><li>Override: …</li></ul>` (`chatmessagepolicyviolation.md`).
fn in_lines<'s>(words: &Inlines<'s>, lead: usize) -> Vec<Spanned<Cow<'s, str>>> {
    let behind = words.placed().map(|(at, piece)| match piece.kind {
        _ if at + piece.text.len() <= lead => "",
        InlineKind::Break => "\n",
        _ => piece.text.get(lead.saturating_sub(at)..).unwrap_or_default(),
    });
    let list: String = behind.collect();
    let mut lines = list.lines();
    let is_lead = |line: &str| BETWEEN.contains(&line.trim_matches([' ', ':']));
    if !lines.next().is_some_and(is_lead) {
        return Vec::new();
    }
    let lines = lines.map(|line| line.trim_start_matches([' ', '-', '*', '•'])).filter(|line| !line.is_empty());
    let mut seen: HashSet<&str> = HashSet::default();
    let mut first = None;
    let mut names = Vec::new();
    for (name, behind) in lines.map_while(value) {
        let mark = behind.chars().next();
        let of_first = *first.get_or_insert(mark);
        let is_otherwise = matches!(mark, Some('.' | ':')) && mark != of_first && !matches!(of_first, Some(',' | ';'));
        let said = behind.trim_matches([':', '.', ' ']);
        if FACTS.contains(&name) && (is_otherwise || seen.contains(said)) {
            break;
        }
        if seen.insert(name) {
            names.push(name);
        }
    }
    let values: Vec<_> = names.into_iter().map(|name| Spanned::new(Cow::Owned(name.to_owned()), words.span)).collect();
    if values.len() > 1 { values } else { Vec::new() }
}

/// The identifier that a line consists of, or that is explained in it, and what stands behind it.
fn value(line: &str) -> Option<(&str, &str)> {
    let end = line.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(line.len());
    let (word, behind) = line.split_at(end);
    let rest = behind.trim_start();
    let is_apart = rest.len() < behind.len();
    let explains =
        |c: char| matches!(c, ':' | ',' | ';' | '\u{ff1a}') || is_apart && matches!(c, '-' | '–' | '—' | '(');
    let is_whole = rest.trim_end_matches(['.', ' ']).is_empty() || rest.starts_with(explains);
    (is_whole && is_identifier(word) && !CALLS.contains(&word)).then_some((word, rest))
}

#[cfg(test)]
mod tests {
    use crate::tests::of_paragraph;

    use super::in_lines;

    #[test]
    fn lines_begin_with_values() {
        const LEAD: &str = "Possible values";
        for (text, found) in [
            (" are:<br>round<br>flat", "round flat"),
            (":<br>- round: As the moon.<br>- **flat** -- As the sea.<br><br>- old (deprecated)", "round flat old"),
            (":<br>round<br>round<br>flat", "round flat"),
            (": <br>round,<br>flat.<br>When it rains, none.", "round flat"),
            (":<br>round<br>As the moon.<br>flat", ""),
            (":<br>round<br>flat<br>Note: none at night.", "round flat"),
            (":<br>round<br>flat<br>Default: flat", "round flat"),
            (":<br>round: As the moon.<br>flat: As the sea.<br>Default: flat.", "round flat"),
            (":<br>round<br>flat<br>Required.<br>Nullable.", "round flat"),
            (":<br>round<br>flat<br>Supported: in all ports", "round flat"),
            (":<br>round<br>flat<br>See: there", "round flat"),
            (":<br>round<br>flat<br>Remark: none", "round flat"),
            (":<br>None,<br>Optional,<br>Required.", "None Optional Required"),
            (":<br>None: Never.<br>Optional: At will.<br>Required: Always.", "None Optional Required"),
            (":<br>None<br>Default<br>Required", "None Default Required"),
            (":<br>round as the moon<br>flat as the sea", ""),
            (" round<br>flat<br>old", ""),
            (":<br>well-known<br>flat<br>old", ""),
            (".", ""),
        ] {
            let read = of_paragraph(&format!("{LEAD}{text}"), |words| {
                let values = in_lines(words, LEAD.len());
                values.iter().map(|value| value.value.as_ref()).collect::<Vec<_>>().join(" ")
            });
            assert_eq!(read, found, "{text}");
        }
    }
}
