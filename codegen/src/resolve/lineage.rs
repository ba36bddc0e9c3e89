//! Chains of base types that can't stay as they are: those that lead back to where they started, and those that are so
//! long, or inherit so much, that the output would be out of proportion to the pages.

use crate::diagnostic::rules::{INHERITANCE_CYCLE, INHERITANCE_LIMIT};
use crate::diagnostic::{Diagnostic, Diagnostics};

use super::hierarchy::BaseOf;
use super::registry::{Index, Registry};

/// How many types may stand above one. Graph's deepest has five.
pub(super) const MOST_ANCESTORS: usize = 64;

/// How many rows the pages of those may have together: every struct repeats the properties that its type inherits. In
/// Graph, these are about a hundred at most.
pub(super) const MOST_INHERITED: usize = 1_024;

/// Takes the base from types that inherit more than the limits allow. Returns the structured types by how many
/// they have above them, none first; those that have as many in the order of their names.
pub(super) fn cut_to_size(registry: &Registry<'_>, of: &mut [Option<BaseOf>], cx: &mut Diagnostics) -> Vec<Vec<Index>> {
    let mut derived: Vec<Vec<Index>> = vec![Vec::new(); of.len()];
    for (index, base) in of.iter().enumerate() {
        base.iter().for_each(|base| derived[base.index].push(index));
    }
    let mut base_first: Vec<Index> =
        (0..of.len()).filter(|index| of[*index].is_none() && registry.is_structured(*index)).collect();
    let mut ancestors = vec![0; of.len()];
    let mut inherited = vec![0; of.len()];
    let mut at = 0;
    while let Some(base) = base_first.get(at).copied() {
        at += 1;
        let rows: usize = registry.structured(base).iter().map(|ty| ty.properties.len()).sum();
        for index in &derived[base] {
            (ancestors[*index], inherited[*index]) = (ancestors[base] + 1, inherited[base] + rows);
            if ancestors[*index] > MOST_ANCESTORS || inherited[*index] > MOST_INHERITED {
                (ancestors[*index], inherited[*index]) = (0, 0);
                of[*index].take().into_iter().for_each(|base| report_limit(registry, *index, base, cx));
            }
            base_first.push(*index);
        }
    }
    base_first.sort_by_key(|index| (ancestors[*index], *index));
    base_first.chunk_by(|a, b| ancestors[*a] == ancestors[*b]).map(<[Index]>::to_vec).collect()
}

fn report_limit(registry: &Registry<'_>, index: Index, base: BaseOf, cx: &mut Diagnostics) {
    let (name, of_base) = (registry.name(index), registry.name(base.index));
    let message = format!("`{name}` inherits too much to derive from `{of_base}`");
    let label = "ignored, and so the type has no base";
    let limit = Diagnostic::new(&INHERITANCE_LIMIT, message, base.evidence.span, label);
    let help = format!("a type may have {MOST_ANCESTORS} types above it, whose tables have {MOST_INHERITED} rows");
    cx.report(limit.with_help(help));
}

/// Takes the base from the first type, by name, of every cycle.
pub(super) fn cut_cycles(registry: &Registry<'_>, of: &mut [Option<BaseOf>], cx: &mut Diagnostics) {
    // The start of the path that each type was on: where one meets an earlier one, the rest is known.
    let mut met: Vec<Option<Index>> = vec![None; of.len()];
    for start in 0..of.len() {
        let mut path = Vec::new();
        let mut next = Some(start);
        while let Some(index) = next.filter(|index| met[*index].is_none()) {
            met[index] = Some(start);
            path.push(index);
            next = of[index].map(|base| base.index);
        }
        if let Some(place) = path.iter().position(|index| Some(*index) == next) {
            let mut cycle = path.split_off(place);
            let first = (0..cycle.len()).min_by_key(|place| cycle[*place]).unwrap_or_default();
            cycle.rotate_left(first);
            report_cycle(registry, of, &cycle, cx);
            of[cycle[0]] = None;
        }
    }
}

fn report_cycle(registry: &Registry<'_>, of: &[Option<BaseOf>], path: &[Index], cx: &mut Diagnostics) {
    let name = |index: &Index| registry.name(*index);
    let chain: Vec<String> = path.iter().chain(path.first()).map(|index| format!("`{}`", name(index))).collect();
    let mut steps = path.iter().filter_map(|index| Some((index, of[*index]?)));
    let Some((first, base)) = steps.next() else { return };
    let message = format!("`{}` derives from itself: {}", name(first), chain.join(" → "));
    let derives = |index: &Index, base: BaseOf| format!("`{}` derives from `{}`", name(index), name(&base.index));
    let cycle = Diagnostic::new(&INHERITANCE_CYCLE, message, base.evidence.span, derives(first, base) + "; ignored");
    let cycle = steps.fold(cycle, |cycle, (index, base)| cycle.with_label(base.evidence.span, derives(index, base)));
    cx.report(cycle.with_help("correct one of these base types"));
}
