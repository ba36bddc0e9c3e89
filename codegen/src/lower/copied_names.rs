//! Metadata that name another type than their page is about, mostly because they were copied: `teamsapp.md` of 2018 is
//! about `teamsApp`, and its metadata name `team`, which has a page of its own.
//!
//! Or they misspell what title and file agree on, or have the name of what the type holds: those of
//! `conditionalaccessexternaltenants.md` name the enum of its only property. Otherwise metadata are right: `chart.md`
//! is about `workbookChart`, which has no other page.
//!
//! Titles are copied, too. Then metadata and file agree on another name, and the metadata are right.

use crate::diagnostic::rules::CONFLICTING_NAME;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::hash::{HashMap, HashSet};
use crate::model::name::may_be_same;
use crate::model::{
    EvidenceKind, NamedRef, PageEntry, PageName, Property, QualifiedName, Schema, Spanned, StructuredType,
};
use crate::source::SourceId;
use crate::spelling::is_misspelt;

use super::{Context, Definitions, definition};

/// The name in the title of an English page, where the metadata have another one, and one of the two is the file's.
pub(super) fn of_title(context: &Context<'_, '_>, definitions: &Definitions<'_>) -> Option<Spanned<QualifiedName>> {
    let [defined] = definitions.structured.as_slice() else { return None };
    if context.language.is_translated() || !context.title.is_type || defined.named_by != EvidenceKind::Metadata {
        return None;
    }
    let titled = definition::name_of_title(context)?;
    let [title, metadata] = [titled.value.name(), defined.name.value.name()].map(str::to_ascii_lowercase);
    let file = PageName::of_file(context.file_name()).last_part();
    (!may_be_same(&title, &metadata) && (title == file || metadata == file)).then_some(titled)
}

/// Calls types as their titles do, where the name in the metadata is that of a type with a page of its own, or that of
/// a row's type. `titled` holds [`of_title`] for each page.
pub(super) fn restore(schema: &mut Schema<'_>, titled: &[Option<Spanned<QualifiedName>>], cx: &mut Diagnostics) {
    if titled.iter().all(Option::is_none) {
        return;
    }
    // Types whose own pages have lost their names to such metadata count, too.
    let names = at_home(schema);
    let titles = schema.pages.iter().zip(titled).filter_map(|(entry, titled)| Some((entry, &titled.as_ref()?.value)));
    let titles = titles.filter(|(entry, titled)| is_called(entry, titled)).map(|(_, titled)| titled);
    let at_home: HashSet<String> = names.chain(titles).map(QualifiedName::key).collect();
    let by_page: HashMap<SourceId, usize> =
        schema.structured.iter().enumerate().map(|(at, ty)| (ty.name.span.source, at)).collect();
    for (entry, titled) in schema.pages.iter_mut().zip(titled) {
        let Some(titled) = titled else { continue };
        if !is_called(entry, &titled.value) {
            if at_home.contains(&titled.value.key()) {
                report_title(entry, titled, "which has a page of its own", cx);
            } else if entry.defines.as_ref().is_some_and(|name| is_misspelt(titled.value.name(), name.name())) {
                report_title(entry, titled, "which is misspelt", cx);
            }
            continue;
        }
        let Some(copied) = entry.defines.as_mut() else { continue };
        let Some(ty) = by_page.get(&entry.source).and_then(|at| schema.structured.get_mut(*at)) else { continue };
        let (name, copied_name) = (titled.value.name(), copied.name());
        let reason = match holds(ty, copied_name, &entry.file_name) {
            _ if at_home.contains(&copied.key()) => "which has a page of its own",
            true => "which is what it holds",
            _ if is_misspelt(copied_name, name) => "which is misspelt",
            false => continue,
        };
        let message = format!("the metadata name `{copied_name}`, {reason}, on the page of `{name}`");
        let found = Diagnostic::new(&CONFLICTING_NAME, message, ty.name.span, "passed over");
        cx.report(found.with_label(titled.span, "the title is taken").with_help("correct `@odata.type`"));
        ty.name = titled.clone();
        ty.named_by = EvidenceKind::Name;
        *copied = titled.value.clone();
    }
}

/// Reports a title with the name of another type, or of none.
fn report_title(entry: &PageEntry, titled: &Spanned<QualifiedName>, reason: &str, cx: &mut Diagnostics) {
    let Some(defined) = &entry.defines else { return };
    let (copied, name) = (titled.value.name(), defined.name());
    let message = format!("the title names `{copied}`, {reason}, on the page of `{name}`");
    let found = Diagnostic::new(&CONFLICTING_NAME, message, titled.span, "the metadata are taken");
    cx.report(found.with_help("correct the title"));
}

/// Whether a row of the type, whose page is `file`, is of an enum called `name`. Objects may hold others of their own
/// type, so nothing but enums counts.
fn holds(ty: &StructuredType<'_>, name: &str, file: &str) -> bool {
    let page = PageName::of_file(file).last_part();
    let is_it = |row: &Property<'_>, named: &NamedRef<'_>| {
        let leads_here = named.link().page().is_some_and(|to| to.last_part().eq_ignore_ascii_case(page));
        let is_enum = named.target.contains('#') || !row.possible_values.is_empty();
        named.short_name().eq_ignore_ascii_case(name) && is_enum && !leads_here
    };
    ty.properties.iter().any(|row| row.type_ref.reference.named().is_some_and(|named| is_it(row, named)))
}

/// The types whose pages are called like them.
pub(super) fn at_home<'p>(schema: &'p Schema<'_>) -> impl Iterator<Item = &'p QualifiedName> {
    schema.pages.iter().flat_map(|entry| entry.defines.iter().filter(|name| is_called(entry, name)))
}

/// Whether the file of a page is called like a type.
pub(super) fn is_called(entry: &PageEntry, name: &QualifiedName) -> bool {
    name.name().eq_ignore_ascii_case(PageName::of_file(&entry.file_name).last_part())
}
