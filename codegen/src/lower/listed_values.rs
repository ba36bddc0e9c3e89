//! Enum members that the description of a translated page lists, whatever the words are: identifiers in code spans stay
//! English, so a colon, or the end of a sentence (`次のとおりです。`), and two of them, with little between, are a list.

use std::borrow::Cow;

use crate::model::Spanned;
use crate::model::name::is_identifier;
use crate::page::{Inline, InlineKind, Inlines};

/// How many letters a word between two values may have: "or", "oder", "または".
const LONGEST_WORD: usize = 6;

/// What a colon may also lead in: the operators of `$filter`.
const OPERATORS: [&str; 9] = ["eq", "ne", "not", "ge", "le", "gt", "lt", "in", "startsWith"];

/// The first run of values behind a colon, or behind the full stop of Chinese and Japanese.
pub(super) fn listed_values<'s>(words: &Inlines<'s>) -> Vec<Spanned<Cow<'s, str>>> {
    let mut values: Vec<Spanned<Cow<'s, str>>> = Vec::new();
    let mut before: &str = "";
    for piece in &words.pieces {
        if !is_value(piece) {
            if values.len() > 1 && !is_separator(&piece.text) {
                break;
            }
            before = &piece.text;
            continue;
        }
        let leads_in = before.trim_end().ends_with([':', '\u{ff1a}', '\u{3002}']);
        if leads_in || !values.is_empty() && is_separator(before) {
            values.push(Spanned::new(piece.text.clone(), piece.span));
        } else {
            values.clear();
        }
        before = "";
    }
    if values.len() < 2 { Vec::new() } else { values }
}

fn is_value(piece: &Inline<'_>) -> bool {
    piece.kind == InlineKind::Code && is_identifier(&piece.text) && !OPERATORS.contains(&piece.text.as_ref())
}

fn is_separator(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    letters <= LONGEST_WORD && !text.contains(['.', '\u{3002}', ':', '\u{ff1a}'])
}
