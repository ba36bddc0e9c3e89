//! The anchor: the same types as a good engineer would write them with `serde_derive`.
//!
//! Flat structs of the same fields and derives; open enums through `String`; enums over derived types by hand, over
//! [`serde_json::Value`], which keep objects of unknown types. Unknown *members* are not kept: `#[serde(flatten)]` would
//! do it, at a price that no good engineer pays for a thousand types. So the anchor does less than the bindings.

use std::collections::{BTreeMap, BTreeSet};

use heck::{ToSnakeCase, ToUpperCamelCase};

use super::schema::{ENTITY, NAMESPACE, Property, Schema, Type};

const HEAD: &str = "#![allow(warnings)]\nuse serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};\nuse serde_json::Value;\n";

/// Whether properties hold enums over derived types.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hierarchies {
    /// An enum wherever a type has derived types.
    Enums,
    /// None: every property holds the very type that it names.
    Ignored,
}

/// A crate with all types of `schema`.
pub(crate) fn emit(schema: &Schema, hierarchies: Hierarchies) -> String {
    let anchor = Anchor { schema, hierarchies, idents: idents(schema) };
    let mut text = HEAD.to_owned();
    for (name, ty) in &schema.types {
        match &ty.members {
            Some(members) => text += &anchor.open_enum(name, members),
            None => {
                text += &anchor.structure(name);
                if anchor.is_union(name) {
                    text += &anchor.union(name, ty);
                }
            }
        }
    }
    text
}

/// Names in one namespace; what stands in another one has its name in front.
fn idents(schema: &Schema) -> BTreeMap<&str, String> {
    let mut taken =
        BTreeSet::from(["Value", "String", "Option", "Vec", "Box", "Result", "Ok", "Err"].map(str::to_owned));
    let mut unique = |mut ident: String| {
        while !taken.insert(ident.clone()) {
            ident.push('_');
        }
        ident
    };
    schema
        .types
        .keys()
        .map(|name| (name.as_str(), unique(name.trim_start_matches(NAMESPACE).to_upper_camel_case())))
        .collect()
}

struct Anchor<'s> {
    schema: &'s Schema,
    hierarchies: Hierarchies,
    idents: BTreeMap<&'s str, String>,
}

impl Anchor<'_> {
    fn ident(&self, name: &str) -> &str {
        self.idents.get(name).map_or("Value", String::as_str)
    }

    fn is_union(&self, name: &str) -> bool {
        let has_derived = self.schema.types.get(name).is_some_and(|ty| !ty.derived.is_empty());
        self.hierarchies == Hierarchies::Enums && has_derived && name != ENTITY
    }

    fn structure(&self, name: &str) -> String {
        let mut text = "\n#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]\n".to_owned();
        text += &format!("pub struct {} {{\n", self.ident(name));
        let mut taken = BTreeSet::new();
        for property in self.schema.properties(name) {
            let mut field = field_ident(&property.name);
            while !taken.insert(field.clone()) {
                field.push('_');
            }
            let ty = self.field(name, property);
            text += &format!("    #[serde(rename = {:?}, skip_serializing_if = \"Option::is_none\")]\n", property.name);
            text += &format!("    pub {field}: Option<{ty}>,\n");
        }
        text + "}\n"
    }

    fn field(&self, owner: &str, property: &Property) -> String {
        let single = match property.ty.strip_prefix("Edm.") {
            Some(primitive) => scalar(primitive).to_owned(),
            None => match self.schema.types.get(&property.ty) {
                None => "Value".to_owned(),
                Some(_) if property.ty == ENTITY => "Value".to_owned(),
                Some(ty) if ty.is_flags => "String".to_owned(),
                Some(_) if self.is_union(&property.ty) => format!("Any{}", self.ident(&property.ty)),
                Some(_) => self.ident(&property.ty).to_owned(),
            },
        };
        if property.is_collection {
            format!("Vec<{single}>")
        } else if self.holds_inline(&property.ty) && self.reaches(&property.ty, owner) {
            format!("Box<{single}>")
        } else {
            single
        }
    }

    fn holds_inline(&self, name: &str) -> bool {
        let is_struct = self.schema.types.get(name).is_some_and(|ty| ty.members.is_none());
        is_struct && !self.is_union(name) && name != ENTITY
    }

    /// Whether a value of type `from` holds one of type `to` without a pointer between.
    fn reaches(&self, from: &str, to: &str) -> bool {
        let (mut open, mut seen) = (vec![from.to_owned()], BTreeSet::new());
        while let Some(name) = open.pop() {
            if name == to {
                return true;
            }
            if seen.insert(name.clone()) {
                let inline = |property: &&Property| !property.is_collection && self.holds_inline(&property.ty);
                let properties = self.schema.properties(&name).into_iter().filter(inline);
                open.extend(properties.map(|property| property.ty.clone()));
            }
        }
        false
    }

    fn union(&self, name: &str, ty: &Type) -> String {
        let ident = format!("Any{}", self.ident(name));
        let all: Vec<(&str, &str)> = [name]
            .into_iter()
            .chain(ty.derived.iter().map(String::as_str))
            .map(|name| (name, self.ident(name)))
            .collect();
        let lines =
            |line: &dyn Fn(&str, &str) -> String| all.iter().map(|(name, item)| line(name, item)).collect::<String>();
        let variants = lines(&|_, item| format!("    {item}(Box<{item}>),\n"));
        let read = lines(&|name, item| {
            format!("            Some(\"#{name}\") => serde_json::from_value(value).map({ident}::{item}),\n")
        });
        let write = lines(&|name, item| {
            format!("            {ident}::{item}(value) => (\"#{name}\", serde_json::to_value(value)),\n")
        });
        format!(
            "
#[derive(Clone, Debug, PartialEq)]
pub enum {ident} {{
{variants}    Unknown(Value),
}}
impl<'de> Deserialize<'de> for {ident} {{
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {{
        let value = Value::deserialize(deserializer)?;
        match value.get(\"@odata.type\").and_then(Value::as_str) {{
            None => serde_json::from_value(value).map({ident}::{base}),
{read}            Some(_) => Ok({ident}::Unknown(value)),
        }}
        .map_err(de::Error::custom)
    }}
}}
impl Serialize for {ident} {{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {{
        let (tag, value) = match self {{
{write}            {ident}::Unknown(value) => return value.serialize(serializer),
        }};
        let mut value = value.map_err(ser::Error::custom)?;
        value[\"@odata.type\"] = tag.into();
        value.serialize(serializer)
    }}
}}
",
            base = self.ident(name),
        )
    }

    fn open_enum(&self, name: &str, members: &[String]) -> String {
        let ident = self.ident(name);
        let mut taken = BTreeSet::from(["Unknown".to_owned(), "Self".to_owned()]);
        let named: Vec<(&String, String)> = members
            .iter()
            .map(|member| {
                let mut variant = upper(member);
                while !taken.insert(variant.clone()) {
                    variant.push('_');
                }
                (member, variant)
            })
            .collect();
        let lines =
            |line: &dyn Fn(&str, &str) -> String| named.iter().map(|(name, item)| line(name, item)).collect::<String>();
        let variants = lines(&|_, item| format!("    {item},\n"));
        let read = lines(&|name, item| format!("            {name:?} => {ident}::{item},\n"));
        let write = lines(&|name, item| format!("            {ident}::{item} => {name:?}.to_owned(),\n"));
        format!(
            "
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(from = \"String\", into = \"String\")]
pub enum {ident} {{
{variants}    Unknown(String),
}}
impl From<String> for {ident} {{
    fn from(name: String) -> Self {{
        match name.as_str() {{
{read}            _ => {ident}::Unknown(name),
        }}
    }}
}}
impl From<{ident}> for String {{
    fn from(value: {ident}) -> Self {{
        match value {{
{write}            {ident}::Unknown(name) => name,
        }}
    }}
}}
"
        )
    }
}

fn scalar(primitive: &str) -> &'static str {
    match primitive {
        "Boolean" => "bool",
        "Byte" => "u8",
        "SByte" => "i8",
        "Int16" => "i16",
        "Int32" => "i32",
        "Int64" => "i64",
        "Single" => "f32",
        "Double" | "Decimal" => "f64",
        "Stream" | "Untyped" => "Value",
        _ => "String",
    }
}

/// An identifier; names of members may begin with a digit, or be made of signs.
fn upper(name: &str) -> String {
    let ident = name.to_upper_camel_case();
    if ident.starts_with(|c: char| c.is_alphabetic()) { ident } else { format!("N{ident}") }
}

fn field_ident(name: &str) -> String {
    let ident = name.to_snake_case();
    if ident.starts_with(|c: char| c.is_alphabetic()) {
        format!("{ident}_").replace("__", "_")
    } else {
        format!("n{ident}_")
    }
}
