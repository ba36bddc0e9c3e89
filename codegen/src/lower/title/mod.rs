//! What the title says: a name, and what kind of page this is.

use std::borrow::Cow;

use crate::model::PageName;
use crate::model::name::{
    self, is_camel, is_identifier, is_qualified_identifier, last_segment, leading_name, strip_prefix_caseless,
};
use crate::page::Page;
use crate::source::Span;

use super::deprecation;
use super::language::Language;
use super::only;
use super::section::{known_topic, slug};

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

/// The words behind a type's name, lower case.
const ENGLISH_KINDS: [&str; 9] =
    ["resource", "resouce", "enum", "enumeration", "complex", "entity", "facet", "type", "open type"];

/// How they begin in other languages. Localised titles that have no name have an English anchor.
const FOREIGN_KINDS: &[&str] = &[
    "资源",
    "枚举",
    "复杂",
    "实体",
    "ressource",
    "aufzählung",
    "énumération",
    "recurso",
    "enumeración",
    "enumeração",
    "risorsa",
    "enumerazione",
    "資源",
    "列舉",
    "перечислени",
    "ресурс",
    "リソース",
    "列挙",
    "리소스",
    "열거",
];

fn kinds() -> impl Iterator<Item = &'static &'static str> {
    ENGLISH_KINDS.iter().chain(FOREIGN_KINDS)
}

/// The words by which an enum's title is told, lower case.
const ENUM: [&str; 10] =
    ["enum", "列舉", "перечислени", "枚举", "列挙", "열거", "aufzählung", "énumération", "enumeración", "enumeração"];

impl Title {
    /// The title of a page in `language`, in the file called `file`.
    pub(super) fn of(page: &Page<'_>, language: Language, file: &str) -> Self {
        let (words, span) = words(page);
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
fn words<'p>(page: &'p Page<'_>) -> (Cow<'p, str>, Span) {
    if let Some(heading) = page.title() {
        return (heading.text.plain(), heading.text.span);
    }
    let entry = page.front_matter.iter().find(|entry| entry.key == "title");
    entry.map_or((Cow::default(), Span::new(page.source, 0, 0)), |entry| (Cow::Borrowed(entry.value), entry.span))
}

/// The name in a title's `words`, in a language that we know, or in its English `anchor`. Of a translated title,
/// `of_file` is the word that the file is called, too.
fn known_name(words: &str, anchor: &str, file: &str, of_file: Option<&str>) -> Option<String> {
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

/// The name behind a product's, if the file is called so, too: `Work IQ - copilotFile resource type`.
fn name_behind_product<'w>(words: &'w str, file: &str) -> Option<&'w str> {
    let (_, behind) = words.split_once(" - ")?;
    let page = PageName::of_file(file).last_part();
    name_before_kind(behind).filter(|name| last_segment(name).eq_ignore_ascii_case(page))
}

/// What stands in brackets: `user resource type (deprecated)`, `user-Ressourcentyp (veraltet)`.
fn remarks(title: &str) -> impl Iterator<Item = &str> {
    title.split(['(', '\u{ff08}']).skip(1).filter_map(|rest| rest.split([')', '\u{ff09}']).next())
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
fn name_of_file<'w>(words: &'w str, file: &str) -> Option<&'w str> {
    let page = PageName::of_file(file);
    let mut names = name::words(words).filter(|word| is_identifier(word));
    names.find(|word| [page.as_str(), page.last_part()].iter().any(|name| word.eq_ignore_ascii_case(name)))
}

/// The only word of a title that looks like a name and like no word: `Speco di rimedo sharedInsight`.
fn only_camel(words: &str) -> Option<&str> {
    only(words.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|word| is_camel(word)))
}

/// The type of a page whose title has no name left: it is called like the file, in lower case.
fn called_like_file(file: &str, doc_type: &str) -> Option<String> {
    let name = PageName::of_file(file).last_part();
    (doc_type.ends_with("PageType") && doc_type != "conceptualPageType" && is_identifier(name))
        .then(|| name.to_ascii_lowercase())
}

/// The identifier that `words` end in, if words of another language for a kind of type stand before it: `tipo de recurso
/// user`.
fn name_behind_kind(words: &str) -> Option<&str> {
    let words = words.trim_end_matches(['`', '*', ')', ' ']);
    let start = words.rfind(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '.'))).map_or(0, |at| at + 1);
    let (before, name) = words.split_at_checked(start)?;
    (is_foreign(before) && is_qualified_identifier(name)).then_some(name)
}

/// Whether `word` may be in the title at all: most titles are English, and a search takes its time.
fn may_contain(title: &str, word: &str) -> bool {
    word.is_ascii() || !title.is_ascii()
}

/// Whether a title has a word of another language for a kind of type.
pub(super) fn is_foreign(title: &str) -> bool {
    let lower = title.to_lowercase();
    FOREIGN_KINDS.iter().any(|kind| may_contain(&lower, kind) && lower.contains(kind))
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
