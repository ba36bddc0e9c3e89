//! A type's own list of the types that derive from it.

use std::borrow::Cow;

use crate::lower::Context;
use crate::lower::prose::phrases::{Says, Text};
use crate::lower::prose::sentence::{LINK, Sentence, sentences};
use crate::lower::section::{Passage, Topic};
use crate::model::{Claim, EvidenceKind, NamedRef};
use crate::page::{Block, Inline, Inlines};

use super::words::DERIVED;
use super::{TRUE_FRIENDS, begins_with_own_name, from_link};

/// What introduces such a list, lower case.
pub(in crate::lower) const LEADS: [&str; 35] = [
    "inherited by",
    "inherit from this",
    "inherit from it",
    "derived type",
    "types that derive",
    "types that inherit",
    "type that derives",
    "derived from it",
    "derive from ",
    BASE_OF_KIND,
    "s the base for",
    "s the base of",
    "base type for",
    "base type of",
    "base class for",
    "base class of",
    "base resource for",
    "parent type of",
    "parent type for",
    "parent class of",
    "parent class for",
    "parent abstract type",
    "superclass of",
    "derived from this",
    "subclass of this",
    "subclasses of this",
    "subtypes include",
    "subtypes are",
    "subtypes:",
    "these subtypes",
    "following subtypes",
    "from which",
    CONCRETE,
    ONE_OF,
    "派生类型",
];

/// A lead if a noun for a type follows: not "is the base URL of [x]".
const BASE_OF_KIND: &str = "is the base";

/// A lead to types one of which a value is of.
const CONCRETE: &str = "use the concrete type";

/// A lead to types one of which a value of the page's own type is of: "A boat can be one of the following types: [a],
/// [b]".
const ONE_OF: &str = "be one of the following types";

/// Leads that stand behind the types they speak of: "a and b inherit from this".
const TRAILING: [&str; 7] = [
    "inherit from this",
    "inherit from it",
    "derive from ",
    "derived from this",
    "derived from it",
    "subclass of this",
    "subclasses of this",
];

/// The lead around which the types stand: "a type from which a and b inherit".
const AROUND: &str = "from which";

/// Leads that the name of the page's own type follows: "a and b inherit from **boatBase**".
const BEFORE_NAME: [&str; 3] = ["inherit from ", "derive from ", "derived from "];

/// The types that the introduction, or a section of its own, says derive from this one.
pub(in crate::lower) fn derived<'s>(
    context: &Context<'_, 's>,
    passages: &[Passage<'_, 's>],
) -> Vec<Claim<NamedRef<'s>>> {
    let mut claims = Vec::new();
    let mut listing = false;
    let mut section = None;
    for passage in passages.iter().filter(|passage| matches!(passage.topic, Topic::Introduction | Topic::DerivedTypes))
    {
        let all = passage.topic == Topic::DerivedTypes;
        if section.replace(passage.section) != Some(passage.section) {
            listing = all;
        }
        match passage.block {
            Block::Paragraph(_) | Block::Quote(_) => {
                let says = |(_, text): &&(_, Text<'_>)| text.says(Says::Derived) || text.says(Says::Inherits);
                let lead = passage.paragraph().filter(says);
                listing = lead.is_some_and(|(words, _)| lead_in(context, words, &mut claims)) || all;
            }
            Block::ListItem(words) if listing => claims.extend(first_link(context, words)),
            Block::Table(table) if listing => {
                claims.extend(table.rows.iter().filter_map(|row| first_link(context, row.cells.first()?)));
            }
            _ => {}
        }
    }
    claims
}

/// Whether a sentence of the paragraph introduces the list; the types that it names itself go into `claims`.
fn lead_in<'s>(context: &Context<'_, 's>, words: &Inlines<'s>, claims: &mut Vec<Claim<NamedRef<'s>>>) -> bool {
    let mut found = false;
    for sentence in sentences(words) {
        if sentence.has(&TRUE_FRIENDS) {
            continue;
        }
        if let Some(at) = before_own_name(context, &sentence) {
            found = true;
            claims.extend(links_before(context, &sentence, at));
            continue;
        }
        // Most sentences have no lead, as a single search for all of them tells.
        if !Text::new(Cow::Borrowed(&sentence.text)).says(Says::Derived) {
            continue;
        }
        let is_lead = |lead: &str| sentence.lower.contains(lead) && (lead != ONE_OF || is_one_of(context, &sentence));
        let Some(lead) = LEADS.iter().find(|lead| is_lead(lead)) else {
            if let Some(from) = foreign_list(&sentence) {
                found = true;
                claims.extend(sentence.links_around(from).1.iter().filter_map(|link| listed(context, link)));
            }
            continue;
        };
        // "Inherits from [x], from which …" and the like begin with the base.
        if sentence.has(&["inherits from", "derives from", "derived from \u{fffc}"]) {
            continue;
        }
        found = true;
        claims.extend(links_of(context, &sentence, lead));
    }
    found
}

/// Whether the page's own type is what "can be one of" others.
fn is_one_of(context: &Context<'_, '_>, sentence: &Sentence<'_, '_>) -> bool {
    let subject = sentence.lower.find(ONE_OF).map(|at| sentence.lower[..at].trim());
    let subject = subject.and_then(|before| ["can", "may", "must"].iter().find_map(|verb| before.strip_suffix(verb)));
    subject.is_some_and(|subject| {
        let subject = subject.trim();
        // "A boat object"; `directoryObject` has the noun in its name, as `assignmentResource` has others.
        let name = subject.strip_suffix("object");
        let of_page = ["this resource", "this type", "this entity", "this object"];
        of_page.contains(&subject)
            || [Some(subject), name].into_iter().flatten().any(|name| context.title.is_named_by(name))
    })
}

/// Where a list of another language begins: `Abgeleitete Typen: [a], [b]`. Without a colon it may be the derived types of
/// another type that are spoken of.
fn foreign_list(sentence: &Sentence<'_, '_>) -> Option<usize> {
    let ends = DERIVED.iter().filter_map(|lead| Some(sentence.lower.find(lead)? + lead.len()));
    let behind = ends.min()?;
    let colon = behind + sentence.text[behind..].find([':', '\u{ff1a}'])?;
    (!sentence.text[behind..colon].contains(LINK)).then_some(colon)
}

/// Where the words begin that say of others that they derive from the page's own type.
fn before_own_name(context: &Context<'_, '_>, sentence: &Sentence<'_, '_>) -> Option<usize> {
    BEFORE_NAME.iter().find_map(|words| {
        let at = sentence.lower.find(words)?;
        begins_with_own_name(context, &sentence.text[at + words.len()..]).then_some(at)
    })
}

/// The types that are linked before byte `at`, or behind a colon.
fn links_before<'s>(context: &Context<'_, 's>, sentence: &Sentence<'_, 's>, at: usize) -> Vec<Claim<NamedRef<'s>>> {
    let first = sentence.text[at..].split(LINK).next().unwrap_or_default();
    let links = match sentence.links_around(at) {
        ([], behind) if first.trim_end().ends_with(':') => behind,
        (before, _) => before,
    };
    links.iter().filter_map(|link| listed(context, link)).collect()
}

fn links_of<'s>(context: &Context<'_, 's>, sentence: &Sentence<'_, 's>, lead: &str) -> Vec<Claim<NamedRef<'s>>> {
    let at = sentence.lower.rfind(lead).unwrap_or_default();
    if TRAILING.contains(&lead) {
        return links_before(context, sentence, at);
    }
    let from = if lead == AROUND { 0 } else { at + lead.len() };
    // "Base class for apply actions in the [x] of [y]" is about the actions; "base type for entities with a name, for
    // example, [x]" is about x.
    let mut parts = sentence.lower[from..].split(LINK);
    let between = parts.next().unwrap_or_default();
    let enumerates =
        ["for example", "such as", "including", "which can be", "like", ":"].iter().any(|word| between.contains(word));
    let is_of_another = between.len() > " the ".len() && !enumerates
        || parts.next().is_some_and(|behind| goes_on_without(&BEHIND_LINK, behind));
    // "Use the concrete type of [x]" names none.
    let is_of_value = lead == CONCRETE && between.trim_start().starts_with("of ");
    let is_other_base = lead == BASE_OF_KIND && goes_on_without(&BEHIND_BASE, &sentence.lower[from..]);
    let is_noun = ["base ", "parent ", "superclass ", "s the base "].iter().any(|noun| lead.starts_with(noun));
    if is_of_value || is_other_base || is_noun && is_of_another {
        return Vec::new();
    }
    sentence.links_around(from).1.iter().filter_map(|link| listed(context, link)).collect()
}

/// How a sentence goes on behind a link if it is about the linked type itself. "Base type for [x] settings" is about
/// something else.
const BEHIND_LINK: [&str; 10] = ["and", "or", "as", "in", "is", "are", "that", "which", "complex", "derived"];

/// How a sentence goes on behind "is the base" if that is of types. "Is the base URL of [x]" is of something else.
const BEHIND_BASE: [&str; 7] = ["for", "of", "abstract", "complex", "in", "that", "from"];

/// Whether a word follows that is none of `words`, nor one for a type.
fn goes_on_without(words: &[&str], behind: &str) -> bool {
    const KINDS: [&str; 5] = ["resource", "type", "entit", "object", "class"];
    let behind = behind.strip_prefix(' ').unwrap_or_default();
    let word = behind.split(|c: char| !c.is_ascii_lowercase()).next().unwrap_or_default();
    !word.is_empty() && !words.contains(&word) && !KINDS.iter().any(|kind| word.starts_with(kind))
}

/// The type that an item of the list is about, perhaps in other words first, "A file ([x] resource)" (`attachment.md`): not
/// "See also [x]" or "`a`: in [x]".
fn first_link<'s>(context: &Context<'_, 's>, words: &Inlines<'s>) -> Option<Claim<NamedRef<'s>>> {
    const ELSEWHERE: [&str; 3] = ["see", "learn", "about"];
    let (link, _) = words.links().next()?;
    let before = words.pieces.iter().take_while(|piece| piece.span != link.span);
    let leads_away =
        |word: &str| word.ends_with(':') || ELSEWHERE.iter().any(|elsewhere| word.eq_ignore_ascii_case(elsewhere));
    let is_about = before.flat_map(|piece| piece.text.split_whitespace()).all(|word| !leads_away(word));
    if is_about { listed(context, link) } else { None }
}

/// The type that a link of the list is about. A label with a capital is meant for people, and the page tells the name:
/// `[Call](callactivitystatistics.md)`.
fn listed<'s>(context: &Context<'_, 's>, link: &Inline<'s>) -> Option<Claim<NamedRef<'s>>> {
    let mut named = from_link(context, link)?;
    if named.text.starts_with(char::is_uppercase) && named.link().page().is_some() {
        named.text = Cow::Borrowed("");
    }
    let span = named.span;
    Some(Claim::new(named, EvidenceKind::List, span))
}
