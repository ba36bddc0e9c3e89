//! What is missing in the metadata, added.

use crate::diagnostic::Edit;
use crate::model::{Evidence, EvidenceKind};
use crate::source::Sources;
use crate::spelling::nearest;

/// Adds `"key": value` behind the name of the type, if metadata hold that and have no such key, or one that is but a slip
/// for it.
pub(super) fn member(sources: &Sources, name: Evidence, key: &str, value: &str) -> Option<Edit> {
    let source = sources.get(name.span.source).filter(|_| name.kind == EvidenceKind::Metadata)?;
    let (before, behind) = source.text.split_at_checked(name.span.range().end)?;
    let comment = &before[before.rfind("<!--")?..];
    let rest = behind.split("-->").next().unwrap_or_default();
    let is_key = |text: &str| {
        let mut words = text.split(|c: char| !c.is_ascii_alphanumeric());
        words.any(|word| nearest(word, [key]).is_some())
    };
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
