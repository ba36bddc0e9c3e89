//! The blocks of a page in which something may be said of its type.

use crate::lower::prose::phrases::Text;
use crate::model::name::strip_prefix_caseless;
use crate::page::{Block, Inlines, Section};

use super::Topic;

/// A block of a section in which something may be said of inheritance or deprecation.
pub(in crate::lower) struct Passage<'p, 's> {
    pub(in crate::lower) topic: Topic,
    /// Which of the page's sections it is in.
    pub(in crate::lower) section: usize,
    pub(in crate::lower) block: &'p Block<'s>,
    /// The words of a paragraph, or of an item such as "Inherits from [x]", and the phrases in them.
    pub(in crate::lower) words: Option<(&'p Inlines<'s>, Text<'p>)>,
}

impl<'p, 's> Passage<'p, 's> {
    /// The words of a paragraph.
    pub(in crate::lower) fn paragraph(&self) -> Option<&(&'p Inlines<'s>, Text<'p>)> {
        self.words.as_ref().filter(|_| !matches!(self.block, Block::ListItem(_)))
    }
}

/// The passages of a page.
pub(in crate::lower) fn passages<'p, 's>(topics: &[(Topic, &'p Section<'s>)]) -> Vec<Passage<'p, 's>> {
    use Topic as T;
    let talks =
        |topic: Topic| matches!(topic, T::Introduction | T::Properties | T::Relationships | T::Json | T::DerivedTypes);
    let talking = topics.iter().enumerate().filter(|(_, (topic, _))| talks(*topic));
    let blocks = talking.flat_map(|(at, (topic, section))| section.blocks.iter().map(move |block| (at, *topic, block)));
    let passage = |(section, topic, block)| Passage { topic, section, block, words: words(block) };
    blocks.map(passage).collect()
}

fn words<'p, 's>(block: &'p Block<'s>) -> Option<(&'p Inlines<'s>, Text<'p>)> {
    match block {
        Block::Paragraph(words) | Block::Quote(words) => Some((words, Text::of(words))),
        Block::ListItem(words) => {
            let plain = words.plain();
            strip_prefix_caseless(plain.trim_start(), "inherit").map(|_| (words, Text::of(words)))
        }
        _ => None,
    }
}
