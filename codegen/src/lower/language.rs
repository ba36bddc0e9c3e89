//! Whether a page is a translation, and into which kind of script.

use crate::page::{Heading, Page};

use super::section::Topic;
use super::section::enum_headings::names_enum;
use super::{namespace, section, tables, title};

/// The language of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Language {
    /// English, in which the pages are written.
    English,
    /// Another one in Latin letters: translated words may look like identifiers (`Beschreibung`).
    Latin,
    /// One in other letters: what is an identifier there, nobody translated.
    Other,
}

impl Language {
    /// The translation service leaves its marks in the front matter (`ms.contentlocale: zh-CN`), and an English anchor
    /// in the title; a title in foreign letters tells by itself. Where a page shows the originals, these were read.
    /// `line` is the one about the page's namespace.
    pub(super) fn of(page: &Page<'_>, line: Option<&namespace::Line>) -> Self {
        if page.shows_originals {
            return Self::English;
        }
        let title = page.title();
        let words = title.map(|heading| heading.text.plain()).unwrap_or_default();
        let locale = page.front_matter("ms.contentlocale").map(str::to_ascii_lowercase);
        let translated = locale.as_deref().is_some_and(|locale| !locale.starts_with("en"))
            || page.front_matter("ms.translationtype").is_some()
            || title.is_some_and(|heading| heading.anchor.is_some())
            || words.chars().any(|c| c.is_alphabetic() && !c.is_ascii())
            || title::is_foreign(&words)
            || line.is_some_and(namespace::Line::is_foreign)
            || has_foreign_heading(page)
            || has_nothing_english(page);
        if !translated {
            return Self::English;
        }
        let headings = page.sections.iter().filter_map(|section| section.heading.as_ref());
        let latin = headings.flat_map(|heading| &heading.text.pieces).all(|piece| piece.text.chars().all(is_latin));
        if latin { Self::Latin } else { Self::Other }
    }

    pub(super) fn is_translated(self) -> bool {
        self != Self::English
    }
}

/// The headings below the title.
fn headings<'p, 's>(page: &'p Page<'s>) -> impl Iterator<Item = &'p Heading<'s>> {
    page.sections.iter().filter_map(|section| section.heading.as_ref()).filter(|heading| heading.level > 1)
}

/// Whether a heading is a foreign word for what sections are about.
fn has_foreign_heading(page: &Page<'_>) -> bool {
    headings(page).any(|heading| section::words::is_foreign(&heading.text.plain()))
}

/// Whether the page has a table of types, of numbers, or of an enum that the heading names, but neither a heading nor a
/// header in English that we know.
fn has_nothing_english(page: &Page<'_>) -> bool {
    if headings(page).any(|heading| section::topic_of(heading) != Topic::Other) {
        return false;
    }
    let mut tables = page.sections.iter().flat_map(|section| section.tables().map(move |table| (section, table)));
    let mut defines = false;
    !tables.any(|(section, table)| {
        let named = || section.heading.as_ref().is_some_and(names_enum);
        defines |= tables::holds_types(table) || tables::holds_numbers(table, 1) || named();
        tables::has_english_header(table)
    }) && defines
}

/// Whether the letter is of a script of East Asia, whose words have no blanks between them, nor capitals.
pub(super) fn is_east_asian(c: char) -> bool {
    c >= '\u{2e80}'
}

/// Letters up to the end of Unicode's "Latin Extended-B", Vietnamese ones, and what isn't a letter.
pub(super) fn is_latin(c: char) -> bool {
    !c.is_alphabetic() || c <= '\u{24f}' || ('\u{1e00}'..='\u{1eff}').contains(&c)
}
