//! Enum members that a translated description lists. Code spans stay English, so two of them with little in between are
//! a list, whatever the words, if they stand behind a colon or the end of a sentence (`次のとおりです。`).

use std::borrow::Cow;

use crate::hash::HashSet;
use crate::model::Spanned;
use crate::model::name::is_identifier;
use crate::page::{Inline, Inlines};

use super::possible_values::{goes_on, parts};

/// How many letters a word between two values may have: "or", "oder", "または".
const LONGEST_WORD: usize = 6;

/// What a colon may also lead in: the operators of `$filter`.
const OPERATORS: [&str; 9] = ["eq", "ne", "not", "ge", "le", "gt", "lt", "in", "startsWith"];

/// What leads in a list without a colon.
const LEADS: [&str; 12] = [
    "valores possíveis são",
    "valores possíveis",
    "valores posibles son",
    "valores posibles",
    "valeurs possibles sont",
    "valori possibili sono",
    "öglichen Werte sind",
    "ögliche Werte sind",
    "озможные значения",
    "能な値は",
    "가능한 값은",
    "ogelijke waarden zijn",
];

/// The first run of values behind a colon, or behind words that lead in a list; or behind the full stop of Chinese and
/// Japanese, if they are all that the next sentence consists of: others begin with two names, too.
pub(in crate::lower) fn listed_values<'s>(words: &Inlines<'s>) -> Vec<Spanned<Cow<'s, str>>> {
    let mut values: Vec<Spanned<Cow<'s, str>>> = Vec::new();
    let mut seen: HashSet<&str> = HashSet::default();
    let mut behind_stop = false;
    let mut before: &str = "";
    let tail = tail(words);
    for (at, piece) in words.pieces.iter().enumerate() {
        if !is_value(piece) {
            before = &piece.text;
            if values.len() > 1 && !is_separator(before) && at < tail {
                break;
            }
            continue;
        }
        // What is told again is spoken of.
        if values.len() > 1 && parts(piece).any(|name| seen.contains(name)) {
            break;
        }
        let words = before.trim_end_matches([' ', '\u{a0}', '\n', ',', '、', '，']);
        let leads = LEADS.iter().any(|lead| words.ends_with(lead));
        let lead = words.chars().next_back().filter(|c| leads || matches!(c, ':' | '\u{ff1a}' | '\u{3002}'));
        if lead.is_none() && (values.is_empty() || !is_separator(before) && at < tail) {
            values.clear();
            seen.clear();
        } else {
            behind_stop = if values.is_empty() { lead == Some('\u{3002}') } else { behind_stop };
            let named = |name: &str| Spanned::new(Cow::Owned(name.to_owned()), piece.span);
            values.extend(parts(piece).map(named));
            seen.extend(parts(piece));
        }
        before = "";
    }
    let rest = before.trim_start();
    let is_all = !behind_stop || rest.is_empty() || rest.starts_with(['.', '\u{3002}', '(', '\u{ff08}']);
    if values.len() > 1 && is_all { values } else { Vec::new() }
}

/// Where the values begin with which the description ends, with no word in between: translation moves some behind the
/// full stop.
fn tail(words: &Inlines<'_>) -> usize {
    let says = |piece: &Inline<'_>| !is_value(piece) && piece.text.contains(char::is_alphabetic);
    words.pieces.iter().rposition(says).map_or(0, |last| last + 1)
}

fn is_value(piece: &Inline<'_>) -> bool {
    let mut parts = parts(piece).peekable();
    parts.peek().is_some() && parts.all(|name| is_identifier(name) && !OPERATORS.contains(&name))
}

/// Whether `text` may stand between two values. A full stop behind a comma or "and", or between blanks, stood between
/// words that were moved.
fn is_separator(text: &str) -> bool {
    // "`free` Veja `toll`": a capital begins what is said next.
    if text.contains(char::is_uppercase) {
        return false;
    }
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let stop = text.find(['.', '\u{3002}', ':', '\u{ff1a}']);
    let is_left_over = |at: usize| text == " . " || goes_on(&text[..at]);
    letters <= LONGEST_WORD && stop.is_none_or(is_left_over)
}

#[cfg(test)]
mod tests {
    use crate::tests::of_paragraph;

    use super::listed_values;

    /// The values that a paragraph lists.
    fn listed(text: &str) -> Vec<String> {
        of_paragraph(text, |words| listed_values(words).into_iter().map(|value| value.value.into_owned()).collect())
    }

    #[test]
    fn lists_stand_behind_a_colon_or_by_themselves() {
        for text in [
            "Os valores possíveis são `red` `white` , . `red` é raro.",
            "Os valores possíveis `red`são , `white`.",
            "Возможные значения: `red``white`.",
            "Os valores possíveis são: , , `red` , . `white`",
            "Возможные значения: `red, white`.",
            "可能的值是：、`red`、 。 `white`",
            "Os valores possíveis são: `red` . `white` Confira.",
            "Os valores possíveis são: `red`, `white` Veja `pier`.",
            "値: `red`、`white`。",
            "可能な値は `red`、`white` です。",
            "가능한 값은 `red`, `white`입니다.",
            "Mogelijke waarden zijn `red` en `white`.",
            "mögliche Werte: `red` oder `white`",
            "次のとおりです。`red`、`white`。",
        ] {
            assert_eq!(listed(text), ["red", "white"], "{text}");
        }
    }

    #[test]
    fn what_was_moved_behind_the_full_stop_belongs_to_the_list() {
        assert_eq!(
            listed("Os valores possíveis são: , `red`, , `white`. `blue``green`"),
            ["red", "white", "blue", "green"]
        );
        assert_eq!(listed("可能的值是：`red`、`white`和 。`blue` 请注意。"), ["red", "white", "blue"]);
        assert_eq!(listed("可能的值是：`red`、`white` 的总和。`pier` 另有说明。"), ["red", "white"]);
        assert_eq!(listed("Os valores possíveis são: `red`, `white`. Veja `pier`."), ["red", "white"]);
        assert_eq!(listed("Os valores possíveis são: `red`, `white`. `red`"), ["red", "white"]);
    }

    #[test]
    fn names_in_prose_are_no_list() {
        for text in
            ["灯です。`red` と `white` を参照してください。", "`red` und `white`", "Nur: `red`", "$filter: `eq`, `ne`"]
        {
            assert_eq!(listed(text), [""; 0], "{text}");
        }
    }

    /// Were each compared with all before it, this would take minutes.
    #[test]
    fn lists_may_be_long() {
        const N: usize = 30_000;
        let values: Vec<String> = (0..N).map(|n| format!("`v{n}`")).collect();
        assert_eq!(listed(&format!("mögliche Werte: {}", values.join(", "))).len(), N);
    }
}
