//! The part of a schema that some types need.

use std::collections::BTreeSet;
use std::fmt;

use crate::model::Namespace;
use crate::model::name::last_segment;
use crate::spelling::closest;

use super::resolved::{Resolved, TypeId};
use super::types::{PropertyType, StructuredKind, Type, TypeKind};

/// A name given to `--select` that no type has, and no namespace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownSelection {
    /// The name.
    pub name: String,
    /// The most similar name that there is.
    pub similar: Option<String>,
}

impl fmt::Display for UnknownSelection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = if self.name.ends_with(ALL) { "namespace" } else { "type" };
        write!(f, "there is no {what} `{}`", self.name)?;
        match &self.similar {
            Some(similar) => write!(f, "; did you mean `{similar}`?"),
            None => Ok(()),
        }
    }
}

/// The types called `names`, or of the namespaces called so with `.*` behind, all that derives from them, and everything
/// that these need: their ancestors, and the types of their properties. Of complex types that properties hold, the
/// derived types come along; of entities they don't, since nearly everything is reached from `directoryObject`: such
/// objects are kept whole by the variant `Other`. Also the names that stand for no type.
#[must_use]
pub fn select(resolved: &Resolved<'_>, names: &[String]) -> (BTreeSet<TypeId>, Vec<UnknownSelection>) {
    let mut unknown = Vec::new();
    let mut closure = Closure { resolved, chosen: BTreeSet::new(), open: Vec::new() };
    for name in names {
        let found = named(resolved, name);
        if found.is_empty() {
            unknown.push(UnknownSelection { name: name.clone(), similar: similar(resolved, name) });
        }
        for id in found {
            closure.add(id);
            closure.add_derived(id);
        }
    }
    (closure.finish(), unknown)
}

/// What stands for all types of a namespace, behind its name.
const ALL: &str = ".*";

/// The type called `name`, or all types of the namespace.
fn named(resolved: &Resolved<'_>, name: &str) -> Vec<TypeId> {
    match name.strip_suffix(ALL) {
        Some(namespace) => types_of(resolved, namespace),
        None => resolved.find(name).into_iter().filter(|id| is_defined(resolved.get(*id))).collect(),
    }
}

/// Whether there is a page to make something of: what others merely mention is any JSON value.
fn is_defined(ty: &Type<'_>) -> bool {
    !matches!(ty.kind, TypeKind::Undocumented)
}

fn types_of(resolved: &Resolved<'_>, namespace: &str) -> Vec<TypeId> {
    let namespace = Namespace::parse(namespace);
    let is_of = |full: &str| full.eq_ignore_ascii_case(namespace.as_str());
    resolved.types().filter(|(_, ty)| is_of(ty.name.namespace_str())).map(|(id, _)| id).collect()
}

struct Closure<'r, 'a> {
    resolved: &'r Resolved<'a>,
    chosen: BTreeSet<TypeId>,
    open: Vec<TypeId>,
}

impl Closure<'_, '_> {
    fn add(&mut self, id: TypeId) {
        if self.chosen.insert(id) {
            self.open.push(id);
        }
    }

    fn add_derived(&mut self, id: TypeId) {
        let resolved = self.resolved;
        for id in resolved.structured(id).filter(|_| !resolved.is_root(id)).iter().flat_map(|ty| &ty.derived) {
            self.add(*id);
            self.add_derived(*id);
        }
    }

    fn finish(mut self) -> BTreeSet<TypeId> {
        let resolved = self.resolved;
        while let Some(id) = self.open.pop() {
            resolved.ancestors(id).for_each(|ancestor| self.add(ancestor));
            let Some(structured) = resolved.structured(id) else { continue };
            for property in &structured.properties {
                let PropertyType::Type(target) = property.ty else { continue };
                let new = !self.chosen.contains(&target);
                self.add(target);
                let complex = resolved.structured(target).is_some_and(|target| target.kind == StructuredKind::Complex);
                if new && complex {
                    self.add_derived(target);
                }
            }
        }
        self.chosen
    }
}

/// The full name of the type or namespace that `name` is probably a slip of; or, if it is a namespace, what stands for its
/// types.
fn similar(resolved: &Resolved<'_>, name: &str) -> Option<String> {
    if let Some(namespace) = name.strip_suffix(ALL) {
        let all = || resolved.types().map(|(_, ty)| ty.name.namespace_str());
        let similar = closest(last_segment(namespace), all().map(last_segment))?;
        return all().find(|full| last_segment(full) == similar).map(|full| format!("{full}{ALL}"));
    }
    if !name.is_empty() && !types_of(resolved, name).is_empty() {
        return Some(format!("{name}{ALL}"));
    }
    let defined = resolved.types().map(|(_, ty)| ty).filter(|ty| is_defined(ty));
    let closest = closest(last_segment(name), defined.map(|ty| ty.name.name()))?;
    resolved.find(closest).map(|id| resolved.get(id).name.to_string())
}
