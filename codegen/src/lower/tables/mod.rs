//! The formats of tables, told by their headers, and what all tables have in common. Their rows are read where their
//! subjects are.

mod name_cell;
pub(super) mod order;
pub(super) mod rows;
pub(super) mod words;

use std::borrow::Cow;

use crate::model::name::is_identifier;
use crate::page::{InlineKind, Inlines, Row, Table};

use super::language::Language;
use super::section::Topic;
use super::type_name;

pub(super) use name_cell::NameCell;
use words::{DESCRIPTION, MEMBER, NUMBER, PROPERTY, RELATIONSHIP, TYPE, VALUE};

/// What the rows of a table are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// Name, type, description: structural properties.
    Properties,
    /// The same: navigation properties.
    Relationships,
    /// Name, perhaps a number, perhaps a description: members of an enum.
    Members,
}

/// The words of a header cell, without decoration; compared by [`is_one`], for which their case doesn't matter.
pub(super) fn word<'c>(cell: &'c Inlines<'_>) -> Cow<'c, str> {
    const DECORATION: [char; 4] = ['*', '`', ':', '_'];
    match cell.plain() {
        Cow::Borrowed(word) if word.bytes().all(|b| b.is_ascii_graphic()) => {
            Cow::Borrowed(word.trim_matches(DECORATION))
        }
        words => {
            // `Type (OData)`
            let end = words.find('(').filter(|at| *at > 0).unwrap_or(words.len());
            let words: Vec<&str> = words[..end].split_whitespace().collect();
            Cow::Owned(words.join(" ").trim_matches(DECORATION).to_lowercase())
        }
    }
}

/// Whether the word of a header is among the `known` ones, which are in lower case.
pub(super) fn is_one(word: &str, known: &[&str]) -> bool {
    known.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// The format of a table in a section on `topic` of a page in `language`; none for tables of other things, such as
/// methods.
pub(super) fn format(table: &Table<'_>, topic: Topic, language: Language) -> Option<Format> {
    if matches!(topic, Topic::Methods | Topic::InstanceAttributes | Topic::DerivedTypes) {
        return None;
    }
    let header = [0, 1].map(|column| table.header.get(column).map(word).unwrap_or_default());
    let is = |column: usize, words: &[&str]| is_one(&header[column], words);
    let typed = is(1, TYPE);
    let foreign = || language.is_translated() && holds_types(table);
    match topic {
        // Whatever the first column is called: in other languages we don't know its word.
        Topic::Members | Topic::Values if !typed => Some(Format::Members),
        _ if typed && is(0, RELATIONSHIP) => Some(Format::Relationships),
        Topic::Relationships if typed => Some(Format::Relationships),
        // `agreementFileData` has a header of methods above properties.
        Topic::Properties if typed => Some(Format::Properties),
        Topic::Properties if is_untyped(table) => Some(Format::Properties),
        // In a language that we have no words for, the section tells, and the cells.
        Topic::Properties if foreign() => Some(Format::Properties),
        Topic::Relationships if foreign() => Some(Format::Relationships),
        _ if typed && is(0, PROPERTY) => Some(Format::Properties),
        _ if !typed && (is(0, MEMBER) || is(0, VALUE)) => Some(Format::Members),
        _ => None,
    }
}

/// Whether a table of properties has no column of types: `Property|Description`.
pub(super) fn is_untyped(table: &Table<'_>) -> bool {
    let [first, second] = table.header.as_slice() else { return false };
    is_one(&word(first), PROPERTY) && is_one(&word(second), DESCRIPTION)
}

/// How many words a type's name has in another language: `Chaîne de caractères`.
const MOST_WORDS: usize = 3;

/// Whether most cells of the second column name a type. Explanations of a property's values are prose; where they are
/// few words, they are code (`read` on `sharinglink.md`) or there is no third column (`Preset0|Red` on
/// `outlookcategory.md`).
pub(super) fn holds_types(table: &Table<'_>) -> bool {
    let cells = || table.rows.iter().filter_map(|row| row.cells.get(1)).filter(|cell| !cell.is_blank());
    let numbered = holds_numbers(table, 1);
    let is_word = |cell: &Inlines<'_>| {
        let coded = cell.pieces.iter().any(|piece| piece.kind == InlineKind::Code);
        table.header.len() > 2 && !coded && !numbered && cell.plain().split_whitespace().count() <= MOST_WORDS
    };
    let types = cells().filter(|cell| type_name::is_type_like(cell) || is_word(cell)).count();
    // Where nothing is a name or a type, the words are answers: `Una sola vez|Sí|No`.
    let is_told = || cells().any(type_name::is_type_like) || table.rows.iter().any(begins_with_name);
    types > 0 && types * 2 >= cells().count() && is_told()
}

fn begins_with_name(row: &Row<'_>) -> bool {
    row.cells.first().is_some_and(is_name)
}

/// Whether every row begins with a name, and most go on with a type, whatever their columns are called.
pub(super) fn is_evident(table: &Table<'_>) -> bool {
    let is_type =
        |cell: &Inlines<'_>| type_name::is_type_like(cell) && cell.plain().split_whitespace().count() <= MOST_WORDS;
    table.rows.iter().all(begins_with_name) && mostly(table, is_type).get(1) == Some(&true)
}

/// Whether a column may be one of types, by its header or its cells.
pub(super) fn may_hold_types(table: &Table<'_>) -> bool {
    table.header.iter().any(|cell| is_one(&word(cell), TYPE)) || mostly(table, type_name::is_type_like).contains(&true)
}

/// Whether most cells are such, for each column. Rows may be shorter than the header. Each is gone through once, for
/// all columns.
pub(super) fn mostly(table: &Table<'_>, is_such: impl Fn(&Inlines<'_>) -> bool) -> Vec<bool> {
    let mut counts = vec![(0_usize, 0_usize); table.header.len()];
    for row in &table.rows {
        for ((such, all), cell) in counts.iter_mut().zip(&row.cells) {
            *such += usize::from(is_such(cell));
            *all += 1;
        }
    }
    counts.into_iter().map(|(such, all)| such * 2 > all).collect()
}

/// Whether the cell has the name of a property or member, and nothing else.
pub(super) fn is_name(cell: &Inlines<'_>) -> bool {
    NameCell::read(cell).is_some_and(|cell| is_identifier(&cell.name))
}

/// Whether the column holds nothing but numbers.
pub(super) fn holds_numbers(table: &Table<'_>, column: usize) -> bool {
    let is_number = |cell: &Inlines<'_>| number(cell).is_some();
    !table.rows.is_empty() && table.rows.iter().all(|row| row.cells.get(column).is_some_and(is_number))
}

/// The number of a member in a cell.
pub(super) fn number(cell: &Inlines<'_>) -> Option<i64> {
    cell.plain().trim().trim_matches(['`', '*']).replace(',', "").parse().ok()
}

/// Whether one of the first two columns has an English header that we know.
pub(super) fn has_english_header(table: &Table<'_>) -> bool {
    table.header.iter().take(2).map(word).any(|word| word.is_ascii() && is_known(&word))
}

/// Whether a column has a header that we know, in whatever language.
pub(super) fn is_known_column(cell: &Inlines<'_>) -> bool {
    let word = word(cell);
    is_known(&word) || is_one(&word, DESCRIPTION)
}

/// Whether we know the word of a header, which isn't that of descriptions.
fn is_known(word: &str) -> bool {
    [PROPERTY, TYPE, RELATIONSHIP, MEMBER, VALUE, NUMBER].iter().any(|known| is_one(word, known))
}

/// The column that holds types, by its header.
pub(super) fn type_column(table: &Table<'_>) -> Option<usize> {
    table.header.iter().position(|cell| is_one(&word(cell), TYPE))
}

/// The column that holds a member's number, if there is one: by its header, or because it holds nothing but numbers,
/// for in other languages we don't know its word.
pub(super) fn number_column(table: &Table<'_>) -> Option<usize> {
    let named = |column: &usize| is_one(&word(&table.header[*column]), NUMBER);
    let numbers = |column: &usize| holds_numbers(table, *column);
    (1..table.header.len()).find(named).or_else(|| (1..table.header.len()).find(numbers))
}

/// The column that holds a member's description, if there is one: by its header, else the last.
pub(super) fn description_column(table: &Table<'_>) -> Option<usize> {
    let named = |column: &usize| is_one(&word(&table.header[*column]), DESCRIPTION);
    let number = number_column(table);
    let other = |column: &usize| Some(*column) != number;
    (1..table.header.len()).find(named).or_else(|| (1..table.header.len()).rev().find(other))
}
