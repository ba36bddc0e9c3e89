//! Members of an object that its type doesn't know.

use std::fmt;

use serde_json::Value;

/// The members of an object that its type doesn't know: annotations
/// (`@odata.etag`, `members@odata.count`), properties that the documentation
/// leaves out, and the `@odata.type` of types that the bindings don't know.
///
/// They keep the order in which they came, and are written back. Two sets with
/// the same members are equal, whatever the order. An empty one is one word
/// and costs no allocation.
#[derive(Clone, Default)]
pub struct AdditionalProperties {
    // A boxed vector, because nearly every object has none.
    #[allow(clippy::box_collection)]
    entries: Option<Box<Vec<(String, Value)>>>,
}

impl AdditionalProperties {
    /// No members.
    pub const fn new() -> Self {
        AdditionalProperties { entries: None }
    }

    #[inline]
    fn entries(&self) -> &[(String, Value)] {
        self.entries.as_deref().map_or(&[], Vec::as_slice)
    }

    fn position(&self, name: &str) -> Option<usize> {
        self.entries().iter().position(|(key, _)| key == name)
    }

    /// Whether there are no members.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.entries().is_empty()
    }

    /// How many members there are.
    pub fn len(&self) -> usize {
        self.entries().len()
    }

    /// Whether there is a member with this name.
    pub fn contains_key(&self, name: &str) -> bool {
        self.position(name).is_some()
    }

    /// The value of the member with this name.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.iter().find(|(key, _)| *key == name).map(|(_, value)| value)
    }

    /// The value of the member with this name, to be changed.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Value> {
        let entries = self.entries.as_mut()?;
        entries.iter_mut().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// Sets a member, and returns the value that it had.
    pub fn insert(&mut self, name: impl Into<String>, value: Value) -> Option<Value> {
        let name = name.into();
        if let Some(old) = self.get_mut(&name) {
            return Some(std::mem::replace(old, value));
        }
        self.entries.get_or_insert_default().push((name, value));
        None
    }

    /// Removes a member, and returns the value that it had.
    pub fn remove(&mut self, name: &str) -> Option<Value> {
        let position = self.position(name)?;
        let entries = self.entries.as_mut()?;
        let (_, value) = entries.remove(position);
        if entries.is_empty() {
            self.entries = None;
        }
        Some(value)
    }

    /// The members, in the order in which they came.
    pub fn iter(&self) -> Iter<'_> {
        Iter { entries: self.entries().iter() }
    }

    /// An annotation of the object: `annotation("etag")` is `@odata.etag`, or
    /// `@etag` as OData 4.01 may write it. Others go by their whole name:
    /// `annotation("microsoft.graph.downloadUrl")`.
    pub fn annotation(&self, name: &str) -> Option<&Value> {
        self.annotation_of("", name)
    }

    /// An annotation of a property: `annotation_of("members", "count")` is
    /// `members@odata.count`, or `members@count`.
    pub fn annotation_of(&self, property: &str, name: &str) -> Option<&Value> {
        let asked = |key: &str| {
            let term = key.strip_prefix(property)?.strip_prefix('@')?;
            (term.strip_prefix("odata.").unwrap_or(term) == name).then_some(())
        };
        self.iter().find(|(key, _)| asked(key).is_some()).map(|(_, value)| value)
    }
}

impl Extend<(String, Value)> for AdditionalProperties {
    fn extend<I: IntoIterator<Item = (String, Value)>>(&mut self, members: I) {
        let mut all = self.entries.take().map_or_else(Vec::new, |entries| *entries);
        all.extend(members);
        *self = AdditionalProperties::from(all);
    }
}

/// Of members with the same name, keeps the last. Sorted, because a hostile
/// document could repeat names by the thousand.
fn keep_last(entries: &mut Vec<(String, Value)>) {
    let rest = |index: usize| entries.iter().skip(index + 1);
    let unique = |(index, (name, _)): (usize, &(String, Value))| rest(index).all(|(other, _)| other != name);
    if entries.len() <= 16 && entries.iter().enumerate().all(unique) {
        return;
    }
    let mut order: Vec<usize> = (0..entries.len()).collect();
    let name = |index: &usize| entries.get(*index).map(|(name, _)| name);
    order.sort_by(|a, b| name(a).cmp(&name(b)));
    let same = |a: &usize, b: &usize| name(a) == name(b);
    // The sort is stable: each run of equal names ends with the last to come.
    let mut kept: Vec<usize> = order.chunk_by(same).filter_map(|run| run.last().copied()).collect();
    if kept.len() == entries.len() {
        return;
    }
    kept.sort_unstable();
    let mut kept = kept.into_iter().peekable();
    let mut index = 0;
    entries.retain(|_| {
        let keep = kept.next_if_eq(&index).is_some();
        index += 1;
        keep
    });
}

impl FromIterator<(String, Value)> for AdditionalProperties {
    fn from_iter<I: IntoIterator<Item = (String, Value)>>(members: I) -> Self {
        AdditionalProperties::from(members.into_iter().collect::<Vec<_>>())
    }
}

impl From<Vec<(String, Value)>> for AdditionalProperties {
    fn from(mut entries: Vec<(String, Value)>) -> Self {
        keep_last(&mut entries);
        let entries = (!entries.is_empty()).then(|| Box::new(entries));
        AdditionalProperties { entries }
    }
}

/// Iterator over the members of [`AdditionalProperties`].
#[derive(Clone, Debug)]
pub struct Iter<'a> {
    entries: std::slice::Iter<'a, (String, Value)>,
}

impl<'a> Iterator for Iter<'a> {
    type Item = (&'a str, &'a Value);

    fn next(&mut self) -> Option<Self::Item> {
        self.entries.next().map(|(name, value)| (name.as_str(), value))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.entries.size_hint()
    }
}

impl ExactSizeIterator for Iter<'_> {}

impl<'a> IntoIterator for &'a AdditionalProperties {
    type Item = (&'a str, &'a Value);
    type IntoIter = Iter<'a>;

    fn into_iter(self) -> Iter<'a> {
        self.iter()
    }
}

impl IntoIterator for AdditionalProperties {
    type Item = (String, Value);
    type IntoIter = std::vec::IntoIter<(String, Value)>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.map_or_else(Vec::new, |entries| *entries).into_iter()
    }
}

impl PartialEq for AdditionalProperties {
    fn eq(&self, other: &Self) -> bool {
        fn sorted(properties: &AdditionalProperties) -> Vec<(&str, &Value)> {
            let mut members: Vec<_> = properties.iter().collect();
            members.sort_unstable_by_key(|(name, _)| *name);
            members
        }
        self.len() == other.len() && (self.is_empty() || sorted(self) == sorted(other))
    }
}

impl fmt::Debug for AdditionalProperties {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter().map(|(name, value)| (name, Json(value)))).finish()
    }
}

/// A value that prints as JSON: shorter, and better known, than the names of
/// its variants.
pub(super) struct Json<'a>(pub(super) &'a Value);

impl fmt::Debug for Json<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.0, f)
    }
}
