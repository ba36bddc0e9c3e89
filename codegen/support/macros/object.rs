//! Structs, and what enums over derived types share with them.

/// Describes a struct: its path and name, its tag, whether the tag is always
/// written; the tags of what it derives from; the index of the properties (see
/// `support::fill_index`); how many of the properties are structural; then the
/// properties, these first.
#[allow(unused_macros)]
macro_rules! object {
    (
        $type:ty => $name:literal, $odata_type:literal, tagged $tagged:literal;
        bases $bases:expr_2021;
        index $index:expr_2021;
        structural $structural:literal;
        $($slot:literal $field:ident $key:literal $kind:ident;)*
    ) => {
        impl support::StructuredType for $type {
            const TABLE: &'static support::Table = &support::Table {
                name: $name,
                odata_type: $odata_type,
                tagged: $tagged,
                bases: $bases,
                keys: &[$($key),*],
                structural: $structural,
                index: $index,
            };
        }
        impl support::Record for $type {
            #[cfg_attr(debug_assertions, inline)]
            fn show<'a>(&'a self, to: &mut dyn support::Look<'a>) {
                to.look(<Self as support::StructuredType>::TABLE, &self.additional_properties);
                $(support::see::$kind(&self.$field, $slot, to);)*
            }
            #[cfg_attr(debug_assertions, inline)]
            fn set(&mut self, slot: usize) -> support::Mut<'_> {
                match slot {
                    $($slot => support::Mut::$kind(&mut self.$field),)*
                    _ => support::Mut::Others(<Self as support::StructuredType>::TABLE, &mut self.additional_properties),
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
        record! { $type: read_struct clone equal }
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
