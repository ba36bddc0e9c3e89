//! The texts of the types, several at a time.

use crate::parallel;
use crate::resolve::{ModuleId, TypeId, TypeKind};

use super::scope::Scope;
use super::structs::Struct;
use super::{enums, structs, tables, unions};

/// A type as text.
pub(super) struct Rendered {
    /// Where it belongs.
    pub(super) module: ModuleId,
    /// Its items, laid out.
    pub(super) items: Vec<String>,
    /// What the items import from the support module.
    pub(super) imports: Vec<&'static str>,
    /// What makes it work.
    pub(super) tables: String,
}

/// All types of the bindings, in the order of their names; no type needs another one's.
pub(super) fn render(scope: &Scope<'_, '_>) -> Vec<Rendered> {
    let ids: Vec<TypeId> = scope.resolved.types().map(|(id, _)| id).filter(|id| scope.has(*id)).collect();
    parallel::map(&ids, |id| {
        let module = scope.resolved.get(*id).module;
        let (items, imports) = items(scope, *id);
        Rendered { module, items, imports, tables: tables::tables(scope, scope.tables(module), *id) }
    })
}

/// What people read of a type, and what it imports.
fn items(scope: &Scope<'_, '_>, id: TypeId) -> (Vec<String>, Vec<&'static str>) {
    let ty = scope.resolved.get(id);
    let from = scope.types(ty.module);
    match &ty.kind {
        TypeKind::Structured(structured) => {
            let union = unions::union(scope, from, id, ty, structured);
            let Struct { text: record, imports } = structs::record(scope, from, id, ty, structured);
            // What has the type's own name comes first.
            let items = if structured.rust.record == ty.ident {
                [record].into_iter().chain(union).collect()
            } else {
                union.into_iter().chain([record]).collect()
            };
            (items, imports)
        }
        TypeKind::Enum(enumeration) => (vec![enums::open_enum(scope, from, id, ty, enumeration)], Vec::new()),
        TypeKind::Undocumented => (vec![enums::opaque(scope, from, id, ty)], Vec::new()),
    }
}
