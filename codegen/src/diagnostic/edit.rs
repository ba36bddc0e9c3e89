//! Changes of the pages' own text that mend problems.

use std::collections::BTreeMap;

use crate::source::{SourceId, Sources, Span};

/// A change of a page that mends a problem, or a part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced: nothing, if the span is empty.
    pub span: Span,
    /// What stands there afterwards.
    pub text: String,
}

/// Edits that don't get in each other's way.
#[derive(Debug, Default)]
pub struct Edits<'a> {
    /// By place; several texts may be inserted at one.
    by_place: BTreeMap<Span, Vec<&'a str>>,
}

impl<'a> Edits<'a> {
    /// None yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the edits of one problem, unless one of them overlaps what was added before; whether they were added.
    pub fn add(&mut self, edits: &'a [Edit]) -> bool {
        let free = edits.iter().all(|edit| self.is_free(edit.span));
        if free {
            edits.iter().for_each(|edit| self.by_place.entry(edit.span).or_default().push(&edit.text));
        }
        free && !edits.is_empty()
    }

    /// Whether no other edit reaches into the span. Those that were added don't overlap, so its neighbours tell.
    fn is_free(&self, span: Span) -> bool {
        let overlaps = |other: &Span| other.source == span.source && other.start < span.end && span.start < other.end;
        let replaced = span.start < span.end && self.by_place.contains_key(&span);
        let before = self.by_place.range(..span).next_back().map(|(place, _)| place);
        let behind = self.by_place.range(span..).map(|(place, _)| place).find(|place| **place != span);
        !replaced && !before.is_some_and(overlaps) && !behind.is_some_and(overlaps)
    }

    /// The sources that are edited, and their new texts.
    #[must_use]
    pub fn texts(&self, sources: &Sources) -> Vec<(SourceId, String)> {
        let mut texts: Vec<(SourceId, String)> = Vec::new();
        let mut copied = 0;
        let mut edits = self.by_place.iter().peekable();
        while let Some((span, inserted)) = edits.next() {
            let Some(source) = sources.get(span.source) else { continue };
            if texts.last().is_none_or(|(id, _)| *id != span.source) {
                texts.push((span.source, String::with_capacity(source.text.len())));
                copied = 0;
            }
            let Some((_, text)) = texts.last_mut() else { continue };
            text.push_str(source.text.get(copied..span.range().start).unwrap_or_default());
            inserted.iter().for_each(|inserted| text.push_str(inserted));
            copied = span.range().end;
            if edits.peek().is_none_or(|(next, _)| next.source != span.source) {
                text.push_str(source.text.get(copied..).unwrap_or_default());
            }
        }
        texts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_that_overlap_are_left_for_the_next_time() {
        let sources = Sources::from_texts([("a.md", "abc\u{e9}def"), ("b.md", "xyz")]);
        let [a, b] = [0, 1].map(|at| sources.iter().nth(at).unwrap().0);
        let edit = |source, start, end, text: &str| Edit { span: Span::new(source, start, end), text: text.to_owned() };
        let problems = [
            vec![edit(a, 5, 6, "D"), edit(b, 0, 0, "<")],
            vec![edit(a, 1, 3, "")],
            // Behind what is removed; beside one another.
            vec![edit(a, 3, 3, "1")],
            vec![edit(a, 3, 3, "2"), edit(b, 3, 3, ">")],
            vec![],
        ];
        let overlapping = [
            vec![edit(a, 5, 6, "d")],
            vec![edit(a, 0, 2, "")],
            vec![edit(a, 2, 2, "?")],
            vec![edit(b, 1, 2, "Y"), edit(a, 4, 8, "")],
        ];
        let mut edits = Edits::new();
        assert_eq!(problems.each_ref().map(|problem| edits.add(problem)), [true, true, true, true, false]);
        assert_eq!(overlapping.each_ref().map(|problem| edits.add(problem)), [false; 4]);
        assert_eq!(edits.texts(&sources), [(a, "a12\u{e9}Def".to_owned()), (b, "<xyz>".to_owned())]);
    }
}
