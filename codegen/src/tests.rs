//! What the tests of several rooms need.

use crate::page::{Block, Inlines, parse};
use crate::source::Sources;

/// What `read` makes of the words of a paragraph.
pub(crate) fn of_paragraph<R>(text: &str, read: impl FnOnce(&Inlines<'_>) -> R) -> R {
    let sources = Sources::from_texts([("page.md", text)]);
    let (id, source) = sources.iter().next().expect("the page");
    let page = parse(id, source);
    let Some((_, Block::Paragraph(words))) = page.blocks().next() else { panic!("a paragraph") };
    read(words)
}

/// The page of a type: its name, what is said of it, further members of its metadata, and the rows of its table.
pub(crate) fn page(name: &str, intro: &str, metadata: &str, rows: &str) -> String {
    let table = if rows.is_empty() {
        String::new()
    } else {
        format!("## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n{rows}\n\n")
    };
    format!(
        "---\ntitle: \"{name} resource type\"\ndoc_type: resourcePageType\n---\n\n# {name} resource type\n\n\
         Namespace: microsoft.graph\n\n{intro}\n\n{table}## JSON representation\n\n\
         <!-- {{ \"blockType\": \"resource\", \"@odata.type\": \"microsoft.graph.{name}\"{metadata} }} -->\n\
         ```json\n{{ }}\n```\n"
    )
}
