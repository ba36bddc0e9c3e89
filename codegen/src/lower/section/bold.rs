//! Headings that are nothing but a paragraph in bold: `**Properties**`.

use crate::page::{Block, Heading, InlineKind, Inlines, Page, Section, cut};

use super::{Topic, known_topic};

/// How long a heading is.
const LONGEST: usize = 60;

/// Makes headings of the bold paragraphs on `page` if one of them is about properties, relationships, members or the JSON
/// representation, and no heading is. They are all of one level, whatever they are about. `text` is the page's.
pub(in crate::lower) fn restore<'s>(page: &mut Page<'s>, text: &str) {
    if !stands_for_missing(page, text) {
        return;
    }
    let mut is_on = false;
    let mut sections = Vec::with_capacity(page.sections.len());
    for Section { heading: above, blocks } in std::mem::take(&mut page.sections) {
        let level = above.as_ref().map_or(0, |above| above.level).max(1) + 1;
        let mut section = Section { heading: above, blocks: Vec::new() };
        for block in blocks {
            let found = bold(&block, text).map(|words| heading(words, level.min(6)));
            is_on |= found.as_ref().is_some_and(|found| known_topic(found).is_some());
            match found.filter(|_| is_on) {
                Some(found) => {
                    sections
                        .push(std::mem::replace(&mut section, Section { heading: Some(found), blocks: Vec::new() }));
                }
                None => section.blocks.push(block),
            }
        }
        sections.push(section);
    }
    page.sections = sections;
}

/// Whether one of the bold paragraphs is about something that no heading is about.
fn stands_for_missing(page: &Page<'_>, text: &str) -> bool {
    let found = page.blocks().filter_map(|(_, block)| bold(block, text));
    let sought = |topic: &Topic| SOUGHT.contains(topic);
    let mut topics = found.filter_map(|words| known_topic(&heading(words, 2)).filter(sought)).peekable();
    // Hardly ever is there one.
    topics.peek().is_some() && {
        let real = page.sections.iter().filter_map(|section| known_topic(section.heading.as_ref()?));
        let real: Vec<Topic> = real.filter(sought).collect();
        topics.any(|topic| !real.contains(&topic))
    }
}

/// What a page is read for.
const SOUGHT: [Topic; 4] = [Topic::Properties, Topic::Relationships, Topic::Json, Topic::Members];

fn heading<'s>(words: &Inlines<'s>, level: u8) -> Heading<'s> {
    let mut text = words.clone();
    for piece in &mut text.pieces {
        cut(&mut piece.text, |text| text.trim_end_matches([':', ' ']));
    }
    Heading { level, text, anchor: None, id: None }
}

/// The words of a paragraph of a single line that is bold from its beginning to its end.
fn bold<'p, 's>(block: &'p Block<'s>, text: &str) -> Option<&'p Inlines<'s>> {
    let Block::Paragraph(words) = block else { return None };
    let [only] = words.pieces.as_slice() else { return None };
    if only.kind != InlineKind::Text || only.text.len() > LONGEST || only.text.contains('\n') {
        return None;
    }
    if !matches!(text.as_bytes().get(words.span.range().start), Some(b'*' | b'_')) {
        return None;
    }
    let written = text.get(words.span.range())?.trim().trim_end_matches(':');
    let is_bold = |mark: &str| {
        let inner = written.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
        inner.is_some_and(|inner| !inner.contains(mark))
    };
    (is_bold("**") || is_bold("__")).then_some(words)
}
