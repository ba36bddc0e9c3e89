//! Pages whose file isn't called like their type: there is a slip in the title of an enum, or another type's page was
//! pasted over what stood there.

use crate::diagnostic::rules::CONFLICTING_NAME;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::hash::HashSet;
use crate::model::{PageName, QualifiedName, Schema};
use crate::spelling::is_misspelt;

use super::copied_names::{self, is_called};

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

/// Whether a file is called like the type with something behind it: `anchor-more.md` may go on with `anchor`.
fn is_part(file_name: &str, name: &str) -> bool {
    file_name.split(['-', '.']).any(|part| part.eq_ignore_ascii_case(name))
}
