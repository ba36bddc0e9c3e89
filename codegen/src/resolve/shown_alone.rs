//! What the JSON representation shows and no table has.

use std::borrow::Cow;

use crate::diagnostic::rules::UNLISTED_PROPERTY;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::hash::HashSet;
use crate::model::name::Caseless;
use crate::model::{Spanned, StructuredType};
use crate::spelling::is_slip;

use super::each;
use super::hierarchy::Bases;
use super::properties::{Declared, Properties};
use super::registry::{Index, Registry};

/// How many pairs of names are compared at most to find a slip: every name that only the JSON has with every name that
/// only rows have.
const MOST_COMPARED: usize = 4_096;

/// Reports every member of a JSON representation that is no property of the type, nor of one of its bases.
///
/// It becomes none: the JSON may show what a derived type has, what anyone may add to an open one, or what is gone from the
/// table, and of a type it tells little.
pub(super) fn report(registry: &Registry<'_>, bases: &Bases, properties: &Properties<'_>, cx: &mut Diagnostics) {
    let indices: Vec<Index> = registry.indices().collect();
    each(&indices, cx, |index, cx| {
        let types = registry.structured(*index);
        // A base without a page may have whatever the JSON shows.
        let has_all = || bases.ancestors(*index).all(|base| !registry.structured(base).is_empty());
        if types.iter().any(|ty| !ty.says_open() && !has_rows_in_order(ty)) && has_all() {
            let known = bases.lineage(*index).flat_map(|of| &properties[of]).map(Declared::key);
            let rows = registry.get(*index).rows().map(|row| Caseless(row.name.value.as_ref()));
            let known: HashSet<Caseless<'_>> = known.chain(rows).collect();
            types.iter().filter(|ty| !ty.says_open()).for_each(|ty| of_type(ty, &known, cx));
        }
    });
}

/// Whether the rows are those of the JSON representation, in its order, as they mostly are: then nothing else needs a
/// look.
fn has_rows_in_order(ty: &StructuredType<'_>) -> bool {
    let mut rows = ty.properties.iter();
    ty.sample.iter().all(|member| rows.any(|row| row.name.value == member.name.value))
}

fn of_type(ty: &StructuredType<'_>, known: &HashSet<Caseless<'_>>, cx: &mut Diagnostics) {
    let unlisted = || ty.sample.iter().filter(|member| !known.contains(&Caseless(&member.name.value)));
    let alone = if unlisted().next().is_some() { rows_alone(ty) } else { Vec::new() };
    let may_compare = unlisted().count().saturating_mul(alone.len()) <= MOST_COMPARED;
    for member in unlisted() {
        let message = format!("only the JSON representation has `{}`", member.name.value);
        let found =
            Diagnostic::new(&UNLISTED_PROPERTY, message, member.name.span, "in no table of the type or its bases");
        let mut rows = alone.iter().filter(|_| may_compare);
        cx.report(match rows.find(|row| is_slip(&row.value, &member.name.value)) {
            Some(row) => {
                let label = format!("is `{}` the same?", row.value);
                found.with_label(row.span, label).with_help("spell the property in one way")
            }
            None => found.with_help("add a row for it, or take it out of the JSON"),
        });
    }
}

/// The names in rows that the JSON representation doesn't show.
fn rows_alone<'t, 'a>(ty: &'t StructuredType<'a>) -> Vec<&'t Spanned<Cow<'a, str>>> {
    let shown: HashSet<&str> = ty.sample.iter().map(|member| member.name.value.as_ref()).collect();
    ty.properties.iter().map(|row| &row.name).filter(|name| !shown.contains(name.value.as_ref())).collect()
}
