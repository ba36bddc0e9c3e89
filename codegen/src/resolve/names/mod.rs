//! Rust names, by RFC 430: keywords, clashes and reserved words are settled here and nowhere else.

use std::fmt;

use crate::hash::HashSet;

use smol_str::SmolStr;

mod case;

pub use case::{snake, upper_camel};

/// An identifier that Rust accepts. There are tens of thousands, and most are short enough to stand here themselves.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RustIdent {
    text: SmolStr,
    raw: bool,
}

impl RustIdent {
    /// The identifier without `r#`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Adds the identifier, as it is written, to `out`.
    pub fn push_to(&self, out: &mut String) {
        if self.raw {
            out.push_str("r#");
        }
        out.push_str(&self.text);
    }

    /// `text` as an identifier, whatever else is called so.
    pub(super) fn new(text: String) -> Self {
        // `r#self` and its like are no identifiers:
        // https://doc.rust-lang.org/reference/identifiers.html#raw-identifiers
        if matches!(text.as_str(), "self" | "Self" | "super" | "crate" | "_") {
            return Self { text: (text + "_").into(), raw: false };
        }
        // Nearly all names are longer than any keyword.
        let raw = text.len() <= LONGEST_KEYWORD && KEYWORDS.binary_search(&text.as_str()).is_ok();
        Self { text: text.into(), raw }
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

/// The keywords of all editions, reserved ones too, but for those that can't be raw; sorted.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
    "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
    "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

const LONGEST_KEYWORD: usize = "continue".len();

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
const MODULES: &[&str] = &["macros", "mod", "support", "tables", "types"];

/// What no field may be called. Enums over derived types have a method for each field that their types share, which
/// gets a mark if it would hide something else that can be called on the enum: so the names with a mark are taken.
const FIELDS: &[&str] = &[
    "additional_properties",
    "additional_properties_mut_",
    "clone_",
    "eq_",
    "fmt_",
    "from_",
    "into_",
    "ne_",
    "odata_type_",
    "serialize_",
    "to_owned_",
    "try_from_",
    "try_into_",
];

/// The method of an enum over derived types that returns the property with this field.
#[must_use]
pub fn method(field: &RustIdent) -> RustIdent {
    let hides = |taken: &&str| taken.strip_suffix('_') == Some(field.as_str());
    if FIELDS.iter().any(hides) { RustIdent::new(format!("{}_", field.as_str())) } else { field.clone() }
}

/// The most marks that a name gets. If each were longer than the one before it, the output would grow with the square
/// of the number of equal names.
const MOST_MARKS: &str = "________";

/// Hands out names in one scope, each only once.
#[derive(Debug, Default)]
pub struct Scope {
    /// Names that are taken from the start.
    reserved: &'static [&'static str],
    taken: HashSet<SmolStr>,
}

impl Scope {
    fn new(reserved: &'static [&'static str]) -> Self {
        Self { reserved, taken: HashSet::default() }
    }

    /// A scope for the types of a module.
    #[must_use]
    pub fn types() -> Self {
        Self::new(PRELUDE)
    }

    /// A scope for the modules below the root.
    #[must_use]
    pub fn modules() -> Self {
        Self::new(MODULES)
    }

    /// A scope for the fields of a struct: none may be called as the [`method`] of another.
    #[must_use]
    pub fn fields() -> Self {
        Self::new(FIELDS)
    }

    /// A scope for the variants of an enum, where `Other` holds what the bindings don't know.
    #[must_use]
    pub fn variants() -> Self {
        Self::new(&["Other"])
    }

    /// Makes room for so many more names.
    pub(super) fn reserve(&mut self, names: usize) {
        self.taken.reserve(names);
    }

    /// `text`, with `_` after it as often as it takes to be new here; a number where that would be too often.
    pub fn claim(&mut self, text: String) -> RustIdent {
        self.claim_unless(text, |_| false)
    }

    /// The same where names are `taken` elsewhere, too.
    pub(super) fn claim_unless(&mut self, text: String, taken: impl Fn(&str) -> bool) -> RustIdent {
        let mut ident = RustIdent::new(text);
        while self.has(&ident.text) || taken(&ident.text) {
            ident = RustIdent::new(match ident.text.strip_suffix(MOST_MARKS) {
                Some(text) => format!("{text}{}", self.taken.len()),
                None => format!("{}_", ident.text),
            });
        }
        self.taken.insert(ident.text.clone());
        ident
    }

    /// Whether `text` is taken.
    #[must_use]
    pub fn has(&self, text: &str) -> bool {
        self.reserved.contains(&text) || self.has_handed_out(text)
    }

    /// Whether `text` was taken here, and not from the start.
    pub(super) fn has_handed_out(&self, text: &str) -> bool {
        self.taken.contains(text)
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
    fn keywords_can_be_searched() {
        assert!(KEYWORDS.is_sorted());
        assert_eq!(KEYWORDS.iter().map(|word| word.len()).max(), Some(LONGEST_KEYWORD));
    }

    #[test]
    fn no_property_hides_a_method_or_another_property() {
        let mut scope = Scope::fields();
        let fields = ["from", "from_", "From", "odataType", "name"].map(|name| scope.claim(snake(name)));
        assert_eq!(fields.each_ref().map(RustIdent::as_str), ["from", "from__", "from___", "odata_type", "name"]);
        let methods: Vec<String> = fields.iter().map(|field| method(field).to_string()).collect();
        assert_eq!(methods, ["from_", "from__", "from___", "odata_type_", "name"]);
    }

    #[test]
    fn names_that_are_taken_get_a_mark() {
        let mut scope = Scope::fields();
        let names = ["type", "self", "fooBar", "FooBar", "additionalProperties"]
            .map(|name| scope.claim(snake(name)).to_string());
        assert_eq!(names, ["r#type", "self_", "foo_bar", "foo_bar_", "additional_properties_"]);
    }

    #[test]
    fn many_names_that_are_taken_get_a_number() {
        let mut scope = Scope::variants();
        let names: HashSet<String> = (0..1_000).map(|_| scope.claim("Same".to_owned()).to_string()).collect();
        assert_eq!(names.len(), 1_000);
        assert!(names.contains("Same________") && names.contains("Same9") && names.contains("Same999"));
    }
}
