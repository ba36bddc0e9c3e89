//! Bases, abstractness and openness from prose.
//!
//! Three of five base types are named in a sentence and nowhere else. The sentences come in a dozen shapes ("Inherits
//! from [x](x.md)", "derived from **x**", "a subtype of [x]"), and some only look like one: they speak of the types
//! that derive from this one, or of something else.

mod bare;
pub(super) mod derived;
mod kinds;
mod localised;
mod nouns;
mod subject;
pub(super) mod words;

use std::borrow::Cow;

use crate::model::name::last_segment;
use crate::model::namespace::ROOT_TYPE;
use crate::model::{Claim, EvidenceKind, Link, NamedRef};
use crate::page::{Inline, InlineKind, Inlines};
use crate::source::Span;

use super::Context;
use super::prose::phrases::{Says, Text};
use super::prose::sentence::{LINK, Sentence, sentences, up_to};
use super::section::{Passage, Topic};
use super::type_name::name_in_label;

pub(super) use bare::{BareWords, marked};
pub(super) use kinds::{INSTANTIATE, says_abstract, says_open};

/// Verbs and nouns of inheritance, lower case, with the words that may stand between them and the base.
const PHRASES: [(&str, &[&str]); 9] = [
    ("inherit", &["from"]),
    ("deriv", &["from", "of"]),
    // Not "subtypes of", which are several.
    ("subtype of", &["of"]),
    ("subclass", &["of", "from"]),
    ("extends", &["extends"]),
    ("specialization", &["of"]),
    // Not "Base type of [x] and [y]".
    ("base type:", &["base type:"]),
    ("base type is", &["base type is"]),
    ("parent type:", &["parent type:"]),
];

/// The verbs and nouns alone.
pub(super) const VERBS: [&str; PHRASES.len()] = {
    let mut verbs = [""; PHRASES.len()];
    let mut at = 0;
    while at < verbs.len() {
        verbs[at] = PHRASES[at].0;
        at += 1;
    }
    verbs
};

/// Sentences with one of these are about other types than the page's own.
const FALSE_FRIENDS: [&str; 25] = [
    "inherited by",
    "following derived",
    "inherit from this",
    "inherit from it",
    "derive from this",
    "derive from it",
    "derived from it",
    "types that derive",
    "types that inherit",
    "type that derives",
    "type that inherits",
    "is the base",
    "are derived from",
    "types are derived",
    "derived types",
    "derived type:",
    "will inherit",
    "from which",
    // "The type may be [x] or [y], both of which inherit from [z]"; a verb in the plural is never about one type.
    "which inherit from",
    "which derive from",
    "that inherit from",
    "that derive from",
    // "The actual answer will be a subtype of this complex type, either [x] or [y]" on `accesspackageanswer.md`.
    "subtype of this",
    "subclass of this",
    "subclasses of this",
];

/// What speaks of the page's own type after all: "This type will inherit from [identityProviderBase]" on four pages, "This
/// is a derived type that inherits from the [authenticationMethod] resource type" on others since 2022, and "The x resource
/// is a derived type of the [authenticationMethod] resource type" on `externalauthenticationmethod.md`.
const TRUE_FRIENDS: [&str; 6] = [
    "this type will inherit from",
    "is a derived type that inherits from",
    "is a derived type of \u{fffc}",
    "is a derived type of the \u{fffc}",
    "is one of the types that derive from",
    "is one of the types that inherit from",
];

/// How far behind the verb the base may stand, in bytes.
const REACH: usize = 100;

/// The words of a sentence that lead to a base.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Lead {
    /// Where they begin.
    at: usize,
    /// How long they are. A base without a link must stand behind them.
    len: usize,
}

/// The base that `words` claim, if they do; `text` is theirs.
pub(super) fn base<'s>(context: &Context<'_, 's>, words: &Inlines<'s>, text: &Text<'_>) -> Option<Claim<NamedRef<'s>>> {
    if !text.says(Says::Inherits) && !context.language.is_translated() {
        return None;
    }
    let bare = BareWords::new(context, words.span);
    sentences(words).iter().find_map(|sentence| base_in(&bare, sentence))
}

fn base_in<'s>(bare: &BareWords<'_, '_, 's>, sentence: &Sentence<'_, 's>) -> Option<Claim<NamedRef<'s>>> {
    let is_true_friend = sentence.has(&TRUE_FRIENDS);
    let of_others = sentence.has(&FALSE_FRIENDS) && !is_true_friend && !begins_with_base(sentence);
    if of_others || sentence.lower.trim_start().starts_with("all ") {
        return None;
    }
    let named = |lead: Lead| {
        // "The moorings that derive from canalMooring tell of the [canal]" is about others.
        let behind = sentence.text.get(lead.at + lead.len..);
        let of_others = behind.is_some_and(|behind| begins_with_own_name(bare.context, behind));
        if of_others { None } else { named_behind(bare, sentence, lead) }
    };
    // "Is derived from [baseItem] and inherits properties from that resource" (`site.md`) says it in one of two ways.
    let english = || leads(bare, sentence, is_true_friend).find_map(named);
    let translated = || bare.context.language.is_translated().then(|| localised::find(sentence)).flatten();
    let named = english().or_else(|| translated().and_then(named))?;
    let said = named.span;
    Some(Claim::new(named, EvidenceKind::Prose, said))
}

/// Whether the sentence first says what the page's type inherits from, and has said it then: "Inherits from [x], which is
/// the base type of [y]", but not "Derived from [x] readings".
fn begins_with_base(sentence: &Sentence<'_, '_>) -> bool {
    const SUBJECTS: [&str; 3] = ["it ", "this type ", "this resource "];
    const VERBS: [&str; 3] = ["inherits from \u{fffc}", "derives from \u{fffc}", "derived from \u{fffc}"];
    const BEHIND: [&str; 5] = [",", ";", ".", " and ", " ("];
    let words = sentence.lower.trim_start();
    let words = SUBJECTS.iter().find_map(|subject| words.strip_prefix(subject)).unwrap_or(words);
    let behind = VERBS.iter().find_map(|verb| words.strip_prefix(verb));
    behind.is_some_and(|behind| BEHIND.iter().any(|end| behind.starts_with(end)))
}

/// The verbs and nouns of inheritance that may be about the page's type, each with its preposition.
fn leads(
    bare: &BareWords<'_, '_, '_>,
    sentence: &Sentence<'_, '_>,
    is_true_friend: bool,
) -> impl Iterator<Item = Lead> {
    PHRASES.iter().filter_map(move |(verb, prepositions)| {
        let at = sentence.lower.find(verb)?;
        let clause = up_to(REACH, &sentence.lower[at..]);
        let (preposition, len) = prepositions.iter().find_map(|word| {
            let found = clause.find(word)?;
            let end = found + word.len();
            (clause[end..].starts_with([' ', '\u{a0}', '\n', ':'])).then_some((at + found, end))
        })?;
        let place = subject::Place { verb, at, preposition };
        ((is_true_friend || subject::may_be_type(sentence, &place, bare.context.title.short_name()))
            && (!nouns::is_noun(verb) || nouns::stands_alone(sentence, at, at + len)))
        .then_some(Lead { at, len })
    })
}

/// Whether `text` begins with the name of the type that the page is about.
pub(super) fn begins_with_own_name(context: &Context<'_, '_>, text: &str) -> bool {
    let mut words = text.split_whitespace().map(|word| word.trim_matches(['*', '`', '.', ',', ':', ';', ')']));
    let word = words.find(|word| !matches!(*word, "the" | "this"));
    word.zip(context.title.short_name()).is_some_and(|(word, own)| word.eq_ignore_ascii_case(own))
}

/// The base within reach of `lead`.
fn named_behind<'s>(
    bare: &BareWords<'_, '_, 's>,
    sentence: &Sentence<'_, 's>,
    Lead { at, len }: Lead,
) -> Option<NamedRef<'s>> {
    let reach = up_to(REACH, &sentence.text[at..]);
    match reach.find(LINK) {
        Some(link) => from_link(bare.context, sentence.link_at(at + link)?),
        None => bare.base(reach.get(len..)?),
    }
}

/// The type that a translated description says its row is inherited from.
pub(super) fn localised_base<'s>(context: &Context<'_, 's>, words: &Inlines<'s>) -> Option<NamedRef<'s>> {
    let bare = BareWords::new(context, words.span);
    sentences(words).iter().find_map(|sentence| named_behind(&bare, sentence, localised::find(sentence)?))
}

/// The type that a link names.
pub(super) fn from_link<'s>(context: &Context<'_, 's>, link: &Inline<'s>) -> Option<NamedRef<'s>> {
    let InlineKind::Link(target) = &link.kind else { return None };
    // `[entidade](entity.md)`: among a few pages, that of the root may be missing, so that nothing else tells its name.
    let is_root = Link::of(target).page().is_some_and(|page| page.as_str().eq_ignore_ascii_case(ROOT_TYPE));
    let of_root = || is_root.then(|| ROOT_TYPE.to_owned());
    let name = || name_in_label(&link.text).or_else(|| word_of_target(&link.text, target));
    Some(NamedRef {
        text: of_root().or_else(|| name().map(str::to_owned)).map_or(Cow::Borrowed(""), Cow::Owned),
        target: target.clone(),
        namespace: context.namespace.clone(),
        span: link.span,
    })
}

/// The word of a link's text that its target is called, too: `[de floatingObject](harbours-floatingobject.md)`.
fn word_of_target<'t>(text: &'t str, target: &str) -> Option<&'t str> {
    let page = Link::of(target).page()?.last_part();
    let mut words = text.split_whitespace().map(|word| word.trim_matches(['*', '`', '.', ',']));
    words.find(|word| last_segment(word).eq_ignore_ascii_case(page))
}

/// The place of `word`, if it stands within `span`; else all of that, though a paragraph underlined whole says little.
pub(super) fn place(context: &Context<'_, '_>, span: Span, word: &str) -> Span {
    let text = context.sources.text(span).to_ascii_lowercase();
    let part_of_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let whole = |(at, found): &(usize, &str)| {
        !part_of_word(text[..*at].chars().next_back()) && !part_of_word(text[at + found.len()..].chars().next())
    };
    let lower = word.to_ascii_lowercase();
    let found = text.match_indices(&lower).find(whole).map(|(at, _)| span.range().start + at);
    found.map_or(span, |start| Span::new(span.source, start, start + word.len()))
}

/// The words of a passage in which a base may be named: any in the introduction, and no items of lists elsewhere.
pub(super) fn words_of<'c, 'p, 's>(passage: &'c Passage<'p, 's>) -> Option<&'c (&'p Inlines<'s>, Text<'p>)> {
    match passage.topic {
        Topic::Introduction => passage.words.as_ref(),
        Topic::Properties | Topic::Relationships | Topic::Json => passage.paragraph(),
        _ => None,
    }
}
