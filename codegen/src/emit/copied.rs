//! The hand-written files that bindings come with.

use std::borrow::Cow;

use super::conversions::{Conversions, Library};

/// A file as it is compiled into the generator.
struct Copied {
    /// Its place in the output.
    path: &'static str,
    text: &'static str,
}

/// The files of `support` that come to stand in a folder of the bindings, all under the names they have.
macro_rules! copied {
    ($folder:literal: $($source:literal)*) => {
        &[$(Copied { path: concat!($folder, $source), text: include_str!(concat!("../../support/", $source)) }),*]
    };
}

const ROOT: &[Copied] = copied!("": "support.rs");

const SUPPORT: &[Copied] = copied! { "support/":
    "additional.rs"
    "base64.rs"
    "buffer.rs"
    "cast.rs"
    "changes.rs"
    "collection.rs"
    "compare.rs"
    "conversions.rs"
    "conversions/clock.rs"
    "decimal.rs"
    "element.rs"
    "field.rs"
    "fill.rs"
    "flags.rs"
    "foreign.rs"
    "forms.rs"
    "number.rs"
    "object.rs"
    "patch.rs"
    "path.rs"
    "place.rs"
    "read.rs"
    "reflect.rs"
    "refusal.rs"
    "rest.rs"
    "scalar.rs"
    "see.rs"
    "seen.rs"
    "slot.rs"
    "table.rs"
    "union.rs"
    "value.rs"
    "visit.rs"
    "write.rs"
};

const CHRONO: &[Copied] = copied!("support/": "conversions/chrono.rs");
const JIFF: &[Copied] = copied!("support/": "conversions/jiff.rs");
const TIME: &[Copied] = copied!("support/": "conversions/time.rs");
const UUID: &[Copied] = copied!("support/": "conversions/uuid.rs");

/// The only one that is called otherwise here: tests take it by its path, and what it declares lies beside such a file.
const MACROS_ROOT: Copied = Copied { path: "tables/macros.rs", text: include_str!("../../support/macros/mod.rs") };

const MACROS: &[Copied] = copied! { "tables/":
    "macros/hierarchy.rs"
    "macros/object.rs"
    "macros/setters.rs"
    "macros/texts.rs"
};

/// The paths and texts of the support module.
pub(super) fn support(conversions: &Conversions) -> impl Iterator<Item = (&'static str, Cow<'static, str>)> {
    let chosen = Library::ALL.into_iter().filter(|library| conversions.has(*library));
    ROOT.iter().chain(SUPPORT).chain(chosen.flat_map(for_library)).map(|file| match file.path {
        "support/conversions.rs" => (file.path, conversions.declare(file.text).into()),
        path => (path, file.text.into()),
    })
}

fn for_library(library: Library) -> &'static [Copied] {
    match library {
        Library::Chrono => CHRONO,
        Library::Jiff => JIFF,
        Library::Time => TIME,
        Library::Uuid => UUID,
    }
}

/// The path and text of the macros.
pub(super) fn macros() -> impl Iterator<Item = (&'static str, Cow<'static, str>)> {
    std::iter::once(&MACROS_ROOT).chain(MACROS).map(|file| (file.path, file.text.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_module_of_the_support_module_is_copied() {
        let files = || SUPPORT.iter().filter(|file| !file.path.starts_with("support/conversions/"));
        let copied: Vec<&str> = files().map(|file| file.path).collect();
        let [Copied { text, .. }] = ROOT else { panic!("the support module is one file") };
        let module = |line: &'static str| line.trim_start_matches("pub ").strip_prefix("mod ")?.strip_suffix(';');
        let modules = text.lines().filter_map(module);
        let expected: Vec<String> = modules.map(|module| format!("support/{module}.rs")).collect();
        assert_eq!(copied, expected);
    }
}
