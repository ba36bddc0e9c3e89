//! Why a command ends before its end, or with findings: what is told then, and the exit code.

use std::io;

use crate::config::ConfigError;
use crate::output::WriteError;
use crate::resolve::UnknownSelection;
use crate::source::{Problem, Version};

/// Why a command ends before its end, or with findings.
#[derive(Debug)]
pub(super) enum Stop {
    /// There are findings; they have been shown.
    Findings,
    /// The command can't be carried out as it was given.
    Usage(String),
    /// Types of this version were chosen and don't exist.
    Unknown(Version, Vec<UnknownSelection>),
    /// The docs can't be read.
    Docs {
        /// Each path with what is wrong with it.
        problems: Vec<Problem>,
        /// Whether nobody named them.
        by_default: bool,
    },
    /// The configuration can't be used.
    Config(ConfigError),
    /// The bindings can't be written.
    Write(WriteError),
    /// Nobody can read what is printed.
    Print(io::Error),
}

impl Stop {
    /// The exit code of the process.
    pub(super) fn code(&self) -> u8 {
        match self {
            // Whoever closed the pipe has seen enough.
            Self::Print(error) if error.kind() == io::ErrorKind::BrokenPipe => 0,
            Self::Findings => 1,
            Self::Usage(_) | Self::Unknown(..) | Self::Write(WriteError::NotGenerated { .. }) => 2,
            Self::Config(error) if !error.unreadable => 2,
            Self::Config(_) | Self::Docs { .. } | Self::Write(_) | Self::Print(_) => 3,
        }
    }

    /// What went wrong, an error after the other; nothing, if that was shown already.
    pub(super) fn errors(&self) -> Vec<String> {
        match self {
            Self::Findings => Vec::new(),
            Self::Usage(message) => vec![message.clone()],
            Self::Unknown(version, names) => names.iter().map(|name| format!("{version}: {name}")).collect(),
            Self::Docs { problems, .. } => problems.iter().map(ToString::to_string).collect(),
            Self::Config(error) => vec![error.to_string()],
            Self::Write(error) => vec![error.to_string()],
            Self::Print(error) if error.kind() == io::ErrorKind::BrokenPipe => Vec::new(),
            Self::Print(error) => vec![format!("can't print: {error}")],
        }
    }

    /// How to do better.
    pub(super) fn help(&self) -> Option<&'static str> {
        use io::ErrorKind::{IsADirectory, NotADirectory, PermissionDenied, ReadOnlyFilesystem};
        match self {
            Self::Docs { by_default: true, .. } => Some(
                "no docs were named: `--docs PATH` takes a checkout, a folder of pages, or pages; so does `docs` in \
                 `bindgen.toml`, which is looked for in the current folder",
            ),
            // Not every command takes them as `--docs`.
            Self::Docs { .. } => {
                Some("docs are a checkout (the folder with `api-reference`), a folder of pages, or a page (`*.md`)")
            }
            Self::Config(error) if error.unreadable => Some("`--config` takes a file such as `bindgen.toml`"),
            Self::Write(WriteError::Io { error, .. }) => match error.kind() {
                NotADirectory => Some("a file stands where a folder is needed; `--out` tells where to write"),
                IsADirectory => Some("a folder stands where a file is to be written; `--out` tells where to write"),
                PermissionDenied | ReadOnlyFilesystem => {
                    Some("you may not write there; `--out`, or `out` in `bindgen.toml`, names another place")
                }
                _ => None,
            },
            _ => None,
        }
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Print(error)
    }
}

impl From<WriteError> for Stop {
    fn from(error: WriteError) -> Self {
        Self::Write(error)
    }
}

impl From<ConfigError> for Stop {
    fn from(error: ConfigError) -> Self {
        Self::Config(error)
    }
}
