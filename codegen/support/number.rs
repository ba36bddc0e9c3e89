//! Numbers as OData writes them: also as strings, also infinite.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::ser::{Serialize, Serializer};
use serde_json::Value;

/// The only member of what serde_json, if some crate turns its feature
/// `arbitrary_precision` on, gives to visitors instead of a number.
pub(super) const NUMBER: &str = "$serde_json::private::Number";

/// A number on its way between JSON and a field.
#[derive(Clone, Copy)]
pub enum Number<'a> {
    /// Without a sign.
    Unsigned(u64),
    /// With a sign.
    Signed(i64),
    /// With a fraction or an exponent, or not finite.
    Double(f64),
    /// Digit by digit.
    Digits(&'a str),
    /// In quotes.
    Text(&'a str),
}

impl Number<'_> {
    /// The number that digits make.
    fn parse(digits: &str) -> Option<Number<'static>> {
        let unsigned = digits.parse().map(Number::Unsigned).ok();
        let signed = || digits.parse().map(Number::Signed).ok();
        let double = || digits.parse().map(Number::Double).ok();
        unsigned.or_else(signed).or_else(double)
    }
}

/// As values: whether a number stands in quotes doesn't matter.
impl PartialEq for Number<'_> {
    fn eq(&self, other: &Self) -> bool {
        use Number::{Digits, Double, Signed, Text, Unsigned};
        match (*self, *other) {
            (Unsigned(a), Unsigned(b)) => a == b,
            (Signed(a), Signed(b)) => a == b,
            (Double(a), Double(b)) => a == b,
            (Digits(a) | Text(a), Digits(b) | Text(b)) => a == b,
            _ => false,
        }
    }
}

impl fmt::Display for Number<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Number::Unsigned(value) => value.fmt(f),
            Number::Signed(value) => value.fmt(f),
            Number::Double(value) => write!(f, "{value:?}"),
            Number::Digits(digits) => f.write_str(&beginning(digits)),
            Number::Text(text) => write!(f, "{:?}", beginning(text)),
        }
    }
}

impl From<Number<'_>> for Value {
    fn from(number: Number<'_>) -> Self {
        match number {
            Number::Unsigned(value) => value.into(),
            Number::Signed(value) => value.into(),
            Number::Double(value) => value.into(),
            Number::Digits(text) | Number::Text(text) => text.into(),
        }
    }
}

/// As much of a text as a message needs.
fn beginning(text: &str) -> Cow<'_, str> {
    const ENOUGH: usize = 40;
    match text.char_indices().nth(ENOUGH) {
        Some((end, _)) => Cow::Owned(format!("{}…", text.split_at(end).0)),
        None => Cow::Borrowed(text),
    }
}

/// A numeric type.
pub trait Numeric {
    /// What it takes, for error messages.
    fn expected() -> &'static str
    where
        Self: Sized;
    /// From a number, if it fits.
    fn from_number(number: Number<'_>) -> Option<Self>
    where
        Self: Sized;
    /// To a number.
    fn as_number(&self) -> Number<'_>;
}

impl Serialize for Number<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Number::Unsigned(value) => serializer.serialize_u64(value),
            Number::Signed(value) => serializer.serialize_i64(value),
            Number::Double(value) if !value.is_finite() => serializer.serialize_str(not_finite(value)),
            Number::Double(value) => serializer.serialize_f64(value),
            // The crate's own type knows best what it can hold.
            Number::Digits(digits) => match serde_json::Number::from_str(digits) {
                Ok(number) => number.serialize(serializer),
                Err(_) => serializer.serialize_str(digits),
            },
            Number::Text(text) => serializer.serialize_str(text),
        }
    }
}

fn not_finite(value: f64) -> &'static str {
    if value.is_nan() {
        "NaN"
    } else if value > 0.0 {
        "INF"
    } else {
        "-INF"
    }
}

/// A double that is a whole number in the range of `i64`.
fn whole(value: f64) -> Option<i64> {
    const LIMIT: f64 = 9_223_372_036_854_775_808.0;
    let fits = value.fract() == 0.0 && (-LIMIT..LIMIT).contains(&value);
    fits.then_some(value as i64)
}

macro_rules! integer {
    ($($type:ident $variant:ident $wide:ident $expected:literal quoted $quoted:literal)*) => {$(
        impl Numeric for $type {
            fn expected() -> &'static str {
                $expected
            }
            fn from_number(number: Number<'_>) -> Option<Self> {
                match number {
                    Number::Unsigned(value) => value.try_into().ok(),
                    Number::Signed(value) => value.try_into().ok(),
                    Number::Double(value) => whole(value)?.try_into().ok(),
                    Number::Digits(digits) => Self::from_number(Number::parse(digits)?),
                    Number::Text(text) if $quoted => text.parse().ok(),
                    Number::Text(_) => None,
                }
            }
            fn as_number(&self) -> Number<'_> {
                Number::$variant($wide::from(*self))
            }
        }
    )*};
}
// Quotes are for what a double can't hold: OData JSON Format 4.01, 3.2 and 7.1.
integer! {
    u8 Unsigned u64 "an integer of 8 bits without sign" quoted false
    i8 Signed i64 "an integer of 8 bits" quoted false
    i16 Signed i64 "an integer of 16 bits" quoted false
    i32 Signed i64 "an integer of 32 bits" quoted false
    i64 Signed i64 "an integer of 64 bits" quoted true
}

/// Also for `Edm.Single`: whatever digits came are kept.
impl Numeric for f64 {
    fn expected() -> &'static str {
        "a number"
    }
    fn from_number(number: Number<'_>) -> Option<Self> {
        let value = match number {
            // What is copied may be infinite; formats have words for it.
            Number::Double(value) => return Some(value),
            Number::Unsigned(value) => value as f64,
            Number::Signed(value) => value as f64,
            Number::Digits(digits) => digits.parse().ok()?,
            Number::Text("INF") => return Some(f64::INFINITY),
            Number::Text("-INF") => return Some(f64::NEG_INFINITY),
            Number::Text("NaN") => return Some(f64::NAN),
            Number::Text(_) => return None,
        };
        // A number that is too big for the type is not infinite.
        value.is_finite().then_some(value)
    }
    fn as_number(&self) -> Number<'_> {
        Number::Double(*self)
    }
}
