//! Where links lead, in the repository (`../resources/user.md`) and on the site
//! (`https://learn.microsoft.com/en-us/graph/api/resources/user?view=graph-rest-1.0`).

/// The target of a link without what stands behind the page.
pub(super) fn path(target: &str) -> &str {
    target.split(['#', '?']).next().unwrap_or_default()
}

/// What the page that a link leads to is called: `user`. `None` where it leads to no page, or to none of a type on the
/// site.
pub(super) fn page(target: &str) -> Option<&str> {
    let path = path(target);
    let (folders, file) = path.rsplit_once('/').unwrap_or(("", path));
    let on_site = || folders.ends_with("/graph/api/resources").then_some(file);
    file.strip_suffix(".md").or_else(on_site).filter(|page| !page.is_empty())
}

/// The type that a link is about, if its label doesn't tell: that of the section `#kind-values`, else that of the page.
pub(super) fn about(target: &str) -> Option<&str> {
    let of_section = || {
        let (_, fragment) = target.split_once('#')?;
        fragment.strip_suffix("-values").or_else(|| fragment.strip_suffix("-enumeration"))
    };
    of_section().or_else(|| page(target).map(last_part))
}

/// What a page is called, without its namespace: `canal` of `waterways-canal`.
pub(super) fn last_part(page: &str) -> &str {
    page.rsplit('-').next().unwrap_or(page)
}

/// What the page in `file` is called, without its namespace: `canal` of `waterways-canal.md`.
pub(super) fn name_of_file(file: &str) -> &str {
    last_part(file.trim_end_matches(".md"))
}

/// What the page of a method is called: `team-list-members` of `../api/team-list-members.md`.
pub(super) fn method(target: &str) -> Option<&str> {
    let file = path(target).rsplit('/').next()?;
    Some(file.strip_suffix(".md").unwrap_or(file))
}

/// Whether the link leads to a method's page.
pub(super) fn is_of_method(target: &str) -> bool {
    target.contains("/api/") && !target.contains("/resources/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_have_names() {
        assert_eq!(page("../resources/user.md#properties"), Some("user"));
        assert_eq!(page("user.md"), Some("user"));
        assert_eq!(
            page("https://learn.microsoft.com/de-de/graph/api/resources/user?view=graph-rest-1.0"),
            Some("user")
        );
        assert_eq!(page("https://learn.microsoft.com/en-us/graph/api/user-get?view=graph-rest-1.0"), None);
        assert_eq!(page("#visibility-values"), None);
        assert_eq!(page("https://example.com/user"), None);
    }

    #[test]
    fn sections_go_before_their_pages() {
        assert_eq!(about("../resources/user.md#kind-values"), Some("kind"));
        assert_eq!(about("#kind-values"), Some("kind"));
        assert_eq!(about("waterways-canal.md#kind-enumeration"), Some("kind"));
        assert_eq!(about("waterways-canal.md#properties"), Some("canal"));
        assert_eq!(about("https://example.com/user"), None);
    }

    #[test]
    fn methods_have_names() {
        assert_eq!(method("../api/team-list-members.md"), Some("team-list-members"));
        assert_eq!(method("/graph/api/team-list-members?view=x"), Some("team-list-members"));
    }

    #[test]
    fn methods_are_no_resources() {
        assert!(is_of_method("../api/user-get.md"));
        assert!(is_of_method("https://learn.microsoft.com/en-us/graph/api/user-get?view=graph-rest-1.0"));
        assert!(!is_of_method("https://learn.microsoft.com/en-us/graph/api/resources/user?view=graph-rest-1.0"));
        assert!(!is_of_method("../resources/user.md"));
    }
}
