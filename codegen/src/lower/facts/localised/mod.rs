//! What a description states in passing, in the words of other languages.

use std::borrow::Cow;

use crate::lower::language::is_east_asian;
use crate::lower::prose::sentence;
use crate::model::Facts;
use crate::page::{Inline, InlineKind, Inlines};

use super::words::{ENDINGS, NOT, ONLY, READ_ONLY, REQUIRED, REQUIRED_NOUNS, SOME_CASES, SUBJECTS, WHETHER};
use values::{default, max_length};

mod creation;
mod values;

/// How many letters vary with gender and number.
const INFLECTED: usize = 2;

/// Adds what the description of a translated page states.
pub(in crate::lower) fn add<'s>(words: &Inlines<'s>, facts: &mut Facts<'s>) {
    let plain = words.plain();
    for sentence in sentence::split(&lines(words)) {
        let lower = sentence.to_lowercase();
        facts.read_only |= behind_statement(&lower, &READ_ONLY).is_some() || ends_read_only(&lower);
        facts.required |= says_required(&lower) || creation::is_required(&lower);
    }
    for sentence in sentence::split(&plain).filter(|sentence| sentence.contains('$')) {
        let lower = sentence.to_lowercase();
        // Other options are spoken of in sentences of their own.
        let of_select = lower.contains("$select") && lower.matches('$').count() == 1;
        facts.only_on_select |= of_select && ONLY.iter().any(|only| lower.contains(only));
    }
    if facts.default.is_none() {
        facts.default = default(words);
    }
    if facts.max_length.is_none() {
        facts.max_length = max_length(&plain.to_lowercase());
    }
}

/// The words, with a line break where code ends and a sentence begins, as many descriptions lack the full stop there: "… wie
/// `2014-01-01T00:00:00Z` Schreibgeschützt."
fn lines<'w>(words: &'w Inlines<'_>) -> Cow<'w, str> {
    let is_first = |letter: char| letter.is_uppercase() || is_east_asian(letter);
    let begins = |pieces: &[Inline<'_>]| match pieces {
        [code, behind] => {
            code.kind == InlineKind::Code
                && behind.kind == InlineKind::Text
                && behind.text.trim_start().starts_with(is_first)
        }
        _ => false,
    };
    if !words.pieces.windows(2).any(begins) {
        return words.plain();
    }
    let mut lines = String::new();
    for (at, piece) in words.pieces.iter().enumerate() {
        lines.push_str(if piece.kind == InlineKind::Break { " " } else { &piece.text });
        if words.pieces.get(at..at + 2).is_some_and(begins) {
            lines.push('\n');
        }
    }
    Cow::Owned(lines)
}

/// Whether `sentence`, in lower case, says no more than that a property is required.
pub(in crate::lower) fn says_required(sentence: &str) -> bool {
    let rest = behind_statement(sentence, &REQUIRED).map(|rest| rest.trim_matches(|c: char| !c.is_alphanumeric()));
    rest.is_some_and(|rest| rest.is_empty() || REQUIRED_NOUNS.contains(&rest))
}

/// What stands behind the phrase with which `sentence` begins, in lower case, or goes on behind "this property is", unless
/// it is denied or said of some cases alone.
pub(in crate::lower) fn behind_statement<'t>(sentence: &'t str, phrases: &[&str]) -> Option<&'t str> {
    let sentence = sentence.trim_start_matches([' ', '(', '\u{a0}']);
    let said = SUBJECTS.iter().find_map(|subject| sentence.strip_prefix(subject)).unwrap_or(sentence);
    let mut rests = phrases.iter().filter_map(|phrase| behind(said, phrase));
    rests.find(|rest| is_of_all_cases(rest))
}

/// Whether the last clause of the sentence says so, and nothing else: "Lässt keine Nullwerte zu, schreibgeschützt.", unless
/// another makes a condition or a question of it.
fn ends_read_only(sentence: &str) -> bool {
    const COMMAS: [char; 3] = [',', '\u{3001}', '\u{ff0c}'];
    let sentence = sentence.trim_end_matches(['.', '\u{3002}', ' ', '\u{a0}', ')']);
    let Some((before, last)) = sentence.rsplit_once(COMMAS) else { return false };
    READ_ONLY.contains(&last.trim())
        && before.split(COMMAS).all(is_of_all_cases)
        && !WHETHER.iter().any(|word| before.contains(word))
}

/// Whether what stands `behind` a statement isn't a condition: "Schreibgeschützt, wenn …".
fn is_of_all_cases(behind: &str) -> bool {
    let behind = behind.trim_start_matches([',', ' ', '\u{a0}']);
    !SOME_CASES.iter().any(|case| behind.starts_with(case))
}

/// What follows the phrase with which `sentence` begins, unless it is but the beginning of a word, or denied.
fn behind<'t>(sentence: &'t str, phrase: &str) -> Option<&'t str> {
    let rest = sentence.strip_prefix(phrase)?;
    let bare = rest.trim_start();
    let ending = |words: &'t str| ENDINGS.iter().find_map(|ending| words.strip_prefix(ending));
    // `項目` and `です`
    let ended = ending(bare).map(|words| ending(words).unwrap_or(words)).unwrap_or_else(|| {
        let is_wide = phrase.chars().any(is_east_asian);
        let inflected = rest.chars().take_while(|c| c.is_alphabetic()).count();
        let end = if is_wide || inflected > INFLECTED { 0 } else { inflected };
        rest.char_indices().nth(end).map_or("", |(at, _)| &rest[at..])
    });
    let denied = says_not(ended.trim_start());
    (!denied && !ended.starts_with(char::is_alphabetic)).then_some(ended)
}

fn says_not(words: &str) -> bool {
    NOT.iter().any(|not| words.starts_with(not))
}

#[cfg(test)]
mod tests {
    use crate::tests::of_paragraph;

    use super::*;

    /// What a description states: read-only, required, only on `$select`, the default.
    fn stated(text: &str) -> (bool, bool, bool, Option<String>) {
        of_paragraph(text, |words| {
            let mut facts = Facts::default();
            add(words, &mut facts);
            (facts.read_only, facts.required, facts.only_on_select, facts.default.map(Cow::into_owned))
        })
    }

    #[test]
    fn facts_are_stated_in_sentences_of_their_own() {
        for text in [
            "Bouée. Lecture seule.",
            "Буй. Только для чтения.",
            "浮標。読み取り専用です。",
            "浮标。只读属性。",
            "(Somente leitura)",
            "Boje. Diese Eigenschaft ist schreibgeschützt.",
            "Boya. Esta propiedad es de solo lectura.",
            "浮标。此属性是只读的。",
            "浮標。このプロパティは読み取り専用です。",
            "Буй. Это свойство доступно только для чтения.",
            "Boya de `2014-01-01T00:00:00Z` Solo lectura.",
            "浮標。`2014-01-01T00:00:00Z`読み取り専用です。",
        ] {
            assert_eq!(stated(text), (true, false, false, None), "{text}");
        }
        for text in [
            "Boje. Erforderlich.",
            "浮标。必需。",
            "Boya. Obligatoria.",
            "Буй. Обязательное.",
            "Буй. Обязательный элемент.",
            "浮標。必須です。",
            "부표. 필수 속성.",
            "부표. 필수 항목입니다.",
            "Şamandıra. Gereklidir.",
            "Boya. Es necesaria.",
            "Boia. Essa propriedade é obrigatória.",
        ] {
            assert_eq!(stated(text), (false, true, false, None), "{text}");
        }
        for text in ["Retornado apenas em `$select`.", "仅在 `$select` 上返回。", "`$select` でのみ返されます。"]
        {
            assert_eq!(stated(text), (false, false, true, None), "{text}");
        }
        for text in [
            "La valeur par défaut est `a`.",
            "默认值为 `a`。",
            "Значение по умолчанию — `a`.",
            "Ist standardmäßig auf `a` festgelegt.",
        ] {
            assert_eq!(stated(text), (false, false, false, Some("a".to_owned())), "{text}");
        }
    }

    #[test]
    fn lengths_are_counted_in_characters() {
        let length = |text: &str| max_length(&text.to_lowercase());
        for text in [
            "名称。 最大长度为 128 个字符。",
            "该名称是唯一的，最大限制为 128 个字符。",
            "Se permite una longitud máxima de 128 caracteres.",
            "O comprimento máximo é de 128 caracteres.",
            "Максимальная длина составляет 128 символов.",
            "最大長は 128 文字です。",
            "De maximale lengte is 128 tekens.",
        ] {
            assert_eq!(length(text), Some(128), "{text}");
        }
        for text in ["最大长度为 128 字节。", "Maximale Länge. Mit 128 Zeichen.", "Longitud máxima: véase `x`."]
        {
            assert_eq!(length(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_mentioned_is_not_stated() {
        for text in [
            "Indica se a boia é somente leitura.",
            "Boia. Somente leitura quando isLit for true.",
            "Boje. Schreibgeschützt, wenn sie leuchtet.",
            "Boya como `a` solo lectura.",
            "Erforderlich, wenn die Boje leuchtet und ein Name fehlt.",
            "Prend en charge `$select`. Uniquement `$filter`.",
            "Sans valeur par défaut. Voir `a`.",
            "Boya. Es necesaria una cadena.",
            "浮標。このプロパティは読み取り専用ではありません。",
            "浮標。必須ではありません。",
            "浮標。必要なし。",
            "浮標。必要に応じて塗ります。",
            "浮标。必要时更新。",
            "부표. 필수 아님.",
            "Boa. Richiesta HTTP.",
            "Boya. Obligatoriedad fiscal.",
            "Буй. Обязательный элемент списка.",
            "浮标。只读取一次。",
            "浮標。読み取り専用ではありません。",
            "부표. 읽기 전용이 아닙니다.",
            "默认值不是 `a`。",
            "既定値は `a` ではありません。",
            "기본값은 `a`가 아닙니다.",
        ] {
            assert_eq!(stated(text), (false, false, false, None), "{text}");
        }
    }
}
