//! Several API versions below one folder.

use crate::emit::{ALLOWED, RustFile};
use crate::source::Version;

use super::MARK;

/// The files of each version as one set: a single version's as they are; of several, each below a module of its own,
/// with one support module for all of them.
#[must_use]
pub fn arrange(mut versions: Vec<(Version, Vec<RustFile>)>) -> Vec<RustFile> {
    if versions.len() < 2 {
        return versions.pop().map(|(_, files)| files).unwrap_or_default();
    }
    let mut root = format!(
        "{MARK}. Do not edit.\n\n//! Microsoft Graph, one module per API version.\n\n\
         // No program needs all of it.\n#![allow(dead_code, unreachable_pub, unused_imports)]\n{ALLOWED}\n"
    );
    let mut arranged = Vec::new();
    // A version that was emitted for a support module elsewhere has none of its own to share.
    let mut shared = false;
    for (version, files) in versions {
        let module = version.module();
        for file in files {
            let is_support = file.path == "support.rs" || file.path.starts_with("support/");
            let path = format!("{module}/{}", file.path);
            if !is_support {
                arranged.push(RustFile { path, ..file });
                continue;
            }
            if file.path == "support.rs" {
                arranged.push(RustFile { path, text: support_of_all() });
            }
            if !shared {
                arranged.push(file);
            }
        }
        shared = arranged.iter().any(|file| file.path == "support.rs");
        root.push_str(&format!("/// Version `{}`.\npub mod {module};\n", version.as_str()));
    }
    if shared {
        root.push_str("pub mod support;\n");
    }
    arranged.push(RustFile { path: "mod.rs".to_owned(), text: root });
    arranged.sort_by(|a, b| a.path.cmp(&b.path));
    arranged
}

/// Both versions' types are made of the same scalars, so that values can pass from one to the other.
fn support_of_all() -> String {
    format!("{MARK}. Do not edit.\n//! What all versions share.\n\npub use super::super::support::*;\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(paths: &[&str]) -> Vec<RustFile> {
        paths.iter().map(|path| RustFile { path: (*path).to_owned(), text: String::new() }).collect()
    }

    #[test]
    fn one_version_stays_as_it_is() {
        let arranged = arrange(vec![(Version::Beta, files(&["mod.rs", "support.rs"]))]);
        assert_eq!(arranged.len(), 2);
        assert!(arrange(Vec::new()).is_empty());
    }

    #[test]
    fn two_versions_share_their_support() {
        let one = || files(&["mod.rs", "support.rs", "support/read.rs", "tables.rs"]);
        let arranged = arrange(vec![(Version::Beta, one()), (Version::V1_0, one())]);
        let paths: Vec<&str> = arranged.iter().map(|file| file.path.as_str()).collect();
        let paths = paths.join(" ");
        let of_each = |version| format!("{version}/mod.rs {version}/support.rs {version}/tables.rs");
        assert_eq!(paths, format!("{} mod.rs support.rs support/read.rs {}", of_each("beta"), of_each("v1_0")));
        assert!(arranged[3].text.contains("pub mod beta;") && arranged[3].text.contains("pub mod v1_0;"));
    }

    #[test]
    fn without_support_there_is_none_to_share() {
        let arranged = arrange(vec![(Version::Beta, files(&["mod.rs"])), (Version::V1_0, files(&["mod.rs"]))]);
        assert_eq!(arranged.len(), 3);
        assert!(arranged.iter().all(|file| !file.text.contains("support")));
    }
}
