//! A page as Markdown: headings, paragraphs, tables, code and comments, each with its span. Nothing here knows OData.
//!
//! Reading never fails. What can't be read is left out and reported, the rest stands.

mod front_matter;
mod html;
mod inline;
pub mod json;
mod parse;
mod words;

use crate::source::{SourceId, Span};

pub use inline::{Inline, InlineKind, Inlines, cut};
pub use json::Json;
pub use parse::parse;
pub use words::{GENERIC, is_mark};

/// A line of `---` that front matter lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MissingRule {
    /// The one before it. It is read all the same.
    First,
    /// The one behind it, without which it is Markdown.
    Last,
}

/// A page.
#[derive(Debug)]
pub struct Page<'s> {
    /// Where it was read from.
    pub source: SourceId,
    /// The keys and values between the two `---` lines at its top.
    pub front_matter: Vec<FrontMatterEntry<'s>>,
    /// The one of these lines that is missing, if one is.
    pub lacks_rule: Option<MissingRule>,
    /// What stands before the first heading, then a section per heading, in the order of the page.
    pub sections: Vec<Section<'s>>,
    /// Whether it is a translation that shows the original beside each sentence. Only the original was read then.
    pub shows_originals: bool,
}

impl<'s> Page<'s> {
    /// The first heading of the first level. Later ones are tabs (`# [HTTP](#tab/http)`).
    #[must_use]
    pub fn title(&self) -> Option<&Heading<'s>> {
        self.sections.iter().filter_map(|section| section.heading.as_ref()).find(|heading| heading.level == 1)
    }

    /// The value of a front matter key.
    #[must_use]
    pub fn front_matter(&self, key: &str) -> Option<&str> {
        self.front_matter.iter().find(|entry| entry.key == key).map(|entry| entry.value)
    }

    /// All blocks with their sections, in the order of the page.
    pub fn blocks(&self) -> impl Iterator<Item = (&Section<'s>, &Block<'s>)> {
        self.sections.iter().flat_map(|section| section.blocks.iter().map(move |block| (section, block)))
    }

    /// All tables, in the order of the page.
    pub fn tables(&self) -> impl Iterator<Item = &Table<'s>> {
        self.sections.iter().flat_map(Section::tables)
    }
}

/// A line of the front matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FrontMatterEntry<'s> {
    /// What stands before the colon.
    pub key: &'s str,
    /// What stands behind it, without quotes.
    pub value: &'s str,
    /// The value's place.
    pub span: Span,
}

/// A heading with what follows it, up to the next heading.
#[derive(Debug, Default)]
pub struct Section<'s> {
    /// The heading; none before the first.
    pub heading: Option<Heading<'s>>,
    /// What follows.
    pub blocks: Vec<Block<'s>>,
}

impl<'s> Section<'s> {
    /// Its tables, in order.
    pub fn tables(&self) -> impl Iterator<Item = &Table<'s>> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
    }
}

/// A heading.
#[derive(Debug)]
pub struct Heading<'s> {
    /// 1 to 6.
    pub level: u8,
    /// The words.
    pub text: Inlines<'s>,
    /// Whether a blank stands before the words. Without it, `##Properties` is a paragraph to Markdown.
    pub is_spaced: bool,
    /// The name of the anchor that localised pages put before the words: `<a name="properties"></a>`. It is
    /// in English.
    pub anchor: Option<&'s str>,
    /// The name in a `{#properties}` behind the words, in whatever language.
    pub id: Option<&'s str>,
}

/// A block of a section.
#[derive(Debug)]
pub enum Block<'s> {
    /// A paragraph.
    Paragraph(Inlines<'s>),
    /// An item of a list, whatever its level.
    ListItem(Inlines<'s>),
    /// A paragraph in a quotation, such as a note, or an item of a list there.
    Quote(Inlines<'s>),
    /// A table.
    Table(Table<'s>),
    /// A code block.
    Code(Code<'s>),
    /// An HTML comment.
    Comment(Comment<'s>),
}

/// A table, of pipes or of HTML.
#[derive(Debug)]
pub struct Table<'s> {
    /// The cells of the header.
    pub header: Vec<Inlines<'s>>,
    /// The other rows.
    pub rows: Vec<Row<'s>>,
    /// Header and rows.
    pub span: Span,
    /// Whether there is a `</table>`, if there is a `<table>`.
    pub is_closed: bool,
    /// Whether a line of dashes stands below the header. Without it, a table of pipes is a paragraph to Markdown.
    pub is_ruled: bool,
    /// Whether its cells stand in all columns and rows over which they reach. There is a limit for the page.
    pub is_filled: bool,
}

impl<'s> Table<'s> {
    /// A table that is all there.
    pub(crate) fn new(header: Vec<Inlines<'s>>, rows: Vec<Row<'s>>, span: Span) -> Self {
        Self { header, rows, span, is_closed: true, is_ruled: true, is_filled: true }
    }
}

/// A row of a table.
#[derive(Clone, Debug)]
pub struct Row<'s> {
    /// Where there are fewer than in the header, the last ones are missing. Only a row of HTML has more.
    pub cells: Vec<Inlines<'s>>,
    /// The line; of HTML, from its beginning to its last word.
    pub span: Span,
}

/// A code block.
#[derive(Debug)]
pub struct Code<'s> {
    /// What is between the fences.
    pub text: &'s str,
    /// Its place.
    pub span: Span,
    /// Its first fence, if the one behind it is missing: the block reaches to that of the next one then, or to the end of
    /// the page.
    pub unclosed: Option<Span>,
}

/// An HTML comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comment<'s> {
    /// What is between `<!--` and `-->`.
    pub text: &'s str,
    /// Its place.
    pub span: Span,
    /// Whether the `-->` is there. Without it, the comment reaches to the end of the page.
    pub is_closed: bool,
}

#[cfg(test)]
mod tests;
