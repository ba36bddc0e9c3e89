//! Where things are in the output, and how one place names another.

use std::borrow::Cow;

use crate::resolve::{ModuleId, RustIdent, TypeId};

use super::scope::Scope;

/// A module of the output, the types of a namespace or what makes them work, and how it names things.
#[derive(Clone, Copy)]
pub(super) struct Place<'r, 'a> {
    pub(super) scope: &'r Scope<'r, 'a>,
    id: ModuleId,
    path: &'r [RustIdent],
    in_tables: bool,
}

impl<'r, 'a> Place<'r, 'a> {
    /// The module with the types of `id`.
    pub(super) fn types(scope: &'r Scope<'r, 'a>, id: ModuleId) -> Self {
        Self { scope, id, path: &scope.resolved.module(id).path, in_tables: false }
    }

    /// The module with the tables of `id`.
    pub(super) fn tables(scope: &'r Scope<'r, 'a>, id: ModuleId) -> Self {
        Self { in_tables: true, ..Self::types(scope, id) }
    }

    /// How this place names the type `ident` of `module`.
    fn path_to(self, module: ModuleId, ident: &RustIdent) -> String {
        let target = &self.scope.resolved.module(module).path;
        let same = self.path.iter().zip(target).take_while(|(a, b)| a == b).count();
        let shared = if self.in_tables { 0 } else { same };
        // Nearly all types are of the root, and named from there.
        let mut path = String::with_capacity(ident.as_str().len() + "super::".len());
        (shared..self.depth()).for_each(|_| path.push_str("super::"));
        for segment in target.iter().skip(shared) {
            segment.push_to(&mut path);
            path.push_str("::");
        }
        ident.push_to(&mut path);
        path
    }

    /// How this place names what users hold of the type `id`.
    pub(super) fn type_path(self, id: TypeId) -> String {
        let ty = self.scope.resolved.get(id);
        self.path_to(ty.module, &ty.ident)
    }

    /// How this place names the struct of the type `id`.
    pub(super) fn record_path(self, id: TypeId) -> String {
        let ty = self.scope.resolved.get(id);
        self.path_to(
            ty.module,
            self.scope.resolved.structured(id).map_or(&ty.ident, |structured| &structured.rust.record),
        )
    }

    /// How this place names the enum over what derives from `id`; its struct, where nothing can.
    pub(super) fn object_path(self, id: TypeId) -> String {
        let union = self.scope.resolved.structured(id).and_then(|structured| structured.rust.union.as_ref());
        match union {
            Some(union) => self.path_to(self.scope.resolved.get(id).module, &union.ident),
            None => self.record_path(id),
        }
    }

    /// How this place names the support module.
    pub(super) fn support_path(self) -> String {
        match &self.scope.emission.options.support {
            Some(path) => path.clone(),
            None if self.depth() == 0 => "self::support".to_owned(),
            None => "super::".repeat(self.depth()) + "support",
        }
    }

    /// How this place names `name`, one of the support module's; whether that takes an import.
    pub(super) fn support_type(self, name: &'static str) -> (Cow<'static, str>, bool) {
        if self.in_tables {
            (format!("support::{name}").into(), false)
        } else if self.scope.shadows(self.id, name) {
            let support = self.support_path();
            (format!("{}::{name}", support.strip_prefix("self::").unwrap_or(&support)).into(), false)
        } else {
            (name.into(), true)
        }
    }

    /// How many modules up the root is.
    fn depth(self) -> usize {
        self.path.len() + usize::from(self.in_tables)
    }
}
