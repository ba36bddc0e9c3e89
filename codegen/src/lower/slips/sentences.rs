//! Words of sentences and cells: how a base is named, what says "collection", the namespace.

use std::ops::{Range, RangeInclusive};

use crate::model::name::strip_prefix_caseless;
use crate::model::namespace::ROOT;
use crate::page::{InlineKind, Inlines};
use crate::spelling::{is_misspelt, is_slip};

use super::{Slips, misspelt};

/// What stands before a link to a base. Slips of "derives from" may be meant: `the drives from [site](site.md)`.
const PHRASES: [&str; 3] = ["Inherits from", "Inherited from", "Inherit from"];

/// How long two words are that may be such a phrase.
const PHRASE_LEN: RangeInclusive<usize> = 11..=15;

const COLLECTION: &str = "collection";
const NAMESPACE: &str = "Namespace";

impl Slips<'_> {
    /// Mends what a sentence, or the description in a row, says of a base.
    pub(super) fn mend_phrase(&mut self, words: &mut Inlines<'_>) {
        let mut pieces = words.pieces.iter_mut().peekable();
        while let Some(piece) = pieces.next() {
            if piece.kind == InlineKind::Text
                && pieces.peek().is_some_and(|next| matches!(next.kind, InlineKind::Link(_)))
                && let Some((range, meant)) = phrase(&piece.text)
            {
                self.replace(piece, range, &meant, "phrase");
            }
        }
    }

    /// Mends `Namepsace: microsoft.graph`, `Namespace: microsoft.grahp.termStore`.
    pub(super) fn mend_namespace(&mut self, words: &mut Inlines<'_>) {
        let Some(piece) = words.pieces.first_mut().filter(|first| first.kind == InlineKind::Text) else { return };
        let len = NAMESPACE.len();
        let Some(colon) = (len - 1..=len + 1).find(|at| piece.text.as_bytes().get(*at) == Some(&b':')) else { return };
        let (written, rest) = piece.text.split_at(colon);
        let name = rest[1..].split_whitespace().next().unwrap_or_default();
        if is_misspelt(written, NAMESPACE) && name.starts_with(ROOT) {
            self.replace(piece, 0..colon, NAMESPACE, "word");
        } else if written.eq_ignore_ascii_case(NAMESPACE) {
            let second = name.find('.').and_then(|dot| name[dot + 1..].find('.').map(|next| dot + 1 + next));
            let root = &name[..second.unwrap_or(name.len())];
            if is_misspelt(root, ROOT) {
                let start = colon + 1 + (rest.len() - 1 - rest[1..].trim_start().len());
                let end = start + root.len();
                self.replace(piece, start..end, ROOT, "namespace");
            }
        }
    }

    /// Mends a word for "collection" in a cell that names a type.
    pub(super) fn mend_type(&mut self, cell: &mut Inlines<'_>) {
        for piece in &mut cell.pieces {
            if let Some(range) = collection(&piece.text) {
                let meant = if piece.text[range.clone()].starts_with('C') { "Collection" } else { COLLECTION };
                self.replace(piece, range, meant, "word");
            }
        }
        let plain = cell.plain();
        if is_open(&plain) {
            let label = "read as if it were closed";
            self.cx.report(misspelt(&plain, "type", &format!("{plain})"), cell.span, label));
        }
    }
}

/// Whether the words are `Collection(String`, without the second bracket.
fn is_open(words: &str) -> bool {
    let inner = strip_prefix_caseless(words, COLLECTION).and_then(|rest| rest.strip_prefix('('));
    inner.is_some_and(|inner| !inner.is_empty() && !inner.contains([')', '\u{ff09}', '.']))
}

/// Where the last two words of `text` are a phrase but for a slip, and what is meant.
fn phrase(text: &str) -> Option<(Range<usize>, String)> {
    let text = text.trim_end();
    let last = text.rfind(' ')?;
    let start = text[..last].rfind(|c: char| !c.is_ascii_alphabetic()).map_or(0, |at| at + 1);
    let words = text.get(start..).filter(|words| PHRASE_LEN.contains(&words.len()))?;
    let is_words = words.bytes().all(|b| b.is_ascii_alphabetic() || b == b' ');
    if !is_words || PHRASES.iter().any(|phrase| phrase.eq_ignore_ascii_case(words)) {
        return None;
    }
    let meant = PHRASES.iter().find(|phrase| is_slip(words, phrase))?;
    let is_capital = words.starts_with(|c: char| c.is_ascii_uppercase());
    let meant = if is_capital { (*meant).to_owned() } else { meant.to_ascii_lowercase() };
    Some((start..text.len(), meant))
}

/// Where a word of `text` is the one for "collection" but for a slip; a plural is none.
fn collection(text: &str) -> Option<Range<usize>> {
    // Most cells are too short.
    if text.len() + 1 < COLLECTION.len() {
        return None;
    }
    let mut words = text.split(|c: char| !c.is_ascii_alphabetic());
    let word = words.find(|word| is_misspelt(word, COLLECTION))?;
    let start = word.as_ptr().addr() - text.as_ptr().addr();
    Some(start..start + word.len())
}
