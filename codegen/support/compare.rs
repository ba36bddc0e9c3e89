//! `Clone`, `PartialEq` and `Debug` of generated types, over their tables.

use std::fmt;

use super::additional::Json;
use super::object::{each, object};
use super::{Like, List, Mut, Record, Ref};

/// A copy.
pub fn clone<T: Record>(record: &T) -> T {
    let mut copy = T::open(Like::Same(record));
    fill(copy.object_mut(), record);
    copy
}

fn fill(copy: &mut dyn Record, record: &dyn Record) {
    let object = object(record);
    object.visit(&mut |slot, value| put(copy.set(slot), value));
    let (_, others) = object.about();
    if let Mut::Others(slot) = copy.set(usize::MAX) {
        *slot = others.clone();
    }
}

fn put(mut slot: Mut<'_>, value: Ref<'_>) {
    slot.clear();
    match (slot, value) {
        (Mut::Str(slot), Ref::Str(text)) => *slot = Some(text.clone()),
        (Mut::Bool(slot), Ref::Bool(value)) => *slot = Some(*value),
        (Mut::Number(slot), Ref::Number(number)) => _ = slot.put(number.as_number()),
        (Mut::Text(slot), Ref::Text(text)) => slot.put(text.as_text()),
        (Mut::Any(slot), Ref::Any(value)) => slot.put(value.as_value().clone()),
        (Mut::Object(slot), Ref::Object(record)) => {
            fill(slot.open(Like::Same(record)), record);
        }
        (Mut::Strs(slot), Ref::Strs(list)) => *slot = Some(list.clone()),
        (Mut::Bools(slot), Ref::Bools(list)) => *slot = Some(list.clone()),
        (Mut::Numbers(slot), Ref::Numbers(list)) => {
            each(list).for_each(|number| _ = slot.put(number.as_number()));
        }
        (Mut::Texts(slot), Ref::Texts(list)) => {
            each(list).for_each(|text| slot.put(text.as_text()));
        }
        (Mut::Anys(slot), Ref::Anys(list)) => {
            each(list).for_each(|value| slot.put(value.as_value().clone()));
        }
        (Mut::Objects(slot), Ref::Objects(list)) => {
            each(list).for_each(|record| fill(slot.open(Like::Same(record)), record));
        }
        // `set` and `visit` are expanded from the same line of a macro.
        _ => {}
    }
}

/// Whether two values are the same, the type that they name included.
pub fn equal(a: &dyn Record, b: &dyn Record) -> bool {
    match (a.variant(), b.variant()) {
        (Some((a_number, a)), Some((b_number, b))) => a_number == b_number && equal(a, b),
        _ => equal_objects(object(a), object(b)),
    }
}

fn equal_objects(a: &dyn Record, b: &dyn Record) -> bool {
    let ((a_table, a_others), (b_table, b_others)) = (a.about(), b.about());
    if a_table.odata_type != b_table.odata_type || a_others != b_others {
        return false;
    }
    let (a, b) = (values(a), values(b));
    let mut pairs = a.iter().zip(&b);
    a.len() == b.len() && pairs.all(|((i, a), (j, b))| i == j && equal_values(*a, *b))
}

fn values(object: &dyn Record) -> Vec<(usize, Ref<'_>)> {
    let mut values = Vec::new();
    object.visit(&mut |slot, value| values.push((slot, value)));
    values
}

fn equal_values(a: Ref<'_>, b: Ref<'_>) -> bool {
    match (a, b) {
        (Ref::Str(a), Ref::Str(b)) => a == b,
        (Ref::Bool(a), Ref::Bool(b)) => a == b,
        (Ref::Number(a), Ref::Number(b)) => a.as_number() == b.as_number(),
        (Ref::Text(a), Ref::Text(b)) => a.means(b.as_text()),
        (Ref::Any(a), Ref::Any(b)) => a.as_value() == b.as_value(),
        (Ref::Object(a), Ref::Object(b)) => equal(a, b),
        (Ref::Strs(a), Ref::Strs(b)) => a == b,
        (Ref::Bools(a), Ref::Bools(b)) => a == b,
        (Ref::Numbers(a), Ref::Numbers(b)) => equal_lists(a, b, Ref::Number),
        (Ref::Texts(a), Ref::Texts(b)) => equal_lists(a, b, Ref::Text),
        (Ref::Anys(a), Ref::Anys(b)) => equal_lists(a, b, Ref::Any),
        (Ref::Objects(a), Ref::Objects(b)) => equal_lists(a, b, Ref::Object),
        _ => false,
    }
}

fn equal_lists<'a, T: ?Sized>(a: &'a dyn List<T>, b: &'a dyn List<T>, element: fn(&'a T) -> Ref<'a>) -> bool {
    let mut pairs = each(a).zip(each(b));
    a.count() == b.count() && pairs.all(|(a, b)| equal_values(element(a), element(b)))
}

/// Prints as a struct would be by derive, but only what is set, and under the
/// names of JSON.
pub fn debug(record: &dyn Record, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let object = object(record);
    let (table, others) = object.about();
    let mut output = f.debug_struct(table.name);
    object.visit(&mut |slot, value| _ = output.field(table.key(slot), &value));
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
            Ref::Number(number) => write!(f, "{}", number.as_number()),
            Ref::Text(text) => text.as_text().fmt(f),
            Ref::Any(value) => Json(value.as_value()).fmt(f),
            Ref::Object(record) => debug(record, f),
            Ref::Strs(list) => list.fmt(f),
            Ref::Bools(list) => list.fmt(f),
            Ref::Numbers(list) => debug_list(list, Ref::Number, f),
            Ref::Texts(list) => debug_list(list, Ref::Text, f),
            Ref::Anys(list) => debug_list(list, Ref::Any, f),
            Ref::Objects(list) => debug_list(list, Ref::Object, f),
        }
    }
}

fn debug_list<'a, T: ?Sized>(
    list: &'a dyn List<T>,
    element: fn(&'a T) -> Ref<'a>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    f.debug_list().entries(each(list).map(element)).finish()
}
