//! The stages. Each includes the ones above it, so that a row less the row before is what a stage costs.

use std::path::PathBuf;

use msgraph_bindgen::config::Config;
use msgraph_bindgen::diagnostic::Diagnostics;
use msgraph_bindgen::pipeline::RustFile;
use msgraph_bindgen::source::{Docs, Version, read_docs};
use msgraph_bindgen::{output, pipeline, stages};
use pulldown_cmark::{Options, Parser};

/// Both versions, the larger first.
pub const VERSIONS: [Version; 2] = [Version::Beta, Version::V1_0];

/// Where Linux has files in memory. Where many files were removed in the last minutes, as by the turns before, ext4 takes
/// 40 ms to find room for those of one run, whoever writes them.
const IN_MEMORY: &str = "/dev/shm";

/// How far the pages are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// Files in memory.
    Read,
    /// Every event of the Markdown parser, on as many threads as our own stages: what we compare with.
    BareMarkdown,
    /// Our pages.
    Pages,
    /// What they claim.
    Schema,
    /// What was decided.
    Resolved,
    /// Rust, type by type; what is wider than a line is laid out.
    Emitted,
    /// Rust, as formatted files in memory.
    Formatted,
    /// Files in a new folder, which is removed again.
    Written,
}

impl Row {
    /// All, in their order.
    pub const ALL: [Self; 8] = [
        Self::Read,
        Self::BareMarkdown,
        Self::Pages,
        Self::Schema,
        Self::Resolved,
        Self::Emitted,
        Self::Formatted,
        Self::Written,
    ];

    /// Does the work from the beginning, and gives a number that keeps it from being optimised away.
    pub fn run(self, version: Version) -> Option<usize> {
        let docs = docs(version)?;
        let sources = &docs.sources;
        Some(match self {
            Self::Read => sources.bytes(),
            Self::BareMarkdown => {
                let events = |text: &str| Parser::new_ext(text, Options::ENABLE_TABLES).count();
                stages::each_page(sources, events).into_iter().sum()
            }
            Self::Pages => stages::pages(sources),
            Self::Schema => stages::schema(sources),
            Self::Resolved => stages::resolved(sources),
            Self::Emitted => stages::emitted(sources, version),
            Self::Formatted => rust(&docs)?.len(),
            Self::Written => {
                let folder = tempfile::tempdir_in(IN_MEMORY).or_else(|_| tempfile::tempdir()).ok()?;
                output::write(folder.path(), &rust(&docs)?).ok()?.written
            }
        })
    }
}

fn rust(docs: &Docs) -> Option<Vec<RustFile>> {
    let options = Config::default().options(docs.version);
    pipeline::run(&docs.sources, &options, &mut Diagnostics::new()).ok()
}

/// The pages of the checkout that `MSGRAPH_DOCS` names.
pub fn docs(version: Version) -> Option<Docs> {
    let root = PathBuf::from(std::env::var_os("MSGRAPH_DOCS")?);
    read_docs(&[root], Some(version)).ok()?.into_iter().next()
}
