//! What a description states in passing, in the words of other languages: data, to be added to.

use std::borrow::Cow;

use crate::model::Facts;
use crate::page::{InlineKind, Inlines};

use super::sentence;

/// How sentences begin that call a property read-only, lower case.
const READ_ONLY: [&str; 25] = [
    "只读",
    "唯讀",
    "読み取り専用",
    "읽기 전용",
    "lecture seule",
    "en lecture seule",
    "schreibgeschützt",
    "nur lesezugriff",
    "solo lectura",
    "sólo lectura",
    "de solo lectura",
    "somente leitura",
    "apenas leitura",
    "sola lettura",
    "di sola lettura",
    "только для чтения",
    "только чтение",
    "alleen-lezen",
    "tylko do odczytu",
    "salt okunur",
    "skrivskyddad",
    "jen pro čtení",
    "írásvédett",
    "csak olvasható",
    "chỉ đọc",
];

/// How a sentence of a word or two begins that calls a property required, lower case, without what varies with gender.
const REQUIRED: [&str; 23] = [
    "必需",
    "必填",
    "必要",
    "必須",
    "필수",
    "obligatoire",
    "requis",
    "erforderlich",
    "obligatori",
    "necesari",
    "requerid",
    "obrigatóri",
    "necessári",
    "obbligatori",
    "richiest",
    "обязательн",
    "требуется",
    "vereist",
    "wymagan",
    "gerekli",
    "krävs",
    "povinn",
    "kötelező",
];

/// What stands before a default value, lower case.
const DEFAULT: [&str; 19] = [
    "默认值",
    "默认为",
    "預設值",
    "既定値",
    "기본값",
    "valeur par défaut",
    "standardwert",
    "valor predeterminado",
    "valor por defecto",
    "valor padrão",
    "o padrão é",
    "valore predefinito",
    "значение по умолчанию",
    "standaardwaarde",
    "wartość domyślna",
    "varsayılan değer",
    "standardvärde",
    "výchozí hodnota",
    "alapértelmezett érték",
];

/// Words for "only".
const ONLY: [&str; 18] = [
    "仅",
    "僅",
    "のみ",
    "だけ",
    "에만",
    "만 ",
    "uniquement",
    "seulement",
    "nur",
    "solo",
    "sólo",
    "apenas",
    "somente",
    "только",
    "alleen",
    "tylko",
    "yalnızca",
    "endast",
];

/// How many words a sentence has that says "required", and how many letters where there are no blanks.
const REQUIRED_WORDS: usize = 2;
const REQUIRED_LETTERS: usize = 16;

/// Adds what the description of a translated page states.
pub(super) fn add<'s>(words: &Inlines<'s>, facts: &mut Facts<'s>) {
    let plain = words.plain();
    for sentence in sentence::split(&plain) {
        let lower = sentence.trim_start_matches([' ', '(', '\u{a0}']).to_lowercase();
        let begins = |phrases: &[&str]| phrases.iter().any(|phrase| lower.starts_with(phrase));
        facts.read_only |= begins(&READ_ONLY);
        let is_short =
            lower.split_whitespace().count() <= REQUIRED_WORDS && lower.chars().nth(REQUIRED_LETTERS).is_none();
        facts.required |= is_short && begins(&REQUIRED);
        // Other options are spoken of in sentences of their own.
        let of_select = lower.contains("$select") && lower.matches('$').count() == 1;
        facts.only_on_select |= of_select && ONLY.iter().any(|only| lower.contains(only));
    }
    if facts.default.is_none() {
        facts.default = default(words);
    }
}

/// The code behind a word for "default value", with nothing but such as "is" between.
fn default<'s>(words: &Inlines<'s>) -> Option<Cow<'s, str>> {
    words.pieces.windows(2).find_map(|pieces| match pieces {
        [before, code] if before.kind == InlineKind::Text && code.kind == InlineKind::Code => {
            let lower = before.text.to_lowercase();
            let says_default = |lead: &str| {
                let behind = lower.rfind(lead).map(|at| &lower[at + lead.len()..]);
                behind.is_some_and(|behind| behind.split_whitespace().count() <= 1 && !behind.contains('.'))
            };
            DEFAULT.iter().any(|lead| says_default(lead)).then(|| code.text.clone())
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{Block, parse};
    use crate::source::Sources;

    /// What a description states: read-only, required, only on `$select`, the default.
    fn stated(text: &str) -> (bool, bool, bool, Option<String>) {
        let sources = Sources::from_texts([("page.md", text)]);
        let (id, source) = sources.iter().next().expect("the page");
        let page = parse(id, source);
        let Some((_, Block::Paragraph(words))) = page.blocks().next() else { panic!("a paragraph") };
        let mut facts = Facts::default();
        add(words, &mut facts);
        (facts.read_only, facts.required, facts.only_on_select, facts.default.map(Cow::into_owned))
    }

    #[test]
    fn facts_are_stated_in_sentences_of_their_own() {
        for text in
            ["Bouée. Lecture seule.", "Буй. Только для чтения.", "浮標。読み取り専用です。", "(Somente leitura)"]
        {
            assert_eq!(stated(text), (true, false, false, None), "{text}");
        }
        for text in ["Boje. Erforderlich.", "浮标。必需。", "Boya. Obligatoria."] {
            assert_eq!(stated(text), (false, true, false, None), "{text}");
        }
        for text in ["Retornado apenas em `$select`.", "仅在 `$select` 上返回。"] {
            assert_eq!(stated(text), (false, false, true, None), "{text}");
        }
        for text in ["La valeur par défaut est `a`.", "默认值为 `a`。", "Значение по умолчанию — `a`."]
        {
            assert_eq!(stated(text), (false, false, false, Some("a".to_owned())), "{text}");
        }
    }

    #[test]
    fn what_is_mentioned_is_not_stated() {
        for text in [
            "Indica se a boia é somente leitura.",
            "Erforderlich, wenn die Boje leuchtet und ein Name fehlt.",
            "Prend en charge `$select`. Uniquement `$filter`.",
            "Sans valeur par défaut. Voir `a`.",
        ] {
            assert_eq!(stated(text), (false, false, false, None), "{text}");
        }
    }
}
