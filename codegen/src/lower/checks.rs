//! Mistakes of a page that have nothing to do with what it says.

use std::borrow::Cow;

use memchr::{memchr_iter, memchr2_iter, memmem};

use crate::diagnostic::rules::{
    BROKEN_FRONT_MATTER, BROKEN_HEADING, BROKEN_LINK, BROKEN_TABLE, INVALID_METADATA, MERGE_CONFLICT, MISSING_INCLUDE,
    NO_TYPE, TABLE_LIMIT, UNCLOSED_CODE, UNCLOSED_COMMENT, UNCLOSED_TABLE,
};
use crate::diagnostic::{Diagnostic, Diagnostics, Edit};
use crate::page::{Block, Code, Heading, InlineKind, Inlines, MissingRule, Table};
use crate::source::{SourceId, Span};

use super::prose::docs::include;
use super::{Context, json};

/// Reports a page that defines nothing, unless it is not meant to.
pub(super) fn report_no_type(context: &Context<'_, '_>, cx: &mut Diagnostics) {
    let unreadable = context.sources.get(context.page.source).is_some_and(|source| source.unreadable.is_some());
    if unreadable || context.page.front_matter("doc_type") == Some("conceptualPageType") {
        return;
    }
    let named = context.title.name.is_some() && (context.title.is_type || context.title.is_enum);
    let label = if named { "has no table and no JSON to read" } else { "neither metadata nor title name one" };
    cx.report(Diagnostic::new(&NO_TYPE, "this page defines no type", context.title.span, label));
}

/// Reports includes that were not found, headings and tables that Markdown takes for paragraphs, and what is never
/// closed and so swallows what follows (`message.md`).
pub(super) fn report_blocks(context: &Context<'_, '_>, cx: &mut Diagnostics) {
    let headings = context.page.sections.iter().filter_map(|section| section.heading.as_ref());
    headings.filter(|heading| !heading.is_spaced).for_each(|heading| report_heading(heading, cx));
    for (_, block) in context.page.blocks() {
        match block {
            Block::Paragraph(words) | Block::Quote(words) => {
                if let Some(target) = include(words).filter(|target| context.lacks(target)) {
                    let message = format!("the included file `{target}` was not found");
                    cx.report(Diagnostic::new(&MISSING_INCLUDE, message, words.span, "not among the docs' includes"));
                }
                report_bare_metadata(words, context, cx);
            }
            Block::Comment(comment) if !comment.is_closed => {
                let (message, label) = ("a comment is never closed", "from here to the end of the page");
                let unclosed = Diagnostic::new(&UNCLOSED_COMMENT, message, comment.span, label);
                cx.report(unclosed.with_help("close it with `-->`"));
            }
            Block::Code(Code { unclosed: Some(fence), .. }) => {
                let (message, label) = ("a code block is never closed", "what stands from here on is code");
                let unclosed = Diagnostic::new(&UNCLOSED_CODE, message, *fence, label);
                cx.report(unclosed.with_help("close it with the same fence"));
            }
            Block::Table(table) => report_table(table, cx),
            _ => {}
        }
    }
}

/// Reports links that Markdown takes for text: `[berth](berth.md`. Translations are full of them.
pub(super) fn report_links(context: &Context<'_, '_>, cx: &mut Diagnostics) {
    if context.language.is_translated() {
        return;
    }
    for (_, block) in context.page.blocks() {
        match block {
            Block::Paragraph(words) | Block::Quote(words) | Block::ListItem(words) => {
                report_links_in(words, context, cx)
            }
            Block::Table(table) => {
                let rows = table.rows.iter().flat_map(|row| &row.cells);
                table.header.iter().chain(rows).for_each(|cell| report_links_in(cell, context, cx));
            }
            Block::Code(_) | Block::Comment(_) => {}
        }
    }
}

/// Reports the words that name a page and belong to a link: no "(see berth.md)" and no "(berth.md)".
fn report_links_in(words: &Inlines<'_>, context: &Context<'_, '_>, cx: &mut Diagnostics) {
    let mut is_behind_label = false;
    for piece in &words.pieces {
        let is_behind = std::mem::replace(&mut is_behind_label, piece.kind == InlineKind::Link(Cow::Borrowed("")));
        if piece.kind != InlineKind::Text || !names_page(&piece.text) {
            continue;
        }
        let written = context.sources.text(piece.span);
        let first = written.split_whitespace().next();
        let is_of_link = |word: &str| word.contains(['[', ']']) || is_behind && first == Some(word);
        for word in written.split([' ', '\n', '|']).filter(|word| names_page(word) && is_of_link(word)) {
            let start = piece.span.range().start + (word.as_ptr().addr() - written.as_ptr().addr());
            let place = Span::new(piece.span.source, start, start + word.len());
            let broken = Diagnostic::new(&BROKEN_LINK, "this is no link to Markdown", place, "readers see it as text");
            cx.report(broken.with_help("write `[name](page.md)`, without a blank in between"));
        }
    }
}

/// Whether the file of a page is in `text`. Few texts have many dots, which makes this the cheapest look.
fn names_page(text: &str) -> bool {
    memchr_iter(b'.', text.as_bytes()).any(|dot| text[dot..].starts_with(".md"))
}

/// Reports metadata that are text, from the line on with which they begin.
fn report_bare_metadata(words: &Inlines<'_>, context: &Context<'_, '_>, cx: &mut Diagnostics) {
    let written = context.sources.text(words.span);
    let begins_line = |at: &usize| *at == 0 || written[..*at].ends_with('\n');
    let Some(at) = memchr2_iter(b'<', b'{', written.as_bytes()).find(begins_line) else { return };
    if json::metadata::are_in(&written[at..], words.span.source) {
        let range = words.span.range();
        let place = Span::new(words.span.source, range.start + at, range.end);
        let bare = Diagnostic::new(&INVALID_METADATA, "these metadata stand in no comment", place, "passed over");
        cx.report(bare.with_help("write `<!--` before them, and `-->` behind"));
    }
}

/// Reports front matter that lacks one of the lines around it; `text` is all of the page.
pub(super) fn report_front_matter(context: &Context<'_, '_>, text: &str, cx: &mut Diagnostics) {
    let (which, help) = match context.page.lacks_rule {
        Some(MissingRule::First) => ("first", "before"),
        Some(MissingRule::Last) => ("last", "behind"),
        None => return,
    };
    let message = format!("the {which} line of the front matter is missing");
    let start = Span::new(context.page.source, 0, text.lines().next().map_or(0, str::len));
    let broken = Diagnostic::new(&BROKEN_FRONT_MATTER, message, start, "for other readers, this is Markdown");
    cx.report(broken.with_help(format!("write `---` on a line {help} it")));
}

fn report_heading(heading: &Heading<'_>, cx: &mut Diagnostics) {
    let message = "a heading has no blank behind its `#`";
    let broken = Diagnostic::new(&BROKEN_HEADING, message, heading.text.span, "for Markdown, this is a paragraph");
    let place = heading.text.pieces.first().map(|piece| Span { end: piece.span.start, ..piece.span });
    cx.report(broken.with_edits(place.map(|span| Edit { span, text: " ".to_owned() })));
}

fn report_table(table: &Table<'_>, cx: &mut Diagnostics) {
    if !table.is_closed {
        let message = "an HTML table is never closed";
        let opened = Diagnostic::new(&UNCLOSED_TABLE, message, table.span, "opened here");
        cx.report(opened.with_help("close it with `</table>`"));
    }
    if !table.is_ruled {
        let header = table.header.iter().map(|cell| cell.span).reduce(Span::to).unwrap_or(table.span);
        let message = "no line of dashes stands below the header of this table";
        let broken = Diagnostic::new(&BROKEN_TABLE, message, header, "for Markdown, this is a paragraph");
        cx.report(broken.with_help("write a header, and `|:---|:---|` below it, with a cell for each column"));
    }
    if !table.is_filled {
        let message = "the cells of this page's tables reach over too many columns and rows";
        cx.report(Diagnostic::new(&TABLE_LIMIT, message, table.span, "in this table, some were left out"));
    }
}

/// What git writes around what it couldn't merge.
const MERGE_MARKS: [&str; 2] = ["<<<<<<< ", ">>>>>>> "];

/// Whether a row is one of the marks that git leaves around and between two versions which it couldn't merge. If told
/// to, it also shows what both came from, behind bars that are no cells.
pub(super) fn is_merge_mark(row: &str) -> bool {
    let row = row.trim_end();
    let is_base = || row.starts_with("||||||| ") && !row.ends_with('|');
    MERGE_MARKS.iter().any(|mark| row.starts_with(mark)) || row == "=======" || is_base()
}

/// Reports unfinished merges in `text`, which is all of `source`, and single marks that are left of others.
pub(super) fn report_merge_conflicts(source: SourceId, text: &str, cx: &mut Diagnostics) {
    let places = |mark: &'static str| {
        let begins_line = move |at: &usize| text[..*at].ends_with('\n') || *at == 0;
        memmem::find_iter(text.as_bytes(), mark).filter(begins_line)
    };
    let line = |at: usize| {
        let line = text[at..].lines().next().unwrap_or_default();
        Span::new(source, at, at + line.len())
    };
    let [start, end] = MERGE_MARKS;
    let mut marks: Vec<(usize, bool)> =
        places(start).map(|at| (at, true)).chain(places(end).map(|at| (at, false))).collect();
    marks.sort_unstable();
    let mut marks = marks.into_iter().peekable();
    while let Some((at, is_start)) = marks.next() {
        let end = if is_start { marks.next_if(|(_, is_start)| !is_start) } else { None };
        let (message, both) = ("a merge of this file was not finished", "keep one of them, and take out the marks");
        let (label, help) = match end {
            Some(_) => ("two versions of the same from here", both),
            None => ("one of its marks is left", "take it out, and one of the versions, if both are there"),
        };
        let found = Diagnostic::new(&MERGE_CONFLICT, message, line(at), label).with_help(help);
        cx.report(match end {
            Some((end, _)) => found.with_label(line(end), "to here"),
            None => found,
        });
    }
}
