//! The primitive types that Graph's pages use.

use std::str::FromStr;

/// A primitive type of OData (CSDL 4.01, section 3.3), without the geometric ones, which Graph doesn't have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Primitive {
    /// Bytes, in JSON base64.
    Binary,
    /// True or false.
    Boolean,
    /// An unsigned 8-bit number.
    Byte,
    /// A date without time.
    Date,
    /// A date and time with its offset from UTC.
    DateTimeOffset,
    /// A decimal number.
    Decimal,
    /// A 64-bit floating-point number.
    Double,
    /// A span of time, ISO 8601.
    Duration,
    /// A 128-bit identifier.
    Guid,
    /// A signed 16-bit number.
    Int16,
    /// A signed 32-bit number.
    Int32,
    /// A signed 64-bit number.
    Int64,
    /// A signed 8-bit number.
    SByte,
    /// A 32-bit floating-point number.
    Single,
    /// Media, fetched by a request of its own.
    Stream,
    /// Text.
    String,
    /// A time without date.
    TimeOfDay,
    /// Any JSON value.
    Untyped,
}

/// What JSON shows of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonForm {
    /// `true` or `false`.
    Truth,
    /// A number.
    Number,
    /// Text.
    Text,
    /// Anything.
    Any,
}

impl Primitive {
    /// Every one, by name.
    pub const ALL: [Self; 18] = [
        Self::Binary,
        Self::Boolean,
        Self::Byte,
        Self::Date,
        Self::DateTimeOffset,
        Self::Decimal,
        Self::Double,
        Self::Duration,
        Self::Guid,
        Self::Int16,
        Self::Int32,
        Self::Int64,
        Self::SByte,
        Self::Single,
        Self::Stream,
        Self::String,
        Self::TimeOfDay,
        Self::Untyped,
    ];

    /// What JSON shows of its values.
    #[must_use]
    pub(crate) fn json_form(self) -> JsonForm {
        use Primitive as P;
        match self {
            P::Boolean => JsonForm::Truth,
            P::Byte | P::Decimal | P::Double | P::Int16 | P::Int32 | P::Int64 | P::SByte | P::Single => {
                JsonForm::Number
            }
            P::Untyped | P::Stream => JsonForm::Any,
            P::Binary | P::Date | P::DateTimeOffset | P::Duration | P::Guid | P::String | P::TimeOfDay => {
                JsonForm::Text
            }
        }
    }

    /// The name as pages write it, `String`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.edm_name().trim_start_matches("Edm.")
    }

    /// The name in CSDL, `Edm.String`.
    #[must_use]
    pub fn edm_name(self) -> &'static str {
        match self {
            Self::Binary => "Edm.Binary",
            Self::Boolean => "Edm.Boolean",
            Self::Byte => "Edm.Byte",
            Self::Date => "Edm.Date",
            Self::DateTimeOffset => "Edm.DateTimeOffset",
            Self::Decimal => "Edm.Decimal",
            Self::Double => "Edm.Double",
            Self::Duration => "Edm.Duration",
            Self::Guid => "Edm.Guid",
            Self::Int16 => "Edm.Int16",
            Self::Int32 => "Edm.Int32",
            Self::Int64 => "Edm.Int64",
            Self::SByte => "Edm.SByte",
            Self::Single => "Edm.Single",
            Self::Stream => "Edm.Stream",
            Self::String => "Edm.String",
            Self::TimeOfDay => "Edm.TimeOfDay",
            Self::Untyped => "Edm.Untyped",
        }
    }
}

impl FromStr for Primitive {
    type Err = String;

    /// By the name that pages use, or that of CSDL.
    fn from_str(name: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|primitive| [primitive.name(), primitive.edm_name()].contains(&name));
        found.ok_or_else(|| {
            let names = Self::ALL.map(|primitive| format!("`{}`", primitive.name())).join(", ");
            format!("there is no scalar `{name}`, but for {names}")
        })
    }
}
