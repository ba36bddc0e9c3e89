//! The words of type cells, in all languages that we know some of: data, to be added to.

use std::sync::LazyLock;

use crate::hash::HashMap;
use crate::model::Primitive;
use crate::model::name::{Caseless, strip_prefix_caseless};

use Primitive as P;

/// Spellings of primitive types, lower case, without `Edm.`, a few languages a line.
const PRIMITIVES: &[(Primitive, &[&str])] = &[
    (
        P::String,
        &[
            "string, str, text, url, uri, hex, etag, xml",
            "字符串, 文本, 字串, 文字列, 문자열",
            "cadena, cadenas, cadena de caracteres, cadenas de caracteres",
            "cadeia, cadeias, cadeia de caracteres, cadeias de caracteres, sequência de caracteres, texto, testo, texte",
            "chaîne, chaînes, chaîne de caractères, chaînes de caractères, stringa, stringhe",
            "zeichenfolge, zeichenfolgen, zeichenkette, zeichenketten, tekenreeks, tekenreeksen, tekst",
            "строка, строк, строки, строковый, строковая, строковое значение",
            "ciąg, ciągi, ciągów, ciąg znaków, ciągi znaków, ciągów znaków, řetězec, řetězce, řetězců",
            "sträng, strängar, dize, dizesi, karakterlánc, karakterláncok",
        ],
    ),
    (
        P::Boolean,
        &[
            "boolean, bool, true/false, true or false",
            "布尔, 布尔值, 布尔型, 布尔类型, 布林, 布林值, ブール, ブール値, ブール型, 論理値, 부울, 부울 값, 논리값",
            "booleano, booleana, valor booleano, valore booleano, booleani, booliano, booliana, valor booliano",
            "booléen, booléenne, valeur booléenne, boolesch, boolescher wert, boolesche werte",
            "логический, логическая, логическое, логическое значение, логический тип",
            "booleaans, booleaanse waarde, wartość logiczna, logiczny, logiczna, logická hodnota",
            "boolesk, booleskt värde, boole, boole değeri, logikai, logikai érték",
        ],
    ),
    (
        P::Int32,
        &[
            "int32, int, integer, number, int-32, int 32, 32-bit integer",
            "整数, 整型, 整数型, 整數, 数字, 數字, 数値, 정수, 숫자",
            "entero, enteros, número entero, números enteros, inteiro, inteiros, número inteiro, número",
            "entier, entiers, nombre entier, nombre, intero, interi, numero intero, numero",
            "ganzzahl, ganzzahlen, ganze zahl, zahl, geheel getal, gehele getallen, getal",
            "целое число, целых чисел, целочисленный, целое, число",
            "liczba całkowita, liczba, celé číslo, číslo, heltal, tamsayı, tam sayı, egész szám, egész",
        ],
    ),
    (P::Int64, &["int64, long, bigint, int-64, int 64, 64-bit integer"]),
    (P::Int16, &["int16, short"]),
    (P::Byte, &["byte, 字节, 位元組, バイト, 바이트, octet, байт, bajt"]),
    (P::SByte, &["sbyte"]),
    (
        P::Double,
        &[
            "double, 双精度, 双精度型, 双精度数, 双精度浮点数, 雙精確度, 雙精度浮點數, 배정밀도",
            "倍精度, 倍精度浮動小数点数, 2 行分",
            "doble, duplo, doppia precisione, gleitkommawert mit doppelter genauigkeit, podwójna precyzja",
            "двойной точности, двойная точность, двойное, двойное с плавающей точкой",
        ],
    ),
    (
        P::Single,
        &[
            "single, float, 单一, 单精度, 单个, 浮点, 浮点数, 単精度浮動小数点型, 単精度浮動小数点数, 1 行",
            "gleitkommazahl, einzel, único, одинарное, один",
        ],
    ),
    (P::Decimal, &["decimal, numeric, 小数, 十进制, 位数, 数位"]),
    (
        P::DateTimeOffset,
        &[
            "datetimeoffset, datetimeoffsets, datetime, timestamp, date-time, iso8601, date/time, date and time",
            "date time, date time offset",
            "日期/时间, 日期时间, 日期和时间, 时间戳, 日期/時間, 日期時間, 日期和時間, 時間戳記",
            "日時, 日付/時刻, 日付時刻, 日付と時刻, 날짜/시간, 날짜 및 시간",
            "date/heure, date et heure, fecha/hora, fecha y hora, data/hora, data e hora, data/ora, data e ora",
            "datum/uhrzeit, datum und uhrzeit, datum/tijd, datum en tijd, datum/tid, datum och tid",
            "дата/время, дата и время, data/godzina, data i godzina, datum/čas, datum a čas",
            "tarih/saat, tarih ve saat, dátum/idő, dátum és idő",
        ],
    ),
    (P::Date, &["date, dateonly, 日期, 日付, datum, fecha, дата, 날짜, tarih, dátum"]),
    (P::TimeOfDay, &["timeofday, time, 时间, 時刻, uhrzeit"]),
    (
        P::Duration,
        &[
            "duration, timespan, period, 持续时间, 时长, 期限, 持續時間, 期間, 기간",
            "dauer, zeitspanne, durée, duración, duração, durata, duur, czas trwania, süre",
            "длительность, продолжительность",
        ],
    ),
    (P::Guid, &["guid, uuid"]),
    (
        P::Binary,
        &[
            "binary, bytes, base64, base64url, 二进制, 二进制文件, 二進位, バイナリ, 이진",
            "binär, binaire, binario, binário, двоичный, двоичные данные, binair, binarny, binární, ikili",
        ],
    ),
    (
        P::Stream,
        &[
            "stream, streamable, 流, 資料流, 串流, ストリーム, 스트림",
            "datenstrom, flux, flujo, fluxo, flusso, поток, stroom, strumień, ström, akış",
        ],
    ),
    (
        P::Untyped,
        &[
            "json, graph.json, json-object, json object, untyped, untyped json object, object, 对象, 物件, オブジェクト, 개체",
            "objet, objeto, oggetto, objekt, объект, obiekt, nesne",
        ],
    ),
];

/// English words for "collection", and Chinese ones, lower case.
pub(in crate::lower) const COLLECTIONS: [&str; 6] = ["collection", "array", "list of", "set of", "集合", "数组"];

/// Words for "collection" in translated cells, lower case. They stand before the type (`colección de x`) or behind it
/// (`x-Sammlung`, `Zeichenfolgensammlung`).
pub(in crate::lower) const TRANSLATED: [&str; 38] = [
    "コレクション",
    "配列",
    "陣列",
    "컬렉션",
    "모음",
    "배열",
    "sammlung",
    "auflistung",
    "verzameling",
    "samling",
    "ensemble",
    "colección",
    "colecciones",
    "recopilación",
    "coleção",
    "coleções",
    "coletânea",
    "conjunto",
    "raccolta",
    "raccolte",
    "insieme",
    "collezione",
    "коллекция",
    "коллекции",
    "набор",
    "массив",
    "kolekcja",
    "kolekce",
    "koleksiyonu",
    "koleksiyon",
    "gyűjtemény",
    // Arrays and lists. "List" alone is a type, too.
    "matriz",
    "tableau de",
    "liste de",
    "lista de",
    "elenco di",
    "liste von",
    "lijst met",
];

/// The primitive that each spelling stands for.
static BY_SPELLING: LazyLock<HashMap<Caseless<'_>, Primitive>> =
    LazyLock::new(|| spellings().map(|(word, primitive)| (Caseless(word), primitive)).collect());

fn spellings() -> impl Iterator<Item = (&'static str, Primitive)> {
    let of = |lines: &'static [&str]| lines.iter().flat_map(|line| line.split(", "));
    PRIMITIVES.iter().flat_map(move |(primitive, lines)| of(lines).map(|word| (word, *primitive)))
}

/// The primitive that `word` spells.
pub(in crate::lower) fn primitive(word: &str) -> Option<Primitive> {
    let word = word.trim();
    let spelling = strip_prefix_caseless(word, "edm.").unwrap_or(word);
    if spelling.is_ascii() {
        BY_SPELLING.get(&Caseless(spelling)).copied()
    } else {
        BY_SPELLING.get(&Caseless(&spelling.to_lowercase())).copied()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{primitive, spellings};

    #[test]
    fn every_spelling_is_known_in_capitals_and_in_full() {
        let mut seen = BTreeSet::new();
        for (spelling, expected) in spellings() {
            assert_eq!(primitive(spelling), Some(expected), "{spelling}");
            let capitals = spelling.to_uppercase();
            // Turkish has a letter of which the capital is that of another one.
            if capitals.to_lowercase() == spelling {
                assert_eq!(primitive(&format!(" Edm.{capitals} ")), Some(expected), "{capitals}");
            }
            assert!(seen.insert(spelling), "{spelling} stands there twice");
        }
        assert_eq!(primitive("edm."), None);
    }
}
