//! The words of titles for kinds of types: data, to be added to.

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

/// All of them.
pub(super) fn kinds() -> impl Iterator<Item = &'static &'static str> {
    ENGLISH_KINDS.iter().chain(FOREIGN_KINDS)
}

/// The words by which an enum's title is told, lower case.
pub(super) const ENUM: [&str; 10] =
    ["enum", "列舉", "перечислени", "枚举", "列挙", "열거", "aufzählung", "énumération", "enumeración", "enumeração"];

/// Whether `word` may be in the title at all: most titles are English, and a search takes its time.
pub(super) fn may_contain(title: &str, word: &str) -> bool {
    word.is_ascii() || !title.is_ascii()
}

/// Whether a title has a word of another language for a kind of type.
pub(in crate::lower) fn is_foreign(title: &str) -> bool {
    let lower = title.to_lowercase();
    FOREIGN_KINDS.iter().any(|kind| may_contain(&lower, kind) && lower.contains(kind))
}
