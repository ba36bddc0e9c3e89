//! How a type cell says that it is of a collection.

use std::borrow::Cow;
use std::cmp::Reverse;

use crate::lower::prose::phrases::{Says, Text};
use crate::model::name::is_qualified_identifier;

use super::lists::{generic, is_list, list};
use super::primitive;
use super::words::{COLLECTIONS, TRANSLATED};

/// What joins such a word with the type behind it, lower case.
const OF: [&str; 14] =
    ["of ", "von ", "van ", "de ", "des ", "du ", "d’", "d'", "di ", "dei ", "degli ", "da ", "do ", "av "];

/// What may stand before an English one, besides the type.
const BEFORE: [&str; 6] = ["", "a", "an", "the", "edm", "nullable"];

/// How many letters a plural adds to such a word: `Sammlungen`.
const PLURAL: usize = 2;

/// What joins the type with such a word behind it.
const WITH: [char; 3] = ['の', '的', '의'];

/// Whether `text` may be of a collection: it has a word or a sign for that, or letters beyond ASCII, whose capitals may
/// hide one.
fn says_many(text: &str) -> bool {
    !text.is_ascii() || text.contains("[]") || is_list(text) || Text::new(Cow::Borrowed(text)).says(Says::Collection)
}

/// Whether `text` has a word or a sign for "collection".
pub(super) fn says_collection(text: &str) -> bool {
    says_many(text) && (text.trim_end().ends_with("[]") || is_list(text) || word(&lower_in_place(text)).is_some())
}

/// Whether `text` says that there are several, and nothing of what they are: "A collection".
pub(super) fn is_bare(text: &str) -> bool {
    let text = text.trim();
    let is_word = |text: &str| says_many(text) && word(&lower_in_place(text)) == Some((0, text.len()));
    let (before, last) = text.rsplit_once(' ').unwrap_or(("", text));
    BEFORE.iter().any(|word| word.eq_ignore_ascii_case(before.trim_end())) && is_word(last)
}

/// `text` without what says that it is of a collection, and whether anything does.
pub(in crate::lower) fn strip_if_many(text: &str) -> (&str, bool) {
    // To strip takes a few dozen searches.
    if says_many(text) { strip(text.trim()) } else { (text.trim(), false) }
}

/// `Collection(x)`, `x collection`, `collection of x`, `Collection x`, `x[]` and their likes, without what says so.
fn strip(text: &str) -> (&str, bool) {
    const AROUND: [char; 9] = [' ', '-', ':', '(', ')', '\u{ff08}', '\u{ff09}', '\u{a0}', '.'];
    // `[x][]` is a link without a definition.
    if let Some(inner) = text.strip_suffix("[]").filter(|inner| !inner.ends_with(']')) {
        return (inner.trim_end(), true);
    }
    if let Some(inner) = generic(text).and_then(|behind| behind.split('>').next()) {
        return (inner.trim(), true);
    }
    let Some((at, len)) = word(&lower_in_place(text)) else {
        return list(text)
            .filter(|before| !before.is_empty() && !before.contains(' '))
            .map_or((text, false), |before| (before, true));
    };
    let before = text[..at].trim_matches(AROUND);
    if BEFORE.iter().any(|word| before.eq_ignore_ascii_case(word)) {
        let (word, behind) = text.split_at(at + len);
        // `Sammlungen`
        let behind =
            if word.ends_with(char::is_lowercase) { behind.trim_start_matches(char::is_lowercase) } else { behind };
        if let Some(inner) = in_brackets(behind) {
            return (inner, true);
        }
        let behind = behind.trim_matches(AROUND);
        let of = OF.iter().find(|of| behind.get(..of.len()).is_some_and(|start| start.to_lowercase() == **of));
        let inner = of.map_or(behind, |of| behind[of.len()..].trim_start());
        return if inner.is_empty() { (text, false) } else { (inner, true) };
    }
    // What stands behind the word is a remark ("collection. Holds grades …").
    let before = before.strip_suffix(WITH).unwrap_or(before);
    // `Objekten-Sammlung`
    (before.strip_suffix('n').filter(|stem| primitive(stem).is_some()).unwrap_or(before), true)
}

/// The name in the brackets that `behind` begins with, if there is more behind them, and that is a remark: "(x). Read-only".
fn in_brackets(behind: &str) -> Option<&str> {
    let (name, rest) = behind.trim_start().strip_prefix(['(', '\u{ff08}'])?.split_once([')', '\u{ff09}'])?;
    let name = name.trim();
    (is_qualified_identifier(name) && rest.trim_start().starts_with(['.', ',', ';', '('])).then_some(name)
}

/// `text` in lower case, but for the few letters that change their length with it: what is found there stands at the same
/// bytes in `text`.
fn lower_in_place(text: &str) -> String {
    let lower = |c: char| {
        let mut lower = c.to_lowercase();
        let only = lower.next().filter(|first| lower.len() == 0 && first.len_utf8() == c.len_utf8());
        only.unwrap_or(c)
    };
    text.chars().map(lower).collect()
}

/// Where a word for "collection" stands, and how long it is: an English one, else the first of the others, or the
/// longest of several that begin there.
fn word(lower: &str) -> Option<(usize, usize)> {
    let mut english = COLLECTIONS.iter();
    let found = english.find_map(|word| {
        let mut places = lower.match_indices(word).map(|(at, _)| at);
        if word.is_ascii() {
            places.find_map(|at| Some((at, alone(lower, at, word)?)))
        } else {
            Some((places.next()?, word.len()))
        }
    });
    found.or_else(|| {
        // In a name, only the end says so, with the letters of a plural: not in `ensembleKind`.
        let is_name = is_qualified_identifier(lower);
        let ends = |(at, len): &(usize, usize)| !is_name || at + len + PLURAL >= lower.len();
        let words = TRANSLATED.iter().filter(|word| word.is_ascii() || !lower.is_ascii());
        let places = words.filter_map(|word| Some((lower.find(word)?, word.len()))).filter(ends);
        places.min_by_key(|(at, len)| (*at, Reverse(*len)))
    })
}

/// How long the English word at byte `at` is, with its plural; none if it is part of another, or of a name:
/// `collectionKind`.
fn alone(lower: &str, at: usize, word: &str) -> Option<usize> {
    let of_word = |c: char| c.is_alphanumeric() || ['_', '#', '/'].contains(&c);
    let (before, behind) = (&lower[..at], &lower[at + word.len()..]);
    let len = word.len() + usize::from(behind.starts_with('s'));
    let begins = before == "edm." || !before.ends_with(|c| of_word(c) || c == '.');
    (begins && !lower[at + len..].starts_with(of_word)).then_some(len)
}

#[cfg(test)]
mod tests {
    use super::{is_bare, strip_if_many};

    #[test]
    fn words_for_collections_stand_alone() {
        assert!(["Collection", "collection", "Array", "集合", "Sammlung", "A collection"].into_iter().all(is_bare));
        assert!(!["collectionKind", "list", "x collection", "microsoft.graph.collection", ""].into_iter().any(is_bare));
    }

    #[test]
    fn words_for_collections_stand_before_and_behind() {
        let stripped = [
            ("Zeichenfolge-Sammlung", "Zeichenfolge"),
            ("Sammlung (Zeichenfolge)", "Zeichenfolge"),
            ("Sammlung von Zeichenfolgen", "Zeichenfolgen"),
            ("Zeichenfolgensammlung", "Zeichenfolge"),
            ("Booleschnsammlung", "Boolesch"),
            ("colección de cadena", "cadena"),
            ("文字列コレクション", "文字列"),
            ("文字列のコレクション", "文字列"),
            ("Collection String", "String"),
            ("Collection de chaînes", "chaînes"),
            ("collection d’entiers", "entiers"),
            ("collections of String", "String"),
            ("Edm.Collection(Edm.String)", "Edm.String"),
            ("集合(x)", "x"),
            ("Raccolta di stringhe", "stringhe"),
            ("String array. In order.", "String"),
            ("list of strings", "strings"),
            ("x[]", "x"),
            ("List<x>", "x"),
            ("Collection< Edm.String >", "Edm.String"),
            ("String list", "String"),
            ("Set of x", "x"),
            ("A collection of x", "x"),
            ("The array of String", "String"),
            ("Collection(x). Read-only", "x"),
            ("Collection(Edm.String) (nullable)", "Edm.String"),
            ("Collection (of x)", "x"),
            ("Nullable collection of x", "x"),
            ("Sammlungen von x", "x"),
            ("Collection: x", "x"),
            ("Matriz de cadenas", "cadenas"),
            ("Tableau de chaînes", "chaînes"),
            // Capitals that small letters are longer than, and shorter.
            ("İ集合", "İ"),
            ("İ集合ẞ", "İ"),
            ("İ\u{212a}ẞ collection", "İ\u{212a}ẞ"),
        ];
        for (text, inner) in stripped {
            assert_eq!(strip_if_many(text), (inner, true), "{text}");
        }
        for text in [
            "riskLevel",
            "collection",
            "microsoft.graph.collection",
            "collectionKind",
            "itemCollection",
            "list",
            "a shopping list",
            "Map<x>",
            "ensembleKind",
            "x.ensembleKind",
            "[mídia][]",
        ] {
            assert_eq!(strip_if_many(text), (text, false), "{text}");
        }
    }
}
