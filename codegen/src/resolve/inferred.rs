//! Types that no page defines, though pages speak of them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::diagnostic::rules::{UNKNOWN_BASE_TYPE, UNKNOWN_DERIVED_TYPE};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::hash::{HashMap, HashSet};
use crate::model::namespace::{ROOT, ROOT_TYPE};
use crate::model::{
    Evidence, EvidenceKind, NamedRef, Namespace, Primitive, Property, QualifiedName, Reference, Schema, Spanned,
    StructuredType,
};
use crate::parallel;

use super::lookup::Lookup;
use super::registry::{Declaration, Entry, Registry};
use super::samples;
use super::unknown_types::{Slips, report_dead_link, report_unknown};

/// What is known of a type without a page.
struct Mention<'a> {
    name: QualifiedName,
    evidence: Evidence,
    /// Whether a type says that it derives from it.
    is_base: bool,
    /// Whether a type lists it as derived.
    is_derived: bool,
    values: Vec<Spanned<Cow<'a, str>>>,
    seen: HashSet<Cow<'a, str>>,
}

impl<'a> Mention<'a> {
    /// Adds the values that a description lists, each once, without `null`.
    fn list(&mut self, values: &[Spanned<Cow<'a, str>>]) {
        for value in values.iter().filter(|value| value.value != "null") {
            if self.seen.insert(value.value.clone()) {
                self.values.push(value.clone());
            }
        }
    }
}

/// `registry` with a type for every name that is referred to and not defined: an enum where descriptions list its
/// values, a structured type where types derive from it or list it as derived, else an opaque type.
pub(super) fn extend<'a>(registry: Registry<'a>, schema: &'a Schema<'a>, cx: &mut Diagnostics) -> Registry<'a> {
    let mentions = Mentions::of(&registry, schema, cx);
    registry.with(mentions.into_values().map(|mention| {
        let declaration = if !mention.is_base && !mention.values.is_empty() {
            Declaration::ListedEnum(mention.values)
        } else if mention.is_base || mention.is_derived {
            Declaration::Mentioned
        } else {
            Declaration::Undocumented
        };
        Entry { name: mention.name, declaration, evidence: mention.evidence }
    }))
}

/// The types without a page, by their names in lower case, as they are found.
struct Mentions<'r, 'a> {
    registry: &'r Registry<'a>,
    lookup: Lookup<'r, 'a>,
    slips: Slips<'r, 'a>,
    found: BTreeMap<String, Mention<'a>>,
}

impl<'r, 'a> Mentions<'r, 'a> {
    fn of(registry: &'r Registry<'a>, schema: &'a Schema<'a>, cx: &mut Diagnostics) -> BTreeMap<String, Mention<'a>> {
        let (lookup, slips) = (Lookup::new(registry, schema), Slips::new(registry));
        let mut mentions = Self { registry, lookup, slips, found: BTreeMap::new() };
        mentions.add_relatives(&schema.structured, cx);
        mentions.add_types_of_properties(&schema.structured, cx);
        mentions.found
    }

    /// Adds what types state of bases and derived types.
    fn add_relatives(&mut self, types: &'a [StructuredType<'a>], cx: &mut Diagnostics) {
        // Of nearly all types, the bases have pages.
        let has_all = |ty: &StructuredType<'_>| ty.bases.iter().all(|base| self.lookup.find(&base.value).is_some());
        for (ty, has_all) in types.iter().zip(parallel::map(types, has_all)) {
            if !has_all {
                self.add_bases(ty, cx);
            }
            self.add_root(ty);
            self.add_derived(ty, cx);
        }
    }

    /// Adds the bases of `ty` that no page defines.
    fn add_bases(&mut self, ty: &'a StructuredType<'a>, cx: &mut Diagnostics) {
        let named = ty.bases.iter().filter_map(|base| Some((self.lookup.called(&base.value)?, &base.value)));
        let (defined, unknown): (Vec<_>, Vec<_>) = named.partition(|(_, base)| self.lookup.find(base).is_some());
        // A base of the same name that the page states elsewhere is meant: metadata of 2021 call `microsoft.graph.x` as
        // the service does inside, `Microsoft.DirectoryServices.x`.
        let namesakes: HashMap<&str, &NamedRef<'_>> =
            defined.iter().rev().map(|(name, base)| (name.name(), *base)).collect();
        let mut told: HashSet<QualifiedName> = HashSet::default();
        for (name, base) in unknown {
            let namesake = namesakes.get(name.name()).and_then(|namesake| self.lookup.find(namesake));
            if told.insert(name.clone()) {
                let message = format!("no page defines `{name}`, the base type of `{}`", ty.name.value.name());
                let help = match namesake {
                    Some(of) => format!("did you mean `{}`, which is taken?", self.registry.get(of.index).name),
                    None => self.slips.relative_meant(&name, &ty.name.value).map_or_else(
                        || "add the page, or correct the name".to_owned(),
                        |meant| format!("did you mean `{meant}`?"),
                    ),
                };
                let unknown = Diagnostic::new(&UNKNOWN_BASE_TYPE, message, base.span, "named as base type here");
                cx.report(unknown.with_help(help));
            }
            if namesake.is_none() {
                self.mention(name, base).is_base = true;
            }
        }
    }

    /// Adds `entity`, if it has no page and a row of `ty` is inherited from it.
    fn add_root(&mut self, ty: &'a StructuredType<'a>) {
        if self.registry.root().is_some() {
            return;
        }
        let is_root =
            |name: &QualifiedName| name.namespace_str() == ROOT && name.name().eq_ignore_ascii_case(ROOT_TYPE);
        let root = Namespace::root();
        let mut named = ty.properties.iter().filter_map(|row| row.inherited_from.as_deref());
        let found = named.find_map(|named| {
            // On pages of other namespaces, too, the bare word means the root.
            Some((QualifiedName::parse(&named.text, &root).filter(is_root)?, named))
        });
        if let Some((name, named)) = found {
            self.mention(name, named).is_base = true;
        }
    }

    /// Adds the types without a page that `ty` lists as derived from it.
    fn add_derived(&mut self, ty: &'a StructuredType<'a>, cx: &mut Diagnostics) {
        for claim in &ty.derived {
            if self.lookup.find(&claim.value).is_some() {
                continue;
            }
            let Some(name) = self.lookup.called(&claim.value) else { continue };
            let base = ty.name.value.name();
            let message = format!("no page defines `{}`, which is listed as derived from `{base}`", name.name());
            let unknown = Diagnostic::new(&UNKNOWN_DERIVED_TYPE, message, claim.value.span, "listed as derived here");
            let first = self.slips.relative_meant(&name, &ty.name.value).map_or_else(
                || "add the page, or correct the name or the link; until then".to_owned(),
                |meant| format!("did you mean `{meant}`? until that is corrected"),
            );
            // Objects of a wrong name would be refused.
            let then = if self.lookup.is_sure(&claim.value) {
                self.mention(name, &claim.value).is_derived = true;
                "it has the properties of its base alone"
            } else {
                "it is left out"
            };
            cx.report(unknown.with_help(format!("{first} {then}")));
        }
    }

    /// Adds the types without a page that properties are of, by their rows or by the JSON representation.
    fn add_types_of_properties(&mut self, types: &'a [StructuredType<'a>], cx: &mut Diagnostics) {
        let is_undefined = |property: &&'a Property<'a>| {
            property.type_ref.reference.named().is_some_and(|named| self.lookup.find(named).is_none())
        };
        let found = parallel::map(types, |ty| {
            let undefined: Vec<&'a Property<'a>> = ty.properties.iter().filter(is_undefined).collect();
            let objects = if undefined.is_empty() { HashSet::default() } else { objects(ty) };
            let values = |property: &'a Property<'a>| match objects.contains(property.name.value.as_ref()) {
                true => &[],
                false => property.possible_values.as_slice(),
            };
            let undefined: Vec<_> = undefined.into_iter().map(|property| (property, values(property))).collect();
            (undefined, named_by_sample(ty, &self.lookup))
        });
        let (undefined, shown): (Vec<_>, Vec<_>) = found.into_iter().unzip();
        for (property, values) in undefined.into_iter().flatten() {
            let Some(named) = property.type_ref.reference.named() else { continue };
            if named.text.is_empty() {
                report_dead_link(property, named, cx);
            }
            let Some(name) = self.lookup.called(named) else { continue };
            report_unknown(property, &name, values, self.slips.meant(&name), cx);
            self.mention(name, named).list(values);
        }
        for (property, named) in shown.into_iter().flatten() {
            if self.lookup.find(named).is_none()
                && let Some(name) = self.lookup.called(named)
            {
                self.mention(name, named).list(&property.possible_values);
            }
        }
    }

    fn mention(&mut self, name: QualifiedName, by: &NamedRef<'_>) -> &mut Mention<'a> {
        let evidence = Evidence::new(EvidenceKind::OtherPage, by.span);
        self.found.entry(name.key()).or_insert_with(|| Mention {
            name,
            evidence,
            is_base: false,
            is_derived: false,
            values: Vec::new(),
            seen: HashSet::default(),
        })
    }
}

/// The properties that the JSON representation shows as objects, and whose row links to a page: what their descriptions
/// list are values of something inside the object. Enums are mostly sections of a page, or shown as text.
fn objects<'a>(ty: &'a StructuredType<'a>) -> HashSet<&'a str> {
    let is_page = |named: &NamedRef<'_>| !named.target.is_empty() && !named.target.contains('#');
    let found = samples::shown(ty).filter(|(row, member)| {
        member.reference.named().is_some() && row.type_ref.reference.named().is_some_and(is_page)
    });
    found.map(|(row, _)| row.name.value.as_ref()).collect()
}

/// The properties whose type the JSON representation names, where the row leaves room for that: a `String` whose values
/// are listed, shown as `{"@odata.type": "microsoft.graph.workbookOperationStatus"}`; a link with other words to a page
/// that isn't there; or nothing but "Collection".
fn named_by_sample<'a>(
    ty: &'a StructuredType<'a>,
    lookup: &Lookup<'_, 'a>,
) -> Vec<(&'a Property<'a>, &'a NamedRef<'a>)> {
    // Most aren't, and then there is nothing to look up.
    if ty.sample.iter().all(|member| member.reference.named().is_none()) {
        return Vec::new();
    }
    let found = samples::shown(ty).filter_map(|(row, member)| {
        let named = member.reference.named()?;
        let leaves_room = match &row.type_ref.reference {
            Reference::Primitive(primitive) => *primitive == Primitive::String && row.possible_values.len() > 1,
            Reference::Named(linked) => linked.text.is_empty() && lookup.find(linked).is_none(),
            // "Collection"
            Reference::Unreadable => row.type_ref.collection,
        };
        leaves_room.then_some((row, named))
    });
    found.collect()
}
