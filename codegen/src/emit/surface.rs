//! What code can name of the bindings: what is compared when the pages change.

use std::collections::BTreeMap;

use crate::resolve::{Enumeration, Resolved, Structured, Type, TypeId, TypeKind, Union};

use super::Emission;
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
    /// The type that the item is part of; both that a conversion is between.
    pub owners: Vec<String>,
    /// What the item follows from: the same field of the base, the conversion of the enum that holds the type.
    pub follows: Option<String>,
}

impl Item {
    /// An item of these types of which nothing more is known.
    fn new(rust: &str, json: &str, owners: &[&str]) -> Self {
        let owners = owners.iter().map(|owner| (*owner).to_owned()).collect();
        let (rust, json) = (rust.to_owned(), json.to_owned());
        Self { rust, json, navigation: false, deprecated: false, owners, follows: None }
    }
}

/// The surface of the bindings that [`emit`](super::emit) makes of the same.
#[must_use]
pub fn surface(resolved: &Resolved<'_>, emission: &Emission<'_>) -> Surface {
    let mut surface = Surface::new();
    let Some((root, _)) = resolved.modules().next() else { return surface };
    let scope = Scope::new(resolved, emission);
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
        let item = Item { deprecated: self.ty.deprecated.is_some(), ..Item::new(rust, self.ty.name.as_str(), &[]) };
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
                navigation: property.navigation,
                deprecated: property.facts.deprecated.is_some(),
                follows: base.as_ref().filter(|_| declared_by != id).map(|base| format!("{base}.{}", property.ident)),
                ..Item::new(&rust, &property.name, &[&record])
            };
            self.surface.insert(format!("{record}.{}", property.ident), item);
        }
        if let Some(union) = &structured.rust.union {
            self.union(id, union);
        }
    }

    fn union(&mut self, id: TypeId, union: &Union) {
        let from = self.from;
        let path = from.object_path(id);
        self.add_type(path.clone(), "enum over derived types");
        for variant in from.scope.variants(union) {
            let json = from.scope.resolved.get(variant.ty).name.as_str();
            let item = Item::new(&from.variant_type(id, variant), json, &[&path]);
            self.surface.insert(format!("{path}::{}", variant.ident), item);
            let direct = self.add_conversion(&from.payload_path(id, variant), &path, None);
            let inner = from.scope.nested(id, variant);
            for deeper in inner.iter().flat_map(|inner| from.held(variant.ty, inner)) {
                self.add_conversion(&deeper, &path, Some(direct.clone()));
            }
        }
    }

    /// Adds that `of` converts into the enum `into`; the item's path.
    fn add_conversion(&mut self, of: &str, into: &str, follows: Option<String>) -> String {
        let path = format!("impl From<{of}> for {into}");
        self.surface.insert(path.clone(), Item { follows, ..Item::new("conversion", "", &[of, into]) });
        path
    }

    fn enumeration(&mut self, id: TypeId, enumeration: &Enumeration<'_>) {
        let path = self.from.type_path(id);
        self.add_type(path.clone(), "enum");
        for member in &enumeration.members {
            let deprecated = member.deprecated.is_some();
            let item = Item { deprecated, ..Item::new("member", &member.name, &[&path]) };
            self.surface.insert(format!("{path}::{}", member.ident), item);
        }
    }
}
