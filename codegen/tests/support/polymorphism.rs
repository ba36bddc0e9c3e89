//! Which type is read, and what is written of it.

use super::*;

#[test]
fn the_tag_may_be_anywhere() {
    let square = Square { id: Some("s".into()), side: Some(2), ..Square::default() };
    let written = r##"{"@odata.type":"#test.sub.square","id":"s","side":2}"##;
    for json in [
        written,
        r##"{"id":"s","@odata.type":"#test.sub.square","side":2}"##,
        r##"{"\u0069d":"\u0073","side":2.0,"@odata.type":"#test.sub.square"}"##,
    ] {
        let shape: Shape = read(json);
        assert_eq!(shape.as_polygon().and_then(Polygon::as_square), Some(&square));
        assert_eq!(shape.odata_type(), Some(Square::ODATA_TYPE));
        assert!(shape.additional_properties().is_empty());
        assert_eq!(write(&shape), written);
        assert_eq!(shape.clone(), shape);
    }
}

#[test]
fn a_tag_of_another_spelling_is_understood_and_kept() {
    for tag in ["test.circle", "#Test.CIRCLE", "TEST.circle"] {
        for json in [format!(r#"{{"@odata.type":"{tag}","id":"c"}}"#), format!(r#"{{"id":"c","@odata.type":"{tag}"}}"#)]
        {
            let shape: Shape = read(&json);
            assert_eq!(shape.as_circle().and_then(|circle| circle.id.as_deref()), Some("c"));
            assert_eq!(shape.odata_type(), Some(tag));
            assert_eq!(write(&shape), format!(r#"{{"@odata.type":"{tag}","id":"c"}}"#));
        }
    }
}

#[test]
fn unknown_abstract_and_missing_tags_lead_to_other() {
    let unknown: Shape = read(r##"{"id":"x","@odata.type":"#test.star","points":[5]}"##);
    assert!(matches!(&unknown, Shape::Other(base) if base.id.as_deref() == Some("x")));
    assert_eq!(unknown.odata_type(), Some("#test.star"));
    assert_eq!(write(&unknown), r##"{"@odata.type":"#test.star","id":"x","points":[5]}"##);

    let polygon: Shape = read(r##"{"@odata.type":"#test.polygon","corners":5,"id":"p"}"##);
    assert!(matches!(
        &polygon,
        Shape::Polygon(Polygon::Other(base)) if base.corners == Some(5)
    ));
    assert_eq!(write(&polygon), r##"{"@odata.type":"#test.polygon","id":"p","corners":5}"##);

    let shape: Shape = read(r##"{"@odata.type":"#test.shape"}"##);
    assert!(matches!(shape, Shape::Other(_)));
    for untagged in [r#"{"id":"x"}"#, r#"{"@odata.type":null}"#, r#"{"@odata.type":[1]}"#, "{}"] {
        let shape: Shape = read(untagged);
        assert!(matches!(shape, Shape::Other(_)));
        assert_eq!(shape.odata_type(), None);
        assert_eq!(write(&shape), untagged);
    }
    assert_ne!(unknown, read(r##"{"id":"x","@odata.type":"#test.moon","points":[5]}"##));
}

#[test]
fn a_concrete_base_stands_for_itself() {
    let untagged: AnyItem = read(r#"{"name":"n"}"#);
    assert_eq!(untagged.as_item().and_then(|item| item.name.as_deref()), Some("n"));
    assert_eq!(write(&untagged), r##"{"@odata.type":"#test.item","name":"n"}"##);
    let tagged: AnyItem = read(r##"{"@odata.type":"#test.item","name":"n"}"##);
    assert_eq!(tagged, untagged);
    let unknown: AnyItem = read(r##"{"@odata.type":"#test.page","name":"n"}"##);
    assert!(matches!(unknown, AnyItem::Other(_)));
    assert_ne!(unknown, untagged);

    // The variant counts, although both hold the same.
    let other = AnyItem::Other(Box::default());
    assert!(matches!(other.clone(), AnyItem::Other(_)));
    assert_ne!(other, AnyItem::from(Item::default()));
}

#[test]
fn a_declared_type_keeps_a_foreign_tag() {
    let json = r##"{"@odata.type":"#test.page","name":"n"}"##;
    assert_eq!(write(&read::<Item>(json)), json);
    let json = r##"{"@odata.type":"#test.everything","any":1}"##;
    assert_eq!(write(&read::<Everything>(json)), json);
    assert_eq!(write(&read::<Nothing>("{}")), "{}");
    assert_eq!(write(&Item::default()), r##"{"@odata.type":"#test.item"}"##);
}

#[test]
fn lists_hold_all_kinds() {
    let json = concat!(
        r##"{"@odata.type":"#test.folder","children":[{"@odata.type":"#test.item","name":"a"},"##,
        r##"{"@odata.type":"#test.folder","name":"b","children":[{"@odata.type":"#test.page"}]}]}"##
    );
    let folder: Folder = read(json);
    assert_eq!(write(&folder), json);
    assert_eq!(folder.clone(), folder);
    let names: Vec<_> = folder
        .children
        .iter()
        .flatten()
        .filter_map(|child| child.as_folder().map(|folder| folder.children.iter().flatten().count()))
        .collect();
    assert_eq!(names, [1]);
}

#[test]
fn types_convert_up_and_down() {
    let square = Square { side: Some(1), ..Square::default() };
    let shape = Shape::from(square.clone());
    assert!(matches!(&shape, Shape::Polygon(Polygon::Square(_))));
    assert_eq!(shape, Shape::from(Polygon::from(square.clone())));
    assert_eq!(Square::try_from(shape.clone()).unwrap(), square);

    let error = Circle::try_from(shape.clone()).unwrap_err();
    assert_eq!(error.to_string(), "expected a value of type `Circle`, found `#test.sub.square`");
    assert_eq!(error.into_value(), shape);
    // Asked for what lies deeper: that is what the error is about, not the enum between.
    let error = Square::try_from(Shape::from(Circle::default())).unwrap_err();
    assert_eq!(error.to_string(), "expected a value of type `Square`, found `#test.circle`");
    let other = Shape::from(Polygon::Other(Box::default()));
    let error = Square::try_from(other.clone()).unwrap_err();
    assert_eq!(error.to_string(), "expected a value of type `Square`, found `PolygonBase`");
    assert_eq!(format!("{error:?}"), r#"WrongType { expected: "Square", found: "PolygonBase", .. }"#);
    assert_eq!(error.into_value(), other);

    let item: Item = support::convert(&Folder { name: Some("n".into()), ..Folder::default() }).unwrap();
    assert_eq!(item.additional_properties.annotation("type"), Some(&"#test.folder".into()));
}

#[test]
fn debug_shows_what_is_set() {
    let shape: Shape = read(r#"{"@odata.type":"test.circle","radius":1,"tags":["a"],"@odata.etag":"e"}"#);
    assert_eq!(
        format!("{shape:?}"),
        r#"Circle { radius: 1.0, tags: ["a"], additional_properties: {"@odata.type": "test.circle", "@odata.etag": "e"} }"#
    );
    let everything: Everything = read(
        r#"{"bool":true,"bools":[false],"colours":["red"],"decimal":"1.0","guid":"g","longs":[1,-2],
            "item":{"name":"n"},"opaque":1,"anys":[null],"shapes":[{}],"when":"0001-01-01T00:00:00Z"}"#,
    );
    assert_eq!(
        format!("{everything:#?}"),
        r#"Everything {
    anys: [
        null,
    ],
    bool: true,
    bools: [
        false,
    ],
    colours: [
        "red",
    ],
    decimal: "1.0",
    guid: "g",
    item: Item {
        name: "n",
    },
    longs: [
        1,
        -2,
    ],
    opaque: 1,
    shapes: [
        ShapeBase,
    ],
    when: "0001-01-01T00:00:00Z",
}"#
    );
}
