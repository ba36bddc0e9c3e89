//! What comes out says what went in, and nothing else, to whoever reads Markdown.

use std::borrow::Cow;

use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::*;

/// Links to pages are types, links to addresses stay, others have no target.
fn linker(text: &str, target: &str) -> Option<Target> {
    if target.starts_with("http") {
        Some(Target::Url(target.to_owned()))
    } else if target.ends_with(".md") {
        Some(Target::Item(format!("[{}](super::User)", markdown::text_of_link(text))))
    } else {
        None
    }
}

fn lines(runs: Vec<Run<'_>>) -> Vec<String> {
    paragraphs(&Doc { paragraphs: vec![runs] }, &linker)
}

fn text(words: &str) -> Run<'_> {
    Run::Text(Cow::Borrowed(words))
}

fn code(words: &str) -> Run<'_> {
    Run::Code(Cow::Borrowed(words))
}

fn link<'s>(words: &'s str, target: &'s str) -> Run<'s> {
    Run::Link { text: Cow::Borrowed(words), target: Cow::Borrowed(target) }
}

/// The words that a reader of `markdown` sees, with code in `⟨⟩`; an error names what should not be there.
fn seen(markdown: &str) -> Result<String, String> {
    // As rustdoc reads it, but for smart punctuation.
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let mut words = String::new();
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Text(text) => words.push_str(&text),
            Event::Code(code) => words.extend(["\u{27e8}", &code, "\u{27e9}"]),
            Event::HardBreak => words.push('\n'),
            Event::Start(Tag::Paragraph | Tag::Link { .. }) | Event::End(TagEnd::Paragraph | TagEnd::Link) => {}
            other => return Err(format!("{other:?} in {markdown:?}")),
        }
    }
    Ok(words)
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn nothing_becomes_markup() {
    for words in [
        "*/ \"# ]] {{x}} <b>",
        "# head",
        "> quote",
        "- item",
        "+ item",
        "* item",
        "1. one",
        "12) two",
        "=== ",
        "---",
        "a | b",
        "&lt; &amp; &#60; & R&D",
        "``` fence",
        "~~~ fence",
        "_a_ __init__ snake_case_ a_b",
        "![x](y) [x]: y [^1] [ ] x",
        "\\ \\` C:\\temp\\",
        "~~gone~~",
        "   code",
        "na\u{ef}ve \u{65e5}\u{672c}\u{8a9e}",
        "a\r\nb\tc\u{a0}d",
        "-",
        "#",
        "1.",
        "<!-- x",
        "<https://a.b>",
        "`unbalanced",
        "ends with !",
        "https:// http://, httpx",
        "+",
        "a\u{0}b",
    ] {
        let lines = lines(vec![text(words)]);
        assert_eq!(lines.len(), 1, "{words:?}");
        assert_eq!(seen(&lines[0]), Ok(squeezed(&words.replace('\0', ""))), "{words:?}");
    }
}

#[test]
fn only_what_needs_it_is_escaped() {
    for words in
        ["the snake_case of a - b + c, 1. and #2; a > b = c: \"x\" (R&B)!  ", "it's 5 % & more", "{id} $filter"]
    {
        let plain = squeezed(words).replace("R&B", "R\\&B");
        assert_eq!(lines(vec![text(words)]), [plain]);
    }
}

#[test]
fn code_is_fenced_by_more_than_it_has() {
    for (words, markdown) in
        [("a", "`a`"), ("a`b", "``a`b``"), ("`", "`` ` ``"), ("a``", "``` a`` ```"), (" a\nb ", "`a b`")]
    {
        assert_eq!(lines(vec![code(words)]), [markdown]);
    }
    assert!(lines(vec![code(" ")]).is_empty());
    // Two spans side by side are one.
    assert_eq!(lines(vec![code("a"), code("b")]), ["`ab`"]);
}

#[test]
fn bare_addresses_are_links() {
    assert_eq!(
        lines(vec![text("See https://a.b/c_d(e)?f=1&g=2, or (http://x.y). https://")]),
        ["See <https://a.b/c_d(e)?f=1&g=2>, or (<http://x.y>). https://"]
    );
}

#[test]
fn links_keep_their_words() {
    assert_eq!(lines(vec![text("Hey!"), link("a*b", "http://x/y z(1)")]), ["Hey\\![a\\*b](http://x/y%20z%281%29)"]);
    assert_eq!(lines(vec![link("user", "user.md"), text("(s): x")]), ["[user](super::User)\\(s): x"]);
    assert_eq!(lines(vec![link("https://x.y", "https://x.y")]), ["[https://x.y](https://x.y)"]);
    assert_eq!(lines(vec![text("a"), link("[b]", "javascript:alert(1)"), text("c")]), ["a\\[b\\]c"]);
}

#[test]
fn breaks_are_kept_between_lines_only() {
    let runs = vec![Run::Break, text("a"), Run::Break, Run::Break, text("- b"), Run::Break];
    assert_eq!(lines(runs), ["a\\", "\\- b"]);
}

#[test]
fn first_sentences() {
    for (words, sentence) in [
        ("One. Two.", "One."),
        ("Uses e.g. Azure, i.e. a cloud. Two.", "Uses e.g. Azure, i.e. a cloud."),
        ("Version 1.0 of it. 2 follows", "Version 1.0 of it. 2 follows"),
        ("No end", "No end"),
    ] {
        let doc = Doc { paragraphs: vec![Vec::new(), vec![text(words)], vec![text("More.")]] };
        assert_eq!(first_sentence(&doc, &linker).as_deref(), Some(sentence));
    }
    assert_eq!(first_sentence(&Doc::default(), &linker), None);
}

fn run() -> impl Strategy<Value = Run<'static>> {
    let words = "[a1 _*`\\\\\\[\\]<>#|~&!;:.()+=/\u{e9}\u{202e}\n-]{0,8}";
    prop_oneof![
        words.prop_map(|words| Run::Text(words.into())),
        words.prop_map(|words| Run::Code(words.into())),
        (words, words)
            .prop_map(|(text, end)| Run::Link { text: text.into(), target: format!("http://x/{end}").into() }),
        words.prop_map(|words| Run::Link { text: words.into(), target: "x.md".into() }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_runs_say_is_seen(runs in prop::collection::vec(run(), 0..6)) {
        let mut runs = runs;
        runs.push(Run::Text(" end".into()));
        let mut expected = String::new();
        let mut codes = String::new();
        for run in &runs {
            match run {
                Run::Code(words) if !visible(words).trim().is_empty() => codes.push_str(words),
                Run::Text(words) | Run::Link { text: words, .. } if !visible(words).is_empty() => {
                    push_code(&mut expected, &mut codes);
                    expected.push_str(words);
                }
                _ => {}
            }
        }
        push_code(&mut expected, &mut codes);
        let lines = lines(runs);
        prop_assert_eq!(lines.len(), 1);
        let seen = seen(&lines[0]).map_err(TestCaseError::fail)?;
        let bare = |text: &str| visible(text).split_whitespace().collect::<String>();
        prop_assert_eq!(bare(&seen), bare(&expected), "{:?}", lines);
    }
}

fn visible(words: &str) -> String {
    words.replace('\u{202e}', "")
}

fn push_code(expected: &mut String, codes: &mut String) {
    if !codes.is_empty() {
        expected.extend(["\u{27e8}", codes.as_str(), "\u{27e9}"]);
    }
    codes.clear();
}
