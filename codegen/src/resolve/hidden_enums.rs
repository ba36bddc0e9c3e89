//! Enums that tables hide behind `String`.
//!
//! A hundred rows of beta's type column say `String` where the property is of an enum. The JSON representation may name
//! it; else the description lists the members, and an enum that has them all is meant, if its name or the number of the
//! members tells that this is no accident.

use std::collections::{BTreeMap, BTreeSet};

use crate::hash::{HashMap, HashSet};
use crate::model::enum_type::is_sentinel;
use crate::model::name::Caseless;
use crate::model::{
    EnumType, Evidence, EvidenceKind, Primitive, Property, QualifiedName, Reference, Run, SampleMember, SampleShape,
    Spanned,
};
use crate::source::SourceId;

use super::lookup::Lookup;
use super::registry::{Declaration, Entry, Index, Registry};

/// How many values a list must have to be telling: three such as `low`, `medium`, `high` are in several enums.
const TELLING: usize = 4;

/// The documented enums that a `String` may stand for.
pub(super) struct HiddenEnums<'r, 'a> {
    registry: &'r Registry<'a>,
    lookup: &'r Lookup<'r, 'a>,
    /// What only looks like an enum.
    of_strings: BTreeSet<Index>,
    /// By the last word of their names.
    by_last_word: BTreeMap<String, Vec<Index>>,
    /// By every member but the sentinel, in lower case.
    by_member: BTreeMap<String, Vec<Index>>,
    /// The members of each, from every page that defines it.
    members: HashMap<Index, Vec<Members<'a>>>,
}

/// The members of an enum but the sentinel.
type Members<'a> = HashSet<Caseless<'a>>;

impl<'r, 'a> HiddenEnums<'r, 'a> {
    pub(super) fn new(registry: &'r Registry<'a>, lookup: &'r Lookup<'r, 'a>) -> Self {
        let mut by_last_word: BTreeMap<String, Vec<Index>> = BTreeMap::new();
        let mut by_member: BTreeMap<String, Vec<Index>> = BTreeMap::new();
        let mut members_of: HashMap<Index, Vec<Members<'a>>> = HashMap::default();
        let of_strings = values_of_strings(registry);
        for (index, entry) in registry.entries().iter().enumerate() {
            let Declaration::Enum(types) = &entry.declaration else { continue };
            if of_strings.contains(&index) {
                continue;
            }
            by_last_word.entry(last_word(entry.name.name())).or_default().push(index);
            members_of.insert(index, types.iter().map(|ty| members(ty).map(Caseless).collect()).collect());
            for member in types.iter().flat_map(|ty| members(ty)) {
                let with_it = by_member.entry(member.to_ascii_lowercase()).or_default();
                if with_it.last() != Some(&index) {
                    with_it.push(index);
                }
            }
        }
        Self { registry, lookup, of_strings, by_last_word, by_member, members: members_of }
    }

    /// Whether the enum at `index` only spells out what a `String` takes.
    pub(super) fn is_of_string(&self, index: Index) -> bool {
        self.of_strings.contains(&index)
    }

    /// The enum that the property `row` of `owner` means by `String`, if there is just one that fits best. `shown` is
    /// the property in the JSON representation.
    pub(super) fn find(
        &self,
        owner: &QualifiedName,
        row: &Property<'_>,
        shown: Option<&SampleMember<'_>>,
    ) -> Option<(Index, Evidence)> {
        if row.type_ref.reference != Reference::Primitive(Primitive::String) {
            return None;
        }
        if let Some(named) = shown.and_then(|shown| self.named_in_sample(shown)) {
            return Some(named);
        }
        let values = listed(row);
        let first = values.first().filter(|_| row.possible_values.len() >= 2 && !is_combined(row))?;
        let found = self.named_alike(owner, row, &values).or_else(|| self.same_members(owner, row, &values))?;
        Some((found, Evidence::new(EvidenceKind::Inferred, first.span)))
    }

    /// The enum that stands in the JSON representation: `{"@odata.type": "microsoft.graph.educationUserRole"}`.
    fn named_in_sample(&self, shown: &SampleMember<'_>) -> Option<(Index, Evidence)> {
        let SampleShape::Named(named) = &shown.shape else { return None };
        let index = self.lookup.find(named)?.index;
        let is_enum = matches!(self.registry.get(index).declaration, Declaration::Enum(_) | Declaration::ListedEnum(_));
        is_enum.then(|| (index, Evidence::new(EvidenceKind::Json, named.span)))
    }

    /// The enum whose name ends like the property's.
    fn named_alike(&self, owner: &QualifiedName, row: &Property<'_>, values: &Values<'_, '_>) -> Option<Index> {
        let candidates = self.by_last_word.get(&last_word(&row.name.value))?;
        let fit = |index: &Index| Some((self.fit(*index, owner, row, values)?, *index));
        let mut fitting: Vec<(u8, Index)> = candidates.iter().filter_map(fit).collect();
        fitting.sort_unstable();
        match fitting.as_slice() {
            [(_, only)] => Some(*only),
            [(best, first), (second, _), ..] if best < second => Some(*first),
            _ => None,
        }
    }

    /// How well the enum's name fits, best first; none where it doesn't, or where its members don't.
    fn fit(&self, index: Index, owner: &QualifiedName, row: &Property<'_>, values: &Values<'_, '_>) -> Option<u8> {
        let entry = self.registry.get(index);
        let (name, property) = (entry.name.name(), row.name.value.as_ref());
        let (stem, end) = name.split_at_checked(name.len().checked_sub(property.len())?)?;
        if !end.eq_ignore_ascii_case(property) {
            return None;
        }
        let tables = self.members.get(&index)?;
        let is_near = entry.name.namespace_str() == owner.namespace_str();
        if !is_near || !tables.iter().any(|members| has_all(members, values)) {
            return None;
        }
        let (stem, owner) = (stem.to_ascii_lowercase(), owner.name().to_ascii_lowercase());
        // `permissionType` has members that `String`s of that name don't take.
        let telling = || values.len() + 1 >= TELLING || tables.iter().any(|members| consists_of(members, values));
        if stem == owner {
            Some(0)
        } else if stem.is_empty() {
            telling().then_some(1)
        } else if owner.starts_with(&stem) || owner.ends_with(&stem) {
            Some(2)
        } else {
            tables.iter().any(|members| consists_of(members, values)).then_some(3)
        }
    }

    /// The only enum of the namespace that consists of `values`; of three values if its name ends like the property's.
    fn same_members(&self, owner: &QualifiedName, row: &Property<'_>, values: &Values<'_, '_>) -> Option<Index> {
        let first = values.first().filter(|_| values.len() + 1 >= TELLING)?;
        let property = last_word(&row.name.value);
        let alike = |index: Index| last_word(self.registry.get(index).name.name()).starts_with(&property);
        let consists = |index: &&Index| {
            let is_near = self.registry.get(**index).name.namespace_str() == owner.namespace_str();
            let mut tables = self.members.get(*index).into_iter().flatten();
            is_near && tables.any(|members| consists_of(members, values))
        };
        let mut found = self.by_member.get(&first.value.to_ascii_lowercase())?.iter().filter(consists);
        let only = *found.next()?;
        (found.next().is_none() && (values.len() >= TELLING || alike(only))).then_some(only)
    }
}

/// Whether the description says that values are joined with commas, which an enum can't hold (`subscription.md`).
fn is_combined(row: &Property<'_>) -> bool {
    let says = |text: &str| text.contains("comma-separated") || text.contains("comma separated");
    row.docs.paragraphs.iter().flatten().any(|run| matches!(run, Run::Text(text) if says(text)))
}

/// What a description lists, without the sentinel and `null`.
type Values<'p, 's> = Vec<&'p Spanned<std::borrow::Cow<'s, str>>>;

fn listed<'p, 's>(row: &'p Property<'s>) -> Values<'p, 's> {
    let is_value = |text: &str| !is_sentinel(text) && text != "null";
    row.possible_values.iter().filter(|value| is_value(&value.value)).collect()
}

fn members<'p>(ty: &'p EnumType<'_>) -> impl Iterator<Item = &'p str> {
    let is_value = |text: &&str| !is_sentinel(text) && *text != "null";
    ty.members.iter().map(|member| member.name.value.as_ref()).filter(is_value)
}

fn has_all(members: &Members<'_>, values: &Values<'_, '_>) -> bool {
    values.iter().all(|value| members.contains(&Caseless(&value.value)))
}

fn consists_of(members: &Members<'_>, values: &Values<'_, '_>) -> bool {
    if values.len() < members.len() || !has_all(members, values) {
        return false;
    }
    let listed: HashSet<Caseless<'_>> = values.iter().map(|value| Caseless(&value.value)).collect();
    members.is_subset(&listed)
}

/// The enums that only spell out what a `String` takes: `### signInAudience values` on the page of a type with a
/// `String` of that name (`application.md`, `assignedplan.md`, `contract.md`), or with `null` among the values, which
/// no enum has (`user.md`).
fn values_of_strings(registry: &Registry<'_>) -> BTreeSet<Index> {
    let pages: HashSet<SourceId> =
        registry.entries().iter().flat_map(Entry::enums).map(|ty| ty.name.span.source).collect();
    let owners = (0..registry.entries().len()).flat_map(|index| registry.structured(index));
    let owners = owners.map(|owner| (owner.name.span.source, owner)).filter(|(page, _)| pages.contains(page));
    let strings: HashSet<(SourceId, Caseless<'_>)> = owners
        .flat_map(|(page, owner)| owner.properties.iter().map(move |row| (page, row)))
        .filter(|(_, row)| row.type_ref.reference == Reference::Primitive(Primitive::String))
        .map(|(page, row)| (page, Caseless(&row.name.value)))
        .collect();
    let is_string = |ty: &EnumType<'_>| strings.contains(&(ty.name.span.source, Caseless(ty.name.value.name())));
    let has_null = |ty: &EnumType<'_>| ty.members.iter().any(|member| member.name.value == "null");
    let of_string = |entry: &Entry<'_>| entry.enums().iter().any(|ty| is_string(ty) || has_null(ty));
    registry.entries().iter().enumerate().filter(|(_, entry)| of_string(entry)).map(|(index, _)| index).collect()
}

/// `status` of `educationSubmissionStatus`.
fn last_word(name: &str) -> String {
    let start = name.rfind(|c: char| c.is_ascii_uppercase()).unwrap_or(0);
    name[start..].to_ascii_lowercase()
}
