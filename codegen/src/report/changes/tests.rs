use super::*;
use crate::diagnostic::Diagnostics;
use crate::pipeline::{self, Options};
use crate::source::{Sources, Version};
use crate::tests::page;

/// The changes between bindings of pages, each a name, what is said of the type, and the rows of its table.
fn between(old: &[(&str, &str, &str)], new: &[(&str, &str, &str)]) -> Vec<Change> {
    let surface = |pages: &[(&str, &str, &str)]| {
        let texts: Vec<(String, String)> =
            pages.iter().map(|(name, intro, rows)| (format!("{name}.md"), page(name, intro, "", rows))).collect();
        let sources = Sources::from_texts(texts.iter().map(|(path, text)| (path.as_str(), text.as_str())));
        pipeline::surface(&sources, &Options::new(Version::Beta), &mut Diagnostics::new()).unwrap().0
    };
    changes(&surface(old), &surface(new))
}

fn lines(changes: &[Change]) -> Vec<String> {
    render(changes, ChangesFormat::Human)
        .lines()
        .map(|line| line.trim().to_owned())
        .filter(|line| !line.is_empty())
        .collect()
}

const SHAPE: (&str, &str, &str) = ("shape", "A shape.", "|name|String|The name.|");
const ROUND: (&str, &str, &str) = ("round", "Inherits from [shape](shape.md).", "|radius|Double|The radius.|");
const BOARD: (&str, &str, &str) = ("board", "A board.", "|shapes|[shape](shape.md) collection|What lies on it.|");

#[test]
fn pages_that_say_the_same_change_nothing() {
    let other_words = ("shape", "A form.", "|name|String|What it is called.|");
    let nothing = between(&[SHAPE, ROUND, BOARD], &[BOARD, other_words, ROUND]);
    assert_eq!(
        lines(&nothing),
        ["0 breaking, 0 deprecated, 0 added: a patch at most: nothing changes that code can name"]
    );
}

#[test]
fn a_first_derived_type_changes_what_holds_its_base() {
    assert_eq!(
        lines(&between(&[SHAPE, BOARD], &[SHAPE, BOARD, ROUND])),
        [
            "Breaking",
            "Board.shapes: Option<Vec<Shape>> is Option<Vec<AnyShape>> now",
            "Added",
            "AnyShape: enum over derived types",
            "Round: struct",
            "1 breaking, 0 deprecated, 2 added: a new major version, below 1.0 a minor one",
        ]
    );
}

#[test]
fn a_field_of_a_base_is_told_once() {
    let colored = ("shape", "A shape.", "|name|String|The name. Deprecated.|\n|color|String|The color.|");
    let changes = between(&[SHAPE, ROUND], &[colored, ROUND]);
    let expected = ["Deprecated", "Shape.name", "Added", "Shape.color: Option<String>"];
    assert_eq!(lines(&changes)[..4], expected, "{changes:?}");
    // What moves to the base is still there.
    let (sized, plain) = (("shape", "A shape.", "|radius|Double|The radius.|"), ("round", ROUND.1, ""));
    let moved = between(&[("shape", "A shape.", ""), ROUND], &[sized, plain]);
    let advice = "0 breaking, 0 deprecated, 1 added: a new minor version";
    assert_eq!(lines(&moved), ["Added", "Shape.radius: Option<f64>", advice], "{moved:?}");
    // But not with another type.
    let other = between(&[("shape", "A shape.", ""), ("round", ROUND.1, "|name|Int32|Its number.|")], &[SHAPE, plain]);
    let expected = ["Breaking", "Round.name: Option<i32> is Option<String> now", "Added", "Shape.name: Option<String>"];
    assert_eq!(lines(&other)[..4], expected, "{other:?}");
}

#[test]
fn what_goes_takes_its_parts_along() {
    let alone = ("round", "Round.", "|radius|Double|The radius.|");
    let changes = between(&[SHAPE, ROUND, BOARD], &[SHAPE, alone, BOARD]);
    assert_eq!(
        lines(&changes)[..5],
        [
            "Breaking",
            "AnyShape: gone",
            "Board.shapes: Option<Vec<AnyShape>> is Option<Vec<Shape>> now",
            "Round.name: gone",
            "3 breaking, 0 deprecated, 0 added: a new major version, below 1.0 a minor one",
        ],
        "{changes:?}"
    );
    // Whether what derived from a type that is gone still has its properties, that it is gone doesn't tell.
    let changes = between(&[SHAPE, ROUND], &[alone]);
    assert_eq!(lines(&changes)[..4], ["Breaking", "AnyShape: gone", "Round.name: gone", "Shape: gone"], "{changes:?}");
    let disc = ("disc", "Inherits from [round](round.md).", "");
    assert_eq!(between(&[SHAPE, ROUND, disc], &[alone, disc]), changes, "what `disc` loses, `round` does");
}

#[test]
fn a_type_comes_below_another_with_all_that_derives_from_it() {
    let disc = ("disc", "Inherits from [round](round.md).", "");
    let alone = |intro| ("round", intro, ROUND.2);
    let square = ("square", "Inherits from [shape](shape.md).", "");
    let conversions = |intro, base| {
        let told = lines(&between(&[SHAPE, square, alone(intro), disc], &[SHAPE, square, alone(base), disc]));
        told.into_iter().filter(|line| line.starts_with("impl")).collect::<Vec<_>>()
    };
    assert_eq!(
        conversions("Round.", ROUND.1),
        ["impl From<AnyRound> for AnyShape: conversion"],
        "and so whatever becomes `AnyRound`"
    );
    let [plain, based] =
        ["", "Inherits from [shape](shape.md). "].map(|base| format!("{base}This is an abstract type."));
    assert_eq!(
        conversions(&plain, &based),
        ["impl From<Round> for AnyShape: conversion"],
        "there is none of `RoundBase`"
    );
}

#[test]
fn what_a_base_loses_as_it_becomes_abstract_is_told_of_what_derives_from_it() {
    let changes = between(&[SHAPE, ROUND], &[("shape", "This is an abstract type.", ""), ROUND]);
    let expected = ["Breaking", "AnyShape: gone", "Round.name: gone", "Shape: struct is enum over derived types now"];
    assert_eq!(lines(&changes)[..4], expected, "{changes:?}");
}

#[test]
fn an_abstract_type_becomes_an_enum() {
    let changes = between(&[SHAPE, ROUND], &[("shape", "This is an abstract type.", SHAPE.2), ROUND]);
    let breaking: Vec<String> = lines(&changes).into_iter().take_while(|line| line != "Added").collect();
    let expected = ["Breaking", "AnyShape: gone", "Shape: struct is enum over derived types now"];
    assert_eq!(breaking, expected, "{changes:?}");
}

#[test]
fn members_come_and_go() {
    let kind = |members| ("shape", "A shape.", members);
    let old = kind("|kind|shapeKind|Possible values are: `flat`, `solid`.|");
    let new = kind("|kind|shapeKind|Possible values are: `flat`, `hollow`.|");
    let changes = between(&[old], &[new]);
    let expected = ["Breaking", "ShapeKind::Solid: gone", "Added", "ShapeKind::Hollow: member"];
    assert_eq!(lines(&changes)[..4], expected, "{changes:?}");
}

#[test]
fn another_name_in_json_breaks_what_is_sent() {
    let changes = between(&[SHAPE], &[("shape", "A shape.", "|Name|String|The name.|")]);
    let expected = "Shape.name: Option<String> for `name` in JSON is Option<String> for `Name` in JSON now";
    assert_eq!(lines(&changes)[1], expected, "{changes:?}");
}

#[test]
fn formats_tell_the_same() {
    let changes = between(&[SHAPE, BOARD], &[SHAPE, BOARD, ROUND]);
    let markdown = render(&changes, ChangesFormat::Markdown);
    let start = "### Breaking\n\n- `Board.shapes`: `Option<Vec<Shape>>` is `Option<Vec<AnyShape>>` now\n\n### Added\n\n- `AnyShape`";
    assert!(markdown.starts_with(start), "{markdown}");
    let json: serde_json::Value = serde_json::from_str(&render(&changes, ChangesFormat::Json)).unwrap();
    assert_eq!(json["semver"], "major");
    let first = serde_json::json!({"effect": "breaking", "item": "Board.shapes",
        "before": "Option<Vec<Shape>>", "after": "Option<Vec<AnyShape>>"});
    assert_eq!(json["changes"][0], first);
}
