//! Remarks that a property is not to be used, but another instead.

use crate::lower::prose::phrases::{Says, Text};
use crate::lower::prose::sentence::{self, begins_a_sentence};

use super::dates::Dates;
use super::note::{Note, one_line};

/// How they begin, lower case.
pub(in crate::lower) const DO_NOT_USE: [&str; 3] = ["do not use", "don't use", "don’t use"];

/// The remark "Do not use. Use x instead" (`organizationalbranding.md` of 2022). Without another, a property may be one
/// for later; and where values are listed, it may be one of them.
pub(super) fn note(text: &Text<'_>) -> Option<Note> {
    let phrase = text.first(Says::DoNotUse).filter(|_| !text.says(Says::PossibleValues))?;
    let (plain, lower) = (&text.plain, text.lower());
    if !begins_a_sentence(&plain[..phrase.start]) {
        return None;
    }
    let behind = &lower[phrase.end..];
    let behind = [" this property", " this"].iter().find_map(|object| behind.strip_prefix(object)).unwrap_or(behind);
    let advice = behind.trim_start_matches(['.', ':', ';', ',', ' ', '\n']);
    let at = lower.len() - advice.len();
    let end = sentence::around(plain, at).end;
    let names_another =
        advice.starts_with("use ") && lower[at..end].contains("instead") || advice.starts_with("instead");
    let is_parted = advice.len() < behind.len() && !behind.starts_with(' ');
    (names_another && is_parted).then(|| Note { text: one_line(&plain[phrase.start..end]), dates: Dates::default() })
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;

    #[test]
    fn another_must_be_named() {
        let note = |text: &'static str| note(&Text::new(Cow::Borrowed(text))).map(|note| note.text);
        let said = |text| note(text).is_some_and(|note| !note.is_empty());
        assert_eq!(
            note("The old hull.\n\nDO NOT USE. Use keel instead. In tons."),
            Some("DO NOT USE. Use keel instead.".to_owned())
        );
        assert!(said("Do not use this property; use the keel instead"));
        assert!(said("The hull. (Don't use: instead, use keel.)"));
        for text in [
            "Do not use.",
            "Do not use. Reserved for later.",
            "DO NOT USE. This will be deprecated soon.",
            "Don't use instead of the keel.",
            "Do not use this property for the keel. Use keel instead.",
            "Whoever sails, do not use. Use keel instead.",
            "Possible values are: a, b. Do not use. Use b instead.",
        ] {
            assert_eq!(note(text), None, "{text}");
        }
    }
}
