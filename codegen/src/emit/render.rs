//! The texts of the types, several at a time.

use syn::Item;

use crate::parallel;
use crate::resolve::{ModuleId, TypeId, TypeKind};

use super::kept::Kept;
use super::scope::Scope;
use super::structs::Struct;
use super::{enums, format, structs, tables, unions};

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

/// What people read of a type, before it is laid out.
struct Items {
    items: Vec<Item>,
    kept: Kept,
    imports: Vec<&'static str>,
}

/// All types of the bindings, in the order of their names. Laying out text is what costs most of a run's time, and no
/// type needs another one's.
pub(super) fn render(scope: &Scope<'_, '_>) -> Vec<Rendered> {
    parallel::map(&ids(scope), |id| {
        let Items { items, kept, imports } = items(scope, *id);
        Rendered {
            module: scope.resolved.get(*id).module,
            items: items.into_iter().map(|item| format::item(item, &kept)).collect(),
            imports,
            tables: tables(scope, *id),
        }
    })
}

/// All that [`render`] does but for the layout; how many items there are.
#[cfg(feature = "internals")]
pub(super) fn count(scope: &Scope<'_, '_>) -> usize {
    parallel::map(&ids(scope), |id| items(scope, *id).items.len() + tables(scope, *id).len().min(1)).into_iter().sum()
}

fn ids(scope: &Scope<'_, '_>) -> Vec<TypeId> {
    scope.resolved.types().map(|(id, _)| id).filter(|id| scope.has(*id)).collect()
}

fn items(scope: &Scope<'_, '_>, id: TypeId) -> Items {
    let ty = scope.resolved.get(id);
    let from = scope.types(ty.module);
    let mut kept = Kept::default();
    let (items, imports) = match &ty.kind {
        TypeKind::Structured(structured) => {
            let union = unions::union(scope, from, id, ty, structured, &mut kept);
            let Struct { item: record, imports } = structs::record(scope, from, id, ty, structured, &mut kept);
            // What has the type's own name comes first.
            let items = if structured.rust.record == ty.ident {
                [record].into_iter().chain(union).collect()
            } else {
                union.into_iter().chain([record]).collect()
            };
            (items, imports)
        }
        TypeKind::Enum(enumeration) => {
            (vec![enums::open_enum(scope, from, id, ty, enumeration, &mut kept)], Vec::new())
        }
        TypeKind::Undocumented => (vec![enums::opaque(scope, from, id, ty, &mut kept)], Vec::new()),
    };
    Items { items, kept, imports }
}

fn tables(scope: &Scope<'_, '_>, id: TypeId) -> String {
    tables::tables(scope, scope.tables(scope.resolved.get(id).module), id)
}
