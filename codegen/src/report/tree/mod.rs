//! Hierarchies as trees.

mod dot;
mod mermaid;
mod svg;
mod text;

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
    /// A graph for Graphviz.
    Dot,
    /// A picture.
    Svg,
}

impl std::str::FromStr for Format {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let formats = [("text", Self::Text), ("mermaid", Self::Mermaid), ("dot", Self::Dot), ("svg", Self::Svg)];
        by_name(name, "trees", &formats)
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
        Format::Text => text::draw(resolved, &nodes),
        Format::Mermaid => mermaid::draw(resolved, &nodes),
        Format::Dot => dot::draw(resolved, &nodes),
        Format::Svg => svg::draw(resolved, &nodes),
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

impl Node {
    fn depth(&self) -> usize {
        match self {
            Self::Type { depth, .. } | Self::Omitted { depth, .. } => *depth,
            Self::CutOff(_) => 0,
        }
    }

    /// What is written in its place, where lines show what derives from what.
    fn words(&self, resolved: &Resolved<'_>) -> String {
        match self {
            Self::Type { id, depth, .. } => label(resolved, *id, *depth == 0),
            Self::Omitted { .. } | Self::CutOff(_) => format!("\u{2026} {}", self.omission().unwrap_or_default()),
        }
    }

    /// How many types are not drawn, if it stands for such.
    fn omission(&self) -> Option<String> {
        match self {
            Self::Type { .. } => None,
            Self::Omitted { count, .. } => Some(format!("{count} without derived types")),
            Self::CutOff(count) => Some(format!("{count} more")),
        }
    }
}

/// The types that are drawn with the bases that are drawn, too.
fn edges<'n>(resolved: &'n Resolved<'_>, nodes: &'n [Node]) -> impl Iterator<Item = (TypeId, Option<TypeId>)> + 'n {
    let types = || nodes.iter().filter_map(|node| if let Node::Type { id, .. } = node { Some(*id) } else { None });
    let drawn: BTreeSet<TypeId> = types().collect();
    types().map(move |id| (id, resolved.ancestors(id).next().filter(|base| drawn.contains(base))))
}

fn is_abstract(resolved: &Resolved<'_>, id: TypeId) -> bool {
    resolved.structured(id).is_some_and(|ty| ty.is_abstract.is_some())
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
        let is_leaf = |child: &TypeId| self::derived(self.resolved, *child).is_empty();
        let omits = |child: &TypeId| self.sparse && self.resolved.is_root(id) && is_leaf(child);
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
