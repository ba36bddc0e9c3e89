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
            fn open(like: support::Like<'_>) -> Self {
                match like.choose(Self::variants()) {
                    $(($number, like) => Self::$variant(support::Record::open(like)),)*
                    $(($nested_number, like) => Self::$nested_variant(support::Record::open(like)),)*
                    (_, like) => Self::$other(support::Record::open(like)),
                }
            }
            fn about(&self) -> (&'static support::Table, &support::AdditionalProperties) {
                support::object(self).about()
            }
            fn visit<'a>(&'a self, visit: &mut dyn FnMut(usize, support::Ref<'a>)) {
                support::object(self).visit(visit);
            }
            fn set(&mut self, slot: usize) -> support::Mut<'_> {
                support::Record::object_mut(self).set(slot)
            }
            fn object_mut(&mut self) -> &mut dyn support::Record {
                match self {
                    $(Self::$variant(value) => support::Record::object_mut(value),)*
                    $(Self::$nested_variant(value) => support::Record::object_mut(value),)*
                    Self::$other(value) => support::Record::object_mut(value),
                }
            }
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
                support::Record::about(self).1
            }
            /// The members that the value's type doesn't know, to be changed.
            pub fn additional_properties_mut(&mut self) -> &mut support::AdditionalProperties {
                match self {
                    $(Self::$variant(value) => &mut value.additional_properties,)*
                    $(Self::$nested_variant(value) => value.additional_properties_mut(),)*
                    Self::$other(value) => &mut value.additional_properties,
                }
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
                        value => Err(support::WrongType::new::<$inner>(value)),
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
