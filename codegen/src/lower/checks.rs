//! What is wrong with a page, whatever it says.

use crate::diagnostic::rules::{
    MERGE_CONFLICT, MISSING_INCLUDE, NO_TYPE, TABLE_LIMIT, UNCLOSED_COMMENT, UNCLOSED_TABLE,
};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::page::Block;
use crate::source::Span;

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
pub(super) const MERGE_MARKS: [&str; 2] = ["<<<<<<< ", ">>>>>>> "];

/// Reports merges that nobody finished.
pub(super) fn merge_conflicts(context: &Context<'_, '_>, cx: &mut Diagnostics) {
    let Some(source) = context.sources.get(context.page.source) else { return };
    let text = source.text.as_str();
    let find = |mark: &str, from: usize| {
        let begins_line = |at: &usize| text[..*at].ends_with('\n') || *at == 0;
        text[from..].match_indices(mark).map(|(at, _)| from + at).find(begins_line)
    };
    let line = |at: usize| {
        let line = text[at..].lines().next().unwrap_or_default();
        Span::new(context.page.source, at, at + line.len())
    };
    let mut from = 0;
    while let Some(start) = find(MERGE_MARKS[0], from)
        && let Some(end) = find(MERGE_MARKS[1], start)
    {
        let message = "a merge of this page was not finished";
        let found = Diagnostic::new(&MERGE_CONFLICT, message, line(start), "two versions of the same from here");
        cx.report(found.with_label(line(end), "to here").with_help("keep one of them, and take out the marks"));
        from = end;
    }
}
