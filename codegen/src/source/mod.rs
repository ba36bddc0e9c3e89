//! The pages as they lie on disk: the only room that reads files.
//!
//! Everything later refers to a place in a page by [`Span`], so a diagnostic can always show the line it is about.

mod docs;
mod file;
#[cfg(feature = "cli")]
mod focus;
mod place;
mod read;
mod sources;
mod span;
mod version;
mod walk;

pub use docs::{Docs, read_docs};
pub use file::{Source, SourceKind};
#[cfg(feature = "cli")]
pub(crate) use focus::Focus;
pub(crate) use read::read_text;
pub use read::{MAX_FILE_BYTES, Problem};
pub use sources::Sources;
pub use span::{SourceId, Span};
pub use version::Version;
