//! Modules and the names of types, for all types at once: a name depends on those that collide with it, and on no
//! others.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::rules::NAME_COLLISION;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Namespace;

use super::names::{RustIdent, Scope, snake, upper_camel};
use super::registry::{Index, Registry};
use super::resolved::{Module, ModuleId};

/// The names of a type.
pub(super) struct TypeNames {
    pub(super) module: ModuleId,
    /// What users hold.
    pub(super) ident: RustIdent,
    /// The struct.
    pub(super) record: RustIdent,
    /// The enum over derived types.
    pub(super) union: Option<RustIdent>,
}

/// Whether a structured type gets an enum, and which of the two has the type's own name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// A struct alone.
    Record,
    /// An enum by the type's name, and a struct `…Base`.
    Abstract,
    /// A struct by the type's name, and an enum `Any…`.
    Concrete,
}

/// The modules for all namespaces, the root first.
pub(super) fn modules(registry: &Registry<'_>) -> Vec<Module> {
    let mut namespaces: BTreeSet<Vec<String>> = BTreeSet::from([Vec::new()]);
    for entry in registry.entries() {
        let namespace = entry.name.namespace();
        let segments: Vec<String> = namespace.segments().map(str::to_owned).collect();
        namespaces.extend((1..=segments.len()).map(|end| segments[..end].to_vec()));
    }
    let mut scopes: BTreeMap<Vec<String>, Scope> = BTreeMap::new();
    let mut paths: BTreeMap<Vec<String>, Vec<RustIdent>> = BTreeMap::from([(Vec::new(), Vec::new())]);
    let mut modules = Vec::with_capacity(namespaces.len());
    for segments in namespaces {
        if let Some((last, parent)) = segments.split_last() {
            let ident = scopes.entry(parent.to_vec()).or_insert_with(Scope::modules).claim(snake(last));
            let path = paths.get(parent).into_iter().flatten().cloned().chain([ident]).collect();
            paths.insert(segments.clone(), path);
        }
        let path = paths.get(&segments).cloned().unwrap_or_default();
        modules.push(Module { namespace: Namespace::parse(&segments.join(".")), path });
    }
    modules
}

/// The names of every type. Own names are handed out before those made from them, so that `userBase` keeps its own.
pub(super) fn type_names(
    registry: &Registry<'_>,
    modules: &[Module],
    shapes: &[Shape],
    cx: &mut Diagnostics,
) -> Vec<TypeNames> {
    let mut scopes: Vec<Scope> = modules.iter().map(|_| Scope::types()).collect();
    let by_namespace: BTreeMap<&str, usize> =
        modules.iter().enumerate().map(|(at, module)| (module.namespace.as_str(), at)).collect();
    let module_of = |index: Index| by_namespace.get(registry.get(index).name.namespace_str()).copied().unwrap_or(0);
    let own: Vec<RustIdent> = registry
        .indices()
        .map(|index| {
            let entry = registry.get(index);
            let wanted = upper_camel(entry.name.name());
            let ident = scopes[module_of(index)].claim(wanted.clone());
            if ident.as_str() != wanted {
                let message = format!("`{}` becomes `{ident}`, since `{wanted}` is taken", entry.name);
                cx.report(Diagnostic::new(&NAME_COLLISION, message, entry.evidence.span, "named here"));
            }
            ident
        })
        .collect();
    let named = |(index, own): (Index, RustIdent)| {
        let module = module_of(index);
        let mut made = |text: String| scopes[module].claim(text);
        let (record, union) = match shapes[index] {
            Shape::Record => (own.clone(), None),
            Shape::Abstract => (made(format!("{}Base", own.as_str())), Some(own.clone())),
            Shape::Concrete => (own.clone(), Some(made(format!("Any{}", own.as_str())))),
        };
        TypeNames { module: ModuleId(module as u32), ident: own, record, union }
    };
    own.into_iter().enumerate().map(named).collect()
}
