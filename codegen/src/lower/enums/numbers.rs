//! The numbers of an enum's members: what is wrong with them.

use std::borrow::Cow;

use crate::diagnostic::rules::INVALID_MEMBER_NUMBER;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::hash::HashMap;
use crate::lower::tables::number;
use crate::model::Member;
use crate::page::Row;

/// Reports cells of the column of numbers that hold none, where most do.
pub(super) fn report_unread(rows: &[Cow<'_, Row<'_>>], column: usize, cx: &mut Diagnostics) {
    let cells = || rows.iter().filter_map(|row| row.cells.get(column)).filter(|cell| !cell.is_blank());
    let numbers = cells().filter(|cell| number(cell).is_some()).count();
    if numbers * 2 <= cells().count() {
        return;
    }
    for cell in cells().filter(|cell| number(cell).is_none()) {
        let message = format!("`{}` is not the number of an enum member", cell.plain().trim());
        let found = Diagnostic::new(&INVALID_MEMBER_NUMBER, message, cell.span, "passed over");
        cx.report(found.with_help("numbers consist of digits, as those of the other members do"));
    }
}

/// Reports members that have the number of another one.
pub(super) fn report_repeated(members: &[Member<'_>], cx: &mut Diagnostics) {
    let mut known: HashMap<i64, &Member<'_>> = HashMap::default();
    // The old name of a member may stay beside the new one.
    for member in members.iter().filter(|member| member.deprecated.is_none()) {
        let Some(value) = member.value else { continue };
        let Some(first) = known.get(&value) else {
            known.insert(value, member);
            continue;
        };
        let message = format!("`{}` has the number of `{}`", member.name.value, first.name.value);
        let found = Diagnostic::new(&INVALID_MEMBER_NUMBER, message, member.name.span, "the same number");
        cx.report(
            found
                .with_label(first.name.span, "first here")
                .with_help("give it a number of its own, unless it is another name for the same"),
        );
    }
}
