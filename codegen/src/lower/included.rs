//! Parts of a page that stand in files of their own: `[!INCLUDE [properties](../includes/berth-properties.md)]`.

use crate::diagnostic::rules::UNREAD_TABLE;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::hash::HashSet;
use crate::page::{self, Block, Page, Section};
use crate::parallel;
use crate::source::{Source, SourceId, Sources, Span};

use super::prose::docs::include;

/// How large a file may be, in bytes, to be read again for each page that includes it: all may include the same.
const LARGEST: usize = 65_536;

/// The included files that are parts of pages. Most are no more than notes.
pub(super) struct Parts(HashSet<SourceId>);

impl Parts {
    /// Those among `sources`; reports what is too large.
    pub(super) fn of(sources: &Sources, cx: &mut Diagnostics) -> Self {
        let includes: Vec<(SourceId, &Source)> = sources.includes().collect();
        let parts = parallel::map(&includes, |(id, source)| {
            let sections = sections(*id, source);
            let is_read = |block: &Block<'_>| matches!(block, Block::Table(_) | Block::Code(_));
            sections.len() > 1 || sections.iter().flat_map(|section| &section.blocks).any(is_read)
        });
        let parts = includes.iter().zip(parts).filter(|(_, is_part)| *is_part).map(|(include, _)| include);
        let (parts, large): (Vec<_>, Vec<_>) = parts.partition(|(_, source)| source.text.len() <= LARGEST);
        for (id, _) in large {
            let message = "the tables of this file are too large to be parts of other pages";
            cx.report(Diagnostic::new(&UNREAD_TABLE, message, Span::new(id, 0, 0), "passed over"));
        }
        Self(parts.into_iter().map(|(id, _)| id).collect())
    }
}

/// Inserts the tables, code and sections of the `parts` that `page` includes, behind the paragraphs that include them.
/// Each is inserted once, without what it includes itself.
pub(super) fn insert<'s>(page: &mut Page<'s>, sources: &'s Sources, parts: &Parts) {
    let from = page.source;
    let target = |block: &Block<'_>| match block {
        Block::Paragraph(words) => {
            include(words).and_then(|target| sources.included(from, target)).filter(|id| parts.0.contains(id))
        }
        _ => None,
    };
    if parts.0.is_empty() || !page.blocks().any(|(_, block)| target(block).is_some()) {
        return;
    }
    let mut seen = HashSet::default();
    let mut all = Vec::with_capacity(page.sections.len());
    for Section { heading, blocks } in std::mem::take(&mut page.sections) {
        let mut section = Section { heading, blocks: Vec::with_capacity(blocks.len()) };
        for block in blocks {
            let part = target(&block).filter(|id| seen.insert(*id));
            section.blocks.push(block);
            let part = part.and_then(|id| Some(sections(id, sources.get(id)?)));
            for Section { heading, blocks } in part.unwrap_or_default() {
                if heading.is_some() {
                    all.push(std::mem::replace(&mut section, Section { heading, blocks }));
                } else {
                    section.blocks.extend(blocks);
                }
            }
        }
        all.push(section);
    }
    page.sections = all;
}

fn sections(id: SourceId, source: &Source) -> Vec<Section<'_>> {
    page::parse(id, source).sections
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceKind;

    #[test]
    fn what_is_too_large_is_told() {
        let table = "|Property|Type|Description|\n|:-|:-|:-|\n|name|String|It.|\n";
        for (len, found) in [(LARGEST, 0), (LARGEST + 1, 1)] {
            let text = format!("{table}{}", "\n".repeat(len - table.len()));
            let source = Source::new("includes/part.md".to_owned(), SourceKind::Include, text);
            let mut cx = Diagnostics::new();
            let parts = Parts::of(&Sources::new(vec![source]), &mut cx);
            assert_eq!((parts.0.len(), cx.sorted().len()), (1 - found, found));
        }
    }
}
