//! Values of any kind, as `serde_json` reads them, but no deeper than the rest.
//!
//! `serde_json` limits the depth of text alone; from other sources it reads its
//! `Value` by a recursion that input could drive beyond the stack.

use std::fmt;
use std::iter;

use serde::de::value::MapDeserializer;
use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::number::NUMBER;
use super::path::{MAX_DEPTH, too_deep};

/// Reads any value; `depth` is how many objects and lists it is in.
pub(super) struct ValueSeed {
    pub(super) depth: usize,
}

impl ValueSeed {
    fn deeper<E: Error>(self) -> Result<usize, E> {
        if self.depth < MAX_DEPTH { Ok(self.depth + 1) } else { Err(too_deep()) }
    }
}

impl<'de> DeserializeSeed<'de> for ValueSeed {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ValueSeed {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }
    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }
    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        self.deserialize(deserializer)
    }
    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }
    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::from(value))
    }
    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::from(value))
    }
    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Value::from(value))
    }
    // As if it came as text.
    fn visit_u128<E: Error>(self, value: u128) -> Result<Value, E> {
        value.to_string().parse().map_err(E::custom)
    }
    fn visit_i128<E: Error>(self, value: i128) -> Result<Value, E> {
        value.to_string().parse().map_err(E::custom)
    }
    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::from(text))
    }
    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(Value::String(text))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let depth = self.deeper()?;
        let mut list = Vec::new();
        while let Some(element) = seq.next_element_seed(ValueSeed { depth })? {
            list.push(element);
        }
        Ok(Value::Array(list))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut members = Map::new();
        let depth = self.deeper()?;
        while let Some(name) = map.next_key::<String>()? {
            let value = map.next_value_seed(ValueSeed { depth })?;
            if let (NUMBER, Value::String(digits)) = (name.as_str(), &value) {
                // Whether this is a number depends on the features of serde_json, so it shall say.
                let member = iter::once((NUMBER, digits.as_str()));
                if let number @ Value::Number(_) = Value::deserialize(MapDeserializer::<_, A::Error>::new(member))? {
                    return Ok(number);
                }
            }
            members.insert(name, value);
        }
        Ok(Value::Object(members))
    }
}
