//! The texts of the types, several at a time.

use std::collections::BTreeSet;

use crate::parallel;
use crate::resolve::{ModuleId, TypeId, TypeKind};

use super::place::Place;
use super::scope::Scope;
use super::{FilePer, enums, structs, tables, unions};

/// How many types are rendered into one text that goes into one file.
const RUN: usize = 16;

/// Some types as text.
pub(super) struct Rendered {
    /// The first of them.
    pub(super) first: TypeId,
    /// Where they belong.
    pub(super) module: ModuleId,
    /// Their items, laid out, an empty line before each.
    pub(super) items: String,
    /// What the items import from the support module.
    pub(super) imports: BTreeSet<&'static str>,
    /// What makes them work.
    pub(super) tables: String,
}

/// All types of the bindings, in the order of their names; no type needs another one's text.
pub(super) fn render(scope: &Scope<'_, '_>) -> Vec<Rendered> {
    let module = |id: TypeId| scope.resolved.get(id).module;
    let ids: Vec<TypeId> = scope.resolved.types().map(|(id, _)| id).filter(|id| scope.has(*id)).collect();
    let run = match scope.emission.options.file_per {
        FilePer::Namespace => RUN,
        FilePer::Type => 1,
    };
    let runs: Vec<&[TypeId]> =
        ids.chunk_by(|a, b| module(*a) == module(*b)).flat_map(|types| types.chunks(run)).collect();
    parallel::map(&runs, |run| {
        let first = run[0];
        let module = module(first);
        let (items, tables) = (String::with_capacity(RUN * 2_048), String::with_capacity(RUN * 1_280));
        let mut rendered = Rendered { first, module, items, imports: BTreeSet::new(), tables };
        for id in *run {
            items_of(scope, *id, &mut rendered);
            tables::tables(Place::tables(scope, module), *id, &mut rendered.tables);
        }
        rendered
    })
}

/// Adds what people read of a type.
fn items_of(scope: &Scope<'_, '_>, id: TypeId, out: &mut Rendered) {
    let ty = scope.resolved.get(id);
    let from = Place::types(scope, ty.module);
    match &ty.kind {
        // What has the type's own name comes first.
        TypeKind::Structured(structured) if structured.rust.record == ty.ident => {
            structs::record(from, id, ty, structured, out);
            unions::union(from, id, ty, structured, &mut out.items);
        }
        TypeKind::Structured(structured) => {
            unions::union(from, id, ty, structured, &mut out.items);
            structs::record(from, id, ty, structured, out);
        }
        TypeKind::Enum(enumeration) => enums::open_enum(from, id, ty, enumeration, &mut out.items),
        TypeKind::Undocumented => enums::opaque(from, id, ty, &mut out.items),
    }
}
