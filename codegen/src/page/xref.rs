//! Links of DocFX by what a page is called: `[user](xref:microsoft.graph.user)`, `<xref:user>`.

use std::borrow::Cow;

use super::{Inline, InlineKind};

const SCHEME: &str = "xref:";
/// What the names of nearly all types begin with, and no page's.
const ROOT: &str = "microsoft.graph.";

/// Makes of such a link one to the page's file.
pub(super) fn resolve(link: &mut Inline<'_>) {
    let InlineKind::Link(target) = &mut link.kind else { return };
    let Some(named) = target.strip_prefix(SCHEME) else { return };
    let name = named.split(['?', '#']).next().unwrap_or_default();
    if name.is_empty() || !name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-')) {
        return;
    }
    // `<xref:…>` has no words of its own.
    if link.text.starts_with(SCHEME) {
        link.text = Cow::Owned(name.to_owned());
    }
    let is_root = name.get(..ROOT.len()).is_some_and(|start| start.eq_ignore_ascii_case(ROOT));
    let file = name[if is_root { ROOT.len() } else { 0 }..].replace('.', "-") + ".md";
    *target = Cow::Owned(file);
}
