//! The YAML at the top of a page, as far as the docs use it: one `key: value` a line.

use memchr::memchr2;

use crate::source::{SourceId, Span};

use super::{FrontMatterEntry, MissingRule};

/// What stands at the top of a page.
#[derive(Default)]
pub(super) struct FrontMatter<'s> {
    pub(super) entries: Vec<FrontMatterEntry<'s>>,
    /// The line around it that is missing, if one is. Without the last, nothing was read.
    pub(super) lacks: Option<MissingRule>,
    /// The byte at which the Markdown begins.
    pub(super) end: usize,
}

/// Reads the front matter of `text`.
pub(super) fn front_matter(source: SourceId, text: &str) -> FrontMatter<'_> {
    if let Some((entries, end)) = glued(source, text) {
        return FrontMatter { entries, lacks: None, end };
    }
    let (mut entries, mut lacks) = (Vec::new(), None);
    let (mut at, mut begin) = (0, None);
    // Some pages of 2018 end the lines of it with nothing but a carriage return.
    while at < text.len() {
        let start = at;
        at = memchr2(b'\n', b'\r', &text.as_bytes()[start..]).map_or(text.len(), |end| start + end + 1);
        let line = &text[start..at];
        if begin.is_some() && line.starts_with(|c: char| c.is_ascii_alphanumeric()) {
            entries.extend(entry(source, line, start));
            continue;
        }
        match (begin, line.trim()) {
            (None, "") => {}
            (None, "---") => begin = Some(at),
            (None, _) if is_unopened(source, &text[start..]) => {
                (begin, lacks) = (Some(start), Some(MissingRule::First));
                entries.extend(entry(source, line, start));
            }
            (None, _) => return FrontMatter::default(),
            (Some(_), "---" | "...") => {
                let rest_of_end = usize::from(line.ends_with('\r') && text[at..].starts_with('\n'));
                return FrontMatter { entries, lacks, end: at + rest_of_end };
            }
            (Some(_), _) => entries.extend(entry(source, line, start)),
        }
    }
    // Never closed: it is Markdown after all, perhaps below a line that is drawn.
    let first = begin.and_then(|begin| text[begin..].lines().next());
    let is_entry = first.is_some_and(|line| line.contains(": ") && entry(source, line, 0).is_some());
    FrontMatter { lacks: is_entry.then_some(MissingRule::Last), ..FrontMatter::default() }
}

/// Whether `text` begins with the lines of front matter, but for the first `---`.
fn is_unopened(source: SourceId, text: &str) -> bool {
    if !text.starts_with("title:") {
        return false;
    }
    let Some(count) = text.lines().position(|line| line.trim_end() == "---") else { return false };
    count > 1 && text.lines().take(count).all(|line| entry(source, line, 0).is_some())
}

/// The front matter of pages of 2018 whose first lines have no ends: `---title: "x"description: "y"---# x resource type`.
fn glued(source: SourceId, text: &str) -> Option<(Vec<FrontMatterEntry<'_>>, usize)> {
    const RULE: &str = "---";
    let line = text.lines().next()?;
    let inner = line.strip_prefix(RULE)?;
    let end = RULE.len() + inner.find("---#")?;
    let mut entries = Vec::new();
    let mut at = RULE.len();
    while at < end {
        let (_, value) = line[at..end].split_once(": \"")?;
        let behind = value.find('"')? + 1;
        let next = end - value.len() + behind;
        entries.push(entry(source, &line[at..next], at)?);
        at = next;
    }
    Some((entries, end + RULE.len()))
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
        let FrontMatter { entries, end, .. } = front_matter(id, text);
        (entries.iter().map(|e| (e.key.to_owned(), e.value.to_owned())).collect(), text[end..].to_owned())
    }

    #[test]
    fn quotes_and_line_ends_do_not_matter() {
        let (entries, body) = read("\r\n---\r\ntitle: \"a: b\"\r\nms.date: 01/02/2024\r\n---\r\n# T");
        assert_eq!(entries, [("title".into(), "a: b".into()), ("ms.date".into(), "01/02/2024".into())]);
        assert_eq!(body, "# T");
    }

    #[test]
    fn lines_may_have_lost_their_ends() {
        let title = ("title".to_owned(), "a resource type".to_owned());
        let (entries, body) =
            read("---title: \"a resource type\"description: \"An a: it is\"---# a resource type\nText");
        assert_eq!(entries, [title.clone(), ("description".into(), "An a: it is".into())]);
        assert_eq!(body, "# a resource type\nText");
        let (entries, body) = read("---\rtitle: \"a resource type\"\r---\r\r# a resource type\n");
        assert_eq!((entries, body.as_str()), (vec![title], "\r# a resource type\n"));
        for text in ["---title---# a", "---title: a---# a", "---# a", "--- title: \"a\""] {
            assert_eq!(read(text), (vec![], text.into()));
        }
    }

    #[test]
    fn the_first_rule_may_be_missing() {
        let (entries, body) = read("title: x\ndoc_type: y\n---\n# T");
        assert_eq!((entries.len(), body.as_str()), (2, "# T"));
        for text in
            ["title: x\n---\n# T", "title: x\ndoc_type: y\n# T", "title: x\n\ndoc_type: y\n---\n", "x: a\ny: b\n---\n"]
        {
            assert_eq!(read(text), (vec![], text.into()));
        }
    }

    #[test]
    fn a_rule_that_is_never_closed_is_no_front_matter() {
        assert_eq!(read("---\ntitle: x\n"), (vec![], "---\ntitle: x\n".into()));
        assert_eq!(read("# T\n---\na: b\n---\n").0, []);
    }
}
