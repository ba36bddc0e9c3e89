//! Which fields must be boxed: those through which a struct would contain itself.

use super::hierarchy::Bases;
use super::properties::{Declared, Properties};
use super::property_types::TypeOf;
use super::registry::Index;
use super::rust_names::Shape;

/// For every own property of every type, whether its field must be boxed.
pub(super) fn boxes(bases: &Bases, properties: &Properties<'_>, shapes: &[Shape]) -> Vec<Vec<bool>> {
    let graph = Graph::of(bases, properties, shapes);
    let component = graph.components();
    let mut boxes: Vec<Vec<bool>> = properties.iter().map(|own| vec![false; own.len()]).collect();
    for holder in 0..properties.len() {
        // A field that a type inherits may close a cycle there, though not where it is declared.
        for declarer in bases.lineage(holder) {
            for (declared, boxed) in properties[declarer].iter().zip(&mut boxes[declarer]) {
                if let Some(target) = record(declared, shapes) {
                    *boxed |= component[holder] == component[target] && (holder != target || graph.has_loop(holder));
                }
            }
        }
    }
    boxes
}

/// The type whose record the property holds by value. Collections, and enums over derived types, are indirections
/// already.
fn record(declared: &Declared<'_>, shapes: &[Shape]) -> Option<Index> {
    match declared.typed.ty {
        TypeOf::Declared(index) if !declared.typed.collection && shapes[index] == Shape::Record => Some(index),
        _ => None,
    }
}

/// Which record holds which by value.
struct Graph {
    edges: Vec<Vec<Index>>,
}

impl Graph {
    fn of(bases: &Bases, properties: &Properties<'_>, shapes: &[Shape]) -> Self {
        let edges = |holder: Index| {
            let all = bases.lineage(holder).flat_map(|declarer| &properties[declarer]);
            all.filter_map(|declared| record(declared, shapes)).collect()
        };
        Self { edges: (0..properties.len()).map(edges).collect() }
    }

    /// The number of the strongly connected component of each vertex (Tarjan's algorithm, without recursion).
    fn components(&self) -> Vec<usize> {
        let mut search = Search::new(self.edges.len());
        for vertex in 0..self.edges.len() {
            if search.order[vertex] == UNSEEN {
                search.visit(vertex, &self.edges);
            }
        }
        search.component
    }

    /// Whether a vertex leads to itself in one step.
    fn has_loop(&self, vertex: usize) -> bool {
        self.edges[vertex].contains(&vertex)
    }
}

const UNSEEN: usize = usize::MAX;

struct Search {
    order: Vec<usize>,
    low: Vec<usize>,
    component: Vec<usize>,
    stack: Vec<usize>,
    next: usize,
}

impl Search {
    fn new(vertices: usize) -> Self {
        let unseen = || vec![UNSEEN; vertices];
        Self { order: unseen(), low: unseen(), component: unseen(), stack: Vec::new(), next: 0 }
    }

    fn visit(&mut self, start: usize, edges: &[Vec<usize>]) {
        let mut path = vec![(start, 0)];
        self.enter(start);
        while let Some((vertex, edge)) = path.last_mut() {
            let vertex = *vertex;
            if let Some(target) = edges[vertex].get(*edge).copied() {
                *edge += 1;
                if self.order[target] == UNSEEN {
                    self.enter(target);
                    path.push((target, 0));
                } else if self.component[target] == UNSEEN {
                    self.low[vertex] = self.low[vertex].min(self.order[target]);
                }
                continue;
            }
            path.pop();
            if let Some((parent, _)) = path.last() {
                self.low[*parent] = self.low[*parent].min(self.low[vertex]);
            }
            if self.low[vertex] == self.order[vertex] {
                while let Some(member) = self.stack.pop() {
                    self.component[member] = vertex;
                    if member == vertex {
                        break;
                    }
                }
            }
        }
    }

    fn enter(&mut self, vertex: usize) {
        self.order[vertex] = self.next;
        self.low[vertex] = self.next;
        self.next += 1;
        self.stack.push(vertex);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn components_are_the_cycles() {
        let graph = Graph { edges: vec![vec![1], vec![2, 3], vec![0], vec![4], vec![], vec![5]] };
        let components = graph.components();
        assert!(components[0] == components[1] && components[1] == components[2]);
        assert!(components[3] != components[0] && components[3] != components[4]);
        assert!(graph.has_loop(5) && !graph.has_loop(0));
    }
}
