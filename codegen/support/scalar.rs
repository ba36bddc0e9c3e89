//! OData's scalar types that are strings in JSON.
//!
//! They keep the text that came, so that one odd date doesn't cost a whole
//! page of results, and so that it is written back as it was.

use std::cmp::Ordering;
use std::convert::Infallible;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use super::{InvalidBase64, Text, base64, read_text};

macro_rules! scalars {
    ($($(#[$attribute:meta])* $name:ident)*) => {$(
        $(#[$attribute])*
        #[derive(Clone, Default)]
        pub struct $name(Box<str>);

        impl $name {
            /// A value with this text, which is not checked.
            pub fn new(text: impl Into<String>) -> Self {
                $name(text.into().into())
            }

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_tuple(stringify!($name)).field(&self.0).finish()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                $name(text.into())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                $name(text.into())
            }
        }

        impl FromStr for $name {
            type Err = Infallible;

            fn from_str(text: &str) -> Result<Self, Infallible> {
                Ok($name(text.into()))
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                read_text(deserializer)
            }
        }
    )*};
}

macro_rules! plain_text {
    ($($name:ident)*) => {$(
        impl Text for $name {
            fn from_text(text: &str) -> Self {
                $name(text.into())
            }
        }
    )*};
}

scalars! {
    /// A point in time (`Edm.DateTimeOffset`): `2026-01-31T23:59:59.9999999Z`.
    ///
    /// `TryFrom` makes a [`SystemTime`](std::time::SystemTime) of a reference to
    /// it, and one of that. The bindings can be made with conversions to and from
    /// `chrono::DateTime`, `jiff::Timestamp` and `time::OffsetDateTime`, too.
    ///
    /// Equal and ordered as text: an instant has several.
    #[derive(PartialEq, Eq, PartialOrd, Ord, Hash)]
    DateTimeOffset

    /// A day (`Edm.Date`): `2026-01-31`.
    ///
    /// The bindings can be made with conversions to and from `chrono::NaiveDate`,
    /// `jiff::civil::Date` and `time::Date`.
    #[derive(PartialEq, Eq, PartialOrd, Ord, Hash)]
    Date

    /// A time of day (`Edm.TimeOfDay`): `23:59:59.9999999`.
    ///
    /// The bindings can be made with conversions to and from `chrono::NaiveTime`,
    /// `jiff::civil::Time` and `time::Time`.
    #[derive(PartialEq, Eq, PartialOrd, Ord, Hash)]
    TimeOfDay

    /// A length of time (`Edm.Duration`), as ISO 8601 writes it: `P1DT12H`.
    ///
    /// `TryFrom` makes a [`std::time::Duration`] of a reference to it, `From` one
    /// of that. The bindings can be made with conversions to and from
    /// `chrono::TimeDelta`, `jiff::SignedDuration` and `time::Duration`, too.
    ///
    /// Equal and ordered as text: `PT24H` is not `P1D`.
    #[derive(PartialEq, Eq, PartialOrd, Ord, Hash)]
    Duration

    /// Bytes (`Edm.Binary`), as base64.
    #[derive(PartialEq, Eq, PartialOrd, Ord, Hash)]
    Binary

    /// A unique identifier (`Edm.Guid`): `8f3c2d1e-0a4b-4c5d-9e6f-123456789abc`.
    ///
    /// Values that differ in case alone are equal. The bindings can be made with
    /// conversions to and from `uuid::Uuid`.
    Guid
}

plain_text! { DateTimeOffset Date TimeOfDay Duration Binary }

impl Text for Guid {
    const SAME: fn(&str, &str) -> bool = str::eq_ignore_ascii_case;
    fn from_text(text: &str) -> Self {
        Guid(text.into())
    }
}

impl Guid {
    fn bytes(&self) -> impl Iterator<Item = u8> + '_ {
        self.0.bytes().map(|byte| byte.to_ascii_lowercase())
    }
}

impl PartialEq for Guid {
    fn eq(&self, other: &Self) -> bool {
        (Self::SAME)(&self.0, &other.0)
    }
}

impl Eq for Guid {}

impl PartialOrd for Guid {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Guid {
    fn cmp(&self, other: &Self) -> Ordering {
        self.bytes().cmp(other.bytes())
    }
}

impl Hash for Guid {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.bytes().for_each(|byte| state.write_u8(byte));
        state.write_usize(self.0.len());
    }
}

impl Binary {
    /// The bytes, from base64 in either alphabet, padded or not.
    ///
    /// # Errors
    ///
    /// If the text is no base64.
    pub fn decode(&self) -> Result<Vec<u8>, InvalidBase64> {
        base64::decode(&self.0)
    }
}

impl From<Vec<u8>> for Binary {
    fn from(bytes: Vec<u8>) -> Self {
        Binary::from(bytes.as_slice())
    }
}

impl From<&[u8]> for Binary {
    fn from(bytes: &[u8]) -> Self {
        Binary(base64::encode(bytes).into())
    }
}
