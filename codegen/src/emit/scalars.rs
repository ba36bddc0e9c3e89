//! Which types fields have in place of our own scalars.

use std::collections::BTreeMap;

use syn::TypePath;

use crate::model::Primitive;

use super::format;

/// The Rust types that fields have in place of those of the support module, by the primitive type of the property.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scalars(BTreeMap<Primitive, String>);

impl Scalars {
    /// Has properties of a primitive type hold a Rust type, by its path from anywhere in the crate.
    ///
    /// # Errors
    ///
    /// If `path` can't be the path of a type, or would lead elsewhere from each module.
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
        let first = parsed.path.segments.first().map(|segment| segment.ident.to_string()).unwrap_or_default();
        if ["self", "super", "Self"].contains(&first.as_str()) {
            return Err(format!("`{path}` leads elsewhere from each module; a path from `crate` does not"));
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_written_as_people_write_them() {
        let mut scalars = Scalars::default();
        for path in ["::chrono :: DateTime< chrono::Utc >", "u64", "crate::Bytes<[u8;16]>"] {
            assert_eq!(scalars.put(Primitive::Int64, path), Ok(()), "{path}");
        }
        assert_eq!(scalars.get(Primitive::Int64), Some("crate::Bytes<[u8; 16]>"));
        for path in ["", "a b", "&str", "[u8; 16]", "fn()", "Uuid,", "self::Day"] {
            assert!(scalars.put(Primitive::Int64, path).is_err(), "{path}");
        }
    }
}
