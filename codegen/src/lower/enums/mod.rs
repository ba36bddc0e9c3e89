//! The enums that a page defines: its own, and those of its sections.

mod called_by_rows;
pub(super) mod listed_values;
pub(super) mod members;
mod numbers;
pub(super) mod possible_values;
mod uncoded;

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::hash_map::Entry;

use crate::diagnostic::rules::CONFLICTING_DEFINITION;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::hash::{HashMap, HashSet};
use crate::model::enum_type::is_sentinel;
use crate::model::name::{begins_with_capital, leading_name, words};
use crate::model::{Doc, EnumType, Member, QualifiedName, Spanned};
use crate::page::{Block, Heading, Inlines, Page, Section, Table};

use super::prose::docs;
use super::prose::phrases::{Says, Text};
use super::section::{self, Topic, slug};
use super::tables::{self, Format};
use super::{Context, deprecation};
use called_by_rows::CalledByRows;

/// The enums in the tables of the page. `own` is the enum that the page is about, if it is about one.
pub(super) fn enums<'s>(
    context: &Context<'_, 's>,
    topics: &[(Topic, &Section<'s>)],
    own: Option<&Spanned<QualifiedName>>,
    cx: &mut Diagnostics,
) -> Vec<EnumType<'s>> {
    let mut enums: Vec<EnumType<'s>> = Vec::new();
    // Where each of them is, and what its members are called.
    let mut known: HashMap<QualifiedName, (usize, HashSet<Cow<'s, str>>)> = HashMap::default();
    let (rows, labels) = (OnceCell::new(), OnceCell::new());
    let labels = || labels.get_or_init(|| CalledByRows::of(context.page, &context.namespace));
    for ((topic, section), (headed, part)) in topics.iter().zip(headed(context, topics)) {
        for table in section.tables() {
            if tables::format(table, *topic, context.language) != Some(Format::Members) {
                continue;
            }
            let (named, own) = match part.filter(|_| *topic == Topic::Members) {
                Some(part) => (part, None),
                None => (headed, own),
            };
            let Some(name) = name_of(context, *topic, named, own, labels) else { continue };
            if *topic == Topic::Values && is_of_row(headed, || rows.get_or_init(|| types_of_rows(context.page))) {
                continue;
            }
            let members = members::of_table(context, table, cx);
            let is_own = own.is_some_and(|own| own.value == name.value);
            match known.entry(name.value.clone()) {
                Entry::Occupied(known) => {
                    let (at, names) = known.into_mut();
                    // Where it is the same heading's, or on the page of the enum, the table is a further part.
                    let is_part = *topic != Topic::Values || is_own || enums[*at].name.span == name.span;
                    if !is_part && is_another(names, &members) {
                        report_another(&name, &enums[*at], cx);
                        continue;
                    }
                    let new = members.into_iter().filter(|member| names.insert(member.name.value.clone()));
                    enums[*at].members.extend(new);
                }
                Entry::Vacant(unknown) => {
                    let names = members.iter().map(|member| member.name.value.clone()).collect();
                    unknown.insert((enums.len(), names));
                    enums.push(EnumType {
                        docs: if is_own { docs::introduction(topics) } else { section_docs(named, table) },
                        deprecated: if is_own {
                            deprecation::of_page(context, &section::passages(topics))
                        } else {
                            None
                        },
                        says_flags: says_flags(context, topics, (headed, section), table, is_own),
                        name,
                        members,
                    });
                }
            }
        }
    }
    enums
}

/// For each section the one whose heading it stands below: its own, but for the label of a tab, which isn't what the
/// members are called by. And that of the last heading that is a title, but none of the page.
fn headed<'t, 's>(
    context: &Context<'_, 's>,
    topics: &[(Topic, &'t Section<'s>)],
) -> Vec<(&'t Section<'s>, Option<&'t Section<'s>>)> {
    let (mut last, mut part) = (None, None);
    let headed = topics.iter().map(|(_, section)| {
        let is_tab = section.heading.as_ref().is_some_and(section::is_tab);
        let headed = last.filter(|_| is_tab).unwrap_or(*section);
        last = Some(headed);
        if !is_tab && section.heading.as_ref().is_some_and(|heading| heading.level == 1) {
            part = Some(*section).filter(|section| !is_title(context, section));
        }
        (headed, part)
    });
    headed.collect()
}

/// Whether a further table of an enum has no member but the sentinel in common with the first: then the heading is that
/// of another enum's section (`security-alertevidence.md` of 2022).
fn is_another(known: &HashSet<Cow<'_, str>>, members: &[Member<'_>]) -> bool {
    let mut named = members.iter().map(|member| &member.name.value).filter(|name| !is_sentinel(name));
    known.iter().any(|name| !is_sentinel(name))
        && named.clone().next().is_some()
        && named.all(|name| !known.contains(name))
}

fn report_another(name: &Spanned<QualifiedName>, first: &EnumType<'_>, cx: &mut Diagnostics) {
    let message = format!("two sections are called like `{}`, and have no member in common", name.value.name());
    let another = Diagnostic::new(&CONFLICTING_DEFINITION, message, name.span, "passed over");
    cx.report(another.with_label(first.name.span, "first here").with_help("correct the heading of one of them"));
}

/// The paragraphs between the heading and the table.
fn section_docs<'s>(section: &Section<'s>, table: &Table<'s>) -> Doc<'s> {
    let words = before_table(section, table).filter_map(|block| match block {
        Block::Paragraph(words) => Some(words),
        _ => None,
    });
    Doc { paragraphs: words.flat_map(|words| docs::cell(words).paragraphs).collect() }
}

fn before_table<'p, 's>(section: &'p Section<'s>, table: &Table<'s>) -> impl Iterator<Item = &'p Block<'s>> {
    let table = table.span;
    section.blocks.iter().take_while(move |block| !matches!(block, Block::Table(it) if it.span == table))
}

/// Whether the heading is a word of English, with a capital, for a property on the page which is of another type: `Roles
/// enumeration` tells what a `String` may be, and names no enum (`permission.md`, `quota.md`).
fn is_of_row<'r>(section: &Section<'_>, types: impl FnOnce() -> &'r HashMap<String, String>) -> bool {
    let name = section.heading.as_ref().and_then(heading_name);
    let name = name.filter(|name| begins_with_capital(name));
    let lower = name.map(|name| name.to_ascii_lowercase());
    lower.is_some_and(|name| types().get(&name).is_some_and(|ty| !ty.contains(&name)))
}

/// The type cell of every row with one, by its first cell; both in lower case. Members of enums have none.
fn types_of_rows(page: &Page<'_>) -> HashMap<String, String> {
    let tables = page.tables().filter(|table| tables::holds_types(table));
    let cells = tables.flat_map(|table| &table.rows).filter_map(|row| Some((row.cells.first()?, row.cells.get(1)?)));
    cells.map(|(name, ty)| (name.plain().trim().to_ascii_lowercase(), ty.plain().to_ascii_lowercase())).collect()
}

/// Whether the section begins with the page's title.
fn is_title(context: &Context<'_, '_>, section: &Section<'_>) -> bool {
    let span = |heading: &Heading<'_>| heading.text.span;
    section.heading.as_ref().map(span) == context.page.title().map(span)
}

/// What the enum is called whose members stand in `section`: as its heading says, or a row of that name, or as the page's
/// title does. On some pages of 2019, such as `enums.md`, several enums have a title of their own each, above `## Members`.
fn name_of<'l, 's: 'l>(
    context: &Context<'_, 's>,
    topic: Topic,
    section: &Section<'_>,
    own: Option<&Spanned<QualifiedName>>,
    labels: impl FnOnce() -> &'l CalledByRows<'s>,
) -> Option<Spanned<QualifiedName>> {
    if topic == Topic::Values || own.is_none() && section.heading.as_ref().is_some_and(|heading| heading.level == 1) {
        let heading = section.heading.as_ref()?;
        let name = heading_name(heading)?;
        let label = if topic == Topic::Values { labels().label(heading, &name) } else { None };
        let qualified = QualifiedName::parse(label.unwrap_or(&name), &context.namespace)?;
        return Some(Spanned::new(qualified, heading.text.span));
    }
    own.cloned()
}

/// The name in `### riskLevel values`, or in the anchor or ID of a translated heading, which has it in lower case.
fn heading_name(heading: &Heading<'_>) -> Option<String> {
    let plain = heading.text.plain();
    let text = plain.trim().trim_start_matches(['`', '*']);
    let name = leading_name(text);
    let kinds = ["value", "enum", "type", "值", "枚举"];
    let behind = text[name.len()..].trim_start_matches([' ', '`', '*', '\u{a0}']).to_lowercase();
    if !name.is_empty() && kinds.iter().any(|kind| behind.starts_with(kind)) {
        return Some(name.trim_end_matches('.').to_owned());
    }
    let of_words = || section::enum_headings::enum_name(text).filter(|_| heading.anchor.is_none()).map(str::to_owned);
    if heading.anchor.or(heading.id).is_none() {
        return of_words();
    }
    let slug = slug(heading);
    // `#roles-property-values` on `permission.md` explains a property, and names no enum.
    let behind = ["values", "values-flags", "enumeration", "enum", "enum-type"];
    let of_slug = slug.split_once('-').filter(|(_, rest)| behind.contains(rest)).map(|(name, _)| name.to_owned());
    let Some(name) = of_slug else { return of_words() };
    // `mooringKind-Werte` and `valores de mooringKind` have the capitals that the anchor lost.
    Some(words(text).find(|word| word.eq_ignore_ascii_case(&name)).map_or(name, str::to_owned))
}

/// Whether a word of the heading is "flags", or a name ends in it: `berthFlags values`, but not `followupFlagStatus values`.
fn is_of_flags(heading: &str) -> bool {
    let mut words = heading.split(|c: char| !c.is_alphanumeric());
    words.any(|word| word.eq_ignore_ascii_case("flags") || word.ends_with("Flags"))
}

/// Whether the heading says so, or a sentence of the introduction (`authenticationmethodmodes.md`), or one above the
/// table, which may be a note (`enums-networkaccess.md`).
fn says_flags<'s>(
    context: &Context<'_, 's>,
    topics: &[(Topic, &Section<'s>)],
    (headed, section): (&Section<'s>, &Section<'s>),
    table: &Table<'s>,
    is_own: bool,
) -> bool {
    let heading = if is_own { context.page.title() } else { headed.heading.as_ref() };
    let says = |words: &Inlines<'_>| Text::of(words).says(Says::MultiValued);
    let introduces = |block: &Block<'_>| matches!(block, Block::Paragraph(words) | Block::Quote(words) if says(words));
    heading.is_some_and(|heading| is_of_flags(&heading.text.plain()))
        || before_table(section, table).any(introduces)
        || is_own && section::blocks(topics, Topic::Introduction).any(introduces)
}
