//! Types that a page explains below the one that it is about: `## The mooringSettings type`, with a table of its properties
//! (`accessreview.md` of 2018).

use crate::diagnostic::Diagnostics;
use crate::hash::HashMap;
use crate::model::name::words;
use crate::model::{NamedRef, QualifiedName, Reference, Spanned, StructuredType};
use crate::page::{Heading, Section, Table};

use super::definition::Subject;
use super::section::{Topic, slug};
use super::tables::{self, Format};
use super::{Context, only, structured};

/// The ends of headings above such a table.
const ENDINGS: [&str; 2] = ["-type", "-resource"];

/// The types that headings explain, if a row of `own` is of that type, or a row of one explained before.
pub(super) fn further_types<'s>(
    context: &Context<'_, 's>,
    topics: &[(Topic, &Section<'s>)],
    own: &[StructuredType<'s>],
    cx: &mut Diagnostics,
) -> Vec<StructuredType<'s>> {
    let mut found: Vec<StructuredType<'s>> = Vec::new();
    let mut sections = topics.iter().filter(|(topic, section)| *topic == Topic::Other && explains(context, section));
    let Some(first) = sections.next() else { return found };
    let mut named: HashMap<String, QualifiedName> = HashMap::default();
    own.iter().for_each(|ty| add_types_of_rows(ty, &mut named));
    own.iter().for_each(|ty| drop(named.remove(&ty.name.value.name().to_ascii_lowercase())));
    for (_, section) in std::iter::once(first).chain(sections) {
        let heading = section.heading.as_ref();
        let Some((heading, name)) = heading.and_then(|heading| Some((heading, name_of(heading, &mut named)?))) else {
            continue;
        };
        let subject = Subject::called(Spanned::new(name, heading.text.span));
        let ty = structured::structured(context, &[(Topic::Properties, *section)], subject, cx);
        add_types_of_rows(&ty, &mut named);
        found.push(ty);
    }
    found
}

/// Whether the section is one below a heading, with a table of properties.
fn explains(context: &Context<'_, '_>, section: &Section<'_>) -> bool {
    let is_of_properties = |table: &Table<'_>| {
        tables::holds_types(table) && tables::format(table, Topic::Other, context.language) == Some(Format::Properties)
    };
    section.heading.as_ref().is_some_and(|heading| heading.level > 1) && section.tables().any(is_of_properties)
}

/// Adds the types of the rows, by their names in lower case.
fn add_types_of_rows(ty: &StructuredType<'_>, named: &mut HashMap<String, QualifiedName>) {
    for property in &ty.properties {
        if let Reference::Named(reference) = &property.type_ref.reference
            && let Some(name) = full_name(reference)
        {
            named.entry(name.name().to_ascii_lowercase()).or_insert(name);
        }
    }
}

fn full_name(reference: &NamedRef<'_>) -> Option<QualifiedName> {
    QualifiedName::parse(&reference.text, &reference.namespace)
}

/// The type that the heading explains, taken from those that are `named`: each is explained once.
fn name_of(heading: &Heading<'_>, named: &mut HashMap<String, QualifiedName>) -> Option<QualifiedName> {
    if !ENDINGS.iter().any(|ending| slug(heading).ends_with(ending)) {
        return None;
    }
    let text = heading.text.plain();
    let name = only(words(&text).map(str::to_ascii_lowercase).filter(|word| named.contains_key(word)))?;
    named.remove(&name)
}
