//! Whether a page is a translation, and into which kind of script.

use crate::page::Page;

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
    /// in the title; a title in foreign letters tells by itself. Where the original stands beside it, it is the
    /// original that was read.
    pub(super) fn of(page: &Page<'_>) -> Self {
        if page.shows_originals {
            return Self::English;
        }
        let title = page.title();
        let words = title.map(|heading| heading.text.plain()).unwrap_or_default();
        let locale = page.front_matter("ms.contentlocale").map(str::to_ascii_lowercase);
        let translated = locale.as_deref().is_some_and(|locale| !locale.starts_with("en"))
            || page.front_matter("ms.translationtype").is_some()
            || title.is_some_and(|heading| heading.anchor.is_some())
            || words.chars().any(|c| c.is_alphabetic() && !c.is_ascii());
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

/// Letters up to the end of Unicode's "Latin Extended-B", Vietnamese ones, and what isn't a letter.
fn is_latin(c: char) -> bool {
    !c.is_alphabetic() || c <= '\u{24f}' || ('\u{1e00}'..='\u{1eff}').contains(&c)
}
