//! What the table of methods tells about the type: whether it is read and written by itself, and which of its
//! relationships lead to several objects.

use std::borrow::Cow;

use crate::model::name::{is_camel, words};
use crate::model::{Link, Listing, Reference, Spanned};
use crate::page::{Section, Table};

use super::section::Topic;
use super::{Context, type_name};

/// What the methods of a page tell.
#[derive(Default)]
pub(super) struct Methods<'s> {
    /// Whether there are any.
    pub(super) any: bool,
    /// Whether a method of the type's own returns an object of it. Functions of other types return complex types, too.
    pub(super) return_itself: bool,
    /// What they list.
    pub(super) lists: Vec<Listing<'s>>,
}

/// Reads the methods of the type called `name`.
pub(super) fn methods<'s>(context: &Context<'_, 's>, topics: &[(Topic, &Section<'s>)], name: &str) -> Methods<'s> {
    let mut found = Methods::default();
    for (topic, section) in topics {
        for table in section.tables() {
            // The heading is missing on `devicemanagement-alertrule.md`.
            if *topic == Topic::Methods || *topic == Topic::Introduction && lists_methods(table) {
                found.any |= !table.rows.is_empty();
                read(context, table, name, &mut found);
            }
        }
    }
    found
}

/// Whether the first cell of every row leads to a page about a method.
pub(super) fn lists_methods(table: &Table<'_>) -> bool {
    let mut firsts = table.rows.iter().filter_map(|row| row.cells.first());
    firsts.all(|cell| cell.links().next().is_some_and(|(_, target)| Link::of(target).is_of_method()))
}

fn read<'s>(context: &Context<'_, 's>, table: &Table<'s>, name: &str, found: &mut Methods<'s>) {
    for row in &table.rows {
        let [method, returned, ..] = row.cells.as_slice() else { continue };
        let Some((link, target)) = method.links().next() else { continue };
        let page = Link::of(target).name().as_str();
        // One is enough.
        let of_type = !found.return_itself && is_of(page, name);
        let listed = listed(page);
        if !of_type && listed.is_none() {
            continue;
        }
        let returned = type_name::type_ref(returned, &context.namespace);
        let Reference::Named(of) = returned.reference else { continue };
        found.return_itself |= of_type && of.short_name().eq_ignore_ascii_case(name);
        if let Some(listed) = listed.filter(|_| returned.collection) {
            let name = spelt(&link.text, listed).to_owned();
            found.lists.push(Listing { name: Spanned::new(Cow::Owned(name), link.span), of });
        }
    }
}

/// Whether the page is about a method of the type called `name`: `team-get`, `intune-apps-team-update`.
fn is_of(page: &str, name: &str) -> bool {
    let mut words = page.split('-').rev().skip(1);
    words.any(|word| word.eq_ignore_ascii_case(name))
}

/// `members` of `team-list-members`.
fn listed(page: &str) -> Option<&str> {
    let (_, listed) = page.split_once("-list-")?;
    (!listed.is_empty()).then_some(listed)
}

/// `listed` with the capitals that the label has: `reviewSets` of "Listar reviewSets".
fn spelt<'t>(label: &'t str, listed: &'t str) -> &'t str {
    words(label).find(|word| is_camel(word) && word.eq_ignore_ascii_case(listed)).unwrap_or(listed)
}

#[cfg(test)]
mod tests {
    use super::{is_of, listed, spelt};

    #[test]
    fn the_page_of_a_method_names_what_it_lists() {
        assert_eq!(listed("team-list-members"), Some("members"));
        assert_eq!(listed("team-list"), None);
    }

    #[test]
    fn the_label_has_the_capitals() {
        assert_eq!(spelt("Listar reviewSets", "reviewsets"), "reviewSets");
        assert_eq!(spelt("Members", "members"), "members");
        assert_eq!(spelt("Mitglieder auflisten", "members"), "members");
    }

    #[test]
    fn the_page_of_a_method_names_its_owner() {
        assert!(is_of("intune-apps-mobileApp-get", "mobileapp"));
        assert!(!is_of("reportroot-getrow", "row"));
        assert!(!is_of("row", "row"));
    }
}
