//! Values that came before it was known what they are.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{DeserializeSeed, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess, Visitor};

use super::number::NUMBER;
use super::object::TAG;
use super::path::{MAX_DEPTH, too_deep};

/// A value as it came; borrows from the input where it can.
pub(super) enum Content<'de> {
    Null,
    Bool(bool),
    Unsigned(u64),
    Signed(i64),
    Double(f64),
    Text(Cow<'de, str>),
    List(Vec<Content<'de>>),
    Object(Members<'de>),
}

pub(super) type Members<'de> = Vec<(Cow<'de, str>, Content<'de>)>;

impl<'de> Content<'de> {
    /// A number that 64 bits can't hold, as `serde_json` gives it: rounded, unless
    /// it keeps all digits.
    fn wide(digits: String) -> Self {
        if let Ok(value) = digits.parse() {
            return Content::Unsigned(value);
        }
        if let Ok(value) = digits.parse() {
            return Content::Signed(value);
        }
        match digits.parse::<serde_json::Number>().ok().filter(serde_json::Number::is_f64) {
            Some(rounded) => Content::Double(rounded.as_f64().unwrap_or_default()),
            None => Content::Object(vec![(Cow::Borrowed(NUMBER), Content::Text(Cow::Owned(digits)))]),
        }
    }
    /// The value as something to deserialize from.
    pub(super) fn replay<E>(self) -> Replay<'de, E> {
        Replay { content: self, error: PhantomData }
    }
}

/// Members that came before their object's type was known.
#[derive(Default)]
pub(super) struct Aside<'de> {
    /// Mostly there is one, or none.
    pub(super) first: Option<(Cow<'de, str>, Content<'de>)>,
    pub(super) rest: Members<'de>,
}

impl<'de> Aside<'de> {
    /// Sets members aside until one names the object's type, which is returned.
    pub(super) fn read<A: MapAccess<'de>>(
        &mut self,
        map: &mut A,
        depth: usize,
    ) -> Result<Option<Cow<'de, str>>, A::Error> {
        while let Some(key) = map.next_key_seed(KeySeed)? {
            match map.next_value_seed(ContentSeed { depth })? {
                Content::Text(tag) if key == TAG => return Ok(Some(tag)),
                value if self.first.is_none() => self.first = Some((key, value)),
                value => self.rest.push((key, value)),
            }
        }
        Ok(None)
    }
}

/// Reads a name, borrowing it if it can.
pub(super) struct KeySeed;

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<'de> Visitor<'de> for KeySeed {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }
    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text.to_owned()))
    }
    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(text))
    }
    fn visit_string<E>(self, text: String) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text))
    }
}

/// Reads any value; `depth` is how many objects and lists it is in.
pub(super) struct ContentSeed {
    pub(super) depth: usize,
}

impl ContentSeed {
    fn deeper<E: Error>(self) -> Result<Self, E> {
        if self.depth < MAX_DEPTH { Ok(ContentSeed { depth: self.depth + 1 }) } else { Err(too_deep()) }
    }
}

impl<'de> DeserializeSeed<'de> for ContentSeed {
    type Value = Content<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ContentSeed {
    type Value = Content<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }
    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Content::Null)
    }
    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(Content::Null)
    }
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
    fn visit_bool<E>(self, value: bool) -> Result<Self::Value, E> {
        Ok(Content::Bool(value))
    }
    fn visit_u64<E>(self, value: u64) -> Result<Self::Value, E> {
        Ok(Content::Unsigned(value))
    }
    fn visit_i64<E>(self, value: i64) -> Result<Self::Value, E> {
        Ok(Content::Signed(value))
    }
    fn visit_f64<E>(self, value: f64) -> Result<Self::Value, E> {
        Ok(Content::Double(value))
    }
    fn visit_u128<E>(self, value: u128) -> Result<Self::Value, E> {
        Ok(Content::wide(value.to_string()))
    }
    fn visit_i128<E>(self, value: i128) -> Result<Self::Value, E> {
        Ok(Content::wide(value.to_string()))
    }
    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Content::Text(Cow::Owned(text.to_owned())))
    }
    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Content::Text(Cow::Borrowed(text)))
    }
    fn visit_string<E>(self, text: String) -> Result<Self::Value, E> {
        Ok(Content::Text(Cow::Owned(text)))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let ContentSeed { depth } = self.deeper()?;
        let mut list = Vec::new();
        while let Some(element) = seq.next_element_seed(ContentSeed { depth })? {
            list.push(element);
        }
        Ok(Content::List(list))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let ContentSeed { depth } = self.deeper()?;
        let mut members = Vec::new();
        while let Some(key) = map.next_key_seed(KeySeed)? {
            members.push((key, map.next_value_seed(ContentSeed { depth })?));
        }
        Ok(Content::Object(members))
    }
}

/// Gives a value that was set aside to the visitor that it was meant for.
pub(super) struct Replay<'de, E> {
    content: Content<'de>,
    error: PhantomData<E>,
}

impl<'de, E: Error> IntoDeserializer<'de, E> for Replay<'de, E> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de, E: Error> Deserializer<'de> for Replay<'de, E> {
    type Error = E;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.content {
            Content::Null => visitor.visit_unit(),
            Content::Bool(value) => visitor.visit_bool(value),
            Content::Unsigned(value) => visitor.visit_u64(value),
            Content::Signed(value) => visitor.visit_i64(value),
            Content::Double(value) => visitor.visit_f64(value),
            Content::Text(Cow::Borrowed(text)) => visitor.visit_borrowed_str(text),
            Content::Text(Cow::Owned(text)) => visitor.visit_string(text),
            Content::List(list) => visitor.visit_seq(SeqDeserializer::new(list.into_iter().map(Content::replay::<E>))),
            Content::Object(members) => {
                let members = members.into_iter();
                visitor.visit_map(MapDeserializer::new(
                    members.map(|(key, value)| (Content::Text(key).replay(), value.replay::<E>())),
                ))
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.content {
            Content::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string
        bytes byte_buf unit unit_struct newtype_struct seq tuple tuple_struct
        map struct enum identifier ignored_any
    }
}
