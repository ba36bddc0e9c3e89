//! Whether a translated description says that the property is required when the object is created: that is when it matters.

use crate::lower::facts::words::{NOT, REQUIRED, SOME_CASES, SUBJECTS};
use crate::lower::language::is_east_asian;

use super::behind;

/// What begins the words for when it is, lower case.
const WHEN: [&str; 22] = [
    "wenn ",
    "beim ",
    "bei der ",
    "cuando ",
    "al ",
    "en la ",
    "para ",
    "quando ",
    "ao ",
    "na ",
    "durante a ",
    "durante la ",
    "lors de ",
    "lorsqu",
    "à la ",
    "pour ",
    "per ",
    "durante ",
    "указывать при ",
    "при ",
    "bij ",
    "przy ",
];
/// How the words for "create" and "creation" begin, lower case.
const CREATE: [&str; 14] = [
    "erstell",
    "anleg",
    "crea",
    "créa",
    "créé",
    "cria",
    "созда",
    "gemaakt",
    "maken",
    "tworz",
    "utworz",
    "创建",
    "建立",
    "作成",
];
/// What says "when" behind them in languages that say it there.
const WHEN_BEHIND: [&str; 4] = ["时", "時", "とき", "際"];
/// What makes a condition of it there.
const IF: [&str; 6] = ["如果", "若", "仅", "場合", "のみ", "だけ"];

/// How many words may name what is created: "cuando se crea un usuario".
const MOST_WORDS: usize = 6;
/// How long short words are.
const SHORT: usize = 4;
/// How many letters may stand before the word for "required" in a script without blanks.
const MOST_LETTERS: usize = 40;

/// Whether the sentence, in lower case, says so of the property that it is about, and of nothing but its creation.
pub(super) fn is_required(sentence: &str) -> bool {
    let sentence = sentence.trim_start_matches([' ', '(', '\u{a0}']);
    if !CREATE.iter().any(|word| sentence.contains(word)) {
        return false;
    }
    let said = SUBJECTS.iter().find_map(|subject| sentence.strip_prefix(subject));
    let words = said.unwrap_or(sentence);
    if words.starts_with(is_east_asian) {
        return is_said_behind(words);
    }
    // "Erforderlich beim Erstellen", "This property is required when a user is created"
    let required = |words: &str| REQUIRED.iter().any(|phrase| is_when(behind_word(words, phrase)));
    required(words) || said.is_some_and(is_said_between)
}

/// What stands behind the word that begins with `phrase`, with which `words` begin.
fn behind_word<'w>(words: &'w str, phrase: &str) -> Option<&'w str> {
    let rest = words.strip_prefix(phrase)?;
    let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    Some(rest[end..].trim_start_matches([' ', ',', '\u{a0}']))
}

/// Whether the words tell when something is created, and that is all the condition there is.
fn is_when(words: Option<&str>) -> bool {
    let Some(words) = words else { return false };
    let clause = words.split(['.', ';', ',']).next().unwrap_or_default();
    let Some(rest) = WHEN.iter().find_map(|when| clause.strip_prefix(when)) else { return false };
    rest.split_whitespace().take(MOST_WORDS).any(begins_create) && is_without_condition(words)
}

fn begins_create(word: &str) -> bool {
    CREATE.iter().any(|create| word.starts_with(create))
}

/// Whether no further condition follows. The short words for "if" are others, too, but for those behind a comma: "cuando se
/// crea, y no se puede borrar".
fn is_without_condition(words: &str) -> bool {
    let sentence = words.split('.').next().unwrap_or_default();
    let is_condition = |at: usize, case: &str| {
        let before = sentence[..at].trim_end();
        before.ends_with(',') || case.len() > SHORT && sentence[..at].ends_with(' ')
    };
    !SOME_CASES.iter().any(|case| sentence.match_indices(case).any(|(at, _)| is_condition(at, case)))
}

/// "ist [beim Erstellen eines Benutzers] erforderlich und …": behind the subject, before the word.
fn is_said_between(words: &str) -> bool {
    let clause = words.split(['.', ';', ',']).next().unwrap_or_default();
    let places = REQUIRED.iter().filter_map(|phrase| clause.find(phrase));
    places.min().is_some_and(|at| is_when(Some(&clause[..at])))
}

/// `创建用户时必需`, `作成時に必要です`: before the word, in a script without blanks.
fn is_said_behind(words: &str) -> bool {
    let found = REQUIRED.iter().filter_map(|phrase| Some((words.find(phrase)?, *phrase))).min();
    let Some((at, phrase)) = found else { return false };
    let before = &words[..at];
    let create = CREATE.iter().filter_map(|create| before.find(create)).min();
    let says_when = create.is_some_and(|create| WHEN_BEHIND.iter().any(|when| before[create..].contains(when)));
    says_when
        && before.chars().count() <= MOST_LETTERS
        && !before.contains('\u{3002}')
        && !IF.iter().any(|word| before.contains(word))
        && !NOT.iter().any(|not| before.ends_with(not))
        && behind(&words[at..], phrase).is_some()
}

#[cfg(test)]
mod tests {
    use super::is_required;

    #[test]
    fn what_is_created_needs_some_properties() {
        for text in [
            "diese eigenschaft ist erforderlich, wenn eine boje erstellt wird.",
            "diese eigenschaft ist beim erstellen einer boje erforderlich und kann nicht geleert werden.",
            "erforderlich beim erstellen.",
            "esta propiedad es necesaria cuando se crea una boya.",
            "essa propriedade é obrigatória quando uma boia é criada.",
            "necessários na criação.",
            "cette propriété est obligatoire lors de la création d’une bouée.",
            "это свойство обязательно указывать при создании буя.",
            "此属性在创建浮标时是必需的，并且不能清除。",
            "创建浮标时此属性是必需的。",
            "创建时必需。",
            "このプロパティは、浮標の作成時に必要です。",
        ] {
            assert!(is_required(text), "{text}");
        }
        for text in [
            "diese eigenschaft ist erforderlich, wenn die boje leuchtet.",
            "diese eigenschaft ist erforderlich, wenn eine boje geändert wird, die erstellt wurde.",
            "erforderlich beim erstellen, wenn sie leuchtet.",
            "wird erstellt, wenn erforderlich.",
            "esta propiedad no es necesaria cuando se crea una boya.",
            "如果创建浮标时必需。",
            "创建浮标时不必需。",
            "創建浮標時必要に応じて塗ります。",
        ] {
            assert!(!is_required(text), "{text}");
        }
    }
}
