//! The command line: arguments → [`Config`] → calls.

mod args;
mod generate;
mod inspect;
mod lint;
mod terminal;

use std::fmt;
use std::io::{self, BufWriter};
use std::process::ExitCode;

use clap::Parser;

use crate::config::{Config, ConfigError};
use crate::output::WriteError;
use crate::resolve::UnknownSelection;
use crate::source::{Docs, Problem, Version, read_docs};

use args::{Arguments, Command};
use terminal::Terminal;

/// Runs the command that the process was called with.
///
/// The code is 0 when all is done, 1 after findings or if files are not fresh, 2 for wrong use, and 3 if something
/// can't be read or written.
#[must_use]
pub fn main() -> ExitCode {
    // Says itself what is wrong with the arguments, and ends with 2.
    let arguments = Arguments::parse();
    let mut stdout = BufWriter::new(io::stdout().lock());
    let mut terminal = Terminal::new(&mut stdout);
    match run(&arguments.command, &mut terminal) {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            terminal.error(&stop);
            ExitCode::from(stop.code())
        }
    }
}

fn run(command: &Command, terminal: &mut Terminal<'_>) -> Result<(), Stop> {
    match command {
        Command::Generate(args) => generate::generate(args, terminal),
        Command::Lint(args) => lint::lint(args, terminal),
        Command::Ir(args) => inspect::ir(args, terminal),
        Command::Tree(args) => inspect::tree(args, terminal),
        Command::Explain(args) => inspect::explain(args, terminal),
    }?;
    Ok(terminal.flush()?)
}

/// Why a command ends before its end, or with findings.
#[derive(Debug)]
enum Stop {
    /// There are findings; they have been shown.
    Findings,
    /// The command can't be carried out as it was given.
    Usage(String),
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
    fn code(&self) -> u8 {
        match self {
            // Whoever closed the pipe has seen enough.
            Self::Print(error) if error.kind() == io::ErrorKind::BrokenPipe => 0,
            Self::Findings => 1,
            Self::Usage(_) | Self::Write(WriteError::NotGenerated { .. }) => 2,
            Self::Config(error) if !error.unreadable => 2,
            Self::Config(_) | Self::Docs { .. } | Self::Write(_) | Self::Print(_) => 3,
        }
    }

    /// Types that were chosen and don't exist.
    fn unknown(version: Version, names: &[UnknownSelection]) -> Self {
        let names: Vec<String> = names.iter().map(|name| format!("{version}: {name}")).collect();
        Self::Usage(names.join("\nerror: "))
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Findings => Ok(()),
            Self::Usage(message) => f.write_str(message),
            Self::Docs { problems, by_default } => {
                let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
                f.write_str(&lines.join("\nerror: "))?;
                f.write_str(if *by_default { DOCS_HELP } else { "" })
            }
            Self::Config(error) => error.fmt(f),
            Self::Write(error) => error.fmt(f),
            Self::Print(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            Self::Print(error) => write!(f, "can't print: {error}"),
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

/// Said where nobody named the docs, and they are not where they would be then.
const DOCS_HELP: &str = "\nhelp: no docs were named: `--docs PATH` takes a checkout, a folder of pages, or pages; so does \
                         `docs` in `bindgen.toml`, which is looked for in the current folder";

fn read(config: &Config) -> Result<Vec<Docs>, Stop> {
    // Bindings of nothing would replace those that there are.
    if config.docs.is_empty() {
        return Err(Stop::Usage("no docs are named".to_owned()));
    }
    read_docs(&config.docs, config.api_version)
        .map_err(|problems| Stop::Docs { problems, by_default: config.docs == Config::default().docs })
}

/// The pages of the one version that is there or was chosen.
fn read_one(config: &Config) -> Result<Docs, Stop> {
    let mut all = read(config)?;
    match (all.pop(), all.is_empty()) {
        (Some(docs), true) => Ok(docs),
        (Some(last), false) => {
            let versions: Vec<&str> = all.iter().chain([&last]).map(|docs| docs.version.as_str()).collect();
            let versions = versions.join(" and ");
            Err(Stop::Usage(format!("the docs hold {versions}; choose one with `--api-version`")))
        }
        (None, _) => Err(Stop::Usage("no docs are named".to_owned())),
    }
}

#[cfg(test)]
mod tests;
