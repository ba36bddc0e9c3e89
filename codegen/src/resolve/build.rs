//! The resolved schema, put together from the tables of the steps before.

use std::borrow::Cow;

use crate::diagnostic::rules::NAME_COLLISION;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::hash::HashMap;
use crate::model::{Claim, Doc, Evidence, PageName, Spanned, StructuredType};
use crate::parallel;
use crate::source::SourceId;

use super::each;
use super::enums;
use super::hierarchy::Bases;
use super::kinds;
use super::lookup::Lookup;
use super::names::{RustIdent, Scope, snake, upper_camel};
use super::properties::{Declared, Properties};
use super::property_types::TypeOf;
use super::recursion::boxes;
use super::registry::{Declaration, Entry, Index, Registry};
use super::resolved::{Resolved, TypeId};
use super::rust_names::{self, Shape, TypeNames};
use super::types::{
    Base, Property, PropertyType, Structured, StructuredKind, StructuredRust, Type, TypeKind, Union, Variant,
};

/// Puts everything together.
pub(super) fn build<'a>(
    registry: &Registry<'a>,
    lookup: &Lookup<'_, 'a>,
    bases: &Bases,
    properties: &Properties<'a>,
    kinds: &[StructuredKind],
    cx: &mut Diagnostics,
) -> Resolved<'a> {
    let derived = derived(registry, bases);
    let shapes: Vec<Shape> = registry.indices().map(|index| shape(registry, &derived, index)).collect();
    let modules = rust_names::modules(registry);
    let of_types = |cx: &mut Diagnostics| rust_names::type_names(registry, &modules, &shapes, cx);
    let of_enums =
        |cx: &mut Diagnostics| (enums::listed_by_properties(registry, lookup, cx), enums::multi_valued(lookup));
    let mut of_fields = Diagnostics::new();
    let ((names, (listed, multi_valued)), (fields, boxes)) = parallel::join(
        || (of_types(cx), of_enums(cx)),
        || (fields(registry, bases, properties, &mut of_fields), boxes(bases, properties, &shapes)),
    );
    cx.append(of_fields);
    let page_names = lookup.page_names();
    let indices: Vec<Index> = registry.indices().collect();
    let all_properties = |index| bases.lineage(index).flat_map(|of| &properties[of]);
    let types = each(&indices, cx, |&index, cx| {
        let names = &names[index];
        let listed = listed.get(&index).map(Vec::as_slice).unwrap_or_default();
        let structured = || Structured {
            kind: kinds[index],
            base: bases.of(index).map(|base| Base { ty: id(base.index), evidence: base.evidence }),
            is_abstract: abstractness(registry, index),
            is_open: stated(registry.structured(index), |ty| &ty.is_open),
            key: match kinds[index] {
                StructuredKind::Entity => kinds::key(registry.structured(index), all_properties(index)),
                StructuredKind::Complex => Vec::new(),
            },
            properties: own_properties(&properties[index], &fields[index], &boxes[index]),
            derived: derived[index].iter().copied().map(id).collect(),
            rust: rust(registry, &derived, index, names),
        };
        let mut ty = ty(registry.get(index), names, &page_names, listed, structured, cx);
        if let TypeKind::Enum(enumeration) = &mut ty.kind {
            enumeration.is_flags |= multi_valued.contains(&index) && !enums::are_counted(&enumeration.members);
        }
        ty
    });
    let pages = lookup.page_types().map(|(page, index)| (page.as_str().to_owned(), id(index))).collect();
    Resolved { types, modules, pages, root: registry.root().map(id) }
}

fn id(index: Index) -> TypeId {
    TypeId(u32::try_from(index).unwrap_or(u32::MAX))
}

fn ty<'a>(
    entry: &Entry<'a>,
    names: &TypeNames,
    page_names: &HashMap<SourceId, PageName<'_>>,
    listed: &[Spanned<Cow<'a, str>>],
    structured: impl FnOnce() -> Structured<'a>,
    cx: &mut Diagnostics,
) -> Type<'a> {
    let kind = match &entry.declaration {
        Declaration::Structured(_) | Declaration::Mentioned => TypeKind::Structured(structured()),
        Declaration::Enum(types) => TypeKind::Enum(enums::defined(types, listed, cx)),
        Declaration::ListedEnum(values) => TypeKind::Enum(enums::listed(values, cx)),
        Declaration::Undocumented => TypeKind::Undocumented,
    };
    let definitions = entry.structured().iter().map(|ty| (&ty.name, &ty.docs, &ty.deprecated));
    let definitions = definitions.chain(entry.enums().iter().map(|ty| (&ty.name, &ty.docs, &ty.deprecated)));
    let pages: Vec<SourceId> = definitions.clone().map(|(name, ..)| name.span.source).collect();
    let docs = definitions.clone().map(|(_, docs, _)| docs).find(|docs| !docs.is_empty());
    Type {
        name: entry.name.clone(),
        module: names.module,
        ident: names.ident.clone(),
        docs: docs.map_or_else(|| Cow::Owned(Doc::default()), Cow::Borrowed),
        deprecated: definitions.clone().find_map(|(.., deprecated)| deprecated.as_ref()),
        page_name: pages.first().and_then(|page| page_names.get(page)).map(|page| page.as_str().to_owned()),
        pages,
        evidence: entry.evidence,
        kind,
    }
}

/// What derives from each type, in the order of the names.
fn derived(registry: &Registry<'_>, bases: &Bases) -> Vec<Vec<Index>> {
    let mut derived = vec![Vec::new(); registry.entries().len()];
    for index in registry.indices() {
        if let Some(base) = bases.of(index) {
            derived[base.index].push(index);
        }
    }
    derived
}

fn shape(registry: &Registry<'_>, derived: &[Vec<Index>], index: Index) -> Shape {
    if registry.root() == Some(index) {
        Shape::Record
    } else if abstractness(registry, index).is_some() {
        Shape::Abstract
    } else if derived[index].is_empty() {
        Shape::Record
    } else {
        Shape::Concrete
    }
}

/// The evidence that the type is abstract, if there is any.
fn abstractness(registry: &Registry<'_>, index: Index) -> Option<Evidence> {
    stated(registry.structured(index), |ty| &ty.is_abstract)
}

/// The evidence for the first claim that something is true. A sentence wins over a `false` in the metadata, which is
/// mostly a default.
fn stated<'a>(
    types: &[&'a StructuredType<'a>],
    claims: impl Fn(&'a StructuredType<'a>) -> &'a Vec<Claim<bool>>,
) -> Option<Evidence> {
    types.iter().flat_map(|ty| claims(ty)).find(|claim| claim.value).map(|claim| claim.evidence)
}

fn own_properties<'a>(declared: &[Declared<'a>], fields: &[RustIdent], boxes: &[bool]) -> Vec<Property<'a>> {
    let property = |((declared, ident), boxed): ((&Declared<'a>, &RustIdent), &bool)| Property {
        name: declared.name.clone(),
        ident: ident.clone(),
        ty: match declared.typed.ty {
            TypeOf::Primitive(primitive) => PropertyType::Primitive(primitive),
            TypeOf::Declared(index) => PropertyType::Type(id(index)),
        },
        collection: declared.typed.collection,
        navigation: declared.navigation,
        boxed: *boxed,
        docs: &declared.row.docs,
        facts: &declared.row.facts,
        evidence: declared.row.evidence,
        type_evidence: declared.typed.evidence,
    };
    declared.iter().zip(fields).zip(boxes).map(property).collect()
}

/// The fields of every type, unique among the type's own and its ancestors' properties.
fn fields(
    registry: &Registry<'_>,
    bases: &Bases,
    properties: &Properties<'_>,
    cx: &mut Diagnostics,
) -> Vec<Vec<RustIdent>> {
    let mut scopes: Vec<Scope> = properties.iter().map(|_| Scope::fields()).collect();
    let mut fields: Vec<Vec<RustIdent>> = vec![Vec::new(); properties.len()];
    for level in &bases.levels {
        let claimed = each(level, cx, |index, cx| {
            let mut scope = Scope::fields();
            scope.reserve(properties[*index].len());
            let above = |name: &str| bases.ancestors(*index).any(|ancestor| scopes[ancestor].has_handed_out(name));
            let claim = |declared: &Declared<'_>| {
                let wanted = snake(&declared.name);
                let len = wanted.len();
                let ident = scope.claim_unless(wanted, above);
                // A name that is taken becomes longer. So does `self`, but only because it is a keyword.
                let wanted = &ident.as_str()[..len];
                if ident.as_str() != wanted && ident != RustIdent::new(wanted.to_owned()) {
                    let message = format!(
                        "the property `{}` of `{}` becomes `{ident}`, since `{wanted}` is taken",
                        declared.name,
                        registry.name(*index)
                    );
                    cx.report(Diagnostic::new(&NAME_COLLISION, message, declared.row.name.span, "named here"));
                }
                ident
            };
            (properties[*index].iter().map(claim).collect(), scope)
        });
        for (index, claimed) in level.iter().zip(claimed) {
            (fields[*index], scopes[*index]) = claimed;
        }
    }
    fields
}

fn rust(registry: &Registry<'_>, derived: &[Vec<Index>], index: Index, names: &TypeNames) -> StructuredRust {
    let union = names.union.clone().map(|ident| {
        let itself = abstractness(registry, index).is_none().then_some(index);
        let mut variants = Scope::variants();
        let mut accessors = Scope::default();
        let variant = |index: Index| {
            let name = &registry.get(index).name;
            let plain = upper_camel(name.name());
            // Two namespaces may have a type of one name: then the second goes by its namespace too.
            let wanted = if variants.has(&plain) {
                let namespaces: String = name.namespace().segments().map(upper_camel).collect();
                namespaces + &plain
            } else {
                plain
            };
            let ident = variants.claim(wanted);
            let accessor = accessors.claim(format!("as_{}", snake(ident.as_str())));
            Variant { accessor, ident, ty: id(index) }
        };
        Union { ident, variants: itself.into_iter().chain(derived[index].iter().copied()).map(variant).collect() }
    });
    StructuredRust { record: names.record.clone(), union }
}
