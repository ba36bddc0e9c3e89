//! Names of types that only the anchor of a translated heading has, in lower case: `#user-resource-type` over
//! `用户资源类型`; or only the file. Links and `@odata.type` values of other pages have their capitals.

use std::collections::BTreeMap;

use crate::model::name::{self, is_camel, is_qualified_identifier, last_segment, leading_name};
use crate::model::{QualifiedName, Schema, Spanned};
use crate::page::{self, Block, InlineKind, Inlines, Page};
use crate::parallel;
use crate::source::Sources;

use super::Translations;

/// How often each spelling occurs, by the name in lower case.
type Spellings = BTreeMap<String, BTreeMap<String, usize>>;

/// Gives the names their capitals, as most other places spell them.
pub(super) fn restore<'s>(
    schema: &mut Schema<'_>,
    translated: &[Page<'s>],
    translations: &Translations,
    sources: &'s Sources,
) {
    let mut spellings: Spellings = schema
        .names()
        .filter(|name| is_lost(name, translations, sources))
        .map(|name| (name.value.name().to_owned(), BTreeMap::new()))
        .collect();
    if spellings.is_empty() {
        return;
    }
    // Any page may tell what a translated one has lost.
    let others: Vec<_> = sources.pages().filter(|(id, _)| !translations.language(*id).is_translated()).collect();
    let others = parallel::map(&others, |(id, source)| page::parse(*id, source));
    for (_, block) in translated.iter().chain(&others).flat_map(Page::blocks) {
        count(block, &mut spellings);
    }
    let names = schema.structured.iter_mut().map(|ty| &mut ty.name);
    for name in names.chain(schema.enums.iter_mut().map(|ty| &mut ty.name)) {
        let best =
            spellings.get(name.value.name()).filter(|_| is_lost(name, translations, sources)).and_then(most_frequent);
        if let Some(best) = best {
            name.value = QualifiedName::new(&name.value.namespace(), best);
        }
    }
}

/// Whether the words of the heading lack the name as it is spelled; without an anchor, whether they lack its letters.
fn is_lost(name: &Spanned<QualifiedName>, translations: &Translations, sources: &Sources) -> bool {
    let heading = sources.text(name.span);
    let words = heading.rsplit("</a>").next().unwrap_or_default();
    let has_name = |words: &str| words.contains(name.value.name());
    if heading.contains("<a ") {
        return !has_name(words);
    }
    translations.language(name.span.source).is_translated() && !has_name(&words.to_ascii_lowercase())
}

fn most_frequent(spellings: &BTreeMap<String, usize>) -> Option<&str> {
    let best = spellings.iter().max_by_key(|(spelling, count)| (**count, std::cmp::Reverse(*spelling)));
    best.map(|(spelling, _)| spelling.as_str())
}

fn count(block: &Block<'_>, spellings: &mut Spellings) {
    match block {
        Block::Paragraph(words) | Block::ListItem(words) | Block::Quote(words) => {
            count_links(words, spellings);
            count_words(words, spellings);
        }
        Block::Table(table) => {
            table.header.iter().for_each(|cell| count_links(cell, spellings));
            table.rows.iter().flat_map(|row| &row.cells).for_each(|cell| count_links(cell, spellings));
        }
        Block::Code(code) => count_qualified(code.text, spellings),
        Block::Comment(comment) => count_qualified(comment.text, spellings),
    }
}

fn count_links(words: &Inlines<'_>, spellings: &mut Spellings) {
    for (link, _) in words.links() {
        let text = link.text.trim();
        if is_qualified_identifier(text) {
            count_name(text, spellings);
        }
    }
}

/// `**driveRecipient**`, which nobody translates.
fn count_words(words: &Inlines<'_>, spellings: &mut Spellings) {
    let pieces = words.pieces.iter().filter(|piece| matches!(piece.kind, InlineKind::Text | InlineKind::Code));
    let all = pieces.flat_map(|piece| name::words(&piece.text));
    all.filter(|word| is_camel(word)).for_each(|word| count_name(word, spellings));
}

/// `"@odata.type": "#microsoft.graph.callRecords.callRecord"`
fn count_qualified(text: &str, spellings: &mut Spellings) {
    for (at, root) in text.match_indices("microsoft.graph.") {
        count_name(leading_name(&text[at + root.len()..]), spellings);
    }
}

/// Names in lower case tell nothing: they are anchors themselves, or copies of file names.
fn count_name(name: &str, spellings: &mut Spellings) {
    let mut letters = last_segment(name).chars();
    let Some(first) = letters.next() else { return };
    let name = first.to_ascii_lowercase().to_string() + letters.as_str();
    if let Some(counts) = spellings.get_mut(&name.to_ascii_lowercase())
        && name.bytes().any(|b| b.is_ascii_uppercase())
    {
        *counts.entry(name).or_insert(0) += 1;
    }
}
