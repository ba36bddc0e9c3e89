//! The names of members from a list of values.

use crate::diagnostic::rules::TRANSLATED_NAME;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::lower::enums::members::may_be_sent;
use crate::lower::language::Language;
use crate::lower::translated::{align, alike};
use crate::model::enum_type::is_sentinel;
use crate::model::name::{begins_small, begins_with_capital, may_be_word};
use crate::model::{EnumType, Member};

use super::{Values, is_english};

/// Gives members the names of `values`. Members whose value can't be told are replaced by the values that are left.
pub(super) fn take<'s>(
    ty: &mut EnumType<'s>,
    values: &Values<'s>,
    mut places: Vec<Option<usize>>,
    language: Language,
    cx: &mut Diagnostics,
) {
    // What is English is so whether the list has it or not (`unknownFutureValue` is often left out).
    let open: Vec<usize> = (0..places.len())
        .filter(|at| places[*at].is_some() || !is_english(&ty.members[*at].name.value, language))
        .collect();
    by_spelling(ty, values, &open, &mut places);
    let known: Vec<Option<usize>> = open.iter().map(|at| places[*at]).collect();
    for (row, value) in align::pairs(&known, in_tables(values, &places), |_, _| true) {
        places[open[row]] = Some(value);
    }
    let mut taken = vec![false; values.len()];
    for (member, place) in ty.members.iter_mut().zip(&places) {
        let found = place.and_then(|place| values.get(place).zip(taken.get_mut(place)));
        let Some((value, taken)) = found else { continue };
        *taken = true;
        let is_same = value.value.eq_ignore_ascii_case(&member.name.value);
        if !is_same {
            let message = format!("`{}` is taken for `{}`", member.name.value, value.value);
            let note = Diagnostic::new(&TRANSLATED_NAME, message, member.name.span, "a translated name");
            cx.report(note.with_label(value.span, "listed so here"));
        }
        // Lists are careless with capitals; a translator's is the first letter's (`Saml` for `saml`).
        if !is_same || !is_english(&member.name.value, Language::Other) {
            member.name.value = value.value.clone();
        }
    }
    // Several members may stand at one value, as `red` and `Red` do.
    let left: Vec<_> = values.iter().zip(taken).filter(|(_, taken)| !taken).map(|(value, _)| value).collect();
    let small = values.iter().all(|value| value.value.starts_with(|first: char| !first.is_ascii_uppercase()));
    let is_replaced = language == Language::Latin && replace(ty, small, &places, left.len(), cx);
    if is_replaced || ty.members.iter().any(|member| !may_be_sent(&member.name.value)) {
        ty.members.extend(left.into_iter().map(|value| Member::named(value.clone())));
    }
}

/// Finds the values that members without a place are spelt like: translators of a list mix up its order, too.
fn by_spelling(ty: &EnumType<'_>, values: &Values<'_>, open: &[usize], places: &mut [Option<usize>]) {
    let mut is_free = vec![true; values.len()];
    places.iter().flatten().for_each(|place| is_free[*place] = false);
    let members: Vec<usize> = open.iter().copied().filter(|at| places[*at].is_none()).collect();
    let words: Vec<&str> = members.iter().map(|at| ty.members[*at].name.value.as_ref()).collect();
    let free: Vec<usize> = (0..values.len()).filter(|value| is_free[*value]).collect();
    let names: Vec<&str> = free.iter().map(|value| values[*value].value.as_ref()).collect();
    for (member, value) in alike::pairs(&words, &names) {
        places[members[member]] = Some(free[value]);
    }
}

/// How many of the values are in tables: most tables lack `unknownFutureValue`, with which lists end.
fn in_tables(values: &Values<'_>, places: &[Option<usize>]) -> usize {
    let Some(last) = values.len().checked_sub(1) else { return 0 };
    let is_listed_only = is_sentinel(&values[last].value) && !places.contains(&Some(last));
    if is_listed_only { last } else { values.len() }
}

/// Drops members that can't be named so and have no place among the values, if so many values are `left` that they may
/// stand for all of them: `Weiß` and `Rot` where the list has `white` and `red`, all names in `small` letters.
fn replace(ty: &mut EnumType<'_>, small: bool, places: &[Option<usize>], left: usize, cx: &mut Diagnostics) -> bool {
    let is_foreign = |member: &Member<'_>| !may_be_sent(&member.name.value) || small && is_titled(&member.name.value);
    let foreign: Vec<bool> =
        ty.members.iter().zip(places).map(|(member, at)| at.is_none() && is_foreign(member)).collect();
    let count = foreign.iter().filter(|foreign| **foreign).count();
    if count == 0 || left < count {
        return false;
    }
    let mut foreign = foreign.into_iter();
    ty.members.retain(|member| {
        let is_foreign = foreign.next().unwrap_or_default();
        if is_foreign {
            let message = format!("`{}` is taken for one of the values that a description lists", member.name.value);
            cx.report(Diagnostic::new(&TRANSLATED_NAME, message, member.name.span, "a translated name"));
        }
        !is_foreign
    });
    true
}

/// Reports members that are words with a capital among others without: no list tells what they stand for.
pub(super) fn report_left(ty: &EnumType<'_>, cx: &mut Diagnostics) {
    if !ty.members.iter().any(|member| begins_small(&member.name.value)) {
        return;
    }
    for member in ty.members.iter().filter(|member| is_titled(&member.name.value) && !is_sentinel(&member.name.value)) {
        let message = format!("`{}` looks translated, and nothing tells what for", member.name.value);
        let left = Diagnostic::new(&TRANSLATED_NAME, message, member.name.span, "kept as it is");
        cx.report(left.with_help("correct the name, or have a description list the values"));
    }
}

/// Whether the name is a word with a capital, and no other behind it: `Rot`, not `PUA`.
fn is_titled(name: &str) -> bool {
    begins_with_capital(name) && name.len() > 1 && may_be_word(name)
}
