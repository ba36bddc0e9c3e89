//! Which columns of a table of properties hold what comes after the name.

use crate::lower::tables::words::DESCRIPTION;
use crate::lower::tables::{is_one, is_untyped, word};
use crate::page::{Inlines, Row, Table};

/// Where a table holds what comes after the name.
pub(super) struct Columns {
    pub(super) ty: Option<usize>,
    pub(super) description: usize,
    required: Option<usize>,
}

impl Columns {
    /// The third column is of descriptions, unless the header says that others come before.
    pub(super) fn of(table: &Table<'_>) -> Self {
        let called =
            |names: &[&str]| (2..table.header.len()).find(|column| is_one(&word(&table.header[*column]), names));
        match table.header.len() {
            2 if is_untyped(table) => Columns { ty: None, description: 1, required: None },
            ..=3 => Columns { ty: Some(1), description: 2, required: None },
            _ => Columns {
                ty: Some(1),
                description: called(DESCRIPTION).unwrap_or(2),
                required: called(&["required", "mandatory"]),
            },
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
