//! `Clone`, `PartialEq` and `Debug` of generated types, over their tables.

use std::fmt;

use super::additional::Json;
use super::{AdditionalProperties, Like, Mut, Record, Ref, Table, Union};

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
    record.show(&mut |_: &'static Table, slots: &[Option<Ref<'_>>], others: &AdditionalProperties| {
        for (number, slot) in slots.iter().enumerate() {
            if let Some(value) = *slot {
                put(copy.set(number), value);
            }
        }
        if let Mut::Others(_, slot) = copy.set(usize::MAX) {
            *slot = others.clone();
        }
    });
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
    let mut equal = false;
    a.show(&mut |a_table: &'static Table, a: &[Option<Ref<'_>>], a_others: &AdditionalProperties| {
        b.show(&mut |b_table: &'static Table, b: &[Option<Ref<'_>>], b_others: &AdditionalProperties| {
            equal = a_table.odata_type == b_table.odata_type && a_others == b_others && a == b;
        });
    });
    equal
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
    let mut result = Ok(());
    record.show(&mut |table: &'static Table, slots: &[Option<Ref<'_>>], others: &AdditionalProperties| {
        let mut output = f.debug_struct(table.name);
        for (key, slot) in table.keys.iter().zip(slots) {
            if let Some(value) = slot {
                output.field(key, value);
            }
        }
        if !others.is_empty() {
            output.field("additional_properties", others);
        }
        result = output.finish();
    });
    result
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
