//! What each room makes of some pages, as short text: for our own tests, whose reviewers should see at a glance which
//! room changed its mind.

use std::fmt::Write;

use crate::diagnostic::{Diagnostics, render};
use crate::lower;
use crate::model::{Claim, EnumType, NamedRef, Property, Reference, Run, Schema, StructuredType};
use crate::page::{self, Block, InlineKind, Inlines, Page};
use crate::pipeline::{self, Options};
use crate::report::{explain::facts, ir};
use crate::resolve::{Resolved, TypeKind};
use crate::source::{Sources, Version};

/// The pages as blocks.
#[must_use]
pub fn pages(sources: &Sources) -> String {
    let mut out = String::new();
    for (id, source) in sources.pages() {
        let _ = writeln!(out, "== {}", source.file_name());
        outline(&page::parse(id, source), &mut out);
    }
    out
}

/// What the pages claim.
#[must_use]
pub fn schema(sources: &Sources) -> String {
    let mut cx = Diagnostics::new();
    let schema = lower::lower(sources, &mut cx);
    claims(&schema)
}

/// What was decided: the IR, and the names of the Rust.
#[must_use]
pub fn resolved(sources: &Sources) -> String {
    let mut cx = Diagnostics::new();
    let decided =
        |resolved: &Resolved<'_>| ir::to_json(resolved, sources, Version::Beta) + "\n" + &rust_names(resolved);
    pipeline::resolve_docs(sources, &mut cx, decided)
}

/// Everything that is reported on the way to Rust.
#[must_use]
pub fn diagnostics(sources: &Sources) -> String {
    let mut cx = Diagnostics::new();
    let stopped = pipeline::run(sources, &Options::new(Version::Beta), &mut cx).err();
    let mut out = String::new();
    for diagnostic in cx.sorted() {
        let _ = writeln!(out, "{}\n", render(diagnostic, sources, false));
    }
    if stopped.is_some() {
        out.push_str("stopped: nothing comes out\n");
    }
    out
}

/// The Rust, but for the files that are the same for all: `path` and text of each.
#[must_use]
pub fn rust(sources: &Sources) -> Vec<(String, String)> {
    let files = pipeline::run(sources, &Options::new(Version::Beta), &mut Diagnostics::new());
    files.unwrap_or_default().into_iter().map(|file| (file.path, file.text)).collect()
}

fn outline(page: &Page<'_>, out: &mut String) {
    for entry in &page.front_matter {
        let _ = writeln!(out, "{}: {}", entry.key, entry.value);
    }
    for section in &page.sections {
        if let Some(heading) = &section.heading {
            let anchor = heading.anchor.map(|anchor| format!(" #{anchor}")).unwrap_or_default();
            let id = heading.id.map(|id| format!(" {{#{id}}}")).unwrap_or_default();
            let _ = writeln!(out, "{} {}{anchor}{id}", "#".repeat(usize::from(heading.level)), words(&heading.text));
        }
        for block in &section.blocks {
            let _ = match block {
                Block::Paragraph(text) => writeln!(out, "  {}", words(text)),
                Block::ListItem(text) => writeln!(out, "  - {}", words(text)),
                Block::Quote(text) => writeln!(out, "  > {}", words(text)),
                Block::Code(code) => writeln!(out, "  ``` {:?}", code.text),
                Block::Comment(comment) => writeln!(out, "  <!-- {:?}", comment.text),
                Block::Table(table) => {
                    let row = |cells: &[Inlines<'_>]| cells.iter().map(words).collect::<Vec<_>>().join(" | ");
                    let _ = writeln!(out, "  |= {}", row(&table.header));
                    table.rows.iter().try_for_each(|cells| writeln!(out, "  |  {}", row(&cells.cells)))
                }
            };
        }
    }
}

fn words(text: &Inlines<'_>) -> String {
    let piece = |piece: &page::Inline<'_>| match &piece.kind {
        InlineKind::Text => piece.text.replace('\n', " "),
        InlineKind::Code => format!("`{}`", piece.text),
        InlineKind::Link(target) => format!("[{}]({target})", piece.text),
        InlineKind::Break => "<br>".to_owned(),
    };
    text.pieces.iter().map(piece).collect()
}

fn claims(schema: &Schema<'_>) -> String {
    let mut out = String::new();
    for ty in &schema.structured {
        structured(ty, &mut out);
    }
    for ty in &schema.enums {
        enumeration(ty, &mut out);
    }
    out
}

fn structured(ty: &StructuredType<'_>, out: &mut String) {
    let _ = writeln!(out, "type {} (by {})", ty.name.value, ty.named_by.as_str());
    for base in &ty.bases {
        let _ = writeln!(out, "  base {}", claim(base));
    }
    for derived in &ty.derived {
        let _ = writeln!(out, "  derived {}", claim(derived));
    }
    for (what, claims) in [("abstract", &ty.is_abstract), ("open", &ty.is_open)] {
        for claim in claims {
            let _ = writeln!(out, "  {what} {} by {}", claim.value, claim.evidence.kind.as_str());
        }
    }
    let keys: Vec<&str> = ty.key.iter().map(|key| key.value.as_ref()).collect();
    let complex = if ty.is_called_complex { ", called complex" } else { "" };
    let _ = writeln!(out, "  key {keys:?}, methods {}{complex}", ty.has_methods);
    if let Some(deprecated) = &ty.deprecated {
        let _ = writeln!(out, "  deprecated {:?}", deprecated.note);
    }
    for property in &ty.properties {
        row(property, out);
    }
    for member in &ty.sample {
        let ty = type_of(&member.reference, member.collection);
        let _ = writeln!(out, "  sample {}: {ty}", member.name.value);
    }
}

fn row(property: &Property<'_>, out: &mut String) {
    let ty = type_of(&property.type_ref.reference, property.type_ref.collection);
    let kind = if property.navigation { "navigation" } else { "property" };
    let _ = write!(out, "  {kind} {}: {ty}", property.name.value);
    if let Some(from) = &property.inherited_from {
        let _ = write!(out, " from {}", reference(from));
    }
    if !property.possible_values.is_empty() {
        let values: Vec<&str> = property.possible_values.iter().map(|value| value.value.as_ref()).collect();
        let _ = write!(out, " {values:?}");
    }
    if property.says_flags {
        out.push_str(" of flags");
    }
    let facts = facts(&property.facts);
    if !facts.is_empty() {
        let _ = write!(out, " {{{facts}}}");
    }
    out.push('\n');
}

fn enumeration(ty: &EnumType<'_>, out: &mut String) {
    let flags = if ty.says_flags { ", flags" } else { "" };
    let _ = writeln!(out, "enum {} (by name{flags})", ty.name.value);
    for member in &ty.members {
        let number = member.value.map(|value| format!(" = {value}")).unwrap_or_default();
        let docs: String = member.docs.paragraphs.iter().flatten().map(run).collect();
        let _ = writeln!(out, "  {}{number} {docs}", member.name.value);
    }
}

fn run(run: &Run<'_>) -> String {
    match run {
        Run::Text(text) | Run::Code(text) | Run::Link { text, .. } => text.to_string(),
        Run::Break => " ".to_owned(),
    }
}

fn claim(claim: &Claim<NamedRef<'_>>) -> String {
    format!("{} by {}", reference(&claim.value), claim.evidence.kind.as_str())
}

fn type_of(shown: &Reference<'_>, collection: bool) -> String {
    let name = match shown {
        Reference::Primitive(primitive) => primitive.edm_name().to_owned(),
        Reference::Named(named) => reference(named),
        Reference::Unreadable => "?".to_owned(),
    };
    if collection { name + "[]" } else { name }
}

fn reference(named: &NamedRef<'_>) -> String {
    let target = if named.target.is_empty() { String::new() } else { format!("({})", named.target) };
    format!("{}{target}", named.text)
}

fn rust_names(resolved: &Resolved<'_>) -> String {
    let mut out = String::new();
    for (id, ty) in resolved.types() {
        let module: String = resolved.module(ty.module).path.iter().map(|ident| format!("{ident}::")).collect();
        let _ = write!(out, "{} => {module}{}", ty.name, ty.ident);
        match &ty.kind {
            TypeKind::Structured(structured) => {
                let _ = write!(out, " struct {}", structured.rust.record);
                if let Some(union) = &structured.rust.union {
                    let variants: Vec<String> =
                        union.variants.iter().map(|variant| variant.ident.to_string()).collect();
                    let _ = write!(out, ", enum {} {{ {} }}", union.ident, variants.join(", "));
                }
                for (_, property) in resolved.all_properties(id) {
                    let boxed = if property.boxed { " boxed" } else { "" };
                    let _ = write!(out, "\n    {}: {}{boxed}", property.ident, property.name);
                }
            }
            TypeKind::Enum(enumeration) => {
                let members: Vec<String> = enumeration.members.iter().map(|member| member.ident.to_string()).collect();
                let flags = if enumeration.is_flags { "flags " } else { "" };
                let _ = write!(out, " {flags}{{ {} }}", members.join(", "));
            }
            TypeKind::Undocumented => out.push_str(" opaque"),
        }
        out.push('\n');
    }
    out
}
