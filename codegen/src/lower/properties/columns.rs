//! Which columns of a table of properties hold what comes after the name.

use crate::lower::facts::required::REQUIRED;
use crate::lower::tables::words::DESCRIPTION;
use crate::lower::tables::{is_one, is_untyped, word};
use crate::page::{Inlines, Row, Table};

/// Where a table holds what comes after the name.
pub(super) struct Columns {
    pub(super) ty: Option<usize>,
    pub(super) description: usize,
    required: Option<usize>,
    read_only: Option<usize>,
}

/// What a cell has where the column's header is true of the row, lower case.
const YES: [&str; 5] = ["yes", "true", "x", "✓", "✔"];

/// What says in cells the same as the header does, lower case.
const READ_ONLY: [&str; 3] = ["read-only", "readonly", "read only"];

impl Columns {
    /// The third column is of descriptions, unless the header says that others come before.
    pub(super) fn of(table: &Table<'_>) -> Self {
        let called =
            |names: &[&str]| (2..table.header.len()).find(|column| is_one(&word(&table.header[*column]), names));
        match table.header.len() {
            2 if is_untyped(table) => Columns { ty: None, description: 1, required: None, read_only: None },
            ..=3 => Columns { ty: Some(1), description: 2, required: None, read_only: None },
            _ => Columns {
                ty: Some(1),
                description: called(DESCRIPTION).unwrap_or(2),
                required: called(&REQUIRED),
                read_only: called(&READ_ONLY),
            },
        }
    }

    /// Whether the row says in a column of its own that the property is required.
    pub(super) fn is_required(&self, row: &Row<'_>) -> bool {
        says_yes(row, self.required, &REQUIRED)
    }

    /// Whether it says so that it is read-only.
    pub(super) fn is_read_only(&self, row: &Row<'_>) -> bool {
        says_yes(row, self.read_only, &READ_ONLY)
    }
}

fn says_yes(row: &Row<'_>, column: Option<usize>, words: &[&str]) -> bool {
    let says_so = |cell: &Inlines<'_>| {
        let text = cell.plain();
        YES.iter().chain(words).any(|word| text.trim().eq_ignore_ascii_case(word))
    };
    column.and_then(|column| row.cells.get(column)).is_some_and(says_so)
}
