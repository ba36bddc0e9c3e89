//! Many of one thing meet many of another, or stand in a chain.

use msgraph_bindgen::diagnostic::Diagnostics;
use msgraph_bindgen::pipeline::{self, Options};
use msgraph_bindgen::source::{Sources, Version};
use msgraph_bindgen_tests::page;

use super::pages::{many, page_with_json};
use super::types_of;

/// The page `text`, which says that it is in Chinese.
fn chinese(text: &str) -> String {
    format!("---\nms.contentlocale: zh-CN\n---\n\n{text}")
}

/// What there are many of is looked up among the many of another kind, and never by looking at each.
#[test]
fn many_meet_many() {
    const N: usize = 100_000;
    let one = |text: String| vec![("a.md".to_owned(), text)];
    let members = |line: &dyn Fn(usize) -> String| format!("\n## kind values\n\n|Member|\n|:---|\n{}", many(N, line));

    let listing = page("a", "", &"|a|[kind](a.md#kind-values)|Possible values are: `m1`, `m2`, `x`.|\n".repeat(N));
    let long_list: String = (0..N).map(|n| format!("`m{n}`, ")).collect();
    let long_listing = page("a", "", &format!("|a|[kind](a.md#kind-values)|Possible values are: {long_list}`x`.|\n"));
    let rows = many(N, |n| format!("|p{n}|String|A.|\n"));
    let strings = page("a", "", &rows);
    let hiding = page("a", "", &many(N, |n| format!("|p{n}Kind|String|Possible values: `a`, `b`, `c`, `d`.|\n")));
    let enums = many(N, |n| format!("\n### e{n}Kind values\n\n|Member|\n|:---|\n|a|\n|b|\n|c|\n|d|\n|e{n}|\n"));
    let keys = format!("{{\n{}\"z\": 1 }}", many(N, |n| format!("\"k{n}\": \"String\",\n")));
    let pages = many(N, |n| format!("|p{n}|[t{n}](t{n}.md)|A.|\n"));
    let objects = format!("{{\n{}\"z\": 1 }}", many(N, |n| format!("\"p{n}\": {{ \"@odata.type\": \"t{n}\" }},\n")));
    let nameless = page_with_json("a", &"|说明|String|A.|\n".repeat(N), &keys);
    let named = page_with_json("b", "|说明|String|A.|\n", r#"{ "k0": "String" }"#);

    // Esperanto, of which no word is known.
    let esperanto = |text: &str| chinese(text).replace("zh-CN", "eo");
    let links = chinese(&page("a", &"自 [b](b.md) ".repeat(N), "|a|String|A.|\n"));
    let mentions = many(N, |n| format!("Devenas{n} de [b](b.md) kune.\n\n"));

    let inherited = many(N, |n| format!("|q{n}|String|Inherited from [b](b.md).|\n"));
    let strange = vec![
        ("a.md".to_owned(), page("a", "Inherits from [c](c.md).", &inherited)),
        ("b.md".to_owned(), strings.replace("# a ", "# b ")),
        ("c.md".to_owned(), page("c", "", "|r|String|A.|\n")),
    ];
    let mut beside_includes = one(page("a", &many(N, |n| format!("[!INCLUDE [x](includes/{n}.md)]\n\n")), ""));
    beside_includes.extend((0..N).map(|n| (format!("b{n}.md"), String::new())));
    beside_includes.push(("c/includes/c.md".to_owned(), String::new()));

    for (what, pages, types) in [
        ("listed values and members", one(listing.clone() + &members(&|n| format!("|m{n}|\n"))), 2),
        ("translated members and lists", one(chinese(&(listing + &members(&|n| format!("|成员{n}|\n"))))), 2),
        ("translated members and values", one(chinese(&(long_listing + &members(&|n| format!("|成员{n}|\n"))))), 2),
        (
            "enums and strings",
            one(strings.clone() + &many(N, |n| format!("\n### p{n} values\n\n|Member|\n|:---|\n|a|\n"))),
            N + 1,
        ),
        ("strings that list what many enums have", one(hiding + &enums), N + 1),
        ("rows and keys", one(page_with_json("a", &many(N, |n| format!("|K{n}|String|A.|\n")), &keys)), 1),
        ("rows and objects", one(page_with_json("a", &pages, &objects)), N + 1),
        ("words and links", one(links), 1),
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
        ("rows and rows of what isn't above", strange, 3),
        ("includes and pages", beside_includes, 1),
        ("bases and bases", one(page("a", &many(N, |n| format!("Inherits from [x{n}](x{n}.md).\n\n")), "")), N + 1),
    ] {
        assert_eq!(types_of(&pages), types, "{what}");
    }
}

/// Each namespace is a module, with its own place among the others.
#[test]
fn namespaces_may_be_many() {
    const N: usize = 20_000;
    let of = |n: usize| {
        let text = page(&format!("t{n}"), "", "").replace("microsoft.graph", &format!("microsoft.graph.n{n}"));
        (format!("t{n}.md"), text)
    };
    let pages: Vec<_> = (0..N).map(of).collect();
    let sources = Sources::from_texts(pages.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let files = pipeline::run(&sources, &Options::new(Version::Beta), &mut Diagnostics::new()).expect("bindings");
    assert!(files.len() > 2 * N);
}

/// Pages in a chain: what is found on one leads to the next.
#[test]
fn chains_may_be_long() {
    const N: usize = 20_000;
    let of = |page: &dyn Fn(usize) -> String| (0..N).map(|n| (format!("t{n}.md"), page(n))).collect::<Vec<_>>();

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
    pipeline::check(&sources, &mut cx);
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
