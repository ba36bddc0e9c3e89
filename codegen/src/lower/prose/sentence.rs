//! Sentences, with the links in them standing for single characters, so that phrases can be found across them.

use std::ops::Range;

use crate::page::{Inline, InlineKind, Inlines};

/// Stands for a link in [`Sentence::text`].
pub(in crate::lower) const LINK: char = '\u{fffc}';

/// A sentence.
pub(in crate::lower) struct Sentence<'p, 's> {
    /// The words, each link replaced by [`LINK`].
    pub(in crate::lower) text: String,
    /// The same in lower case, ASCII letters only, so that offsets agree.
    pub(in crate::lower) lower: String,
    /// The links, in order.
    pub(in crate::lower) links: Vec<&'p Inline<'s>>,
}

impl<'p, 's> Sentence<'p, 's> {
    /// The link whose [`LINK`] stands at byte `at`, or first behind it.
    pub(in crate::lower) fn link_at(&self, at: usize) -> Option<&'p Inline<'s>> {
        self.links_around(at).1.first().copied()
    }

    /// The links before byte `at`, and those behind it.
    pub(in crate::lower) fn links_around(&self, at: usize) -> (&[&'p Inline<'s>], &[&'p Inline<'s>]) {
        self.links.split_at_checked(self.text[..at].matches(LINK).count()).unwrap_or((&self.links, &[]))
    }

    /// Whether any of `phrases` (lower case) occurs.
    pub(in crate::lower) fn has(&self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| self.lower.contains(phrase))
    }
}

/// Whether `word` is one of `words`, which stand in one string, with blanks between them.
pub(in crate::lower) fn among(words: &str, word: &str) -> bool {
    words.split_ascii_whitespace().any(|known| known == word)
}

/// The characters of `text` within its first `reach` bytes.
pub(in crate::lower) fn up_to(reach: usize, text: &str) -> &str {
    let mut end = text.len().min(reach);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Whether a sentence begins behind `before`, perhaps in brackets: `the item is "trending." Read-only.`
pub(in crate::lower) fn begins_a_sentence(before: &str) -> bool {
    let before = before.trim_end_matches(' ');
    before.is_empty() || before.ends_with(['.', ';', '(', ')', '"', '\n'])
}

/// Where the sentence around byte `at` of `text` begins and ends, with its full stop.
pub(in crate::lower) fn around(text: &str, at: usize) -> Range<usize> {
    let is_last = |text: &str, dot: usize| text[dot + 1..].starts_with([' ', '\n']);
    let before = text[..at].rmatch_indices('.').find(|(dot, _)| is_last(&text[..at], *dot));
    let behind = text[at..].match_indices('.').find(|(dot, _)| is_last(&text[at..], *dot));
    before.map_or(0, |(dot, _)| dot + 2)..behind.map_or(text.len(), |(dot, _)| at + dot + 1)
}

/// Words behind which a line goes on with a link: "Base type of [x] and\n[y]".
const LEADS_ON: [&str; 8] = ["and", "or", "from", "of", "for", "by", "the", "a"];

/// The sentences of `words`: up to a full stop with a blank behind it, or to the end of a line that doesn't go on with
/// a small letter ("Inherits from\nthe [x]" on `labeldetails.md`).
pub(in crate::lower) fn sentences<'p, 's>(words: &'p Inlines<'s>) -> Vec<Sentence<'p, 's>> {
    let mut text = String::new();
    let mut links = Vec::new();
    for piece in &words.pieces {
        if matches!(piece.kind, InlineKind::Link(_)) {
            text.push(LINK);
            links.push(piece);
        } else {
            // Where a page has the same letter, no link stands.
            text.extend(piece.text.chars().map(|c| if c == LINK { char::REPLACEMENT_CHARACTER } else { c }));
        }
    }
    let mut links = links.into_iter();
    let split = split(&text);
    split
        .map(|text| {
            let count = text.matches(LINK).count();
            let links = links.by_ref().take(count).collect();
            Sentence { text: text.to_owned(), lower: text.to_ascii_lowercase(), links }
        })
        .collect()
}

/// The sentences of `text`, as [`sentences`] has them.
pub(in crate::lower) fn split(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let mut previous = ' ';
        // Up to where there are but blanks, and then a small letter: line breaks stand there by the thousand.
        let mut goes_on = 0;
        let end = rest.char_indices().find_map(|(at, c)| {
            let next = (c == '\n' && at >= goes_on).then(|| rest[at..].trim_start());
            let ends_line = next.is_some_and(|next| {
                let is_led_in = || LEADS_ON.contains(&rest[..at].split_whitespace().next_back().unwrap_or_default());
                !(next.starts_with(|c: char| c.is_ascii_lowercase()) || next.starts_with(LINK) && is_led_in())
            });
            goes_on = next.map_or(goes_on, |next| rest.len() - next.len());
            let ends = ends_line || previous == '\u{3002}' || (c.is_whitespace() && previous == '.');
            previous = c;
            ends.then_some(at)
        });
        let (sentence, behind) = rest.split_at(end.map_or(rest.len(), |end| end.max(1)));
        rest = behind.trim_start();
        Some(sentence)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Sources, Span};
    use std::borrow::Cow;

    #[test]
    fn a_sentence_ends_with_a_stop_and_a_gap() {
        let text = "One is 1.0. Two.\nThree.";
        let of = |at| &text[around(text, at)];
        assert_eq!([of(0), of(8), of(13), of(17)], ["One is 1.0.", "One is 1.0.", "Two.", "Three."]);
    }

    #[test]
    fn links_go_with_their_sentences() {
        let sources = Sources::from_texts([("page.md", "")]);
        let span = Span::new(sources.iter().next().unwrap().0, 0, 0);
        let piece = |kind, text| Inline { kind, text: Cow::Borrowed(text), span };
        let link = |text| piece(InlineKind::Link(Cow::Borrowed("x.md")), text);
        let pieces = [
            piece(InlineKind::Text, "Version 1.0. Inherits from "),
            link("a"),
            piece(InlineKind::Text, ".\nSee \u{fffc} "),
            link("b"),
        ];
        let words = Inlines { pieces: pieces.into_iter().collect(), span };
        let found: Vec<_> = sentences(&words).iter().map(|s| (s.text.clone(), s.links.len())).collect();
        let expected = [("Version 1.0.", 0), ("Inherits from \u{fffc}.", 1), ("See \u{fffd} \u{fffc}", 1)];
        assert_eq!(found, expected.map(|(text, links)| (text.to_owned(), links)));
        assert_eq!(sentences(&words)[2].link_at(8).map(|link| link.text.as_ref()), Some("b"));
    }
}
