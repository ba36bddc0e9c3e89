//! The whole way, from pages to Rust: this file is the map of the crate.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use xxhash_rust::xxh3::Xxh3;

use crate::diagnostic::rules::{NO_TYPES, UNREADABLE_FILE};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::emit::{self, EmitOptions, Support};
use crate::fixups;
use crate::lint;
use crate::lower;
use crate::parallel;
use crate::resolve::{self, Resolved};
use crate::source::{Sources, Span, Version};

pub use crate::emit::{Conversions, Library, RustFile, is_module_name};
pub use crate::resolve::{TypeId, UnknownSelection};

/// What is to be made of the pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The version that the pages describe.
    pub version: Version,
    /// The types to make bindings of, with all that they need; all types if empty.
    pub select: Vec<String>,
    /// The path of a support module that exists elsewhere; one is written beside the bindings if `None`.
    pub support: Option<String>,
    /// The conversions that the support module has, if it is written beside the bindings.
    pub conversions: Conversions,
    /// Whether structs have a method `with_…` per property, and enums over derived types one `as_…_mut` per variant.
    pub setters: bool,
}

/// Why there are no bindings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stopped {
    /// No page defines a type, as the diagnostics say.
    NoTypes,
    /// Types that the options name and the pages don't define.
    Unknown(Vec<UnknownSelection>),
}

/// Whether `text` can be the path of a support module.
#[must_use]
pub fn is_support_path(text: &str) -> bool {
    Support::is_path(text)
}

/// Makes bindings of all pages. `also` sees the resolved schema on the way, and which types of it were selected, if not
/// all: to count, or to draw them.
///
/// A page that can't be understood costs that page alone, so there are bindings even where `cx` holds errors.
///
/// # Errors
///
/// If no page defines a type, or `options` select one that no page defines.
pub fn run<R: Send>(
    sources: &Sources,
    options: &Options,
    cx: &mut Diagnostics,
    also: impl FnOnce(&Resolved<'_>, Option<&BTreeSet<TypeId>>) -> R + Send,
) -> Result<(Vec<RustFile>, R), Stopped> {
    let known_hash = OnceLock::new();
    let input_hash = || *known_hash.get_or_init(|| hash(sources, options));
    let make = || {
        resolve_docs(sources, cx, |resolved| {
            if resolved.types().len() == 0 {
                return Err(Stopped::NoTypes);
            }
            let chosen = match options.select.as_slice() {
                [] => None,
                names => Some(resolve::select(resolved, names).map_err(Stopped::Unknown)?),
            };
            let emit_options = EmitOptions {
                api_version: options.version.as_str(),
                selection: chosen,
                support: options.support.clone().map_or(Support::Copied, Support::Path),
                setters: options.setters,
                conversions: options.conversions.clone(),
                input_hash: input_hash(),
            };
            Ok((emit::emit(resolved, &emit_options), also(resolved, emit_options.selection.as_ref())))
        })
    };
    // All pages go into the hash, one after another: that can be done beside reading them.
    parallel::join(make, input_hash).0
}

/// Reads and resolves all pages, and hands the result to `then`.
pub fn resolve_docs<R>(sources: &Sources, cx: &mut Diagnostics, then: impl FnOnce(&Resolved<'_>) -> R) -> R {
    report_unreadable(sources, cx);
    let mut schema = lower::lower(sources, cx);
    fixups::apply(&mut schema, sources, cx);
    let resolved = resolve::resolve(&schema, cx);
    lint::check(&resolved, cx);
    if resolved.types().len() == 0 {
        report_no_types(sources, cx);
    }
    let result = then(&resolved);
    drop(resolved);
    parallel::discard(schema.structured);
    result
}

fn report_unreadable(sources: &Sources, cx: &mut Diagnostics) {
    for (id, source) in sources.iter() {
        if let Some(why) = &source.unreadable {
            cx.report(Diagnostic::new(
                &UNREADABLE_FILE,
                format!("this file can't be read: {why}"),
                Span::new(id, 0, 0),
                "",
            ));
        }
    }
}

fn report_no_types(sources: &Sources, cx: &mut Diagnostics) {
    let Some((first, _)) = sources.iter().next() else { return };
    let message = match sources.pages().count() {
        1 => "the only page defines no type".to_owned(),
        pages => format!("none of {pages} pages defines a type"),
    };
    let nothing = Diagnostic::new(&NO_TYPES, message, Span::new(first, 0, 0), "the first page");
    cx.report(nothing.with_help("is this the right folder? resource pages lie in `api-reference/beta/resources`"));
}

/// A number that changes whenever the pages or the options do (XXH3), and that neither paths nor the machine show in.
fn hash(sources: &Sources, options: &Options) -> u64 {
    let mut hash = Xxh3::new();
    let mut add = |text: &str| {
        hash.update(text.as_bytes());
        // No text has it, so that where one ends shows.
        hash.update(&[0xff]);
    };
    for (_, source) in sources.iter() {
        add(source.file_name());
        // Where line ends are converted on checking out, the first line's is, too; it is the same page nevertheless.
        match source.text.find('\n').is_some_and(|end| source.text[..end].ends_with('\r')) {
            true => add(&source.text.replace("\r\n", "\n")),
            false => add(&source.text),
        }
    }
    // Named one by one, so that no new option is forgotten.
    let Options { version, select, support, conversions, setters } = options;
    add(version.as_str());
    add(&select.len().to_string());
    select.iter().for_each(|name| add(name));
    add(support.as_deref().unwrap_or_default());
    add(if *setters { "setters" } else { "" });
    match conversions {
        Conversions::ByFeature => add("by feature"),
        Conversions::With(libraries) => libraries.iter().for_each(|library| add(library.as_str())),
    }
    hash.digest()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain() -> Options {
        Options {
            version: Version::Beta,
            select: Vec::new(),
            support: None,
            conversions: Conversions::ByFeature,
            setters: false,
        }
    }

    #[test]
    fn line_ends_and_byte_order_marks_dont_show_in_the_hash() {
        let hash_of = |text| hash(&Sources::from_texts([("a.md", text)]), &plain());
        assert_eq!(hash_of("\u{feff}# a\r\n\r\nb\r\n"), hash_of("# a\n\nb\n"));
        assert_ne!(hash_of("# a\n\nb\n"), hash_of("# a\nb\n"));
    }

    #[test]
    fn everything_shows_in_the_hash() {
        let plain = plain();
        let name = || "crate::a".to_owned();
        let one = BTreeSet::from([Library::Uuid]);
        let all_options = [
            plain.clone(),
            Options { version: Version::V1_0, ..plain.clone() },
            Options { select: vec![name()], ..plain.clone() },
            Options { support: Some(name()), ..plain.clone() },
            Options { conversions: Conversions::With(BTreeSet::new()), ..plain.clone() },
            Options { conversions: Conversions::With(one), ..plain.clone() },
            Options { setters: true, ..plain.clone() },
        ];
        let pages = [("a.md", "a"), ("b.md", "a"), ("b.md", "b")];
        let mut seen = BTreeSet::new();
        for options in &all_options {
            seen.extend(pages.map(|page| hash(&Sources::from_texts([page]), options)));
        }
        assert_eq!(seen.len(), all_options.len() * pages.len());
    }
}
