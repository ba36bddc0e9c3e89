//! Names of properties, checked.

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
            panic!("{}", *name);
        }
        rest = others;
    }
    names
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
