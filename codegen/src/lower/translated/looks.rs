//! What a row's name looks like: a name that nobody translated, or a word of another language.

use crate::hash::HashSet;
use crate::lower::language::Language;
use crate::model::StructuredType;
use crate::model::name::{Caseless, begins_with_capital, is_identifier, may_be_word};

/// What a row's name tells by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Looks {
    /// It can't be a name: `Größe`.
    Foreign,
    /// A word with a capital, as names have none: `Farbe`.
    Translated,
    /// A word that may be of either language: `gelegt`, `owner`.
    Either,
    /// It is a name.
    Name,
}

/// The keys of all JSON representations, and what methods list: nobody translates JSON, nor what files are called.
pub(super) fn known_names<'t>(types: &'t [StructuredType<'_>]) -> HashSet<Caseless<'t>> {
    let of_type = |ty: &'t StructuredType<'_>| {
        ty.sample.iter().map(|key| &key.name).chain(ty.lists.iter().map(|list| &list.name))
    };
    types.iter().flat_map(of_type).map(|name| Caseless(name.value.as_ref())).collect()
}

impl Looks {
    /// What the name of a row tells on a page of this language, if all of `names` are names.
    pub(super) fn of(name: &str, language: Language, names: &HashSet<Caseless<'_>>) -> Self {
        if !is_identifier(name) {
            return Self::Foreign;
        }
        // `isLit` and `SKU` are words of no language.
        if language != Language::Latin || !may_be_word(name) || names.contains(&Caseless(name)) {
            return Self::Name;
        }
        if begins_with_capital(name) { Self::Translated } else { Self::Either }
    }

    /// Whether it is a translation beyond doubt.
    pub(super) fn is_translated(self) -> bool {
        matches!(self, Self::Foreign | Self::Translated)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_translates_is_a_name() {
        let names = HashSet::from_iter([Caseless("status")]);
        let latin = |name| Looks::of(name, Language::Latin, &names);
        assert_eq!(["Größe", "Datum der Wahl"].map(latin), [Looks::Foreign; 2]);
        assert_eq!(latin("Farbe"), Looks::Translated);
        assert_eq!(["gelegt", "owner"].map(latin), [Looks::Either; 2]);
        assert_eq!(["isLit", "SKU", "line1", "Status", "status"].map(latin), [Looks::Name; 5]);
        assert_eq!(Looks::of("Farbe", Language::Other, &names), Looks::Name);
    }
}
