//! What rows call an enum whose section is headed by the property: `### state values`, to which
//! `[subscriptionState](#state-values)` leads (`cloudlicensing-subscription.md`).

use crate::hash::HashMap;
use crate::lower::{tables, type_name};
use crate::model::{NamedRef, Namespace};
use crate::page::{Heading, Page, Row, Table};

use super::slug;

/// The types that the rows of a page name by links to sections of that page, by the rows' names in lower case.
pub(super) struct CalledByRows<'s>(HashMap<String, NamedRef<'s>>);

impl<'s> CalledByRows<'s> {
    /// What the rows of `page`, which is of `namespace`, call their enums.
    pub(super) fn of(page: &Page<'s>, namespace: &Namespace) -> Self {
        let leads_here =
            |row: &&Row<'_>| row.cells.get(1).is_some_and(|ty| ty.links().any(|(_, target)| target.starts_with('#')));
        // Few tables have such a row, and the other question takes longer.
        let asked = |table: &&Table<'_>| table.rows.iter().any(|row| leads_here(&row)) && tables::holds_types(table);
        let rows = page.tables().filter(asked).flat_map(|table| table.rows.iter().filter(leads_here));
        let named = rows.filter_map(|row| {
            let [name, ty, ..] = row.cells.as_slice() else { return None };
            let named = type_name::type_ref(ty, namespace).reference.named().cloned()?;
            Some((name.plain().trim().to_ascii_lowercase(), named))
        });
        Self(named.collect())
    }

    /// What the row called `name` calls the enum below the `heading` of the same name.
    pub(super) fn label(&self, heading: &Heading<'_>, name: &str) -> Option<&str> {
        let named = self.0.get(&name.to_ascii_lowercase())?;
        let fragment = named.target.strip_prefix('#')?;
        (!named.text.is_empty() && fragment.eq_ignore_ascii_case(&slug(heading))).then_some(named.text.as_ref())
    }
}
