//! What rows call an enum whose section is headed by the property: `### state values`, to which
//! `[subscriptionState](#state-values)` leads (`cloudlicensing-subscription.md`).

use crate::hash::HashMap;
use crate::lower::{tables, type_name};
use crate::model::{NamedRef, Namespace};
use crate::page::{Heading, Page};

use super::slug;

/// The types that the rows of a page name by links to sections of that page, by the rows' names in lower case.
pub(super) struct CalledByRows<'s>(HashMap<String, NamedRef<'s>>);

impl<'s> CalledByRows<'s> {
    /// What the rows of `page`, which is of `namespace`, call their enums.
    pub(super) fn of(page: &Page<'s>, namespace: &Namespace) -> Self {
        let rows = page.tables().filter(|table| tables::holds_types(table)).flat_map(|table| &table.rows);
        let named = rows.filter_map(|row| {
            let [name, ty, ..] = row.cells.as_slice() else { return None };
            let leads_here = ty.links().any(|(_, target)| target.starts_with('#'));
            let named = leads_here.then(|| type_name::type_ref(ty, namespace))?.reference.named().cloned()?;
            Some((name.plain().trim().to_ascii_lowercase(), named))
        });
        Self(named.collect())
    }

    /// What the row that is called `name`, as the `heading` is, calls the enum below it.
    pub(super) fn label(&self, heading: &Heading<'_>, name: &str) -> Option<&str> {
        let named = self.0.get(&name.to_ascii_lowercase())?;
        let fragment = named.target.strip_prefix('#')?;
        (!named.text.is_empty() && fragment.eq_ignore_ascii_case(&slug(heading))).then_some(named.text.as_ref())
    }
}
