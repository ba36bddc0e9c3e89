//! The YAML at the top of a page, as far as the docs use it: one `key: value` a line.

use crate::source::{SourceId, Span};

use super::FrontMatterEntry;

/// Reads the front matter of `text`. Gives its entries, and the byte at which the Markdown begins.
pub(super) fn front_matter(source: SourceId, text: &str) -> (Vec<FrontMatterEntry<'_>>, usize) {
    let mut entries = Vec::new();
    let mut at = 0;
    let mut opened = false;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        if opened && line.starts_with(|c: char| c.is_ascii_alphanumeric()) {
            entries.extend(entry(source, line, start));
            continue;
        }
        match (opened, line.trim()) {
            (false, "") => {}
            (false, "---") => opened = true,
            (false, _) => return (entries, 0),
            (true, "---" | "...") => return (entries, at),
            (true, _) => entries.extend(entry(source, line, start)),
        }
    }
    // Never closed: it is Markdown after all.
    (Vec::new(), 0)
}

fn entry(source: SourceId, line: &str, start: usize) -> Option<FrontMatterEntry<'_>> {
    let (key, value) = line.split_once(':')?;
    let key_ok = !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-'));
    let value_start = start + key.len() + 1 + (value.len() - value.trim_start().len());
    let value = value.trim();
    let unquoted = ['"', '\''].into_iter().find_map(|quote| value.strip_prefix(quote)?.strip_suffix(quote));
    let span = Span::new(source, value_start, value_start + value.len());
    key_ok.then_some(FrontMatterEntry { key, value: unquoted.unwrap_or(value), span })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    fn read(text: &str) -> (Vec<(String, String)>, String) {
        let sources = Sources::from_texts([("page.md", text)]);
        let (id, _) = sources.iter().next().unwrap();
        let (entries, body) = front_matter(id, text);
        (entries.iter().map(|e| (e.key.to_owned(), e.value.to_owned())).collect(), text[body..].to_owned())
    }

    #[test]
    fn quotes_and_line_ends_do_not_matter() {
        let (entries, body) = read("\r\n---\r\ntitle: \"a: b\"\r\nms.date: 01/02/2024\r\n---\r\n# T");
        assert_eq!(entries, [("title".into(), "a: b".into()), ("ms.date".into(), "01/02/2024".into())]);
        assert_eq!(body, "# T");
    }

    #[test]
    fn a_rule_that_is_never_closed_is_no_front_matter() {
        assert_eq!(read("---\ntitle: x\n"), (vec![], "---\ntitle: x\n".into()));
        assert_eq!(read("# T\n---\na: b\n---\n").0, []);
    }
}
