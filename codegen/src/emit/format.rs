//! Syntax trees as the text that people read: the only place that knows prettyplease.

use syn::{File, Item};

use super::kept::Kept;

/// The item, laid out, with what was kept of it.
pub(super) fn item(item: Item, kept: &Kept) -> String {
    let file = File { shebang: None, frontmatter: None, attrs: Vec::new(), items: vec![item] };
    kept.lay_out(&prettyplease::unparse(&file))
}
