//! The names of enums in headings of translated pages, and the words beside them: data, to be added to.

use crate::lower::language::is_east_asian;
use crate::lower::only;
use crate::model::name::{is_camel, is_identifier};
use crate::page::Heading;

/// Words for "values", lower case: alone, or beside an enum's name, the heading above its members.
pub(super) const VALUES: &[&str] = &[
    "值",
    "の値",
    "値",
    "값",
    "werte",
    "valeurs",
    "valores",
    "valori",
    "значения",
    "waarden",
    "wartości",
    "hodnoty",
    "değerleri",
];

/// Words for "enumeration", which stand beside its name as well, lower case.
const ENUMS: &[&str] = &[
    "枚举",
    "列挙型",
    "열거형",
    "aufzählung",
    "énumération",
    "enumeración",
    "enumeração",
    "enumerazione",
    "перечисление",
];

/// Words that may stand between the two.
const BETWEEN: [&str; 9] = ["de", "di", "do", "da", "des", "von", "для", "van", "の"];

/// The enum's name in `Valeurs riskLevel`: beside it stands a word for "values" or "enumeration", and nothing else.
pub(super) fn value_of(heading: &str) -> Option<&str> {
    // Most headings are a single word.
    if heading.is_ascii() && !heading.trim().contains([' ', '-']) {
        return None;
    }
    let mut name = None;
    let mut says_values = false;
    for word in words(heading) {
        let lower = word.to_lowercase();
        if VALUES.contains(&lower.as_str()) || ENUMS.contains(&lower.as_str()) {
            says_values = true;
        } else if !BETWEEN.contains(&lower.as_str()) && (!is_identifier(word) || name.replace(word).is_some()) {
            return None;
        }
    }
    name.filter(|_| says_values)
}

/// The name of the enum whose members stand under the heading: the one beside a word for "values", else the only word
/// that looks like a name, `riskLevel`.
pub(in crate::lower) fn enum_name(heading: &str) -> Option<&str> {
    value_of(heading).or_else(|| only(words(heading).filter(|word| is_camel(word))))
}

/// Whether the heading names an enum.
pub(in crate::lower) fn names_enum(heading: &Heading<'_>) -> bool {
    enum_name(&heading.text.plain()).is_some()
}

/// The words of a heading. In a script without blanks, a word ends where the letters of another begin.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let is_part = |c: char| c.is_alphanumeric() || c == '_';
        rest = rest.trim_start_matches(|c| !is_part(c));
        let first = rest.chars().next()?;
        let is_wide = is_east_asian(first);
        let end = rest.find(|c| !is_part(c) || is_east_asian(c) != is_wide).unwrap_or(rest.len());
        let (word, behind) = rest.split_at(end);
        rest = behind;
        Some(word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_enums_stand_beside_words() {
        for (heading, expected) in [
            ("Valeurs de weight", Some("weight")),
            ("Valoroj de riskLevel", Some("riskLevel")),
            ("Valoroj de roles", None),
            ("Inter riskLevel kaj riskState", None),
        ] {
            assert_eq!(enum_name(heading), expected, "{heading}");
        }
    }
}
