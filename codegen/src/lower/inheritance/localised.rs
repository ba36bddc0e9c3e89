//! Where a translated sentence names a base.

use crate::lower::prose::sentence::{LINK, Sentence, up_to};

use super::Lead;
use super::words::{AGENT, AROUND, BEFORE, FALSE_FRIENDS, PASSIVE, VERBS};

/// How many bytes may stand between the words and the base.
const REACH: usize = 60;

/// The words that lead to a base.
pub(super) fn find(sentence: &Sentence<'_, '_>) -> Option<Lead> {
    let text = sentence.text.as_str();
    if text.is_ascii() && !text.contains(LINK) || FALSE_FRIENDS.iter().any(|words| text.contains(words)) {
        return None;
    }
    let before = BEFORE.iter().find_map(|words| {
        let at = text.find(words)?;
        let behind = &text[at + words.len()..];
        // Without a link, what follows is a bare name, which the caller looks at.
        let near = behind.find(LINK).is_none_or(|link| link <= REACH);
        near.then_some(Lead { at, len: words.len() })
    });
    before
        .or_else(|| VERBS.iter().find_map(|verb| directly_before_link(sentence, verb)))
        .or_else(|| AROUND.iter().find_map(|(before, behind)| around(text, before, behind)))
}

/// Whether what follows `before`, in lower case, is the base: "Erbt vom", perhaps with an article.
pub(super) fn names_base(before: &str) -> bool {
    const ARTICLE: usize = 4;
    let before = before.trim_end();
    let is_article = |rest: &str| !rest.contains(' ') && rest.chars().count() <= ARTICLE;
    let ends = |words: &&str| {
        let words = words.to_lowercase();
        before.rfind(&words).is_some_and(|at| is_article(before[at + words.len()..].trim_start()))
    };
    BEFORE.iter().any(ends) || AROUND.iter().any(|(lead, _)| !lead.is_ascii() && before.ends_with(lead))
}

/// `Herda [de x]`: nothing stands between the verb and the link. What the verb means may depend on what begins the link.
fn directly_before_link(sentence: &Sentence<'_, '_>, verb: &str) -> Option<Lead> {
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
    is_base.then_some(Lead { at, len: verb.len() })
}

/// `从 [x] 继承`: the base is a link, and nothing else could be meant.
fn around(text: &str, before: &str, behind: &[&str]) -> Option<Lead> {
    let mut links = text.match_indices(LINK).map(|(link, _)| link);
    let at = links.find(|link| {
        let rest = up_to(REACH, text[link + LINK.len_utf8()..].trim_start());
        text[..*link].trim_end().ends_with(before) && behind.iter().any(|verb| rest.contains(verb))
    })?;
    Some(Lead { at, len: 0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<Lead> {
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
            "Neemt over van \u{fffc}.",
            "Dziedziczy z \u{fffc}.",
            "Dědí z \u{fffc}.",
            "Ärver från \u{fffc}.",
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
