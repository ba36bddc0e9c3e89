//! The text of a file.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Files above this size, 16 MiB, are not read: all pages of beta together come near it, and no page does.
pub const MAX_FILE_BYTES: u64 = 16 << 20;

/// Why a path given by the user could not be read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The path.
    pub path: PathBuf,
    /// What is wrong with it.
    pub message: String,
}

impl Problem {
    pub(super) fn new(path: &Path, message: impl fmt::Display) -> Self {
        Self { path: path.to_owned(), message: message.to_string() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.message)
    }
}

impl std::error::Error for Problem {}

/// The text of one file that isn't a page, such as a configuration.
///
/// # Errors
///
/// When the file can't be read or isn't UTF-8.
#[allow(clippy::disallowed_methods, reason = "this is the room that reads")]
pub(crate) fn read_text(path: &Path) -> Result<String, Problem> {
    fs::read_to_string(path).map_err(|error| Problem::new(path, error))
}

/// The text of a page, or why it can't be read.
#[allow(clippy::disallowed_methods, reason = "this is the room that reads")]
pub(super) fn read_page(path: &Path) -> Result<String, String> {
    let read = || -> io::Result<Vec<u8>> {
        let file = File::open(path)?;
        let bytes = file.metadata()?.len().min(MAX_FILE_BYTES);
        let mut text = Vec::with_capacity(usize::try_from(bytes).unwrap_or_default());
        // The system is asked for no more than it takes: there are thousands of pages. And what it says of the size of
        // a device, or of a file that grows, isn't relied upon.
        file.take(MAX_FILE_BYTES + 1).read_to_end(&mut text)?;
        Ok(text)
    };
    let text = read().map_err(|error| error.to_string())?;
    if text.len() as u64 > MAX_FILE_BYTES {
        return Err(format!("larger than {} MiB", MAX_FILE_BYTES >> 20));
    }
    String::from_utf8(text).map_err(|error| not_utf8(error.as_bytes(), error.utf8_error().valid_up_to()))
}

fn not_utf8(bytes: &[u8], valid: usize) -> String {
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return "UTF-16; save it as UTF-8".to_owned();
    }
    let line = bytes.iter().take(valid).filter(|byte| **byte == b'\n').count() + 1;
    format!("not UTF-8 from byte {valid} on, in line {line}; save it as UTF-8")
}
