//! Which type declares which property.
//!
//! Pages repeat inherited properties, and a third of the repeated rows don't say so. Own properties are the rows less
//! those that are marked and less those that an ancestor has.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::diagnostic::Diagnostics;
use crate::hash::{HashMap, HashSet};
use crate::model::name::Caseless;
use crate::model::{Property, SampleMember, StructuredType};
use crate::source::Span;

use super::each;
use super::hidden_enums::HiddenEnums;
use super::hierarchy::Bases;
use super::lookup::Lookup;
use super::property_types::{PropertyTypes, TypeOf, Typed};
use super::registry::{Declaration, Index, Registry};
use super::repeated::{report_changed, report_repeated, report_stranger};
use super::spelling;

/// A property that a type declares.
#[derive(Clone, Debug)]
pub(super) struct Declared<'a> {
    /// Its name, in the best spelling there is.
    pub(super) name: Cow<'a, str>,
    pub(super) typed: Typed,
    /// Whether it is a navigation property.
    pub(super) navigation: bool,
    /// The row.
    pub(super) row: &'a Property<'a>,
}

impl<'a> Declared<'a> {
    /// The name, however it is spelled.
    pub(super) fn key(&self) -> Caseless<'a> {
        Caseless(&self.row.name.value)
    }
}

/// The own properties of every type, by its index.
pub(super) type Properties<'a> = Vec<Vec<Declared<'a>>>;

/// How many types must agree that they inherit a property from a base whose page lacks it.
const WITNESSES: usize = 5;

/// Gives every property to the type that declares it.
pub(super) fn properties<'a>(
    registry: &Registry<'a>,
    lookup: &Lookup<'_, 'a>,
    bases: &Bases,
    enums: HiddenEnums<'_, 'a>,
    cx: &mut Diagnostics,
) -> Properties<'a> {
    let rows = rows(registry, lookup, bases, enums, cx);
    let mut own: Properties<'a> = vec![Vec::new(); rows.len()];
    for (index, hoisted) in hoisted(registry, bases, &rows) {
        own[index] = hoisted;
    }
    // Where the properties stand in the types that others derive from.
    let mut places: Vec<HashMap<Caseless<'a>, usize>> = vec![HashMap::default(); rows.len()];
    let is_base = bases.are_bases();
    // Without a page of its own, rows tell what it has.
    let root = registry.root().filter(|root| !registry.structured(*root).is_empty());
    for level in &bases.levels {
        let given = each(level, cx, |index, cx| {
            let mut given = own[*index].clone();
            let ancestors: Vec<Index> = bases.ancestors(*index).collect();
            let below_root = root.is_some_and(|root| ancestors.contains(&root));
            given.reserve(rows[*index].len());
            if let Some(base) = bases.of(*index)
                && let Some((stranger, row)) = from_none_of(&ancestors, &rows[*index], registry)
            {
                report_stranger(registry, [*index, stranger], base, row, cx);
            }
            for row in &rows[*index] {
                let name = row.declared.key();
                let inherited =
                    ancestors.iter().find_map(|ancestor| own[*ancestor].get(*places[*ancestor].get(&name)?));
                if inherited.is_none() && !(below_root && name == Caseless("id")) {
                    given.push(row.declared.clone());
                } else if let Some(origin) = inherited {
                    report_changed(origin, &row.declared, cx);
                }
            }
            let listed = given.iter().enumerate().filter(|_| is_base[*index]);
            let places = listed.map(|(place, declared)| (declared.key(), place)).collect();
            (given, places)
        });
        for (index, given) in level.iter().zip(given) {
            (own[*index], places[*index]) = given;
        }
    }
    own
}

/// The rows of every type, by its index.
fn rows<'a>(
    registry: &Registry<'a>,
    lookup: &Lookup<'_, 'a>,
    bases: &Bases,
    enums: HiddenEnums<'_, 'a>,
    cx: &mut Diagnostics,
) -> Vec<Vec<Row<'a>>> {
    let reader = Reader { registry, lookup, types: PropertyTypes::new(lookup, bases, enums) };
    each(registry.entries(), cx, |entry, cx| reader.rows(entry.structured(), cx))
}

/// A row with its references looked up.
struct Row<'a> {
    declared: Declared<'a>,
    inherited_from: Option<Index>,
}

/// What the references of rows are looked up in.
struct Reader<'r, 'a> {
    registry: &'r Registry<'a>,
    lookup: &'r Lookup<'r, 'a>,
    types: PropertyTypes<'r, 'a>,
}

impl<'a> Reader<'_, 'a> {
    /// The rows of all pages of a type, each name once.
    fn rows(&self, types: &[&'a StructuredType<'a>], cx: &mut Diagnostics) -> Vec<Row<'a>> {
        let all = types.iter().map(|ty| ty.properties.len()).sum();
        let mut seen: HashMap<Caseless<'a>, usize> = HashMap::with_capacity_and_hasher(all, Default::default());
        let mut rows: Vec<Row<'a>> = Vec::with_capacity(all);
        for ty in types {
            let samples = samples(ty);
            let lists = lists(ty);
            let begin_small = spelling::begin_small(ty);
            let optional: HashSet<&str> = ty.optional.iter().map(|name| name.value.as_ref()).collect();
            for row in &ty.properties {
                let key = Caseless(&row.name.value);
                let (shown, listed) = (samples.get(&key).copied(), lists.get(&key).copied());
                if let Some(first) = seen.get(&key).and_then(|first| rows.get_mut(*first)) {
                    // Its link was reported with the first row, or doesn't count.
                    let typed = self.types.of(ty, row, shown, listed, &mut Diagnostics::new());
                    report_repeated(&first.declared, row, typed, cx);
                    // What stands among the relationships as well is one (`usersettings.md`), if it is an object.
                    let Declared { typed: ty, navigation, .. } = &mut first.declared;
                    *navigation |= row.navigation && ty.is_like(typed) && self.is_object(*ty);
                    continue;
                }
                seen.insert(key, rows.len());
                let typed = self.types.of(ty, row, shown, listed, cx);
                let spelled = spelling::Known { begin_small, shown, in_metadata: optional.contains(&*row.name.value) };
                let name = spelling::best(self.registry, row, spelled, typed.ty, cx);
                let inherited_from = row.inherited_from.as_ref().and_then(|named| self.lookup.index(named));
                rows.push(Row { declared: Declared { name, typed, navigation: row.navigation, row }, inherited_from });
            }
        }
        rows
    }

    fn is_object(&self, typed: Typed) -> bool {
        matches!(typed.ty, TypeOf::Declared(index) if !self.registry.structured(index).is_empty())
    }
}

/// The first row, other than the key's, that says it is inherited from a type which is none of `ancestors`, if that
/// type has one of the rows which say so. (If not, it may be about what is handed down among objects, not types.)
fn from_none_of<'r, 'a>(
    ancestors: &[Index],
    rows: &'r [Row<'a>],
    registry: &Registry<'a>,
) -> Option<(Index, &'r Declared<'a>)> {
    let rows = rows.iter().filter(|row| row.declared.key() != Caseless("id"));
    let inherited = rows.filter_map(|row| Some((row.inherited_from?, &row.declared)));
    let mut strange = inherited.filter(|(base, _)| !ancestors.contains(base));
    let (stranger, first) = strange.next()?;
    let others = strange.filter(|(base, _)| *base == stranger).map(|(_, row)| row.key());
    registry.has_row(stranger, std::iter::once(first.key()).chain(others)).then_some((stranger, first))
}

/// The members of the JSON representation, by name.
fn samples<'a>(ty: &'a StructuredType<'a>) -> HashMap<Caseless<'a>, &'a SampleMember<'a>> {
    ty.sample.iter().map(|member| (Caseless(&member.name.value), member)).collect()
}

/// Where methods list the targets of relationships, by the names of these.
fn lists<'a>(ty: &'a StructuredType<'a>) -> HashMap<Caseless<'a>, Span> {
    ty.lists.iter().map(|list| (Caseless(&list.name.value), list.name.span)).collect()
}

/// Properties that rows say are inherited from a base whose page lacks them, or which has no page.
fn hoisted<'a>(registry: &Registry<'a>, bases: &Bases, rows: &[Vec<Row<'a>>]) -> BTreeMap<Index, Vec<Declared<'a>>> {
    let mut claims: BTreeMap<(Index, String), (usize, Declared<'a>)> = BTreeMap::new();
    for (index, rows) in rows.iter().enumerate() {
        for row in rows {
            let Some(base) = row.inherited_from else { continue };
            let derives = bases.ancestors(index).any(|ancestor| ancestor == base);
            let is_key = row.declared.name == "id";
            let is_of_root = || Some(base) == registry.root() && registry.structured(base).is_empty();
            if derives && (!is_key || is_of_root()) {
                claims.entry((base, row.declared.name.to_ascii_lowercase())).or_insert((0, row.declared.clone())).0 +=
                    1;
            }
        }
    }
    let mut hoisted: BTreeMap<Index, Vec<Declared<'a>>> = BTreeMap::new();
    let mut names: HashMap<Index, HashSet<String>> = HashMap::default();
    for ((base, name), (witnesses, declared)) in claims {
        let has_page = matches!(registry.get(base).declaration, Declaration::Structured(_));
        let mut has = |index: Index| {
            let of_rows = || rows[index].iter().map(|row| row.declared.name.to_ascii_lowercase()).collect();
            names.entry(index).or_insert_with(of_rows).contains(&name)
        };
        let known = has(base) || bases.ancestors(base).any(has);
        if !known && (!has_page || witnesses >= WITNESSES) {
            hoisted.entry(base).or_default().push(declared);
        }
    }
    hoisted
}
