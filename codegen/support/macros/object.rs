//! Structs, and what enums over derived types share with them.

/// Describes a struct: its path and name, its tag, whether the tag is always
/// written; the tags of what it derives from; the index of the properties (see
/// `support::fill_index`), which may be left to the compiler; then the
/// properties, structural ones first.
#[allow(unused_macros)]
macro_rules! object {
    (
        $type:ty => $name:literal, $odata_type:literal, tagged $tagged:literal;
        bases $bases:expr;
        $($slot:literal $field:ident $key:literal $kind:ident;)*
        navigation;
        $($navigation_slot:literal $navigation_field:ident $navigation_key:literal $navigation_kind:ident;)*
    ) => {
        object! {
            $type => $name, $odata_type, tagged $tagged;
            bases $bases;
            index const {
                const KEYS: &[&str] = &[$($key,)* $($navigation_key,)*];
                &support::index::<{ support::index_len(KEYS) }>(KEYS)
            };
            $($slot $field $key $kind;)*
            navigation;
            $($navigation_slot $navigation_field $navigation_key $navigation_kind;)*
        }
    };
    (
        $type:ty => $name:literal, $odata_type:literal, tagged $tagged:literal;
        bases $bases:expr;
        index $index:expr;
        $($slot:literal $field:ident $key:literal $kind:ident;)*
        navigation;
        $($navigation_slot:literal $navigation_field:ident $navigation_key:literal $navigation_kind:ident;)*
    ) => {
        reflect! { $type => $odata_type, $bases, &[$($key),*], &[$($navigation_key),*] }
        slots! {
            $type => &support::Table {
                name: $name,
                odata_type: $odata_type,
                tagged: $tagged,
                keys: &[$($key,)* $($navigation_key,)*],
                index: $index,
            };
            $($slot $field $kind;)*
            $($navigation_slot $navigation_field $navigation_kind;)*
        }
        record!($type, read_struct);
    };
}

/// Gives access to the fields of a struct by number.
#[allow(unused_macros)]
macro_rules! slots {
    ($type:ty => $table:expr; $($slot:literal $field:ident $kind:ident;)*) => {
        impl support::Record for $type {
            fn open(_: support::Like<'_>) -> Self {
                Self::default()
            }
            fn about(&self) -> (&'static support::Table, &support::AdditionalProperties) {
                ($table, &self.additional_properties)
            }
            #[allow(unused_variables)]
            fn visit<'a>(&'a self, visit: &mut dyn FnMut(usize, support::Ref<'a>)) {
                $(if let Some(value) = &self.$field {
                    visit($slot, support::Ref::$kind(value));
                })*
            }
            fn set(&mut self, slot: usize) -> support::Mut<'_> {
                match slot {
                    $($slot => support::Mut::$kind(&mut self.$field),)*
                    _ => support::Mut::Others(&mut self.additional_properties),
                }
            }
        }
        impl Default for $type {
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
    ($type:ty => $odata_type:expr, $bases:expr, $properties:expr, $navigation:expr) => {
        impl $type {
            /// The type's name in `@odata.type`.
            pub const ODATA_TYPE: &'static str = $odata_type;
            /// The names in `@odata.type` of what it derives from, nearest first.
            pub const BASE_TYPES: &'static [&'static str] = $bases;
            /// The names of the structural properties in JSON, for `$select`.
            pub const PROPERTIES: &'static [&'static str] = $properties;
            /// The names of the navigation properties in JSON, for `$expand`.
            pub const NAVIGATION_PROPERTIES: &'static [&'static str] = $navigation;
        }
    };
}

/// What structs and enums over derived types have in common.
#[allow(unused_macros)]
macro_rules! record {
    ($type:ty, $read:ident) => {
        impl Clone for $type {
            fn clone(&self) -> Self {
                support::clone(self)
            }
        }
        impl PartialEq for $type {
            fn eq(&self, other: &Self) -> bool {
                support::equal(self, other)
            }
        }
        impl ::core::fmt::Debug for $type {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                support::debug(self, f)
            }
        }
        impl ::serde::Serialize for $type {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                support::write(self, serializer)
            }
        }
        impl<'de> ::serde::Deserialize<'de> for $type {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                support::$read(deserializer)
            }
        }
    };
}
