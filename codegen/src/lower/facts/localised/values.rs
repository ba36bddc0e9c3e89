//! Values that a translated description names: the default, and how long the property may be.

use std::borrow::Cow;

use crate::lower::facts::default::literal;
use crate::lower::facts::words::{CHARACTERS, DEFAULT, MAXIMUM};
use crate::page::{InlineKind, Inlines};

use super::{is_of_all_cases, says_not};

/// How far behind the words for it a maximum length may stand: "est de ", "составляет ".
const REACH: usize = 24;

/// The number of characters behind the words for "maximum length".
pub(super) fn max_length(lower: &str) -> Option<u32> {
    MAXIMUM.iter().find_map(|lead| {
        let behind = &lower[lower.find(lead)? + lead.len()..];
        let start = behind.find(|c: char| c.is_ascii_digit()).filter(|start| *start <= REACH)?;
        let number = &behind[start..];
        let end = number.find(|c: char| !c.is_ascii_digit()).unwrap_or(number.len());
        let unit = number[end..].trim_start_matches([' ', '\u{a0}']);
        let of_characters = CHARACTERS.iter().any(|word| unit.starts_with(word));
        let is_one_sentence = !behind[..start].contains(['.', '\u{3002}']);
        if of_characters && is_one_sentence { number[..end].parse().ok() } else { None }
    })
}

/// The code behind a word for "default value", with nothing but such as "is" between; or a number, or another literal.
pub(super) fn default<'s>(words: &Inlines<'s>) -> Option<Cow<'s, str>> {
    let in_code = words.pieces.windows(2).enumerate().find_map(|(at, pieces)| match pieces {
        [before, code] if before.kind == InlineKind::Text && code.kind == InlineKind::Code => {
            let lower = before.text.to_lowercase();
            let says_default = |lead: &str| {
                let behind = lower.rfind(lead).map(|at| &lower[at + lead.len()..]);
                behind.is_some_and(|behind| {
                    let is_short = behind.split_whitespace().count() <= 1 && !behind.contains('.');
                    is_short && !says_not(behind.trim_start())
                })
            };
            let is_denied = || {
                let next = words.pieces.get(at + 2);
                next.is_some_and(|next| says_not(next.text.trim_start()))
            };
            (DEFAULT.iter().any(|lead| says_default(lead)) && !is_denied()).then(|| code.text.clone())
        }
        _ => None,
    });
    in_code.or_else(|| {
        let texts = words.pieces.iter().filter(|piece| piece.kind == InlineKind::Text);
        texts.map(|piece| piece.text.to_lowercase()).find_map(|text| literal_default(&text)).map(Cow::Owned)
    })
}

/// The literal behind a word for "default value": "Der Standardwert ist false.", "既定値は **false** です。"
fn literal_default(lower: &str) -> Option<String> {
    DEFAULT.iter().find_map(|lead| {
        let behind = &lower[lower.find(lead)? + lead.len()..];
        let is_end = |(at, c): &(usize, char)| matches!(c, '.' | ';' | '\n' | '\u{3002}') && !is_in_number(behind, *at);
        let end = behind.char_indices().find(is_end).map(|(at, _)| at);
        let clause = &behind[..end.unwrap_or(behind.len())];
        let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_');
        let mut words = clause.split(|c| !is_part(c)).filter(|word| !word.is_empty());
        let value = words.by_ref().take(2).find_map(|word| literal(word).map(|value| (word, value)));
        let (word, value) = value?;
        let at = clause.find(word)?;
        let rest = clause[at + word.len()..].trim_start_matches(['*', '"', '\'', '\u{201c}', '\u{201d}', ' ', ',']);
        let denied = says_not(clause.trim_start()) || says_not(rest);
        (!denied && is_of_all_cases(rest)).then_some(value)
    })
}

/// Whether the full stop at byte `at` has a digit on both sides.
fn is_in_number(text: &str, at: usize) -> bool {
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    is_digit(text[..at].chars().next_back()) && is_digit(text[at..].chars().nth(1))
}
