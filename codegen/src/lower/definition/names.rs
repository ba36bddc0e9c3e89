//! What the type that a page is about is called.
//!
//! The metadata tell, and the title only where they don't: titles of Excel's pages say `Chart` for `workbookChart`.

use crate::diagnostic::rules::{CONFLICTING_NAME, INVALID_TYPE_NAME, NAME_CASE, UNNAMED_TYPE};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::lower::json::metadata::ResourceBlock;
use crate::lower::{Context, conflicting_names, json, namespace};
use crate::model::name::is_qualified_identifier;
use crate::model::namespace::ROOT;
use crate::model::{EvidenceKind, PageName, QualifiedName, Spanned};
use crate::page::Json;

/// A type's name, and what kind of statement it was read from.
type Name = (Spanned<QualifiedName>, EvidenceKind);

/// The name of the type that the metadata in `block` are about, with the JSON representation behind them.
pub(super) fn name_of_block(
    context: &Context<'_, '_>,
    block: &ResourceBlock<'_, '_>,
    json: Option<&Json<'_>>,
    cx: &mut Diagnostics,
) -> Option<Name> {
    let valid = |name: &Spanned<&str>| is_qualified_identifier(name.value.trim_start_matches('#'));
    if let Some(name) = block.type_name() {
        if valid(&name) {
            let full = with_capitals(context, qualified(context, name)?, cx);
            if let Some(by_json) = outvoted(context, &full, json, cx) {
                return Some((by_json, EvidenceKind::Json));
            }
            conflicting_names::report_namespace(context, &name, cx);
            return Some((full, EvidenceKind::Metadata));
        }
        let message = format!("`{}` is not the name of a type", name.value);
        let label = "expected a name such as `microsoft.graph.user`";
        cx.report(Diagnostic::new(&INVALID_TYPE_NAME, message, name.span, label));
    }
    if let Some(name) = json.and_then(json::representation::type_name).filter(valid) {
        return Some((qualified(context, name)?, EvidenceKind::Json));
    }
    let message = "this resource block does not name its type";
    let label = "`@odata.type` is missing; the title decides";
    cx.report(Diagnostic::new(&UNNAMED_TYPE, message, block.metadata.span, label));
    Some((name_of_title(context)?, EvidenceKind::Name))
}

/// The name in the JSON representation, if title and file agree with it, and the metadata have `another`:
/// `accessPackageAttribute` on `accesspackageresourceattribute.md`, to which other pages link by its own name.
fn outvoted(
    context: &Context<'_, '_>,
    another: &Spanned<QualifiedName>,
    json: Option<&Json<'_>>,
    cx: &mut Diagnostics,
) -> Option<Spanned<QualifiedName>> {
    let title = context.title.short_name()?;
    if title.eq_ignore_ascii_case(another.value.name()) {
        return None;
    }
    let name = name_of_json(context, json?)?;
    if !title.eq_ignore_ascii_case(name.value.name()) {
        return None;
    }
    let message = format!("the metadata name `{}` on the page of `{}`", another.value.name(), name.value.name());
    let found = Diagnostic::new(&CONFLICTING_NAME, message, another.span, "passed over");
    let label = "the title and the JSON representation are taken";
    cx.report(found.with_label(name.span, label).with_help("correct `@odata.type`"));
    Some(name)
}

/// The name in full. Where the metadata leave out the namespace that the page states, it is added
/// (`microsoft.graph.task` on a page of `microsoft.graph.identityGovernance`).
fn qualified(context: &Context<'_, '_>, name: Spanned<&str>) -> Option<Spanned<QualifiedName>> {
    let parsed = QualifiedName::parse(name.value, &context.namespace)?;
    let lacks = parsed.namespace().is_root() && namespace::is_below_root(&context.namespace);
    let full = if lacks { QualifiedName::new(&context.namespace, parsed.name()) } else { parsed };
    Some(Spanned::new(full, name.span))
}

/// The name as the title spells it, if the metadata have lost all capitals: `recurrencePattern` for
/// `recurrencepattern`. A capital in front isn't part of the name (`Photo` on `photo.md`).
fn with_capitals(
    context: &Context<'_, '_>,
    name: Spanned<QualifiedName>,
    cx: &mut Diagnostics,
) -> Spanned<QualifiedName> {
    let written = name.value.name();
    let Some(title) = context.title.short_name().filter(|title| title.eq_ignore_ascii_case(written)) else {
        return name;
    };
    let has_capitals = |name: &str| name.bytes().skip(1).any(|b| b.is_ascii_uppercase());
    let is_shouted = !title.bytes().any(|b| b.is_ascii_lowercase());
    if has_capitals(written) || !has_capitals(title) || is_shouted {
        return name;
    }
    let better = QualifiedName::new(&name.value.namespace(), &format!("{}{}", &written[..1], &title[1..]));
    let message = format!("the type `{written}` is taken for `{}`", better.name());
    let differs = Diagnostic::new(&NAME_CASE, message, name.span, "spelled in another way here");
    cx.report(differs.with_label(context.title.span, "spelled so here"));
    Spanned::new(better, name.span)
}

/// The name in the title.
pub(in crate::lower) fn name_of_title(context: &Context<'_, '_>) -> Option<Spanned<QualifiedName>> {
    let name = context.title.name.as_deref()?;
    let full = QualifiedName::parse(name, &context.namespace)?;
    Some(Spanned::new(full, context.title.span))
}

/// The name in the JSON of a page without metadata, if the file is called so; else the JSON may be an example of a
/// derived type.
pub(super) fn name_of_json(context: &Context<'_, '_>, json: &Json<'_>) -> Option<Spanned<QualifiedName>> {
    let name = json::representation::type_name(json)?;
    let name = Spanned::new(name.value.trim_start_matches('#'), name.span);
    if !is_qualified_identifier(name.value) || !name.value.starts_with(ROOT) {
        return None;
    }
    let full = qualified(context, name)?;
    let is_called_so = full.value.name().eq_ignore_ascii_case(PageName::of_file(context.file_name()).last_part());
    is_called_so.then_some(full)
}

/// The singular that the file is called, where the title has a plural: `accounts resource type` on
/// `dynamics-account.md`.
pub(super) fn singular(context: &Context<'_, '_>, name: &QualifiedName) -> QualifiedName {
    let called = PageName::of_file(context.file_name()).last_part();
    let written = name.name();
    let shorter =
        [written.strip_suffix('s').map(str::to_owned), written.strip_suffix("ies").map(|stem| format!("{stem}y"))];
    let found = shorter.into_iter().flatten().find(|shorter| shorter.eq_ignore_ascii_case(called));
    found.map_or_else(|| name.clone(), |found| QualifiedName::new(&name.namespace(), &found))
}
