//! Abstractness and openness from prose.

use crate::lower::prose::phrases::{Says, Text};
use crate::lower::prose::sentence::{LINK, Sentence, sentences};
use crate::page::Inlines;

use super::{localised, words};

/// What pages call abstract when they mean the type that they are about.
const NOUNS: [&str; 6] = ["type", "class", "entity", "resource", "complex", "base"];

/// What can't be done with an abstract type, lower case.
pub(in crate::lower) const INSTANTIATE: &str = "instantiate";
/// How pages say that it can't.
const DENIALS: [&str; 4] = ["cannot ", "can't ", "can not ", "must not "];

/// Whether the introduction says that the type is abstract.
pub(in crate::lower) fn says_abstract(words: &Inlines<'_>, text: &Text<'_>) -> bool {
    // Letters beyond ASCII may be capitals.
    (text.says(Says::Abstract) || !text.plain.is_ascii())
        && sentences(words).iter().any(|it| calls_abstract(it) || denies_instances(it))
}

fn calls_abstract(sentence: &Sentence<'_, '_>) -> bool {
    let lower = &sentence.lower;
    lower.match_indices("abstract").any(|(at, _)| {
        let before = lower[..at].trim_end();
        let behind = lower[at + "abstract".len()..].trim_start();
        // "An abstract resouce type" on `threatassessmentrequest.md`: the second word will do.
        let noun = behind.split_whitespace().take(2).any(|word| NOUNS.iter().any(|noun| word.starts_with(noun)));
        let predicate = ["is a", "is an", "is"].iter().any(|verb| before.ends_with(verb)) && !behind.starts_with("ed");
        // "Inherits from the abstract type x" says it of another type.
        let of_another = ["from", "from the", "from an", "of the", "of an"].iter().any(|word| before.ends_with(word));
        // "which is derived from the [extension](extension.md) abstract type"
        let of_another = of_another || sentence.text[..at].trim_end().ends_with(LINK);
        !of_another && (noun || predicate || before.is_empty() && behind.starts_with('.'))
    }) || {
        // Not in ASCII letters alone: capitals of others are still there.
        let lower = sentence.text.to_lowercase();
        let mut places = words::ABSTRACT.iter().filter_map(|phrase| lower.find(phrase)).chain(noun_before(&lower));
        places.any(|at| !localised::names_base(&lower[..at]))
    }
}

/// Whether a sentence says that there is nothing of just this type: "It can't be instantiated directly", "You cannot
/// instantiate a resource directly; you must make a subclass" (`educationresource.md`).
fn denies_instances(sentence: &Sentence<'_, '_>) -> bool {
    const OBJECTS: [&str; 8] =
        ["it", "a resource", "this resource", "this type", "this class", "this entity", "the type", "the resource"];
    let lower = sentence.lower.replace('\u{2019}', "'");
    let cut = |verb: &str| {
        DENIALS.iter().find_map(|denial| {
            let (before, behind) = lower.split_once(denial)?;
            Some((before.trim(), behind.trim_start().strip_prefix(verb)?.trim_start()))
        })
    };
    // "It can't be instantiated before noon" tells of a condition.
    let ends = |rest: &str| {
        let rest = rest.strip_prefix("directly").unwrap_or(rest).trim_start();
        rest.is_empty() || rest.starts_with(['.', ',', ';', ':'])
    };
    let passive = cut("be instantiated").is_some_and(|(subject, rest)| {
        (OBJECTS.contains(&subject) || subject == "this" || subject == "this abstract type") && ends(rest)
    });
    passive
        || cut("instantiate").is_some_and(|(subject, rest)| {
            subject == "you"
                && OBJECTS.iter().any(|object| rest.strip_prefix(object).is_some_and(|rest| ends(rest.trim())))
        })
}

/// Where a noun begins that the word for "abstract" follows, with what the type is one of between them: "um tipo de recurso
/// abstrato".
fn noun_before(lower: &str) -> Option<usize> {
    /// How many words there may be from the noun on: "tipo de recurso base".
    const WORDS: usize = 4;
    let adjective = words::ABSTRACT_BEHIND.iter().filter_map(|word| lower.find(word)).min()?;
    let starts = lower[..adjective].trim_end().rmatch_indices(' ').map(|(at, _)| at + 1).chain([0]).take(WORDS);
    let is_noun = |at: &usize| lower[*at..].split(' ').next().is_some_and(|word| words::NOUNS_BEFORE.contains(&word));
    starts.filter(is_noun).last()
}

/// Whether the introduction says that the type is open.
pub(in crate::lower) fn says_open(text: &Text<'_>) -> bool {
    // Letters beyond ASCII may be capitals.
    if !text.says(Says::Open) && text.plain.is_ascii() {
        return false;
    }
    let lower = text.plain.to_lowercase();
    // "This type is used in the open type x" says it of x.
    words::OPEN.iter().any(|phrase| lower.find(phrase).is_some_and(|at| !lower[..at].ends_with(" in the ")))
}

#[cfg(test)]
mod tests {
    use crate::tests::of_paragraph;

    use super::*;

    #[test]
    fn the_word_may_stand_behind_its_noun() {
        let is_abstract = |text: &str| of_paragraph(text, |words| says_abstract(words, &Text::new(words.plain())));
        for text in [
            "Um tipo de recurso abstrato que representa uma boia.",
            "Um tipo base abstrato.",
            "Es una clase base abstracta.",
            "Représente une bouée. Type de ressource de base abstrait.",
            "Un tipo di risorsa astratto.",
        ] {
            assert!(is_abstract(text), "{text}");
        }
        for text in [
            "Uma boia de um tipo que alguém pintou de modo abstrato.",
            "Herda do tipo de recurso abstrato [boia](boia.md).",
            "Una boya abstracta.",
        ] {
            assert!(!is_abstract(text), "{text}");
        }
    }
}
