//! Decimal numbers.

use std::fmt;
use std::str::FromStr;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use super::read::read_root;
use super::{Mut, Number, Numeric};

/// A decimal number of any precision (`Edm.Decimal`), kept digit by digit.
///
/// Graph sends decimals as JSON numbers or, if asked for `IEEE754Compatible`,
/// as strings; each is written back as it came.
#[derive(Clone, Debug, Default)]
pub struct Decimal {
    text: Box<str>,
    quoted: bool,
}

impl Decimal {
    /// A decimal with these digits. It will be a number in JSON, unless a JSON
    /// number may not hold all its digits: then a string.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        let quoted = !is_exact(&text);
        Decimal { text: text.into(), quoted }
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether it is a string in JSON.
    pub fn is_quoted(&self) -> bool {
        self.quoted
    }
}

/// Whether the text is a JSON number that survives the way through a double.
fn is_exact(text: &str) -> bool {
    let Ok(number) = serde_json::Number::from_str(text) else {
        return false;
    };
    let mantissa = text.split(['e', 'E']).next().unwrap_or_default();
    let digits = mantissa.bytes().filter(u8::is_ascii_digit).skip_while(|&digit| digit == b'0');
    digits.count() <= 15 || number.to_string() == text
}

impl Numeric for Decimal {
    fn expected() -> &'static str {
        "a decimal number"
    }
    fn from_number(number: Number<'_>) -> Option<Self> {
        let text = match number {
            Number::Unsigned(value) => value.to_string(),
            Number::Signed(value) => value.to_string(),
            Number::Double(value) => serde_json::Number::from_f64(value)?.to_string(),
            Number::Digits(digits) => digits.to_owned(),
            Number::Text(text) => {
                return Some(Decimal { text: text.into(), quoted: true });
            }
        };
        Some(Decimal { text: text.into(), quoted: false })
    }
    fn as_number(&self) -> Number<'_> {
        match self.quoted {
            true => Number::Text(&self.text),
            false => Number::Digits(&self.text),
        }
    }
}

/// By digits alone: `1.0` is not `1`, but `"1"` is.
impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Decimal {}

impl std::hash::Hash for Decimal {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl AsRef<str> for Decimal {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

impl From<&str> for Decimal {
    fn from(text: &str) -> Self {
        Decimal::new(text)
    }
}

impl From<String> for Decimal {
    fn from(text: String) -> Self {
        Decimal::new(text)
    }
}

impl FromStr for Decimal {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Decimal::new(text))
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.as_number().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut slot = None;
        read_root(Mut::Number(&mut slot), "Decimal", deserializer)?;
        Ok(slot.unwrap_or_default())
    }
}
