//! Class diagrams for Mermaid.

use crate::resolve::{Resolved, TypeId};

use super::{Node, edges, is_abstract, short_name};

pub(super) fn draw(resolved: &Resolved<'_>, nodes: &[Node]) -> String {
    let mut out = String::from("classDiagram\n  direction LR\n");
    for (id, base) in edges(resolved, nodes) {
        out.push_str(&format!("  class {}\n", class(resolved, id)));
        if is_abstract(resolved, id) {
            out.push_str(&format!("  <<abstract>> {}\n", identifier(resolved, id)));
        }
        if let Some(base) = base {
            out.push_str(&format!("  {} <|-- {}\n", identifier(resolved, base), identifier(resolved, id)));
        }
    }
    nodes.iter().filter_map(Node::omission).for_each(|omission| out.push_str(&format!("  %% {omission}\n")));
    out
}

/// An identifier for Mermaid: the dots of a namespace would end it, and some words mean something to it.
fn identifier(resolved: &Resolved<'_>, id: TypeId) -> String {
    const WORDS: [&str; 9] = ["call", "callback", "class", "click", "direction", "link", "namespace", "note", "style"];
    let name = short_name(resolved, id);
    let escaped = name.replace('.', "_");
    if WORDS.contains(&escaped.as_str()) { escaped + "_" } else { escaped }
}

fn class(resolved: &Resolved<'_>, id: TypeId) -> String {
    let (name, escaped) = (short_name(resolved, id), identifier(resolved, id));
    if name == escaped { escaped } else { format!("{escaped}[\"{name}\"]") }
}
