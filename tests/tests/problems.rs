//! Problems are shown where they are, however many there are and however long the lines.

use msgraph_bindgen::diagnostic::{Diagnostics, render};
use msgraph_bindgen::pipeline;
use msgraph_bindgen::source::Sources;
use msgraph_bindgen_tests::page;

/// All problems of one kind, shown.
fn shown(rule: &str, text: &str) -> Vec<String> {
    let sources = Sources::from_texts([("boat.md", text)]);
    let mut cx = Diagnostics::new();
    pipeline::check(&sources, &mut cx);
    let told = cx.sorted().into_iter().filter(|told| told.rule.name == rule);
    told.map(|told| render(told, &sources, false)).collect()
}

/// What isn't linear takes minutes here.
#[test]
fn problems_may_be_many() {
    const N: usize = 20_000;
    let rows: String = (0..N).map(|n| format!("|p{n}|[zork{n}](zork{n}.md)|A.|\n")).collect();
    assert_eq!(shown("unknown-type", &page("boat", "", &rows)).len(), N);
    let cells: String = (0..N).map(|n| format!("<tr><td>q{n}<td><a href='zork{n}.md'>zork{n}</a><td>Ä.")).collect();
    let table = format!("\n<table><th>Property<th>Type<th>Description{cells}</table>\n");
    assert_eq!(shown("unknown-type", &(page("boat", "", "|a|String|A.|\n") + &table)).len(), N);
}

/// So does it where each of many sentences tells a value.
#[test]
fn values_may_be_many() {
    let told = "If so, the value is `a`. Otherwise, the value is `b`. ".repeat(20_000);
    assert_eq!(shown("unknown-type", &page("boat", "", &format!("|a|boatHue|Any. {told}|\n"))).len(), 1);
}

/// Of a long line the part around the problem is shown; what is left out counts all the same.
#[test]
fn long_lines_are_cut() {
    for (letter, long) in [("a", 10), ("ä", 10_000), ("€", 10_000)] {
        let before =
            format!("<table><th>Property<th>Type<th>Description<tr><td>p<td>String<td>{}", letter.repeat(long));
        let text = page("boat", "", "|a|String|A.|\n") + &format!("\n{before}<tr><td>q<td><a href='zork.md'>zork</a>");
        let [problem] = &shown("unknown-type", &text)[..] else { panic!("one problem") };
        let place = format!("boat.md:13:{}\n", before.chars().count() + "<tr><td>q<td>".len() + 1);
        assert!(problem.contains(&place), "{place}{problem}");
        assert!(problem.contains("<a href='zork.md'>") && problem.len() < 1_000, "{problem}");
    }
}

/// Spans may add so many cells to a page, and no more: the table in which that ends is pointed at.
#[test]
fn cells_that_reach_too_far_are_told() {
    let table = |rows: usize| {
        let rows: String = (0..rows).map(|n| format!("<tr><td>p{n}<td colspan=16 rowspan=16>String")).collect();
        page("boat", "", "|a|String|A.|\n") + &format!("\n<table><th>Property<th>Type<th>Description{rows}</table>\n")
    };
    assert_eq!(shown("table-limit", &table(5)), Vec::<String>::new());
    let [problem] = &shown("table-limit", &table(5_000))[..] else { panic!("one problem") };
    assert!(problem.contains("boat.md:13:1\n"), "{problem}");
}

/// So does it where a section has many tables with marks, or a sentence deprecates many properties.
#[test]
fn marks_and_names_may_be_many() {
    const N: usize = 8_000;
    let table = |n| format!("|Property|Type|Description|\n|-|-|-|\n|p{n}*|String|A.|\n\nText.\n\n");
    let tables: String = (0..N).map(table).collect();
    assert_eq!(shown("unknown-type", &(page("boat", "", "|a|boatHue|A.|\n") + "\n" + &tables)).len(), 1);
    let rows: String = (0..N).map(|n| format!("|p{n}|String|A.|\n")).collect();
    let names: Vec<String> = (0..N).map(|n| format!("**p{n}**")).collect();
    let told = format!("{} are deprecated.", names.join(" and "));
    assert_eq!(shown("unknown-type", &page("boat", &told, &(rows + "|a|boatHue|A.|\n"))).len(), 1);
}
