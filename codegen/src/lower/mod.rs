//! From pages to OData: what each page says, as claims with evidence.
//!
//! A page that can't be understood costs only that page. Nothing is decided between pages here, except the namespace of
//! a page that doesn't state it, and names that were copied from another page.
//!
//! | What a page says | where it is read |
//! |---|---|
//! | the language it is in | `language` |
//! | what it is about, and what that is called | `title`, `namespace`, `json::metadata`; `definition` decides |
//! | what its sections are about | `section` |
//! | which words of headings and columns are misspelt | `slips` |
//! | which parts of it stand in other files | `included` |
//! | what its tables are | `tables` |
//! | an entity or complex type | `structured`, with `properties`, `inheritance`, `methods`, `json::representation` |
//! | types that it explains in passing | `further_types` |
//! | an enum, or members in a description | `enums` |
//! | the type of a property | `type_name` |
//! | what is said in passing | `facts`, `deprecation` |
//! | all that is told in sentences | `prose`, for all of these |
//!
//! Last comes what takes all pages to tell: `copied_names` and `misplaced`, and in `translated` what translators
//! replaced.

mod checks;
mod conflicting_names;
mod context;
mod copied_names;
mod definition;
mod deprecation;
mod enums;
mod facts;
mod further_types;
mod included;
mod inheritance;
mod json;
mod language;
mod methods;
mod misplaced;
mod namespace;
mod properties;
mod prose;
mod section;
mod slips;
mod structured;
mod tables;
mod title;
mod translated;
mod type_name;

use crate::diagnostic::Diagnostics;
use crate::model::{EnumType, Namespace, PageEntry, QualifiedName, Schema, Spanned, StructuredType};
use crate::page::{self, Page};
use crate::parallel;
use crate::source::{Source, SourceId, Sources, Span};

use context::Context;
use included::Parts;
use language::Language;
use section::Topic;
use section::learned::Headings;
use title::Title;
use translated::Translations;

/// What one page defines.
#[derive(Default)]
struct Definitions<'s> {
    structured: Vec<StructuredType<'s>>,
    enums: Vec<EnumType<'s>>,
}

impl Definitions<'_> {
    /// The type that the page is about. A page with the sections of many enums, `enums.md`, is about none of them.
    fn subject(&self, context: &Context<'_, '_>) -> Option<&QualifiedName> {
        let is_only = self.enums.len() == 1;
        let is_own = |ty: &&EnumType<'_>| {
            let of_title = || context.title.short_name().is_some_and(|name| name == ty.name.value.name());
            context.title.is_enum && (is_only || of_title()) || context.language.is_translated() && of_title()
        };
        let structured = self.structured.first().map(|ty| &ty.name.value);
        structured.or_else(|| self.enums.first().filter(is_own).map(|ty| &ty.name.value))
    }

    /// Moves names that were read from included files to the title of `page`, which includes them.
    fn move_names_to(&mut self, page: SourceId, title: Span) {
        let structured = self.structured.iter_mut().map(|ty| &mut ty.name);
        let names = structured.chain(self.enums.iter_mut().map(|ty| &mut ty.name));
        names.filter(|name| name.span.source != page).for_each(|name| name.span = title);
    }

    fn is_empty(&self) -> bool {
        self.structured.is_empty() && self.enums.is_empty()
    }
}

/// What one page says.
struct Lowered<'s> {
    language: Language,
    definitions: Definitions<'s>,
    entry: PageEntry,
    /// The name in the title, where the one in the metadata may have been copied.
    titled: Option<Spanned<QualifiedName>>,
    /// The headings of a translation that only the text below them explains, and that may teach what they mean
    /// elsewhere.
    seen: Vec<(String, Topic)>,
    diagnostics: Diagnostics,
}

/// What one page says, provided that it is of the namespace which it states.
struct Read<'s> {
    stated: Option<Namespace>,
    lowered: Lowered<'s>,
    /// The page, if it is a translation.
    translation: Option<Page<'s>>,
}

/// The definitions of all pages, in their order.
///
/// A page takes many times the memory of its text, so each is parsed, read and freed in one go. The few that turn out
/// to be of another namespace than they state, or whose headings other pages explain, are read again.
#[must_use]
pub fn lower<'s>(sources: &'s Sources, cx: &mut Diagnostics) -> Schema<'s> {
    let pages: Vec<(SourceId, &Source)> = sources.pages().collect();
    let parts = Parts::of(sources, cx);
    sources.includes().for_each(|(id, source)| checks::report_merge_conflicts(id, &source.text, cx));
    let mut read = parallel::map(&pages, |(id, source)| read_page(parse(*id, source, sources, &parts), sources));
    let stated = read.iter().map(|read| read.stated.clone()).collect();
    let namespaces = namespace::namespaces(&pages, stated).into_iter().enumerate();
    let headings = Headings::learn(read.iter().flat_map(|read| &read.lowered.seen));
    let is_other = |(at, namespace): &(usize, Namespace)| {
        let Read { lowered, translation, .. } = &read[*at];
        let tells_more = |page: &Page<'_>| headings.tells_more(page, lowered.language);
        lowered.entry.namespace != *namespace || translation.as_ref().is_some_and(tells_more)
    };
    let others: Vec<_> = namespaces.filter(is_other).collect();
    let lower_again = |(at, namespace): &(usize, Namespace)| {
        let (id, source) = pages[*at];
        let (page, slips) = parse(id, source, sources, &parts);
        lower_page(&page, slips, read[*at].lowered.language, namespace, &headings, sources)
    };
    for (lowered, (at, _)) in parallel::map(&others, lower_again).into_iter().zip(&others) {
        read[*at].lowered = lowered;
    }
    let mut schema = Schema::default();
    let (mut translations, mut translated, mut titled) = (Translations::default(), Vec::new(), Vec::new());
    for Read { lowered, translation, .. } in read {
        // Overviews without an English word that we know pass for translations, but define nothing whose name could be
        // restored.
        if !lowered.definitions.is_empty() {
            translations.add(lowered.entry.source, lowered.language);
            translated.extend(translation);
        }
        schema.structured.extend(lowered.definitions.structured);
        schema.enums.extend(lowered.definitions.enums);
        schema.pages.push(lowered.entry);
        titled.push(lowered.titled);
        cx.append(lowered.diagnostics);
    }
    copied_names::restore(&mut schema, &titled, cx);
    misplaced::report(&schema, cx);
    translated::restore(&mut schema, &translated, &translations, sources, cx);
    schema
}

/// A page with the parts that it includes, and its columns in the order in which they are read; and what was misspelt
/// on it.
fn parse<'s>(id: SourceId, source: &'s Source, sources: &'s Sources, parts: &Parts) -> (Page<'s>, Diagnostics) {
    let mut page = page::parse(id, source);
    title::raise(&mut page);
    included::insert(&mut page, sources, parts);
    let mut slips = Diagnostics::new();
    slips::mend(&mut page, sources, &mut slips);
    tables::order::arrange(&mut page, &mut slips);
    (page, slips)
}

fn read_page<'s>((page, slips): (Page<'s>, Diagnostics), sources: &'s Sources) -> Read<'s> {
    let line = namespace::Line::of(&page);
    let language = Language::of(&page, line.as_ref());
    let stated = line.map(|line| line.stated(&page));
    let namespace = stated.clone().unwrap_or_else(Namespace::root);
    let lowered = lower_page(&page, slips, language, &namespace, &Headings::default(), sources);
    Read { translation: language.is_translated().then_some(page), stated, lowered }
}

/// What `page` says; `cx` has what was found on it so far.
fn lower_page<'s>(
    page: &Page<'s>,
    mut cx: Diagnostics,
    language: Language,
    namespace: &Namespace,
    headings: &Headings,
    sources: &'s Sources,
) -> Lowered<'s> {
    let title = Title::of(page, language, sources.file_name(page.source));
    let context = Context { page, sources, namespace: namespace.clone(), title, language };
    let topics = section::topics(page, language, headings);
    let seen = if language.is_translated() { section::learned::seen(&topics) } else { Vec::new() };
    let mut definitions = definition::definitions(&context, &topics, &mut cx);
    definitions.move_names_to(page.source, context.title.span);
    if definitions.is_empty() {
        checks::report_no_type(&context, &mut cx);
    }
    checks::report_blocks(&context, &mut cx);
    checks::report_links(&context, &mut cx);
    let text = sources.get(page.source).map_or("", |source| &source.text);
    checks::report_merge_conflicts(page.source, text, &mut cx);
    checks::report_front_matter(&context, text, &mut cx);
    let titled = copied_names::of_title(&context, &definitions);
    let entry = PageEntry {
        source: page.source,
        file_name: context.file_name().to_owned(),
        namespace: context.namespace.clone(),
        defines: definitions.subject(&context).cloned(),
        is_translated: language.is_translated(),
    };
    Lowered { language, definitions, entry, titled, seen, diagnostics: cx }
}

/// The only one of `all`; none if there are several.
fn only<T>(mut all: impl Iterator<Item = T>) -> Option<T> {
    all.next().filter(|_| all.next().is_none())
}

#[cfg(test)]
mod tests;
