//! Which columns of a table of properties hold what comes after name and type.

use crate::page::{Inlines, Row, Table};

use super::column_words::DESCRIPTION;
use super::columns::word;

/// Where a table holds what comes after name and type.
pub(super) struct Columns {
    pub(super) description: usize,
    required: Option<usize>,
}

impl Columns {
    /// The third column is of descriptions, unless the header says that others come before.
    pub(super) fn of(table: &Table<'_>) -> Self {
        let called = |names: &[&str]| {
            (2..table.header.len()).find(|column| names.contains(&word(&table.header[*column]).as_str()))
        };
        match table.header.len() {
            ..=3 => Columns { description: 2, required: None },
            _ => {
                Columns { description: called(DESCRIPTION).unwrap_or(2), required: called(&["required", "mandatory"]) }
            }
        }
    }

    /// Whether the row says so in a column of its own.
    pub(super) fn is_required(&self, row: &Row<'_>) -> bool {
        let says_so = |cell: &Inlines<'_>| {
            let text = cell.plain();
            ["yes", "true", "required"].iter().any(|word| text.trim().eq_ignore_ascii_case(word))
        };
        self.required.and_then(|column| row.cells.get(column)).is_some_and(says_so)
    }
}
