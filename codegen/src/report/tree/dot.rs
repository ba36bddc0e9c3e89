//! Graphs for Graphviz.

use crate::resolve::Resolved;

use super::{Node, edges, is_abstract, short_name};

/// Names consist of letters, digits, `_` and dots, so nothing needs escaping between quotes.
pub(super) fn draw(resolved: &Resolved<'_>, nodes: &[Node]) -> String {
    let mut out = String::from("digraph {\n  rankdir=RL\n  node [shape=box]\n  edge [arrowhead=empty]\n");
    for (id, base) in edges(resolved, nodes) {
        let style = if is_abstract(resolved, id) { " [style=dashed]" } else { "" };
        out.push_str(&format!("  \"{}\"{style}\n", short_name(resolved, id)));
        if let Some(base) = base {
            out.push_str(&format!("  \"{}\" -> \"{}\"\n", short_name(resolved, id), short_name(resolved, base)));
        }
    }
    nodes.iter().filter_map(Node::omission).for_each(|omission| out.push_str(&format!("  // {omission}\n")));
    out + "}\n"
}
