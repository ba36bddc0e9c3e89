//! Whether a page calls its type deprecated, or a property.

mod dates;
pub(super) mod localised;
mod note;
mod properties;
mod replaced;
mod row;

use std::borrow::Cow;

use crate::model::Deprecation;
use crate::page::{self, Block};

use super::Context;
use super::prose::docs::include;
use super::prose::phrases::{Says, Text};
use super::prose::sentence;
use super::section::{Passage, Topic};
use super::title::Title;

use dates::dates;
pub(super) use properties::of_properties;
pub(super) use replaced::DO_NOT_USE;
pub(super) use row::{of_member, of_row};

use note::{Call, Note, TO_COME, UNDER_WAY, VERBS, calls, one_line};

/// What Intune says of a property instead: "The property is obsolete".
pub(in crate::lower) const OBSOLETE: &str = "obsolete";

/// The subjects of sentences that aren't about the type. Mostly, those about a [`METHOD`] aren't, either.
const PARTS: [&str; 5] = ["property", "properties", "relationship", "value", "parameter"];
const METHOD: &str = "method";

/// The deprecation of the type that the page is about: from the title, a sentence of the introduction, or an included
/// note.
pub(super) fn of_page(context: &Context<'_, '_>, passages: &[Passage<'_, '_>]) -> Option<Deprecation> {
    let of_title = || Note::nothing().at(context.title.span);
    let introduction = || passages.iter().filter(|passage| passage.topic == Topic::Introduction);
    let paragraphs = || introduction().filter_map(Passage::paragraph);
    let mut notes = paragraphs().filter_map(|(words, text)| {
        let note = match include(words) {
            Some(target) => included_note(context, target),
            None => note(text, Some(&context.title)),
        }?;
        Some(note.at(words.span))
    });
    let mut to_title =
        paragraphs().filter_map(|(words, text)| Some(note_to_title(text, &context.title)?.at(words.span)));
    notes.next().or_else(|| context.title.is_deprecated.then(|| to_title.next().unwrap_or_else(of_title)))
}

/// The sentence that calls something deprecated below a title that does: it is about the type, whatever its subject,
/// "The sign-in method API is deprecated", "Deprecated and to be retired soon" (`networkaccess-branchsite.md`).
/// "Deprecated values" and "the operation" are others.
fn note_to_title(text: &Text<'_>, title: &Title) -> Option<Note> {
    const OTHERS: [&str; 4] = ["action", "function", "member", "operation"];
    if !text.says(Says::Deprecated) {
        return None;
    }
    let (plain, lower) = (without_marker(&text.plain), without_marker(text.lower()));
    let is_of_type = |call: &Call| {
        let before = &lower[sentence::around(lower, call.at).start..call.at];
        !PARTS.iter().any(|part| before.contains(part))
            && (!OTHERS.iter().any(|other| before.contains(other)) || names_type(before, title))
    };
    let is_remark = lower.starts_with("deprecated ") && row::is_remark_before(&plain["deprecated".len()..]);
    let opens = is_remark.then_some(Call { at: 0, end: lower.len() });
    let call = calls(lower, &VERBS).into_iter().find(is_of_type).or(opens)?;
    Some(Note::of(plain, lower, &call))
}

/// The sentence that calls the type with this `title` deprecated, and not a property of it. A file that is included for
/// that, and has no title, is about the type anyway.
fn note(text: &Text<'_>, title: Option<&Title>) -> Option<Note> {
    if !text.says(Says::Deprecated) {
        return None;
    }
    let (plain, lower) = (without_marker(&text.plain), without_marker(text.lower()));
    let mut of_a_part = false;
    let of_type = |call: &Call| {
        let before = &lower[sentence::around(lower, call.at).start..call.at];
        // "It has been deprecated" goes on with what the sentence before it was about.
        of_a_part &= before.starts_with("it ") || before.starts_with("they ");
        of_a_part |= PARTS.iter().chain([&METHOD]).any(|part| without_company(before).contains(part));
        // What is yet to be deprecated counts only where there is no doubt what is meant.
        let is_so = || ![UNDER_WAY, TO_COME].iter().any(|verb| lower[call.at..].starts_with(verb));
        !of_a_part
            && !is_about_another(before)
            && title.is_none_or(|title| names_type(before, title))
            && (is_so() || is_about_this(before))
    };
    if lower.trim().trim_end_matches('.') == "deprecated" {
        return Some(Note::nothing());
    }
    let call = calls(lower, &VERBS).into_iter().find(of_type)?;
    Some(Note::of(plain, lower, &call))
}

/// Whether the subject of the words before a verb is a type: by a word for such, or by its own name. "Some colours are",
/// "the colour of this lamp is" and "**colour** and its alias are" have another.
fn names_type(before: &str, title: &Title) -> bool {
    const NOUNS: [&str; 13] = [
        "this", "these", "it", "they", "api", "apis", "type", "resource", "entity", "object", "class", "feature",
        "endpoint",
    ];
    let subject = without_company(before);
    if is_of_some(subject) {
        return false;
    }
    // "The set of lights built on x" are what the type is one of.
    let is_set = subject.contains("set of ");
    let subject = subject.split(" of ").next().unwrap_or_default();
    is_set
        || subject.split(|c: char| !c.is_alphanumeric()).any(|word| NOUNS.contains(&word))
        || title.is_named_by(subject)
}

/// Whether a subject goes on to tell which ones it is about: "Meeting APIs that support live events" on `onlinemeeting.md`.
/// "This tells that the API" does not.
fn is_of_some(subject: &str) -> bool {
    const BEGINNINGS: [&str; 9] = ["a ", "all ", "an ", "it ", "its ", "the ", "these ", "this ", "they "];
    let tells = |behind: &str| !BEGINNINGS.iter().any(|word| behind.starts_with(word));
    subject.split_once("s that ").is_some_and(|(_, behind)| tells(behind))
}

/// Whether a clause begins before a verb that is about something else, "It replaces x, which", or only asks: "Tells whether
/// this type".
fn is_about_another(before: &str) -> bool {
    before.contains(" whose ")
        || before.contains("whether ")
        || before.trim_start().starts_with("if ")
        || [" which", " that"].iter().any(|word| before.trim_end().ends_with(word))
}

/// The words before a verb without what a type brings with it: "The x resource type and its associated methods is
/// deprecated".
fn without_company(before: &str) -> &str {
    const WITH: [&str; 3] = [" and its ", " and associated ", " and related "];
    WITH.iter().filter_map(|with| before.split_once(with)).map(|(subject, _)| subject).next().unwrap_or(before)
}

/// Whether the words before a verb are but "This complex type will", and go on to nothing else: "This lamp replaces x,
/// which will" does.
fn is_about_this(before: &str) -> bool {
    const MOST_WORDS: usize = 6;
    const FUTURE: [&str; 4] = [" will", " is", " is going to", " is to"];
    const OTHERS: [&str; 4] = ["which", "that", "whether", "if"];
    let Some(behind) = before.strip_prefix("this ") else { return false };
    let subject = FUTURE.iter().find_map(|verb| behind.trim_end().strip_suffix(verb)).unwrap_or_default();
    let words = || subject.split_whitespace();
    (1..=MOST_WORDS).contains(&words().count()) && !subject.contains(',') && !words().any(|word| OTHERS.contains(&word))
}

/// The words of a note without what it is marked with: `[!CAUTION]`.
fn without_marker(words: &str) -> &str {
    let behind = words.trim_start().strip_prefix("[!").and_then(|rest| rest.split_once(']'));
    behind.map_or(words, |(_, rest)| rest.trim_start())
}

/// What a file says of the type that the page includes. One that is missing or translated tells by its name; others may
/// warn of something else: "as tasks are being deprecated" (`attachment.md`).
fn included_note(context: &Context<'_, '_>, target: &str) -> Option<Note> {
    let is_named_so = names_deprecation(target, context.title.short_name().unwrap_or_default());
    let by_name = |text: String| is_named_so.then(|| Note { dates: dates(&text), text });
    let sources = context.sources;
    let Some(id) = sources.included(context.page.source, target) else { return by_name(String::new()) };
    let source = sources.get(id)?;
    let is_translated = context.language.is_translated();
    if !says_so(&source.text) {
        return by_name(String::new()).filter(|_| is_translated);
    }
    let page = page::parse(id, source);
    let mut words = page.blocks().filter_map(|(_, block)| match block {
        Block::Paragraph(words) | Block::Quote(words) => Some(without_marker(&words.plain()).to_owned()),
        _ => None,
    });
    if is_translated {
        return words.find(|words| says_so(words)).and_then(|words| by_name(one_line(&words)));
    }
    let said = words.find(|words| note(&Text::new(Cow::Borrowed(words)), None).is_some())?;
    let text = one_line(&said);
    Some(Note { dates: dates(&text), text })
}

/// Whether a file is called so, and not for something else that is deprecated: `shared-scope-property-deprecate`,
/// `search-api-deprecation`, `outlooktask-deprecate-sharedfeature`. The type called `own` may be called a feature itself.
fn names_deprecation(target: &str, own: &str) -> bool {
    const OTHERS: [&str; 2] = ["api", "feature"];
    let name = target.to_ascii_lowercase();
    let mut words = name.rsplit('/').next().unwrap_or_default().split(['-', '_', '.']);
    let is_of_others = |word: &str| PARTS.iter().chain(&OTHERS).any(|other| word.ends_with(other));
    name.contains("deprecat") && !words.any(|word| is_of_others(word) && !word.eq_ignore_ascii_case(own))
}

fn says_so(text: &str) -> bool {
    text.to_ascii_lowercase().contains("deprecat")
}

/// Whether what stands in brackets behind a name says so.
pub(super) fn says_remark(remark: &str) -> bool {
    let words = without_brackets(remark);
    says_so(words) || !words.is_empty() && localised::is_remark(&words.to_lowercase())
}

fn without_brackets(remark: &str) -> &str {
    remark.trim_matches([' ', '(', ')', '[', ']', '\u{ff08}', '\u{ff09}'])
}
