//! Enums whose members combine.

use std::convert::Infallible;
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use super::{Text, read_text};

/// A set of members of the enum `E`: `"read,write"` in JSON.
///
/// The text that came is kept until the set is changed.
pub struct Flags<E> {
    text: Box<str>,
    members: PhantomData<fn() -> E>,
}

fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(str::trim).filter(|name| !name.is_empty())
}

// No closure in the trait's constant, which would be another one for each enum.
fn same_names(a: &str, b: &str) -> bool {
    let within = |one, other| names(one).all(|a| names(other).any(|b| a == b));
    within(a, b) && within(b, a)
}

impl<E> Flags<E> {
    /// No members.
    pub fn new() -> Self {
        Flags { text: Box::default(), members: PhantomData }
    }

    /// The text: names between commas.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether there are no members.
    pub fn is_empty(&self) -> bool {
        names(&self.text).next().is_none()
    }
}

impl<E: Text> Flags<E> {
    /// Whether this is one of the members.
    pub fn contains(&self, member: &E) -> bool {
        names(&self.text).any(|name| name == member.as_ref())
    }

    /// The members, in the order of the text.
    pub fn iter(&self) -> impl Iterator<Item = E> + '_ {
        names(&self.text).map(E::from_text)
    }

    /// Adds a member; false if it was there already.
    pub fn insert(&mut self, member: E) -> bool {
        let new = !self.contains(&member);
        if new {
            self.extend([member]);
        }
        new
    }

    /// Removes a member; false if it was not there.
    pub fn remove(&mut self, member: &E) -> bool {
        let found = self.contains(member);
        if found {
            let left: Vec<_> = names(&self.text).filter(|name| *name != member.as_ref()).collect();
            self.text = left.join(",").into();
        }
        found
    }
}

impl<E: Text> Extend<E> for Flags<E> {
    fn extend<I: IntoIterator<Item = E>>(&mut self, members: I) {
        let mut text = String::from(&*self.text);
        for member in members {
            if names(&text).all(|name| name != member.as_ref()) {
                if !text.is_empty() {
                    text.push(',');
                }
                text.push_str(member.as_ref());
            }
        }
        self.text = text.into();
    }
}

impl<E: Text> FromIterator<E> for Flags<E> {
    fn from_iter<I: IntoIterator<Item = E>>(members: I) -> Self {
        let mut flags = Flags::new();
        flags.extend(members);
        flags
    }
}

impl<E: Text> IntoIterator for &Flags<E> {
    type Item = E;
    type IntoIter = std::vec::IntoIter<E>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter().collect::<Vec<_>>().into_iter()
    }
}

impl<E: Text> From<E> for Flags<E> {
    fn from(member: E) -> Self {
        Flags::from_text(member.as_ref())
    }
}

impl<E> Text for Flags<E> {
    const SAME: fn(&str, &str) -> bool = same_names;
    fn from_text(text: &str) -> Self {
        Flags { text: text.into(), members: PhantomData }
    }
}

impl<E> AsRef<str> for Flags<E> {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

impl<E> Clone for Flags<E> {
    fn clone(&self) -> Self {
        Flags::from_text(&self.text)
    }
}

impl<E> Default for Flags<E> {
    fn default() -> Self {
        Flags::new()
    }
}

/// As sets: order and repetition don't matter.
impl<E> PartialEq for Flags<E> {
    fn eq(&self, other: &Self) -> bool {
        (Self::SAME)(&self.text, &other.text)
    }
}

impl<E> Eq for Flags<E> {}

impl<E> fmt::Debug for Flags<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Flags").field(&self.text).finish()
    }
}

impl<E> fmt::Display for Flags<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl<E> FromStr for Flags<E> {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Flags::from_text(text))
    }
}

impl<E> Serialize for Flags<E> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de, E> Deserialize<'de> for Flags<E> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_text(deserializer)
    }
}
