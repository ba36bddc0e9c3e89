//! What code can name of the bindings: what is compared when the pages change.

use std::collections::BTreeMap;

use crate::resolve::{Enumeration, Resolved, Structured, Type, TypeId, TypeKind, Union};

use super::EmitOptions;
use super::place::Place;
use super::rust_type::RustType;
use super::scope::Scope;

/// Every item, by its path from the root module: `User`, `User.display_name`, `Importance::High`,
/// `impl From<Circle> for Shape`.
pub type Surface = BTreeMap<String, Item>;

/// A type, field, variant or conversion of the bindings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What Rust it is: `struct`, `enum`, the type of the field, what the variant holds.
    pub rust: String,
    /// What JSON calls it.
    pub json: String,
    /// Whether it is a navigation property, which is asked for by other means.
    pub navigation: bool,
    /// Whether it is called deprecated.
    pub deprecated: bool,
    /// The type that the item is part of.
    pub owner: Option<String>,
    /// The same field of the base, where it is inherited.
    pub inherited: Option<String>,
}

/// The surface of the bindings that [`emit`](super::emit) makes of the same.
#[must_use]
pub fn surface(resolved: &Resolved<'_>, options: &EmitOptions) -> Surface {
    let mut surface = Surface::new();
    let Some((root, _)) = resolved.modules().next() else { return surface };
    let scope = Scope::new(resolved, options);
    let from = Place::types(&scope, root);
    for (id, ty) in resolved.types().filter(|(id, _)| scope.has(*id)) {
        let mut items = Items { from, ty, surface: &mut surface };
        match &ty.kind {
            TypeKind::Structured(structured) => items.structured(id, structured),
            TypeKind::Enum(enumeration) => items.enumeration(id, enumeration),
            TypeKind::Undocumented => items.add_type(from.type_path(id), "struct around any JSON value"),
        }
    }
    surface
}

/// The items of a type.
struct Items<'r, 'a> {
    from: Place<'r, 'a>,
    ty: &'r Type<'a>,
    surface: &'r mut Surface,
}

impl Items<'_, '_> {
    fn add_type(&mut self, path: String, rust: &str) {
        let item = Item {
            rust: rust.to_owned(),
            json: self.ty.name.to_string(),
            navigation: false,
            deprecated: self.ty.deprecated.is_some(),
            owner: None,
            inherited: None,
        };
        self.surface.insert(path, item);
    }

    fn add_part(&mut self, owner: &str, path: String, rust: String, json: &str) {
        let (owner, json) = (Some(owner.to_owned()), json.to_owned());
        let item = Item { rust, json, navigation: false, deprecated: false, owner, inherited: None };
        self.surface.insert(path, item);
    }

    fn structured(&mut self, id: TypeId, structured: &Structured<'_>) {
        let from = self.from;
        let record = from.record_path(id);
        self.add_type(record.clone(), "struct");
        let base = structured.base.map(|base| from.record_path(base.ty));
        for (declared_by, property) in from.scope.resolved.all_properties(id) {
            let mut rust = String::new();
            RustType::new(from, property).push_field(&mut rust);
            let item = Item {
                rust,
                json: property.name.to_string(),
                navigation: property.navigation,
                deprecated: property.facts.deprecated.is_some(),
                owner: Some(record.clone()),
                inherited: base.as_ref().filter(|_| declared_by != id).map(|base| format!("{base}.{}", property.ident)),
            };
            self.surface.insert(format!("{record}.{}", property.ident), item);
        }
        if let Some(union) = &structured.rust.union {
            self.union(id, union);
        }
        self.conversions(id, &record, base.as_deref());
    }

    /// The conversions into the enums over what derives from the ancestors; those that the base has, too, as inherited.
    fn conversions(&mut self, id: TypeId, record: &str, base: Option<&str>) {
        let resolved = self.from.scope.resolved;
        let has_union = |id: &TypeId| resolved.structured(*id).is_some_and(|ty| ty.rust.union.is_some());
        for (nth, ancestor) in resolved.ancestors(id).enumerate().filter(|(_, id)| has_union(id)) {
            let ancestor = self.from.object_path(ancestor);
            let path = |of: &str| format!("impl From<{of}> for {ancestor}");
            let item = Item {
                rust: "conversion".to_owned(),
                json: String::new(),
                navigation: false,
                deprecated: false,
                owner: Some(record.to_owned()),
                inherited: base.filter(|_| nth > 0).map(path),
            };
            self.surface.insert(path(record), item);
        }
    }

    fn union(&mut self, id: TypeId, union: &Union) {
        let path = self.from.object_path(id);
        self.add_type(path.clone(), "enum over derived types");
        for variant in self.from.scope.variants(union) {
            let holds = match self.from.scope.nested(id, variant) {
                Some(_) => self.from.object_path(variant.ty),
                None => format!("Box<{}>", self.from.record_path(variant.ty)),
            };
            let json = self.from.scope.resolved.get(variant.ty).name.as_str();
            self.add_part(&path, format!("{path}::{}", variant.ident), holds, json);
        }
    }

    fn enumeration(&mut self, id: TypeId, enumeration: &Enumeration<'_>) {
        let path = self.from.type_path(id);
        self.add_type(path.clone(), "enum");
        for member in &enumeration.members {
            self.add_part(&path, format!("{path}::{}", member.ident), "member".to_owned(), &member.name);
        }
    }
}
