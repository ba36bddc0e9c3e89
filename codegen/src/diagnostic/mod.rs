//! What is wrong with the pages, told so that an author can mend it.
//!
//! Every stage reports into [`Diagnostics`] and goes on as far as it can, so one run tells everything.

mod edit;
mod excerpt;
mod render;
pub mod rules;

use std::collections::BTreeSet;
use std::fmt;

use crate::source::{SourceId, Span};

pub use edit::{Edit, Edits};
pub use render::render;
pub use rules::RULES;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing; nothing is lost.
    Note,
    /// Something on the page could not be used, or two statements disagree.
    Warning,
    /// No bindings can be made of this.
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}

/// A kind of problem.
#[derive(Debug)]
pub struct Rule {
    /// Its stable name, `unknown-base-type`.
    pub name: &'static str,
    /// How bad it is unless configured otherwise.
    pub severity: Severity,
    /// What is wrong, in one line.
    pub summary: &'static str,
    /// Why it matters and how to mend it.
    pub explanation: &'static str,
}

/// A place, and what is to be said about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What is to be said.
    pub text: String,
}

/// One problem.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// Its kind.
    pub rule: &'static Rule,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong here.
    pub message: String,
    /// Where.
    pub primary: Label,
    /// Other places that matter.
    pub secondary: Vec<Label>,
    /// How to mend it.
    pub help: Option<String>,
    /// What mends it, or a part of it, without anyone having to think; nothing, if there is no such.
    pub edits: Vec<Edit>,
}

impl Diagnostic {
    /// A problem of the kind `rule` at `span`.
    #[must_use]
    pub fn new(rule: &'static Rule, message: impl Into<String>, span: Span, label: impl Into<String>) -> Self {
        Self {
            rule,
            severity: rule.severity,
            message: message.into(),
            primary: Label { span, text: label.into() },
            secondary: Vec::new(),
            help: None,
            edits: Vec::new(),
        }
    }

    /// The same, pointing at `span` too.
    #[must_use]
    pub fn with_label(mut self, span: Span, text: impl Into<String>) -> Self {
        self.secondary.push(Label { span, text: text.into() });
        self
    }

    /// The same, with advice.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Whether it points at one of `pages`.
    pub(crate) fn is_about(&self, pages: &BTreeSet<SourceId>) -> bool {
        std::iter::once(&self.primary).chain(&self.secondary).any(|label| pages.contains(&label.span.source))
    }

    /// The same, with changes that mend it.
    #[must_use]
    pub fn with_edits(mut self, edits: impl IntoIterator<Item = Edit>) -> Self {
        self.edits.extend(edits);
        self
    }
}

/// All problems of a run.
#[derive(Debug, Default)]
pub struct Diagnostics {
    all: Vec<Diagnostic>,
}

impl Diagnostics {
    /// None yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one.
    pub fn report(&mut self, diagnostic: Diagnostic) {
        self.all.push(diagnostic);
    }

    /// Adds all of `other`.
    pub fn append(&mut self, mut other: Self) {
        self.all.append(&mut other.all);
    }

    /// All problems, sorted by file and place; of those that are equal in all but labels, the order of reporting.
    #[must_use]
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut all: Vec<&Diagnostic> = self.all.iter().collect();
        all.sort_by(|a, b| (a.primary.span, a.rule.name, &a.message).cmp(&(b.primary.span, b.rule.name, &b.message)));
        all.dedup_by(|b, a| (a.primary.span, a.rule.name, &a.message) == (b.primary.span, b.rule.name, &b.message));
        all
    }

    /// Those that matter to bindings of the types that `pages` define, or of all: errors, and of what is less bad, what is
    /// about these pages.
    pub(crate) fn relevant(&self, pages: Option<&BTreeSet<SourceId>>) -> Vec<&Diagnostic> {
        let mut all = self.sorted();
        if let Some(pages) = pages {
            all.retain(|diagnostic| diagnostic.severity == Severity::Error || diagnostic.is_about(pages));
        }
        all
    }

    /// How many problems of this severity there are.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.sorted().iter().filter(|diagnostic| diagnostic.severity == severity).count()
    }
}
