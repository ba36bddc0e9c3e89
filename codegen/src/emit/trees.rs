//! The hierarchies of a module, drawn for its docs.

use std::collections::BTreeMap;

use crate::resolve::{ModuleId, TypeId};

use super::links::item_link;
use super::place::Place;
use super::scope::Scope;

/// Hierarchies of more types than this are no help in a comment.
const MAX_LINES: usize = 60;

/// Lines of docs, a list in lists with links, that show what derives from `tops`, seen from their module; none if nothing
/// does.
pub(super) fn trees(from: Place<'_, '_>, tops: &[TypeId]) -> Vec<String> {
    let mut lines = Vec::new();
    for id in tops {
        let mut tree = Vec::new();
        draw(from, *id, 0, &mut tree);
        if (2..=MAX_LINES).contains(&tree.len()) {
            lines.extend(tree);
        }
    }
    if !lines.is_empty() {
        lines.splice(0..0, ["What derives from what:", ""].map(str::to_owned));
    }
    lines
}

/// The types with which a hierarchy starts, by their module.
pub(super) fn tops(scope: &Scope<'_, '_>) -> BTreeMap<ModuleId, Vec<TypeId>> {
    let mut tops: BTreeMap<ModuleId, Vec<TypeId>> = BTreeMap::new();
    for (id, ty) in scope.resolved.types().filter(|(id, _)| is_top(scope, *id)) {
        tops.entry(ty.module).or_default().push(id);
    }
    tops
}

/// Whether a hierarchy starts with `id`.
fn is_top(scope: &Scope<'_, '_>, id: TypeId) -> bool {
    let Some(structured) = scope.resolved.structured(id).filter(|_| scope.has(id)) else { return false };
    let base = structured.base.map(|base| base.ty).filter(|base| !scope.resolved.is_root(*base));
    structured.rust.union.is_some() && base.is_none()
}

fn draw(from: Place<'_, '_>, id: TypeId, depth: usize, lines: &mut Vec<String>) {
    let path = from.type_path(id);
    lines.push(format!("{}- {}", "  ".repeat(depth), item_link(&path, &path)));
    if lines.len() > MAX_LINES {
        return;
    }
    let derived = from.scope.resolved.structured(id).map(|structured| structured.derived.as_slice());
    for id in derived.unwrap_or_default().iter().filter(|id| from.scope.has(**id)) {
        draw(from, *id, depth + 1, lines);
    }
}
