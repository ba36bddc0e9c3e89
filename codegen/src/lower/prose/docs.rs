//! Running text, from Markdown to the model.

use std::borrow::Cow;

use crate::lower::namespace::namespace_line;
use crate::lower::prose::NOTES;
use crate::lower::section::{self, Topic};
use crate::model::name::strip_prefix_caseless;
use crate::model::{Doc, Run};
use crate::page::{Block, Inline, InlineKind, Inlines, Section};

/// A cell's text: one paragraph, or several where `<br><br>` stands between them.
pub(in crate::lower) fn cell<'s>(words: &Inlines<'s>) -> Doc<'s> {
    let is_break = |piece: &Inline<'_>| piece.kind == InlineKind::Break;
    let is_blank = |piece: &Inline<'_>| piece.kind == InlineKind::Text && piece.text.trim().is_empty();
    // How many pieces separate two paragraphs, if `pieces` begin with such a gap.
    let gap = |pieces: &[Inline<'_>]| match pieces {
        [first, second, ..] if is_break(first) && is_break(second) => Some(2),
        [first, blank, second, ..] if is_break(first) && is_blank(blank) && is_break(second) => Some(3),
        _ => None,
    };
    // Hardly ever is there a second one.
    let mut paragraphs = Vec::with_capacity(1);
    let mut rest = words.pieces.as_slice();
    while let Some((at, len)) = (0..rest.len()).find_map(|at| Some((at, gap(&rest[at..])?))) {
        paragraphs.push(runs(&rest[..at]));
        rest = &rest[at + len..];
    }
    paragraphs.push(runs(rest));
    paragraphs.iter_mut().for_each(drop_placeholder);
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    Doc { paragraphs }
}

/// The introduction, without the line that names the namespace, includes, notes (in quotes, or labelled), and what is
/// said of bases and derived types: that is told from the resolved hierarchy.
pub(in crate::lower) fn introduction<'s>(topics: &[(Topic, &Section<'s>)]) -> Doc<'s> {
    let mut paragraphs = Vec::new();
    let mut blocks = section::blocks(topics, Topic::Introduction).peekable();
    while let Some(block) = blocks.next() {
        if let Block::Paragraph(words) = block {
            if is_label(words) {
                blocks.next();
                continue;
            }
            let plain = words.plain();
            let is_namespace = namespace_line(plain.trim_start().lines().next().unwrap_or_default()).is_some();
            if include(words).is_none() && !is_namespace && !is_only_a_base(words) {
                let mut paragraph = runs(&words.pieces);
                drop_placeholder(&mut paragraph);
                let before_list = matches!(blocks.peek(), Some(Block::ListItem(_)));
                let paragraph = without_lead(paragraph, before_list);
                let is_left = |paragraph: &Vec<Run<'_>>| !paragraph.is_empty() && !says_only_abstract(paragraph);
                paragraphs.extend(paragraph.filter(is_left));
            }
        }
    }
    Doc { paragraphs }
}

/// The same in other languages.
const FOREIGN_NOTES: [&str; 19] = [
    "wichtig",
    "hinweis",
    "tipp",
    "achtung",
    "warnung",
    "importante",
    "nota",
    "sugerencia",
    "precaución",
    "advertencia",
    "remarque",
    "conseil",
    "attention",
    "avertissement",
    "重要",
    "注意",
    "备注",
    "提示",
    "警告",
];

/// Whether a paragraph is the label of the note that follows it. Pages as the site gives them out have lost the marks
/// of quotes.
fn is_label(words: &Inlines<'_>) -> bool {
    let [Inline { kind: InlineKind::Text, text, .. }] = words.pieces.as_slice() else { return false };
    let word = text.trim();
    let is_label = |word: &str| NOTES.contains(&word) || FOREIGN_NOTES.contains(&word);
    word.len() < 20 && is_label(&word.to_lowercase())
}

/// "Inherits from [x]." in a paragraph of its own.
fn is_only_a_base(words: &Inlines<'_>) -> bool {
    let plain = words.plain();
    let plain = plain.trim();
    const LEADS: [&str; 4] = ["inherits from ", "inherited from ", "derived from ", "derives from "];
    let begins = |lead: &&str| strip_prefix_caseless(plain, lead).is_some();
    LEADS.iter().any(begins) && !plain.trim_end_matches('.').contains(". ")
}

/// "It is abstract.", and no more: whether by itself, or because what it led in isn't taken along.
fn says_only_abstract(paragraph: &[Run<'_>]) -> bool {
    let [Run::Text(text)] = paragraph else { return false };
    let words: Vec<&str> = text.split_whitespace().collect();
    let starts = words.first().is_some_and(|word| matches!(*word, "It" | "The" | "This"));
    starts && words.len() <= 5 && words.last().is_some_and(|word| word.starts_with("abstract"))
        || words == ["This", "is", "an", "abstract", "type."]
}

/// What tools write where someone should describe something.
const PLACEHOLDERS: [&str; 2] = ["TODO: Add Description", "Not yet documented"];

/// How a sentence begins that tools write about every page.
const OF_EVERY_PAGE: &str = "This topic provides descriptions of the declared ";

/// Removes what stands where someone should describe something: `**TODO: Add Description**`, `TODO`, or words that
/// would do for every page.
fn drop_placeholder(paragraph: &mut Vec<Run<'_>>) {
    let is_only = paragraph.len() == 1;
    let Some(Run::Text(text)) = paragraph.first_mut() else { return };
    let words = text.trim_start();
    // Where somebody wrote on, it is the sentence that goes on.
    let is_whole = |rest: &&str| !rest.trim_start().starts_with(|c: char| matches!(c, ',' | ':') || c.is_lowercase());
    let behind = PLACEHOLDERS.iter().find_map(|placeholder| words.strip_prefix(placeholder));
    let rest = if let Some(rest) = behind.filter(is_whole) {
        rest.strip_prefix('.').unwrap_or(rest).trim_start()
    } else if is_only && words.starts_with(OF_EVERY_PAGE) {
        words.split_once(". ").map_or("", |(_, rest)| rest)
    } else if words.starts_with("TODO:") {
        let ends = ["Inherited from", "Inherits from"].iter().filter_map(|next| words.find(next));
        let end = ends.chain(words.find(". ").map(|dot| dot + ". ".len())).min().unwrap_or(words.len());
        &words[end..]
    } else if is_only && words.trim_end_matches(['.', ' ']) == "TODO" {
        ""
    } else {
        return;
    };
    if rest.is_empty() {
        paragraph.remove(0);
    } else {
        *text = Cow::Owned(rest.to_owned());
    }
}

/// The paragraph without its last sentence, if that introduces a list, for lists are left out: it ends with a colon, or
/// speaks of what follows (`customcalloutextension.md`).
fn without_lead(mut paragraph: Vec<Run<'_>>, before_list: bool) -> Option<Vec<Run<'_>>> {
    let Some(Run::Text(text)) = paragraph.last() else { return Some(paragraph) };
    let last = text.trim_end();
    let sentence = last.trim_end_matches('.').rsplit(". ").next().unwrap_or_default();
    if !(last.ends_with(':') || before_list && sentence.contains(" following ")) {
        return Some(paragraph);
    }
    while let Some(last) = paragraph.pop() {
        let Run::Text(text) = last else { continue };
        if let Some(end) = text.rfind(". ") {
            paragraph.push(Run::Text(Cow::Owned(text[..=end].to_owned())));
            return Some(paragraph);
        }
    }
    None
}

/// The file that a paragraph such as `[!INCLUDE [name](../../includes/file.md)]` includes.
pub(in crate::lower) fn include<'p>(words: &'p Inlines<'_>) -> Option<&'p str> {
    let [before, link, ..] = words.pieces.as_slice() else { return None };
    let InlineKind::Link(target) = &link.kind else { return None };
    before.text.trim().eq_ignore_ascii_case("[!include").then_some(target)
}

fn runs<'s>(pieces: &[Inline<'s>]) -> Vec<Run<'s>> {
    let run = |piece: &Inline<'s>| match &piece.kind {
        InlineKind::Text => Run::Text(one_line(&piece.text)),
        InlineKind::Code => Run::Code(piece.text.clone()),
        InlineKind::Link(target) => Run::Link { text: one_line(&piece.text), target: target.clone() },
        InlineKind::Break => Run::Break,
    };
    pieces.iter().map(run).collect()
}

fn one_line<'s>(text: &Cow<'s, str>) -> Cow<'s, str> {
    if text.contains('\n') { Cow::Owned(text.replace('\n', " ")) } else { text.clone() }
}
