//! Where things are in the output, and how one place names another.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::resolve::{ModuleId, PropertyType, Resolved, RustIdent, TypeId, TypeKind};

use super::{EmitOptions, Support};

/// What the support module offers to fields.
const SUPPORT_TYPES: [&str; 8] =
    ["Binary", "Date", "DateTimeOffset", "Decimal", "Duration", "Flags", "Guid", "TimeOfDay"];

/// What all templates ask: which types are emitted, and by which paths they are named.
pub(super) struct Scope<'r, 'a> {
    pub(super) resolved: &'r Resolved<'a>,
    pub(super) options: &'r EmitOptions,
    /// Names of the support module that a type of the module has, too.
    shadowed: BTreeSet<(ModuleId, &'static str)>,
}

/// A module of the output: the types of a namespace, or what makes them work.
#[derive(Clone, Copy)]
pub(super) struct Place<'r> {
    id: ModuleId,
    path: &'r [RustIdent],
    in_tables: bool,
}

impl<'r, 'a> Scope<'r, 'a> {
    pub(super) fn new(resolved: &'r Resolved<'a>, options: &'r EmitOptions) -> Self {
        let mut shadowed = BTreeSet::new();
        for (_, ty) in resolved.types() {
            let mut idents = vec![&ty.ident];
            if let TypeKind::Structured(structured) = &ty.kind {
                idents.push(&structured.rust.record);
                idents.extend(structured.rust.union.as_ref().map(|union| &union.ident));
            }
            let shared = SUPPORT_TYPES.into_iter().filter(|name| idents.iter().any(|ident| ident.as_str() == *name));
            shadowed.extend(shared.map(|name| (ty.module, name)));
        }
        Self { resolved, options, shadowed }
    }

    /// Whether the bindings have the type.
    pub(super) fn has(&self, id: TypeId) -> bool {
        self.options.selection.as_ref().is_none_or(|selection| selection.contains(&id))
    }

    /// The type of a property, where the bindings have it.
    pub(super) fn property_type(&self, ty: PropertyType) -> Option<TypeId> {
        match ty {
            PropertyType::Type(id) => Some(id).filter(|id| self.has(*id)),
            PropertyType::Primitive(_) => None,
        }
    }

    /// The module with the types of `id`.
    pub(super) fn types(&self, id: ModuleId) -> Place<'r> {
        Place { id, path: &self.resolved.module(id).path, in_tables: false }
    }

    /// The module with the tables of `id`.
    pub(super) fn tables(&self, id: ModuleId) -> Place<'r> {
        Place { in_tables: true, ..self.types(id) }
    }

    /// How `from` names the type `ident` of `module`.
    pub(super) fn path(&self, from: Place<'_>, module: ModuleId, ident: &RustIdent) -> String {
        let target = &self.resolved.module(module).path;
        let same = from.path.iter().zip(target).take_while(|(a, b)| a == b).count();
        let shared = if from.in_tables { 0 } else { same };
        // Nearly all types are of the root, and named from there.
        let mut path = String::with_capacity(ident.as_str().len() + "super::".len());
        (shared..from.depth()).for_each(|_| path.push_str("super::"));
        for segment in target.iter().skip(shared) {
            segment.push_to(&mut path);
            path.push_str("::");
        }
        ident.push_to(&mut path);
        path
    }

    /// How `from` names what users hold of the type `id`.
    pub(super) fn type_path(&self, from: Place<'_>, id: TypeId) -> String {
        let ty = self.resolved.get(id);
        self.path(from, ty.module, &ty.ident)
    }

    /// How `from` names the struct of the type `id`.
    pub(super) fn record_path(&self, from: Place<'_>, id: TypeId) -> String {
        let ty = self.resolved.get(id);
        self.path(from, ty.module, self.resolved.structured(id).map_or(&ty.ident, |structured| &structured.rust.record))
    }

    /// How `from` names the enum over what derives from `id`; its struct, where nothing can.
    pub(super) fn object_path(&self, from: Place<'_>, id: TypeId) -> String {
        let union = self.resolved.structured(id).and_then(|structured| structured.rust.union.as_ref());
        match union {
            Some(union) => self.path(from, self.resolved.get(id).module, &union.ident),
            None => self.record_path(from, id),
        }
    }

    /// How `from` names the support module.
    pub(super) fn support_path(&self, from: Place<'_>) -> String {
        match &self.options.support {
            Support::Path(path) => path.clone(),
            Support::Copied if from.depth() == 0 => "self::support".to_owned(),
            Support::Copied => "super::".repeat(from.depth()) + "support",
        }
    }

    /// How `from` names `name`, one of the support module's; whether that takes an import.
    pub(super) fn support_type(&self, from: Place<'_>, name: &'static str) -> (Cow<'static, str>, bool) {
        if from.in_tables {
            (format!("support::{name}").into(), false)
        } else if self.shadowed.contains(&(from.id, name)) {
            let support = self.support_path(from);
            (format!("{}::{name}", support.strip_prefix("self::").unwrap_or(&support)).into(), false)
        } else {
            (name.into(), true)
        }
    }
}

impl Place<'_> {
    /// How many modules up the root is.
    fn depth(self) -> usize {
        self.path.len() + usize::from(self.in_tables)
    }
}
