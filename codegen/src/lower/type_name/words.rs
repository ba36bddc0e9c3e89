//! The words of type cells, in all languages that we know some of: data, to be added to.

use std::sync::LazyLock;

use crate::hash::HashMap;
use crate::model::Primitive;
use crate::model::name::{Caseless, is_qualified_identifier};

use Primitive as P;

/// Spellings of primitive types, lower case, without `Edm.`.
const PRIMITIVES: &[(&[&str], Primitive)] = &[
    (
        &[
            "string",
            "str",
            "text",
            "url",
            "uri",
            "hex",
            "etag",
            "xml",
            "字符串",
            "文本",
            "文字列",
            "cadena",
            "cadenas",
            "cadeia de caracteres",
            "cadeia",
            "cadeias",
            "cadeias de caracteres",
            "zeichenfolge",
            "chaîne",
            "chaîne de caractères",
            "chaînes",
            "chaînes de caractères",
            "stringa",
            "строка",
            "строк",
            "строки",
            "строковый",
            "문자열",
        ],
        P::String,
    ),
    (
        &[
            "boolean",
            "bool",
            "布尔",
            "布尔值",
            "布尔型",
            "布尔类型",
            "ブール値",
            "ブール型",
            "booleano",
            "booliano",
            "boolesch",
            "boolescher wert",
            "booléen",
            "логический",
            "логическое",
            "логическое значение",
            "부울",
        ],
        P::Boolean,
    ),
    (
        &[
            "int32",
            "int",
            "integer",
            "number",
            "整数",
            "int-32",
            "整型",
            "ganzzahl",
            "entier",
            "entero",
            "inteiro",
            "intero",
            "целое число",
            "정수",
        ],
        P::Int32,
    ),
    (&["int64", "long", "bigint"], P::Int64),
    (&["int16", "short"], P::Int16),
    (&["byte", "字节"], P::Byte),
    (&["sbyte"], P::SByte),
    (&["double", "双精度", "双精度型", "倍精度"], P::Double),
    (&["single", "float", "单一", "单精度", "单个"], P::Single),
    (&["decimal", "numeric", "小数", "十进制", "位数", "数位"], P::Decimal),
    (
        &[
            "datetimeoffset",
            "datetimeoffsets",
            "datetime",
            "timestamp",
            "date-time",
            "iso8601",
            "日期/时间",
            "日期时间",
            "时间戳",
            "日時",
            "날짜/시간",
        ],
        P::DateTimeOffset,
    ),
    (&["date", "dateonly", "日期", "日付", "datum", "fecha", "дата", "날짜"], P::Date),
    (&["timeofday", "time", "时间", "時刻"], P::TimeOfDay),
    (
        &[
            "duration",
            "timespan",
            "period",
            "持续时间",
            "时长",
            "期限",
            "期間",
            "dauer",
            "durée",
            "duración",
            "duração",
            "durata",
            "длительность",
            "продолжительность",
            "기간",
        ],
        P::Duration,
    ),
    (&["guid", "uuid"], P::Guid),
    (
        &[
            "binary",
            "bytes",
            "base64",
            "base64url",
            "二进制",
            "二进制文件",
            "バイナリ",
            "binär",
            "binaire",
            "binario",
            "binário",
            "двоичный",
            "이진",
        ],
        P::Binary,
    ),
    (&["stream", "streamable", "流", "ストリーム", "datenstrom", "flux", "поток", "스트림"], P::Stream),
    (
        &["json", "graph.json", "json-object", "json object", "untyped", "untyped json object", "object", "对象"],
        P::Untyped,
    ),
];

/// Words for "collection" in translated cells, lower case. They stand before the type (`colección de x`) or behind it
/// (`x-Sammlung`).
pub(in crate::lower) const COLLECTIONS: [&str; 13] = [
    "コレクション",
    "sammlung",
    "auflistung",
    "colección",
    "colecciones",
    "coleção",
    "conjunto",
    "raccolta",
    "коллекция",
    "коллекции",
    "컬렉션",
    "모음",
    "数组",
];

/// The primitive that each spelling stands for.
static BY_SPELLING: LazyLock<HashMap<Caseless<'_>, Primitive>> = LazyLock::new(|| {
    let pairs = PRIMITIVES.iter().flat_map(|(spellings, primitive)| spellings.iter().map(|word| (*word, *primitive)));
    pairs.map(|(word, primitive)| (Caseless(word), primitive)).collect()
});

/// The primitive that `word` spells.
pub(in crate::lower) fn primitive(word: &str) -> Option<Primitive> {
    let word = word.trim();
    let is_edm = word.get(..EDM.len()).is_some_and(|start| start.eq_ignore_ascii_case(EDM));
    let spelling = if is_edm { &word[EDM.len()..] } else { word };
    if spelling.is_ascii() {
        BY_SPELLING.get(&Caseless(spelling)).copied()
    } else {
        BY_SPELLING.get(&Caseless(&spelling.to_lowercase())).copied()
    }
}

const EDM: &str = "edm.";

/// `x-Sammlung`, `Sammlung (x)`, `colección de x`.
pub(super) fn strip_translated(text: &str) -> (&str, bool) {
    // Nearly all cells are a name, or end in one.
    if text.is_ascii() && is_qualified_identifier(text) && primitive(text).is_some() {
        return (text, false);
    }
    let lower = text.to_lowercase();
    // Few letters change their length with their case; where one does, nothing is stripped.
    let may_be = |word: &&&str| lower.len() == text.len() && (word.is_ascii() || !lower.is_ascii());
    let found = COLLECTIONS.iter().filter(may_be).find_map(|word| Some((lower.find(word)?, word)));
    let Some((at, word)) = found else { return (text, false) };
    let around = [' ', '-', '(', ')', '\u{ff08}', '\u{ff09}', '\u{a0}', '.'];
    let (before, behind) = (text[..at].trim_matches(around), text[at + word.len()..].trim_matches(around));
    if !before.is_empty() {
        // `Zeichenfolgensammlung`, `Objekten-Sammlung`
        return (before.strip_suffix('n').filter(|stem| primitive(stem).is_some()).unwrap_or(before), true);
    }
    let of = ["von ", "de ", "di ", "da "].iter().find_map(|word| behind.strip_prefix(word));
    (of.unwrap_or(behind), true)
}

#[cfg(test)]
mod tests {
    use super::{PRIMITIVES, primitive, strip_translated};

    #[test]
    fn every_spelling_is_known_in_capitals_and_in_full() {
        for (spelling, expected) in
            PRIMITIVES.iter().flat_map(|(words, found)| words.iter().map(move |word| (word, found)))
        {
            for word in [spelling.to_string(), format!(" Edm.{} ", spelling.to_uppercase())] {
                assert_eq!(primitive(&word), Some(*expected), "{word}");
            }
        }
        assert_eq!(primitive("edm."), None);
    }

    #[test]
    fn words_for_collections_stand_before_and_behind() {
        for text in
            ["Zeichenfolge-Sammlung", "Sammlung (Zeichenfolge)", "Sammlung von Zeichenfolge", "Zeichenfolgensammlung"]
        {
            assert_eq!(strip_translated(text), ("Zeichenfolge", true), "{text}");
        }
        assert_eq!(strip_translated("colección de cadena"), ("cadena", true));
        assert_eq!(strip_translated("文字列コレクション"), ("文字列", true));
        assert_eq!(strip_translated("riskLevel"), ("riskLevel", false));
    }
}
