//! Properties and relationships, from the rows of their tables.

mod columns;
pub(super) mod tables;

use std::borrow::Cow;

use crate::diagnostic::rules::{BROKEN_ROW, INVALID_PROPERTY_NAME, UNREADABLE_TYPE};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::hash::HashSet;
use crate::model::name::{begins_small, is_identifier};
use crate::model::{Evidence, EvidenceKind, Facts, NamedRef, Primitive, Property, Reference, Spanned, TypeRef};
use crate::page::{Inlines, Row, Table};

use super::enums::{listed_values, possible_values};
use super::prose::docs;
use super::prose::phrases::{Says, Text};
use super::tables::{Format, NameCell, rows};
use super::{Context, deprecation, facts, inheritance, type_name};

use columns::Columns;

/// The properties that the rows of `table` describe.
fn of_table<'s>(
    context: &Context<'_, 's>,
    table: &Table<'s>,
    format: Format,
    cx: &mut Diagnostics,
) -> Vec<Property<'s>> {
    let rows = rows::whole(context, table, cx);
    let columns = Columns::of(table);
    let mut properties = Vec::with_capacity(rows.len());
    properties.extend(rows.iter().filter_map(|row| property(context, row, format, &columns, cx)));
    properties
}

fn property<'s>(
    context: &Context<'_, 's>,
    row: &Row<'s>,
    format: Format,
    columns: &Columns,
    cx: &mut Diagnostics,
) -> Option<Property<'s>> {
    let name_cell = row.cells.first()?;
    if describes_nothing(row, cx) {
        return None;
    }
    let empty = Inlines::empty(row.span);
    let description = row.cells.get(columns.description).unwrap_or(&empty);
    if name_cell.is_blank() {
        cx.report(Diagnostic::new(&BROKEN_ROW, "a table row without a name", row.span, "passed over"));
    }
    let NameCell { name, says_deprecated } = NameCell::read(name_cell)?;
    let name = Spanned::new(name, name_cell.span);
    let is_translated = context.language.is_translated();
    // What a translated page doesn't tell may be restored from elsewhere.
    if !is_translated && !is_named(&name, cx) {
        return None;
    }
    let type_ref = match columns.ty {
        Some(column) => type_of(context, &name, row.cells.get(column)?, cx),
        None => TypeRef::new(Reference::Unreadable, false, name_cell.span),
    };
    let text = Text::of(description);
    // Streams are listed among the relationships of `driveitem.md`; yet what leads nowhere is structural.
    let navigation = format == Format::Relationships && !matches!(type_ref.reference, Reference::Primitive(_));
    let written = context.sources.text(description.span);
    let mut facts = facts::facts(description, &text, written, &name.value, says_deprecated);
    facts.only_on_select |= !navigation && facts::is_left_out(&text);
    facts.required |= columns.is_required(row);
    facts.read_only |= columns.is_read_only(row);
    keep_fitting(&mut facts, &type_ref);
    let possible_values = if navigation { Vec::new() } else { possible_values::possible_values(description, &text) };
    let mut property = Property {
        name,
        type_ref,
        navigation,
        inherited_from: inherited_from(context, description, &text).map(Box::new),
        docs: docs::cell(description),
        says_flags: facts::says_flags(&text) || combines(&facts, &possible_values),
        facts,
        // No relationship leads to an enum; what its description lists is about the target.
        possible_values,
        evidence: Evidence::new(EvidenceKind::Row, row.span),
    };
    if is_translated {
        in_other_words(context, description, &mut property);
    }
    Some(property)
}

/// The type that the cell names. Reports a cell that names none, unless its page is a translation: there the type may
/// be restored from elsewhere.
fn type_of<'s>(
    context: &Context<'_, 's>,
    name: &Spanned<Cow<'s, str>>,
    cell: &Inlines<'s>,
    cx: &mut Diagnostics,
) -> TypeRef<'s> {
    let type_ref = type_name::type_ref(cell, &context.namespace);
    if !context.language.is_translated() && type_ref.reference == Reference::Unreadable {
        report_unreadable(name, &type_ref, cx);
    }
    type_ref
}

/// Whether values combine: they can be filtered by `has`, or the default consists of several.
fn combines(facts: &Facts<'_>, values: &[Spanned<Cow<'_, str>>]) -> bool {
    let has_one = facts.filter.as_ref().is_some_and(|operators| operators.contains(&"has"));
    has_one || is_of_several(facts.default.as_deref(), values)
}

/// Whether the default consists of several of the values that are listed.
fn is_of_several(default: Option<&str>, values: &[Spanned<Cow<'_, str>>]) -> bool {
    let Some(default) = default.filter(|default| default.contains(',')) else { return false };
    let listed: HashSet<&str> = values.iter().map(|value| value.value.as_ref()).collect();
    default.split(',').all(|value| listed.contains(value))
}

/// Keeps those of the facts that values of the type can have.
fn keep_fitting(facts: &mut Facts<'_>, type_ref: &TypeRef<'_>) {
    // "The length of a pass, between 8 and 48 characters": a number has no length, nor has what a link leads to.
    facts.max_length = facts.max_length.filter(|_| may_have_length(type_ref));
    facts.default.take_if(|default| facts::default::is_not_finite(default) && !may_be_no_number(type_ref));
}

/// Whether a value of the type may consist of characters.
fn may_have_length(type_ref: &TypeRef<'_>) -> bool {
    match &type_ref.reference {
        Reference::Primitive(primitive) => matches!(primitive, Primitive::String | Primitive::Untyped),
        Reference::Named(named) => named.target.is_empty(),
        Reference::Unreadable => true,
    }
}

/// Whether a value of the type may be `NaN` or `INF`: no number without a fraction is, nor a date.
fn may_be_no_number(type_ref: &TypeRef<'_>) -> bool {
    use Primitive::{Decimal, Double, Single, String, Untyped};
    match type_ref.reference {
        Reference::Primitive(primitive) => matches!(primitive, Double | Single | Decimal | String | Untyped),
        Reference::Named(_) | Reference::Unreadable => true,
    }
}

/// Whether the row describes no property: it has words in the first cell alone, which group other rows (`**Onboarding**` on
/// Intune's pages), or says "None" in every cell. Reports a row that ends behind a name.
fn describes_nothing(row: &Row<'_>, cx: &mut Diagnostics) -> bool {
    let says_none = |cell: &Inlines<'_>| cell.plain().trim().trim_end_matches('.').eq_ignore_ascii_case("none");
    let is_bare = row.cells.iter().skip(1).all(Inlines::is_blank);
    if let Some(first) = row.cells.first().filter(|_| is_bare) {
        report_bare_name(first, cx);
    }
    is_bare || row.cells.iter().all(says_none)
}

/// Reports a name without a type. Those of groups begin with a capital letter.
fn report_bare_name(cell: &Inlines<'_>, cx: &mut Diagnostics) {
    let text = cell.plain();
    let name = text.trim();
    if is_identifier(name) && begins_small(name) {
        let message = format!("the row of `{name}` ends before its type");
        cx.report(Diagnostic::new(&BROKEN_ROW, message, cell.span, "passed over"));
    }
}

/// Adds what a translated description says in the words of its language.
fn in_other_words<'s>(context: &Context<'_, 's>, description: &Inlines<'s>, property: &mut Property<'s>) {
    if property.inherited_from.is_none() {
        property.inherited_from = inheritance::localised_base(context, description).map(Box::new);
    }
    if property.possible_values.is_empty() && !property.navigation {
        property.possible_values = listed_values::listed_values(description);
    }
    if property.facts.deprecated.is_none() {
        property.facts.deprecated = deprecation::localised::of_description(description).map(Box::new);
    }
    facts::localised::add(description, &mut property.facts);
}

/// Whether the name can be one. Reports it if not.
pub(super) fn is_named(name: &Spanned<Cow<'_, str>>, cx: &mut Diagnostics) -> bool {
    let named = is_identifier(&name.value);
    if !named {
        let message = format!("`{}` is not the name of a property", name.value);
        cx.report(Diagnostic::new(&INVALID_PROPERTY_NAME, message, name.span, "names are identifiers"));
    }
    named
}

/// Reports a type cell that names no type.
pub(super) fn report_unreadable(name: &Spanned<Cow<'_, str>>, type_ref: &TypeRef<'_>, cx: &mut Diagnostics) {
    let message = format!("the type of `{}` can't be read", name.value);
    let help = "write a primitive type such as `String`, or link to the page of the type";
    let label = if type_ref.collection { "doesn't tell what is in it" } else { "names no type" };
    cx.report(Diagnostic::new(&UNREADABLE_TYPE, message, type_ref.span, label).with_help(help));
}

/// How descriptions say that a row is inherited, lower case.
pub(super) const INHERITED_FROM: [&str; 8] =
    ["inherited from", "inherits from", "inherit from", "继承自", "继承于", "从中继承", "派生自", "から継承"];

/// The type in "Inherited from [x](x.md)", behind the first phrase that says so.
fn inherited_from<'s>(context: &Context<'_, 's>, description: &Inlines<'s>, text: &Text<'_>) -> Option<NamedRef<'s>> {
    let lead = text.first(Says::InheritedFrom)?;
    let rest = text.plain[lead.end..].trim_start_matches([' ', ':', '*', '\u{a0}']);
    let rest = rest.strip_prefix("the ").unwrap_or(rest);
    if let Some(link) = description.link_at(text.plain.len() - rest.len()) {
        return inheritance::from_link(context, link);
    }
    inheritance::BareWords::new(context, description.span).base(rest.split([',', '\u{3002}', ')']).next()?)
}
