//! Why a build has no bindings.

use std::fmt;

use crate::output::WriteError;
use crate::source::Problem;

/// Why there are no bindings.
///
/// `Debug` shows the same as `Display`, since that is what `fn main() -> Result<(), Error>` prints.
#[non_exhaustive]
pub enum Error {
    /// The docs can't be read; each path with its reason.
    Docs(Vec<Problem>),
    /// Pages can't be understood; what is wrong with them was printed.
    Pages {
        /// How many errors there are, with the warnings that were to be treated as such.
        errors: usize,
    },
    /// Types were selected that no page defines, each told in a sentence.
    UnknownTypes(Vec<String>),
    /// The bindings can't be written.
    Write(WriteError),
    /// No such module can be declared.
    ModuleName(String),
    /// No such path can lead to a support module.
    SupportPath(String),
    /// No such type can stand in place of a scalar, told in a sentence.
    Scalar(String),
    /// Neither [`Builder::out_dir`](super::Builder::out_dir) nor the environment names a folder to write to.
    NoOutDir,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Docs(problems) => {
                f.write_str("the docs can't be read:")?;
                problems.iter().try_for_each(|problem| write!(f, "\n  {problem}"))
            }
            Self::Pages { errors: 1 } => f.write_str("an error in the pages; see above"),
            Self::Pages { errors } => write!(f, "{errors} errors in the pages; see above"),
            Self::UnknownTypes(names) => f.write_str(&names.join("\n  ")),
            Self::Write(error) => write!(f, "the bindings can't be written: {error}"),
            Self::ModuleName(name) => write!(f, "`{name}` can't be the name of a module"),
            Self::SupportPath(path) => write!(f, "`{path}` is not the path of a module"),
            Self::Scalar(problem) => f.write_str(problem),
            Self::NoOutDir => f.write_str("`OUT_DIR` is not set: is this a build script?"),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Write(error) => Some(error),
            _ => None,
        }
    }
}
