//! What is missing in the metadata, added.

use crate::diagnostic::Edit;
use crate::model::{Evidence, EvidenceKind};
use crate::source::Sources;
use crate::spelling::nearest;

/// Adds `"key": value` behind the name of the type, if metadata hold that and have no such key, or one that is but a slip
/// for it.
pub(super) fn member(sources: &Sources, name: Evidence, key: &str, value: &str) -> Option<Edit> {
    let Comment { before: comment, behind } = comment(sources, name)?;
    let rest = behind.split("-->").next().unwrap_or_default();
    let is_key = |text: &str| words(text).any(|word| nearest(word, [key]).is_some());
    // Where a comma is missing, too, it comes first, and the key the next time.
    let goes_on = behind.trim_start().starts_with([',', '}', '/', '\u{ff0c}']);
    if !comment.ends_with('"') || comment.contains("-->") || !goes_on || is_key(comment) || is_key(rest) {
        return None;
    }
    let quoted = format!("\"{key}\"");
    let line = comment.lines().next_back().unwrap_or_default();
    let (indent, member) = line.split_at(line.len() - line.trim_start().len());
    // Each member has a line of its own, or all share one.
    let text = if member.starts_with('"') {
        let crlf = behind.find('\n').is_some_and(|end| behind[..end].ends_with('\r'));
        format!(",{}{indent}{quoted}: {value}", if crlf { "\r\n" } else { "\n" })
    } else {
        format!(", {quoted}: {value}")
    };
    Some(Edit { span: name.span.behind(), text })
}

/// Whether the metadata that hold the name of the type give `key` a name as its value.
pub(super) fn names(sources: &Sources, name: Evidence, key: &str) -> bool {
    let Some(Comment { before, behind }) = comment(sources, name) else { return false };
    let rest = behind.split("-->").next().unwrap_or_default();
    [before, rest]
        .iter()
        .any(|part| words(part).skip_while(|word| *word != key).nth(1).is_some_and(|value| value != "null"))
}

/// The comment around the name of a type, up to the end of that, and what stands behind.
struct Comment<'s> {
    before: &'s str,
    behind: &'s str,
}

fn comment(sources: &Sources, name: Evidence) -> Option<Comment<'_>> {
    let source = sources.get(name.span.source).filter(|_| name.kind == EvidenceKind::Metadata)?;
    let (before, behind) = source.text.split_at_checked(name.span.range().end)?;
    Some(Comment { before: &before[before.rfind("<!--")?..], behind })
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty())
}
