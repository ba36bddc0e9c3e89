//! Parts of a page that stand in files of their own: `[!INCLUDE [properties](../includes/berth-properties.md)]`.

use crate::hash::HashSet;
use crate::page::{self, Block, Page, Section};
use crate::source::{SourceId, Sources};

use super::prose::docs::include;
use super::section::bold;

/// Inserts the tables, code and sections of all files that `page` includes behind the paragraphs that do so. Each is
/// inserted once; those with nothing but words, and what they include themselves, stay outside.
pub(super) fn insert<'s>(page: &mut Page<'s>, sources: &'s Sources) {
    let from = page.source;
    let target = |block: &Block<'_>| match block {
        Block::Paragraph(words) => include(words).and_then(|target| sources.included(from, target)),
        _ => None,
    };
    if !sources.has_includes() || !page.blocks().any(|(_, block)| target(block).is_some()) {
        return;
    }
    let mut seen = HashSet::default();
    let mut sections = Vec::with_capacity(page.sections.len());
    for Section { heading, blocks } in std::mem::take(&mut page.sections) {
        let mut section = Section { heading, blocks: Vec::with_capacity(blocks.len()) };
        for block in blocks {
            let id = target(&block).filter(|id| seen.insert(*id));
            section.blocks.push(block);
            for Section { heading, blocks } in id.and_then(|id| part(id, sources)).unwrap_or_default() {
                if heading.is_some() {
                    sections.push(std::mem::replace(&mut section, Section { heading, blocks }));
                } else {
                    section.blocks.extend(blocks);
                }
            }
        }
        sections.push(section);
    }
    page.sections = sections;
}

/// The sections of a file, if there is something in them to be read.
fn part<'s>(id: SourceId, sources: &'s Sources) -> Option<Vec<Section<'s>>> {
    let source = sources.get(id)?;
    let mut part = page::parse(id, source);
    bold::restore(&mut part, &source.text);
    let is_read = |block: &Block<'_>| matches!(block, Block::Table(_) | Block::Code(_));
    (part.sections.len() > 1 || part.blocks().any(|(_, block)| is_read(block))).then_some(part.sections)
}
