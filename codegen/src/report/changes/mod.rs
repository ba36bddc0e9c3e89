//! What changes for code that uses the bindings, when they are made of other pages.

mod render;

use std::collections::{BTreeMap, BTreeSet};

use crate::emit::{Item, Surface};

pub use render::render;

use super::by_name;

/// How changes are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangesFormat {
    /// Lines for a terminal.
    Human,
    /// Lists for a changelog or a pull request.
    Markdown,
    /// One object.
    Json,
}

impl std::str::FromStr for ChangesFormat {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        by_name(name, "changes", &[("human", Self::Human), ("markdown", Self::Markdown), ("json", Self::Json)])
    }
}

/// What a change means for code that compiled before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// It may not compile any more, or mean something else.
    Breaking,
    /// It is warned.
    Deprecation,
    /// It has more to use. Fields count as this, though a literal that names all fields breaks: the bindings ask for
    /// `..Default::default()`.
    Addition,
}

/// An item that came, went or became another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What it means.
    pub effect: Effect,
    /// The item's path.
    pub item: String,
    /// What it was; nothing if it came.
    pub before: Option<String>,
    /// What it is; nothing if it went.
    pub after: Option<String>,
}

/// All changes from `old` to `new`, breaking ones first, then by the paths of the items.
///
/// A type that comes, goes or becomes something else stands for all its parts and conversions, and a field of a base
/// for its copies in derived types; but a base that goes doesn't stand for what its derived types lose.
#[must_use]
pub fn changes(old: &Surface, new: &Surface) -> Vec<Change> {
    let paths: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let change = |path: &'_ String| Change::of(path, old.get(path), new.get(path));
    let all: BTreeMap<String, Change> =
        paths.into_iter().filter_map(change).map(|one| (one.item.clone(), one)).collect();
    let item = |change: &Change| new.get(&change.item).or_else(|| old.get(&change.item));
    let is_other = |path: &String| old.get(path).map(|item| &item.rust) != new.get(path).map(|item| &item.rust);
    let goes_with_owner = |change: &Change| item(change).is_some_and(|item| item.owners.iter().any(is_other));
    let follows = |change: &Change| {
        let above = item(change).and_then(|item| item.follows.as_ref()).and_then(|path| all.get(path));
        above.is_some_and(|above| above.is_like(change) && !goes_with_owner(above))
    };
    let mut told: Vec<Change> =
        all.values().filter(|change| !goes_with_owner(change) && !follows(change)).cloned().collect();
    told.sort_by_key(|change| change.effect);
    told
}

impl Change {
    /// What became of the item at `path`, if anything did.
    fn of(path: &str, before: Option<&Item>, after: Option<&Item>) -> Option<Self> {
        let change = |effect, before, after| Some(Self { effect, item: path.to_owned(), before, after });
        let rust = |item: &Item| Some(item.rust.clone());
        match (before, after) {
            (Some(before), None) => change(Effect::Breaking, rust(before), None),
            (None, Some(after)) => change(Effect::Addition, None, rust(after)),
            (Some(before), Some(after)) => {
                let told = [told(before, after), told(after, before)];
                let effect = match told[0] != told[1] {
                    true => Effect::Breaking,
                    false if after.deprecated && !before.deprecated => Effect::Deprecation,
                    false => return None,
                };
                let [before, after] = told;
                change(effect, Some(before), Some(after))
            }
            (None, None) => None,
        }
    }

    /// Whether the same happened to another item.
    fn is_like(&self, other: &Self) -> bool {
        (self.effect, &self.before, &self.after) == (other.effect, &other.before, &other.after)
    }
}

/// What the item is: its Rust, and of what code doesn't see at once, what another doesn't share.
fn told(item: &Item, other: &Item) -> String {
    let mut told = item.rust.clone();
    if item.json != other.json {
        told.extend([" for `", &item.json, "` in JSON"]);
    }
    if item.navigation != other.navigation {
        told.push_str(if item.navigation { ", a navigation property" } else { ", a structural property" });
    }
    told
}

#[cfg(test)]
mod tests;
