//! The hand-written files that bindings come with.

use std::borrow::Cow;

use super::conversions::{Conversions, Library};

/// A file as it is compiled into the generator.
struct Copied {
    /// Its place in the output.
    path: &'static str,
    text: &'static str,
}

macro_rules! copied {
    ($($path:literal from $source:literal,)*) => {
        &[$(Copied { path: $path, text: include_str!(concat!("../../support/", $source)) },)*]
    };
}

const SUPPORT: &[Copied] = copied! {
    "support.rs" from "support.rs",
    "support/additional.rs" from "additional.rs",
    "support/base64.rs" from "base64.rs",
    "support/buffer.rs" from "buffer.rs",
    "support/cast.rs" from "cast.rs",
    "support/changes.rs" from "changes.rs",
    "support/collection.rs" from "collection.rs",
    "support/compare.rs" from "compare.rs",
    "support/conversions.rs" from "conversions.rs",
    "support/conversions/clock.rs" from "conversions/clock.rs",
    "support/decimal.rs" from "decimal.rs",
    "support/field.rs" from "field.rs",
    "support/fill.rs" from "fill.rs",
    "support/flags.rs" from "flags.rs",
    "support/forms.rs" from "forms.rs",
    "support/number.rs" from "number.rs",
    "support/object.rs" from "object.rs",
    "support/patch.rs" from "patch.rs",
    "support/path.rs" from "path.rs",
    "support/place.rs" from "place.rs",
    "support/read.rs" from "read.rs",
    "support/reflect.rs" from "reflect.rs",
    "support/scalar.rs" from "scalar.rs",
    "support/see.rs" from "see.rs",
    "support/seen.rs" from "seen.rs",
    "support/slot.rs" from "slot.rs",
    "support/table.rs" from "table.rs",
    "support/union.rs" from "union.rs",
    "support/value.rs" from "value.rs",
    "support/write.rs" from "write.rs",
};

const CHRONO: &[Copied] = copied! { "support/conversions/chrono.rs" from "conversions/chrono.rs", };
const JIFF: &[Copied] = copied! { "support/conversions/jiff.rs" from "conversions/jiff.rs", };
const TIME: &[Copied] = copied! { "support/conversions/time.rs" from "conversions/time.rs", };
const UUID: &[Copied] = copied! { "support/conversions/uuid.rs" from "conversions/uuid.rs", };

const MACROS: &[Copied] = copied! {
    "tables/macros.rs" from "macros/mod.rs",
    "tables/macros/hierarchy.rs" from "macros/hierarchy.rs",
    "tables/macros/object.rs" from "macros/object.rs",
    "tables/macros/setters.rs" from "macros/setters.rs",
    "tables/macros/texts.rs" from "macros/texts.rs",
};

/// The paths and texts of the support module.
pub(super) fn support(conversions: &Conversions) -> impl Iterator<Item = (&'static str, Cow<'static, str>)> {
    let chosen = Library::ALL.into_iter().filter(|library| conversions.has(*library));
    SUPPORT.iter().chain(chosen.flat_map(for_library)).map(|file| match file.path {
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
    MACROS.iter().map(|file| (file.path, file.text.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_module_of_the_support_module_is_copied() {
        let files = || SUPPORT.iter().filter(|file| !file.path.starts_with("support/conversions/"));
        let copied: Vec<&str> = files().map(|file| file.path).collect();
        let Copied { text, .. } = files().next().expect("the support module");
        let module = |line: &'static str| line.trim_start_matches("pub ").strip_prefix("mod ")?.strip_suffix(';');
        let modules = text.lines().filter_map(module);
        let mut expected: Vec<String> = modules.map(|module| format!("support/{module}.rs")).collect();
        expected.insert(0, "support.rs".to_owned());
        assert_eq!(copied, expected);
    }
}
