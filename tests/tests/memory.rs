//! Reading takes memory in proportion to the input: JSON by the constants that the support module states, pages by one
//! of their own.

use msgraph_bindgen::diagnostic::Diagnostics;
use msgraph_bindgen::pipeline;
use msgraph_bindgen::source::Sources;
use msgraph_bindgen_tests::page;
use msgraph_bindings::support::Collection;
use msgraph_bindings::{CustomCalloutExtension, User};
use peak_alloc::PeakAlloc;
use serde::de::DeserializeOwned;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// For each byte of input that isn't a whole object of a known type.
const PER_BYTE: usize = 200;

/// The most that reading `json` takes at a time, result included.
fn peak<T: DeserializeOwned>(json: &str) -> usize {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let read: serde_json::Result<T> = serde_json::from_str(json);
    assert!(read.is_ok(), "{:?}", read.err());
    MEMORY.peak_usage() - before
}

/// One more than what a list that grows by doubling has room for: the worst that can happen.
const COUNT: usize = (1 << 18) + 1;

fn many(open: &str, element: &str, close: &str) -> String {
    format!("{open}{}{element}{close}", format!("{element},").repeat(COUNT - 1))
}

// One test, for memory is counted for the whole process.
#[test]
fn memory_is_bounded_by_the_input() {
    let text = "é".repeat(50 << 20);
    let escaped = r"\u00e9".repeat(1 << 20);
    for (text, times) in [(&text, 1), (&escaped, 3)] {
        for name in ["displayName", "unknown"] {
            let json = format!(r#"{{"{name}":"{text}"}}"#);
            let peak = peak::<User>(&json);
            assert!(peak <= json.len() * times + 10_000, "{name}: {peak} bytes for {}", json.len());
        }
    }

    // Where the tag comes last, all else waits for it.
    let tag = r##""@odata.type":"#microsoft.graph.onOtpSendCustomExtension"}"##;
    for element in ["0", r#""""#, "[]", "{}", r#"{"":0}"#, "[[0]]", r#"[{"":[{}]}]"#] {
        let json = many(r#"{"unknown":["#, element, &format!("],{tag}"));
        let peak = peak::<CustomCalloutExtension>(&json);
        assert!(peak <= json.len() * PER_BYTE, "{element}: {peak} bytes for {}", json.len());
    }
    let mut members: Vec<String> = (0..200_000).map(|i| format!(r#""{i}":0"#)).collect();
    members.push(tag.trim_end_matches('}').to_owned());
    let json = format!("{{{}}}", members.join(","));
    let peak_of_members = peak::<CustomCalloutExtension>(&json);
    assert!(peak_of_members <= json.len() * PER_BYTE, "{peak_of_members} bytes for {}", json.len());

    // An empty object is a whole struct; the list that it is in grows by doubling.
    let json = many(r#"{"value":["#, "{}", "]}");
    let peak = peak::<Collection<User>>(&json);
    assert!(peak <= 4 * COUNT * size_of::<User>(), "{peak} bytes for {COUNT} users of {}", size_of::<User>());

    pages_take_what_they_are_long();
}

/// For each byte of a page, where four of them are a thing with a place, words and kind of its own.
const PER_BYTE_OF_PAGE: usize = 300;

fn pages_take_what_they_are_long() {
    const N: usize = 100_000;
    let words = "one of the words. ".repeat(N);
    let rows: String = (0..N).map(|n| format!("|p{n}|String|A.|\n")).collect();
    for (what, text) in [
        ("prose", page("a", &words, "|a|String|A.|\n")),
        ("a cell", page("a", "", &format!("|a|String|{words}|\n"))),
        ("rows", page("a", "", &rows)),
        ("brackets", page("a", &"[".repeat(N), "|a|String|A.|\n")),
        ("nested lists", page("a", &"- ".repeat(N), "|a|String|A.|\n")),
        ("items", page("a", &"- a\n".repeat(N), "|a|String|A.|\n")),
        (
            "spans",
            page("a", &format!("<table>{}", "<tr><td>p<td colspan=99 rowspan=0>q r".repeat(N)), "|a|String|A.|\n"),
        ),
        ("links", page("a", &"[a](a.md) ".repeat(N), "|a|String|A.|\n")),
    ] {
        let sources = Sources::from_texts([("a.md", text.as_str())]);
        let before = MEMORY.current_usage();
        MEMORY.reset_peak_usage();
        pipeline::check(&sources, &mut Diagnostics::new());
        let peak = MEMORY.peak_usage() - before;
        assert!(peak <= text.len() * PER_BYTE_OF_PAGE, "{what}: {peak} bytes for {}", text.len());
    }
}
