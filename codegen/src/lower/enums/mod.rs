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
    let reader = Reader { context, topics, own, types_of_rows: OnceCell::new(), called_by_rows: OnceCell::new() };
    let mut found = Found::default();
    for place in places(context, topics) {
        for table in place.section.tables() {
            if tables::format(table, place.topic, context.language) == Some(Format::Members) {
                reader.read(&place, table, &mut found, cx);
            }
        }
    }
    found.enums
}

/// A section in which tables of members may stand.
struct Place<'t, 's> {
    topic: Topic,
    section: &'t Section<'s>,
    /// The section with the heading that it stands under: its own, unless that is the label of a tab.
    headed: &'t Section<'s>,
    /// The last section above it that has a title of its own, other than the page's.
    titled: Option<&'t Section<'s>>,
}

fn places<'t, 's>(context: &Context<'_, 's>, topics: &[(Topic, &'t Section<'s>)]) -> Vec<Place<'t, 's>> {
    let (mut last, mut titled) = (None, None);
    let place = |(topic, section): &(Topic, &'t Section<'s>)| {
        let is_tab = section.heading.as_ref().is_some_and(section::is_tab);
        let headed = last.filter(|_| is_tab).unwrap_or(*section);
        last = Some(headed);
        if !is_tab && section.heading.as_ref().is_some_and(|heading| heading.level == 1) {
            titled = Some(*section).filter(|section| !is_title(context, section));
        }
        Place { topic: *topic, section, headed, titled }
    };
    topics.iter().map(place).collect()
}

/// The enums found so far.
#[derive(Default)]
struct Found<'s> {
    enums: Vec<EnumType<'s>>,
    /// Where each of them is, and what its members are called.
    known: HashMap<QualifiedName, (usize, HashSet<Cow<'s, str>>)>,
}

/// What is known of a page while its tables of members are read.
struct Reader<'c, 'p, 's> {
    context: &'c Context<'p, 's>,
    topics: &'c [(Topic, &'c Section<'s>)],
    /// The enum that the page is about.
    own: Option<&'c Spanned<QualifiedName>>,
    /// The type cell of every row, by its first cell; both in lower case. Few pages need them.
    types_of_rows: OnceCell<HashMap<String, String>>,
    called_by_rows: OnceCell<CalledByRows<'s>>,
}

impl<'s> Reader<'_, '_, 's> {
    /// Reads a table of members: a new enum, or further members of one in `found`.
    fn read(&self, place: &Place<'_, 's>, table: &Table<'s>, found: &mut Found<'s>, cx: &mut Diagnostics) {
        // On some pages of 2019, such as `enums.md`, several enums have a title of their own each, above `## Members`.
        let titled = place.titled.filter(|_| place.topic == Topic::Members);
        let own = self.own.filter(|_| titled.is_none());
        let named = titled.unwrap_or(place.headed);
        let Some(name) = self.name(place.topic, named, own) else { return };
        if place.topic == Topic::Values && self.is_of_row(place.headed) {
            return;
        }
        let members = members::of_table(self.context, table, cx);
        let is_own = own.is_some_and(|own| own.value == name.value);
        match found.known.entry(name.value.clone()) {
            Entry::Occupied(known) => {
                let (at, names) = known.into_mut();
                let first = &mut found.enums[*at];
                // Below the same heading, or on the page of the enum, the table is a further part.
                let is_part = place.topic != Topic::Values || is_own || first.name.span == name.span;
                if !is_part && is_another(names, &members) {
                    return report_another(&name, first, cx);
                }
                first.members.extend(members.into_iter().filter(|member| names.insert(member.name.value.clone())));
            }
            Entry::Vacant(unknown) => {
                let names = members.iter().map(|member| member.name.value.clone()).collect();
                unknown.insert((found.enums.len(), names));
                let deprecated = || deprecation::of_page(self.context, &section::passages(self.topics));
                found.enums.push(EnumType {
                    docs: if is_own { docs::introduction(self.topics) } else { section_docs(named, table) },
                    deprecated: if is_own { deprecated() } else { None },
                    says_flags: self.says_flags(place, table, is_own),
                    name,
                    members,
                });
            }
        }
    }

    /// What the enum is called whose members stand in `section`: as its heading says, or a row that the heading is
    /// called like, or as the page is.
    fn name(
        &self,
        topic: Topic,
        section: &Section<'_>,
        own: Option<&Spanned<QualifiedName>>,
    ) -> Option<Spanned<QualifiedName>> {
        let has_title = || section.heading.as_ref().is_some_and(|heading| heading.level == 1);
        if topic != Topic::Values && (own.is_some() || !has_title()) {
            return own.cloned();
        }
        let heading = section.heading.as_ref()?;
        let name = heading_name(heading)?;
        let rows = || self.called_by_rows.get_or_init(|| CalledByRows::of(self.context.page, &self.context.namespace));
        let of_row = if topic == Topic::Values { rows().label(heading, &name) } else { None };
        let qualified = QualifiedName::parse(of_row.unwrap_or(&name), &self.context.namespace)?;
        Some(Spanned::new(qualified, heading.text.span))
    }

    /// Whether the heading is an English word with a capital, and also a property on the page that is of another type:
    /// `Roles enumeration` tells what a `String` may be, and names no enum (`permission.md`, `quota.md`).
    fn is_of_row(&self, section: &Section<'_>) -> bool {
        let name = section.heading.as_ref().and_then(heading_name).filter(|name| begins_with_capital(name));
        let Some(name) = name.map(|name| name.to_ascii_lowercase()) else { return false };
        let types = self.types_of_rows.get_or_init(|| types_of_rows(self.context.page));
        types.get(&name).is_some_and(|ty| !ty.contains(&name))
    }

    /// Whether the heading says that members combine, or a sentence of the introduction
    /// (`authenticationmethodmodes.md`), or one above the table, which may be a note (`enums-networkaccess.md`).
    fn says_flags(&self, place: &Place<'_, 's>, table: &Table<'s>, is_own: bool) -> bool {
        let heading = if is_own { self.context.page.title() } else { place.headed.heading.as_ref() };
        let says = |words: &Inlines<'_>| Text::of(words).says(Says::MultiValued);
        let introduces =
            |block: &Block<'_>| matches!(block, Block::Paragraph(words) | Block::Quote(words) if says(words));
        heading.is_some_and(|heading| is_of_flags(&heading.text.plain()))
            || before_table(place.section, table).any(introduces)
            || is_own && section::blocks(self.topics, Topic::Introduction).any(introduces)
    }
}

/// Whether a further table of an enum shares no member with the first, save the sentinel: then its heading was copied
/// from another enum's section (`security-alertevidence.md` of 2022).
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

/// See [`Reader::types_of_rows`]. Tables of members have no types.
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

/// Whether a word of the heading is "flags", or a name that ends in it: `berthFlags values`, not `followupFlagStatus
/// values`.
fn is_of_flags(heading: &str) -> bool {
    let mut words = heading.split(|c: char| !c.is_alphanumeric());
    words.any(|word| word.eq_ignore_ascii_case("flags") || word.ends_with("Flags"))
}
