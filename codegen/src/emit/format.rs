//! Syntax trees as the text that people read: the only place that knows prettyplease.

use syn::{File, Item};

/// The item, laid out.
pub(super) fn item(item: Item) -> String {
    prettyplease::unparse(&File { shebang: None, frontmatter: None, attrs: Vec::new(), items: vec![item] })
}
