//! Hierarchies as trees.

use std::collections::BTreeSet;

use crate::resolve::{Resolved, TypeId, TypeKind};

use super::{by_name, short_name};

/// How a tree is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Lines and names.
    Text,
    /// A class diagram for Mermaid.
    Mermaid,
}

impl std::str::FromStr for Format {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        by_name(name, "trees", &[("text", Self::Text), ("mermaid", Self::Mermaid)])
    }
}

/// The tree of `root`, or, without one, every hierarchy.
///
/// Among all hierarchies, a type that derives from `entity` and has no derived types itself is only counted: most types
/// of Graph do. `limit` is the most types that are drawn; the others are counted.
#[must_use]
pub fn draw(resolved: &Resolved<'_>, root: Option<TypeId>, format: Format, limit: usize) -> String {
    let nodes = nodes(resolved, root, limit);
    match format {
        Format::Text => text(resolved, &nodes),
        Format::Mermaid => mermaid(resolved, &nodes),
    }
}

/// A line of the tree.
enum Node {
    /// A type below `depth` others; `last` among its siblings.
    Type { id: TypeId, depth: usize, last: bool },
    /// So many siblings that are not drawn.
    Omitted { count: usize, depth: usize },
    /// So many types in all that the limit cut off.
    CutOff(usize),
}

struct Walk<'r, 'a> {
    resolved: &'r Resolved<'a>,
    /// Whether the children of `entity` without children are left out.
    sparse: bool,
    seen: BTreeSet<TypeId>,
}

/// The types in the order in which they are drawn. It keeps a stack of its own, as pages may nest to any depth.
fn nodes(resolved: &Resolved<'_>, root: Option<TypeId>, limit: usize) -> Vec<Node> {
    let roots = root.map_or_else(|| roots(resolved), |root| vec![root]);
    let mut walk = Walk { resolved, sparse: root.is_none(), seen: BTreeSet::new() };
    let mut nodes = Vec::new();
    let mut drawn = 0;
    let mut stack: Vec<Node> = roots.into_iter().rev().map(|id| Node::Type { id, depth: 0, last: true }).collect();
    while let Some(node) = stack.pop() {
        if let Node::Type { id, depth, .. } = node {
            if !walk.seen.insert(id) {
                continue;
            }
            drawn += 1;
            stack.extend(walk.children(id, depth + 1));
        }
        if drawn <= limit {
            nodes.push(node);
        }
    }
    if drawn > limit {
        nodes.push(Node::CutOff(drawn - limit));
    }
    nodes
}

impl Walk<'_, '_> {
    /// What is drawn below `id`, last first.
    fn children(&self, id: TypeId, depth: usize) -> Vec<Node> {
        let derived = derived(self.resolved, id);
        let omits =
            |child: &TypeId| self.sparse && self.resolved.is_root(id) && derived_is_empty(self.resolved, *child);
        let shown: Vec<TypeId> = derived.iter().copied().filter(|child| !omits(child)).collect();
        let omitted = derived.len() - shown.len();
        let last = shown.len();
        let types =
            shown.into_iter().zip(1..).map(|(id, at)| Node::Type { id, depth, last: omitted == 0 && at == last });
        let rest = (omitted > 0).then_some(Node::Omitted { count: omitted, depth });
        let mut nodes: Vec<Node> = types.chain(rest).collect();
        nodes.reverse();
        nodes
    }
}

/// The types that something derives from and that derive from nothing: `entity` first.
fn roots(resolved: &Resolved<'_>) -> Vec<TypeId> {
    let is_root = |id: TypeId| resolved.structured(id).is_some_and(|ty| ty.base.is_none() && !ty.derived.is_empty());
    let mut roots: Vec<TypeId> = resolved.types().map(|(id, _)| id).filter(|id| is_root(*id)).collect();
    roots.sort_by_key(|id| !resolved.is_root(*id));
    roots
}

fn derived<'r>(resolved: &'r Resolved<'_>, id: TypeId) -> &'r [TypeId] {
    resolved.structured(id).map_or(&[], |ty| &ty.derived)
}

fn derived_is_empty(resolved: &Resolved<'_>, id: TypeId) -> bool {
    derived(resolved, id).is_empty()
}

fn text(resolved: &Resolved<'_>, nodes: &[Node]) -> String {
    let mut out = String::new();
    // For every depth, whether a line runs down through it to a sibling.
    let mut runs: Vec<bool> = Vec::new();
    for node in nodes {
        let (depth, last, words) = match node {
            Node::Type { id, depth, last } => (*depth, *last, label(resolved, *id, *depth == 0)),
            Node::Omitted { count, depth } => (*depth, true, format!("\u{2026} {count} without derived types")),
            Node::CutOff(count) => (0, true, format!("\u{2026} {count} more")),
        };
        runs.truncate(depth);
        if let Some((_, through)) = runs.split_first() {
            through.iter().for_each(|runs| out.push_str(if *runs { "\u{2502}   " } else { "    " }));
        }
        if depth > 0 {
            out.push_str(if last { "\u{2514}\u{2500}\u{2500} " } else { "\u{251c}\u{2500}\u{2500} " });
        }
        runs.resize(depth, false);
        runs.push(!last);
        out.push_str(&words);
        out.push('\n');
    }
    out
}

/// The name and what is special about the type; for one on top also what it derives from.
fn label(resolved: &Resolved<'_>, id: TypeId, top: bool) -> String {
    let mut label = short_name(resolved, id).to_owned();
    match &resolved.get(id).kind {
        TypeKind::Structured(ty) if ty.is_abstract.is_some() => label.push_str(" (abstract)"),
        TypeKind::Structured(_) => {}
        TypeKind::Enum(_) => label.push_str(" (enum)"),
        TypeKind::Undocumented => label.push_str(" (undocumented)"),
    }
    if resolved.get(id).deprecated.is_some() {
        label.push_str(" (deprecated)");
    }
    let bases: Vec<&str> =
        if top { resolved.ancestors(id).map(|id| short_name(resolved, id)).collect() } else { Vec::new() };
    if !bases.is_empty() {
        label.push_str(&format!(", derives from {}", bases.join(", ")));
    }
    label
}

fn mermaid(resolved: &Resolved<'_>, nodes: &[Node]) -> String {
    let mut out = String::from("classDiagram\n  direction LR\n");
    let drawn: BTreeSet<TypeId> =
        nodes.iter().filter_map(|node| if let Node::Type { id, .. } = node { Some(*id) } else { None }).collect();
    for node in nodes {
        match node {
            Node::Type { id, .. } => {
                out.push_str(&format!("  class {}\n", mermaid_class(resolved, *id)));
                if resolved.structured(*id).is_some_and(|ty| ty.is_abstract.is_some()) {
                    out.push_str(&format!("  <<abstract>> {}\n", mermaid_id(resolved, *id)));
                }
                if let Some(base) = resolved.ancestors(*id).next().filter(|base| drawn.contains(base)) {
                    let (base, id) = (mermaid_id(resolved, base), mermaid_id(resolved, *id));
                    out.push_str(&format!("  {base} <|-- {id}\n"));
                }
            }
            Node::Omitted { count, .. } => out.push_str(&format!("  %% {count} without derived types\n")),
            Node::CutOff(count) => out.push_str(&format!("  %% {count} more\n")),
        }
    }
    out
}

/// An identifier for Mermaid: the dots of a namespace would end it, and some words mean something to it.
fn mermaid_id(resolved: &Resolved<'_>, id: TypeId) -> String {
    const WORDS: [&str; 9] = ["call", "callback", "class", "click", "direction", "link", "namespace", "note", "style"];
    let name = short_name(resolved, id);
    let escaped = name.replace('.', "_");
    if WORDS.contains(&escaped.as_str()) { escaped + "_" } else { escaped }
}

fn mermaid_class(resolved: &Resolved<'_>, id: TypeId) -> String {
    let (name, escaped) = (short_name(resolved, id), mermaid_id(resolved, id));
    if name == escaped { escaped } else { format!("{escaped}[\"{name}\"]") }
}
