//! Which columns of a table of properties hold what comes after the name.

use crate::lower::facts::localised::says_required;
use crate::lower::facts::required::REQUIRED;
use crate::lower::facts::words;
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

/// Cells that answer the header with "yes", lower case.
const YES: [&str; 17] =
    ["yes", "true", "x", "✓", "✔", "是", "はい", "예", "oui", "ja", "sí", "si", "sim", "sì", "да", "tak", "evet"];

/// Headers that ask in other words whether a property is required (`appscope.md` of 2020), lower case.
const IS_REQUIRED: [&str; 3] = ["isrequired", "is required", "required?"];

/// Cells that repeat the header, lower case; in other languages, see [`words`].
const READ_ONLY: [&str; 3] = ["read-only", "readonly", "read only"];

impl Columns {
    /// The third column is of descriptions, unless the header says that others come before.
    pub(super) fn of(table: &Table<'_>) -> Self {
        let column = |is: &dyn Fn(&str) -> bool| {
            (2..table.header.len()).find(|column| is(&word(&table.header[*column]).to_lowercase()))
        };
        match table.header.len() {
            2 if is_untyped(table) => Columns { ty: None, description: 1, required: None, read_only: None },
            ..=3 => Columns { ty: Some(1), description: 2, required: None, read_only: None },
            _ => Columns {
                ty: Some(1),
                description: column(&|word| is_one(word, DESCRIPTION)).unwrap_or(2),
                required: column(&|word| calls_required(word) || IS_REQUIRED.contains(&word)),
                read_only: column(&calls_read_only),
            },
        }
    }

    /// Whether the row says in a column of its own that the property is required.
    pub(super) fn is_required(&self, row: &Row<'_>) -> bool {
        says_yes(row, self.required, calls_required)
    }

    /// Whether the row says that the property is read-only, in a column of its own or beside the type: "string
    /// (readonly)".
    pub(super) fn is_read_only(&self, row: &Row<'_>) -> bool {
        says_yes(row, self.read_only, calls_read_only) || self.remarks_read_only(row)
    }

    fn remarks_read_only(&self, row: &Row<'_>) -> bool {
        let Some(cell) = self.ty.and_then(|column| row.cells.get(column)) else { return false };
        let text = cell.plain();
        let remark = text.trim_end().strip_suffix(')').and_then(|text| text.rsplit_once('('));
        remark.is_some_and(|(_, remark)| calls_read_only(&remark.trim().to_lowercase()))
    }
}

fn calls_required(word: &str) -> bool {
    REQUIRED.contains(&word) || says_required(word)
}

fn calls_read_only(word: &str) -> bool {
    READ_ONLY.contains(&word) || words::READ_ONLY.contains(&word)
}

fn says_yes(row: &Row<'_>, column: Option<usize>, says_the_same: impl Fn(&str) -> bool) -> bool {
    let says_so = |cell: &Inlines<'_>| {
        let text = cell.plain().trim().to_lowercase();
        YES.contains(&text.as_str()) || says_the_same(&text)
    };
    column.and_then(|column| row.cells.get(column)).is_some_and(says_so)
}
