use super::*;
use crate::diagnostic::Diagnostics;
use crate::pipeline;
use crate::source::{Sources, Version};
use crate::tests::page;

fn sources() -> Sources {
    let id = "|id|String|The key. Read-only.|";
    let key = ", \"keyProperty\": \"id\"";
    let shape = "|name|String|The name. Required. Maximum length is 64.|\n|corners|point collection|The corners.|";
    let abstract_shape = "This is an abstract type.\n\nInherits from [entity](entity.md).";
    let pages = [
        ("entity.md", page("entity", "The root. This is an abstract type.", &format!("{key}, \"abstract\": true"), id)),
        ("shape.md", page("shape", abstract_shape, ", \"abstract\": true", shape)),
        ("round.md", page("round", "Inherits from [shape](shape.md).", "", "")),
        ("circle.md", page("circle", "Inherits from [round](round.md).", "", "|radius|Double|The radius.|")),
        ("square.md", page("square", "Inherits from [shape](shape.md).", "", "|side|Int32|The side.|")),
        ("lone.md", page("lone", "Inherits from [entity](entity.md).", "", "|lineWidth|Int32|Of its pen.|")),
        ("point.md", page("point", "A point.", "", "|x|Int32|Across.|")),
    ];
    Sources::from_texts(pages.iter().map(|(path, text)| (*path, text.as_str())))
}

fn look<R: Send>(look: impl FnOnce(&Resolved<'_>) -> R + Send) -> R {
    pipeline::resolve_docs(&sources(), &mut Diagnostics::new(), look)
}

#[test]
fn a_tree_starts_where_it_is_asked_to() {
    let drawn = look(|resolved| tree::draw(resolved, resolved.find("Shape"), Format::Text, usize::MAX));
    let expected = "shape (abstract), derives from entity\n\
                    \u{251c}\u{2500}\u{2500} round\n\
                    \u{2502}   \u{2514}\u{2500}\u{2500} circle\n\
                    \u{2514}\u{2500}\u{2500} square\n";
    assert_eq!(drawn, expected);
}

#[test]
fn the_forest_counts_what_nothing_derives_from() {
    let drawn = look(|resolved| tree::draw(resolved, None, Format::Text, usize::MAX));
    let expected = "entity (abstract)\n\
                    \u{251c}\u{2500}\u{2500} shape (abstract)\n\
                    \u{2502}   \u{251c}\u{2500}\u{2500} round\n\
                    \u{2502}   \u{2502}   \u{2514}\u{2500}\u{2500} circle\n\
                    \u{2502}   \u{2514}\u{2500}\u{2500} square\n\
                    \u{2514}\u{2500}\u{2500} \u{2026} 1 without derived types\n";
    assert_eq!(drawn, expected);
}

#[test]
fn a_limit_cuts_a_tree_off() {
    let drawn = look(|resolved| tree::draw(resolved, None, Format::Text, 2));
    assert!(drawn.starts_with("entity (abstract)\n\u{251c}\u{2500}\u{2500} shape (abstract)\n"), "{drawn}");
    assert!(drawn.ends_with("\u{2026} 3 more\n"), "{drawn}");
}

#[test]
fn mermaid_draws_the_same() {
    let drawn = look(|resolved| tree::draw(resolved, resolved.find("shape"), Format::Mermaid, usize::MAX));
    let expected = "classDiagram\n  direction LR\n  class shape\n  <<abstract>> shape\n  class round\n  \
                    shape <|-- round\n  class circle\n  round <|-- circle\n  class square\n  shape <|-- square\n";
    assert_eq!(drawn, expected);
}

#[test]
fn graphviz_draws_the_same() {
    let drawn = look(|resolved| tree::draw(resolved, resolved.find("shape"), Format::Dot, 3));
    let expected = "digraph {\n  rankdir=RL\n  node [shape=box]\n  edge [arrowhead=empty]\n  \
                    \"shape\" [style=dashed]\n  \"round\"\n  \"round\" -> \"shape\"\n  \"circle\"\n  \
                    \"circle\" -> \"round\"\n  // 1 more\n}\n";
    assert_eq!(drawn, expected);
}

#[test]
fn a_picture_leads_a_line_from_each_type_to_its_base() {
    let drawn = look(|resolved| tree::draw(resolved, resolved.find("shape"), Format::Svg, usize::MAX));
    let shapes: Vec<&str> =
        drawn.lines().filter(|line| line.starts_with("<path") || line.starts_with("<text")).collect();
    let expected = [
        "<text x=\"12\" y=\"28\" class=\"abstract\">shape (abstract), derives from entity</text>",
        "<path d=\"M20 32V45H34\"/>",
        "<text x=\"38\" y=\"50\">round</text>",
        "<path d=\"M46 54V67H60\"/>",
        "<text x=\"64\" y=\"72\">circle</text>",
        "<path d=\"M20 32V89H34\"/>",
        "<text x=\"38\" y=\"94\">square</text>",
    ];
    assert_eq!(shapes, expected);
    assert!(drawn.starts_with("<svg ") && drawn.ends_with("</svg>\n"), "{drawn}");
}

#[test]
fn the_schema_is_valid_json_in_the_order_of_the_pages() {
    let sources = sources();
    let text = pipeline::resolve_docs(&sources, &mut Diagnostics::new(), |resolved| {
        ir::to_json(resolved, &sources, Version::Beta)
    });
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(json["format"], 1);
    assert_eq!(json["version"], "beta");
    let shape = &json["types"]["microsoft.graph.shape"];
    assert_eq!(shape["kind"], "entity");
    assert_eq!(shape["base"], "microsoft.graph.entity");
    assert_eq!(shape["base_src"], "prose");
    assert_eq!(shape["base_at"], "shape.md:12");
    assert_eq!(shape["abstract"], true);
    assert_eq!(shape["page"], "shape.md");
    assert_eq!(shape["members"], serde_json::json!({}));
    let corners = &shape["properties"]["corners"];
    assert_eq!(corners["type"], "microsoft.graph.point");
    assert_eq!(corners["collection"], true);
    assert_eq!(corners["at"], "shape.md:19");
    assert_eq!(shape["properties"]["name"]["max_length"], 64);
    assert_eq!(json["types"]["microsoft.graph.entity"]["base"], serde_json::Value::Null);
    assert!(text.find("\"name\"") < text.find("\"corners\""), "the page's order, not the alphabet's:\n{text}");
}

#[test]
fn a_summary_is_one_line() {
    let sources = sources();
    let mut cx = Diagnostics::new();
    let counts = pipeline::resolve_docs(&sources, &mut cx, Counts::of);
    let line = Summary::new(Version::Beta, &sources, counts, &cx).to_string();
    let found = "beta: 7 pages, 7 types (6 entity, 1 complex, 0 enum), 7 properties, 0 enum members; ";
    assert!(line.starts_with(found), "{line}");
}

#[test]
fn facts_kinds_and_keys_are_explained() {
    let sources = sources();
    let (ty, property) = look(|resolved| {
        let id = |name| resolved.find(name).unwrap();
        let property = explain::explain_property(resolved, &sources, id("square"), "name").unwrap();
        for (name, found) in [("lineWidth", true), ("linewidth", true), ("line_width", true), ("line-width", false)] {
            let line = explain::explain_property(resolved, &sources, id("lone"), name);
            assert_eq!(line.is_some_and(|line| line.contains(", `line_width` in Rust, ")), found, "{name}");
        }
        (explain::explain(resolved, &sources, id("entity")), property)
    });
    for said in ["its kind: metadata at entity.md:20", "key id\n    metadata at entity.md:20", "abstract\n"] {
        assert!(ty.contains(said), "{said} is not in:\n{ty}");
    }
    assert!(property.contains("\nrequired, at most 64 characters\n    row at shape.md:18"), "{property}");
}
