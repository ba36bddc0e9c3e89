//! Where a value goes, and what becomes of one that the slot is not for.

use std::fmt;

use serde::de::{MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::number::NUMBER;
use super::path::Path;
use super::value::ValueSeed;
use super::{Mut, Number};

/// Where the next value goes. It is the [visitor](super::visit) for all kinds of
/// slots, so that each data format makes but one copy of its code, and so that a
/// value of the wrong kind arrives where its path is known.
///
/// Two references, which are moved about in registers.
pub(super) struct Place<'a, 'slot> {
    pub(super) slot: &'a mut Mut<'slot>,
    pub(super) path: &'a Path<'a>,
}

// What needs no data format is compiled but once.
impl Place<'_, '_> {
    pub(super) fn expected(&self) -> &'static str {
        match &*self.slot {
            Mut::Strs(_) if !self.path.is_property() => "a string",
            Mut::Bools(_) if !self.path.is_property() => "a boolean",
            Mut::Foreigns(list) if !self.path.is_property() => list.expected(),
            _ => self.slot.expected(),
        }
    }

    /// Whether the slot may take what is of any kind.
    fn takes_any(&self) -> bool {
        match self.slot {
            Mut::Any(_) | Mut::Foreign(_) => true,
            Mut::Foreigns(_) => !self.path.is_property(),
            _ => false,
        }
    }

    /// Begins a list: where its elements go, all to the same place.
    pub(super) fn list(&mut self) -> Option<Mut<'_>> {
        if !self.path.is_property() {
            return None;
        }
        self.slot.clear();
        Some(match self.slot {
            Mut::Strs(list) => Mut::Strs(list),
            Mut::Bools(list) => Mut::Bools(list),
            Mut::Numbers(list) => Mut::Number(&mut **list),
            Mut::Texts(list) => Mut::Text(&mut **list),
            Mut::Anys(list) => Mut::Any(&mut **list),
            Mut::Foreigns(list) => Mut::Foreigns(&mut **list),
            Mut::Objects(list) => Mut::Object(&mut **list),
            Mut::Unions(list) => Mut::Union(&mut **list),
            _ => return None,
        })
    }
}

#[inline(never)]
pub(super) fn put_str(slot: &mut Option<String>, text: &str) {
    *slot = Some(text.to_owned());
}

/// False if the slot takes no text, or not this one.
#[inline(never)]
pub(super) fn put_text(slot: &mut Mut<'_>, path: &Path<'_>, text: &str) -> bool {
    match slot {
        Mut::Text(slot) => slot.put(text),
        Mut::Strs(list) if !path.is_property() => list.get_or_insert_default().push(text.to_owned()),
        Mut::Number(slot) => return slot.put(Number::Text(text)),
        _ => return false,
    }
    true
}

impl Place<'_, '_> {
    #[cold]
    fn mismatch<E: serde::de::Error>(&self, found: &dyn fmt::Display) -> E {
        self.path.mismatch(self.expected(), found)
    }

    /// A text for a slot that is for no texts.
    #[inline(never)]
    pub(super) fn other_text<E: serde::de::Error>(self, text: &str) -> Result<(), E> {
        match *self.slot {
            Mut::Number(_) => Err(self.mismatch(&Number::Text(text))),
            _ if self.takes_any() => self.any(text.into(), &"a string"),
            _ => Err(self.mismatch(&"a string")),
        }
    }

    /// What the slot takes only if it may take what is of any kind.
    pub(super) fn any<E: serde::de::Error>(self, value: Value, found: &dyn fmt::Display) -> Result<(), E> {
        let outcome = match self.slot {
            Mut::Any(slot) => {
                slot.put(value);
                Ok(())
            }
            Mut::Foreign(slot) => slot.put(value),
            Mut::Foreigns(list) if !self.path.is_property() => list.put(value),
            _ => return Err(self.mismatch(found)),
        };
        outcome.map_err(|refusal| self.mismatch(&format_args!("{found}: {refusal}")))
    }

    pub(super) fn number<E: serde::de::Error>(self, number: Number<'_>) -> Result<(), E> {
        match self.slot {
            Mut::Number(slot) => {
                if slot.put(number) {
                    Ok(())
                } else {
                    Err(self.mismatch(&number))
                }
            }
            _ => self.any(number.into(), &"a number"),
        }
    }

    /// A number that 64 bits can't hold, as `serde_json` gives of a `Value` that
    /// keeps all digits.
    pub(super) fn wide<E: serde::de::Error>(self, digits: &str) -> Result<(), E> {
        match self.slot {
            Mut::Number(_) => self.number(Number::Digits(digits)),
            _ => self.any(digits.parse().map_err(E::custom)?, &"a number"),
        }
    }

    /// A list, where none is expected.
    pub(super) fn not_a_list<'de, A: SeqAccess<'de>>(self, seq: A) -> Result<(), A::Error> {
        if !self.takes_any() {
            return Err(self.mismatch(&"a list"));
        }
        let list = ValueSeed { depth: self.path.depth() }.visit_seq(seq)?;
        self.any(list, &"a list")
    }

    /// An object, where none is expected.
    pub(super) fn not_an_object<'de, A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        if self.takes_any() {
            let object = ValueSeed { depth: self.path.depth() }.visit_map(map)?;
            return self.any(object, &"an object");
        }
        if map.next_key::<String>()?.as_deref() != Some(NUMBER) {
            return Err(self.mismatch(&"an object"));
        }
        let text: String = map.next_value()?;
        self.number(Number::Digits(&text))
    }
}
