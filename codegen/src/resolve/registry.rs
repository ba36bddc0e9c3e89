//! Every type that is defined or spoken of, once, with all pages that define it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::diagnostic::rules::AMBIGUOUS_KIND;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::hash::HashMap;
use crate::model::name::ROOT;
use crate::model::{EnumType, Evidence, EvidenceKind, QualifiedName, Schema, Spanned, StructuredType};
use crate::source::SourceId;

/// Which entry of a [`Registry`].
pub(super) type Index = usize;

/// The definitions of one type.
#[derive(Debug)]
pub(super) enum Declaration<'a> {
    /// Pages define an entity or complex type.
    Structured(Vec<&'a StructuredType<'a>>),
    /// Pages define an enum.
    Enum(Vec<&'a EnumType<'a>>),
    /// No page defines it, but descriptions of properties of this type list its members.
    ListedEnum(Vec<Spanned<Cow<'a, str>>>),
    /// No page defines it, but types say that they derive from it.
    MentionedBase,
    /// No page defines it, and nothing tells what it is.
    Undocumented,
}

/// A type.
#[derive(Debug)]
pub(super) struct Entry<'a> {
    /// Its name, in the best spelling there is.
    pub(super) name: QualifiedName,
    /// Its definitions.
    pub(super) declaration: Declaration<'a>,
    /// What makes us believe that there is such a type.
    pub(super) evidence: Evidence,
}

impl<'a> Entry<'a> {
    /// The definitions of a structured type; none for other types and for bases that are only mentioned.
    pub(super) fn structured(&self) -> &[&'a StructuredType<'a>] {
        match &self.declaration {
            Declaration::Structured(types) => types,
            _ => &[],
        }
    }

    /// The definitions of an enum; none for other types.
    pub(super) fn enums(&self) -> &[&'a EnumType<'a>] {
        match &self.declaration {
            Declaration::Enum(types) => types,
            _ => &[],
        }
    }

    fn is_structured(&self) -> bool {
        matches!(self.declaration, Declaration::Structured(_) | Declaration::MentionedBase)
    }
}

/// All types, in the order of their names.
#[derive(Debug, Default)]
pub(super) struct Registry<'a> {
    entries: Vec<Entry<'a>>,
    by_key: HashMap<String, Index>,
    root: Option<Index>,
}

impl<'a> Registry<'a> {
    /// The types that pages define.
    pub(super) fn declared(schema: &'a Schema<'a>, cx: &mut Diagnostics) -> Self {
        let mut structured: BTreeMap<String, Vec<&'a StructuredType<'a>>> = BTreeMap::new();
        let mut enums: BTreeMap<String, Vec<&'a EnumType<'a>>> = BTreeMap::new();
        for ty in &schema.structured {
            structured.entry(ty.name.value.key()).or_default().push(ty);
        }
        let pages: BTreeMap<SourceId, &str> =
            schema.pages.iter().map(|page| (page.source, page.file_name.as_str())).collect();
        for types in structured.values_mut() {
            // The page that is called like the type comes first: `intune-devices-user.md` tells of `user` in passing.
            types.sort_by_key(|ty| {
                let file = pages.get(&ty.name.span.source).copied().unwrap_or_default();
                !file.trim_end_matches(".md").eq_ignore_ascii_case(ty.name.value.name())
            });
        }
        for ty in &schema.enums {
            enums.entry(ty.name.value.key()).or_default().push(ty);
        }
        let mut entries = Vec::with_capacity(structured.len() + enums.len());
        for (key, types) in structured {
            if let (Some(other), Some(ty)) = (enums.remove(&key), types.first()) {
                report_ambiguous(ty, &other, cx);
            }
            let named = types.iter().map(|ty| (&ty.name, ty.named_by));
            entries.extend(entry(named, Declaration::Structured(types.clone())));
        }
        for types in enums.into_values() {
            let named = types.iter().map(|ty| (&ty.name, ty.named_by));
            entries.extend(entry(named, Declaration::Enum(types.clone())));
        }
        Self::default().with(entries)
    }

    /// The same with more types.
    pub(super) fn with(self, more: impl IntoIterator<Item = Entry<'a>>) -> Self {
        let mut entries = self.entries;
        entries.extend(more);
        entries.sort_by(|a, b| a.name.cmp(&b.name));
        let by_key: HashMap<String, Index> =
            entries.iter().enumerate().map(|(index, entry)| (entry.name.key(), index)).collect();
        let root = by_key.get(&format!("{ROOT}.entity")).copied().filter(|root| entries[*root].is_structured());
        Self { entries, by_key, root }
    }

    pub(super) fn entries(&self) -> &[Entry<'a>] {
        &self.entries
    }

    pub(super) fn get(&self, index: Index) -> &Entry<'a> {
        &self.entries[index]
    }

    /// The type of that name, in any case.
    pub(super) fn find(&self, name: &QualifiedName) -> Option<Index> {
        self.find_by_key(&name.key())
    }

    /// The type whose name has that key.
    pub(super) fn find_by_key(&self, key: &str) -> Option<Index> {
        self.by_key.get(key).copied()
    }

    /// `microsoft.graph.entity`.
    pub(super) fn root(&self) -> Option<Index> {
        self.root
    }

    /// See [`Entry::structured`].
    pub(super) fn structured(&self, index: Index) -> &[&'a StructuredType<'a>] {
        self.entries[index].structured()
    }

    pub(super) fn is_structured(&self, index: Index) -> bool {
        self.entries[index].is_structured()
    }
}

/// The entry for several definitions of one type. The spelling of metadata is better than that of a title, and capitals
/// are better than none: anchors have lost them.
fn entry<'a, 'n>(
    named: impl Iterator<Item = (&'n Spanned<QualifiedName>, EvidenceKind)> + Clone,
    declaration: Declaration<'a>,
) -> Option<Entry<'a>> {
    let capitals = |name: &QualifiedName| name.as_str().bytes().any(|b| b.is_ascii_uppercase());
    let (name, kind) = named.min_by_key(|(name, kind)| (!capitals(&name.value), *kind))?;
    Some(Entry { name: name.value.clone(), declaration, evidence: Evidence::new(kind, name.span) })
}

fn report_ambiguous(ty: &StructuredType<'_>, others: &[&EnumType<'_>], cx: &mut Diagnostics) {
    for other in others {
        let message = format!("`{}` is defined both as a resource and as an enum", ty.name.value);
        let ambiguous = Diagnostic::new(&AMBIGUOUS_KIND, message, other.name.span, "an enum here, which is ignored");
        cx.report(ambiguous.with_label(ty.name.span, "a resource here"));
    }
}
