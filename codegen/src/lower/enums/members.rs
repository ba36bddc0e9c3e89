//! Tables of an enum's members.

use std::borrow::Cow;

use crate::diagnostic::rules::{DUPLICATE_MEMBER, INVALID_MEMBER_NAME};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::hash::HashMap;
use crate::lower::prose::docs;
use crate::lower::tables::{self, NameCell, description_column, is_name, number_column, rows};
use crate::lower::{Context, deprecation};
use crate::model::enum_type::is_sentinel;
use crate::model::name::is_identifier;
use crate::model::{Member, Spanned};
use crate::page::{Inlines, Row, Table, cut};
use crate::source::Span;

use super::numbers;

/// The members that the rows of `table` describe.
pub(super) fn of_table<'s>(context: &Context<'_, 's>, table: &Table<'s>, cx: &mut Diagnostics) -> Vec<Member<'s>> {
    let (number, descriptions) = (number_column(table), description_column(table));
    let mut members: Vec<Member<'s>> = Vec::with_capacity(table.rows.len());
    let mut places: HashMap<Cow<'s, str>, Span> =
        HashMap::with_capacity_and_hasher(table.rows.len(), Default::default());
    let rows = rows::whole(context, table, cx);
    let are_identifiers = has_identifiers(&rows);
    if let Some(column) = number {
        numbers::report_unread(&rows, column, cx);
    }
    for row in rows {
        let Some(mut member) = member(&row, number, descriptions) else { continue };
        if are_identifiers && is_caption(&row, &member) {
            continue;
        }
        if context.language.is_translated() {
            // What isn't a name then may be restored from elsewhere.
            without_foreign_words(&mut member.name.value);
        } else if !is_valid(&member, cx) {
            continue;
        }
        // The rest of a row that a line break tore in two.
        let is_rest =
            number.is_some() && member.value.is_none() && member.name.value.bytes().all(|b| b.is_ascii_digit());
        if are_identifiers && is_rest {
            report_invalid(&member, cx);
            continue;
        }
        match places.get(&member.name.value) {
            Some(first) => {
                let message = format!("the member `{}` stands here twice", member.name.value);
                let repeated = Diagnostic::new(&DUPLICATE_MEMBER, message, member.name.span, "again");
                cx.report(repeated.with_label(*first, "first here").with_help("leave one of them out"));
            }
            None => {
                places.insert(member.name.value.clone(), member.name.span);
                members.push(member);
            }
        }
    }
    numbers::report_repeated(&members, cx);
    members
}

/// Whether most rows begin with an identifier: some enums have names with blanks.
fn has_identifiers(rows: &[Cow<'_, Row<'_>>]) -> bool {
    let begins = |row: &&Cow<'_, Row<'_>>| row.cells.first().is_some_and(is_name);
    rows.iter().filter(begins).count() * 2 > rows.len()
}

/// Whether there is nothing in the row but several words: a heading for those below, or what stands right behind a table.
fn is_caption(row: &Row<'_>, member: &Member<'_>) -> bool {
    member.name.value.trim().contains(' ') && row.cells.iter().skip(1).all(Inlines::is_blank)
}

/// Takes the identifier of `windowsAutoEnrollment 登録`, behind which a translator put words, or of `向 unknownFutureValue`,
/// before which; other words behind some, as in `の方法 Id`, are translated, too.
fn without_foreign_words(name: &mut Cow<'_, str>) {
    let is_foreign = |word: &str| !word.bytes().any(|b| b.is_ascii_alphanumeric());
    let Some((first, rest)) = name.split_once(' ') else { return };
    let found = if is_identifier(first) && is_foreign(rest) {
        0..first.len()
    } else {
        let Some((before, last)) = name.rsplit_once(' ').filter(|(before, _)| is_foreign(before)) else { return };
        if !is_sentinel(last) {
            return;
        }
        before.len() + 1..name.len()
    };
    cut(name, |name| &name[found.clone()]);
}

/// Whether the member's name can be one; reported if not.
pub(in crate::lower) fn is_valid(member: &Member<'_>, cx: &mut Diagnostics) -> bool {
    let valid = may_be_sent(&member.name.value);
    if !valid {
        report_invalid(member, cx);
    }
    valid
}

/// Reports a member whose name can't be one.
pub(in crate::lower) fn report_invalid(member: &Member<'_>, cx: &mut Diagnostics) {
    let message = format!("`{}` is not the name of an enum member", member.name.value);
    cx.report(Diagnostic::new(&INVALID_MEMBER_NAME, message, member.name.span, "names are identifiers"));
}

fn member<'s>(row: &Row<'s>, number: Option<usize>, descriptions: Option<usize>) -> Option<Member<'s>> {
    let cell = row.cells.first()?;
    let NameCell { name, says_deprecated } = NameCell::read(cell)?;
    let empty = Inlines::empty(cell.span);
    let description = descriptions.and_then(|column| row.cells.get(column)).unwrap_or(&empty);
    Some(Member {
        value: number.and_then(|column| tables::number(row.cells.get(column)?)),
        docs: docs::cell(description),
        says_sentinel: description.plain().to_ascii_lowercase().contains("sentinel"),
        deprecated: deprecation::of_member(description, &name, says_deprecated).map(Box::new),
        name: Spanned::new(name, cell.span),
    })
}

/// Whether the service may send such a name: an identifier, or what pages have besides, `32bit`, `x-www`, and paper
/// sizes such as `North America 5x7in` on `printercapabilities.md`. Translated members (`公开`) are never sent.
pub(in crate::lower) fn may_be_sent(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.' | b' '))
}
