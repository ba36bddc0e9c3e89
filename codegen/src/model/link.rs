//! Where links lead, in the repository (`../resources/user.md`) and on the site
//! (`https://learn.microsoft.com/en-us/graph/api/resources/user?view=graph-rest-1.0`), and what pages are called.

use memchr::{memchr2, memrchr};

use super::name::strip_suffix_caseless;

/// What the files of pages end in.
const EXTENSION: &str = ".md";

/// Where the pages of types are on the site.
const ON_SITE: &str = "/graph/api/resources";

/// What a page is called: `waterways-canal`. Below the root, it begins with the namespace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageName<'t>(&'t str);

impl<'t> PageName<'t> {
    /// What the page in `file` is called.
    #[must_use]
    pub fn of_file(file: &'t str) -> Self {
        Self(strip_suffix_caseless(file, EXTENSION).unwrap_or(file))
    }

    /// The whole name.
    #[must_use]
    pub fn as_str(self) -> &'t str {
        self.0
    }

    /// What stands behind the namespace: `canal`.
    #[must_use]
    pub fn last_part(self) -> &'t str {
        self.0.rsplit('-').next().unwrap_or(self.0)
    }

    /// What stands before that, mostly a namespace: `waterways`.
    #[must_use]
    pub fn prefix(self) -> Option<&'t str> {
        self.0.rsplit_once('-').map(|(prefix, _)| prefix)
    }
}

/// A link's target, taken apart.
#[derive(Clone, Copy, Debug)]
pub struct Link<'t> {
    /// What stands before the query and the fragment.
    pub path: &'t str,
    /// What stands behind the `#`.
    pub fragment: &'t str,
    /// The last segment of the path.
    file: &'t str,
}

impl<'t> Link<'t> {
    /// The link to `target`.
    #[must_use]
    pub fn of(target: &'t str) -> Self {
        let end = memchr2(b'#', b'?', target.as_bytes()).unwrap_or(target.len());
        let (path, behind) = target.split_at(end);
        let fragment = behind.split_once('#').map_or("", |(_, fragment)| fragment);
        let start = memrchr(b'/', path.as_bytes()).map_or(0, |slash| slash + 1);
        Self { path, fragment, file: &path[start..] }
    }

    /// The path without its last segment.
    #[must_use]
    pub fn folder(&self) -> &'t str {
        let folder = &self.path[..self.path.len() - self.file.len()];
        folder.strip_suffix('/').unwrap_or(folder)
    }

    /// What the page is called to which it leads, if there is one of that name; empty where it leads to its own.
    #[must_use]
    pub fn name(&self) -> PageName<'t> {
        PageName::of_file(self.file)
    }

    /// Whether it leads to the file of a page.
    #[must_use]
    pub fn is_file(&self) -> bool {
        self.name().as_str().len() < self.file.len()
    }

    /// What the page is called to which it leads; `None` where it leads to no page, or to none of a type on the site.
    #[must_use]
    pub fn page(&self) -> Option<PageName<'t>> {
        let is_page = self.is_file() || self.folder().ends_with(ON_SITE);
        Some(self.name()).filter(|name| is_page && !name.as_str().is_empty())
    }

    /// The type that it is about, if its label doesn't tell: that of the section `#kind-values`, else that of the page.
    #[must_use]
    pub fn about(&self) -> Option<&'t str> {
        self.section_of().or_else(|| self.page().map(PageName::last_part))
    }

    /// The enum to whose section it leads: `kind` of `#kind-values`.
    #[must_use]
    pub fn section_of(&self) -> Option<&'t str> {
        let before = |noun: &&str| strip_suffix_caseless(self.fragment, noun).map(|name| name.trim_end_matches('-'));
        ["values", "enumeration"].iter().find_map(before).filter(|name| !name.is_empty())
    }

    /// Whether it leads to a method's page.
    #[must_use]
    pub fn is_of_method(&self) -> bool {
        self.folder().ends_with("/api")
    }

    /// Whether it leads to where the pages of types are, beside a page or on the site.
    #[must_use]
    pub fn is_among_types(&self) -> bool {
        let folder = self.folder();
        let is_page = self.is_file() || !self.file.contains('.');
        is_page && (matches!(folder, "" | ".") || folder.ends_with("resources"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_pages() {
        let page = |target| Link::of(target).page().map(PageName::as_str);
        for (target, expected) in [
            ("../resources/user.md#properties", Some("user")),
            ("user.md", Some("user")),
            ("User.MD", Some("User")),
            ("https://learn.microsoft.com/en-us/graph/api/resources/user?view=graph-rest-1.0", Some("user")),
            ("/graph/api/resources/waterways-canal?view=graph-rest-beta#properties", Some("waterways-canal")),
            ("https://learn.microsoft.com/en-us/graph/api/user-get?view=graph-rest-1.0", None),
            ("#riskLevel-values", None),
            ("https://learn.microsoft.com/en-us/graph/api/resources/", None),
            ("", None),
        ] {
            assert_eq!(page(target), expected, "{target}");
        }
    }

    #[test]
    fn links_without_a_label_are_about_a_type() {
        let about = |target| Link::of(target).about();
        assert_eq!(about("enums.md#risklevel-values"), Some("risklevel"));
        assert_eq!(about("waterways-canal.md#properties"), Some("canal"));
        assert_eq!(about("waterways-canal.md#values"), Some("canal"));
        assert_eq!(about("https://example.com/user"), None);
    }

    #[test]
    fn methods_are_no_resources() {
        let is_of_method = |target| Link::of(target).is_of_method();
        assert!(is_of_method("../api/user-get.md"));
        assert!(is_of_method("https://learn.microsoft.com/en-us/graph/api/user-get?view=graph-rest-1.0"));
        assert!(!is_of_method("https://learn.microsoft.com/en-us/graph/api/resources/user?view=graph-rest-1.0"));
        assert!(!is_of_method("../resources/user.md"));
    }

    #[test]
    fn types_are_beside_a_page_or_on_the_site() {
        let is_among_types = |target| Link::of(target).is_among_types();
        assert!(is_among_types("user.md"));
        assert!(is_among_types("../resources/user.md"));
        assert!(is_among_types("/graph/api/resources/user?view=graph-rest-beta"));
        assert!(!is_among_types("../resources/user.png"));
        assert!(!is_among_types("../api/user-get.md"));
    }

    #[test]
    fn pages_begin_with_their_namespace() {
        let page = PageName::of_file("harbours-old-berth.md");
        assert_eq!((page.prefix(), page.last_part()), (Some("harbours-old"), "berth"));
        let page = PageName::of_file("berth.md");
        assert_eq!((page.prefix(), page.last_part()), (None, "berth"));
    }
}
