//! Trees of lines and names.

use crate::resolve::Resolved;

use super::Node;

pub(super) fn draw(resolved: &Resolved<'_>, nodes: &[Node]) -> String {
    let mut out = String::new();
    // For every depth, whether a line runs down through it to a sibling.
    let mut runs: Vec<bool> = Vec::new();
    for node in nodes {
        let depth = node.depth();
        let last = !matches!(node, Node::Type { last: false, .. });
        runs.truncate(depth);
        if let Some((_, through)) = runs.split_first() {
            through.iter().for_each(|runs| out.push_str(if *runs { "\u{2502}   " } else { "    " }));
        }
        if depth > 0 {
            out.push_str(if last { "\u{2514}\u{2500}\u{2500} " } else { "\u{251c}\u{2500}\u{2500} " });
        }
        runs.resize(depth, false);
        runs.push(!last);
        out.push_str(&node.words(resolved));
        out.push('\n');
    }
    out
}
