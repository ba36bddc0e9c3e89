//! `Clone`, `PartialEq` and `Debug` of generated types, over their tables.

use std::fmt;

use super::additional::Json;
use super::object::Seen;
use super::{AdditionalProperties, Like, Look, Mut, Record, Ref, Table, Union};

/// A copy of a struct.
#[inline]
pub fn clone<T: Record + Default>(record: &T) -> T {
    let mut copy = T::default();
    fill(&mut copy, record);
    copy
}

/// A copy of an enum over derived types.
#[inline]
pub fn clone_union<T: Union>(union: &T) -> T {
    let mut copy = T::open(Like::Same(union));
    fill(copy.object_mut(), union);
    copy
}

fn fill(copy: &mut dyn Record, record: &dyn Record) {
    struct Copier<'c>(&'c mut dyn Record);

    impl<'a> Look<'a> for Copier<'_> {
        fn look(&mut self, _: &'static Table, others: &'a AdditionalProperties) {
            if let Mut::Others(_, slot) = self.0.set(usize::MAX) {
                *slot = others.clone();
            }
        }
        fn slot(&mut self, slot: usize, value: Ref<'a>) {
            put(self.0.set(slot), value);
        }
    }

    record.show(&mut Copier(copy));
}

fn put(mut slot: Mut<'_>, value: Ref<'_>) {
    slot.clear();
    match value {
        Ref::List(list) => list.iter().for_each(|element| add(&mut slot, element)),
        value => add(&mut slot, value),
    }
}

/// Sets the slot, or appends to its list.
fn add(slot: &mut Mut<'_>, value: Ref<'_>) {
    match (slot, value) {
        (Mut::Str(slot), Ref::Str(text)) => **slot = Some(text.to_owned()),
        (Mut::Strs(slot), Ref::Str(text)) => slot.get_or_insert_with(Vec::new).push(text.to_owned()),
        (Mut::Bool(slot), Ref::Bool(value)) => **slot = Some(value),
        (Mut::Bools(slot), Ref::Bool(value)) => slot.get_or_insert_with(Vec::new).push(value),
        (Mut::Number(slot) | Mut::Numbers(slot), Ref::Number(number)) => _ = slot.put(number),
        (Mut::Text(slot) | Mut::Texts(slot), Ref::Text(words)) => slot.put(words.text),
        (Mut::Any(slot) | Mut::Anys(slot), Ref::Any(value)) => slot.put(value.clone()),
        (Mut::Foreign(slot), Ref::Foreign(value)) => slot.copy(value),
        (Mut::Foreigns(slot), Ref::Foreign(value)) => slot.copy(value),
        (Mut::Object(slot) | Mut::Objects(slot), Ref::Object(record)) => fill(slot.open(), record),
        (Mut::Union(slot) | Mut::Unions(slot), Ref::Union(union)) => fill(slot.open(Like::Same(union)), union),
        // `set` and `show` are expanded from the same line of a macro.
        _ => {}
    }
}

/// Whether two structs are the same, the type that they name included.
pub fn equal(a: &dyn Record, b: &dyn Record) -> bool {
    let (a, b) = (Seen::of(a), Seen::of(b));
    let shown = a.shown.map(|(table, others)| (table.odata_type, others));
    shown == b.shown.map(|(table, others)| (table.odata_type, others)) && a.slots == b.slots
}

/// Whether two enums over derived types are the same.
pub fn equal_unions(a: &dyn Union, b: &dyn Union) -> bool {
    a.variant() == b.variant()
}

impl PartialEq for Ref<'_> {
    fn eq(&self, other: &Self) -> bool {
        match (*self, *other) {
            (Ref::Str(a), Ref::Str(b)) => a == b,
            (Ref::Bool(a), Ref::Bool(b)) => a == b,
            (Ref::Number(a), Ref::Number(b)) => a == b,
            (Ref::Text(a), Ref::Text(b)) => (a.same)(a.text, b.text),
            (Ref::Any(a), Ref::Any(b)) => a == b,
            (Ref::Foreign(a), Ref::Foreign(b)) => a.same(b),
            (Ref::Object(a), Ref::Object(b)) => equal(a, b),
            (Ref::Union(a), Ref::Union(b)) => equal_unions(a, b),
            (Ref::List(a), Ref::List(b)) => a.len == b.len && a.iter().eq(b.iter()),
            _ => false,
        }
    }
}

/// Prints as a struct would be by derive, but only what is set, and under the
/// names of JSON.
pub fn debug(record: &dyn Record, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let Seen { shown: Some((table, others)), slots } = Seen::of(record) else { return Ok(()) };
    let mut output = f.debug_struct(table.name);
    for (slot, value) in &slots {
        output.field(table.key(*slot), value);
    }
    if !others.is_empty() {
        output.field("additional_properties", others);
    }
    output.finish()
}

impl fmt::Debug for Ref<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Ref::Str(text) => text.fmt(f),
            Ref::Bool(value) => value.fmt(f),
            Ref::Number(number) => write!(f, "{number}"),
            Ref::Text(words) => words.text.fmt(f),
            Ref::Any(value) => Json(value).fmt(f),
            Ref::Foreign(value) => value.fmt(f),
            Ref::Object(record) => debug(record, f),
            Ref::Union(union) => debug(union, f),
            Ref::List(list) => f.debug_list().entries(list.iter()).finish(),
        }
    }
}
