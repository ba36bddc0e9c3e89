//! Enums that tables hide behind `String`.
//!
//! A hundred rows of beta say `String` where the property is of an enum. The JSON representation may name the enum. If
//! not, but the description lists values, an enum that has them all is meant, provided that its name or the number of
//! values rules out coincidence.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::hash::{HashMap, HashSet};
use crate::model::enum_type::is_sentinel;
use crate::model::name::{Caseless, strip_suffix_caseless};
use crate::model::{
    EnumType, Evidence, EvidenceKind, Primitive, Property, QualifiedName, Reference, Run, SampleMember, Spanned,
};
use crate::source::SourceId;

use super::lookup::Lookup;
use super::registry::{Declaration, Entry, Index, Registry};
use super::samples;

/// How many values a list must have to be telling: three such as `low`, `medium`, `high` are in several enums.
const TELLING: usize = 4;

/// How many enums may have names that end alike, or share a member, if a row is to be compared with each of them. In
/// beta, 300 names end in `Type`.
const MOST_ALIKE: usize = 1_024;

/// How near an enum's name is to a property of some type, nearest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Nearness {
    /// `userStatus` for the property `status` of `user`.
    OwnersProperty,
    /// `status`.
    Property,
    /// `bookingStatus` for that of `bookingAppointment`.
    PartOfOwners,
    /// Any other `…Status`.
    OnlyTheEnd,
}

/// The documented enums that a `String` may stand for.
pub(super) struct HiddenEnums<'r, 'a> {
    registry: &'r Registry<'a>,
    lookup: &'r Lookup<'r, 'a>,
    /// Those that only spell out what a `String` takes.
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

    /// The enum that the JSON representation names.
    fn named_in_sample(&self, shown: &SampleMember<'_>) -> Option<(Index, Evidence)> {
        let is_enum =
            |index| matches!(self.registry.get(index).declaration, Declaration::Enum(_) | Declaration::ListedEnum(_));
        samples::named_type(self.lookup, shown).filter(|(index, _)| is_enum(*index))
    }

    /// The enum whose name ends like the property's: the nearest that fits, unless another is as near.
    fn named_alike(&self, owner: &QualifiedName, row: &Property<'_>, values: &Values<'_, '_>) -> Option<Index> {
        let candidates = few(self.by_last_word.get(&last_word(&row.name.value))?)?;
        let near = |index: &Index| Some((self.nearness(*index, owner, row)?, *index));
        let mut alike: Vec<(Nearness, Index)> = candidates.iter().filter_map(near).collect();
        alike.sort_unstable();
        let mut fitting = alike.iter().filter(|(nearness, index)| self.fits(*nearness, *index, values));
        let (nearest, found) = fitting.next()?;
        fitting.next().is_none_or(|(next, _)| nearest < next).then_some(*found)
    }

    /// How near the enum's name is, where it ends like the property's.
    fn nearness(&self, index: Index, owner: &QualifiedName, row: &Property<'_>) -> Option<Nearness> {
        let entry = self.registry.get(index);
        let (name, property) = (entry.name.name(), row.name.value.as_ref());
        let stem = strip_suffix_caseless(name, property)?;
        if entry.name.namespace_str() != owner.namespace_str() {
            return None;
        }
        let (stem, owner) = (stem.to_ascii_lowercase(), owner.name().to_ascii_lowercase());
        Some(if stem == owner {
            Nearness::OwnersProperty
        } else if stem.is_empty() {
            Nearness::Property
        } else if owner.starts_with(&stem) || owner.ends_with(&stem) {
            Nearness::PartOfOwners
        } else {
            Nearness::OnlyTheEnd
        })
    }

    /// Whether the enum has `values` to the degree that a name of such nearness requires.
    fn fits(&self, nearness: Nearness, index: Index, values: &Values<'_, '_>) -> bool {
        let Some(tables) = self.members.get(&index) else { return false };
        let all = || tables.iter().any(|members| has_all(members, values));
        let no_other = || tables.iter().any(|members| consists_of(members, values));
        match nearness {
            Nearness::OwnersProperty | Nearness::PartOfOwners => all(),
            // `permissionType` has members that `String`s of that name don't take.
            Nearness::Property => all() && (values.len() + 1 >= TELLING || no_other()),
            Nearness::OnlyTheEnd => no_other(),
        }
    }

    /// The only enum of the namespace that consists of `values`. Three values are enough only if its name ends like the
    /// property's.
    fn same_members(&self, owner: &QualifiedName, row: &Property<'_>, values: &Values<'_, '_>) -> Option<Index> {
        if values.len() + 1 < TELLING {
            return None;
        }
        let property = last_word(&row.name.value);
        let alike = |index: Index| last_word(self.registry.name(index)).starts_with(&property);
        let consists = |index: &&Index| {
            let is_near = self.registry.get(**index).name.namespace_str() == owner.namespace_str();
            let mut tables = self.members.get(*index).into_iter().flatten();
            is_near && tables.any(|members| consists_of(members, values))
        };
        // Only enums with the rarest of the values need a look.
        let with = values.iter().map(|value| self.by_member.get(&value.value.to_ascii_lowercase()));
        let with = with.collect::<Option<Vec<_>>>()?.into_iter().min_by_key(|with| with.len())?;
        let mut found = few(with)?.iter().filter(consists);
        let only = *found.next()?;
        (found.next().is_none() && (values.len() >= TELLING || alike(only))).then_some(only)
    }
}

fn few(enums: &[Index]) -> Option<&[Index]> {
    (enums.len() <= MOST_ALIKE).then_some(enums)
}

/// Whether the description says that values are joined with commas, which an enum can't hold (`subscription.md`).
fn is_combined(row: &Property<'_>) -> bool {
    let says = |text: &str| text.contains("comma-separated") || text.contains("comma separated");
    row.docs.paragraphs.iter().flatten().any(|run| matches!(run, Run::Text(text) if says(text)))
}

/// What a description lists, without the sentinel and `null`.
type Values<'p, 's> = Vec<&'p Spanned<Cow<'s, str>>>;

fn listed<'p, 's>(row: &'p Property<'s>) -> Values<'p, 's> {
    row.possible_values.iter().filter(|value| is_value(&value.value)).collect()
}

fn members<'p>(ty: &'p EnumType<'_>) -> impl Iterator<Item = &'p str> {
    ty.members.iter().map(|member| member.name.value.as_ref()).filter(|name| is_value(name))
}

fn is_value(name: &str) -> bool {
    !is_sentinel(name) && name != "null"
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
    let owners = registry.entries().iter().flat_map(Entry::structured);
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
