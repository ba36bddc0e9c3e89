//! Diagnostics as people read them: like rustc's.

use std::collections::BTreeMap;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Element, Level, Origin, Renderer};

use crate::source::{SourceId, Sources};

use super::excerpt::excerpts;
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
            None => group.elements(excerpts(source, &labels)),
        };
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    renderer.decor_style(DecorStyle::Ascii).render(&[group])
}
