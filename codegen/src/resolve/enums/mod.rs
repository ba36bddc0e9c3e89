//! The members of enums, merged from all tables that define one.

mod capitals;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::rules::{CONFLICTING_DEFINITION, MISSPELT_NAME};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::hash::{HashMap, HashSet};
use crate::model::enum_type::{SENTINEL, is_sentinel};
use crate::model::name::{Caseless, strip_prefix_caseless};
use crate::model::{Deprecation, Doc, EnumType, Evidence, EvidenceKind, Spanned};
use crate::spelling::nearest;

use super::lookup::Lookup;
use super::names::{Scope, upper_camel};
use super::registry::{Declaration, Index, Registry};
use super::types::{EnumMember, Enumeration};

use capitals::Spellings;

/// The beginning of names that mean the opposite of the sentinel's.
const KNOWN: &str = "known";

/// The members of enums that descriptions of properties list.
pub(super) type Listed<'a> = BTreeMap<Index, Vec<Spanned<Cow<'a, str>>>>;

/// The members that descriptions of properties list, for each documented enum. A list that has little in common with
/// the enum's own members is about something else, and a value that is nearly spelled like a member is a slip.
pub(super) fn listed_by_properties<'a>(
    registry: &Registry<'a>,
    lookup: &Lookup<'_, 'a>,
    cx: &mut Diagnostics,
) -> Listed<'a> {
    let mut listed: Listed<'a> = BTreeMap::new();
    let mut members: BTreeMap<Index, HashMap<Caseless<'a>, &'a str>> = BTreeMap::new();
    for (property, index) in lookup.targets(|property| !property.possible_values.is_empty()) {
        let Declaration::Enum(types) = &registry.get(index).declaration else { continue };
        let members = members.entry(index).or_insert_with(|| {
            let names = types.iter().flat_map(|ty| &ty.members).map(|member| member.name.value.as_ref());
            names.map(|name| (Caseless(name), name)).collect()
        });
        let (known, new): (Vec<_>, Vec<_>) =
            property.possible_values.iter().partition(|value| members.contains_key(&Caseless(&value.value)));
        if known.len() >= 2 * new.len() {
            let differs = |value: &&Spanned<Cow<'_, str>>| members.get(&Caseless(&value.value)) != Some(&&*value.value);
            let new = without_slips(new, &known, members, cx);
            let all = new.into_iter().chain(known.into_iter().filter(differs)).filter(|value| value.value != "null");
            listed.entry(index).or_default().extend(all.cloned());
        }
    }
    listed
}

/// The `new` values of a list, less the slips. A slip is nearly spelled like a member that the list lacks, in a list
/// that has all or nearly all of the others.
fn without_slips<'l, 'a>(
    mut new: Vec<&'l Spanned<Cow<'a, str>>>,
    known: &[&Spanned<Cow<'_, str>>],
    members: &HashMap<Caseless<'_>, &str>,
    cx: &mut Diagnostics,
) -> Vec<&'l Spanned<Cow<'a, str>>> {
    const MOST: usize = 2;
    if new.is_empty() || new.len() > MOST || members.len() > known.len() + MOST {
        return new;
    }
    let listed: HashSet<Caseless<'_>> = known.iter().map(|value| Caseless(&value.value)).collect();
    // `v10_1` is no slip for `v10_0`.
    let is_word = |name: &str| name.chars().all(|c| c.is_ascii_alphabetic());
    let lacking = || members.values().copied().filter(|name| is_word(name) && !listed.contains(&Caseless(name)));
    new.retain(|value| {
        let Some(meant) = nearest(&value.value, lacking()).filter(|_| is_word(&value.value)) else { return true };
        let message = format!("the value `{}` is no member; did you mean `{meant}`?", value.value);
        cx.report(Diagnostic::new(&MISSPELT_NAME, message, value.span, "misspelt here"));
        false
    });
    new
}

/// The enums of which a property holds several members at once, by its description. One description is enough: in
/// OData, whether members combine is up to the enum, and properties with a single member are read as well.
pub(super) fn multi_valued(lookup: &Lookup<'_, '_>) -> BTreeSet<Index> {
    let of_flags = lookup.targets(|property| property.says_flags && !property.type_ref.collection);
    of_flags.map(|(_, index)| index).collect()
}

/// The enum that `types` define: the longest table counts, since the others are older. Values that only descriptions
/// list come last.
pub(super) fn defined<'a>(
    types: &[&'a EnumType<'a>],
    listed: &[Spanned<Cow<'a, str>>],
    cx: &mut Diagnostics,
) -> Enumeration<'a> {
    let mut longest: Option<&'a EnumType<'a>> = None;
    for ty in types {
        if longest.is_none_or(|longest| ty.members.len() > longest.members.len()) {
            longest = Some(ty);
        }
    }
    let members = longest.map(|ty| ty.members.as_slice()).unwrap_or_default();
    if let Some(longest) = longest.filter(|_| types.len() > 1) {
        report_differences(types, longest, cx);
    }
    let values: Vec<Option<i64>> = members.iter().map(|member| member.value).collect();
    let is_flags = types.iter().any(|ty| ty.says_flags) || are_flags(&values);
    let mut spellings = Spellings::new(members, listed);
    let named = members.iter().map(|member| Named {
        name: spellings.of(&member.name, cx).unwrap_or(Cow::Borrowed(member.name.value.as_ref())),
        value: member.value,
        docs: Cow::Borrowed(&member.docs),
        says_sentinel: member.says_sentinel,
        deprecated: member.deprecated.as_deref(),
        evidence: Evidence::new(EvidenceKind::Row, member.name.span),
    });
    let named: Vec<Named<'a>> = named.collect();
    let listed = listed.iter().map(Named::listed);
    Enumeration { is_flags, members: name_members(named.into_iter().chain(listed), cx) }
}

/// An enum without a table, whose members descriptions list.
pub(super) fn listed<'a>(values: &[Spanned<Cow<'a, str>>], cx: &mut Diagnostics) -> Enumeration<'a> {
    Enumeration { is_flags: false, members: name_members(values.iter().map(Named::listed), cx) }
}

/// The sentinel's name, if the member's is a slip of it. A name that begins with "known" is another word, unless the
/// description calls it the sentinel.
fn sentinel(member: &Named<'_>, cx: &mut Diagnostics) -> Option<Cow<'static, str>> {
    let name = &member.name;
    let meant = nearest(name, [SENTINEL]).filter(|_| !is_sentinel(name))?;
    let is_known = strip_prefix_caseless(name, KNOWN).is_some();
    if is_known && !member.says_sentinel {
        return None;
    }
    let message = format!("the member `{name}` is taken for `{meant}`");
    cx.report(Diagnostic::new(&MISSPELT_NAME, message, member.evidence.span, "misspelt here"));
    Some(Cow::Borrowed(SENTINEL))
}

/// Whether the numbers are those of flags. In v1.0 of 2021, no enum of single values has nothing but powers of two.
fn are_flags(values: &[Option<i64>]) -> bool {
    let single_bits =
        values.iter().all(|value| value.is_some_and(|value| value == 0 || value > 0 && value & (value - 1) == 0));
    let largest = values.iter().flatten().max().copied().unwrap_or_default();
    single_bits && values.len() >= 3 && largest >= 4
}

/// Whether the members are numbered consecutively, and are too many for two bits: then they don't combine, whatever
/// descriptions say.
pub(super) fn are_counted(members: &[EnumMember<'_>]) -> bool {
    let first = members.first().and_then(|member| member.value);
    let numbers = (0..).map(|step| first?.checked_add(step));
    first.is_some() && members.len() > 4 && members.iter().zip(numbers).all(|(member, number)| member.value == number)
}

/// A member that has no variant yet.
struct Named<'a> {
    name: Cow<'a, str>,
    value: Option<i64>,
    docs: Cow<'a, Doc<'a>>,
    says_sentinel: bool,
    deprecated: Option<&'a Deprecation>,
    evidence: Evidence,
}

impl<'a> Named<'a> {
    /// One that the description of a property lists.
    fn listed(value: &Spanned<Cow<'a, str>>) -> Self {
        let evidence = Evidence::new(EvidenceKind::OtherPage, value.span);
        Self {
            name: value.value.clone(),
            value: None,
            docs: Cow::Owned(Doc::default()),
            says_sentinel: false,
            deprecated: None,
            evidence,
        }
    }
}

fn name_members<'a>(members: impl Iterator<Item = Named<'a>>, cx: &mut Diagnostics) -> Vec<EnumMember<'a>> {
    let mut scope = Scope::variants();
    let members = members.map(|member| match sentinel(&member, cx) {
        Some(name) => Named { name, ..member },
        None => member,
    });
    let mut after_sentinel = false;
    let mut seen = HashSet::default();
    let members = members.filter(|member| seen.insert(member.name.to_ascii_lowercase()));
    let name = |Named { name, value, docs, deprecated, evidence, .. }: Named<'a>| {
        let is_sentinel = is_sentinel(&name);
        let ident = scope.claim(upper_camel(if is_sentinel { SENTINEL } else { &name }));
        let member = EnumMember { ident, value, docs, deprecated, after_sentinel, evidence, name };
        after_sentinel |= is_sentinel;
        member
    };
    members.map(name).collect()
}

fn report_differences(types: &[&EnumType<'_>], longest: &EnumType<'_>, cx: &mut Diagnostics) {
    let known: HashSet<&str> = longest.members.iter().map(|member| member.name.value.as_ref()).collect();
    for ty in types {
        let missing = ty.members.iter().find(|member| !known.contains(member.name.value.as_ref()));
        if let Some(member) = missing {
            let message = format!("`{}` is not a member of `{}` everywhere", member.name.value, ty.name.value);
            let differs = Diagnostic::new(&CONFLICTING_DEFINITION, message, member.name.span, "only here");
            cx.report(differs.with_label(longest.name.span, "the longer table, which is taken"));
        }
    }
}
