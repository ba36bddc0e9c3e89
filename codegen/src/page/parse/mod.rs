//! From Markdown's events to a [`Page`].

mod bars;
mod containers;
mod fences;
mod html_tables;
mod pipes;
mod torn;

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{BrokenLink, CowStr, Event, Options, Parser, Tag, TagEnd};

use crate::source::{Source, SourceId, Span};

use super::front_matter::{FrontMatter, front_matter};
use super::html::{anchor, comments};
use super::words::{DIRECTIVE, Words};
use super::{Block, Code, InlineKind, Page, Row, Section, Table};

use containers::Container;
use html_tables::{HtmlTable, MOST_ADDED};
use torn::{Gaps, Tears};

/// Reads the page in `source`.
#[must_use]
pub fn parse(id: SourceId, source: &Source) -> Page<'_> {
    let mended = |text| parse_text(id, text).0;
    match pipes::with_plain_lines(&source.text) {
        Cow::Borrowed(text) => {
            let (page, tears) = parse_text(id, text);
            if tears.is_none() { page } else { mended(source.mended(|| tears.mend(id, text))) }
        }
        Cow::Owned(text) => mended(source.mended(|| parse_text(id, &text).1.mend(id, &text))),
    }
}

/// Reads the page that consists of `text`, and finds what tears its tables apart.
fn parse_text(id: SourceId, text: &str) -> (Page<'_>, Tears) {
    let FrontMatter { entries, lacks, end: body } = front_matter(id, text);
    let mut builder = PageBuilder::new(id, text, body);
    let known = |link: BrokenLink<'_>| {
        let name = link.reference.as_ref();
        let identifier =
            !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.'));
        identifier.then_some((CowStr::Borrowed(""), CowStr::Borrowed("")))
    };
    let text = &text[body..];
    for (event, range) in
        Parser::new_with_broken_link_callback(text, Options::ENABLE_TABLES, Some(known)).into_offset_iter()
    {
        builder.event(event, range);
    }
    builder.end_table(text.len(), false);
    let shows_originals = builder.words.shows_originals();
    let tears = Tears { gaps: builder.gaps.found, bars: builder.bars };
    let page =
        Page { source: id, front_matter: entries, lacks_rule: lacks, sections: builder.sections, shows_originals };
    (page, tears)
}

struct PageBuilder<'s> {
    source: SourceId,
    text: &'s str,
    offset: usize,
    sections: Vec<Section<'s>>,
    /// What the words being read will become.
    open: Option<Container>,
    words: Words<'s>,
    anchor: Option<&'s str>,
    table: Option<Table<'s>>,
    /// What separates rows from their tables.
    gaps: Gaps,
    /// The bars in code at which Markdown ends cells.
    bars: Vec<usize>,
    /// A table of HTML that isn't closed yet.
    html: Option<HtmlTable<'s>>,
    code: Option<Code<'s>>,
    /// How many more cells the column and row spans of HTML tables may add.
    room: usize,
    items: usize,
    quotes: usize,
    /// How many images we are in: their words describe a picture that isn't taken along.
    images: usize,
}

impl<'s> PageBuilder<'s> {
    fn new(source: SourceId, text: &'s str, offset: usize) -> Self {
        Self {
            source,
            text,
            offset,
            sections: vec![Section::default()],
            open: None,
            words: Words::new(source, text, offset),
            anchor: None,
            table: None,
            gaps: Gaps::default(),
            bars: Vec::new(),
            html: None,
            code: None,
            room: MOST_ADDED,
            items: 0,
            quotes: 0,
            images: 0,
        }
    }

    fn span(&self, range: &Range<usize>) -> Span {
        Span::new(self.source, self.offset + range.start, self.offset + range.end)
    }

    fn event(&mut self, event: Event<'s>, range: Range<usize>) {
        match event {
            Event::Start(Tag::Image { .. }) => self.images += 1,
            Event::End(TagEnd::Image) => self.images = self.images.saturating_sub(1),
            _ if self.images > 0 || self.html.is_some() && self.html_event(&event, &range) => {}
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, &range),
            Event::Text(text) => match &mut self.code {
                Some(code) => {
                    let start = if code.text.is_empty() { self.offset + range.start } else { code.span.start as usize };
                    code.span = Span::new(self.source, start, self.offset + range.end);
                    code.text = &self.text[code.span.range()];
                }
                None => self.words.add(InlineKind::Text, text, &range),
            },
            Event::Code(text) => self.words.add_code(bars::shown(text), &range),
            Event::SoftBreak => self.words.end_line(InlineKind::Text, &range),
            Event::HardBreak => self.words.end_line(InlineKind::Break, &range),
            Event::InlineHtml(_) => {
                let tag = &self.text[self.offset + range.start..self.offset + range.end];
                let is_known = self.words.add_tag(tag, &range);
                if !is_known && matches!(self.open, Some(Container::Heading(_))) {
                    self.anchor = anchor(tag).or(self.anchor);
                }
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'s>, range: Range<usize>) {
        match tag {
            Tag::Paragraph => {
                let item = self.open == Some(Container::Item);
                if item {
                    self.words.begin_paragraph(&range);
                } else {
                    let text = &self.text[self.span(&range).range()];
                    let is_table = self.items + self.quotes == 0 && pipes::is_table(text);
                    self.open(if is_table { Container::Rows } else { Container::Paragraph }, range);
                }
            }
            Tag::Heading { level, .. } => self.open(Container::Heading(level as u8), range),
            Tag::Item => {
                self.items += 1;
                self.open(Container::Item, range);
            }
            Tag::BlockQuote(_) => {
                self.flush();
                self.quotes += 1;
            }
            Tag::List(_) => self.flush(),
            Tag::CodeBlock(kind) => {
                self.flush();
                let span = self.span(&range);
                let block = &self.text[span.range()];
                let first =
                    || Span::new(self.source, span.range().start, span.range().start + fences::first(block).len());
                let unclosed = (kind.is_fenced() && !fences::are_whole(block)).then(first);
                self.code = Some(Code { text: "", span, unclosed });
            }
            Tag::HtmlBlock => {
                self.flush();
                let start = self.offset + range.start;
                let found = comments(self.source, &self.text[start..self.offset + range.end], start);
                let blocks: Vec<_> = found.map(Block::Comment).collect();
                self.section().blocks.extend(blocks);
                self.html(&range);
            }
            Tag::Table(_) => {
                self.flush();
                self.table = Some(Table::new(Vec::new(), Vec::new(), self.span(&range)));
            }
            Tag::TableRow => {
                let span = self.span(&range);
                if let Some(table) = &mut self.table {
                    table.rows.push(Row { cells: Vec::with_capacity(table.header.len()), span });
                }
            }
            Tag::TableCell => self.open(Container::Cell, range),
            Tag::Link { dest_url, .. } => self.words.begin_link(dest_url, &range),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: &Range<usize>) {
        match tag {
            TagEnd::Paragraph if self.items == 0 => self.flush(),
            TagEnd::Heading(_) | TagEnd::TableCell => self.flush(),
            TagEnd::Item => {
                self.flush();
                self.items = self.items.saturating_sub(1);
            }
            TagEnd::BlockQuote(_) => {
                self.flush();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::CodeBlock => {
                if let Some(code) = self.code.take() {
                    self.section().blocks.push(Block::Code(code));
                }
            }
            TagEnd::TableRow => {
                self.look_for_bars(range);
                let text = self.text;
                let is_directive = |row: &mut Row<'s>| text[row.span.range()].trim_start().starts_with(DIRECTIVE);
                self.table.iter_mut().for_each(|table| drop(table.rows.pop_if(is_directive)));
            }
            TagEnd::Table => {
                if self.items + self.quotes == 0 {
                    self.gaps.look_behind(self.text, self.offset + range.end);
                }
                if let Some(table) = self.table.take() {
                    self.section().blocks.push(Block::Table(table));
                }
            }
            TagEnd::Link => self.words.end_link(),
            _ => {}
        }
    }
}
