//! Syntax trees as the text that people read: the only place that knows prettyplease.

use syn::{File, Item};

use super::attributes::Comments;

/// The item, laid out, with its comments.
pub(super) fn item(item: Item, comments: &Comments) -> String {
    let file = File { shebang: None, frontmatter: None, attrs: Vec::new(), items: vec![item] };
    comments.lay_out(&prettyplease::unparse(&file))
}
