//! Structs, and what enums over derived types share with them.

/// Describes a struct: its path and name, its tag, whether the tag is always
/// written; the tags of what it derives from; the index of the properties (see
/// `support::fill_index`); how many of the properties are structural; then the
/// properties, these first.
#[allow(unused_macros)]
macro_rules! object {
    (
        $type:ty => $name:literal, $odata_type:literal, tagged $tagged:literal;
        bases $bases:expr;
        index $index:expr;
        structural $structural:literal;
        $($slot:literal $field:ident $key:literal $kind:ident;)*
    ) => {
        reflect! {
            $type => $odata_type, &support::Table {
                name: $name,
                odata_type: $odata_type,
                tagged: $tagged,
                bases: $bases,
                keys: &[$($key),*],
                structural: $structural,
                index: $index,
            }
        }
        slots! { $type; $($slot $field $kind;)* }
        record! { $type: read_struct clone equal }
    };
}

/// Gives access to the fields of a struct by number.
#[allow(unused_macros)]
macro_rules! slots {
    ($type:ty; $($slot:literal $field:ident $kind:ident;)*) => {
        impl support::Record for $type {
            #[cfg_attr(debug_assertions, inline)]
            fn show(&self, to: &mut dyn support::Look) {
                to.look(
                    Self::TABLE,
                    &[$(support::see::$kind(&self.$field)),*],
                    &self.additional_properties,
                );
            }
            #[cfg_attr(debug_assertions, inline)]
            fn set(&mut self, slot: usize) -> support::Mut<'_> {
                match slot {
                    $($slot => support::Mut::$kind(&mut self.$field),)*
                    _ => support::Mut::Others(Self::TABLE, &mut self.additional_properties),
                }
            }
        }
        impl Default for $type {
            #[cfg_attr(debug_assertions, inline)]
            fn default() -> Self {
                Self {
                    $($field: None,)*
                    additional_properties: support::AdditionalProperties::new(),
                }
            }
        }
    };
}

/// What is known about a type without a value of it.
#[allow(unused_macros)]
macro_rules! reflect {
    ($type:ty => $odata_type:literal, $table:expr) => {
        impl $type {
            pub(crate) const TABLE: &'static support::Table = $table;
            /// The type's name in `@odata.type`.
            pub const ODATA_TYPE: &'static str = $odata_type;
            /// The names in `@odata.type` of what it derives from, nearest first.
            pub const BASE_TYPES: &'static [&'static str] = Self::TABLE.bases;
            /// The names of the structural properties in JSON, for `$select`.
            pub const PROPERTIES: &'static [&'static str] = Self::TABLE.properties();
            /// The names of the navigation properties in JSON, for `$expand`.
            pub const NAVIGATION_PROPERTIES: &'static [&'static str] = Self::TABLE.navigation_properties();
        }
    };
}

/// What structs and enums over derived types have in common.
#[allow(unused_macros)]
macro_rules! record {
    ($type:ty: $read:ident $clone:ident $equal:ident) => {
        impl Clone for $type {
            #[inline]
            fn clone(&self) -> Self {
                support::$clone(self)
            }
        }
        impl PartialEq for $type {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                support::$equal(self, other)
            }
        }
        impl ::core::fmt::Debug for $type {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                support::debug(self, f)
            }
        }
        impl ::serde::Serialize for $type {
            #[inline]
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                support::write(self, serializer)
            }
        }
        impl<'de> ::serde::Deserialize<'de> for $type {
            #[inline]
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                support::$read(deserializer)
            }
        }
    };
}
