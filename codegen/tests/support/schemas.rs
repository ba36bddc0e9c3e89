//! What holds for any schema: structs whose properties are made up at run time.

use std::cell::Cell;
use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::json;

use super::properties::any_json;
use super::*;
use support::{AdditionalProperties, Look, Mut, Table, apply_patch, merge_patch};

macro_rules! kinds {
    ($($kind:ident($type:ty))*) => {
        #[derive(Clone, Copy, Debug)]
        enum Kind {
            $($kind),*
        }

        const KINDS: &[Kind] = &[$(Kind::$kind),*];

        enum Field {
            $($kind(Option<$type>)),*
        }

        impl Field {
            fn new(kind: Kind) -> Self {
                match kind {
                    $(Kind::$kind => Self::$kind(None)),*
                }
            }

            fn show<'a>(&'a self, slot: usize, to: &mut dyn Look<'a>) {
                match self {
                    $(Self::$kind(field) => support::see::$kind(field, slot, to)),*
                }
            }

            fn slot_mut(&mut self) -> Mut<'_> {
                match self {
                    $(Self::$kind(field) => Mut::$kind(field)),*
                }
            }
        }
    };
}

kinds! {
    Str(String) Bool(bool) Number(i64) Text(Colour) Any(Value) Foreign(u64) Object(Box<Dynamic>)
    Strs(Vec<String>) Bools(Vec<bool>) Numbers(Vec<i64>) Texts(Vec<Colour>) Anys(Vec<Value>) Foreigns(Vec<u64>)
    Objects(Vec<Dynamic>)
}

type Properties = BTreeMap<String, Kind>;

#[derive(Clone, Copy)]
struct Schema {
    table: &'static Table,
    kinds: &'static [Kind],
}

impl Schema {
    fn new(properties: &Properties) -> Self {
        let names = properties.keys().cloned().collect::<Vec<_>>().leak();
        let keys: &[&str] = names.iter().map(String::as_str).collect::<Vec<_>>().leak();
        let mut index = vec![0; support::index_len(keys)];
        support::fill_index(&mut index, keys);
        let table = Table { keys, index: index.leak(), structural: keys.len(), ..*Nothing::TABLE };
        Schema { table: Box::leak(Box::new(table)), kinds: properties.values().copied().collect::<Vec<_>>().leak() }
    }
}

thread_local! {
    /// That of values that are made by `default`, as reading does.
    static CURRENT: Cell<Schema> = const { Cell::new(Schema { table: Nothing::TABLE, kinds: &[] }) };
}

struct Dynamic {
    schema: Schema,
    fields: Vec<Field>,
    additional_properties: AdditionalProperties,
}

impl Default for Dynamic {
    fn default() -> Self {
        let schema = CURRENT.get();
        let fields = schema.kinds.iter().map(|kind| Field::new(*kind)).collect();
        Dynamic { schema, fields, additional_properties: AdditionalProperties::new() }
    }
}

impl support::Record for Dynamic {
    fn show<'a>(&'a self, to: &mut dyn Look<'a>) {
        to.look(self.schema.table, &self.additional_properties);
        self.fields.iter().enumerate().for_each(|(slot, field)| field.show(slot, to));
    }
    fn set(&mut self, slot: usize) -> Mut<'_> {
        match self.fields.get_mut(slot) {
            Some(field) => field.slot_mut(),
            None => Mut::Others(self.schema.table, &mut self.additional_properties),
        }
    }
}

record! { Dynamic: read_struct clone equal }

/// Short ones, long ones, and such as differ in the middle alone.
fn name() -> impl Strategy<Value = String> {
    let middle = "[ab]{0,9}".prop_map(|middle| format!("settings{middle}OfDevice"));
    prop_oneof!["[a-c]{0,3}", ".{0,20}", middle].prop_filter("it names the type", |name| name != "@odata.type")
}

fn properties() -> impl Strategy<Value = Properties> {
    vec((name(), select(KINDS)), 0..40).prop_map(Properties::from_iter)
}

/// The text of a list.
fn list(element: impl Strategy<Value = String> + 'static) -> BoxedStrategy<String> {
    vec(element, 0..3).prop_map(|elements| format!("[{}]", elements.join(","))).boxed()
}

/// The text of a value of a kind; objects at most `depth` deep.
fn value(kind: Kind, properties: &Properties, depth: usize) -> BoxedStrategy<String> {
    let text = |text: &'static str| text.prop_map(|text: String| json!(text).to_string()).boxed();
    let object = || if depth == 0 { Just("{}".to_owned()).boxed() } else { document(properties, depth - 1) };
    match kind {
        Kind::Str => text(".{0,6}"),
        Kind::Strs => list(text(".{0,6}")),
        Kind::Text => text("[a-z]{0,5}"),
        Kind::Texts => list(text("[a-z]{0,5}")),
        Kind::Bool => any::<bool>().prop_map(|value| value.to_string()).boxed(),
        Kind::Bools => list(any::<bool>().prop_map(|value| value.to_string())),
        Kind::Number => any::<i64>().prop_map(|value| value.to_string()).boxed(),
        Kind::Numbers => list(any::<i64>().prop_map(|value| value.to_string())),
        // `null` is no value.
        Kind::Any => any_json().prop_map(|value| if value.is_null() { "0".into() } else { value.to_string() }).boxed(),
        Kind::Anys => list(any_json().prop_map(|value| value.to_string())),
        Kind::Foreign => any::<u64>().prop_map(|value| value.to_string()).boxed(),
        Kind::Foreigns => list(any::<u64>().prop_map(|value| value.to_string())),
        Kind::Object => object(),
        Kind::Objects => list(object()),
    }
}

/// The text of a document with some of the properties and some other members, in any order.
fn document(properties: &Properties, depth: usize) -> BoxedStrategy<String> {
    let (known, owned) = (properties.iter().collect::<Vec<_>>(), properties.clone());
    let member = |(name, kind): &(&String, &Kind)| (Just((*name).clone()), value(**kind, properties, depth)).boxed();
    let members: Vec<_> = known.iter().map(member).collect();
    let some = subsequence((0..members.len()).collect::<Vec<_>>(), 0..=members.len());
    let some = some.prop_flat_map(move |chosen| chosen.iter().map(|at| members[*at].clone()).collect::<Vec<_>>());
    let other = (prop_oneof![3 => name(), 1 => Just("@odata.type".to_owned())], any_json());
    (some, vec(other, 0..3))
        .prop_map(move |(mut members, others)| {
            let others: BTreeMap<_, _> = others.into_iter().filter(|(name, _)| !owned.contains_key(name)).collect();
            members.extend(others.into_iter().map(|(name, value)| (name, value.to_string())));
            members
        })
        .prop_shuffle()
        .prop_map(|members| {
            let members: Vec<_> = members.iter().map(|(name, value)| format!("{}:{value}", json!(name))).collect();
            format!("{{{}}}", members.join(","))
        })
        .boxed()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_schema_gives_back_what_it_reads(
        (properties, before, after) in
            properties().prop_flat_map(|all| (Just(all.clone()), document(&all, 2), document(&all, 2)))
    ) {
        CURRENT.set(Schema::new(&properties));
        let value: Value = serde_json::from_str(&before).unwrap();
        let read: Dynamic = serde_json::from_str(&before).unwrap();
        let in_no_slot = |name: &String| read.additional_properties.get(name).is_some();
        prop_assert!(!properties.keys().any(in_no_slot), "{:?}", read);
        prop_assert_eq!(serde_json::to_value(&read).unwrap(), value.clone());
        prop_assert_eq!(&serde_json::from_str::<Dynamic>(&write(&read)).unwrap(), &read);
        prop_assert_eq!(&Dynamic::deserialize(value.clone()).unwrap(), &read);
        prop_assert_eq!(&read.clone(), &read);

        let other: Dynamic = serde_json::from_str(&after).unwrap();
        let (mut target, mut expected) = (value.clone(), serde_json::from_str(&after).unwrap());
        let patch = merge_patch(&read, &other).unwrap();
        patches::apply(&mut target, &patch);
        prop_assert_eq!(&apply_patch(&value, &patch).unwrap(), &target);
        patches::keep_annotations(&value, &mut expected);
        prop_assert_eq!(read == other, value == serde_json::from_str::<Value>(&after).unwrap());
        prop_assert_eq!(patches::without_nulls(target), patches::without_nulls(expected));
    }
}
