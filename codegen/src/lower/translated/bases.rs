//! Bases that a sentence names in a language without words of ours. The words around the link are the same on other
//! pages, `Kế thừa từ [x](x.md).`, and some of these confirm it: their metadata name the base, too, or, where pages
//! have none, their rows repeat those of the linked page. In the English docs, rows do so behind "Inherits from" and
//! behind nothing else.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::hash::{HashMap, HashSet};
use crate::lower::type_name::name_in_label;
use crate::model::name::Caseless;
use crate::model::{Claim, EvidenceKind, Link, NamedRef, PageName, StructuredType};
use crate::page::{Block, InlineKind, Inlines, Page};
use crate::source::{SourceId, Sources};

use super::EXAMPLES;

/// How many bytes the words on one side of the link may have.
const LONGEST: usize = 80;

/// The words around a link, lower case.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Around {
    before: String,
    behind: String,
}

/// A link of an introduction.
struct Mention<'s> {
    around: Around,
    named: NamedRef<'s>,
}

/// Adds what the introductions of translated `pages` claim in words that other pages explain.
pub(super) fn restore<'s>(types: &mut [StructuredType<'s>], pages: &[Page<'s>], sources: &Sources) {
    let of_page: HashMap<SourceId, &Page<'s>> = pages.iter().map(|page| (page.source, page)).collect();
    let mentions =
        |ty: &StructuredType<'s>| of_page.get(&ty.name.span.source).map(|page| mentions(page, ty)).unwrap_or_default();
    let mentions: Vec<Vec<Mention<'s>>> = types.iter().map(mentions).collect();
    let meant = learn(types, &mentions, &rows(types, sources));
    for (ty, mentions) in types.iter_mut().zip(mentions) {
        if !ty.bases.iter().any(|claim| claim.evidence.kind == EvidenceKind::Prose)
            && let Some(mention) = mentions.into_iter().find(|mention| meant.get(&mention.around) == Some(&true))
        {
            let span = mention.named.span;
            ty.bases.push(Claim::new(mention.named, EvidenceKind::Prose, span));
        }
    }
}

/// The names of rows by the page they stand on, in lower case and without its extension.
type Rows<'t> = HashMap<String, HashSet<Caseless<'t>>>;

fn rows<'t>(types: &'t [StructuredType<'_>], sources: &Sources) -> Rows<'t> {
    let mut rows = Rows::default();
    for ty in types {
        let page = PageName::of_file(sources.file_name(ty.name.span.source));
        rows.entry(page.as_str().to_owned()).or_default().extend(names(ty));
    }
    rows
}

/// What the rows describe, but for what nearly all types have.
fn names<'t>(ty: &'t StructuredType<'_>) -> impl Iterator<Item = Caseless<'t>> {
    let named = ty.properties.iter().map(|property| property.name.value.as_ref());
    named.filter(|name| *name != "id").map(Caseless)
}

/// For the words before and behind links, whether they stand around the base. A page whose metadata name its base
/// tells; other pages do by their rows, and deny it where the words stand around the type itself, or around two types.
fn learn(types: &[StructuredType<'_>], mentions: &[Vec<Mention<'_>>], rows: &Rows<'_>) -> BTreeMap<Around, bool> {
    let mut counts: BTreeMap<Around, Count> = BTreeMap::new();
    for (ty, mentions) in types.iter().zip(mentions) {
        let base = ty.bases.iter().find(|claim| claim.evidence.kind == EvidenceKind::Metadata);
        let base = base.map(|base| base.value.short_name());
        let own: HashSet<Caseless<'_>> = if mentions.is_empty() { HashSet::default() } else { names(ty).collect() };
        let mut named_before: BTreeMap<&Around, &str> = BTreeMap::new();
        let mut repeated = HashMap::default();
        for Mention { around, named } in mentions {
            let name: &str = &named.text;
            let other = *named_before.entry(around).or_insert(name) != name;
            let count = counts.entry(around.clone()).or_default();
            match base {
                Some(base) if name.eq_ignore_ascii_case(base) => count.right += 1,
                Some(_) => count.wrong += 1,
                None if other || name.eq_ignore_ascii_case(ty.name.value.name()) => count.wrong += 1,
                None => {
                    let Some(page) = named.link().page() else { continue };
                    let page = page.as_str().to_ascii_lowercase();
                    let theirs = rows.get(&page);
                    match *repeated.entry(page).or_insert_with(|| repeats(&own, theirs?)) {
                        Some(true) => count.right += 1,
                        Some(false) => count.lacking += 1,
                        None => {}
                    }
                }
            }
        }
    }
    counts.into_iter().map(|(around, count)| (around, count.says_base())).collect()
}

/// How often words stand around the base, or around something else.
#[derive(Default)]
struct Count {
    right: usize,
    wrong: usize,
    /// Without the rows of what is linked to: newer pages don't repeat those of their base.
    lacking: usize,
}

impl Count {
    fn says_base(&self) -> bool {
        self.right >= EXAMPLES && self.right > 9 * self.wrong && self.right > self.lacking
    }
}

/// Whether most of `theirs`, the rows of the page that is linked to, are among `own`, if it has any. Some may be
/// translated in one place and not in the other.
fn repeats(own: &HashSet<Caseless<'_>>, theirs: &HashSet<Caseless<'_>>) -> Option<bool> {
    let shared = || theirs.iter().filter(|name| own.contains(*name)).count();
    // Few can't be most of many: no need to go through the many.
    (!theirs.is_empty()).then(|| own.len() * 2 > theirs.len() && shared() * 2 > theirs.len())
}

/// The links of the introduction that stand in a sentence with other words.
fn mentions<'s>(page: &Page<'s>, ty: &StructuredType<'s>) -> Vec<Mention<'s>> {
    let introduction =
        page.sections.iter().take_while(|section| section.heading.as_ref().is_none_or(|heading| heading.level == 1));
    let paragraphs = introduction.flat_map(|section| &section.blocks).filter_map(|block| match block {
        Block::Paragraph(words) => Some(words),
        _ => None,
    });
    paragraphs.flat_map(|words| mentions_in(words, ty)).collect()
}

fn mentions_in<'p, 's>(words: &'p Inlines<'s>, ty: &'p StructuredType<'s>) -> impl Iterator<Item = Mention<'s>> + 'p {
    let text = |at: Option<usize>| at.and_then(|at| words.pieces.get(at)).map_or("", |piece| &piece.text);
    words.pieces.iter().enumerate().filter_map(move |(at, piece)| {
        let InlineKind::Link(target) = &piece.kind else { return None };
        let name = name_in_label(&piece.text).or_else(|| Some(Link::of(target).page()?.last_part()))?;
        let before = last_sentence(text(at.checked_sub(1)));
        let behind = first_sentence(text(Some(at + 1)));
        let is_short = before.len() <= LONGEST && behind.len() <= LONGEST;
        let says_something = before.chars().chain(behind.chars()).any(char::is_alphabetic);
        (is_short && says_something).then(|| Mention {
            around: Around { before: before.to_lowercase(), behind: behind.to_lowercase() },
            named: NamedRef {
                text: Cow::Owned(name.to_owned()),
                target: target.clone(),
                namespace: ty.name.value.namespace(),
                span: piece.span,
            },
        })
    })
}

const STOPS: [char; 3] = ['.', '\u{3002}', '\n'];

fn last_sentence(text: &str) -> &str {
    text.rsplit(STOPS).next().unwrap_or_default().trim()
}

fn first_sentence(text: &str) -> &str {
    text.split(STOPS).next().unwrap_or_default().trim()
}
