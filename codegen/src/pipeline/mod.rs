//! The whole way, from pages to Rust: this file is the map of the crate.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use crate::diagnostic::rules::{NO_TYPES, UNREADABLE_FILE};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::emit::{self, Surface};
use crate::fixups;
use crate::lint;
use crate::lower;
use crate::parallel;
use crate::resolve::{self, Resolved, TypeId};
use crate::source::{SourceId, Sources, Span};

mod input_hash;
mod options;

use input_hash::input_hash;

pub use crate::emit::{Conversions, EmitOptions, FilePer, Library, Primitive, RustFile, Scalars};
pub(crate) use crate::emit::{is_module_name, is_module_path};
pub use crate::resolve::UnknownSelection;
pub use options::Options;

/// Why there are no bindings.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Stopped {
    /// No page defines a type, as the diagnostics say.
    NoTypes,
    /// Types that the options name and the pages don't define.
    Unknown(Vec<UnknownSelection>),
}

/// Makes bindings of all pages.
///
/// A page that can't be understood costs that page alone, so there are bindings even where `cx` holds errors. If
/// `options` select types, what is wrong with the pages of others is there too.
///
/// # Errors
///
/// If no page defines a type, or `options` select one that no page defines.
pub fn run(sources: &Sources, options: &Options, cx: &mut Diagnostics) -> Result<Vec<RustFile>, Stopped> {
    run_and(sources, options, cx, |_, _| ()).map(|(files, ())| files)
}

/// [`run`], with the pages that define the selected types and what they include, if not all types were selected.
pub(crate) fn run_with_pages(
    sources: &Sources,
    options: &Options,
    cx: &mut Diagnostics,
) -> Result<(Vec<RustFile>, Option<BTreeSet<SourceId>>), Stopped> {
    run_and(sources, options, cx, |resolved, chosen| chosen.map(|chosen| pages_of(sources, resolved, chosen)))
}

/// Reports what is wrong with the pages, as [`run`] does, and makes nothing of them.
pub fn check(sources: &Sources, cx: &mut Diagnostics) {
    resolve_docs(sources, cx, |_| ());
}

/// [`run`], where `also` sees the resolved schema on the way, and which types of it were selected, if not all: to count,
/// or to draw them.
pub(crate) fn run_and<R: Send>(
    sources: &Sources,
    options: &Options,
    cx: &mut Diagnostics,
    also: impl FnOnce(&Resolved<'_>, Option<&BTreeSet<TypeId>>) -> R + Send,
) -> Result<(Vec<RustFile>, R), Stopped> {
    let known_hash = OnceLock::new();
    let hash = || *known_hash.get_or_init(|| input_hash(sources, options));
    let make = || {
        resolve_docs(sources, cx, |resolved| {
            let (chosen, unknown) = choose(resolved, options).ok_or(Stopped::NoTypes)?;
            if !unknown.is_empty() {
                return Err(Stopped::Unknown(unknown));
            }
            let emission = options.emission(chosen, hash());
            Ok((emit::emit(resolved, &emission), also(resolved, emission.selection.as_ref())))
        })
    };
    // All pages go into the hash, one after another: that can be done beside reading them.
    parallel::join(make, hash).0
}

/// The pages that define the `chosen` types, with what they include.
pub(crate) fn pages_of(sources: &Sources, resolved: &Resolved<'_>, chosen: &BTreeSet<TypeId>) -> BTreeSet<SourceId> {
    sources.with_includes(chosen.iter().flat_map(|id| &resolved.get(*id).pages).copied().collect())
}

/// What code can name of the bindings of all pages; also the names among those selected that no page defines, for other
/// pages may. Nothing, if no page defines a type.
pub(crate) fn surface(
    sources: &Sources,
    options: &Options,
    cx: &mut Diagnostics,
) -> Option<(Surface, Vec<UnknownSelection>)> {
    resolve_docs(sources, cx, |resolved| {
        let (chosen, unknown) = choose(resolved, options)?;
        Some((emit::surface(resolved, &options.emission(chosen, 0)), unknown))
    })
}

/// The types that `options` select, if not all, and the names that stand for none. Nothing, if there is no type.
fn choose(resolved: &Resolved<'_>, options: &Options) -> Option<(Option<BTreeSet<TypeId>>, Vec<UnknownSelection>)> {
    if resolved.types().len() == 0 {
        return None;
    }
    if options.select.is_empty() {
        return Some((None, Vec::new()));
    }
    let (chosen, unknown) = resolve::select(resolved, &options.select);
    Some((Some(chosen), unknown))
}

/// Reads and resolves all pages, and hands the result to `then`.
pub(crate) fn resolve_docs<R: Send>(
    sources: &Sources,
    cx: &mut Diagnostics,
    then: impl FnOnce(&Resolved<'_>) -> R + Send,
) -> R {
    report_unreadable(sources, cx);
    let mut schema = lower::lower(sources, cx);
    fixups::apply(&mut schema, sources, cx);
    let resolved = resolve::resolve(&schema, cx);
    // Nothing waits for advice.
    let (result, ()) = parallel::join(|| then(&resolved), || lint::check(&resolved, sources, cx));
    if resolved.types().len() == 0 {
        report_no_types(sources, cx);
    }
    drop(resolved);
    parallel::discard(schema.structured);
    result
}

fn report_unreadable(sources: &Sources, cx: &mut Diagnostics) {
    for (id, source) in sources.iter() {
        if let Some(why) = &source.unreadable {
            let message = format!("this file can't be read: {why}");
            cx.report(Diagnostic::new(&UNREADABLE_FILE, message, Span::new(id, 0, 0), ""));
        }
    }
}

/// That files can't be read says enough, if there are no others.
fn report_no_types(sources: &Sources, cx: &mut Diagnostics) {
    if sources.pages().all(|(_, source)| source.unreadable.is_some()) {
        return;
    }
    let Some((first, _)) = sources.iter().next() else { return };
    let message = match sources.pages().count() {
        1 => "the only page defines no type".to_owned(),
        pages => format!("none of {pages} pages defines a type"),
    };
    let nothing = Diagnostic::new(&NO_TYPES, message, Span::new(first, 0, 0), "the first page");
    cx.report(nothing.with_help("is this the right folder? resource pages lie in `api-reference/beta/resources`"));
}
