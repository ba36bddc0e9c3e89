//! How pages say what a type is: that it is abstract, that it is open, and, on translated pages, that it or a row
//! inherits from another. Words as data.

use crate::lower::prose::sentence::{LINK, Sentence, up_to};

/// Words that stand before the base, with the sentence's capital and without.
const BEFORE: &[&str] = &[
    // Chinese
    "继承自",
    "繼承自",
    "派生自",
    "衍生自",
    "派生于",
    "源自",
    "继承于",
    // German
    "rbt von",
    "eerbt von",
    "bgeleitet von",
    "bgeleitet aus",
    "rbt vom",
    // French
    "érite de",
    "érité de",
    "éritée de",
    "érite du",
    "érité du",
    "éritée du",
    "érive de",
    "érivé de",
    // Spanish
    "ereda de",
    "eredado de",
    "eredada de",
    "eriva de",
    "erivado de",
    // Portuguese
    "erda de",
    "erdado de",
    "erdada de",
    // Not in "perda da", a loss.
    "Herda da",
    "herda da",
    "Herda do",
    "herda do",
    "erdado da",
    "erdado do",
    "erdada da",
    "erdada do",
    // Italian
    "redita da",
    "reditato da",
    "reditata da",
    "eriva da",
    "erivato da",
    // Dutch
    "rft van",
    "vergenomen van",
    // Russian
    "аследует от",
    "аследуется от",
    "аследуется из",
    "наследовано от",
    "роизводным от",
    "роизводный от",
    "роизводное от",
];

/// Verbs whose preposition a translator took into the link behind them: `Herda [de berth](berth.md)`.
const VERBS: &[&str] = &[
    "rbt",
    "eerbt",
    "érite",
    "érité",
    "éritée",
    "ereda",
    "eredado",
    "eredada",
    "erda",
    "erdado",
    "erdada",
    "redita",
    "reditato",
    "reditata",
    "аследует",
    "аследуется",
    "аследовано",
];

/// Those that say within a sentence, where no preposition tells otherwise, that the type is inherited: `который
/// наследуется [x]`.
const PASSIVE: &[&str] = &["érité", "éritée", "eredado", "eredada", "erdado", "erdada", "аследуется", "аследовано"];

/// Prepositions before the one that inherits: `herdado [por x]`, `vererbt [an x]`.
const AGENT: &[&str] = &["por", "pelo", "pela", "par", "durch", "an"];

/// Words that stand behind the base, and what may stand before it.
const AROUND: &[(&str, &[&str])] = &[
    ("从", &["继承", "派生", "衍生"]),
    ("自", &["继承", "派生", "衍生"]),
    ("von", &["abgeleitet"]),
    ("aus", &["abgeleitet"]),
    ("", &["から継承", "を継承", "から派生", "에서 상속", "에서 파생", "을 상속", "를 상속"]),
];

/// "Inherits from this type" is about other types than the page's own.
const FALSE_FRIENDS: &[&str] = &["继承自此", "继承自该", "派生自此", "派生自该", "以下派生", "diesem Typ erben"];

/// How translated pages introduce a list of derived types, lower case as far as ASCII goes.
pub(in crate::lower) const DERIVED: [&str; 24] = [
    "衍生類型",
    "继承自此类型",
    "派生自此类型",
    "abgeleitete typen",
    "abgeleiteten typen",
    "erben von diesem typ",
    "von diesem typ erben",
    "types dérivés",
    "héritent de ce type",
    "tipos derivados",
    "heredan de este tipo",
    "herdam deste tipo",
    "tipi derivati",
    "ereditano da questo tipo",
    "роизводные типы",
    "аследуют этот тип",
    "аследуются от этого типа",
    "派生型",
    "派生する型",
    "この型を継承する型",
    "파생 형식",
    "이 형식을 상속하는",
    "afgeleide typen",
    "typy pochodne",
];

/// How translated pages call a type abstract.
pub(in crate::lower) const ABSTRACT: [&str; 17] = [
    "抽象类型",
    "抽象基",
    "抽象类",
    "抽象实体",
    "抽象资源",
    "抽象复杂",
    "抽象型",
    "抽象基底",
    "abstrakter typ",
    "abstrakte basis",
    "type abstrait",
    "tipo abstracto",
    "tipo abstrato",
    "tipo astratto",
    "абстрактный тип",
    "абстрактным типом",
    "추상 형식",
];

/// How pages call a type open.
pub(in crate::lower) const OPEN: [&str; 15] = [
    "open type",
    "open complex type",
    "open entity type",
    "opentype",
    "开放类型",
    "开放式类型",
    "オープン型",
    "オープン タイプ",
    "offener typ",
    "type ouvert",
    "tipo abierto",
    "tipo aberto",
    "tipo aperto",
    "открытый тип",
    "개방형",
];

/// How many bytes may stand between the words and the base.
const REACH: usize = 60;

/// Where the words begin that name a base, and how long those are which stand before it.
pub(super) fn find(sentence: &Sentence<'_, '_>) -> Option<(usize, usize)> {
    let text = sentence.text.as_str();
    if text.is_ascii() && !text.contains(LINK) || FALSE_FRIENDS.iter().any(|words| text.contains(words)) {
        return None;
    }
    let before = BEFORE.iter().find_map(|words| {
        let at = text.find(words)?;
        let behind = &text[at + words.len()..];
        // Without a link, what follows is a bare name, which the caller looks at.
        let near = behind.find(LINK).is_none_or(|link| link <= REACH);
        near.then_some((at, words.len()))
    });
    before
        .or_else(|| VERBS.iter().find_map(|verb| directly_before_link(sentence, verb)))
        .or_else(|| AROUND.iter().find_map(|(before, behind)| around(text, before, behind)))
}

/// `Herda [de x]`: nothing stands between the verb and the link. What the verb means may depend on what begins the link.
fn directly_before_link(sentence: &Sentence<'_, '_>, verb: &str) -> Option<(usize, usize)> {
    let text = sentence.text.as_str();
    let at = text.find(verb)?;
    let behind = &text[at + verb.len()..];
    let link = text.len() - behind.trim_start().len();
    let label = behind.trim_start().starts_with(LINK).then(|| sentence.link_at(link))?;
    let preposition = label.and_then(|link| link.text.trim_start().split_once(' ')).map(|(word, _)| word);
    let is_base = match preposition {
        Some(word) => !AGENT.contains(&word),
        // The verbs have no capital, which may begin the sentence.
        None => text[..at].chars().count() <= 1 || !PASSIVE.contains(&verb),
    };
    is_base.then_some((at, verb.len()))
}

/// `从 [x] 继承`: the base is a link, and nothing else could be meant.
fn around(text: &str, before: &str, behind: &[&str]) -> Option<(usize, usize)> {
    text.match_indices(LINK).find_map(|(link, _)| {
        let lead = text[..link].trim_end();
        let rest = up_to(REACH, text[link + LINK.len_utf8()..].trim_start());
        (lead.ends_with(before) && behind.iter().any(|verb| rest.contains(verb))).then_some((link, 0))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<(usize, usize)> {
        find(&Sentence { text: text.to_owned(), lower: text.to_ascii_lowercase(), links: Vec::new() })
    }

    #[test]
    fn verbs_stand_before_the_base_or_behind_it() {
        for text in [
            "继承自 \u{fffc}。",
            "Herda \u{fffc}.",
            "Herda da \u{fffc}.",
            "Hérite du \u{fffc}.",
            "Erbt von \u{fffc}.",
            "Overgenomen van \u{fffc}.",
            "这是从 \u{fffc} 继承的。",
            "\u{fffc} から継承されます。",
        ] {
            assert!(found(text).is_some(), "{text}");
        }
        for text in ["以下类型继承自此类型：\u{fffc}", "请参阅 \u{fffc}。", "See \u{fffc}.", "A perda da \u{fffc}."]
        {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
