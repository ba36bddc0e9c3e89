//! Names of properties that were translated (`说明` for `description`), restored from what nobody translates. In this
//! order: a key of the JSON representation that is the same word but for blanks and capitals; the only key for the only
//! name that is left, of all or of a type, or one that fits nothing else; the only name that is left in the metadata,
//! for the only relationship; a pair seen on another page; the method that lists what a relationship leads to; the
//! label of the link to the type; and last the position, where there are as many names as keys, of a type or of all.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::rules::TRANSLATED_NAME;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::name::Caseless;
use crate::model::{EvidenceKind, Spanned, StructuredType};
use crate::source::Sources;

use super::rows::{Restored, Rows};
use super::{Translations, looks};

/// What each translation was seen to stand for.
pub(super) type Learned<'s> = BTreeMap<String, BTreeSet<Cow<'s, str>>>;

/// How many times all pages are gone through for what others taught. Half a dozen is enough for any documentation, but
/// pages could be made each of which teaches nothing but the next.
const MOST_ROUNDS: usize = 32;

/// Restores the names of the properties of all types on translated pages.
pub(super) fn restore<'s>(
    types: &mut [StructuredType<'s>],
    translations: &Translations,
    sources: &Sources,
    cx: &mut Diagnostics,
) {
    let found: Vec<(usize, Vec<Option<Restored<'s>>>)> = {
        let names = looks::known_names(types);
        let of_types = types.iter().map(|ty| Caseless(ty.name.value.name())).collect();
        let all = types.iter().enumerate().map(|(at, ty)| (at, translations.language(ty.name.span.source), ty));
        let translated = all.filter(|(_, language, _)| language.is_translated());
        let (places, mut pages): (Vec<usize>, Vec<Rows<'_, 's>>) =
            translated.map(|(at, language, ty)| (at, Rows::new(ty, language, &names))).unzip();
        let learned = learn(&mut pages);
        for page in &mut pages {
            page.by_metadata();
            page.look_up_relationships(&learned);
            page.by_methods();
            page.by_labels(&of_types, sources);
            page.by_types();
            page.by_position();
            page.look_up(&learned, |_| true);
        }
        for page in &pages {
            page.left().for_each(|name| report_left(name, cx));
        }
        places.into_iter().zip(pages.into_iter().map(Rows::restored)).collect()
    };
    for (at, restored) in found {
        for (property, restored) in types[at].properties.iter_mut().zip(restored) {
            let Some(Restored { name, evidence }) = restored else { continue };
            let message = format!("`{}` is taken for `{name}`", property.name.value);
            let note = Diagnostic::new(&TRANSLATED_NAME, message, property.name.span, "a translated name");
            cx.report(match evidence.kind {
                EvidenceKind::Json => note.with_label(evidence.span, "named so here"),
                _ => note,
            });
            property.name.value = name;
            property.evidence = evidence;
        }
    }
}

/// A word with a capital is kept, for it might be a name after all.
fn report_left(name: &Spanned<Cow<'_, str>>, cx: &mut Diagnostics) {
    let message = format!("`{}` looks translated, and nothing tells what for", name.value);
    let left = Diagnostic::new(&TRANSLATED_NAME, message, name.span, "kept as it is");
    cx.report(left.with_help("correct the name, or have the JSON representation show it"));
}

/// Finds all that is certain. What one page teaches may leave a single name on another, so this goes round until
/// nothing more is found, or [`MOST_ROUNDS`] times; each round knows what the rounds before it found, so that the order
/// of the pages doesn't matter.
fn learn<'s>(pages: &mut [Rows<'_, 's>]) -> Learned<'s> {
    let mut learned = Learned::new();
    for _ in 0..MOST_ROUNDS {
        let mut news: Vec<(String, Cow<'s, str>)> = Vec::new();
        let mut found = false;
        for page in &mut *pages {
            found |= page.restore_by_keys(&learned);
            for (row, key) in page.certain_pairs() {
                news.push(page.pair_up(row, key));
                found = true;
            }
        }
        for (word, name) in news {
            learned.entry(word).or_default().insert(name);
        }
        if !found {
            break;
        }
    }
    learned
}
