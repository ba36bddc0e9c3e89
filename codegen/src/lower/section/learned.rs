//! Headings in a language without words of ours. What they are about is learned from the pages where the text below
//! them tells, and taken to be so on all pages.

use std::collections::BTreeMap;

use crate::hash::HashMap;
use crate::lower::language::Language;
use crate::page::{Heading, Page, Section};

use super::enum_headings::names_enum;
use super::{Topic, known_topic, shape, topics};

/// How many examples teach what a heading is about.
const EXAMPLES: usize = 2;

/// What headings are about.
#[derive(Default)]
pub(in crate::lower) struct Headings(HashMap<String, Topic>);

impl Headings {
    /// Learns from what [`seen`] finds on each page. Headings below which nothing tells count, too: now and then an
    /// example holds JSON, and is no JSON representation for that.
    pub(in crate::lower) fn learn<'a>(seen: impl Iterator<Item = &'a (String, Topic)>) -> Self {
        let mut counts: BTreeMap<&str, BTreeMap<Topic, usize>> = BTreeMap::new();
        for (heading, topic) in seen {
            *counts.entry(heading).or_default().entry(*topic).or_default() += 1;
        }
        let meant = |(heading, topics): (&str, BTreeMap<Topic, usize>)| {
            let all: usize = topics.values().sum();
            let (topic, most) = topics.into_iter().max_by_key(|(_, count)| *count)?;
            (topic != Topic::Other && most >= EXAMPLES && most * 10 > all * 9).then(|| (heading.to_owned(), topic))
        };
        Self(counts.into_iter().filter_map(meant).collect())
    }

    /// What the heading is about, if that was learned.
    pub(super) fn topic(&self, heading: &Heading<'_>) -> Option<Topic> {
        if self.0.is_empty() { None } else { self.0.get(&word(heading)).copied() }
    }

    /// Whether other pages give a heading of this page another topic than it has by itself.
    pub(in crate::lower) fn tells_more(&self, page: &Page<'_>, language: Language) -> bool {
        let is_other = |(topic, section): &(Topic, &Section<'_>)| {
            let heading = section.heading.as_ref().filter(|heading| heading.level > 1 && heading.anchor.is_none());
            heading.and_then(|heading| self.topic(heading)).is_some_and(|meant| meant != *topic)
        };
        !self.0.is_empty() && topics(page, language, &Headings::default()).iter().any(is_other)
    }
}

/// The headings of a translated page that neither an anchor nor a list of words explains, with what they are about there.
pub(in crate::lower) fn seen(topics: &[(Topic, &Section<'_>)]) -> Vec<(String, Topic)> {
    let unknown = topics.iter().filter_map(|(topic, section)| {
        let heading = section.heading.as_ref().filter(|heading| heading.level > 1 && heading.anchor.is_none())?;
        // "None." below it tells nothing, and links to types little.
        let tells = match topic {
            Topic::Other => !shape::says_nothing(section),
            Topic::Properties => !shape::may_be_relationships(section),
            _ => true,
        };
        let unknown = || known_topic(heading).is_none() && !names_enum(heading);
        (tells && unknown()).then_some((heading, topic))
    });
    unknown.map(|(heading, topic)| (word(heading), *topic)).collect()
}

fn word(heading: &Heading<'_>) -> String {
    heading.text.plain().trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn most_pages_tell() {
        let seen = |heading: &str, topic, times| vec![(heading.to_owned(), topic); times];
        let all = [
            seen("ligoj", Topic::Relationships, 10),
            seen("ligoj", Topic::Properties, 1),
            seen("ekzemplo", Topic::Json, 3),
            seen("ekzemplo", Topic::Other, 1),
            seen("faroj", Topic::Methods, 1),
        ];
        let learned = Headings::learn(all.iter().flatten());
        assert_eq!(learned.0.iter().collect::<Vec<_>>(), [(&"ligoj".to_owned(), &Topic::Relationships)]);
    }
}
