//! Pages whose file isn't called like their type: there is a slip in the title of an enum, or another type's page was
//! pasted over what stood there.

use crate::diagnostic::rules::CONFLICTING_NAME;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::hash::HashSet;
use crate::model::{PageName, QualifiedName, Schema, Spanned};
use crate::spelling::is_misspelt;

use super::Context;
use super::copied_names::{self, is_called};
use super::title::name_before_kind;

/// Reports such pages of `schema`. Many files have other names than their types, and nothing is wrong with them.
pub(super) fn report(schema: &Schema<'_>, cx: &mut Diagnostics) {
    let at_home: HashSet<String> = copied_names::at_home(schema).map(QualifiedName::key).collect();
    for name in schema.names() {
        let Some(entry) = schema.page(name.span.source) else { continue };
        if entry.defines.as_ref() != Some(&name.value) || is_called(entry, &name.value) {
            continue;
        }
        let (short, file) = (name.value.name(), PageName::of_file(&entry.file_name).last_part());
        let (message, help) = if is_misspelt(short, file) {
            (format!("`{short}` is defined in the file of `{file}`"), "spell the name in one way")
        } else if at_home.contains(&name.value.key()) && !is_part(&entry.file_name, short) {
            let message = format!("`{short}`, which has a page of its own, is defined in the file of `{file}`, too");
            (message, "was its page pasted over another one?")
        } else {
            continue;
        };
        cx.report(Diagnostic::new(&CONFLICTING_NAME, message, name.span, "named here").with_help(help));
    }
}

/// The name of a page that has it from its title alone: the one in the front matter, if the file is called so, and the title
/// is that of another page (`accesspackagecustomextensionhandlerstatus.md` of 2021).
pub(super) fn as_file(
    context: &Context<'_, '_>,
    titled: Spanned<QualifiedName>,
    cx: &mut Diagnostics,
) -> Spanned<QualifiedName> {
    let file = PageName::of_file(context.file_name()).last_part();
    let entry = context.page.front_matter.iter().find(|entry| entry.key == "title");
    let named = entry.and_then(|entry| Some((name_before_kind(entry.value)?, entry.span)));
    let short = titled.value.name();
    let Some((name, span)) = named.filter(|(name, _)| name.eq_ignore_ascii_case(file)) else { return titled };
    if short.eq_ignore_ascii_case(file) {
        return titled;
    }
    let message = format!("the title names `{short}` on the page of `{name}`");
    let found = Diagnostic::new(&CONFLICTING_NAME, message, titled.span, "passed over");
    let found = found.with_label(span, "front matter and file agree on this name");
    cx.report(found.with_help("correct the title"));
    Spanned::new(QualifiedName::new(&titled.value.namespace(), name), span)
}

/// Whether a file is called like the type with something behind it: `anchor-more.md` may go on with `anchor`.
fn is_part(file_name: &str, name: &str) -> bool {
    file_name.split(['-', '.']).any(|part| part.eq_ignore_ascii_case(name))
}
