//! Whether a translated description calls its property deprecated.

use crate::lower::facts::localised::behind_statement;
use crate::lower::prose::sentence;
use crate::model::Deprecation;
use crate::page::Inlines;

use super::dates::Dates;
use super::note::{Note, one_line};

/// How sentences begin that say so, lower case, without what varies with gender: data, to be added to.
const DEPRECATED: [&str; 43] = [
    "已弃用",
    "已被弃用",
    "即将弃用",
    "将被弃用",
    "弃用",
    "已过时",
    "不推荐使用",
    "不再使用",
    "已淘汰",
    "已取代",
    "已被取代",
    "已過時",
    "非推奨",
    "非推奨になりました",
    "推奨されません",
    "推奨されなくなりました",
    "廃止されました",
    "사용되지 않음",
    "사용되지 않습니다",
    "더 이상 사용되지 않음",
    "더 이상 사용되지 않습니다",
    "veraltet",
    "als veraltet markiert",
    "déconseillé",
    "obsolète",
    "déprécié",
    "obsolet",
    "en desuso",
    "desusad",
    "preterid",
    "descontinuad",
    "deprecad",
    "deprecat",
    "устарел",
    "устаревш",
    "обесценив",
    "не рекомендуется",
    "verouderd",
    "afgeschaft",
    "przestarzał",
    "föråldrad",
    "zastaral",
    "elavult",
];

/// How it may go on of the property, lower case: "and", "since", "in favour of", "soon".
const GOES_ON: [&str; 15] = [
    "und ",
    "seit ",
    "et ",
    "depuis ",
    "au profit ",
    "bientôt",
    "y ",
    "e ",
    "desde ",
    "en favor ",
    "próximamente",
    "em favor ",
    "em breve",
    "и ",
    "en ",
];

/// What the description says of the property's deprecation, in a sentence of its own: "(Déconseillé)".
pub(in crate::lower) fn of_description(words: &Inlines<'_>) -> Option<Deprecation> {
    let plain = words.plain();
    let said = sentence::split(&plain).find(|sentence| {
        // What goes on says it of something else: "Obsolète pour les groupes", "Veraltetes Kennzeichen".
        let is_all = |behind: &str| {
            let behind = behind.trim_start();
            !behind.starts_with(char::is_alphabetic) || GOES_ON.iter().any(|word| behind.starts_with(word))
        };
        behind_statement(&sentence.to_lowercase(), &DEPRECATED).is_some_and(is_all)
    })?;
    let text = one_line(said.trim_matches([' ', '(', ')']));
    Some(Note { text, dates: Dates::default() }.at(words.span))
}

/// Whether words in brackets behind a name say so, in lower case, and nothing else: `boje (veraltet)`.
pub(super) fn is_remark(words: &str) -> bool {
    behind_statement(words, &DEPRECATED).is_some_and(|rest| !rest.contains(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use crate::tests::of_paragraph;

    use super::{is_remark, of_description};

    /// What a description says of a deprecation.
    fn note(text: &str) -> Option<String> {
        of_paragraph(text, |words| of_description(words).map(|deprecation| deprecation.note))
    }

    #[test]
    fn deprecations_are_sentences_of_their_own() {
        let stated = [
            ("Bouée. (Déconseillée)", "Déconseillée"),
            ("Bouée. Cette propriété est obsolète.", "Cette propriété est obsolète."),
            ("Boje. Veraltet.", "Veraltet."),
            ("Boje. Veraltet seit 2021.", "Veraltet seit 2021."),
            ("Boje. Als veraltet markiert.", "Als veraltet markiert."),
            ("Boya. Esta propiedad está en desuso.", "Esta propiedad está en desuso."),
            ("Boia. Esta propriedade foi preterida e sai.", "Esta propriedade foi preterida e sai."),
            ("Boia. Isso será preterido em breve.", "Isso será preterido em breve."),
            ("Boya. Esta propiedad será desusada próximamente.", "Esta propiedad será desusada próximamente."),
            ("Boa. Questa proprietà è stata deprecata.", "Questa proprietà è stata deprecata."),
            ("浮标。(已弃用)", "已弃用"),
            ("浮标。此属性已弃用。", "此属性已弃用。"),
            ("浮標。このプロパティは非推奨です。", "このプロパティは非推奨です。"),
            ("Boya. Obsoleta. Use `light`.", "Obsoleta."),
            ("Буй. Устарело.", "Устарело."),
            ("부표. 더 이상 사용되지 않습니다.", "더 이상 사용되지 않습니다."),
        ];
        for (text, expected) in stated {
            assert_eq!(note(text).as_deref(), Some(expected), "{text}");
        }
        for text in [
            "Bouée. Obsolète pour les groupes.",
            "Bouée. Indique si elle est obsolète.",
            "Boje. Veraltet, wenn sie nicht leuchtet.",
            "Boje. Veraltetes Kennzeichen.",
            "浮標。非推奨ではありません。",
        ] {
            assert_eq!(note(text), None, "{text}");
        }
    }

    #[test]
    fn remarks_behind_names_say_no_more_than_that() {
        for remark in ["obsolète", "已弃用", "обесценив"] {
            assert!(is_remark(remark), "{remark}");
        }
        assert!(!is_remark("obsolète pour les groupes"));
    }
}
