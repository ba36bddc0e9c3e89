//! The words of headings on translated pages that lack the English anchors: data, to be added to.

use std::sync::LazyLock;

use crate::hash::HashMap;

use super::Topic;
use super::enum_headings::{VALUES, value_of};

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
}
