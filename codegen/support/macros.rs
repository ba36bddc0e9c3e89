//! What a generated type needs besides its declaration.
//!
//! Each expansion is as small as it can be, for there are thousands of them:
//! tables, access to fields by number, and one-line implementations that call
//! into the support module. Where one is expanded, `support` must name it.

/// Describes a struct: its path and name, its tag, whether the tag is always
/// written; the tags of what it derives from, and how many of the properties
/// are structural; the index of the properties (see `support::fill_index`),
/// which may be left to the compiler; then the properties.
#[allow(unused_macros)]
macro_rules! object {
    (
        $type:ty => $name:literal, $odata_type:literal, tagged $tagged:literal;
        bases $bases:expr, structural $structural:literal;
        $($slot:literal $field:ident $key:literal $kind:ident;)*
    ) => {
        object! {
            $type => $name, $odata_type, tagged $tagged;
            bases $bases, structural $structural;
            index &support::index::<{ support::index_len(<$type>::KEYS) }>(<$type>::KEYS);
            $($slot $field $key $kind;)*
        }
    };
    (
        $type:ty => $name:literal, $odata_type:literal, tagged $tagged:literal;
        bases $bases:expr, structural $structural:literal;
        index $index:expr;
        $($slot:literal $field:ident $key:literal $kind:ident;)*
    ) => {
        impl $type {
            const KEYS: &'static [&'static str] = &[$($key),*];
        }
        reflect! {
            $type => $odata_type, $bases,
            Self::KEYS.split_at($structural).0, Self::KEYS.split_at($structural).1
        }
        impl support::Object for $type {
            fn table(&self) -> &'static support::Table {
                static TABLE: support::Table = support::Table {
                    name: $name,
                    odata_type: $odata_type,
                    tagged: $tagged,
                    keys: <$type>::KEYS,
                    index: $index,
                };
                &TABLE
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
                    _ => support::Mut::None,
                }
            }
            fn additional_properties(&self) -> &support::AdditionalProperties {
                &self.additional_properties
            }
            fn additional_properties_mut(&mut self) -> &mut support::AdditionalProperties {
                &mut self.additional_properties
            }
        }
        impl support::Record for $type {
            fn name() -> &'static str {
                $name
            }
            fn open(_: support::Like<'_>) -> Self {
                Self::default()
            }
            fn object(&self) -> &dyn support::Object {
                self
            }
            fn object_mut(&mut self) -> &mut dyn support::Object {
                self
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
        record!($type, read_struct);
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

/// Describes an enum over derived types: first the variants with structs, then
/// those with enums, then the one for unknown types; numbered in this order.
#[allow(unused_macros)]
macro_rules! hierarchy {
    (
        $type:ty => $name:literal, empty $empty:literal;
        $(type $number:literal $variant:ident($inner:ty) $cast:ident $odata_type:literal;)*
        $(nested $nested_number:literal $nested_variant:ident($nested:ty) $nested_cast:ident $nested_odata_type:literal;)*
        other $other_number:literal $other:ident($base:ty) $other_odata_type:literal;
    ) => {
        impl support::Record for $type {
            fn name() -> &'static str {
                $name
            }
            fn variants() -> Option<&'static support::Variants> {
                static VARIANTS: support::Variants = support::Variants {
                    list: &[
                        $(support::Variant {
                            odata_type: $odata_type,
                            nested: <$inner as support::Record>::variants,
                        },)*
                        $(support::Variant {
                            odata_type: $nested_odata_type,
                            nested: <$nested as support::Record>::variants,
                        },)*
                        support::Variant {
                            odata_type: $other_odata_type,
                            nested: <$base as support::Record>::variants,
                        },
                    ],
                    empty: $empty,
                };
                Some(&VARIANTS)
            }
            fn open(like: support::Like<'_>) -> Self {
                match like.choose(Self::variants()) {
                    $(($number, like) => Self::$variant(support::Record::open(like)),)*
                    $(($nested_number, like) => Self::$nested_variant(support::Record::open(like)),)*
                    (_, like) => Self::$other(support::Record::open(like)),
                }
            }
            fn object(&self) -> &dyn support::Object {
                match self {
                    $(Self::$variant(value) => support::Record::object(value),)*
                    $(Self::$nested_variant(value) => support::Record::object(value),)*
                    Self::$other(value) => support::Record::object(value),
                }
            }
            fn object_mut(&mut self) -> &mut dyn support::Object {
                match self {
                    $(Self::$variant(value) => support::Record::object_mut(value),)*
                    $(Self::$nested_variant(value) => support::Record::object_mut(value),)*
                    Self::$other(value) => support::Record::object_mut(value),
                }
            }
            fn variant(&self) -> Option<(usize, &dyn support::Record)> {
                Some(match self {
                    $(Self::$variant(value) => ($number, &**value),)*
                    $(Self::$nested_variant(value) => ($nested_number, value),)*
                    Self::$other(value) => ($other_number, &**value),
                })
            }
        }
        reflect! {
            $type => <$base>::ODATA_TYPE, <$base>::BASE_TYPES,
            <$base>::PROPERTIES, <$base>::NAVIGATION_PROPERTIES
        }
        impl $type {
            /// The type that the value names, or will name when written.
            pub fn odata_type(&self) -> Option<&str> {
                support::odata_type(self)
            }
            /// The members that the value's type doesn't know.
            pub fn additional_properties(&self) -> &support::AdditionalProperties {
                support::Record::object(self).additional_properties()
            }
            /// The members that the value's type doesn't know, to be changed.
            pub fn additional_properties_mut(&mut self) -> &mut support::AdditionalProperties {
                support::Record::object_mut(self).additional_properties_mut()
            }
            $(
                /// The value, if it is of this type.
                pub fn $cast(&self) -> Option<&$inner> {
                    match self {
                        Self::$variant(value) => Some(value),
                        _ => None,
                    }
                }
            )*
            $(
                /// The value, if it is of this type or of one derived from it.
                pub fn $nested_cast(&self) -> Option<&$nested> {
                    match self {
                        Self::$nested_variant(value) => Some(value),
                        _ => None,
                    }
                }
            )*
        }
        record!($type, read_enum);
        $(
            impl From<$inner> for $type {
                fn from(value: $inner) -> Self {
                    Self::$variant(Box::new(value))
                }
            }
            impl TryFrom<$type> for $inner {
                type Error = support::WrongType<$type>;
                fn try_from(value: $type) -> Result<Self, Self::Error> {
                    type Source = $type;
                    match value {
                        Source::$variant(value) => Ok(*value),
                        value => Err(support::WrongType::new(value, <$inner as support::Record>::name())),
                    }
                }
            }
        )*
        $(
            impl From<$nested> for $type {
                fn from(value: $nested) -> Self {
                    Self::$nested_variant(value)
                }
            }
            impl TryFrom<$type> for $nested {
                type Error = support::WrongType<$type>;
                fn try_from(value: $type) -> Result<Self, Self::Error> {
                    type Source = $type;
                    match value {
                        Source::$nested_variant(value) => Ok(value),
                        value => Err(support::WrongType::new(value, <$nested as support::Record>::name())),
                    }
                }
            }
        )*
    };
}

/// Gives a struct a method per property that sets it and gives the struct back:
/// its attributes, the method, the field, how its value is made and of what.
#[allow(unused_macros)]
macro_rules! setters {
    ($type:ty; $($(#[$attribute:meta])* $name:ident $field:ident $how:ident($value:ty);)*) => {
        impl $type {
            $(setter! { $(#[$attribute])* $name $field $how($value) })*
        }
    };
}

/// A method of [`setters`].
#[allow(unused_macros)]
macro_rules! setter {
    ($(#[$attribute:meta])* $name:ident $field:ident one($value:ty)) => {
        #[doc = concat!("Sets `", stringify!($field), "`.")]
        $(#[$attribute])*
        #[must_use]
        pub fn $name(mut self, value: impl Into<$value>) -> Self {
            self.$field = Some(value.into());
            self
        }
    };
    ($(#[$attribute:meta])* $name:ident $field:ident exactly($value:ty)) => {
        #[doc = concat!("Sets `", stringify!($field), "`.")]
        $(#[$attribute])*
        #[must_use]
        pub fn $name(mut self, value: $value) -> Self {
            self.$field = Some(value);
            self
        }
    };
    ($(#[$attribute:meta])* $name:ident $field:ident all($value:ty)) => {
        #[doc = concat!("Sets `", stringify!($field), "`.")]
        $(#[$attribute])*
        #[must_use]
        pub fn $name(mut self, values: impl IntoIterator<Item = $value>) -> Self {
            self.$field = Some(values.into_iter().collect());
            self
        }
    };
    ($(#[$attribute:meta])* $name:ident $field:ident boxed($value:ty)) => {
        #[doc = concat!("Sets `", stringify!($field), "`.")]
        $(#[$attribute])*
        #[must_use]
        pub fn $name(mut self, value: impl Into<$value>) -> Self {
            self.$field = Some(Box::new(value.into()));
            self
        }
    };
    ($(#[$attribute:meta])* $name:ident $field:ident many($value:ty)) => {
        #[doc = concat!("Sets `", stringify!($field), "`.")]
        $(#[$attribute])*
        #[must_use]
        pub fn $name(mut self, values: impl IntoIterator<Item = impl Into<$value>>) -> Self {
            self.$field = Some(values.into_iter().map(Into::into).collect());
            self
        }
    };
}

/// Relates a type with an enum that holds it in an enum within.
#[allow(unused_macros)]
macro_rules! ancestor {
    ($($ancestor:ty, $variant:ident($nested:ty), $type:ty;)*) => {$(
        impl From<$type> for $ancestor {
            fn from(value: $type) -> Self {
                Self::$variant(value.into())
            }
        }
        impl TryFrom<$ancestor> for $type {
            type Error = support::WrongType<$ancestor>;
            fn try_from(value: $ancestor) -> Result<Self, Self::Error> {
                support::narrow::<_, $nested, _>(value)
            }
        }
    )*};
}

/// Describes an enum of strings, which may grow.
#[allow(unused_macros)]
macro_rules! open_enum {
    ($type:ty; $($variant:ident $name:literal;)*) => {
        impl $type {
            /// The names of the members.
            pub const MEMBERS: &'static [&'static str] = &[$($name),*];

            /// The member's name.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $name,)*
                    Self::Other(name) => name,
                }
            }
        }
        impl support::Text for $type {
            fn from_text(text: &str) -> Self {
                match text {
                    $($name => Self::$variant,)*
                    _ => Self::Other(text.into()),
                }
            }
            fn as_text(&self) -> &str {
                self.as_str()
            }
        }
        impl From<&str> for $type {
            fn from(name: &str) -> Self {
                support::Text::from_text(name)
            }
        }
        impl From<String> for $type {
            fn from(name: String) -> Self {
                support::Text::from_text(&name)
            }
        }
        impl ::core::str::FromStr for $type {
            type Err = ::core::convert::Infallible;
            fn from_str(name: &str) -> Result<Self, Self::Err> {
                Ok(support::Text::from_text(name))
            }
        }
        impl ::core::fmt::Display for $type {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }
        impl AsRef<str> for $type {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }
        impl ::serde::Serialize for $type {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
        impl<'de> ::serde::Deserialize<'de> for $type {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                support::read_text(deserializer)
            }
        }
    };
}

/// Describes types about which nothing is known.
#[allow(unused_macros)]
macro_rules! opaque {
    ($($type:ty;)*) => {$(
        impl support::Opaque for $type {
            fn from_value(value: ::serde_json::Value) -> Self {
                Self(value)
            }
            fn as_value(&self) -> &::serde_json::Value {
                &self.0
            }
        }
        impl Clone for $type {
            fn clone(&self) -> Self {
                Self(self.0.clone())
            }
        }
        impl PartialEq for $type {
            fn eq(&self, other: &Self) -> bool {
                self.0 == other.0
            }
        }
        impl ::core::fmt::Debug for $type {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                self.0.fmt(f)
            }
        }
        impl Default for $type {
            fn default() -> Self {
                Self(::serde_json::Value::Null)
            }
        }
        impl From<::serde_json::Value> for $type {
            fn from(value: ::serde_json::Value) -> Self {
                Self(value)
            }
        }
        impl ::serde::Serialize for $type {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.0.serialize(serializer)
            }
        }
        impl<'de> ::serde::Deserialize<'de> for $type {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                support::read_opaque(deserializer)
            }
        }
    )*};
}
