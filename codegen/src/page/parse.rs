//! From Markdown's events to a [`Page`].

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{BrokenLink, CowStr, Event, Options, Parser, Tag, TagEnd};

use crate::source::{Source, SourceId, Span};

use super::front_matter::front_matter;
use super::html::{anchor, comments, is_break, is_translation, shows_originals};
use super::{Block, Code, Heading, Inline, InlineKind, Inlines, Page, Row, Section, Table};

/// Reads the page in `source`.
#[must_use]
pub fn parse(id: SourceId, source: &Source) -> Page<'_> {
    let (front_matter, body) = front_matter(id, &source.text);
    let mut builder = PageBuilder::new(id, &source.text, body);
    let known = |link: BrokenLink<'_>| {
        let name = link.reference.as_ref();
        let identifier =
            !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.'));
        identifier.then_some((CowStr::Borrowed(""), CowStr::Borrowed("")))
    };
    let text = &source.text[body..];
    for (event, range) in
        Parser::new_with_broken_link_callback(text, Options::ENABLE_TABLES, Some(known)).into_offset_iter()
    {
        builder.event(event, range);
    }
    let shows_originals = builder.shows_originals == Some(true);
    Page { source: id, front_matter, sections: builder.sections, shows_originals }
}

/// What the words that are being read will become.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Container {
    Paragraph,
    Heading(u8),
    Item,
    Cell,
}

/// What a line for the site begins with: which pivot the lines up to `::: zone-end` are for, which moniker, which column.
const DIRECTIVE: &str = ":::";

struct PageBuilder<'s> {
    source: SourceId,
    text: &'s str,
    offset: usize,
    sections: Vec<Section<'s>>,
    /// The words being read, and what they will become.
    open: Option<(Container, Inlines<'s>)>,
    link: Option<Inline<'s>>,
    anchor: Option<&'s str>,
    table: Option<Table<'s>>,
    code: Option<Code<'s>>,
    items: usize,
    quotes: usize,
    /// Whether what is being read is a line for the site that shows the page, such as `::: zone pivot="x"`.
    directive: bool,
    /// Whether the original stands behind every translated sentence; `None` before the first that could be one.
    shows_originals: Option<bool>,
    /// How many `<span>` are open, from that of a translated sentence on, whose original follows.
    translation: usize,
}

impl<'s> PageBuilder<'s> {
    fn new(source: SourceId, text: &'s str, offset: usize) -> Self {
        let sections = vec![Section::default()];
        let (open, link, anchor, table, code) = (None, None, None, None, None);
        let (items, quotes, directive, shows_originals, translation) = (0, 0, false, None, 0);
        Self {
            source,
            text,
            offset,
            sections,
            open,
            link,
            anchor,
            table,
            code,
            items,
            quotes,
            directive,
            shows_originals,
            translation,
        }
    }

    fn span(&self, range: &Range<usize>) -> Span {
        Span::new(self.source, self.offset + range.start, self.offset + range.end)
    }

    fn event(&mut self, event: Event<'s>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => match &mut self.code {
                Some(code) => {
                    let start = if code.text.is_empty() { self.offset + range.start } else { code.span.start as usize };
                    code.span = Span::new(self.source, start, self.offset + range.end);
                    code.text = &self.text[code.span.range()];
                }
                None => self.words(InlineKind::Text, text, range),
            },
            Event::Code(text) => self.words(InlineKind::Code, text, range),
            Event::SoftBreak => self.line_break(InlineKind::Text, range),
            Event::HardBreak => self.line_break(InlineKind::Break, range),
            Event::InlineHtml(_) => self.inline_html(range),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'s>, range: Range<usize>) {
        match tag {
            Tag::Paragraph => {
                let item = matches!(self.open, Some((Container::Item, _)));
                if !item {
                    self.open(Container::Paragraph, range);
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
            Tag::CodeBlock(_) => {
                self.flush();
                self.code = Some(Code { text: "", span: self.span(&range) });
            }
            Tag::HtmlBlock => {
                self.flush();
                let start = self.offset + range.start;
                let found = comments(self.source, &self.text[start..self.offset + range.end], start);
                let blocks: Vec<_> = found.map(Block::Comment).collect();
                self.section().blocks.extend(blocks);
            }
            Tag::Table(_) => {
                self.flush();
                self.table = Some(Table { header: Vec::new(), rows: Vec::new(), span: self.span(&range) });
            }
            Tag::TableRow => {
                let span = self.span(&range);
                if let Some(table) = &mut self.table {
                    table.rows.push(Row { cells: Vec::with_capacity(table.header.len()), span });
                }
            }
            Tag::TableCell => self.open(Container::Cell, range),
            Tag::Link { dest_url, .. } if self.translation == 0 => {
                let span = self.span(&range);
                self.link = Some(Inline { kind: InlineKind::Link(cow(dest_url)), text: Cow::Borrowed(""), span });
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
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
                let text = self.text;
                let is_directive = |row: &mut Row<'s>| text[row.span.range()].trim_start().starts_with(DIRECTIVE);
                self.table.iter_mut().for_each(|table| drop(table.rows.pop_if(is_directive)));
            }
            TagEnd::Table => {
                if let Some(table) = self.table.take() {
                    self.section().blocks.push(Block::Table(table));
                }
            }
            TagEnd::Link => {
                if let (Some(link), Some((_, inlines))) = (self.link.take(), &mut self.open) {
                    inlines.pieces.push(link);
                }
            }
            _ => {}
        }
    }

    /// The end of a line; none where the line was left out.
    fn line_break(&mut self, kind: InlineKind<'s>, range: Range<usize>) {
        if !std::mem::take(&mut self.directive) {
            self.words(kind, CowStr::Borrowed("\n"), range);
        }
    }

    fn words(&mut self, kind: InlineKind<'s>, text: CowStr<'s>, range: Range<usize>) {
        if text.starts_with(DIRECTIVE) && self.begins_line(range.start) {
            self.directive = true;
            self.open.iter_mut().for_each(|(_, inlines)| end_line(inlines));
        }
        if self.directive || self.translation > 0 {
            return;
        }
        if let Some(link) = &mut self.link {
            append(&mut link.text, cow(text));
            return;
        }
        let span = self.span(&range);
        let Some((_, inlines)) = &mut self.open else { return };
        match inlines.pieces.last_mut() {
            Some(last) if kind == InlineKind::Text && last.kind == InlineKind::Text => {
                last.span.end = span.end;
                match self.text.get(last.span.range()).filter(|whole| is_joined(whole, &last.text, &text)) {
                    Some(whole) => last.text = Cow::Borrowed(whole),
                    None => append(&mut last.text, cow(text)),
                }
            }
            _ => inlines.pieces.push(Inline { kind, text: cow(text), span }),
        }
    }

    /// Whether nothing but blanks stands before byte `at` of the body on its line.
    fn begins_line(&self, at: usize) -> bool {
        let before = &self.text[self.offset..self.offset + at];
        before.trim_end_matches([' ', '\t']).ends_with('\n')
    }

    fn inline_html(&mut self, range: Range<usize>) {
        let tag = &self.text[self.offset + range.start..self.offset + range.end];
        if let Some(rest) = tag.strip_prefix("<span") {
            self.translation += usize::from(self.translation > 0 || is_translation(rest) && self.shows_originals());
        } else if tag == "</span>" {
            self.translation = self.translation.saturating_sub(1);
        } else if is_break(tag) {
            self.words(InlineKind::Break, CowStr::Borrowed("\n"), range);
        } else if matches!(self.open, Some((Container::Heading(_), _))) {
            self.anchor = anchor(tag).or(self.anchor);
        }
    }

    /// Whether originals stand beside the translated sentences of this page, so that these can be left out.
    fn shows_originals(&mut self) -> bool {
        *self.shows_originals.get_or_insert_with(|| shows_originals(self.text))
    }

    fn open(&mut self, container: Container, range: Range<usize>) {
        self.flush();
        // A `<span>` that is never closed costs its block.
        self.translation = 0;
        self.directive = false;
        self.open = Some((container, Inlines::empty(self.span(&range))));
    }

    /// Puts the words read so far where they belong.
    fn flush(&mut self) {
        let Some((container, inlines)) = self.open.take() else { return };
        let block = match container {
            Container::Heading(level) => {
                let heading = Heading { level, text: inlines, anchor: self.anchor.take() };
                return self.sections.push(Section { heading: Some(heading), blocks: Vec::new() });
            }
            Container::Cell => {
                if let Some(table) = &mut self.table {
                    table.rows.last_mut().map_or(&mut table.header, |row| &mut row.cells).push(inlines);
                }
                return;
            }
            _ if inlines.pieces.is_empty() => return,
            Container::Item => Block::ListItem(inlines),
            Container::Paragraph if self.quotes > 0 => Block::Quote(inlines),
            Container::Paragraph if self.items > 0 => Block::ListItem(inlines),
            Container::Paragraph => Block::Paragraph(inlines),
        };
        self.section().blocks.push(block);
    }

    fn section(&mut self) -> &mut Section<'s> {
        if self.sections.is_empty() {
            self.sections.push(Section::default());
        }
        let last = self.sections.len() - 1;
        &mut self.sections[last]
    }
}

fn cow<'s>(text: CowStr<'s>) -> Cow<'s, str> {
    match text {
        CowStr::Borrowed(text) => Cow::Borrowed(text),
        text => Cow::Owned(text.into_string()),
    }
}

/// Takes the line break from the end of `inlines`, for nothing follows on the next line.
fn end_line(inlines: &mut Inlines<'_>) {
    if let Some(Inline { text, span, .. }) = inlines.pieces.last_mut()
        && text.ends_with('\n')
    {
        match text {
            Cow::Borrowed(words) => *words = words.trim_end_matches('\n'),
            Cow::Owned(words) => words.truncate(words.trim_end_matches('\n').len()),
        }
        span.end = span.end.saturating_sub(1);
    }
}

/// Whether `whole` is `first`, where it stands in the page, with `second` behind it: the Markdown parser takes words
/// apart at a `_` or at the end of a line.
fn is_joined(whole: &str, first: &str, second: &str) -> bool {
    whole.as_ptr() == first.as_ptr() && whole.len() == first.len() + second.len() && whole.ends_with(second)
}

fn append<'s>(to: &mut Cow<'s, str>, more: Cow<'s, str>) {
    if to.is_empty() {
        *to = more;
    } else {
        to.to_mut().push_str(&more);
    }
}
