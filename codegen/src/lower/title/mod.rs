//! What the title says: a name, and what kind of page this is.

mod names;
mod words;

use std::borrow::Cow;

use crate::model::PageName;
use crate::model::name::{is_camel, last_segment, strip_prefix_caseless};
use crate::page::Page;
use crate::source::Span;

use super::deprecation;
use super::language::Language;
use super::section::{known_topic, slug};

use names::{called_like_file, known_name, name_of_file, only_camel};
pub(super) use words::is_foreign;
use words::{ENUM, kinds, may_contain};

/// A page's first heading; of a page without one of the first level, what its front matter calls it.
pub(super) struct Title {
    /// The identifier before `resource type` or `enum type`. In lower case where only the anchor of a localised page
    /// has it, or its file.
    pub(super) name: Option<String>,
    /// Whether it is the title of an enum's page.
    pub(super) is_enum: bool,
    /// Whether it is the title of a type's page.
    pub(super) is_type: bool,
    /// Whether it says that the type is deprecated.
    pub(super) is_deprecated: bool,
    /// Whether it says that the type is open.
    pub(super) is_open: bool,
    /// Whether it says that the type is complex, or the front matter does.
    pub(super) is_complex: bool,
    /// The place of its words; the beginning of a page that has none.
    pub(super) span: Span,
}

impl Title {
    /// The title of a page in `language`, in the file called `file`.
    pub(super) fn of(page: &Page<'_>, language: Language, file: &str) -> Self {
        let (words, span) = text(page);
        let lower = words.to_lowercase();
        let anchor = page.title().filter(|heading| heading.anchor.is_some()).map(slug).unwrap_or_default();
        let doc_type = page.front_matter("doc_type").unwrap_or_default();
        let is_translated = language.is_translated();
        let of_file = if is_translated { name_of_file(&words, file) } else { None };
        let mut name = known_name(&words, &anchor, file, of_file);
        if is_translated {
            name = name.or_else(|| only_camel(&words).map(str::to_owned)).or_else(|| called_like_file(file, doc_type));
        }
        let says = |word: &str| {
            may_contain(&lower, word) && lower.contains(word) || anchor.split('-').any(|part| part == word)
        };
        // `enumeratedTides resource type` is the title of no enum.
        let of_kind =
            name.as_deref().filter(|name| is_camel(name)).and_then(|name| lower.strip_prefix(&name.to_lowercase()));
        let is_of_kind = |word: &str| !anchor.is_empty() || of_kind.is_none_or(|kind| kind.contains(word));
        let is_file =
            |name: &str| name == words.trim() && name.eq_ignore_ascii_case(PageName::of_file(file).last_part());
        let is_of_file = of_file.is_some()
            || name.as_deref().is_some_and(is_file)
            || is_translated && doc_type.starts_with("resource");
        Self {
            is_enum: ENUM.iter().any(|word| says(word) && is_of_kind(word)) || doc_type.starts_with("enum"),
            is_type: (is_of_file || kinds().any(|kind| says(kind))) && doc_type != "conceptualPageType",
            is_deprecated: remarks(&lower).any(deprecation::says_remark),
            is_open: lower.contains("(open type)") || lower.ends_with(" open type"),
            is_complex: is_complex(&lower, &anchor) || doc_type.eq_ignore_ascii_case("complexTypePageType"),
            name,
            span,
        }
    }

    /// The title's name without its namespace, if it has one.
    pub(super) fn short_name(&self) -> Option<&str> {
        self.name.as_deref().map(last_segment)
    }

    /// Whether `words` are the name, in one word or several, with an article or in the plural: "The ferry lines".
    pub(super) fn is_named_by(&self, words: &str) -> bool {
        let Some(name) = self.short_name() else { return false };
        let words = words.trim();
        let subject = ["the ", "a ", "an "].iter().find_map(|article| strip_prefix_caseless(words, article));
        let squashed: String = subject.unwrap_or(words).chars().filter(|c| c.is_alphanumeric()).collect();
        [squashed.as_str(), squashed.trim_end_matches('s')].iter().any(|squashed| squashed.eq_ignore_ascii_case(name))
    }
}

/// The words of the title, and their place; none at the beginning of a page without any.
fn text<'p>(page: &'p Page<'_>) -> (Cow<'p, str>, Span) {
    if let Some(heading) = page.title() {
        return (heading.text.plain(), heading.text.span);
    }
    let entry = page.front_matter.iter().find(|entry| entry.key == "title");
    entry.map_or((Cow::default(), Span::new(page.source, 0, 0)), |entry| (Cow::Borrowed(entry.value), entry.span))
}

/// Whether a title, in lower case, calls its type complex, or its `anchor` does: not "no complex type".
fn is_complex(lower: &str, anchor: &str) -> bool {
    let is_called = |(at, _)| {
        let before: &str = &lower[..at];
        let before = before.strip_suffix(" a").unwrap_or(before);
        !matches!(before.rsplit([' ', '(']).next(), Some("no" | "not"))
    };
    lower.match_indices(" complex type").any(is_called) || anchor.ends_with("-complex-type")
}

/// Raises all headings of a page that has none of the first level, if its first heading is the only one of its level,
/// and no other is above that: then it is the title, unless it says "Properties" or the like.
pub(super) fn raise(page: &mut Page<'_>) {
    let mut headings = page.sections.iter().filter_map(|section| section.heading.as_ref());
    let Some(title) = headings.next().filter(|first| first.level > 1) else { return };
    let first = title.level;
    if headings.all(|heading| heading.level > first) && known_topic(title).is_none() {
        let headings = page.sections.iter_mut().filter_map(|section| section.heading.as_mut());
        headings.for_each(|heading| heading.level -= first - 1);
    }
}

/// What stands in brackets: `user resource type (deprecated)`, `user-Ressourcentyp (veraltet)`.
fn remarks(title: &str) -> impl Iterator<Item = &str> {
    title.split(['(', '\u{ff08}']).skip(1).filter_map(|rest| rest.split([')', '\u{ff09}']).next())
}
