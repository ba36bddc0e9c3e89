//! How the types are divided into files.

use std::collections::BTreeMap;
use std::str::FromStr;

use crate::resolve::names::snake;

use super::render::Rendered;
use super::scope::Scope;

/// What each file of types holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum FilePer {
    /// All types of a namespace: a module is a file.
    #[default]
    Namespace,
    /// One type, or two where their files would be called the same; modules include them. What changes about a type is
    /// then easy to find in what was committed.
    Type,
}

impl FilePer {
    /// What the configuration calls it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Namespace => "namespace",
            Self::Type => "type",
        }
    }
}

impl FromStr for FilePer {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let known = [Self::Namespace, Self::Type].into_iter().find(|known| known.as_str() == text);
        known.ok_or_else(|| format!("there is no file per `{text}`, but per `namespace` or `type`"))
    }
}

/// The folder of such files, in that of the modules below their own.
pub(super) const FOLDER: &str = "types";

/// The types of a module by what the files are called that they have for themselves.
pub(super) fn by_file<'t>(scope: &Scope<'_, '_>, types: &'t [Rendered]) -> BTreeMap<String, Vec<&'t Rendered>> {
    let mut files: BTreeMap<String, Vec<&Rendered>> = BTreeMap::new();
    for ty in types {
        let name = snake(scope.resolved.get(ty.first).ident.as_str());
        files.entry(format!("{name}.rs")).or_default().push(ty);
    }
    files
}

#[cfg(test)]
mod tests {
    use super::FilePer;
    use crate::diagnostic::Diagnostics;
    use crate::pipeline::{self, EmitOptions, Options, RustFile};
    use crate::source::{Sources, Version};

    const PAGE: &str = "# quay resource type\n\nNamespace: microsoft.graph\n\nA place.\n\n## Properties\n\n\
                        |Property|Type|\n|:-|:-|\n|id|String|\n";

    fn bindings(file_per: FilePer) -> Vec<RustFile> {
        let named = |name: &str, namespace: &str| {
            PAGE.replace("quay", name).replace("microsoft.graph", &format!("microsoft.graph{namespace}"))
        };
        let pages = [
            ("tidegauge.md", named("tideGauge", "")),
            ("tide-gauge.md", named("tide_gauge", "")),
            ("harbours-berth.md", named("berth", ".harbours")),
            ("harbours-inner-lock.md", named("lock", ".harbours.inner")),
        ];
        let sources = Sources::from_texts(pages.iter().map(|(path, text)| (*path, text.as_str())));
        let emit = EmitOptions { file_per, ..EmitOptions::default() };
        let options = Options { emit, ..Options::new(Version::Beta) };
        pipeline::run(&sources, &options, &mut Diagnostics::new()).expect("types")
    }

    #[test]
    fn a_file_per_type_holds_what_modules_do_otherwise() {
        let (whole, parted) = (bindings(FilePer::Namespace), bindings(FilePer::Type));
        let text = |files: &[RustFile], path: &str| {
            files.iter().find(|file| file.path == path).map(|file| file.text.clone()).unwrap_or_default()
        };
        for (module, file, path, types) in [
            ("mod.rs", "types/tide_gauge.rs", "types/tide_gauge.rs", 2),
            ("harbours.rs", "harbours/types/berth.rs", "harbours/types/berth.rs", 1),
            ("harbours/inner.rs", "harbours/inner/types/lock.rs", "inner/types/lock.rs", 1),
        ] {
            let (including, included) = (text(&parted, module), text(&parted, file));
            let items = included.split_once('\n').map(|(_, items)| items).unwrap_or_default();
            assert_eq!(items.matches("pub struct").count(), types, "{file}");
            assert!(text(&whole, module).ends_with(items), "{file}");
            assert!(including.ends_with(&format!("\n\ninclude!(\"{path}\");\n")), "{including}");
        }
    }
}
