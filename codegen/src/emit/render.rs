//! The texts of the types, several at a time.

use syn::Item;

use crate::parallel;
use crate::resolve::{ModuleId, TypeId, TypeKind};

use super::scope::Scope;
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

/// All types of the bindings, in the order of their names. Laying out text is what costs most of a run's time, and no
/// type needs another one's.
pub(super) fn render(scope: &Scope<'_, '_>) -> Vec<Rendered> {
    let ids: Vec<TypeId> = scope.resolved.types().map(|(id, _)| id).filter(|id| scope.has(*id)).collect();
    parallel::map(&ids, |id| render_type(scope, *id))
}

fn render_type(scope: &Scope<'_, '_>, id: TypeId) -> Rendered {
    let ty = scope.resolved.get(id);
    let from = scope.types(ty.module);
    let mut imports = Vec::new();
    let items: Vec<Item> = match &ty.kind {
        TypeKind::Structured(structured) => {
            let union = unions::union(scope, from, id, ty, structured);
            let record = structs::record(scope, from, id, ty, structured);
            imports = record.imports;
            // What has the type's own name comes first.
            if structured.rust.record == ty.ident {
                [record.item].into_iter().chain(union).collect()
            } else {
                union.into_iter().chain([record.item]).collect()
            }
        }
        TypeKind::Enum(enumeration) => vec![enums::open_enum(scope, from, id, ty, enumeration)],
        TypeKind::Undocumented => vec![enums::opaque(scope, from, id, ty)],
    };
    Rendered {
        module: ty.module,
        items: items.into_iter().map(format::item).collect(),
        imports,
        tables: tables::tables(scope, scope.tables(ty.module), id),
    }
}
