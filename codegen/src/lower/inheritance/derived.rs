//! A type's own list of the types that derive from it.

use crate::lower::Context;
use crate::lower::prose::phrases::Says;
use crate::lower::prose::sentence::{LINK, Sentence, sentences};
use crate::lower::section::{Passage, Topic};
use crate::model::{Claim, EvidenceKind, NamedRef};
use crate::page::{Block, Inlines};

use super::from_link;
use super::words::DERIVED;

/// What introduces such a list, lower case.
pub(in crate::lower) const LEADS: [&str; 18] = [
    "inherited by",
    "inherit from this",
    "inherit from it",
    "derived type",
    "types that derive",
    "types that inherit",
    "type that derives",
    "derive from ",
    "is the base",
    "base type for",
    "base type of",
    "base class for",
    "base class of",
    "base resource for",
    "derived from this",
    "subtypes include",
    "from which",
    "派生类型",
];

/// Leads that stand behind the types they speak of, or around them: "a and b inherit from this".
const TRAILING: [&str; 5] = ["inherit from this", "inherit from it", "derive from ", "derived from this", "from which"];

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
                let lead = passage.paragraph().filter(|(_, text)| text.says(Says::Derived));
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
        let Some(lead) = LEADS.iter().find(|lead| sentence.lower.contains(**lead)) else {
            if let Some(from) = foreign_list(&sentence) {
                found = true;
                let skipped = sentence.text[..from].matches(LINK).count();
                let links = sentence.links.iter().skip(skipped);
                claims.extend(links.filter_map(|link| from_link(context, link)).map(claim));
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

/// Where a list of another language begins: `Abgeleitete Typen: [a], [b]`. Without a colon it may be the derived types of
/// another type that are spoken of.
fn foreign_list(sentence: &Sentence<'_, '_>) -> Option<usize> {
    let ends = DERIVED.iter().filter_map(|lead| Some(sentence.lower.find(lead)? + lead.len()));
    let behind = ends.min()?;
    let colon = behind + sentence.text[behind..].find([':', '\u{ff1a}'])?;
    (!sentence.text[behind..colon].contains(LINK)).then_some(colon)
}

fn links_of<'s>(context: &Context<'_, 's>, sentence: &Sentence<'_, 's>, lead: &str) -> Vec<Claim<NamedRef<'s>>> {
    let trails = TRAILING.contains(&lead);
    let from = if trails { 0 } else { sentence.lower.rfind(lead).map_or(0, |at| at + lead.len()) };
    let skipped = sentence.text[..from].matches(LINK).count();
    // "Base class for apply actions in the [x] of [y]" is about the actions; "base type for entities with a name, for
    // example, [x]" is about x.
    let mut parts = sentence.lower[from..].split(LINK);
    let between = parts.next().unwrap_or_default();
    let enumerates =
        ["for example", "such as", "including", "which can be", "like", ":"].iter().any(|word| between.contains(word));
    let is_of_another = between.len() > " the ".len() && !enumerates || parts.next().is_some_and(goes_on_with_noun);
    if lead.starts_with("base ") && is_of_another {
        return Vec::new();
    }
    sentence.links.iter().skip(skipped).filter_map(|link| from_link(context, link)).map(claim).collect()
}

/// Whether what a link names is but whose something is: "base type for [x] settings".
fn goes_on_with_noun(behind: &str) -> bool {
    const WORDS: [&str; 10] = ["and", "or", "as", "in", "is", "are", "that", "which", "complex", "derived"];
    const KINDS: [&str; 5] = ["resource", "type", "entit", "object", "class"];
    let behind = behind.strip_prefix(' ').unwrap_or_default();
    let word = behind.split(|c: char| !c.is_ascii_lowercase()).next().unwrap_or_default();
    !word.is_empty() && !WORDS.contains(&word) && !KINDS.iter().any(|kind| word.starts_with(kind))
}

fn first_link<'s>(context: &Context<'_, 's>, words: &Inlines<'s>) -> Option<Claim<NamedRef<'s>>> {
    let (link, _) = words.links().next()?;
    from_link(context, link).map(claim)
}

fn claim(named: NamedRef<'_>) -> Claim<NamedRef<'_>> {
    let span = named.span;
    Claim::new(named, EvidenceKind::List, span)
}
