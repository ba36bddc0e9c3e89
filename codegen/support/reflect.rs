//! What is known about a type without a value of it.

use super::{Record, Table};

/// A struct, or an enum over derived types: what OData calls an entity type or
/// a complex type. Of an enum, all is what the base has.
///
/// All of them can also be cloned, compared, shown, read and written. Generic
/// code that does so asks for it:
/// `fn store<T: StructuredType + Clone + Serialize + DeserializeOwned>(value: &T)`.
// Constants of each type's own would take the compiler longer; so would asking for
// more here, for it looks whether each type has it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no type of these bindings",
    note = "a `Collection` or a `Delta` holds types of the bindings, `String` or `serde_json::Value`; generic code asks for \
            `support::Element`"
)]
pub trait StructuredType: Record + Default {
    /// What is constant about it.
    #[doc(hidden)]
    const TABLE: &'static Table;
    /// The type's name in `@odata.type`: `#microsoft.graph.user`.
    const ODATA_TYPE: &'static str = Self::TABLE.odata_type;
    /// The names in `@odata.type` of what it derives from, nearest first.
    const BASE_TYPES: &'static [&'static str] = Self::TABLE.bases;
    /// The names of the structural properties in JSON, for `$select`.
    const PROPERTIES: &'static [&'static str] = Self::TABLE.properties();
    /// The names of the navigation properties in JSON, for `$expand`.
    const NAVIGATION_PROPERTIES: &'static [&'static str] = Self::TABLE.navigation_properties();
}

/// Some of a type's properties, for `$select` or `$expand`:
/// `select(User::PROPERTIES, ["id", "displayName"])`,
/// `select(User::NAVIGATION_PROPERTIES, ["manager"])`.
///
/// In a `const`, a name that is not among the properties is an error of the
/// compiler, which shows it.
///
/// # Panics
///
/// Elsewhere, if a name is not among the properties.
#[allow(clippy::panic)] // There is no other way to stop the compiler.
pub const fn select<const N: usize>(properties: &[&str], names: [&'static str; N]) -> [&'static str; N] {
    let mut rest = names.as_slice();
    while let [name, others @ ..] = rest {
        if !contains(properties, name) {
            panic!("{}", Complaint::about(name).as_str());
        }
        rest = others;
    }
    names
}

/// The bytes that a [`Complaint`] may take.
const ROOM: usize = 80;

/// "no such property: `displayNam`", for constants can't be formatted. A name for
/// which there is no room stands alone.
struct Complaint<'n> {
    name: &'n str,
    text: [u8; ROOM],
    len: usize,
}

impl<'n> Complaint<'n> {
    const fn about(name: &'n str) -> Self {
        let mut complaint = Complaint { name, text: [0; ROOM], len: 0 };
        complaint.add(b"no such property: `");
        complaint.add(name.as_bytes());
        complaint.add(b"`");
        complaint
    }

    const fn add(&mut self, mut bytes: &[u8]) {
        while let [byte, rest @ ..] = bytes {
            if self.len < self.text.len() {
                self.text[self.len] = *byte;
            }
            self.len += 1;
            bytes = rest;
        }
    }

    const fn as_str(&self) -> &str {
        if self.len > self.text.len() {
            return self.name;
        }
        match std::str::from_utf8(self.text.split_at(self.len).0) {
            Ok(text) => text,
            Err(_) => self.name,
        }
    }
}

const fn contains(mut names: &[&str], name: &str) -> bool {
    while let [first, others @ ..] = names {
        if same(first.as_bytes(), name.as_bytes()) {
            return true;
        }
        names = others;
    }
    false
}

const fn same(mut a: &[u8], mut b: &[u8]) -> bool {
    while let ([first, a_rest @ ..], [second, b_rest @ ..]) = (a, b) {
        if *first != *second {
            return false;
        }
        (a, b) = (a_rest, b_rest);
    }
    a.is_empty() && b.is_empty()
}
