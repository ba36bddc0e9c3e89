use proptest::prelude::*;

use super::*;
use crate::source::{Sources, Span};

/// Pieces that pages are made of, whole and broken.
fn fragment() -> impl Strategy<Value = String> {
    const WHOLE: [&str; 20] = [
        "---\ntitle: \"a\"\n---\n",
        "# a resource type\n\n",
        "## <a name=\"properties\"></a>属性\n\n",
        "|Property|Type|Description|\n|:-|:-|:-|\n",
        "|`a`|[b](b.md)|C <br> \\| d.|\n",
        "|a|b\n",
        "|Property|Type\r\n|--|\n",
        "a|\\| &amp; ` | `b\\\\|  \r\n",
        "<!-- { \"blockType\": \"resource\" } -->\n",
        "```json\n{ \"a\": 1 }\n```\n",
        "> [!NOTE]\n> It is [x][].\n\n",
        "- `a`: **b**\n",
        "<span data-ttu-id=\"1\">a [b](b.md)</span><span class=\"sxs-lookup\"><span data-stu-id=\"1\">c</span></span>\n",
        "[x]: x.md\n",
        "<table>\n<tr><th>Property</th><th>Type</th></tr>\n",
        "<tr><td> &lt;a&#233; <b>b</b></td>\r\n<td><a href=\"b.md\">c\n d</a> <code>e</code><br/></td>\n",
        "</tr></table>\n",
        "\n    <td><span data-ttu-id=\"1\">a</span>\n\n",
        "\n<td><p>&amp;<table><!-- a -->\n\n",
        "\r\n\r\n",
    ];
    prop_oneof![
        4 => proptest::sample::select(&WHOLE[..]).prop_map(str::to_owned),
        1 => "[\\PC\n]{0,12}",
        1 => "[|<>!\\[\\]()`*#:\n -]{0,12}",
    ]
}

fn spans(page: &Page<'_>) -> Vec<Span> {
    let words = |words: &Inlines<'_>| -> Vec<Span> {
        words.pieces.iter().map(|piece| piece.span).chain([words.span]).collect()
    };
    let table = |table: &Table<'_>| -> Vec<Span> {
        let cells = table.rows.iter().flat_map(|row| &row.cells).chain(&table.header).flat_map(words);
        cells.chain(table.rows.iter().map(|row| row.span)).chain([table.span]).collect()
    };
    let block = |block: &Block<'_>| match block {
        Block::Paragraph(text) | Block::ListItem(text) | Block::Quote(text) => words(text),
        Block::Code(code) => vec![code.span],
        Block::Comment(comment) => vec![comment.span],
        Block::Table(found) => table(found),
    };
    let headings = page.sections.iter().filter_map(|section| section.heading.as_ref());
    let headings = headings.flat_map(|heading| words(&heading.text));
    let front = page.front_matter.iter().map(|entry| entry.span);
    page.blocks().flat_map(|(_, found)| block(found)).chain(headings).chain(front).collect()
}

proptest! {
    #[test]
    fn every_span_lies_in_the_text(fragments in proptest::collection::vec(fragment(), 0..12)) {
        let text = fragments.concat();
        let sources = Sources::from_texts([("page.md", text.as_str())]);
        let (id, source) = sources.pages().next().unwrap();
        for span in spans(&parse(id, source)) {
            prop_assert!(source.text.get(span.range()).is_some(), "{:?} of {:?}", span, source.text);
        }
    }
}
