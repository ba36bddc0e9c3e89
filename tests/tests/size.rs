//! Size alone breaks nothing, and costs no more than itself.
//!
//! How long things take is measured by the benchmark, for tests run on machines that are busy; yet whatever isn't
//! linear takes minutes here instead of seconds.

use msgraph_bindgen::diagnostic::Diagnostics;
use msgraph_bindgen::pipeline::{self, Options};
use msgraph_bindgen::source::{Sources, Version};
use msgraph_bindgen_tests::page;

/// Ways to be large, `n` times each.
fn large_pages(n: usize) -> [(&'static str, String); 42] {
    let many = |line: &dyn Fn(usize) -> String| (0..n).map(line).collect::<String>();
    let prose = "Inherits from nothing, is the base type of [nobody](nobody.md), and is not abstract. ".repeat(n);
    let members =
        format!("{}\n### size values\n\n|Member|\n|:---|\n{}", page("c", "", ""), many(&|n| format!("|m{n}|\n")));
    let json = format!(
        "## JSON representation\n\n<!-- {{ \"blockType\": \"resource\" -->\n```json\n{}\n```\n",
        "[{\"a\":".repeat(n)
    );
    let listed = "Possible values are: `a`, deprecated. ".repeat(n);
    [
        ("prose.md", page("a", &prose, "|a|String|A.|\n")),
        ("dashes.md", {
            let rows = many(&|n| format!("|p{n}|[n](n.md) collection|With `code`.|\n"));
            format!("{}\n|Property|Type|Description|\n|:---|:---|\n{rows}", page("n", "", ""))
        }),
        ("header.md", {
            let rows = many(&|n| format!("|p{n}|String\n"));
            format!("{}\n|Property|Type{}\n|:---|:---|\n{rows}", page("o", "", ""), "|a".repeat(n))
        }),
        ("html.md", {
            let rows = many(&|n| format!("<tr><td>p{n}<td><a href='p.md'>p</a><td>With &amp; and<br> <p>.</tr>\n"));
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
        ("torn.md", page("z", &"a|b\n-|-\n***\n    <!-- x\n\n".repeat(n), "|a|String|A.|\n")),
        ("torn-lists.md", page("aa", &"* a|b\n  -|-\n  <!-- x\n".repeat(n), "|a|String|A.|\n")),
        ("required.md", page("ab", "", &format!("|a|String|{}|\n", "(required on create if ".repeat(n)))),
        ("between.md", page("ac", "", &format!("|a|String|{}|\n", "between 8 ".repeat(n)))),
        ("generated.md", page("ad", "", &format!("|a|String|{}generated|\n", "up to 5 characters ".repeat(n)))),
        ("mdx.md", page("aj", &format!("{}*/}} x", "{/* x\n\n".repeat(n)), "|a|String|A.|\n")),
        ("mdx-open.md", page("an", &format!("{}*/ x", "{/* x\n\n".repeat(n)), "|a|String|A.|\n")),
        ("mdx-prose.md", page("ao", &format!("{}*/}}\nx", "{/* x\n\n".repeat(n)), "|a|String|A.|\n")),
        ("bold.md", page("ak", &"**Relationships**\n\n## JSON representation\n\n".repeat(n), "|a|String|A.|\n")),
        ("html-headings.md", page("al", &"<h3 id=\"a\">a</h3>\n\n".repeat(n), "|a|String|A.|\n")),
        ("list.md", page_of_list("af", &many(&|n| format!("- p{n} (String, required): A.\n  - `a`: B.\n\n  C.\n")))),
        ("list-item.md", page_of_list("ag", &format!("- p (String): A.\n{}", "  - `a`\n".repeat(n)))),
        ("list-of-all.md", page_of_list("ah", &format!("{}- none\n", many(&|n| format!("- p{n} (String)\n"))))),
        ("headings.md", {
            let flags = "- Required: yes\n- Description: A.\n".repeat(n);
            page_of_list(
                "ai",
                &format!("### p\n\n- Type: String\n{flags}{}", many(&|n| format!("### q{n}\n\nString\n\n"))),
            )
        }),
        ("html-blocks.md", page_of_html("s", &many(&|n| format!("<tr><td>p{n}<td>\n\nString\n\n<td>`a`\n\n")))),
        ("rows.md", page("b", "", &many(&|n| format!("|p{n}|String|Read-only. Supports `$filter` (`eq`).|\n")))),
        ("members.md", members),
        ("line.md", page("d", "", &format!("|a|String|{listed}|\n"))),
        ("read-only.md", page("u", "", &format!("|a|String|Whether {}|\n", "it is read-only ".repeat(n)))),
        ("later.md", {
            let (first, more) = (many(&|n| format!("`a{n}`, ")), many(&|n| format!("`b{n}`, ")));
            let header = "`Prefer: include-unknown-enum-members`";
            page("v", "", &format!("|a|String|The possible values are: {first}. Use {header} for {more}|\n"))
        }),
        ("untyped.md", {
            let table = format!("|Property|Description|\n|:---|:---|\n{}", many(&|n| format!("|p{n}|A.|\n")));
            let json = format!("{{ {} }}", many(&|n| format!("\"q{n}\": \"String\",\n")));
            page_with_json("w", "", &json).replace("## JSON", &format!("## Properties\n\n{table}\n## JSON"))
        }),
        ("same.md", page("e", "", &many(&|_| "|again|Int32|Twice.|\n".to_owned()))),
        ("quotes.md", format!("{}{}", page("f", "", "|a|String|A.|\n"), ">".repeat(n / 4))),
        ("brackets.md", page("g", &"[".repeat(n), &format!("|a|String|{}|\n", "[x][".repeat(n)))),
        ("ticks.md", page("h", &"`a ``b ".repeat(n), "|a|String|A.|\n")),
        ("comments.md", format!("{}\n\n{}", page("i", "", "|a|String|A.|\n"), "<!-- ".repeat(n))),
        ("json.md", format!("{}\n\n{json}", page("j", "", "|a|String|A.|\n"))),
        ("types.md", page("k", "", &format!("|a|{}|A.|\n", "[k](k.md) or ".repeat(n)))),
        ("lists.md", page("l", &"- ".repeat(n / 4), "|a|String|A.|\n")),
        (
            "front.md",
            format!("---\n{}---\n\n{}", many(&|n| format!("key{n}: value\n")), page("m", "", "|a|String|A.|\n")),
        ),
        (
            "tables.md",
            format!("{}\n### size values\n\n{}", page("c", "", ""), many(&|n| format!("|Member|\n|:---|\n|m{n}|\n\n"))),
        ),
    ]
}

/// A page about `name` whose properties stand in a table of HTML, never closed.
fn page_of_html(name: &str, rows: &str) -> String {
    format!("{}\n<table><th>Property<th>Type<th>Description\n{rows}", page(name, "", "|a|String|A.|\n"))
}

/// A page about `name` whose properties stand in `list`.
fn page_of_list(name: &str, list: &str) -> String {
    page(name, "", "").split("## Properties").next().unwrap_or_default().to_owned() + "## Properties\n\n" + list
}

/// The types, the diagnostics and the bytes of output that come of one page.
fn measure(path: &str, text: &str) -> (usize, usize, usize) {
    let mut cx = Diagnostics::new();
    let sources = Sources::from_texts([(path, text)]);
    let (files, types) =
        pipeline::run(&sources, &Options::new(Version::Beta), &mut cx, |resolved, _| resolved.types().len())
            .expect("bindings");
    (types, cx.sorted().len(), files.iter().map(|file| file.text.len()).sum())
}

/// What is four times as large makes four times as much, at most.
#[test]
fn size_alone_breaks_nothing() {
    const SMALL: usize = 25_000;
    for ((path, small), (_, large)) in large_pages(SMALL).iter().zip(&large_pages(4 * SMALL)) {
        let (types, problems, bytes) = measure(path, small);
        let (types_of_large, problems_of_large, bytes_of_large) = measure(path, large);
        let expected = if matches!(*path, "members.md" | "tables.md") { 2 } else { 1 };
        assert_eq!((types, types_of_large), (expected, expected), "{path}");
        assert!(problems_of_large <= 4 * problems + 4, "{path}: {problems} became {problems_of_large} problems");
        // Numbers in names grow by a digit.
        assert!(bytes_of_large <= 5 * bytes, "{path}: {bytes} became {bytes_of_large} bytes");
    }
}

/// A page about `name` with a JSON representation.
fn page_with_json(name: &str, rows: &str, json: &str) -> String {
    let about = format!(r#"{{ "blockType": "resource", "@odata.type": "microsoft.graph.{name}" }}"#);
    format!("{}\n## JSON representation\n\n<!-- {about} -->\n\n```json\n{json}\n```\n", page(name, "", rows))
}

/// One line of five million bytes, wherever there are lines.
#[test]
fn a_line_may_be_as_long_as_a_page() {
    const LENGTH: usize = 5_000_000;
    let words = "one of the words. ".repeat(LENGTH / 18);
    let row = "|a|String|A.|\n";
    for (place, text) in [
        ("prose", page("a", &words, row)),
        ("heading", page("a", &format!("## {words}"), row)),
        ("comment", page("a", &format!("<!-- {words} -->"), row)),
        ("cell", page("a", "", &format!("|a|String|{words}|\n"))),
        ("cells", page("a", "", &format!("|a|String|A.{}\n", "|b".repeat(LENGTH / 2)))),
        ("string", page_with_json("a", row, &format!(r#"{{ "a": "{words}" }}"#))),
        ("members", page_with_json("a", row, &format!("{{ {} }}", r#""a": "b", "#.repeat(LENGTH / 10)))),
        ("front matter", format!("---\ntitle: \"{words}\"\n---\n\n{}", page("a", "", row))),
    ] {
        let (types, problems, _) = measure("page.md", &text);
        assert_eq!(types, 1, "{place}");
        assert!(problems <= 2, "{place}: {problems} problems");
    }
}

#[test]
fn a_page_of_ten_megabytes_is_a_page() {
    let mut text = page("a", "", "|a|String|A.|\n");
    let mut parts = 0;
    while text.len() < 10_000_000 {
        text += &format!(
            "\nSome [prose](a.md) with `code` and **strong** words.\n\n- an item\n- another\n\n### kind{parts} values\n\n\
             |Member|Value|Description|\n|:---|:---|:---|\n|a|0|The first.|\n|b|1|The second.|\n\n> [!NOTE]\n> A note.\n\n\
             ```json\n{{ \"a\": [1, 2, {{ \"b\": null }}] }}\n```\n"
        );
        parts += 1;
    }
    assert_eq!(types_of(&[("a.md".to_owned(), text)]), parts + 1);
}

/// How many types the pages define.
fn types_of(pages: &[(String, String)]) -> usize {
    let sources = Sources::from_texts(pages.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    pipeline::resolve_docs(&sources, &mut Diagnostics::new(), |resolved| resolved.types().len())
}

/// What there are many of is looked up among the many of another kind, and never by looking at each.
#[test]
fn many_meet_many() {
    const N: usize = 100_000;
    let many = |line: &dyn Fn(usize) -> String| (0..N).map(line).collect::<String>();
    let one = |text: String| vec![("a.md".to_owned(), text)];
    let chinese = |text: &str| format!("---\nms.contentlocale: zh-CN\n---\n\n{text}");
    let members = |line: &dyn Fn(usize) -> String| format!("\n## kind values\n\n|Member|\n|:---|\n{}", many(line));

    let listing = page("a", "", &"|a|[kind](a.md#kind-values)|Possible values are: `m1`, `m2`, `x`.|\n".repeat(N));
    let long_list: String = (0..N).map(|n| format!("`m{n}`, ")).collect();
    let long_listing = page("a", "", &format!("|a|[kind](a.md#kind-values)|Possible values are: {long_list}`x`.|\n"));
    let rows = many(&|n| format!("|p{n}|String|A.|\n"));
    let strings = page("a", "", &rows);
    let hiding = page("a", "", &many(&|n| format!("|p{n}Kind|String|Possible values: `a`, `b`, `c`, `d`.|\n")));
    let enums = many(&|n| format!("\n### e{n}Kind values\n\n|Member|\n|:---|\n|a|\n|b|\n|c|\n|d|\n|e{n}|\n"));
    let keys = format!("{{\n{}\"z\": 1 }}", many(&|n| format!("\"k{n}\": \"String\",\n")));
    let nameless = page_with_json("a", &"|说明|String|A.|\n".repeat(N), &keys);
    let named = page_with_json("b", "|说明|String|A.|\n", r#"{ "k0": "String" }"#);

    // Esperanto, of which no word is known.
    let esperanto = |text: &str| chinese(text).replace("zh-CN", "eo");
    let mentions = many(&|n| format!("Devenas{n} de [b](b.md) kune.\n\n"));

    let mut beside_includes = one(page("a", &many(&|n| format!("[!INCLUDE [x](includes/{n}.md)]\n\n")), ""));
    beside_includes.extend((0..N).map(|n| (format!("b{n}.md"), String::new())));
    beside_includes.push(("c/includes/c.md".to_owned(), String::new()));

    for (what, pages, types) in [
        ("listed values and members", one(listing.clone() + &members(&|n| format!("|m{n}|\n"))), 2),
        ("translated members and lists", one(chinese(&(listing + &members(&|n| format!("|成员{n}|\n"))))), 2),
        ("translated members and values", one(chinese(&(long_listing + &members(&|n| format!("|成员{n}|\n"))))), 2),
        (
            "enums and strings",
            one(strings.clone() + &many(&|n| format!("\n### p{n} values\n\n|Member|\n|:---|\n|a|\n"))),
            N + 1,
        ),
        ("strings that list what many enums have", one(hiding + &enums), N + 1),
        ("rows and keys", one(page_with_json("a", &many(&|n| format!("|K{n}|String|A.|\n")), &keys)), 1),
        (
            "translated rows and keys",
            vec![("a.md".to_owned(), chinese(&nameless)), ("b.md".to_owned(), chinese(&named))],
            2,
        ),
        (
            "mentions and rows of what is mentioned",
            vec![
                ("a.md".to_owned(), esperanto(&page("a", &mentions, &rows))),
                ("b.md".to_owned(), esperanto(&strings.replace("# a ", "# b "))),
            ],
            2,
        ),
        ("includes and pages", beside_includes, 1),
    ] {
        assert_eq!(types_of(&pages), types, "{what}");
    }
}

/// Pages in a chain: what is found on one leads to the next.
#[test]
fn chains_may_be_long() {
    const N: usize = 20_000;
    let of = |page: &dyn Fn(usize) -> String| (0..N).map(|n| (format!("t{n}.md"), page(n))).collect::<Vec<_>>();
    let chinese = |text: &str| format!("---\nms.contentlocale: zh-CN\n---\n\n{text}");

    // Each page names what the one before it named, and one thing more.
    let mut teaching = of(&|n| {
        let rows = format!("|名{n}|String|A.|\n|名{}|String|A.|\n", n + 1);
        let json = format!(r#"{{ "k{n}": "String", "k{}": "String" }}"#, n + 1);
        chinese(&page_with_json(&format!("t{n}"), &rows, &json))
    });
    teaching.push(("z.md".to_owned(), chinese(&page_with_json("z", "|名0|String|A.|\n", r#"{ "k0": "String" }"#))));
    assert_eq!(types_of(&teaching), N + 1);

    // Where nothing else tells, the chain ends after as many pages as there are rounds; what the last one taught is told.
    let mut limited = of(&|n| {
        let rows = format!("|名{n}|Int32|A.|\n|名{}|Int32|A.|\n", n + 1);
        let json = format!(r#"{{ "k{n}": 1, "k{}": 1, "more": "String" }}"#, n + 1);
        chinese(&page_with_json(&format!("t{n}"), &rows, &json))
    });
    limited.push(("z.md".to_owned(), chinese(&page_with_json("z", "|名0|Int32|A.|\n", r#"{ "k0": 1 }"#))));
    let sources = Sources::from_texts(limited.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let mut cx = Diagnostics::new();
    pipeline::resolve_docs(&sources, &mut cx, |_| ());
    assert_eq!(cx.sorted().iter().filter(|told| told.rule.name == "translated-name").count(), 2 * 32);

    // Enums of one name, each of which might be what a property lists.
    let listed: String = (0..N).map(|n| format!("`m{n}`, ")).collect();
    let mut alike = of(&|n| {
        let of_a_namespace =
            page(&format!("t{n}"), "", "").replace("microsoft.graph", &format!("microsoft.graph.n{n}"));
        chinese(&format!("{of_a_namespace}\n## kind values\n\n|Member|\n|:---|\n|成员|\n"))
    });
    alike.push(("z.md".to_owned(), chinese(&page("z", "", &format!("|a|kind|Possible values are: {listed}`x`.|\n")))));
    assert!(types_of(&alike) > 2 * N);

    let derived = of(&|n| {
        let prose = format!("Inherits from [t{0}](t{0}.md).", n + 1);
        page(&format!("t{n}"), &prose, &format!("|p{n}|String|A.|\n"))
    });
    assert_eq!(types_of(&derived), N + 1);
}

/// What every struct repeats is repeated so many times, and no more.
#[test]
fn inheritance_has_its_limits() {
    let rows: String = (0..2_000).map(|n| format!("|p{n}|String|A.|\n")).collect();
    let of = |n: usize| (format!("t{n}.md"), page(&format!("t{n}"), "Inherits from [a](a.md).", "|q|String|A.|\n"));
    let pages: Vec<_> = std::iter::once(("a.md".to_owned(), page("a", "", &rows))).chain((0..2_000).map(of)).collect();
    let sources = Sources::from_texts(pages.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let mut cx = Diagnostics::new();
    let (files, ()) = pipeline::run(&sources, &Options::new(Version::Beta), &mut cx, |_, _| ()).expect("bindings");
    let bytes: usize = files.iter().map(|file| file.text.len()).sum();
    assert!(bytes < 10_000_000, "{bytes} bytes");
    assert_eq!(cx.sorted().iter().filter(|told| told.rule.name == "inheritance-limit").count(), 2_000);
}
