//! The texts of the types, several at a time.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use syn::Item;

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

/// Types that a thread takes at once.
const BATCH: usize = 16;

/// All types of the bindings, in the order of their names. Laying out text is what costs most of a run's time, and no
/// type needs another one's.
pub(super) fn render(scope: &Scope<'_, '_>) -> Vec<Rendered> {
    let ids: Vec<TypeId> = scope.resolved.types().map(|(id, _)| id).filter(|id| scope.has(*id)).collect();
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some((at, batch)) = take(&ids, &next) {
            done.push((at, batch.iter().map(|id| render_type(scope, *id)).collect::<Vec<_>>()));
        }
        done
    };
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(ids.len().div_ceil(BATCH));
    let mut batches = thread::scope(|threads_of| {
        let others: Vec<_> = (1..threads).map(|_| threads_of.spawn(work)).collect();
        let mut batches = work();
        for other in others {
            batches.extend(other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        batches
    });
    batches.sort_by_key(|(at, _)| *at);
    batches.into_iter().flat_map(|(_, batch)| batch).collect()
}

fn take<'i>(ids: &'i [TypeId], next: &AtomicUsize) -> Option<(usize, &'i [TypeId])> {
    let at = next.fetch_add(BATCH, Ordering::Relaxed);
    let batch = ids.get(at..ids.len().min(at + BATCH))?;
    (!batch.is_empty()).then_some((at, batch))
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
