//! What the project's tests share. The tests themselves are in `tests/tests`, the pages that they read in
//! `tests/fixtures`, what is made of them in `tests/snapshots`.

mod payload;
mod scratch;

use std::io::Write;
use std::path::{Path, PathBuf};

pub use payload::{Payload, payloads};
pub use scratch::{RustType, Scratch};

/// The pages of our own that are made to be odd: a folder per case.
#[must_use]
pub fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

/// The folder that `MSGRAPH_DOCS` names: the real documentation, if it is on this machine.
///
/// Says that `test` is skipped where it isn't.
#[must_use]
pub fn real_docs(test: &str) -> Option<PathBuf> {
    let found = std::env::var_os("MSGRAPH_DOCS").map(PathBuf::from).filter(|docs| docs.join("api-reference").is_dir());
    if found.is_none() {
        tell(&format!("{test}: skipped, for MSGRAPH_DOCS does not name a checkout of the documentation"));
    }
    found
}

/// Shows `line` whether or not the test passes: the test harness catches what the macros print.
pub fn tell(line: &str) {
    // Nothing is to be done where even that can't be shown.
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// A page about `name`, with `body` between its namespace and its properties, and `rows` in its table.
#[must_use]
pub fn page(name: &str, body: &str, rows: &str) -> String {
    format!(
        "# {name} resource type\n\nNamespace: microsoft.graph\n\n{body}\n\n## Properties\n\n\
         |Property|Type|Description|\n|:---|:---|:---|\n{rows}"
    )
}
