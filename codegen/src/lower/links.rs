//! Where links lead, in the repository (`../resources/user.md`) and on the site
//! (`https://learn.microsoft.com/en-us/graph/api/resources/user?view=graph-rest-1.0`).

/// What the page that a link leads to is called: `user`. `None` where it leads to no page, or to none of a type on the
/// site.
pub(super) fn page(target: &str) -> Option<&str> {
    let path = target.split(['#', '?']).next()?;
    let (folders, file) = path.rsplit_once('/').unwrap_or(("", path));
    let on_site = || folders.ends_with("/graph/api/resources").then_some(file);
    file.strip_suffix(".md").or_else(on_site).filter(|page| !page.is_empty())
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
    fn methods_are_no_resources() {
        assert!(is_of_method("../api/user-get.md"));
        assert!(is_of_method("https://learn.microsoft.com/en-us/graph/api/user-get?view=graph-rest-1.0"));
        assert!(!is_of_method("https://learn.microsoft.com/en-us/graph/api/resources/user?view=graph-rest-1.0"));
        assert!(!is_of_method("../resources/user.md"));
    }
}
