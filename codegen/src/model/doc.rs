//! Running text, freed from Markdown.

use std::borrow::Cow;

/// A piece of running text.
#[derive(Clone, Debug, PartialEq)]
pub enum Run<'s> {
    /// Plain words; entities and escapes resolved.
    Text(Cow<'s, str>),
    /// Words in a code span.
    Code(Cow<'s, str>),
    /// A link. `target` is as the page writes it: an address, a page, a `#fragment`; empty where a reference link has
    /// no definition.
    Link {
        /// What is shown.
        text: Cow<'s, str>,
        /// Where it leads.
        target: Cow<'s, str>,
    },
    /// A line break that the author asked for.
    Break,
}

/// Paragraphs of running text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Doc<'s> {
    /// One list of runs per paragraph.
    pub paragraphs: Vec<Vec<Run<'s>>>,
}

impl Doc<'_> {
    /// Whether there is nothing to read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.paragraphs.iter().all(Vec::is_empty)
    }
}
