//! What the root module of the bindings names its input by.

use xxhash_rust::xxh3::Xxh3;

use crate::emit::{Conversions, EmitOptions};
use crate::source::Sources;

use super::Options;

/// A number that changes whenever the pages or the options do (XXH3), and that neither paths nor the machine show in.
pub(super) fn input_hash(sources: &Sources, options: &Options) -> u64 {
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
    let Options { version, select, emit } = options;
    let EmitOptions { support, conversions, scalars, setters, file_per } = emit;
    add(version.as_str());
    add(&select.len().to_string());
    select.iter().for_each(|name| add(name));
    add(support.as_deref().unwrap_or_default());
    add(if *setters { "setters" } else { "" });
    add(file_per.as_str());
    scalars.iter().for_each(|(primitive, path)| [primitive.name(), path].into_iter().for_each(&mut add));
    match conversions {
        Conversions::ByFeature => add("by feature"),
        Conversions::With(libraries) => libraries.iter().for_each(|library| add(library.as_str())),
    }
    hash.digest()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::emit::{FilePer, Library, Primitive, Scalars};
    use crate::source::Version;

    #[test]
    fn line_ends_and_byte_order_marks_dont_show_in_the_hash() {
        let hash_of = |text| input_hash(&Sources::from_texts([("a.md", text)]), &Options::new(Version::Beta));
        assert_eq!(hash_of("\u{feff}# a\r\n\r\nb\r\n"), hash_of("# a\n\nb\n"));
        assert_ne!(hash_of("# a\n\nb\n"), hash_of("# a\nb\n"));
    }

    #[test]
    fn everything_shows_in_the_hash() {
        let plain = Options::new(Version::Beta);
        let name = || "crate::a".to_owned();
        let [mut text, mut number] = [(); 2].map(|()| Scalars::default());
        assert!(text.put(Primitive::Int64, "String").is_ok() && number.put(Primitive::Int64, "u64").is_ok());
        let one = BTreeSet::from([Library::Uuid]);
        let default = EmitOptions::default;
        let of_emit = [
            EmitOptions { support: Some(name()), ..default() },
            EmitOptions { conversions: Conversions::With(BTreeSet::new()), ..default() },
            EmitOptions { conversions: Conversions::With(one), ..default() },
            EmitOptions { scalars: text, ..default() },
            EmitOptions { scalars: number, ..default() },
            EmitOptions { setters: true, ..default() },
            EmitOptions { file_per: FilePer::Type, ..default() },
        ];
        let mut all_options = vec![
            plain.clone(),
            Options { version: Version::V1_0, ..plain.clone() },
            Options { select: vec![name()], ..plain.clone() },
        ];
        all_options.extend(of_emit.map(|emit| Options { emit, ..plain.clone() }));
        let pages = [("a.md", "a"), ("b.md", "a"), ("b.md", "b")];
        let mut seen = BTreeSet::new();
        for options in &all_options {
            seen.extend(pages.map(|page| input_hash(&Sources::from_texts([page]), options)));
        }
        assert_eq!(seen.len(), all_options.len() * pages.len());
    }
}
