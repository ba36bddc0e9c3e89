//! What the benchmark knows of the types: read from what `msgraph-bindgen ir` prints.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

/// The prefix of all type names.
pub(crate) const NAMESPACE: &str = "microsoft.graph.";
/// The root of entities: everything derives from it, so it is nobody's closed set.
pub(crate) const ENTITY: &str = "microsoft.graph.entity";

/// All types, by full name.
pub(crate) struct Schema {
    pub(crate) types: BTreeMap<String, Type>,
}

/// A documented type.
#[derive(Clone, Default)]
pub(crate) struct Type {
    pub(crate) base: Option<String>,
    /// Those that the type itself declares.
    pub(crate) properties: Vec<Property>,
    /// Names of the types that derive from it, directly or not.
    pub(crate) derived: Vec<String>,
    /// Of an enum.
    pub(crate) members: Option<Vec<String>>,
    /// Whether an enum's members combine.
    pub(crate) is_flags: bool,
}

/// A property.
#[derive(Clone)]
pub(crate) struct Property {
    pub(crate) name: String,
    pub(crate) ty: String,
    pub(crate) is_collection: bool,
    pub(crate) is_navigation: bool,
}

impl Schema {
    /// From the IR as JSON.
    pub(crate) fn parse(ir: &str) -> serde_json::Result<Self> {
        let ir: Value = serde_json::from_str(ir)?;
        let types = members(&ir["types"]).map(|(name, ty)| (name.clone(), type_of(ty))).collect();
        let mut schema = Schema { types };
        let names: Vec<String> = schema.types.keys().cloned().collect();
        for name in names {
            for ancestor in schema.ancestors(&name) {
                if let Some(ancestor) = schema.types.get_mut(&ancestor) {
                    ancestor.derived.push(name.clone());
                }
            }
        }
        Ok(schema)
    }

    /// The types that `name` derives from, the nearest first.
    fn ancestors(&self, name: &str) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        let mut next = self.types.get(name);
        while let Some(base) = next.and_then(|ty| ty.base.clone()) {
            next = self.types.get(&base);
            found.push(base);
        }
        found
    }

    /// All properties of a type, inherited ones first; of two with one name, the nearer one.
    pub(crate) fn properties(&self, name: &str) -> Vec<&Property> {
        let ancestors = self.ancestors(name);
        let chain = ancestors.iter().rev().map(String::as_str).chain([name]);
        let all: Vec<&Property> = chain.filter_map(|name| self.types.get(name)).flat_map(|ty| &ty.properties).collect();
        let last = |at: usize, name: &str| all.iter().skip(at + 1).all(|other| other.name != name);
        all.iter()
            .enumerate()
            .filter(|(at, property)| last(*at, &property.name))
            .map(|(_, property)| *property)
            .collect()
    }

    /// The types that are reached from `names` through bases, derived types and, if `navigation`, all properties, else
    /// those that are no navigation properties.
    pub(crate) fn closure(&self, names: &[&str], navigation: impl Fn(&Property) -> bool) -> Schema {
        let mut open: Vec<String> = names.iter().map(|name| format!("{NAMESPACE}{name}")).collect();
        let mut reached = BTreeSet::new();
        while let Some(name) = open.pop() {
            let Some(ty) = self.types.get(&name) else { continue };
            if !reached.insert(name.clone()) {
                continue;
            }
            open.extend(ty.base.clone());
            let followed = ty.properties.iter().filter(|property| !property.is_navigation || navigation(property));
            open.extend(followed.map(|property| property.ty.clone()));
            if name != ENTITY {
                open.extend(ty.derived.clone());
            }
        }
        let mut types = self.types.clone();
        types.retain(|name, _| reached.contains(name));
        types.values_mut().for_each(|ty| ty.derived.retain(|name| reached.contains(name)));
        Schema { types }
    }
}

fn type_of(ty: &Value) -> Type {
    let properties = members(&ty["properties"]).map(|(name, property)| Property {
        name: name.clone(),
        ty: text(&property["type"]),
        is_collection: property["collection"] == true,
        is_navigation: property["navigation"] == true,
    });
    Type {
        base: ty["base"].as_str().map(str::to_owned),
        properties: properties.collect(),
        derived: Vec::new(),
        members: (ty["kind"] == "enum").then(|| members(&ty["members"]).map(|(name, _)| name.clone()).collect()),
        is_flags: ty["flags"] == true,
    }
}

fn members(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
