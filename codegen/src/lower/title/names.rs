//! The name in a title.

use crate::lower::only;
use crate::model::PageName;
use crate::model::name::{self, is_camel, is_identifier, is_qualified_identifier, last_segment, leading_name};

use super::words::{is_foreign, kinds};

/// The name in a title's `words`, in a language that we know, or in its English `anchor`. Of a translated title,
/// `of_file` is the word that the file is called, too.
pub(super) fn known_name(words: &str, anchor: &str, file: &str, of_file: Option<&str>) -> Option<String> {
    // The anchor has the letters of the English name, if not its capitals.
    let is_of_anchor = |name: &&str| {
        let rest = anchor.strip_prefix(&last_segment(name).to_ascii_lowercase());
        anchor.is_empty() || name.contains('.') || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    };
    // `Resourcetype entity` on `entity.md`: the first word is no name, though the second is a kind, too.
    let is_of_file = |name: &&str| of_file.is_none_or(|of_file| name.contains('.') || *name == of_file);
    let in_words = name_before_kind(words)
        .filter(is_of_anchor)
        .filter(is_of_file)
        .or_else(|| name_behind_product(words, file))
        .or_else(|| name_of_anchor(words, anchor))
        .or(of_file)
        .or_else(|| name_behind_kind(words));
    let in_anchor = || {
        let (name, kind) = anchor.split_once('-')?;
        kinds().any(|known| kind.starts_with(known)).then_some(name)
    };
    in_words.or_else(in_anchor).map(str::to_owned)
}

/// The name behind a product's, if the file is called so, too: `Work IQ - copilotFile resource type`.
fn name_behind_product<'w>(words: &'w str, file: &str) -> Option<&'w str> {
    let (_, behind) = words.split_once(" - ")?;
    let page = PageName::of_file(file).last_part();
    name_before_kind(behind).filter(|name| last_segment(name).eq_ignore_ascii_case(page))
}

/// The identifier among `words` that the anchor begins with: `user-Ressourcentyp` or `tipo de recurso user` under
/// `#user-resource-type`.
fn name_of_anchor<'w>(words: &'w str, anchor: &str) -> Option<&'w str> {
    let is_name = |word: &&str| {
        let rest = anchor.strip_prefix(&word.to_ascii_lowercase()).and_then(|rest| rest.strip_prefix('-'));
        is_qualified_identifier(word) && rest.is_some_and(|rest| kinds().any(|kind| rest.starts_with(kind)))
    };
    name::words(words).find(is_name)
}

/// The word of a title that the page's file is called, too, whatever the language of the others.
pub(super) fn name_of_file<'w>(words: &'w str, file: &str) -> Option<&'w str> {
    let page = PageName::of_file(file);
    let mut names = name::words(words).filter(|word| is_identifier(word));
    names.find(|word| [page.as_str(), page.last_part()].iter().any(|name| word.eq_ignore_ascii_case(name)))
}

/// The only word of a title that looks like a name and like no word: `Speco di rimedo sharedInsight`.
pub(super) fn only_camel(words: &str) -> Option<&str> {
    only(words.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|word| is_camel(word)))
}

/// The type of a page whose title has no name left: it is called like the file, in lower case.
pub(super) fn called_like_file(file: &str, doc_type: &str) -> Option<String> {
    let name = PageName::of_file(file).last_part();
    (doc_type.ends_with("PageType") && doc_type != "conceptualPageType" && is_identifier(name))
        .then(|| name.to_ascii_lowercase())
}

/// The identifier that `words` end in, if words of another language for a kind of type stand before it: `tipo de
/// recurso user`.
fn name_behind_kind(words: &str) -> Option<&str> {
    let words = words.trim_end_matches(['`', '*', ')', ' ']);
    let start = words.rfind(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '.'))).map_or(0, |at| at + 1);
    let (before, name) = words.split_at_checked(start)?;
    (is_foreign(before) && is_qualified_identifier(name)).then_some(name)
}

/// The identifier that `words` begins with, if a word for a kind of type follows, perhaps with a remark between.
fn name_before_kind(words: &str) -> Option<&str> {
    let words = words.trim_start_matches(['(', '`', '*', ' ']);
    let name = leading_name(words);
    let mut rest = words[name.len()..].trim_start_matches(['`', '*', ')', ' ', '\u{a0}', '-']);
    if let Some((_, behind)) = rest.strip_prefix(['(', '\u{ff08}']).and_then(|rest| rest.split_once([')', '\u{ff09}']))
    {
        rest = behind.trim_start();
    }
    let rest = rest.to_lowercase();
    let follows = rest.is_empty() || kinds().any(|kind| rest.starts_with(kind));
    let name = name.trim_end_matches('.');
    (follows && is_qualified_identifier(name)).then_some(name)
}
