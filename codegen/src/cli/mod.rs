//! The command line: arguments → [`Config`] → calls.

mod args;
mod diff;
mod generate;
mod inspect;
mod lint;
mod stop;
mod terminal;

use std::io::{self, BufWriter};
use std::process::ExitCode;

use clap::Parser;

use crate::config::Config;
use crate::source::{Docs, read_docs};

use args::{Arguments, Command};
use stop::Stop;
use terminal::Terminal;

/// Runs the command that the process was called with.
///
/// The code is 0 when all is done, 1 after findings or breaking changes or if files are not fresh, 2 for wrong use, and 3
/// if something can't be read or written.
#[must_use]
pub fn main() -> ExitCode {
    // Says itself what is wrong with the arguments, and ends with 2.
    let arguments = Arguments::parse();
    let mut stdout = BufWriter::new(io::stdout().lock());
    let mut terminal = Terminal::new(&mut stdout);
    match run(&arguments.command, &mut terminal) {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            stop.errors().iter().for_each(|error| terminal.error(error));
            stop.help().iter().for_each(|help| terminal.note(format_args!("help: {help}")));
            ExitCode::from(stop.code())
        }
    }
}

fn run(command: &Command, terminal: &mut Terminal<'_>) -> Result<(), Stop> {
    match command {
        Command::Generate(args) => generate::generate(args, terminal),
        Command::Lint(args) => lint::lint(args, terminal),
        Command::Ir(args) => inspect::ir(args, terminal),
        Command::Diff(args) => diff::diff(args, terminal),
        Command::Tree(args) => inspect::tree(args, terminal),
        Command::Explain(args) => inspect::explain(args, terminal),
    }?;
    Ok(terminal.flush()?)
}

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
            Err(Stop::Usage(format!(
                "the docs hold {versions}; choose one with `--api-version`, or by its folder below `api-reference`"
            )))
        }
        (None, _) => Err(Stop::Usage("no docs are named".to_owned())),
    }
}

#[cfg(test)]
mod tests;
