//! What every rule may ask of the page that is being read.

use crate::model::Namespace;
use crate::page::Page;
use crate::source::Sources;

use super::language::Language;
use super::title::Title;

/// What is known of a page before its blocks are read.
pub(super) struct Context<'p, 's> {
    pub(super) page: &'p Page<'s>,
    pub(super) sources: &'s Sources,
    pub(super) namespace: Namespace,
    pub(super) title: Title,
    pub(super) language: Language,
}

impl<'s> Context<'_, 's> {
    /// Whether `target`, a path relative to the page, should be among the includes and isn't. Where none were read,
    /// there is nothing to look it up in.
    pub(super) fn lacks(&self, target: &str) -> bool {
        self.sources.has_includes() && self.sources.included(self.page.source, target).is_none()
    }

    pub(super) fn file_name(&self) -> &'s str {
        self.sources.file_name(self.page.source)
    }
}
