//! Code that is wider than a line, as people read it: the only place that knows prettyplease.
//!
//! Nearly all that bindings consist of fits on a line, and layout would leave it as it is. So it is written as text, and
//! only the rest is taken apart: trees of everything would cost most of a run's time.

use proc_macro2::TokenStream;
use quote::quote;
use syn::File;

/// What stands before fields and variants.
pub(super) const INDENT: &str = "    ";

/// The widest line that layout leaves whole.
const WIDTH: usize = 89;

/// Adds to `out` the attribute `code` of an item, laid out.
pub(super) fn push_attribute(code: &str, out: &mut String) {
    push(code, "", "struct Wrapped;\n", |attribute| quote!(#attribute struct Wrapped;), out);
}

/// Adds to `out` the field `code`, laid out, with the comma behind it; attributes stand on lines of their own.
pub(super) fn push_field(code: &str, out: &mut String) {
    push(code, "struct Wrapped {\n", "}\n", |field| quote!(struct Wrapped { #field }), out);
}

/// The same for the variant `code`.
pub(super) fn push_variant(code: &str, out: &mut String) {
    push(code, "enum Wrapped {\n", "}\n", |variant| quote!(enum Wrapped { #variant }), out);
}

/// The type `code`, laid out.
pub(super) fn laid_out_type(code: &str) -> Option<String> {
    let text = laid_out(code, |ty| quote!(type Wrapped = #ty;))?;
    Some(text.strip_prefix("type Wrapped = ")?.strip_suffix(";\n")?.to_owned())
}

/// Adds `code` to `out`. Where it doesn't fit, it is laid out within an item of its own, that begins with `head` and
/// ends with `tail`.
fn push(code: &str, head: &str, tail: &str, wrap: impl FnOnce(TokenStream) -> TokenStream, out: &mut String) {
    let indent = if head.is_empty() { "" } else { INDENT };
    let may_be_wide = |line: &str| !line.is_ascii() || indent.len() + line.len() > WIDTH;
    if !may_be_wide(code) && !code.contains('\n') {
        // Nearly all is.
        out.extend([indent, code, "\n"]);
    } else if code.lines().any(may_be_wide)
        && let Some(text) = laid_out(code, wrap)
        && let Some(part) = text.strip_prefix(head).and_then(|text| text.strip_suffix(tail))
    {
        out.push_str(part);
    } else {
        code.lines().for_each(|line| out.extend([indent, line, "\n"]));
    }
}

fn laid_out(code: &str, wrap: impl FnOnce(TokenStream) -> TokenStream) -> Option<String> {
    let file: File = syn::parse2(wrap(code.parse().ok()?)).ok()?;
    Some(prettyplease::unparse(&file))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_would_stay_as_it_is() {
        for width in WIDTH - 5..WIDTH + 5 {
            let code = format!("pub x: Option<{}>,", "X".repeat(width - "    pub x: Option<>,".len()));
            let text = laid_out(&code, |field| quote!(struct Wrapped { #field })).unwrap_or_default();
            assert_eq!(text.contains(&code), width <= WIDTH, "{text}");
        }
    }

    #[test]
    fn what_is_wide_is_broken_and_nothing_else() {
        let name = "AReallyLongNameOfATypeThatIsFarTooLongForAnyLine";
        let mut text = String::new();
        push_attribute("#[deprecated(note = \"Short.\")]", &mut text);
        push_attribute(&format!("#[deprecated(note = \"{}\")]", "Long. ".repeat(20)), &mut text);
        push_field("pub short: Option<u8>,", &mut text);
        push_field(
            &format!("#[deprecated(note = \"Übel.\")]\npub a_field_that_is_long: Option<Vec<{name}>>,"),
            &mut text,
        );
        push_variant("Short,", &mut text);
        push_variant(&format!("{name}(Box<{name}>),"), &mut text);
        let long = "Long. ".repeat(20);
        assert_eq!(
            text,
            format!(
                "#[deprecated(note = \"Short.\")]
#[deprecated(
    note = \"{long}\"
)]
    pub short: Option<u8>,
    #[deprecated(note = \"Übel.\")]
    pub a_field_that_is_long: Option<
        Vec<{name}>,
    >,
    Short,
    {name}(
        Box<{name}>,
    ),
"
            )
        );
    }
}
