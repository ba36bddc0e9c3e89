//! Rust names, by RFC 430: keywords, clashes and reserved words are settled here and nowhere else.

use std::collections::HashSet;
use std::fmt;

use heck::{ToSnakeCase, ToUpperCamelCase};
use unicode_ident::{is_xid_continue, is_xid_start};

/// An identifier that Rust accepts.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RustIdent {
    text: String,
    raw: bool,
}

impl RustIdent {
    /// The identifier without `r#`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether it is a keyword, to be written `r#type`.
    #[must_use]
    pub fn is_raw(&self) -> bool {
        self.raw
    }

    /// `text` as an identifier, whatever else is called so.
    pub(super) fn new(text: String) -> Self {
        // `r#self` and its like are no identifiers: https://doc.rust-lang.org/reference/identifiers.html#raw-identifiers
        if matches!(text.as_str(), "self" | "Self" | "super" | "crate" | "_") {
            return Self { text: text + "_", raw: false };
        }
        let raw = KEYWORDS.contains(&text.as_str());
        Self { text, raw }
    }
}

impl fmt::Display for RustIdent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.raw {
            f.write_str("r#")?;
        }
        f.write_str(&self.text)
    }
}

/// The keywords of all editions, reserved ones too, but for those that can't be raw.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
    "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
    "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Names of the prelude that generated code uses bare: a type of that name would shadow them.
const PRELUDE: &[&str] = &[
    "AdditionalProperties",
    "Box",
    "Clone",
    "Debug",
    "Default",
    "Err",
    "From",
    "None",
    "Ok",
    "Option",
    "Result",
    "Some",
    "String",
    "Value",
    "Vec",
];

/// Modules that every set of bindings has beside those of the namespaces; and `mod`, whose file would be another
/// module's.
const MODULES: &[&str] = &["macros", "mod", "support", "tables"];

/// Hands out names in one scope, each only once.
#[derive(Debug, Default)]
pub struct Scope {
    taken: HashSet<String>,
}

impl Scope {
    /// A scope for the types of a module.
    #[must_use]
    pub fn types() -> Self {
        Self { taken: PRELUDE.iter().map(ToString::to_string).collect() }
    }

    /// A scope for the modules below the root.
    #[must_use]
    pub fn modules() -> Self {
        Self { taken: MODULES.iter().map(ToString::to_string).collect() }
    }

    /// A scope for the fields of a struct, and the methods that return them.
    #[must_use]
    pub fn fields() -> Self {
        let own = ["additional_properties", "as_str", "odata_type", "of_type"];
        Self { taken: own.iter().map(ToString::to_string).collect() }
    }

    /// A scope for the variants of an enum, where `Other` holds what the bindings don't know.
    #[must_use]
    pub fn variants() -> Self {
        Self { taken: HashSet::from(["Other".to_owned()]) }
    }

    /// `text`, with `_` after it as often as it takes to be new here.
    pub fn claim(&mut self, text: String) -> RustIdent {
        let mut ident = RustIdent::new(text);
        while !self.taken.insert(ident.text.clone()) {
            ident = RustIdent::new(ident.text + "_");
        }
        ident
    }

    /// Whether `text` is taken.
    #[must_use]
    pub fn has(&self, text: &str) -> bool {
        self.taken.contains(text)
    }
}

/// The name of a type or variant: `customCalloutExtension` is `CustomCalloutExtension`.
#[must_use]
pub fn upper_camel(name: &str) -> String {
    start_with_letter(name.to_upper_camel_case())
}

/// The name of a field, method or module: `customCalloutExtension` is `custom_callout_extension`.
#[must_use]
pub fn snake(name: &str) -> String {
    start_with_letter(name.to_snake_case())
}

/// Members such as `32bit`, and names of punctuation alone, need something in front; heck leaves characters, such as
/// `²`, that no identifier may have.
fn start_with_letter(mut name: String) -> String {
    name.retain(is_xid_continue);
    match name.chars().next() {
        Some(first) if is_xid_start(first) => name,
        _ => format!("_{name}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn whatever_the_name_an_identifier_comes_of_it(name in "\\PC{0,12}|[a-z]{2,8}|[0-9²Ⓐ_ -]{0,4}") {
            for ident in [Scope::types().claim(upper_camel(&name)), Scope::fields().claim(snake(&name))] {
                prop_assert!(syn::parse_str::<syn::Ident>(&ident.to_string()).is_ok(), "{name:?} became {ident}");
            }
        }
    }

    #[test]
    fn names_that_are_taken_get_a_mark() {
        let mut scope = Scope::fields();
        let names = ["type", "self", "fooBar", "FooBar", "additionalProperties"]
            .map(|name| scope.claim(snake(name)).to_string());
        assert_eq!(names, ["r#type", "self_", "foo_bar", "foo_bar_", "additional_properties_"]);
    }
}
