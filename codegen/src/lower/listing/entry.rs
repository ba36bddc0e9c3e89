//! An entry of a list: `**id** (String): The key.`, `id: String. The key.`, `id - String - The key.`, and the like.

use std::ops::Range;

use crate::model::name::is_identifier;
use crate::page::{Block, Inlines, Section};

use super::types::{Certainty, certainty};
use super::words::{append, lines, part, prepend};
use super::{Entry, is_item};

/// What parts name, type and description.
const SEPARATORS: [char; 5] = [':', '-', '\u{2013}', '\u{2014}', '\u{ff1a}'];

/// The entries of the first list of properties in `section`. They are taken from it.
pub(super) fn of_list<'s>(section: &mut Section<'s>) -> Option<Vec<Entry<'s>>> {
    let is_paragraph = |block: &Block<'_>| matches!(block, Block::Paragraph(_));
    let mut start = 0;
    // Behind a paragraph may come another list, of error codes or of values.
    let mut lists = section.blocks.split(is_paragraph).map(|list| {
        let begin = start;
        start += list.len() + 1;
        (begin..begin + list.len(), entries(list))
    });
    let (place, entries) = lists.find_map(|(place, entries)| Some((place, entries?)))?;
    let mut at = 0..;
    section.blocks.retain(|block| !(at.next().is_some_and(|at| place.contains(&at)) && is_item(block)));
    Some(entries)
}

/// The entries that the items among `blocks` are, if they are about properties.
fn entries<'s>(blocks: &[Block<'s>]) -> Option<Vec<Entry<'s>>> {
    let mut entries: Vec<Entry<'s>> = Vec::new();
    let mut unread = 0;
    // Where the item ends that was read last; what stands within belongs to it.
    let mut end = 0;
    for block in blocks {
        let Block::ListItem(words) = block else { continue };
        if words.span.start < end {
            if let Some(last) = entries.last_mut() {
                append(&mut last.description, part(words, 0..usize::MAX));
            }
        } else if !lines(words).trim_start().starts_with('@') {
            // Annotations are no properties.
            end = words.span.end;
            match entry(words) {
                Some(entry) => entries.push(entry),
                None => unread += 1,
            }
        }
    }
    are_typed(&entries, unread).then_some(entries)
}

/// Whether so many of the entries have a type for sure that what is in the place of the others' is one, too. `unread` more
/// are no entries.
fn are_typed(entries: &[Entry<'_>], unread: usize) -> bool {
    let count = |is: Certainty| entries.iter().filter(|entry| entry.certainty == is).count();
    let (sure, none) = (count(Certainty::Sure), count(Certainty::None) + unread);
    sure > 0 && count(Certainty::Possible) * 2 <= sure && none * MOST_UNKNOWN <= sure
}

/// Of how many that have a type one may have none that can be read.
const MOST_UNKNOWN: usize = 10;

/// Reads a whole entry.
pub(super) fn entry<'s>(words: &Inlines<'s>) -> Option<Entry<'s>> {
    let text = lines(words);
    let place = head(&text)?;
    let ty = part(words, place.ty);
    let certainty = certainty(&ty);
    let mut description = part(words, place.behind..text.len());
    if let Some(remark) = place.remark {
        prepend(&mut description, part(words, remark));
    }
    Some(Entry { name: part(words, place.name), ty, description, certainty })
}

/// Where the parts of an entry are.
struct Head {
    name: Range<usize>,
    ty: Range<usize>,
    /// What stands behind the type in its brackets: `String, required`.
    remark: Option<Range<usize>>,
    /// Where the description begins.
    behind: usize,
}

/// Finds name and type at the beginning of `text`.
fn head(text: &str) -> Option<Head> {
    let start = text.len() - text.trim_start().len();
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let len = text[start..].find(|c| !is_part(c)).unwrap_or(text.len() - start);
    let name = start..start + len;
    // Words of prose begin with a capital here, `Note: …`; names of Graph don't.
    if !is_identifier(&text[name.clone()]) || text[start..].starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let rest = text[name.end..].trim_start();
    let at = text.len() - rest.len();
    if let Some(open) = rest.chars().next().filter(|c| matches!(c, '(' | '[' | '\u{ff08}')) {
        let inner = at + open.len_utf8();
        let close = closing(&text[inner..])? + inner;
        let behind = text[close..].chars().next().map_or(close, |bracket| close + bracket.len_utf8());
        // `String, required`
        let end = text[inner..close].find([',', ';']).map_or(close, |end| inner + end);
        let remark = (end < close).then(|| end + 1..close);
        return Some(Head { name, ty: inner..end, remark, behind: behind_separator(text, behind) });
    }
    let separator = rest.chars().next().filter(|c| SEPARATORS.contains(c))?;
    let is_apart = separator == ':' || separator == '\u{ff1a}' || at > name.end;
    let from = at + separator.len_utf8();
    let end = from + end_of_type(&text[from..]);
    let remark = remark(&text[from..end]).map(|remark| from + remark.start..from + remark.end);
    let ty = from..remark.as_ref().map_or(end, |remark| remark.start - 1);
    is_apart.then(|| Head { name, ty, remark, behind: behind_separator(text, end) })
}

/// What is in brackets behind a type, if it says something of the property: `String (required)`.
fn remark(ty: &str) -> Option<Range<usize>> {
    let ty = ty.trim_end().strip_suffix(')')?;
    let open = ty.rfind('(')? + 1;
    let first = ty[open..].split([',', ';']).next().unwrap_or_default().trim().to_ascii_lowercase();
    REMARKS.contains(&first.as_str()).then_some(open..ty.len())
}

/// What is said of properties in a word.
const REMARKS: [&str; 6] = ["required", "optional", "read-only", "nullable", "inherited", "deprecated"];

/// Where the bracket closes that was opened before `text`.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    // A type is short.
    for (at, c) in text.char_indices().take(200) {
        match c {
            '(' | '[' | '\u{ff08}' => depth += 1,
            ')' | ']' | '\u{ff09}' if depth == 0 => return Some(at),
            ')' | ']' | '\u{ff09}' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Where a type without brackets around it ends: at the end of a line or a sentence, or before what parts it from the
/// description.
fn end_of_type(text: &str) -> usize {
    let start = text.len() - text.trim_start_matches([' ', '\t']).len();
    let ends = |(at, c): (usize, char)| {
        let behind = &text[at + c.len_utf8()..];
        let gap = behind.is_empty() || behind.starts_with(char::is_whitespace);
        match c {
            '\n' | '\u{3002}' | '\u{2013}' | '\u{2014}' | ';' => true,
            '.' | ':' | ',' => gap,
            '-' => gap && text[..at].ends_with(' '),
            _ => false,
        }
    };
    text.char_indices().skip_while(|(at, _)| *at < start).find(|at| ends(*at)).map_or(text.len(), |(at, _)| at)
}

/// Where the description begins behind byte `at`, where a type ends.
fn behind_separator(text: &str, at: usize) -> usize {
    let rest = text[at..].trim_start();
    let separator = |c: char| SEPARATORS.contains(&c) || matches!(c, '.' | ',' | ';' | '\u{3002}');
    let rest = rest.strip_prefix(separator).unwrap_or(rest);
    text.len() - rest.trim_start().len()
}
