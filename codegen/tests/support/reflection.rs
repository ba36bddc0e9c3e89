//! What is known about a type without a value of it.

use super::*;
use support::{Collection, select};

// Checked by the compiler.
const SELECT: [&str; 2] = select(Circle::PROPERTIES, ["radius", "id"]);
const EXPAND: [&str; 1] = select(Folder::NAVIGATION_PROPERTIES, ["children"]);

#[test]
fn names_are_known_without_a_value() {
    assert_eq!((SELECT.join(","), EXPAND), ("radius,id".to_owned(), ["children"]));
    assert_eq!((Folder::PROPERTIES, Folder::NAVIGATION_PROPERTIES), (&["name"][..], &["children"][..]));
    assert_eq!(Square::BASE_TYPES, ["#test.polygon", "#test.shape"]);
    // An enum has what all of its types have.
    assert_eq!(Polygon::PROPERTIES, ["id", "corners"]);
    assert_eq!((Polygon::ODATA_TYPE, Polygon::BASE_TYPES), ("#test.polygon", &["#test.shape"][..]));
}

#[test]
fn generic_code_asks_any_type() {
    fn segment<T: StructuredType>() -> String {
        format!("/{}?$select={}", T::ODATA_TYPE.trim_start_matches('#'), T::PROPERTIES.join(","))
    }
    assert_eq!(
        (segment::<Folder>(), segment::<Polygon>()),
        ("/test.folder?$select=name".into(), "/test.polygon?$select=id,corners".into())
    );
    fn first<T: StructuredType>(answer: &str) -> T {
        let page: Collection<T> = serde_json::from_str(answer).unwrap();
        page.into_iter().next().unwrap_or_default()
    }
    assert_eq!(first::<Circle>(r#"{"value":[{"id":"1"}]}"#).id.as_deref(), Some("1"));
    assert_eq!(first::<Shape>(r#"{"value":[]}"#), Shape::default());
}

#[test]
#[should_panic(expected = "no such property: `children`")]
fn a_navigation_property_can_not_be_selected() {
    let _ = select(Folder::PROPERTIES, ["name", "children"]);
}

#[test]
#[should_panic(expected = "radiu")]
fn a_name_that_is_cut_short_is_no_property() {
    let _ = select(Circle::PROPERTIES, ["radiu"]);
}

#[test]
#[should_panic(expected = "`radius` and much more, which no property is called that the compiler knows`")]
fn a_long_name_stands_alone() {
    let _ =
        select(Circle::PROPERTIES, ["`radius` and much more, which no property is called that the compiler knows`"]);
}

#[test]
fn a_tag_is_of_a_type_or_of_an_enum_over_it() {
    assert!(support::is::<Square>("test.sub.SQUARE") && support::is::<Shape>("#test.sub.square"));
    assert!(support::is::<AnyItem>("#test.item") && support::is::<Polygon>("#test.polygon"));
    assert!(!support::is::<Circle>("#test.sub.square") && !support::is::<Polygon>("#test.circle"));
}

#[test]
fn setters_take_what_becomes_the_value() {
    let made = Everything::default()
        .with_byte(5)
        .with_longs([1, 2])
        .with_item(Folder::default())
        .with_int64(5)
        .with_flags(Colour::Red)
        .with_next(Everything::default().with_string("s"))
        .with_shapes([Circle::default()])
        .with_strings(["a", "b"])
        .with_when("2026-01-01T00:00:00Z");
    let expected = r##"{"byte":5,"flags":"red","int64":5,"item":{"@odata.type":"#test.folder"},"longs":[1,2],"next":{"string":"s"},
        "shapes":[{"@odata.type":"#test.circle"}],"strings":["a","b"],"when":"2026-01-01T00:00:00Z"}"##;
    assert_eq!(made, read(expected));
}

#[test]
fn what_an_enum_does_not_know_can_be_changed() {
    let mut shape = Shape::from(Square { side: Some(1), ..Square::default() });
    shape.additional_properties_mut().insert("note", "n".into());
    assert_eq!(write(&shape), r##"{"@odata.type":"#test.sub.square","side":1,"note":"n"}"##);
}
