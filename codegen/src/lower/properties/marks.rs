//! An asterisk behind a name, `hull*`, and the footnote that says what it means: that the property is required.

use crate::hash::HashSet;
use crate::lower::facts::localised::says_required;
use crate::lower::facts::required;
use crate::lower::prose::sentence;
use crate::model::Property;
use crate::page::{Block, Inlines, Section, Table};
use crate::source::{Sources, Span};

/// What a footnote says in English, lower case.
const REQUIRED: [&str; 8] = [
    "required",
    "mandatory",
    "required property",
    "required properties",
    "required field",
    "required fields",
    "required on create",
    "required on creation",
];

/// What says in a sentence that the asterisk stands for something: "Properties marked with * are required."
const MARKS: [&str; 5] = ["mark", "indicat", "denot", "asterisk", "with *"];

/// What makes a condition of it, or denies it.
const UNLESS: [&str; 6] = ["not ", "n't ", " if ", " when ", " unless ", " only "];

/// What the footnotes say of the section that was asked for last: it may have many tables.
#[derive(Default)]
pub(in crate::lower) struct Footnotes<'p, 's> {
    last: Option<(&'p Section<'s>, bool)>,
}

impl<'p, 's> Footnotes<'p, 's> {
    /// Marks those of `properties`, which are read from `table`, as required that have an asterisk, if `section` says so.
    pub(in crate::lower) fn apply(
        &mut self,
        sources: &Sources,
        section: &'p Section<'s>,
        table: &Table<'_>,
        properties: &mut [Property<'_>],
    ) {
        let is_marked =
            |cell: &&Inlines<'_>| cell.pieces.last().is_some_and(|last| last.text.trim_end().ends_with('*'));
        let cells = table.rows.iter().filter_map(|row| row.cells.first()).filter(is_marked);
        let marked: HashSet<u32> = cells.map(|cell| cell.span.start).collect();
        if marked.is_empty() || !self.say_required(sources, section) {
            return;
        }
        for property in properties.iter_mut().filter(|property| marked.contains(&property.name.span.start)) {
            property.facts.required = true;
        }
    }

    fn say_required(&mut self, sources: &Sources, section: &'p Section<'s>) -> bool {
        match self.last {
            Some((last, says_so)) if std::ptr::eq(last, section) => says_so,
            _ => {
                let says_so = section.blocks.iter().any(|block| is_footnote(sources, block));
                self.last = Some((section, says_so));
                says_so
            }
        }
    }
}

fn is_footnote(sources: &Sources, block: &Block<'_>) -> bool {
    match block {
        // The asterisk makes an item of it, as a hyphen would.
        Block::ListItem(words) => {
            !is_behind_hyphen(sources, words.span) && says_so(words.plain().trim().trim_start_matches('*'))
        }
        Block::Paragraph(words) | Block::Quote(words) => {
            let plain = words.plain();
            let lines = plain.lines().map(str::trim);
            let mut notes = lines.filter_map(|line| line.strip_prefix('*').filter(|rest| !rest.starts_with('*')));
            notes.any(says_so) || sentence::split(&plain).any(explains)
        }
        _ => false,
    }
}

fn is_behind_hyphen(sources: &Sources, item: Span) -> bool {
    let before = sources.get(item.source).and_then(|source| source.text.get(..item.range().start));
    before.is_some_and(|before| before.trim_end().ends_with(['-', '+', '.', ')']))
}

/// Whether the words behind an asterisk are but "required".
fn says_so(note: &str) -> bool {
    let note = note.trim_matches([' ', ':', '=', '-', '\u{2013}', '.', '(', ')']).to_lowercase();
    REQUIRED.contains(&note.as_str()) || says_required(&note)
}

/// Whether a sentence says what the asterisk means.
fn explains(sentence: &str) -> bool {
    sentence.contains('*') && {
        let lower = sentence.to_ascii_lowercase();
        let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
        has(&required::REQUIRED) && has(&MARKS) && !has(&UNLESS)
    }
}
