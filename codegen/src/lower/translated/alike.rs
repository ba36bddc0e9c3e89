//! Which words of another language are spelt like which English names: `консенттипе` is `consentType` in other letters,
//! `Domänname` and `domainName` are one word in two languages.

use crate::hash::HashMap;
use crate::lower::only;
use crate::spelling::nearest;

/// How many letters a word must have to be compared letter by letter.
const LONG: usize = 6;
/// How many words are compared letter by letter: that takes as long as the product of words and names.
const FEW: usize = 32;
/// How many letters must be left without vowels: fewer are shared by chance.
const SKELETON: usize = 3;

/// Cyrillic letters, by the Latin ones for which machine translation writes them in names.
const LETTERS: [(char, &str); 30] = [
    ('а', "a"),
    ('б', "b"),
    ('в', "v"),
    ('г', "g"),
    ('д', "d"),
    ('е', "e"),
    ('ж', "g"),
    ('з', "s"),
    ('и', "i"),
    ('й', "i"),
    ('к', "k"),
    ('л', "l"),
    ('м', "m"),
    ('н', "n"),
    ('о', "o"),
    ('п', "p"),
    ('р', "r"),
    ('с', "s"),
    ('т', "t"),
    ('у', "u"),
    ('ф', "f"),
    ('х', "h"),
    ('ц', "k"),
    ('ч', "kh"),
    ('ш', "sh"),
    ('щ', "sh"),
    ('ы', "i"),
    ('э', "e"),
    ('ю', "u"),
    ('я', "ia"),
];

/// Latin letters with marks, by the plain ones as which they are compared.
const MARKED: [(char, &str); 14] = [
    ('a', "àáâãäåă"),
    ('k', "ç"),
    ('e', "èéêëěę"),
    ('i', "ìíîïı"),
    ('n', "ñńň"),
    ('o', "òóôõöøő"),
    ('u', "ùúûüůű"),
    ('s', "śšßş"),
    ('k', "ćč"),
    ('s', "źżž"),
    ('r', "ř"),
    ('l', "ł"),
    ('g', "ğ"),
    ('i', "ý"),
];

/// Pairs of a word and a name, by their places in the lists, that are spelt alike and like no others in these.
pub(super) fn pairs(words: &[&str], names: &[&str]) -> Vec<(usize, usize)> {
    let cyrillic: Vec<bool> = words.iter().map(|word| word.chars().any(is_cyrillic)).collect();
    let words: Vec<String> = words.iter().map(|word| letters(word)).collect();
    let names: Vec<String> = names.iter().map(|name| letters(name)).collect();
    let mut found = same(&words, &names, |word| word.to_owned());
    // Words of languages that are written alike, as `nombre` and `number`, share their consonants by chance.
    let sounds = left(&found, &words, &names, |words, names| same(words, names, skeleton));
    found.extend(sounds.into_iter().filter(|(word, _)| cyrillic[*word]));
    if words.len() <= FEW && names.len() <= FEW {
        found.extend(left(&found, &words, &names, near));
    }
    found
}

/// What `find` finds among the words and names that are in no pair yet.
fn left(
    found: &[(usize, usize)],
    words: &[String],
    names: &[String],
    find: impl Fn(&[String], &[String]) -> Vec<(usize, usize)>,
) -> Vec<(usize, usize)> {
    let blanked = |all: &[String], taken: &dyn Fn(&(usize, usize)) -> usize| {
        let mut left = all.to_vec();
        found.iter().for_each(|pair| left[taken(pair)].clear());
        left
    };
    find(&blanked(words, &|pair| pair.0), &blanked(names, &|pair| pair.1))
}

/// Each word and name of which `of` makes the same, and of no others.
fn same(words: &[String], names: &[String], of: impl Fn(&str) -> String) -> Vec<(usize, usize)> {
    let mut by_spelling: HashMap<String, (Vec<usize>, Vec<usize>)> = HashMap::default();
    for (at, word) in words.iter().enumerate() {
        by_spelling.entry(of(word)).or_default().0.push(at);
    }
    for (at, name) in names.iter().enumerate() {
        if let Some((_, names)) = by_spelling.get_mut(&of(name)) {
            names.push(at);
        }
    }
    by_spelling.remove("");
    let mut pairs: Vec<(usize, usize)> = by_spelling
        .into_values()
        .filter_map(|(words, names)| Some((only(words.into_iter())?, only(names.into_iter())?)))
        .collect();
    pairs.sort_unstable();
    pairs
}

/// Each long word and the only name near it, if the word is the only one near the name.
fn near(words: &[String], names: &[String]) -> Vec<(usize, usize)> {
    let only_near = |word: &str, all: &[String]| {
        let long = || all.iter().enumerate().filter(|(_, other)| other.len() >= LONG);
        let found = nearest(word, long().map(|(_, other)| other.as_str()))?;
        let (at, _) = long().find(|(_, other)| *other == found)?;
        let others = long().filter(|(other, _)| *other != at).map(|(_, other)| other.as_str());
        nearest(word, others).is_none().then_some(at)
    };
    let long = words.iter().enumerate().filter(|(_, word)| word.len() >= LONG);
    long.filter_map(|(at, word)| {
        let name = only_near(word, names)?;
        (only_near(&names[name], words) == Some(at)).then_some((at, name))
    })
    .collect()
}

fn is_cyrillic(letter: char) -> bool {
    ('\u{400}'..='\u{4ff}').contains(&letter)
}

/// The word in small, plain Latin letters. Those that languages exchange are one, and none is doubled. Empty if it has
/// letters of other scripts.
fn letters(word: &str) -> String {
    let mut plain = String::with_capacity(word.len());
    for letter in word.to_lowercase().chars() {
        match letter {
            'c' | 'q' => plain.push('k'),
            'w' => plain.push('v'),
            'x' => plain.push_str("ks"),
            'y' => plain.push('i'),
            'z' => plain.push('s'),
            _ if letter.is_ascii_alphanumeric() => plain.push(letter),
            _ if !letter.is_alphabetic() || matches!(letter, 'ь' | 'ъ') => {}
            _ => {
                if let Some((base, _)) = MARKED.iter().find(|(_, marked)| marked.contains(letter)) {
                    plain.push(*base);
                } else if let Some((_, latin)) = LETTERS.iter().find(|(cyrillic, _)| *cyrillic == letter) {
                    plain.push_str(latin);
                } else {
                    return String::new();
                }
            }
        }
    }
    undoubled(plain.replace("ph", "f"))
}

fn undoubled(mut letters: String) -> String {
    let mut last = None;
    letters.retain(|letter| last.replace(letter) != Some(letter));
    letters
}

/// The first letter and the consonants behind it: vowels are written as they sound, `каунт` for `count`. Nothing if there
/// are too few.
fn skeleton(letters: &str) -> String {
    let is_vowel = |letter: char| matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u');
    let consonants = letters.chars().enumerate().filter(|(at, letter)| *at == 0 || !is_vowel(*letter));
    let consonants = undoubled(consonants.map(|(_, letter)| letter).collect());
    if consonants.len() < SKELETON { String::new() } else { consonants }
}

#[cfg(test)]
mod tests {
    use super::pairs;

    fn is_pair(word: &str, name: &str) -> bool {
        !pairs(&[word], &[name]).is_empty()
    }

    #[test]
    fn names_in_other_letters_are_known() {
        for (word, name) in [
            ("консенттипе", "consentType"),
            ("каунтсукцессивефаилурес", "countSuccessiveFailures"),
            ("ластсукцессфулексекутионвисекспортс", "lastSuccessfulExecutionWithExports"),
            ("тасктригжерс", "taskTriggers"),
            ("траублешутингурл", "troubleshootingUrl"),
            ("Domänname", "domainName"),
            ("descripción", "description"),
            ("Intervall", "interval"),
            ("url-адрес", "urlAdres"),
        ] {
            assert!(is_pair(word, name), "{word} {name}");
        }
        for (word, name) in
            [("роль", "url"), ("nombre", "number"), ("имя", "name"), ("Bild", "build"), ("名前", "name"), ("", "")]
        {
            assert!(!is_pair(word, name), "{word} {name}");
        }
    }

    #[test]
    fn what_is_like_two_is_left() {
        assert_eq!(pairs(&["маркер"], &["marker", "markor"]), [(0, 0)], "the same goes before what is alike");
        assert_eq!(pairs(&["марк", "марка"], &["mark"]), [(0, 0)]);
        assert_eq!(pairs(&["марку", "марка"], &["mark"]), []);
        assert_eq!(pairs(&["contactos"], &["contactas", "contactes"]), []);
    }
}
