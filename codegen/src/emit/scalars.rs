//! Which types fields have in place of our own scalars.

use std::collections::BTreeMap;

use syn::{GenericArgument, Path, PathArguments, Type, TypePath};

use crate::model::Primitive;

use super::format;

/// What needs no path, for it is in scope everywhere.
const EVERYWHERE: [&str; 20] = [
    "Box", "Option", "String", "Vec", "bool", "char", "f32", "f64", "i8", "i16", "i32", "i64", "i128", "isize", "u8",
    "u16", "u32", "u64", "u128", "usize",
];

/// The Rust types that fields have in place of those of the support module, by the primitive type of the property.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scalars(BTreeMap<Primitive, String>);

impl Scalars {
    /// Has properties of a primitive type hold a Rust type, by its path from anywhere in the crate.
    ///
    /// # Errors
    ///
    /// If `path` can't be the path of a type, or would lead elsewhere from each module, or nowhere.
    ///
    /// ```
    /// use msgraph_bindgen::pipeline::{Primitive, Scalars};
    ///
    /// let mut scalars = Scalars::default();
    /// assert!(scalars.put(Primitive::Guid, "uuid::Uuid").is_ok());
    /// assert!(scalars.put(Primitive::Date, "super::Day").is_err());
    /// ```
    pub fn put(&mut self, primitive: Primitive, path: &str) -> Result<(), String> {
        let not_a_path = || format!("`{path}` is not the path of a type");
        let parsed: TypePath = syn::parse_str(path).map_err(|_| not_a_path())?;
        leads_to_one(&parsed.path, path)?;
        self.0.insert(primitive, format::laid_out_type(path).ok_or_else(not_a_path)?);
        Ok(())
    }

    /// The Rust type of such properties, if it is not our own.
    pub(super) fn get(&self, primitive: Primitive) -> Option<&str> {
        self.0.get(&primitive).map(String::as_str)
    }

    /// All there are, by the name of the primitive type.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (Primitive, &str)> {
        self.0.iter().map(|(primitive, path)| (*primitive, path.as_str()))
    }
}

/// Refuses what leads elsewhere from each module, in the brackets of `path`, too; `whole` is what was asked for.
fn leads_to_one(path: &Path, whole: &str) -> Result<(), String> {
    let first = path.segments.first().map(|segment| segment.ident.to_string()).unwrap_or_default();
    let is_alone = path.segments.len() == 1 && path.leading_colon.is_none();
    match first.as_str() {
        "self" | "super" | "Self" => {
            return Err(format!("`{whole}` leads elsewhere from each module; a path from `crate` does not"));
        }
        alone if is_alone && !EVERYWHERE.contains(&alone) => {
            return Err(format!(
                "`{alone}` is not in scope in the bindings; a path begins with a crate, as `uuid::Uuid`"
            ));
        }
        _ => {}
    }
    for segment in &path.segments {
        let PathArguments::AngleBracketed(brackets) = &segment.arguments else { continue };
        for argument in &brackets.args {
            match argument {
                GenericArgument::Type(Type::Path(inner)) => leads_to_one(&inner.path, whole)?,
                // Fields have no lifetime to lend, and nothing to tell the type from.
                GenericArgument::Lifetime(lifetime) if lifetime.ident != "static" => {
                    return Err(format!("`{whole}` borrows, and fields can't"));
                }
                GenericArgument::Type(Type::Infer(_)) => return Err(format!("`{whole}` leaves out what is in it")),
                _ => {}
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_written_as_people_write_them() {
        let mut scalars = Scalars::default();
        for path in ["::chrono :: DateTime< chrono::Utc >", "u64", "Vec<u8>", "a::B<'static>", "crate::Bytes<[u8;16]>"]
        {
            assert_eq!(scalars.put(Primitive::Int64, path), Ok(()), "{path}");
        }
        assert_eq!(scalars.get(Primitive::Int64), Some("crate::Bytes<[u8; 16]>"));
        for path in ["", "a b", "&str", "[u8; 16]", "fn()", "uuid::Uuid,"] {
            let refusal = format!("`{path}` is not the path of a type");
            assert_eq!(scalars.put(Primitive::Int64, path), Err(refusal));
        }
        for path in ["self::Day", "Vec<super::Day>", "Uuid", "crate", "Vec<Uuid>", "a::B<'a>", "a::B<_>"] {
            assert!(scalars.put(Primitive::Int64, path).is_err(), "{path}");
        }
    }
}
