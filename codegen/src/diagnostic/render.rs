//! Diagnostics as people read them: like rustc's.

use std::collections::BTreeMap;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Element, Level, Origin, Renderer, Snippet};

use crate::source::{Source, SourceId, Sources, Span};

use super::{Diagnostic, Label, Severity};

/// `diagnostic` with its lines, underlined; coloured for a terminal if `color`.
#[must_use]
pub fn render(diagnostic: &Diagnostic, sources: &Sources, color: bool) -> String {
    let level = match diagnostic.severity {
        Severity::Note => Level::NOTE,
        Severity::Warning => Level::WARNING,
        Severity::Error => Level::ERROR,
    };
    let mut labels: BTreeMap<SourceId, Vec<(AnnotationKind, &Label)>> = BTreeMap::new();
    for label in &diagnostic.secondary {
        labels.entry(label.span.source).or_default().push((AnnotationKind::Context, label));
    }
    labels.entry(diagnostic.primary.span.source).or_default().insert(0, (AnnotationKind::Primary, &diagnostic.primary));
    let primary = labels.remove_entry(&diagnostic.primary.span.source);
    let mut group =
        level.primary_title(diagnostic.message.as_str()).id(diagnostic.rule.name).elements(Vec::<Element<'_>>::new());
    for (id, labels) in primary.into_iter().chain(labels) {
        let Some(source) = sources.get(id) else { continue };
        group = match source.unreadable {
            // There is no line to show.
            Some(_) => group.element(Origin::path(source.path.as_str())),
            None => group.element(snippet(source, &labels)),
        };
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    renderer.decor_style(DecorStyle::Ascii).render(&[group])
}

fn snippet<'a>(
    source: &'a Source,
    labels: &[(AnnotationKind, &'a Label)],
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let snippet = Snippet::source(source.text.as_str()).path(source.path.as_str()).fold(true);
    labels.iter().fold(snippet, |snippet, (kind, label)| {
        let annotation = kind.span(first_line(source, label.span));
        snippet.annotation(if label.text.is_empty() { annotation } else { annotation.label(label.text.as_str()) })
    })
}

/// The part of the span on its first line: a table or a block underlined whole would fill the screen.
fn first_line(source: &Source, span: Span) -> std::ops::Range<usize> {
    let range = span.range();
    let text = source.text.get(range.clone()).unwrap_or_default();
    let line = text.lines().next().unwrap_or_default().trim_end();
    let start = range.start.min(source.text.len());
    start..start + line.len()
}
