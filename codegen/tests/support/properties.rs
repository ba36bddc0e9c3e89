//! What holds for any document and any value.

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use serde_json::{Map, json};

use super::*;
use support::{AdditionalProperties, Flags, apply_patch, merge_patch};

/// Numbers that serde_json reads exactly, without its feature `float_roundtrip`.
fn double() -> impl Strategy<Value = f64> {
    any::<i32>().prop_map(|eighths| f64::from(eighths) / 8.0)
}

pub(super) fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        double().prop_map(Value::from),
        ".{0,4}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            vec((name(), inner), 0..4).prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

/// Names that the types know, that they don't, and those between.
fn name() -> impl Strategy<Value = String> {
    let known = ["id", "radius", "tags", "corners", "side", "@odata.type", "@odata.etag", "tags@x"];
    prop_oneof![2 => proptest::sample::select(known.to_vec()).prop_map(str::to_owned), 1 => "[a-z]{0,3}"]
}

/// Members of documents that may be shapes: the known ones mostly have the right kind. In any order, and some twice.
fn members() -> impl Strategy<Value = Vec<(String, Value)>> {
    let tags =
        ["#test.circle", "TEST.circle", "#test.sub.square", "#test.polygon", "#test.star", "test.everything", ""];
    let member = prop_oneof![
        1 => (name(), any_json()),
        3 => proptest::sample::select(tags.to_vec()).prop_map(|tag| ("@odata.type".into(), tag.into())),
        2 => ".{0,3}".prop_map(|text| ("id".into(), text.into())),
        1 => any::<i32>().prop_map(|number| ("side".into(), number.into())),
        1 => double().prop_map(|number| ("radius".into(), number.into())),
        1 => vec(".{0,3}", 0..3).prop_map(|tags| ("tags".into(), tags.into())),
    ];
    vec(member, 0..8)
}

/// A tree would sort the members, so that the tag always came first.
fn text(members: &[(String, Value)]) -> String {
    let members: Vec<_> = members.iter().map(|(name, value)| format!("{}:{value}", json!(name))).collect();
    format!("{{{}}}", members.join(","))
}

/// The tag of the type that must be read.
fn named(document: &Value) -> &'static str {
    let tag = document["@odata.type"].as_str().unwrap_or_default().to_ascii_lowercase();
    match tag.trim_start_matches('#') {
        "test.circle" => Circle::ODATA_TYPE,
        "test.sub.square" => Square::ODATA_TYPE,
        "test.polygon" => PolygonBase::ODATA_TYPE,
        _ => ShapeBase::ODATA_TYPE,
    }
}

/// The document as it will be written: nulls of known members are gone, of
/// lists empty.
fn normal(mut document: Value, shape: &Shape) -> Value {
    let known: &[&str] = match shape {
        Shape::Circle(_) => Circle::PROPERTIES,
        Shape::Polygon(Polygon::Square(_)) => Square::PROPERTIES,
        Shape::Polygon(_) => PolygonBase::PROPERTIES,
        _ => ShapeBase::PROPERTIES,
    };
    if let Value::Object(members) = &mut document {
        if matches!(shape, Shape::Circle(_)) {
            members.entry("tags").and_modify(|tags| *tags = tags.as_array().cloned().unwrap_or_default().into());
        }
        members.retain(|name, value| !(value.is_null() && known.contains(&name.as_str())));
        for (_, value) in members.iter_mut().filter(|(name, _)| known.contains(&name.as_str())) {
            // `radius` is a double, whatever it looked like; the others are whole.
            if let Some(number) = value.as_f64() {
                *value = if matches!(shape, Shape::Circle(_)) { number.into() } else { (number as i64).into() };
            }
        }
    }
    document
}

fn flags() -> impl Strategy<Value = Flags<Colour>> {
    vec("[a-z]{1,5}".prop_map(Colour::from), 0..3).prop_map(Flags::from_iter)
}

fn others() -> impl Strategy<Value = AdditionalProperties> {
    vec(("x[a-z]{0,2}", any_json()), 0..3).prop_map(AdditionalProperties::from_iter)
}

fn shape() -> impl Strategy<Value = Shape> {
    prop_oneof![
        (of(".*"), of(double()), of(vec(".{0,3}", 0..3)), others()).prop_map(
            |(id, radius, tags, additional_properties)| Shape::from(Circle { id, radius, tags, additional_properties })
        ),
        (of(any::<i32>()), of(any::<i32>()))
            .prop_map(|(corners, side)| { Shape::from(Square { corners, side, ..Square::default() }) }),
        ("[a-z]{0,3}", of(".*"), others()).prop_map(|(tag, id, mut additional_properties)| {
            additional_properties.insert("@odata.type", json!(tag));
            Shape::Other(Box::new(ShapeBase { id, additional_properties }))
        }),
    ]
}

fn everything() -> impl Strategy<Value = Everything> {
    let leaf = (
        of(any::<bool>()),
        of(any::<i64>()),
        of(vec(any::<i64>(), 0..3)),
        of(double()),
        of(flags()),
        of(shape()),
        of(vec(shape(), 0..3)),
        of(vec(any_json(), 0..2)),
        others(),
    )
        .prop_map(|(bool, int64, longs, double, flags, shape, shapes, anys, additional_properties)| Everything {
            bool,
            int64,
            longs,
            double,
            flags,
            shape,
            shapes,
            anys,
            additional_properties,
            ..Everything::default()
        });
    leaf.prop_recursive(3, 3, 1, |inner| {
        (inner, of("[a-z]*")).prop_map(|(next, string)| Everything {
            next: Some(Box::new(next)),
            string,
            ..Everything::default()
        })
    })
}

/// The type of the struct that an enum holds.
fn chosen(shape: &Shape) -> &'static str {
    let mut odata_type = "";
    support::Record::show(shape, &mut |table: &'static support::Table, _: &AdditionalProperties| {
        odata_type = table.odata_type;
    });
    odata_type
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn writing_gives_back_what_was_read(members in members()) {
        let text = text(&members);
        // Of members with the same name, this keeps the last.
        let document: Value = serde_json::from_str(&text).unwrap();
        // Members of the wrong kind, and a second type, are errors, and tested elsewhere.
        if let Ok(shape) = serde_json::from_str::<Shape>(&text) {
            prop_assert_eq!(chosen(&shape), named(&document));
            let written = write(&shape);
            let again: Value = serde_json::from_str(&written).unwrap();
            prop_assert_eq!(written.starts_with("{\"@odata.type\""), again.get("@odata.type").is_some(), "{}", written);
            prop_assert_eq!(again, normal(document.clone(), &shape));
            prop_assert_eq!(&serde_json::from_str::<Shape>(&written).unwrap(), &shape);
            prop_assert_eq!(&Shape::deserialize(document).unwrap(), &shape);
            prop_assert_eq!(&shape.clone(), &shape);
        }
    }

    #[test]
    fn unknown_members_are_no_obstacle(document in vec((name(), any_json()), 0..8)) {
        let document: Map<_, _> = document.into_iter().collect();
        let nothing = Nothing::deserialize(Value::from(document.clone())).unwrap();
        prop_assert_eq!(serde_json::to_value(&nothing).unwrap(), Value::from(document));
    }

    #[test]
    fn reading_gives_back_what_was_written(everything in everything()) {
        let json = write(&everything);
        prop_assert_eq!(&serde_json::from_str::<Everything>(&json).unwrap(), &everything);
        prop_assert_eq!(&serde_json::from_reader::<_, Everything>(json.as_bytes()).unwrap(), &everything);
        prop_assert_eq!(&everything.clone(), &everything);
    }

    #[test]
    fn a_patch_leads_from_one_value_to_the_other(before in everything(), after in everything()) {
        let patch = merge_patch(&before, &after).unwrap();
        let mut target = serde_json::to_value(&before).unwrap();
        patches::apply(&mut target, &patch);
        let patched = serde_json::to_value(apply_patch(&before, &patch).unwrap()).unwrap();
        prop_assert_eq!(patches::without_nulls(patched), patches::without_nulls(target.clone()));
        let mut after = serde_json::to_value(&after).unwrap();
        patches::keep_annotations(&serde_json::to_value(&before).unwrap(), &mut after);
        prop_assert_eq!(patches::without_nulls(target), patches::without_nulls(after));
    }
}
