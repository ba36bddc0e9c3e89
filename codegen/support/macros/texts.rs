//! Types that are a string in JSON, or anything.

/// Describes an enum of strings, which may grow.
#[allow(unused_macros)]
macro_rules! open_enum {
    ($type:ty; $($variant:ident $name:literal;)*) => {
        impl $type {
            /// The names of the members.
            pub const MEMBERS: &'static [&'static str] = &[$($name),*];

            /// The member's name.
            #[cfg_attr(debug_assertions, inline)]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $name,)*
                    Self::Other(name) => name,
                }
            }
        }
        impl support::Text for $type {
            #[cfg_attr(debug_assertions, inline)]
            fn from_text(text: &str) -> Self {
                match text {
                    $($name => Self::$variant,)*
                    _ => Self::Other(support::unknown(text)),
                }
            }
        }
        // Deriving these would cost the compiler more, and tell a member from
        // `Other` with its name, though both are written alike.
        impl PartialEq for $type {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                self.as_str() == other.as_str()
            }
        }
        impl Eq for $type {}
        impl ::core::hash::Hash for $type {
            #[inline]
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                self.as_str().hash(state);
            }
        }
        impl ::core::fmt::Debug for $type {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                self.as_str().fmt(f)
            }
        }
        impl From<&str> for $type {
            #[inline]
            fn from(name: &str) -> Self {
                support::Text::from_text(name)
            }
        }
        impl From<String> for $type {
            #[inline]
            fn from(name: String) -> Self {
                support::Text::from_text(&name)
            }
        }
        impl ::core::str::FromStr for $type {
            type Err = ::core::convert::Infallible;
            #[inline]
            fn from_str(name: &str) -> Result<Self, Self::Err> {
                Ok(support::Text::from_text(name))
            }
        }
        impl ::core::fmt::Display for $type {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }
        impl AsRef<str> for $type {
            #[inline]
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }
        impl ::serde::Serialize for $type {
            #[inline]
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
        impl<'de> ::serde::Deserialize<'de> for $type {
            #[inline]
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
            #[cfg_attr(debug_assertions, inline)]
            fn from_value(value: ::serde_json::Value) -> Self {
                Self(value)
            }
            #[cfg_attr(debug_assertions, inline)]
            fn as_value(&self) -> &::serde_json::Value {
                &self.0
            }
        }
        impl Clone for $type {
            #[cfg_attr(debug_assertions, inline)]
            fn clone(&self) -> Self {
                Self(self.0.clone())
            }
        }
        impl PartialEq for $type {
            #[cfg_attr(debug_assertions, inline)]
            fn eq(&self, other: &Self) -> bool {
                self.0 == other.0
            }
        }
        impl ::core::fmt::Debug for $type {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                self.0.fmt(f)
            }
        }
        impl Default for $type {
            #[cfg_attr(debug_assertions, inline)]
            fn default() -> Self {
                Self(::serde_json::Value::Null)
            }
        }
        impl From<::serde_json::Value> for $type {
            #[inline]
            fn from(value: ::serde_json::Value) -> Self {
                Self(value)
            }
        }
        impl ::serde::Serialize for $type {
            #[inline]
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.0.serialize(serializer)
            }
        }
        impl<'de> ::serde::Deserialize<'de> for $type {
            #[inline]
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                support::read_opaque(deserializer)
            }
        }
    )*};
}
