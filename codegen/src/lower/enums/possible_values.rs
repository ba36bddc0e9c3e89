//! Enum members that a description lists: "Possible values are: `a`, `b`".

use std::borrow::Cow;
use std::ops::Range;

use crate::hash::HashSet;
use crate::lower::prose::phrases::{Says, Text};
use crate::lower::prose::sentence::begins_a_sentence;
use crate::model::Spanned;
use crate::model::name::strip_prefix_caseless;
use crate::page::{Inline, InlineKind, Inlines};

use super::uncoded;

/// What introduces the list, lower case.
pub(in crate::lower) const LEADS: [&str; 29] = [
    "possible values",
    "possible value",
    "possible enumeration values",
    "allowed values",
    "allowable values",
    "valid values",
    "supported values",
    "following values",
    "two values",
    "the values are",
    "the value is",
    "values can be",
    "value can be",
    "can be one of",
    "can be:",
    "one of:",
    "可取值为",
    "可能的值",
    "可能值",
    "允许的值",
    "允许值",
    "有效值",
    "支持的值",
    "取值为",
    "值为",
    "值包括",
    "以下值",
    "可能的枚举值",
    "使用可能な値",
];

/// What introduces a list once more, lower case.
const REPEATED: [&str; 9] = [
    "possible values are",
    "possible values:",
    "the possible values are",
    "supported values are",
    "supported values:",
    "allowed values are",
    "allowed values:",
    "valid values are",
    "valid values:",
];

/// The values that the description `text` of `words` lists as the only possible ones.
pub(in crate::lower) fn possible_values<'s>(words: &Inlines<'s>, text: &Text<'_>) -> Vec<Spanned<Cow<'s, str>>> {
    let Some(Range { end: lead, .. }) = text.first(Says::PossibleValues) else { return Vec::new() };
    let plain = &text.plain;
    let end = lead + end_of_list(&plain[lead..]);
    let mut coded = coded_values(words, lead..end_of_repeated(words, plain, end), SEVERAL);
    // Behind a list, the case is about one of its values.
    if coded.len() < 2 && plain.contains(OTHERWISE) {
        return values_by_case(words, plain);
    }
    if coded.is_empty() {
        return coded_later(words, plain, end).unwrap_or_else(|| uncoded::values(words, plain, lead..end));
    }
    let mut later = later_values(words, plain, end);
    later.extend(items(words, lead, end));
    if !later.is_empty() {
        let known: HashSet<&str> = coded.iter().map(|value| value.value.as_ref()).collect();
        later.retain(|value| !known.contains(value.value.as_ref()));
        coded.append(&mut later);
    }
    coded
}

/// How many values a list has at least.
const SEVERAL: usize = 2;

/// The code spans of the list that begins at byte `start`.
fn list_at<'s>(words: &Inlines<'s>, plain: &str, start: usize) -> Vec<Spanned<Cow<'s, str>>> {
    coded_values(words, start..start + end_of_list(&plain[start..]), SEVERAL)
}

/// What introduces a list for a second time, without its first letter, which may be a capital.
const AGAIN: &str = "ossible values are";

/// The list in code spans that follows one without: "Possible values are: a, b. Possible values are: `a`, `b`,
/// `unknownFutureValue`". The first was written by hand, the second by a generator.
fn coded_later<'s>(words: &Inlines<'s>, plain: &str, end: usize) -> Option<Vec<Spanned<Cow<'s, str>>>> {
    // "The other possible values are" are only some.
    let is_whole = |before: &str| {
        let before = before.strip_suffix(['P', 'p']).unwrap_or_default();
        begins_a_sentence(["The ", "the "].iter().find_map(|the| before.strip_suffix(the)).unwrap_or(before))
    };
    let again = plain[end..].match_indices(AGAIN).map(|(at, lead)| (end + at, end + at + lead.len()));
    let again = again.filter(|(at, _)| is_whole(&plain[..*at])).take(MOST_CASES);
    again.map(|(_, start)| list_at(words, plain, start)).find(|list| list.len() >= SEVERAL)
}

/// What introduces the value for all other cases, without its first letter.
const OTHERWISE: &str = "therwise, the value is ";

/// How many cases, or repeated lists, are looked at: each takes a pass over the whole description.
const MOST_CASES: usize = 64;

/// The values of "In this case, the property value is `a`. Otherwise, the value is `b`", of which there are no others
/// (`callrecords-pstncalllogrow.md`).
fn values_by_case<'s>(words: &Inlines<'s>, plain: &str) -> Vec<Spanned<Cow<'s, str>>> {
    let starts = plain.match_indices("value is ").take(MOST_CASES).map(|(at, lead)| at + lead.len());
    let values: Vec<_> = starts.filter_map(|start| list_at(words, plain, start).into_iter().next()).collect();
    if values.len() >= SEVERAL { values } else { Vec::new() }
}

/// The header with which the service sends members that were added to an enum later.
const HEADER: &str = "include-unknown-enum-members";

/// The values of "Use the `Prefer: include-unknown-enum-members` request header to get the following values". The list
/// before mostly has them, too, but not always (`policyscopebase.md`).
fn later_values<'s>(words: &Inlines<'s>, plain: &str, end: usize) -> Vec<Spanned<Cow<'s, str>>> {
    let Some(header) = plain[end..].find(HEADER).map(|at| end + at + HEADER.len()) else { return Vec::new() };
    coded_values(words, header..header + end_of_list(&plain[header..]), 1)
}

/// The values with which the lines behind byte `end` begin, if the list itself begins a line: `<ul><li>`code`: Prose.
/// More prose.</li><li>`token`: …`, or `<br>- `code`: …` (`oidcidentityprovider.md`).
fn items<'s>(words: &Inlines<'s>, lead: usize, end: usize) -> Vec<Spanned<Cow<'s, str>>> {
    let (mut begins_line, mut is_list) = (false, false);
    let mut values = Vec::new();
    for (here, piece) in words.placed() {
        match piece.kind {
            _ if here < lead => {}
            InlineKind::Break => begins_line = true,
            _ if piece.is_bullet() => {}
            InlineKind::Code if begins_line => {
                is_list |= here < end;
                begins_line = false;
                if here >= end && is_word(&piece.text) {
                    values.push(Spanned::new(piece.text.clone(), piece.span));
                }
            }
            // The list ends where a line begins with something else.
            _ if begins_line || here < end && !is_list && piece.kind == InlineKind::Code => break,
            _ => {}
        }
    }
    if is_list { values } else { Vec::new() }
}

/// Where the list ends if the sentences behind byte `end` repeat it for the same property: "Possible values are: `a`.
/// Possible values are: `a`, `b`." A sentence with a subject, "For x, possible values are", is about something else,
/// and one that doesn't go on with code, "Possible values are described in `y`", has no list.
fn end_of_repeated(words: &Inlines<'_>, plain: &str, mut end: usize) -> usize {
    let mut codes = words.placed().filter(|(_, piece)| piece.kind == InlineKind::Code).map(|(at, _)| at).peekable();
    loop {
        let behind = plain[end..].trim_start_matches(['.', ' ', '\n']);
        let Some(list) = REPEATED.iter().find_map(|lead| strip_prefix_caseless(behind, lead)) else { return end };
        let list = list.trim_start_matches([':', ' ', '\n']);
        let start = plain.len() - list.len();
        while codes.next_if(|at| *at < start).is_some() {}
        if codes.peek() != Some(&start) {
            return end;
        }
        end = start + end_of_list(list);
    }
}

/// "And" in scripts that write it right behind a value.
const AND: [&str; 3] = ["和", "および", "및"];

/// Whether a list goes on behind a full stop that follows `before`: translation moves the words of a list, and leaves what
/// stood between them, "`a`, , . `b`" or "`a`和 。`b`". Behind letters of their own script they end a word: 总和.
pub(super) fn goes_on(before: &str) -> bool {
    let before = before.trim_end();
    let is_and = |and: &str| {
        let behind = before.strip_suffix(and).map(|value| value.chars().next_back());
        behind.is_some_and(|last| last.is_none_or(|last| last.is_ascii()))
    };
    before.ends_with([',', '、', '，']) || AND.iter().any(|and| is_and(and))
}

/// Where the sentence with the list ends.
fn end_of_list(text: &str) -> usize {
    let stop = |(at, c): (usize, char)| {
        if !matches!(c, '.' | '\u{3002}') {
            return None;
        }
        if goes_on(&text[..at]) {
            return None;
        }
        let behind = &text[at + c.len_utf8()..];
        let rest = behind.trim_start_matches(' ');
        let gap = rest.len() < behind.len();
        let mut next = rest.chars();
        let (first, second) = (next.next(), next.next());
        let prose = first.is_none_or(|first| first.is_uppercase() || !first.is_ascii())
            && second.is_none_or(|second| !second.is_uppercase());
        (c == '\u{3002}' || (gap || rest.is_empty()) && prose).then_some(at)
    };
    text.char_indices().find_map(stop).unwrap_or(text.len())
}

/// The code spans in the bytes `list` of the plain text. Where there are `enough`, and a full stop, the lines that
/// follow explain one of them each: "`a`, `b`.<br>`a` refers to …".
fn coded_values<'s>(words: &Inlines<'s>, list: Range<usize>, enough: usize) -> Vec<Spanned<Cow<'s, str>>> {
    let mut values: Vec<Spanned<Cow<'s, str>>> = Vec::new();
    let mut seen: HashSet<&str> = HashSet::default();
    let mut stopped = false;
    for (_, piece) in words.placed().filter(|(at, _)| list.contains(at)) {
        if stopped && piece.kind == InlineKind::Break && values.len() >= enough {
            break;
        }
        stopped = matches!(piece.text.trim(), "." | "\u{3002}");
        for value in parts(piece).filter(|value| is_word(value) && seen.insert(value)) {
            values.push(Spanned::new(Cow::Owned(value.to_owned()), piece.span));
        }
    }
    values
}

/// What stands in a code span, if `piece` is one. It may hold a whole list, and translation runs spans together:
/// "`a``b`".
pub(super) fn parts<'p>(piece: &'p Inline<'_>) -> impl Iterator<Item = &'p str> {
    let code = if piece.kind == InlineKind::Code { piece.text.as_ref() } else { "" };
    let parts = code.split([',', '|', '`']).map(|part| part.trim().trim_matches(['\'', '"']));
    parts.filter(|part| !part.is_empty())
}

/// Whether code is written as members mostly are: neither a number nor several words.
fn is_word(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.' | b'-'))
}
