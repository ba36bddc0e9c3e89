//! The resolved schema as JSON.
//!
//! ```json
//! {
//!  "format": 1,
//!  "version": "beta",
//!  "types": {
//!   "microsoft.graph.customCalloutExtension": {
//!    "kind": "entity",
//!    "base": "microsoft.graph.entity",
//!    "base_src": "prose",
//!    "abstract": true,
//!    "open": false,
//!    "key": ["id"],
//!    "key_src": "metadata",
//!    "properties": {
//!     "displayName": {"type": "Edm.String", "collection": false, "navigation": false, "evidence": "row", "at": "customcalloutextension.md:41"}
//!    },
//!    "members": {},
//!    "page": "customcalloutextension.md"
//!   }
//!  }
//! }
//! ```
//!
//! Properties are those that the type itself declares. A type that no page defines is not listed, but may be named as
//! the type of a property.
//!
//! What else a page tells stands in keys that are there only then. Of a property: `read_only`, `required`,
//! `only_on_select`, `default`, `filter` (the operators) and `max_length`. Of a type as well: `deprecated`, which is the
//! sentence that says so, or `true`; since when, `deprecated_since`; and from when on it is gone, `removal`. Days are
//! written `2026-06-30`, or `2026-06` where the page tells no more. Of an enum, the same of its members that are
//! deprecated, by name: `deprecated_members`.

use crate::model::{Deprecation, Evidence, Facts};
use crate::resolve::{Enumeration, Property, Resolved, Structured, StructuredKind, Type, TypeKind};
use crate::source::{Source, SourceId, Sources, Span, Version};

use super::json::Object;

/// The version of the format; it grows when a reader of the old one would misread the new one.
pub const FORMAT: u32 = 1;

/// All types of `version` as JSON text that ends with a line break.
#[must_use]
pub fn to_json(resolved: &Resolved<'_>, sources: &Sources, version: Version) -> String {
    let mut out = Vec::new();
    let mut root = Object::new(&mut out);
    root.value("format", FORMAT).value("version", version.as_str());
    root.object("types", |types| {
        for (_, ty) in resolved.types() {
            Writer { resolved, sources }.write_type(types, ty);
        }
    });
    root.close();
    out.push(b'\n');
    // The writer puts nothing but text there.
    String::from_utf8(out).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

struct Writer<'r, 'a> {
    resolved: &'r Resolved<'a>,
    sources: &'r Sources,
}

impl Writer<'_, '_> {
    fn write_type(&self, types: &mut Object<'_>, ty: &Type<'_>) {
        match &ty.kind {
            TypeKind::Structured(structured) => types.object(ty.name.as_str(), |object| {
                self.write_structured(object, structured);
                self.write_origin(object, ty);
            }),
            TypeKind::Enum(enumeration) => types.object(ty.name.as_str(), |object| {
                write_enum(object, enumeration);
                self.write_origin(object, ty);
            }),
            TypeKind::Undocumented => types,
        };
    }

    fn write_structured(&self, object: &mut Object<'_>, structured: &Structured<'_>) {
        let kind = match structured.kind {
            StructuredKind::Entity => "entity",
            StructuredKind::Complex => "complex",
        };
        object.value("kind", kind);
        let base = structured.base.map(|base| self.resolved.get(base.ty).name.as_str());
        object.value("base", base);
        if let Some(base) = structured.base {
            self.write_evidence(object, "base_src", "base_at", base.evidence);
        }
        for ([key, kind, place], stated) in [
            (["abstract", "abstract_src", "abstract_at"], structured.is_abstract),
            (["open", "open_src", "open_at"], structured.is_open),
        ] {
            object.value(key, stated.is_some());
            stated.into_iter().for_each(|evidence| self.write_evidence(object, kind, place, evidence));
        }
        object.value("key", structured.key.iter().map(|key| key.value.as_ref()).collect::<Vec<&str>>());
        if let Some(key) = structured.key.first() {
            self.write_evidence(object, "key_src", "key_at", key.evidence);
        }
        object.object("properties", |properties| {
            for property in &structured.properties {
                properties.line(&property.name, |line| self.write_property(line, property));
            }
        });
        object.object("members", |_| {});
    }

    fn write_property(&self, line: &mut Object<'_>, property: &Property<'_>) {
        line.value("type", self.resolved.name_of(property.ty))
            .value("collection", property.collection)
            .value("navigation", property.navigation);
        write_facts(line, property.facts);
        self.write_evidence(line, "evidence", "at", property.evidence);
        if property.type_evidence.kind != property.evidence.kind {
            self.write_evidence(line, "type_src", "type_at", property.type_evidence);
        }
    }

    fn write_origin(&self, object: &mut Object<'_>, ty: &Type<'_>) {
        if let Some(deprecation) = ty.deprecated {
            write_deprecation(object, deprecation);
        }
        let pages: Vec<&str> = ty.pages.iter().filter_map(|page| self.file_name(*page)).collect();
        object.value("page", pages.first());
        if pages.len() > 1 {
            object.value("pages", pages);
        }
        self.write_evidence(object, "evidence", "at", ty.evidence);
    }

    fn write_evidence(&self, object: &mut Object<'_>, kind: &str, place: &str, evidence: Evidence) {
        object.value(kind, evidence.kind.as_str());
        if let Some(at) = self.place(evidence.span) {
            object.value(place, at);
        }
    }

    /// `page.md:12`.
    fn place(&self, span: Span) -> Option<String> {
        let line = self.sources.get(span.source)?.line(span.range().start);
        Some(format!("{}:{line}", self.file_name(span.source)?))
    }

    fn file_name(&self, source: SourceId) -> Option<&str> {
        self.sources.get(source).map(Source::file_name)
    }
}

fn write_enum(object: &mut Object<'_>, enumeration: &Enumeration<'_>) {
    object.value("kind", "enum").value("base", ()).value("abstract", false).value("open", false);
    object.value("key", [(); 0]).value("flags", enumeration.is_flags);
    object.object("properties", |_| {});
    object.object("members", |members| {
        for member in &enumeration.members {
            members.value(&member.name, member.value);
        }
    });
    let deprecated = || enumeration.members.iter().filter_map(|member| Some((&member.name, member.deprecated?)));
    if deprecated().next().is_some() {
        object.object("deprecated_members", |members| {
            for (name, deprecation) in deprecated() {
                members.line(name, |line| write_deprecation(line, deprecation));
            }
        });
    }
}

/// Only what is said: most properties have no facts, and the file is long enough.
fn write_facts(line: &mut Object<'_>, facts: &Facts<'_>) {
    for (key, holds) in
        [("read_only", facts.read_only), ("required", facts.required), ("only_on_select", facts.only_on_select)]
    {
        if holds {
            line.value(key, true);
        }
    }
    if let Some(default) = &facts.default {
        line.value("default", default.as_ref());
    }
    if let Some(operators) = &facts.filter {
        line.value("filter", operators.as_slice());
    }
    if let Some(max_length) = facts.max_length {
        line.value("max_length", max_length);
    }
    if let Some(deprecation) = &facts.deprecated {
        write_deprecation(line, deprecation);
    }
}

/// The sentence that says so, or just that it is so; since when, and when it will be gone.
fn write_deprecation(object: &mut Object<'_>, Deprecation { note, since, removal, .. }: &Deprecation) {
    match note.as_str() {
        "" => object.value("deprecated", true),
        note => object.value("deprecated", note),
    };
    for (key, day) in [("deprecated_since", since), ("removal", removal)] {
        if let Some(day) = day {
            object.value(key, day.to_string());
        }
    }
}
