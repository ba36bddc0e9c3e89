//! The words of headings on translated pages that lack the English anchors: data, to be added to.

use std::sync::LazyLock;

use crate::hash::HashMap;
use crate::lower::language::is_east_asian;
use crate::lower::only;
use crate::model::name::{is_camel, is_identifier};

use super::Topic;

/// Headings, lower case, by what the section is about.
const HEADINGS: &[(Topic, &[&str])] = &[
    (
        Topic::Properties,
        &[
            "属性",
            "屬性",
            "プロパティ",
            "propriétés",
            "eigenschaften",
            "propriedades",
            "свойства",
            "propiedades",
            "proprietà",
            "속성",
            "eigenschappen",
            "właściwości",
            "vlastnosti",
            "özellikler",
            "egenskaper",
            "tulajdonságok",
        ],
    ),
    (
        Topic::Relationships,
        &[
            "关系",
            "關聯性",
            "リレーションシップ",
            "関係",
            "relations",
            "beziehungen",
            "relações",
            "relacionamentos",
            "связи",
            "отношения",
            "relaciones",
            "relazioni",
            "관계",
            "relaties",
            "relacje",
            "vztahy",
            "i̇lişkiler",
            "ilişkiler",
            "relationer",
            "kapcsolatok",
        ],
    ),
    (
        Topic::Methods,
        &[
            "方法",
            "メソッド",
            "méthodes",
            "methoden",
            "métodos",
            "методы",
            "metodi",
            "메서드",
            "메소드",
            "metody",
            "metoder",
            "yöntemler",
            "metódusok",
        ],
    ),
    (
        Topic::Members,
        &[
            "成员",
            "成員",
            "メンバー",
            "membres",
            "mitglieder",
            "membros",
            "члены",
            "элементы",
            "участники",
            "miembros",
            "membri",
            "구성원",
            "멤버",
            "leden",
            "członkowie",
            "elementy",
            "členové",
            "üyeler",
            "medlemmar",
        ],
    ),
    (
        Topic::DerivedTypes,
        &[
            "派生类型",
            "衍生類型",
            "派生型",
            "types dérivés",
            "abgeleitete typen",
            "tipos derivados",
            "tipi derivati",
            "производные типы",
            "파생 형식",
        ],
    ),
];

/// Those that may also stand on an English page.
const ALSO_ENGLISH: [&str; 1] = ["relations"];

/// Words for "values", lower case: alone, or beside an enum's name, the heading above its members.
const VALUES: &[&str] = &[
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

static TOPICS: LazyLock<HashMap<&str, Topic>> = LazyLock::new(|| {
    let all = HEADINGS.iter().copied().chain([(Topic::Members, VALUES)]);
    all.flat_map(|(topic, headings)| headings.iter().map(move |heading| (*heading, topic))).collect()
});

/// The words of a heading, lower case, without decoration.
fn plain(heading: &str) -> String {
    heading.trim_matches([' ', '*', '`', ':', '\u{ff1a}', '\u{a0}']).to_lowercase()
}

/// What the section under a translated heading is about, as far as its words tell.
pub(super) fn topic(heading: &str) -> Option<Topic> {
    let lower = plain(heading);
    let known = TOPICS.get(lower.as_str()).copied();
    // "JSON 表示形式", "Représentation JSON"
    let json = || (lower.contains("json") && lower.split_whitespace().count() <= 3).then_some(Topic::Json);
    known.or_else(json).or_else(|| value_of(heading).map(|_| Topic::Values))
}

/// Whether the heading is one of another language beyond doubt.
pub(in crate::lower) fn is_foreign(heading: &str) -> bool {
    let lower = plain(heading);
    let is_topic = TOPICS.contains_key(lower.as_str()) && !ALSO_ENGLISH.contains(&lower.as_str());
    is_topic || value_of(heading).is_some()
}

/// The enum's name in `Valeurs riskLevel`: beside it stands a word for "values" or "enumeration", and nothing else.
fn value_of(heading: &str) -> Option<&str> {
    // Headings of a single word are the most.
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

/// The name of the enum whose members stand under the heading: beside a word for "values", else the only one that is
/// written as no word is, `riskLevel`.
pub(in crate::lower) fn enum_name(heading: &str) -> Option<&str> {
    value_of(heading).or_else(|| only(words(heading).filter(|word| is_camel(word))))
}

/// The words of a heading; scripts without blanks end a word where the letters are others.
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
    fn headings_are_known_by_their_words() {
        for (heading, expected) in [
            ("Eigenschaften", Some(Topic::Properties)),
            ("Représentation JSON", Some(Topic::Json)),
            ("Значения", Some(Topic::Members)),
            ("riskLevel-Werte", Some(Topic::Values)),
            ("Valores de riskLevel", Some(Topic::Values)),
            ("riskLevelの値", Some(Topic::Values)),
            ("roles 属性值", None),
            ("Siehe auch", None),
        ] {
            assert_eq!(topic(heading), expected, "{heading}");
        }
    }

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
