//! All that the pages of one API version define.

use crate::source::SourceId;

use super::{EnumType, Namespace, QualifiedName, Spanned, StructuredType};

/// The definitions of all pages, in the order of the pages. A type that several pages define stands here several times.
#[derive(Clone, Debug, Default)]
pub struct Schema<'s> {
    /// Entity and complex types.
    pub structured: Vec<StructuredType<'s>>,
    /// Enum types.
    pub enums: Vec<EnumType<'s>>,
    /// Every page, also those that define nothing: links are looked up here.
    pub pages: Vec<PageEntry>,
}

impl Schema<'_> {
    /// The page that `source` is.
    pub fn page(&self, source: SourceId) -> Option<&PageEntry> {
        // They stand in the order of the sources.
        let place = self.pages.binary_search_by_key(&source, |page| page.source).ok()?;
        self.pages.get(place)
    }

    /// The names of all types.
    pub fn names(&self) -> impl Iterator<Item = &Spanned<QualifiedName>> {
        self.structured.iter().map(|ty| &ty.name).chain(self.enums.iter().map(|ty| &ty.name))
    }
}

/// A page as a target of links.
#[derive(Clone, Debug)]
pub struct PageEntry {
    /// The page.
    pub source: SourceId,
    /// Its file name in lower case.
    pub file_name: String,
    /// Its namespace.
    pub namespace: Namespace,
    /// The type that the page is about, if it is about one.
    pub defines: Option<QualifiedName>,
    /// Whether it is in another language than English.
    pub is_translated: bool,
}
