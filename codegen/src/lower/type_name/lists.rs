//! Lists as programs and authors write them: `List<x>`, `x list`.

use crate::model::name::strip_suffix_caseless;
use crate::page::GENERIC;

/// What says so behind a type: "List" alone is a type.
const LIST: &str = "list";

/// Whether `text` is such a list.
pub(super) fn is_list(text: &str) -> bool {
    generic(text).is_some() || list(text).is_some()
}

/// What stands behind the `<` of `List<x>`.
pub(super) fn generic(text: &str) -> Option<&str> {
    let (kind, behind) = text.split_once('<')?;
    GENERIC.iter().any(|known| known.eq_ignore_ascii_case(kind.trim())).then_some(behind)
}

/// What stands before the last word of `x list`, where a link may stand.
pub(super) fn list(text: &str) -> Option<&str> {
    let before = strip_suffix_caseless(text.trim_end(), LIST)?;
    before.ends_with(' ').then(|| before.trim())
}
