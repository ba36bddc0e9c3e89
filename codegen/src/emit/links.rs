//! Where the links of descriptions lead.

use crate::model::Link;

use super::doc::Target;
use super::markdown;
use super::place::Place;

const SITE: &str = "https://learn.microsoft.com";

/// The folder of types' pages, in their addresses.
const ON_SITE: &str = "resources";

/// Names that a derive macro has, too, so that rustdoc must be told which one is meant.
const DERIVES: [&str; 9] = ["Clone", "Copy", "Debug", "Default", "Eq", "Hash", "Ord", "PartialEq", "PartialOrd"];

impl Place<'_, '_> {
    /// Where a link with this text and target leads, seen from here; `None` where only its text is of use.
    pub(super) fn link(self, text: &str, target: &str) -> Option<Target> {
        let target = target.trim();
        let target = page_on_site(target).unwrap_or(target);
        // `..\api\x.md`: the site takes it for a path all the same.
        let forward = target.contains('\\').then(|| target.replace('\\', "/"));
        let target = forward.as_deref().unwrap_or(target);
        if target.starts_with("http://") || target.starts_with("https://") {
            return Some(Target::Url(target.to_owned()));
        }
        if target.starts_with('/') {
            let (path, rest) = target.split_at(target.find(['#', '?']).unwrap_or(target.len()));
            let path = path.strip_suffix(".md").unwrap_or(path);
            return (!target.starts_with("//")).then(|| Target::Url([SITE, path, rest].concat()));
        }
        let link = Link::of(target);
        let (folder, page) = (link.folder(), link.name().as_str());
        if !link.is_file() && folder != ON_SITE {
            return None;
        }
        let fragment = &target[target.find('#').unwrap_or(target.len())..];
        let url = match folder.rsplit('/').next() {
            Some("" | "." | ".." | "resources") => {
                if let Some(id) = self.scope.resolved.linked_type(link).filter(|id| self.scope.has(*id)) {
                    let ty = self.scope.resolved.get(id);
                    let same = text.eq_ignore_ascii_case(ty.name.name()) || text == ty.name.as_str();
                    let words = (!same).then(|| markdown::text_of_link(text));
                    return Some(Target::Item(link_to(ty.ident.as_str(), &self.type_path(id), words)));
                }
                format!("{}{fragment}", self.page_url(page))
            }
            Some("api") => format!("{SITE}/graph/api/{page}?view={}{fragment}", self.view()),
            Some("concepts") => format!("{SITE}/graph/{page}{fragment}"),
            _ => return None,
        };
        Some(Target::Url(url))
    }

    /// The address of the page called `stem`.
    pub(super) fn page_url(self, stem: &str) -> String {
        [SITE, "/graph/api/resources/", stem, "?view=", &self.view()].concat()
    }

    fn view(self) -> String {
        ["graph-rest-", self.scope.emission.api_version.trim_start_matches('v')].concat()
    }
}

/// `resources/user?view=graph-rest-1.0` of the address of a type's page.
fn page_on_site(target: &str) -> Option<&str> {
    let path = target.strip_prefix("https://learn.microsoft.com/")?;
    let at = path.find("graph/api/resources/")?;
    // `en-us/`, or nothing
    (at < 8).then(|| &path[at + "graph/api/".len()..])
}

/// A link to the type `ident` at `path`, as Markdown.
pub(super) fn item_link(ident: &str, path: &str) -> String {
    link_to(ident, path, None)
}

/// The same, by its name in code or other `words`.
fn link_to(ident: &str, path: &str, words: Option<String>) -> String {
    let words = words.filter(|words| words != ident);
    let is_redundant = words.is_none() && path == ident;
    let shown = words.unwrap_or_else(|| ["`", ident, "`"].concat());
    if DERIVES.contains(&ident) {
        ["[", &shown, "](type@", path, ")"].concat()
    } else if is_redundant {
        // rustdoc warns of a path that repeats what the text says.
        ["[", &shown, "]"].concat()
    } else {
        ["[", &shown, "](", path, ")"].concat()
    }
}
