use std::fs;

use crate::cli::tests::{docs, run};
use crate::output::overwrite;
use crate::tests::page;

#[test]
fn lint_finds_and_can_be_told() {
    let dir = tempfile::tempdir().unwrap();
    docs(dir.path());
    let (found, code) = run(dir.path(), "lint @/docs");
    assert_eq!(code, 1);
    assert!(found.contains("warning[unknown-type]") && found.contains("docs/shape.md:"), "{found}");
    assert_eq!(run(dir.path(), "lint --docs @/docs"), (found, code), "as other commands have it");
    let (denied, code) = run(dir.path(), "lint @/docs --deny unknown-type --allow unknown-type");
    assert_eq!(code, 1);
    assert!(denied.contains("error[unknown-type]"), "{denied}");
    let (allowed, code) = run(dir.path(), "lint @/docs --allow unknown-type");
    assert_eq!(code, 0, "{allowed}");
    let (unknown, code) = run(dir.path(), "lint @/docs --allow unknown-typ");
    assert_eq!((unknown.as_str(), code), ("there is no rule `unknown-typ`; did you mean `unknown-type`?", 2));
}

#[test]
#[allow(clippy::disallowed_methods, reason = "pages are looked at as they are")]
fn lint_mends_slips_where_they_stand() {
    let dir = tempfile::tempdir().unwrap();
    let square = dir.path().join("docs/square.md");
    let meant = "# square resource type\n\nNamespace: microsoft.graph\n\nA caf\u{e9} &amp; more:\nit has corners. It inherits from \
        [shape](shape.md).\n\n## Properties\n\n|Property|Type|Description|\n|:-|:-|:-|\n|names|Collection(String)|Its names.|\n\n\
        <!--{ \"blockType\": \"resource\", \"@odata.type\": \"microsoft.graph.square\", \"baseType\": \"microsoft.graph.shape\" }-->\n\
        ```json\n{\"names\": [\"String\"]}\n```\n";
    let slips = [
        ("Namespace:", "Namesapce:"),
        ("inherits from", "inehrits from"),
        ("## Properties", "##Properties"),
        ("|Property|Type|", "|Propery|Tpye|"),
        ("Collection(", "Colection("),
        ("\"blockType\"", "\"blokType\""),
    ];
    let written = slips.iter().fold(meant.to_owned(), |text, (meant, slip)| text.replace(meant, slip));
    overwrite(
        &dir.path().join("docs/shape.md"),
        &page("shape", "This is an abstract type.", ", \"abstract\": true", ""),
    )
    .unwrap();
    for end in ["\n", "\r\n"] {
        overwrite(&square, &written.replace('\n', end)).unwrap();
        let (found, _) = run(dir.path(), "lint --docs @/docs");
        assert!(found.contains("0 errors, 7 warnings, 0 notes"), "{found}");
        let (left, code) = run(dir.path(), "lint --docs @/docs --fix");
        assert!(left.contains("0 errors, 0 warnings, 0 notes") && code == 0, "{left}");
        assert_eq!(fs::read_to_string(&square).unwrap(), meant.replace('\n', end));
    }
}

#[test]
#[allow(clippy::disallowed_methods, reason = "pages are looked at as they are")]
fn lint_mends_pages_and_nothing_else_of_them() {
    let dir = tempfile::tempdir().unwrap();
    let shape = dir.path().join("docs/shape.md");
    let round = dir.path().join("docs/round.md");
    // Its own line for each member, line ends of Windows, a byte order mark; JSON that only needs a comma less and one more.
    let lines = "\u{feff}# shape resource type\n\nThis is an abstract type.\n\n<!--{\n  \"blockType\": \"resource\"\n  \"@odata.type\": \
        \"microsoft.graph.shape\",\n}-->\n```json\n{\"name\": \"String\",}\n```\n";
    overwrite(&shape, &lines.replace('\n', "\r\n")).unwrap();
    let one_line = page("round", "Inherits from [shape](shape.md).", ", \"keyPropety\": \"id\"", "");
    overwrite(&round, &one_line).unwrap();
    let before = fs::metadata(&round).unwrap().permissions();

    let (allowed, _) = run(
        dir.path(),
        "lint --docs @/docs --fix --allow malformed-json --allow misspelt-name --allow \
         base-in-prose-only --allow abstract-in-prose-only",
    );
    assert!(allowed.contains("0 errors, 0 warnings, 0 notes"), "{allowed}");
    assert_eq!(fs::read_to_string(&round).unwrap(), one_line, "what is allowed stays");

    let (left, code) = run(dir.path(), "lint --docs @/docs --fix");
    assert!(left.contains("0 errors, 0 warnings, 0 notes") && code == 0, "{left}");
    let mended = lines
        .replace("\"resource\"\n", "\"resource\",\n")
        .replace("shape\",\n", "shape\",\n  \"abstract\": true\n")
        .replace("String\",}", "String\"}")
        .replace('\n', "\r\n");
    assert_eq!(fs::read_to_string(&shape).unwrap(), mended);
    let mended = one_line
        .replace("round\", \"keyPropety\"", "round\", \"baseType\": \"microsoft.graph.shape\", \"keyProperty\"");
    assert_eq!(fs::read_to_string(&round).unwrap(), mended);
    assert_eq!(fs::metadata(&round).unwrap().permissions(), before);

    // Lines that end as on old Macs.
    overwrite(&shape, &lines.replace('\n', "\r")).unwrap();
    run(dir.path(), "lint --docs @/docs --fix");
    let text = fs::read_to_string(&shape).unwrap();
    assert!(text.contains("\r  \"abstract\": true\r") && !text.contains('\n'), "{text}");

    // To be mended by whoever knows why it says so.
    let empty = page("oval", "Inherits from [shape](shape.md).", ", \"baseType\": null", "");
    overwrite(&dir.path().join("docs/oval.md"), &empty).unwrap();
    let (left, _) = run(dir.path(), "lint --docs @/docs --fix");
    assert!(left.contains("only the text says that `oval` derives from `shape`"), "{left}");
    assert_eq!(fs::read_to_string(dir.path().join("docs/oval.md")).unwrap(), empty);
}

#[test]
#[allow(clippy::disallowed_methods, reason = "a page is looked at as it is")]
fn pages_that_cannot_all_be_mended_stay_as_they_are() {
    let dir = tempfile::tempdir().unwrap();
    docs(dir.path());
    overwrite(&dir.path().join("docs/oval.md"), &page("oval", "Inherits from [shape](shape.md).", "", "")).unwrap();
    let round = dir.path().join("docs/round.md");
    let mut permissions = fs::metadata(&round).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&round, permissions).unwrap();
    let oval = dir.path().join("docs/oval.md");
    let before = fs::read_to_string(&oval).unwrap();
    let (refused, code) = run(dir.path(), "lint --docs @/docs --fix");
    assert!(refused.contains("round.md: permission denied") && code == 3, "{refused} {code}");
    assert_eq!(fs::read_to_string(&oval).unwrap(), before);
}

#[test]
fn lint_prints_for_programs() {
    let dir = tempfile::tempdir().unwrap();
    docs(dir.path());
    for (format, start) in [("json", "{\"at\":{"), ("github", "::notice file="), ("sarif", "{\n  \"$schema\": ")] {
        let (found, code) = run(dir.path(), &format!("lint @/docs --format {format}"));
        assert!(found.starts_with(start) && found.contains("unknown-type") && code == 1, "{found}");
        // What is no finding would be read as one.
        assert!(!found.contains("2 pages"), "{found}");
    }
    let (clean, code) = run(dir.path(), "lint @/docs --format sarif --allow unknown-type --allow base-in-prose-only");
    assert!(clean.contains("\"results\": []") && code == 0, "{clean}");
}

#[test]
#[allow(clippy::disallowed_methods, reason = "pages are looked at as they are")]
fn what_is_in_the_way_of_something_else_is_mended_after_it() {
    let dir = tempfile::tempdir().unwrap();
    let members: Vec<String> = (0..40).map(|at| format!("\"p{at}\": \"String\"")).collect();
    let metadata = "<!-- {\n  \"blockType\": \"resource\",\n  \"@odata.type\": \"microsoft.graph.shape\"\n  \"keyProperty\": \"id\"\n} -->";
    let text = |metadata: &str, comma: &str| {
        format!("{metadata}\n```json\n{{{}}}\n```\n# shape resource type\n\nAn abstract type.\n", members.join(comma))
    };
    overwrite(&dir.path().join("docs/shape.md"), &text(metadata, " ").replace('\n', "\r")).unwrap();
    // Of keys that mean the same, none is chosen.
    let twice = page("round", "A shape.", ", \"keyProperty\": \"id\", \"keyPropety\": \"name\"", "");
    overwrite(&dir.path().join("docs/round.md"), &twice).unwrap();
    let misspelt = page("oval", "Inherits from [shape](shape.md).", ", \"baseTyp\": \"microsoft.graph.shape\"", "");
    overwrite(&dir.path().join("docs/oval.md"), &misspelt).unwrap();

    let (left, _) = run(dir.path(), "lint --docs @/docs --docs @/docs/shape.md --fix");
    assert!(left.contains("misspelt-name 1") && !left.contains("malformed-json"), "{left}");
    let mended = metadata.replace("shape\"\n", "shape\",\n  \"abstract\": true,\n");
    let read = |name: &str| fs::read_to_string(dir.path().join("docs").join(name)).unwrap();
    assert_eq!(read("shape.md"), text(&mended, ", ").replace('\n', "\r"), "one file by two paths, of an old Mac");
    assert_eq!(read("round.md"), twice);
    assert_eq!(read("oval.md"), misspelt.replace("baseTyp\"", "baseType\""));
}

#[test]
fn pages_are_looked_at_beside_those_they_refer_to() {
    let dir = tempfile::tempdir().unwrap();
    docs(dir.path());
    let resources = dir.path().join("api-reference/v1.0/resources");
    for name in ["shape", "round"] {
        let text = crate::source::read_text(&dir.path().join(format!("docs/{name}.md"))).unwrap();
        overwrite(&resources.join(format!("{name}.md")), &text).unwrap();
    }
    let (alone, _) = run(dir.path(), "lint @/docs/round.md");
    assert!(alone.contains("no page defines `microsoft.graph.shape`"), "what is around it is anyone's: {alone}");
    let (beside, code) = run(dir.path(), "lint @/api-reference/v1.0/resources/round.md");
    assert!(
        beside.contains("v1.0: 2 pages") && beside.contains("0 errors, 0 warnings, 1 note") && code == 0,
        "{beside}"
    );
    let part = "\n[!INCLUDE [x](../../includes/row.md)]";
    overwrite(&resources.join("oval.md"), &page("oval", "Oval.", "", part)).unwrap();
    overwrite(&dir.path().join("api-reference/includes/row.md"), "|Property|Type|\n|-|-|\n|radius|edgeKind|\n")
        .unwrap();
    assert!(run(dir.path(), "lint @/api-reference/v1.0/resources/oval.md").0.contains("edgeKind"));
    assert!(!run(dir.path(), "lint @/api-reference/v1.0/resources/round.md").0.contains("edgeKind"));
    let both = "lint @/api-reference/v1.0/resources/round.md @/api-reference/v1.0/resources/shape.md";
    assert!(run(dir.path(), both).0.contains("0 errors, 1 warning, 1 note"));
}

#[cfg(unix)]
#[test]
fn a_checkout_is_known_by_paths_that_do_not_name_it() {
    let dir = tempfile::tempdir().unwrap();
    let text = page("round", "Round.", "", "[!INCLUDE [x](../../includes/row.md)]");
    overwrite(&dir.path().join("api-reference/v1.0/resources/round.md"), &text).unwrap();
    overwrite(&dir.path().join("api-reference/includes/row.md"), "|radius|Double|The radius.|").unwrap();
    std::os::unix::fs::symlink("api-reference/v1.0/resources", dir.path().join("docs")).unwrap();
    let (found, code) = run(dir.path(), "lint @/docs");
    assert!(found.contains("v1.0: 1 page") && found.contains("0 notes") && code == 0, "{found}");
}
