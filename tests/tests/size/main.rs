//! Size alone breaks nothing, and costs no more than itself.
//!
//! How long things take is measured by the benchmark, for tests run on machines that are busy; yet whatever isn't
//! linear takes minutes here instead of seconds.

use msgraph_bindgen::diagnostic::Diagnostics;
use msgraph_bindgen::pipeline::{self, Options};
use msgraph_bindgen::source::{Sources, Version};
use msgraph_bindgen::stages;
use msgraph_bindgen_tests::page;

mod numbers;
mod pages;

use pages::{large_pages, page_with_json};

/// The types, the diagnostics and the bytes of output that come of one page.
fn measure(path: &str, text: &str) -> (usize, usize, usize) {
    let mut cx = Diagnostics::new();
    let sources = Sources::from_texts([(path, text)]);
    let (files, types) =
        stages::run_and(&sources, &Options::new(Version::Beta), &mut cx, |resolved, _| resolved.types().len())
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
        let has_two = matches!(*path, "members.md" | "tables.md" | "slip.md" | "inherited-rows.md");
        let expected = if has_two { 2 } else { 1 };
        assert_eq!((types, types_of_large), (expected, expected), "{path}");
        assert!(problems_of_large <= 4 * problems + 4, "{path}: {problems} became {problems_of_large} problems");
        // Numbers in names grow by a digit.
        assert!(bytes_of_large <= 5 * bytes, "{path}: {bytes} became {bytes_of_large} bytes");
    }
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
    stages::resolve_docs(&sources, &mut Diagnostics::new(), |resolved| resolved.types().len())
}

/// What every struct repeats is repeated so many times, and no more.
#[test]
fn inheritance_has_its_limits() {
    let rows: String = (0..2_000).map(|n| format!("|p{n}|String|A.|\n")).collect();
    let of = |n: usize| (format!("t{n}.md"), page(&format!("t{n}"), "Inherits from [a](a.md).", "|q|String|A.|\n"));
    let pages: Vec<_> = std::iter::once(("a.md".to_owned(), page("a", "", &rows))).chain((0..2_000).map(of)).collect();
    let sources = Sources::from_texts(pages.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let mut cx = Diagnostics::new();
    let files = pipeline::run(&sources, &Options::new(Version::Beta), &mut cx).expect("bindings");
    let bytes: usize = files.iter().map(|file| file.text.len()).sum();
    assert!(bytes < 10_000_000, "{bytes} bytes");
    assert_eq!(cx.sorted().iter().filter(|told| told.rule.name == "inheritance-limit").count(), 2_000);
}
