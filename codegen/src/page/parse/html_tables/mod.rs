//! Tables written as HTML, read into the same cells as those written with pipes: with code, links and line breaks.
//!
//! An empty line ends an HTML block, so a table may consist of several, with Markdown in its cells between them.

mod cell;
mod rows;
mod spans;

use std::collections::BTreeMap;
use std::ops::Range;

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};
use pulldown_cmark::{CodeBlockKind, CowStr, Event, Tag, TagEnd};

use crate::page::words::{Words, cow};
use crate::page::{InlineKind, Row, Table, html};

use super::PageBuilder;

use cell::Cell;
pub(super) use spans::MOST_ADDED;
use spans::Spanning;

/// A table that is being read.
pub(super) struct HtmlTable<'s> {
    table: Table<'s>,
    row: Option<Row<'s>>,
    /// The cell whose words are being read.
    cell: Option<Cell>,
    /// The cells that also stand in the rows to come, by their column.
    spanning: BTreeMap<usize, Spanning<'s>>,
    /// Whether all cells of the row are a header's.
    is_header: bool,
    /// Whether the lines are indented so far that Markdown takes them for code.
    is_indented: bool,
}

/// Whether there may be a table in a block of HTML. Comments, nearly all, are a block of their own.
fn may_hold_table(text: &str) -> bool {
    let is_table = |tag: &[u8]| tag.eq_ignore_ascii_case(b"<table");
    !text.starts_with("<!") && text.as_bytes().windows(b"<table".len()).any(is_table)
}

impl<'s> PageBuilder<'s> {
    /// Handles an event that concerns an open table. Returns whether nothing else is to be done with it.
    pub(super) fn html_event(&mut self, event: &Event<'s>, range: &Range<usize>) -> bool {
        let Some(html) = &mut self.html else { return false };
        match event {
            Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) | Event::Html(_) => return false,
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => html.is_indented = true,
            Event::End(TagEnd::CodeBlock) => html.is_indented = false,
            Event::Text(_) if html.is_indented => self.html(range),
            Event::InlineHtml(_) => self.html(range),
            _ => return self.cell_event(event, range),
        }
        true
    }

    /// Handles an event in a cell. Outside of cells, nothing but HTML is expected.
    fn cell_event(&mut self, event: &Event<'s>, range: &Range<usize>) -> bool {
        let Some((cell, words)) = self.cell() else {
            return matches!(event, Event::End(_)) || self.break_off();
        };
        match event {
            Event::Text(text) => cell.add(words, InlineKind::Text, cow(text.clone()), range),
            Event::Code(text) => cell.add(words, InlineKind::Code, cow(text.clone()), range),
            Event::SoftBreak => cell.gap(0, range),
            Event::HardBreak => cell.line_break(range),
            Event::Start(Tag::Link { dest_url, .. }) => cell.begin_link(words, dest_url.clone(), range),
            Event::End(TagEnd::Link) => words.end_link(),
            Event::Start(Tag::Paragraph) => cell.gap(2, range),
            Event::Start(Tag::List(_) | Tag::Item | Tag::BlockQuote(_)) => cell.gap(1, range),
            Event::Start(Tag::Heading { .. } | Tag::CodeBlock(_) | Tag::Table(_)) => return self.break_off(),
            _ => {}
        }
        true
    }

    fn cell(&mut self) -> Option<(&mut Cell, &mut Words<'s>)> {
        Some((self.html.as_mut()?.cell.as_mut()?, &mut self.words))
    }

    /// Reads HTML, as far as it is about tables.
    pub(super) fn html(&mut self, range: &Range<usize>) {
        let text = self.words.written(range);
        if self.html.is_none() && !may_hold_table(text) {
            return;
        }
        // In a quotation, every line begins with a mark.
        let is_quoted = self.quotes > 0;
        for Ok(token) in Tokenizer::new_with_emitter(text, DefaultEmitter::<usize>::new_with_span()) {
            let place = |span: html5gum::Span| range.start + span.start..range.start + span.end.min(text.len());
            match token {
                Token::StartTag(tag) => self.start_tag(&tag, &place(tag.span)),
                Token::EndTag(tag) => self.end_tag(&tag.name, &place(tag.span)),
                Token::String(read) => {
                    let Some((cell, words)) = self.cell() else { continue };
                    let place = place(read.span);
                    let text = html::decoded(&read, words.written(&place), is_quoted);
                    cell.add(words, InlineKind::Text, text, &place);
                }
                Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
            }
        }
    }

    fn start_tag(&mut self, tag: &StartTag<usize>, range: &Range<usize>) {
        let name = tag.name.as_slice();
        if self.html.is_none() && name == b"table" {
            self.flush();
            self.html = Some(HtmlTable {
                table: Table::new(Vec::new(), Vec::new(), self.span(range)),
                row: None,
                cell: None,
                spanning: BTreeMap::new(),
                is_header: true,
                is_indented: false,
            });
            return;
        }
        let nested = self.cell().is_some_and(|(cell, _)| cell.tables > 0);
        match name {
            b"tr" if !nested => return self.begin_row(range),
            b"td" | b"th" if !nested => return self.begin_cell(tag, range),
            _ => {}
        }
        let Some((cell, words)) = self.cell() else { return };
        match name {
            b"code" | b"tt" | b"kbd" | b"samp" => cell.is_code = true,
            b"a" => {
                let target = tag.attributes.get(b"href".as_slice()).map(|href| String::from_utf8_lossy(href));
                cell.begin_link(words, CowStr::from(target.unwrap_or_default().into_owned()), range);
            }
            b"br" => cell.line_break(range),
            b"p" => cell.gap(2, range),
            b"table" => cell.tables += 1,
            b"li" | b"div" | b"tr" | b"td" | b"th" => cell.gap(1, range),
            b"span" => drop(words.add_tag(words.written(range), range)),
            _ => {}
        }
    }

    fn end_tag(&mut self, name: &[u8], range: &Range<usize>) {
        let Some((cell, words)) = self.cell().filter(|(cell, _)| cell.tables > 0 || !is_structure(name)) else {
            return match name {
                b"td" | b"th" => self.end_cell(),
                b"tr" => self.end_row(),
                b"table" => self.end_table(range.end, true),
                _ => {}
            };
        };
        match name {
            b"table" => cell.tables -= 1,
            b"code" | b"tt" | b"kbd" | b"samp" => cell.is_code = false,
            b"a" => words.end_link(),
            b"p" => cell.gap(2, range),
            b"span" => drop(words.add_tag("</span>", range)),
            _ => {}
        }
    }

    /// Ends a table that isn't closed, before something else that has yet to be read.
    fn break_off(&mut self) -> bool {
        self.end_row();
        if let Some(HtmlTable { table, .. }) = &self.html {
            let last = table.rows.last().map(|row| row.span).or(table.header.last().map(|cell| cell.span));
            self.end_table(last.unwrap_or(table.span).range().end - self.offset, false);
        }
        false
    }
}

fn is_structure(name: &[u8]) -> bool {
    matches!(name, b"td" | b"th" | b"tr" | b"table")
}
