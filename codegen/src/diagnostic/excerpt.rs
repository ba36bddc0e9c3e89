//! The lines of a page that are shown, and what is underlined in them.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Element, Origin, Snippet};

use crate::source::{Source, Span};

use super::Label;

/// How many bytes around a place are looked at, at most. Lines can be as long as pages, labels as far apart, and pages have
/// problems by the thousand.
const AROUND: usize = 4096;

/// The excerpts of `source` that show the `labels`, that of the first label first: mostly one.
pub(super) fn excerpts<'a>(source: &'a Source, labels: &[(AnnotationKind, &'a Label)]) -> Vec<Element<'a>> {
    let mut left: Vec<_> = labels.iter().map(|(kind, label)| (*kind, *label, underlined(source, label.span))).collect();
    let mut elements = Vec::new();
    while let Some((_, _, first)) = left.first() {
        let first = first.start;
        let (near, far) = left.into_iter().partition(|(_, _, range)| range.start.abs_diff(first) <= AROUND);
        left = far;
        elements.extend(excerpt(source, near));
    }
    elements
}

fn excerpt<'a>(source: &'a Source, labels: Vec<(AnnotationKind, &'a Label, Range<usize>)>) -> Vec<Element<'a>> {
    let place = labels.first().map_or(0, |(_, _, range)| range.start);
    let start = labels.iter().map(|(_, _, range)| range.start).min().unwrap_or(place);
    let end = labels.iter().map(|(_, _, range)| range.end).max().unwrap_or(place);
    let before = &source.text[boundary(source, start.saturating_sub(AROUND))..start];
    let behind = &source.text[end..boundary(source, end + AROUND)];
    // What the line begins with may be left out.
    let (start, whole) = match before.rfind('\n') {
        Some(line_end) => (start - before.len() + line_end + 1, true),
        None => (start - before.len(), start == before.len()),
    };
    let end = end + behind.lines().next().unwrap_or_default().len();
    let mut snippet = Snippet::source(&source.text[start..end]).line_start(source.line(start)).fold(true);
    for (kind, label, range) in labels {
        let annotation = kind.span(range.start - start..range.end - start);
        snippet =
            snippet.annotation(if label.text.is_empty() { annotation } else { annotation.label(label.text.as_str()) });
    }
    if whole {
        return vec![snippet.path(source.path.as_str()).into()];
    }
    let (line, column) = (source.line(place), source.column(place));
    vec![Origin::path(source.path.as_str()).line(line).char_column(column).into(), snippet.into()]
}

/// The part of the span on its first line: a table or a block underlined whole would fill the screen.
fn underlined(source: &Source, span: Span) -> Range<usize> {
    let range = span.range();
    let start = boundary(source, range.start);
    let end = boundary(source, range.end.min(start + AROUND));
    let text = source.text.get(start..end).unwrap_or_default();
    let line = text.lines().next().unwrap_or_default().trim_end();
    start..start + line.len()
}

/// The last beginning of a character that is not behind `at`.
fn boundary(source: &Source, at: usize) -> usize {
    let at = at.min(source.text.len());
    (0..=at).rev().find(|at| source.text.is_char_boundary(*at)).unwrap_or(0)
}
