//! Since when something is deprecated, and when it is gone.

use crate::model::Day;

/// How a sentence says that something goes away, lower case.
const GOES: [&str; 10] = [
    "stop",
    "remov",
    "retire",
    "retiring",
    "no longer",
    "unavailable",
    "until",
    "discontinue",
    "shut down",
    "end of support",
];

/// The days that a deprecation is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Dates {
    /// Since when it is deprecated.
    pub(super) since: Option<Day>,
    /// From when on it is gone.
    pub(super) removal: Option<Day>,
}

/// Which of the two days some words speak of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Since,
    Removal,
}

/// The first day of each kind in `text`, which begins with the sentence that says "deprecated": "is deprecated as of
/// March 2025 and will be removed on June 30, 2026". A day belongs to the last words before it, or, where there are none,
/// to the first behind it: "As of March 2025, this is deprecated".
pub(super) fn dates(text: &str) -> Dates {
    let mut found = Dates::default();
    for sentence in text.split(". ").map(str::to_ascii_lowercase) {
        let days = days(&sentence);
        let ends = days.iter().skip(1).map(|(at, _)| *at).chain([sentence.len()]);
        let mut words = words(&sentence[..days.first().map_or(0, |(at, _)| *at)]);
        for ((at, day), end) in days.iter().zip(ends) {
            let behind = self::words(&sentence[*at..end]);
            // What the next day takes isn't left for this one.
            let left = if end < sentence.len() { behind.len().saturating_sub(1) } else { behind.len() };
            let kind = words.pop().or_else(|| behind[..left].first().copied());
            match kind {
                Some(Kind::Removal) => found.removal = found.removal.or(Some(*day)),
                Some(Kind::Since) => found.since = found.since.or(Some(*day)),
                None => {}
            }
            words = behind;
        }
    }
    found
}

/// The words in `text`, lower case, that speak of a day.
fn words(text: &str) -> Vec<Kind> {
    let of = |words: &'static str, kind| text.match_indices(words).map(move |(at, _)| (at, kind));
    let mut all: Vec<(usize, Kind)> = of("deprecat", Kind::Since).collect();
    all.extend(GOES.iter().flat_map(|words| of(words, Kind::Removal)));
    all.sort_unstable_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, kind)| kind).collect()
}

/// The days in `sentence`, in lower case, each with the place where it begins.
fn days(sentence: &str) -> Vec<(usize, Day)> {
    let words: Vec<(usize, &str)> = sentence
        .split_whitespace()
        .map(|word| {
            (word.as_ptr().addr() - sentence.as_ptr().addr(), word.trim_matches(|c: char| !c.is_ascii_alphanumeric()))
        })
        .collect();
    let word = |index: usize| words.get(index).map(|(_, word)| *word);
    let number = |index: usize| word(index)?.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h']).parse::<u8>().ok();
    let year = |index: usize| word(index)?.parse::<u16>().ok().filter(|year| (2000..2200).contains(year));
    let day = |index: usize| {
        let Some(month) = month(word(index)?) else { return numeric(word(index)?) };
        match year(index + 1) {
            // `30 June 2026`, `June 2026`
            Some(year) => Day::new(year, month, index.checked_sub(1).and_then(number)),
            // `June 30, 2026`
            None => Day::new(year(index + 2)?, month, Some(number(index + 1)?)),
        }
    };
    words.iter().enumerate().filter_map(|(index, (at, _))| Some((*at, day(index)?))).collect()
}

/// `2026-06-30`, `2026-06`, and `06/30/2026` as the United States write it.
fn numeric(word: &str) -> Option<Day> {
    if let [month, day, year] = word.split('/').collect::<Vec<_>>()[..] {
        return Day::new(year.parse().ok()?, month.parse().ok()?, Some(day.parse().ok()?));
    }
    match word.split('-').collect::<Vec<_>>()[..] {
        [year, month] => Day::new(year.parse().ok()?, month.parse().ok()?, None),
        [year, month, day] => Day::new(year.parse().ok()?, month.parse().ok()?, Some(day.parse().ok()?)),
        _ => None,
    }
}

/// The number of the month called `word`, or so for short.
fn month(word: &str) -> Option<u8> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let is = |name: &&str| {
        *name == word || word.len() == 3 && name.starts_with(word) || word == "sept" && name.starts_with(word)
    };
    (1..).zip(MONTHS).find_map(|(number, name)| is(&name).then_some(number))
}

#[cfg(test)]
mod tests {
    use super::{Dates, dates};
    use crate::model::Day;

    #[test]
    fn days_are_read_in_all_spellings() {
        for (text, since, removal) in [
            ("The x API is deprecated and will stop returning data on June 30, 2026. Use y.", None, Some("2026-06-30")),
            ("Deprecated as of 2025-03, and removed on 03/31/2027.", Some("2025-03"), Some("2027-03-31")),
            (
                "Deprecated since 3 May 2024. It will be retired on Dec 1st, 2025.",
                Some("2024-05-03"),
                Some("2025-12-01"),
            ),
            ("This property will be deprecated in July 2019 and replaced by x.", Some("2019-07"), None),
            ("It is deprecated and available until 2026-01-31.", None, Some("2026-01-31")),
            ("Deprecated. For example, midnight UTC on Jan 1, 2014 is 2014-01-01T00:00:00Z.", None, None),
            ("Deprecated, for it may 2 be 13/32/2026.", None, None),
            ("Deprecated on 2026-02-30, or on Feb 30, 2026.", None, None),
            ("As of Sept 5, 2025, this property is deprecated.", Some("2025-09-05"), None),
            ("Deprecated. On June 30, 2026, it stops working.", None, Some("2026-06-30")),
            ("On 2027-01-31 it is removed; deprecated since 2025-03.", Some("2025-03"), Some("2027-01-31")),
            ("Will be removed, for it is deprecated since May 2025.", Some("2025-05"), None),
            ("Introduced in May 2020 and deprecated in March 2025.", Some("2025-03"), None),
        ] {
            let Dates { since: found_since, removal: found_removal } = dates(text);
            let text_of = |day: Option<Day>| day.map(|day| day.to_string());
            assert_eq!(text_of(found_since).as_deref(), since, "{text}");
            assert_eq!(text_of(found_removal).as_deref(), removal, "{text}");
        }
    }
}
