//! The rooms one by one. For the benchmarks each function does all that comes before it, and gives a number that keeps
//! the work from being optimised away; the tests look into the schema that comes of it.

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostics;
use crate::emit;
use crate::lower;
use crate::page;
use crate::parallel;
use crate::pipeline::{self, Options, RustFile, Stopped};
use crate::resolve::{Resolved, TypeId};
use crate::source::{Sources, Version};

pub use crate::report::{Counts, Summary};

/// Makes bindings of all pages; `also` sees the schema on the way, and which types of it were selected, if not all.
///
/// # Errors
///
/// As [`pipeline::run`] has them.
pub fn run_and<R: Send>(
    sources: &Sources,
    options: &Options,
    cx: &mut Diagnostics,
    also: impl FnOnce(&Resolved<'_>, Option<&BTreeSet<TypeId>>) -> R + Send,
) -> Result<(Vec<RustFile>, R), Stopped> {
    pipeline::run_and(sources, options, cx, also)
}

/// Reads and resolves all pages, and hands the schema to `then`.
pub fn resolve_docs<R: Send>(
    sources: &Sources,
    cx: &mut Diagnostics,
    then: impl FnOnce(&Resolved<'_>) -> R + Send,
) -> R {
    pipeline::resolve_docs(sources, cx, then)
}

/// `work` done on the text of every page, on as many threads as our own stages take.
#[must_use]
pub fn each_page<R: Send>(sources: &Sources, work: impl Fn(&str) -> R + Sync) -> Vec<R> {
    let found: Vec<_> = sources.pages().collect();
    parallel::map(&found, |(_, source)| work(&source.text))
}

/// The pages, each freed once it is read, as the next room does it.
#[must_use]
pub fn pages(sources: &Sources) -> usize {
    let found: Vec<_> = sources.pages().collect();
    parallel::map(&found, |(id, source)| page::parse(*id, source).sections.len()).into_iter().sum()
}

/// What the pages claim.
#[must_use]
pub fn schema(sources: &Sources) -> usize {
    lower::lower(sources, &mut Diagnostics::new()).structured.len()
}

/// What was decided.
#[must_use]
pub fn resolved(sources: &Sources) -> usize {
    pipeline::resolve_docs(sources, &mut Diagnostics::new(), |resolved| resolved.types().len())
}

/// The texts of the types.
#[must_use]
pub fn emitted(sources: &Sources, version: Version) -> usize {
    let options = Options::new(version);
    let emission = options.emission(None, 0);
    pipeline::resolve_docs(sources, &mut Diagnostics::new(), |resolved| emit::count(resolved, &emission))
}

/// Does `work` with this number of threads, however many cores there are.
pub fn on_threads<R: Send>(threads: usize, work: impl FnOnce() -> R + Send) -> R {
    parallel::on_threads(threads, work)
}
