//! Pictures, laid out like the text: a line for each type.

use crate::resolve::Resolved;

use super::{Node, is_abstract};

/// The height of a line, and how far a type stands to the right of its base, in pixels.
const LINE: usize = 22;
const INDENT: usize = 26;
/// The width of a letter: of most fonts, a little more than it takes.
const LETTER: usize = 8;
const MARGIN: usize = 12;

const HEAD: &str = "\
<style>
  svg { color-scheme: light dark; color: #222; font: 14px system-ui, sans-serif }
  @media (prefers-color-scheme: dark) { svg { color: #ddd } }
  text { fill: currentColor } .abstract { font-style: italic }
  path { stroke: #888; fill: none }
</style>
";

/// Names consist of letters, digits, `_` and dots, so nothing needs escaping.
pub(super) fn draw(resolved: &Resolved<'_>, nodes: &[Node]) -> String {
    let mut body = String::new();
    let mut width = 0;
    // For every depth, the line on which the last type of that depth stands.
    let mut above: Vec<usize> = Vec::new();
    for (line, node) in nodes.iter().enumerate() {
        let (depth, words) = (node.depth(), node.words(resolved));
        let (x, y) = (MARGIN + depth * INDENT, MARGIN + line * LINE + LINE / 2);
        above.truncate(depth);
        if let Some(base) = above.last() {
            let from = MARGIN + base * LINE + LINE - 2;
            body.push_str(&format!("<path d=\"M{} {from}V{y}H{}\"/>\n", x - INDENT + LETTER, x - 4));
        }
        above.resize(depth + 1, line);
        let class = match node {
            Node::Type { id, .. } if is_abstract(resolved, *id) => " class=\"abstract\"",
            _ => "",
        };
        body.push_str(&format!("<text x=\"{x}\" y=\"{}\"{class}>{words}</text>\n", y + 5));
        width = width.max(x + words.chars().count() * LETTER);
    }
    let (width, height) = (width + MARGIN, nodes.len() * LINE + 2 * MARGIN);
    let size = format!("width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\"");
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\" {size}>\n{HEAD}{body}</svg>\n")
}
