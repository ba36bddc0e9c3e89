//! The words of a type cell on a translated page, as they stand.

use crate::lower::language::is_latin;
use crate::lower::only;
use crate::model::TypeRef;
use crate::model::name::is_qualified_identifier;
use crate::page::is_mark;
use crate::source::Sources;

use super::kinds::looks_like_type;

/// The words of a type cell, lower case.
pub(super) struct Cell {
    /// The first and the last word of the cell, or of its link, if there are several; and of those that stand before
    /// and behind the link. One may be the word for "collection".
    pub(super) around: Vec<String>,
    /// The only word in the cell, or in the link: the type.
    pub(super) alone: Option<String>,
    /// The only name in a cell without a link, as it stands there: `dayOfWeek` in `Aro de dayOfWeek`.
    pub(super) name: Option<String>,
}

impl Cell {
    /// Those of the cell that `type_ref` was read from.
    pub(super) fn of(type_ref: &TypeRef<'_>, sources: &Sources) -> Self {
        let cell = sources.text(type_ref.span).trim();
        let link = cell.split_once('[').and_then(|(before, rest)| Some((before, rest.split_once("](")?)));
        let (before, text, behind) = match link {
            Some((before, (text, rest))) => (before, text, rest.split_once(')').map_or("", |(_, behind)| behind)),
            None => ("", cell, ""),
        };
        let inside = words(text);
        let (first, last) = (inside.first(), inside.last().filter(|_| inside.len() > 1));
        let several = first.zip(last).into_iter().flat_map(|(first, last)| [*first, *last]);
        let (before, behind) = (words(before), words(behind));
        let outside = [before.first(), before.last(), behind.first(), behind.last()].into_iter().flatten().copied();
        let around = several.chain(outside).filter(|word| word.chars().any(char::is_alphabetic));
        let alone = first.filter(|_| last.is_none());
        let names = inside.iter().filter(|word| is_qualified_identifier(word) && looks_like_type(word));
        let name = only(names).filter(|_| link.is_none());
        Self {
            around: around.map(str::to_lowercase).collect(),
            alone: alone.map(|word| word.to_lowercase()),
            name: name.map(ToString::to_string),
        }
    }
}

/// The words of `text`: what stands between blanks, brackets and hyphens. Letters of another script begin a word, too:
/// scripts without blanks have none before a name, either.
fn words(text: &str) -> Vec<&str> {
    let between = |c: char| c.is_whitespace() || c == '-' || is_bracket(c) || is_mark(c);
    let mut words = Vec::new();
    for part in text.split(between).filter(|part| !part.is_empty()) {
        let mut from = 0;
        let letters = part.char_indices().filter(|(_, c)| c.is_alphabetic());
        for ((_, first), (at, second)) in letters.clone().zip(letters.skip(1)) {
            if is_latin(first) != is_latin(second) {
                words.push(&part[from..at]);
                from = at;
            }
        }
        words.push(&part[from..]);
    }
    words
}

fn is_bracket(c: char) -> bool {
    matches!(c, '(' | ')' | '[' | ']' | '\u{ff08}' | '\u{ff09}')
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn names_end_where_other_letters_begin() {
        for (text, found) in [
            ("Zeichenfolge-Sammlung", &["Zeichenfolge", "Sammlung"][..]),
            ("กลุ่มของberthState", &["กลุ่มของ", "berthState"]),
            ("berthStateსია", &["berthState", "სია"]),
            ("سلسلة (String)", &["سلسلة", "String"]),
        ] {
            assert_eq!(words(text), found, "{text}");
        }
    }
}
