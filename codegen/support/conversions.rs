//! From scalars to the types of other libraries and back.

// Crates that lack a feature lack the conversions.
#![allow(unexpected_cfgs)]

use std::fmt;

use super::forms::{Day, Form, Length, Moment, Time};
use super::{Date, DateTimeOffset, Duration, TimeOfDay};

mod clock;

#[cfg(feature = "chrono")]
mod chrono;

#[cfg(feature = "jiff")]
mod jiff;

#[cfg(feature = "time")]
mod time;

#[cfg(feature = "uuid")]
mod uuid;

/// Why a scalar could not be converted: its text is not of the form that OData
/// gives it, or the other type can't hold the value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidScalar {
    found: Box<str>,
    why: Why,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Why {
    /// This form was expected.
    Form(&'static str),
    /// This type can't hold the value.
    Range(&'static str),
}

impl InvalidScalar {
    pub(super) fn form(found: &str, expected: &'static str) -> Self {
        InvalidScalar { found: found.into(), why: Why::Form(expected) }
    }

    fn range(found: &str, target: &'static str) -> Self {
        InvalidScalar { found: found.into(), why: Why::Range(target) }
    }

    /// The text of the scalar.
    pub fn found(&self) -> &str {
        &self.found
    }
}

impl fmt::Display for InvalidScalar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.why {
            Why::Form(expected) => write!(f, "expected {expected}, found `{}`", self.found),
            Why::Range(target) => write!(f, "`{}` is out of the range of `{target}`", self.found),
        }
    }
}

impl std::error::Error for InvalidScalar {}

macro_rules! formed {
    ($($name:ident $form:ident $expected:literal)*) => {$(
        impl $name {
            /// What the text says, in numbers.
            fn parts(&self) -> Result<$form, InvalidScalar> {
                $form::parse(self.as_str()).ok_or_else(|| InvalidScalar::form(self.as_str(), $expected))
            }

            /// What the text says, if `target` can hold it.
            fn fit<T>(
                &self,
                target: &'static str,
                make: impl FnOnce($form) -> Option<T>,
            ) -> Result<T, InvalidScalar> {
                make(self.parts()?).ok_or_else(|| InvalidScalar::range(self.as_str(), target))
            }
        }

        impl From<$form> for $name {
            fn from(form: $form) -> Self {
                $name::new(form.to_string())
            }
        }
    )*};
}

formed! {
    Date Day "a day like `2026-01-31`"
    DateTimeOffset Moment "a point in time like `2026-01-31T23:59:59.5Z`"
    Duration Length "a length of time like `P1DT12H30M5.5S`"
    TimeOfDay Time "a time of day like `23:59:59.5`"
}
