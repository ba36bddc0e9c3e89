//! The first cell of a row: the name of the property or member that the row is about.

use std::borrow::Cow;

use crate::lower::deprecation;
use crate::model::name::is_identifier;
use crate::page::{Inline, Inlines};

/// What a name cell says.
pub(in crate::lower) struct NameCell<'s> {
    /// The name as it is written, which need not be an identifier.
    pub(in crate::lower) name: Cow<'s, str>,
    /// Whether a remark behind the name says "deprecated".
    pub(in crate::lower) says_deprecated: bool,
}

impl<'s> NameCell<'s> {
    /// Reads `cell`; `None` if it names an annotation, or nothing.
    pub(in crate::lower) fn read(cell: &Inlines<'s>) -> Option<Self> {
        if let [Inline { text: Cow::Borrowed(text), .. }] = cell.pieces.as_slice()
            && is_identifier(text)
        {
            return Some(Self { name: Cow::Borrowed(text), says_deprecated: false });
        }
        let plain = cell.plain();
        let text = plain.trim().trim_matches(['*', '`', '"', '“', '”', '\'', '\u{a0}']);
        let end = text.find(['(', '\u{ff08}', '[']).filter(|at| *at > 0).unwrap_or(text.len());
        let (name, remark) = text.split_at(end);
        let name = name.trim_matches([' ', '.', ':', ',', ';', '\u{a0}', '*', '`', '"', '\'']);
        if name.is_empty() || name.starts_with('@') || name.contains("odata.") {
            return None;
        }
        // Nearly all cells are a single piece, and borrow from the page.
        let borrowed = match cell.pieces.as_slice() {
            [Inline { text: Cow::Borrowed(text), .. }] => text.find(name).map(|at| &text[at..at + name.len()]),
            _ => None,
        };
        Some(Self {
            name: borrowed.map_or_else(|| Cow::Owned(name.to_owned()), Cow::Borrowed),
            says_deprecated: deprecation::says_remark(remark),
        })
    }
}
