//! Enums over derived types.

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
            #[cfg_attr(debug_assertions, inline)]
            fn show<'a>(&'a self, to: &mut dyn support::Look<'a>) {
                match self {
                    $(Self::$variant(value) => value.show(to),)*
                    $(Self::$nested_variant(value) => value.show(to),)*
                    Self::$other(value) => value.show(to),
                }
            }
            #[cfg_attr(debug_assertions, inline)]
            fn set(&mut self, slot: usize) -> support::Mut<'_> {
                support::Union::object_mut(self).set(slot)
            }
            #[cfg_attr(debug_assertions, inline)]
            fn list(list: &mut Option<Vec<Self>>) -> support::Mut<'_> {
                support::Mut::Unions(list)
            }
            #[cfg_attr(debug_assertions, inline)]
            fn element(&self) -> support::Ref<'_> {
                support::Ref::Union(self)
            }
            #[cfg_attr(debug_assertions, inline)]
            fn variants() -> Option<&'static support::Variants> {
                Some(&support::Variants {
                    name: $name,
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
                })
            }
        }
        impl support::Union for $type {
            #[cfg_attr(debug_assertions, inline)]
            fn open(like: support::Like<'_>) -> Self {
                match like.choose(<Self as support::Record>::variants()) {
                    $(($number, _) => Self::$variant(Default::default()),)*
                    $(($nested_number, like) => Self::$nested_variant(support::Union::open(like)),)*
                    _ => Self::$other(Default::default()),
                }
            }
            #[cfg_attr(debug_assertions, inline)]
            fn variant(&self) -> (usize, support::Ref<'_>) {
                match self {
                    $(Self::$variant(value) => ($number, support::Ref::Object(&**value)),)*
                    $(Self::$nested_variant(value) => ($nested_number, support::Ref::Union(value)),)*
                    Self::$other(value) => ($other_number, support::Ref::Object(&**value)),
                }
            }
            #[cfg_attr(debug_assertions, inline)]
            fn object_mut(&mut self) -> &mut dyn support::Record {
                match self {
                    $(Self::$variant(value) => &mut **value,)*
                    $(Self::$nested_variant(value) => support::Union::object_mut(value),)*
                    Self::$other(value) => &mut **value,
                }
            }
        }
        impl Default for $type {
            /// An object that names no type.
            #[cfg_attr(debug_assertions, inline)]
            fn default() -> Self {
                support::Union::open(support::Like::Empty)
            }
        }
        impl support::StructuredType for $type {
            const TABLE: &'static support::Table = <$base as support::StructuredType>::TABLE;
        }
        impl $type {
            /// The type that the value names, or will name when written.
            #[inline]
            pub fn odata_type(&self) -> Option<&str> {
                match self {
                    $(Self::$variant(value) => {
                        support::odata_type(<$inner as support::StructuredType>::TABLE, &value.additional_properties)
                    })*
                    $(Self::$nested_variant(value) => value.odata_type(),)*
                    Self::$other(value) => {
                        support::odata_type(<$base as support::StructuredType>::TABLE, &value.additional_properties)
                    }
                }
            }
            /// The members that the value's type doesn't know.
            #[inline]
            pub fn additional_properties(&self) -> &support::AdditionalProperties {
                match self {
                    $(Self::$variant(value) => &value.additional_properties,)*
                    $(Self::$nested_variant(value) => value.additional_properties(),)*
                    Self::$other(value) => &value.additional_properties,
                }
            }
            /// The members that the value's type doesn't know, to be changed.
            #[inline]
            pub fn additional_properties_mut(&mut self) -> &mut support::AdditionalProperties {
                match self {
                    $(Self::$variant(value) => &mut value.additional_properties,)*
                    $(Self::$nested_variant(value) => value.additional_properties_mut(),)*
                    Self::$other(value) => &mut value.additional_properties,
                }
            }
            $(
                /// The value, if it is of this type.
                #[inline]
                pub fn $cast(&self) -> Option<&$inner> {
                    match self {
                        Self::$variant(value) => Some(value),
                        _ => None,
                    }
                }
            )*
            $(
                /// The value, if it is of this type or of one derived from it.
                #[inline]
                pub fn $nested_cast(&self) -> Option<&$nested> {
                    match self {
                        Self::$nested_variant(value) => Some(value),
                        _ => None,
                    }
                }
            )*
        }
        record! { $type: read_union clone_union equal_unions }
        $(
            impl From<$inner> for $type {
                #[inline]
                fn from(value: $inner) -> Self {
                    Self::$variant(Box::new(value))
                }
            }
            impl TryFrom<$type> for $inner {
                type Error = support::WrongType<$type>;
                #[inline]
                fn try_from(value: $type) -> Result<Self, Self::Error> {
                    type Source = $type;
                    match value {
                        Source::$variant(value) => Ok(*value),
                        value => Err(support::WrongType::new::<$inner>(value)),
                    }
                }
            }
        )*
        $(
            impl From<$nested> for $type {
                #[inline]
                fn from(value: $nested) -> Self {
                    Self::$nested_variant(value)
                }
            }
            impl TryFrom<$type> for $nested {
                type Error = support::WrongType<$type>;
                #[inline]
                fn try_from(value: $type) -> Result<Self, Self::Error> {
                    type Source = $type;
                    match value {
                        Source::$nested_variant(value) => Ok(value),
                        value => Err(support::WrongType::new::<$nested>(value)),
                    }
                }
            }
        )*
    };
}

/// Relates a type with an enum that holds it in an enum within.
#[allow(unused_macros)]
macro_rules! ancestor {
    ($($ancestor:ty, $variant:ident($nested:ty), $type:ty;)*) => {$(
        impl From<$type> for $ancestor {
            #[inline]
            fn from(value: $type) -> Self {
                Self::$variant(value.into())
            }
        }
        impl TryFrom<$ancestor> for $type {
            type Error = support::WrongType<$ancestor>;
            #[inline]
            fn try_from(value: $ancestor) -> Result<Self, Self::Error> {
                support::narrow::<_, $nested, _>(value)
            }
        }
    )*};
}
