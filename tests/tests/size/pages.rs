//! Pages that are large.

use msgraph_bindgen_tests::page;

/// A page, by what is large about it.
pub type Large = (&'static str, String);

/// Ways to be large, `n` times each.
pub fn large_pages(n: usize) -> Vec<Large> {
    [of_pipes(n), of_html(n), of_lists(n), of_text(n), of_words(n)].concat()
}

/// `n` lines, each with its number.
pub fn many(n: usize, line: impl Fn(usize) -> String) -> String {
    (0..n).map(line).collect()
}

/// Large in tables of pipes, and enums in them.
fn of_pipes(n: usize) -> Vec<Large> {
    vec![
        ("dashes.md", {
            let rows = many(n, |n| format!("|p{n}|[n](n.md) collection|With `code`.|\n"));
            format!("{}\n|Property|Type|Description|\n|:---|:---|\n{rows}", page("n", "", ""))
        }),
        ("header.md", {
            let rows = many(n, |n| format!("|p{n}|String\n"));
            format!("{}\n|Property|Type{}\n|:---|:---|\n{rows}", page("o", "", ""), "|a".repeat(n))
        }),
        ("torn.md", page("z", &"a|b\n-|-\n***\n    <!-- x\n\n".repeat(n), "|a|String|A.|\n")),
        ("torn-lists.md", page("aa", &"* a|b\n  -|-\n  <!-- x\n".repeat(n), "|a|String|A.|\n")),
        ("rows.md", page("b", "", &many(n, |n| format!("|p{n}|String|Read-only. Supports `$filter` (`eq`).|\n")))),
        ("same.md", page("e", "", &many(n, |_| "|again|Int32|Twice.|\n".to_owned()))),
        (
            "members.md",
            format!("{}\n### size values\n\n|Member|\n|:---|\n{}", page("c", "", ""), many(n, |n| format!("|m{n}|\n"))),
        ),
        (
            "tables.md",
            format!(
                "{}\n### size values\n\n{}",
                page("c", "", ""),
                many(n, |n| format!("|Member|\n|:---|\n|m{n}|\n\n"))
            ),
        ),
        ("untyped.md", {
            let table = format!("|Property|Description|\n|:---|:---|\n{}", many(n, |n| format!("|p{n}|A.|\n")));
            let json = format!("{{ {} }}", many(n, |n| format!("\"q{n}\": \"String\",\n")));
            page_with_json("w", "", &json).replace("## JSON", &format!("## Properties\n\n{table}\n## JSON"))
        }),
    ]
}

/// Large in HTML.
fn of_html(n: usize) -> Vec<Large> {
    vec![
        ("html.md", {
            let rows = many(n, |n| format!("<tr><td>p{n}<td><a href='p.md'>p</a><td>With &amp; and<br> <p>.</tr>\n"));
            page_of_html("p", &rows)
        }),
        ("html-header.md", {
            let rows = "<tr><td>p".repeat(n);
            format!("{}\n<table><th>Property<th>Type{}\n{rows}", page("t", "", "|a|String|A.|\n"), "<th>a".repeat(n))
        }),
        ("html-cells.md", page_of_html("q", &format!("<tr><td>p<td>String{}", "<td> a".repeat(n)))),
        ("html-tables.md", page_of_html("r", &format!("<tr><td>p<td>String<td>{}", "<table><td>".repeat(n)))),
        ("html-spans.md", page_of_html("am", &"<tr><td>p<td colspan=99 rowspan=0>String".repeat(n))),
        (
            "html-columns.md",
            page_of_html("x", &"<tr><td>p<td>q".repeat(n))
                .replace("<th>Property<th>Type<th>Description", &"<th>a".repeat(n)),
        ),
        ("html-types.md", {
            let header = format!("<table><th>Type<th>Description{}", "<th>a".repeat(n));
            page_of_html("y", &format!("</table>\n\n{header}{}", "<tr><td>String<td>An a.".repeat(n)))
        }),
        ("html-names.md", {
            let header = format!("<table>{}<th>Type<th>Description", "<th>Zork".repeat(n));
            let rows = format!("<tr>{}{}", "<td>a".repeat(n), "<tr><td>b".repeat(n));
            page_of_html("ae", &format!("</table>\n\n{header}{rows}"))
        }),
        ("html-blocks.md", page_of_html("s", &many(n, |n| format!("<tr><td>p{n}<td>\n\nString\n\n<td>`a`\n\n")))),
    ]
}

/// Large in lists and quotes.
fn of_lists(n: usize) -> Vec<Large> {
    vec![
        ("lists.md", page("l", &"- ".repeat(n / 4), "|a|String|A.|\n")),
        ("quotes.md", format!("{}{}", page("f", "", "|a|String|A.|\n"), ">".repeat(n / 4))),
    ]
}

/// Large in text that Markdown or JSON has to see through.
fn of_text(n: usize) -> Vec<Large> {
    vec![
        ("prose.md", {
            let sentence = "Inherits from nothing, is the base type of [nobody](nobody.md), and is not abstract. ";
            page("a", &sentence.repeat(n), "|a|String|A.|\n")
        }),
        ("brackets.md", page("g", &"[".repeat(n), &format!("|a|String|{}|\n", "[x][".repeat(n)))),
        ("ticks.md", page("h", &"`a ``b ".repeat(n), "|a|String|A.|\n")),
        ("fences.md", page("bz", &format!("```\n{}\n```\n", "x ``` y ".repeat(n)), "|a|String|A.|\n")),
        ("comments.md", format!("{}\n\n{}", page("i", "", "|a|String|A.|\n"), "<!-- ".repeat(n))),
        (
            "front.md",
            format!("---\n{}---\n\n{}", many(n, |n| format!("key{n}: value\n")), page("m", "", "|a|String|A.|\n")),
        ),
        ("json.md", {
            let json = "[{\"a\":".repeat(n);
            let block = format!("<!-- {{ \"blockType\": \"resource\" -->\n```json\n{json}\n```\n");
            format!("{}\n\n## JSON representation\n\n{block}", page("j", "", "|a|String|A.|\n"))
        }),
        ("tabs.md", {
            let about = r#"{ "blockType": "resource", "@odata.type": "microsoft.graph.aq" }"#;
            let tabs = format!("\n# [x](#tab/x)\n\n<!-- {about} -->\n").repeat(n);
            page("aq", "", "|a|String|A.|\n") + &tabs
        }),
        ("breaks.md", page("ar", &format!("Inherits{}from nothing.", "<br>".repeat(n)), "|a|String|A.|\n")),
        ("deprecating.md", {
            let notes = many(n, |n| format!("We are deprecating the p{n} property. "));
            page("at", &notes, &many(n, |n| format!("|p{n}|String|A.|\n")))
        }),
        ("deprecated-again.md", {
            let row = format!("|p|String|Deprecated since{} too.|\n", " old times".repeat(n));
            page("az", &"The p property is deprecated. ".repeat(n), &row)
        }),
    ]
}

/// Large in descriptions and cells of types.
fn of_words(n: usize) -> Vec<Large> {
    vec![
        ("line.md", {
            let listed = "Possible values are: `a`, deprecated. ".repeat(n);
            page("d", "", &format!("|a|String|{listed}|\n"))
        }),
        ("later.md", {
            let (first, more) = (many(n, |n| format!("`a{n}`, ")), many(n, |n| format!("`b{n}`, ")));
            let header = "`Prefer: include-unknown-enum-members`";
            page("v", "", &format!("|a|String|The possible values are: {first}. Use {header} for {more}|\n"))
        }),
        ("marked.md", page("ap", "", &format!("|a|String|{}|\n", "`a` (default) ".repeat(n)))),
        ("read-only.md", page("u", "", &format!("|a|String|Whether {}|\n", "it is read-only ".repeat(n)))),
        ("required.md", page("ab", "", &format!("|a|String|{}|\n", "(required on create if ".repeat(n)))),
        ("between.md", page("ac", "", &format!("|a|String|{}|\n", "between 8 ".repeat(n)))),
        ("generated.md", page("ad", "", &format!("|a|String|{}generated|\n", "up to 5 characters ".repeat(n)))),
        ("types.md", page("k", "", &format!("|a|{}|A.|\n", "[k](k.md) or ".repeat(n)))),
        ("inherited.md", {
            let text = page("au", "", &format!("|a|String|{}|\n", "Hérite de z. ".repeat(n)));
            format!("---\nms.contentlocale: fr-FR\n---\n\n{text}")
        }),
        ("footnotes.md", page("aw", "", &format!("|{}|String|A.|\n", "ab<sup>1</sup>".repeat(n)))),
        ("slip.md", {
            let name = "a".repeat(n);
            let members = format!("### size values\n\n|Member|\n|:---|\n|b|\n|c|\n|{name}|\n");
            page("ax", "", &format!("|a|size|Possible values are: `b`, `c`, `{name}d`.|\n")) + "\n" + &members
        }),
        ("inherited-rows.md", page("ay", "", &many(n, |n| format!("|p{n}|String|Inherited from entity.|\n")))),
        ("alike.md", page("av", "", &many(n, |n| format!("|{}|String|A.|\n", alike(n))))),
    ]
}

/// The name of a property that has the same one as all others in Rust.
fn alike(n: usize) -> String {
    (0..20).map(|bit| ["a_", "a__"][n >> bit & 1]).collect()
}

/// A page about `name` whose properties stand in a table of HTML, never closed.
fn page_of_html(name: &str, rows: &str) -> String {
    format!("{}\n<table><th>Property<th>Type<th>Description\n{rows}", page(name, "", "|a|String|A.|\n"))
}

/// A page about `name` with a JSON representation.
pub fn page_with_json(name: &str, rows: &str, json: &str) -> String {
    let about = format!(r#"{{ "blockType": "resource", "@odata.type": "microsoft.graph.{name}" }}"#);
    format!("{}\n## JSON representation\n\n<!-- {about} -->\n\n```json\n{json}\n```\n", page(name, "", rows))
}
