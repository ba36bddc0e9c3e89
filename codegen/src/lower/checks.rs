//! What is wrong with a page, whatever it says.

use memchr::memmem;

use crate::diagnostic::rules::{
    MERGE_CONFLICT, MISSING_INCLUDE, NO_TYPE, TABLE_LIMIT, UNCLOSED_COMMENT, UNCLOSED_TABLE,
};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::page::Block;
use crate::source::{SourceId, Span};

use super::Context;
use super::prose::docs::include;

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

/// Reports includes that were not found, and comments (`message.md`) and tables that swallow what comes behind them.
pub(super) fn blocks(context: &Context<'_, '_>, cx: &mut Diagnostics) {
    for (_, block) in context.page.blocks() {
        match block {
            Block::Paragraph(words) | Block::Quote(words) => {
                if let Some(target) = include(words).filter(|target| context.lacks(target)) {
                    let message = format!("the included file `{target}` was not found");
                    cx.report(Diagnostic::new(&MISSING_INCLUDE, message, words.span, "not among the docs' includes"));
                }
            }
            Block::Comment(comment) if !comment.is_closed => {
                let (message, label) = ("a comment is never closed", "from here to the end of the page");
                let unclosed = Diagnostic::new(&UNCLOSED_COMMENT, message, comment.span, label);
                cx.report(unclosed.with_help("close it with `-->`"));
            }
            Block::Table(table) if !table.is_closed => {
                let message = "an HTML table is never closed";
                let opened = Diagnostic::new(&UNCLOSED_TABLE, message, table.span, "opened here");
                cx.report(opened.with_help("close it with `</table>`"));
            }
            _ => {}
        }
        if let Block::Table(table) = block
            && !table.is_filled
        {
            let message = "the cells of this page's tables reach over too many columns and rows";
            cx.report(Diagnostic::new(&TABLE_LIMIT, message, table.span, "in this table, some were left out"));
        }
    }
}

/// What git writes before and behind what it couldn't merge.
const MERGE_MARKS: [&str; 2] = ["<<<<<<< ", ">>>>>>> "];

/// Whether a row is one of the marks that git leaves around what it couldn't merge, or between the versions. If told to,
/// git shows what both came from, too, behind bars that are no cells.
pub(super) fn is_merge_mark(row: &str) -> bool {
    let row = row.trim_end();
    let is_base = || row.starts_with("||||||| ") && !row.ends_with('|');
    MERGE_MARKS.iter().any(|mark| row.starts_with(mark)) || row == "=======" || is_base()
}

/// Reports merges that nobody finished in `text`, which is all of `source`, and what is left of such.
pub(super) fn merge_conflicts(source: SourceId, text: &str, cx: &mut Diagnostics) {
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
