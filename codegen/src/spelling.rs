//! What someone who made a slip probably meant.

/// How many bytes a word has at most that may be a slip: to compare two takes as long as the product of their lengths.
const LONGEST: usize = 256;

/// The one of `names` that `word` takes the fewest edits to, without regard to case, if they are few enough to be a
/// slip.
pub(crate) fn closest<'n>(word: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    if word.len() > LONGEST {
        return None;
    }
    let word = word.to_lowercase();
    let most = 1 + word.chars().count() / 4;
    let names = names.into_iter().filter(|name| name.len() <= LONGEST);
    let distances = names.map(|name| (edits(&word, &name.to_lowercase()), name));
    distances.filter(|(distance, _)| *distance <= most).min().map(|(_, name)| name)
}

/// The one of `names` that `word` is at most two letters away from, in short words one: where names are many and the word
/// may well be none of them.
pub(crate) fn nearest<'n>(word: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let most = (word.len() / 3).min(2);
    let mut alike = names.into_iter().filter(|name| name.len().abs_diff(word.len()) <= most).peekable();
    alike.peek()?;
    closest(word, alike).filter(|name| edits(&word.to_lowercase(), &name.to_lowercase()) <= most)
}

/// [`closest`] as a question.
pub(crate) fn did_you_mean<'n>(word: &str, names: impl IntoIterator<Item = &'n str>) -> Option<String> {
    closest(word, names).map(|name| format!("did you mean `{name}`?"))
}

/// Whether `word` is `name` but for one slip: a letter that is missing, too many or another one, or two that are exchanged.
/// Their case doesn't matter.
pub(crate) fn is_slip(word: &str, name: &str) -> bool {
    let (word, name) = (word.as_bytes(), name.as_bytes());
    // What is counted, such as `line1` and `line2`, is meant so.
    let is_letter = |byte: &u8| byte.is_ascii() && !byte.is_ascii_digit();
    if word.len().abs_diff(name.len()) > 1 {
        return false;
    }
    let alike = |(a, b): &(&u8, &u8)| a.eq_ignore_ascii_case(b);
    let before = word.iter().zip(name).take_while(alike).count();
    let (word, name) = (&word[before..], &name[before..]);
    let behind = word.iter().rev().zip(name.iter().rev()).take_while(alike).count();
    match (&word[..word.len() - behind], &name[..name.len() - behind]) {
        ([a], []) | ([], [a]) => is_letter(a),
        ([a], [b]) => is_letter(a) && is_letter(b),
        ([a, b], [c, d]) => a.eq_ignore_ascii_case(d) && b.eq_ignore_ascii_case(c),
        _ => false,
    }
}

/// [`is_slip`], but for a plural: many files are called by one.
pub(crate) fn is_misspelt(word: &str, name: &str) -> bool {
    let is_plural =
        |many: &str, one: &str| many.strip_suffix(['s', 'S']).is_some_and(|stem| stem.eq_ignore_ascii_case(one));
    is_slip(word, name) && !is_plural(word, name) && !is_plural(name, word)
}

/// How many letters must be changed, added or dropped to get from `a` to `b` (Levenshtein).
fn edits(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (to, above) in b.iter().zip(row.iter_mut().skip(1)) {
            let changed = diagonal + usize::from(from != *to);
            diagonal = *above;
            left = changed.min(left + 1).min(*above + 1);
            *above = left;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_are_counted() {
        for (a, b, expected) in
            [("", "", 0), ("", "ab", 2), ("ab", "", 2), ("kitten", "sitting", 3), ("doc", "docs", 1), ("ab", "ba", 2)]
        {
            assert_eq!(edits(a, b), expected, "{a} {b}");
        }
    }

    #[test]
    fn one_slip_is_told_from_several() {
        for word in ["Propery", "Prpoerty", "propertyy", "Properti", "roperty", "Poperty"] {
            assert!(is_slip(word, "Property"), "{word}");
        }
        for word in ["Property", "property", "Prperyt", "Properties", "Pröperty", "Number", ""] {
            assert!(!is_slip(word, "Property"), "{word}");
        }
        assert!(is_misspelt("Boats", "Bots") && !is_misspelt("boats", "Boat") && !is_misspelt("boat", "Boats"));
        assert!(is_slip("Tpye", "Type") && !is_slip("Number", "Member") && !is_slip("Typist", "Type"));
    }

    #[test]
    fn only_a_slip_is_corrected() {
        let names = ["unknown-base-type", "unknown-type", "docs"];
        assert_eq!(closest("unknown-bas-type", names), Some("unknown-base-type"));
        assert_eq!(closest("DOC", names), Some("docs"));
        assert_eq!(closest("x", names), None);
        assert_eq!(closest("anything", []), None);
        assert_eq!(nearest("unknown-bse-typ", names), Some("unknown-base-type"));
        assert_eq!(nearest("unknown-bs-typ", names), None);
        assert_eq!((nearest("dcs", names), nearest("dc", names)), (Some("docs"), None));
        let long = "x".repeat(LONGEST);
        assert_eq!(nearest(&long, [&long[1..]]), Some(&long[1..]));
        assert_eq!(nearest(&format!("{long}x"), [long.as_str()]), None);
        assert_eq!(nearest(&long, [format!("{long}x").as_str()]), None);
        assert_eq!(did_you_mean("doc", names).as_deref(), Some("did you mean `docs`?"));
    }
}
