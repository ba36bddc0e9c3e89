//! The arguments.

use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand};

use crate::config::{Config, ConfigError};
use crate::report::{ChangesFormat, FindingsFormat, Format};
use crate::source::Version;

/// Typed Rust bindings for Microsoft Graph, made from its reference documentation.
#[derive(Debug, Parser)]
#[command(name = "msgraph-bindgen", version, arg_required_else_help = true)]
#[command(after_help = "\
To begin with: msgraph-bindgen generate --docs PATH --out src/bindings

Exit codes: 0 done, 1 findings, breaking changes or not fresh, 2 wrong use, 3 can't read or write.")]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Read the pages, and write the bindings
    Generate(Generate),
    /// Show what is wrong with the pages
    Lint(Lint),
    /// Print as JSON what was understood of the pages: types, properties, members, and where each stands
    Ir(Ir),
    /// Tell what changes for code that uses the bindings, from some docs to newer ones
    Diff(Diff),
    /// Draw what derives from what
    Tree(Tree),
    /// Tell what a rule of `lint` means, or where the facts about a type come from; without a name, list the rules
    Explain(Explain),
}

/// `explain`.
#[derive(Debug, Default, Args)]
pub(super) struct Explain {
    #[command(flatten)]
    pub(super) input: Input,
    /// A rule's name, a type, or TYPE.property
    pub(super) name: Option<String>,
}

/// What is read.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct Input {
    /// A checkout of the docs, a folder of pages, or a page; may be given several times [default: docs-input]
    #[arg(long, value_name = "PATH")]
    pub(super) docs: Vec<PathBuf>,
    /// Read this version only, beta or v1.0; pages that lie in a folder of neither are of this one [default: both, and beta]
    #[arg(long, value_name = "VERSION", value_parser = str::parse::<Version>)]
    pub(super) api_version: Option<Version>,
    /// Read from here what no flag says [default: bindgen.toml, if there is one]
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
}

impl Input {
    /// The configuration file's settings with these over them.
    pub(super) fn config(&self) -> Result<Config, ConfigError> {
        let mut config = Config::load(self.config.as_deref())?;
        if !self.docs.is_empty() {
            config.docs.clone_from(&self.docs);
        }
        config.api_version = self.api_version.or(config.api_version);
        Ok(config)
    }
}

#[derive(Debug, Args)]
pub(super) struct Generate {
    #[command(flatten)]
    pub(super) input: Input,
    /// Write to this folder [default: generated/src/bindings]
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
    /// Make bindings of this type (or, as `identityGovernance.*`, a namespace) and what it needs only; may be given several times
    #[arg(long, value_name = "NAME")]
    pub(super) select: Vec<String>,
    /// Give structs a method `with_…` per property, and enums over derived types one `as_…_mut` per variant
    #[arg(long)]
    pub(super) setters: bool,
    /// Write nothing; show what would change, and exit with 1 if anything would
    #[arg(long)]
    pub(super) check: bool,
    /// Show every warning and note, and count them by rule
    #[arg(long, short)]
    pub(super) verbose: bool,
    /// Show none of the warnings about pages
    #[arg(long, conflicts_with = "verbose")]
    pub(super) hide_warnings: bool,
}

impl Generate {
    pub(super) fn config(&self) -> Result<Config, ConfigError> {
        let mut config = self.input.config()?;
        if let Some(out) = &self.out {
            config.out.clone_from(out);
        }
        if !self.select.is_empty() {
            config.select.clone_from(&self.select);
        }
        config.emit.setters |= self.setters;
        Ok(config)
    }
}

#[derive(Debug, Args)]
#[command(
    after_help = "`msgraph-bindgen explain` lists the rules, and `msgraph-bindgen explain RULE` tells what one means."
)]
pub(super) struct Lint {
    /// More of what `--docs` takes; of pages in a folder `resources`, which is read for what they refer to, only these are shown
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) input: Input,
    /// human, json (an object a line), sarif, or github (workflow commands)
    #[arg(long, default_value = "human", value_parser = str::parse::<FindingsFormat>)]
    pub(super) format: FindingsFormat,
    /// Make this rule an error; may be given several times
    #[arg(long, value_name = "RULE")]
    pub(super) deny: Vec<String>,
    /// Make this rule a warning; may be given several times
    #[arg(long, value_name = "RULE")]
    pub(super) warn: Vec<String>,
    /// Don't show this rule; may be given several times
    #[arg(long, value_name = "RULE")]
    pub(super) allow: Vec<String>,
    /// Mend on the pages themselves what needs no thought, and show what is left
    #[arg(long)]
    pub(super) fix: bool,
}

impl Lint {
    pub(super) fn config(&self) -> Result<Config, ConfigError> {
        let docs = self.input.docs.iter().chain(&self.paths).cloned().collect();
        Input { docs, ..self.input.clone() }.config()
    }
}

#[derive(Debug, Args)]
pub(super) struct Ir {
    #[command(flatten)]
    pub(super) input: Input,
    /// Write to this file instead of standard output
    #[arg(long, value_name = "FILE")]
    pub(super) out: Option<PathBuf>,
}

#[derive(Debug, Args)]
#[command(after_help = "Exits with 1 if anything breaks.")]
pub(super) struct Diff {
    /// The older docs: what `--docs` takes elsewhere; of one checkout, `api-reference/v1.0` and `api-reference/beta`
    pub(super) old: PathBuf,
    /// The newer ones
    pub(super) new: PathBuf,
    /// Read this version only, beta or v1.0; pages that lie in a folder of neither are of this one [default: both, and beta]
    #[arg(long, value_name = "VERSION", value_parser = str::parse::<Version>)]
    pub(super) api_version: Option<Version>,
    /// Read the configuration from here, of which `select` and `api-version` count [default: bindgen.toml, if there is one]
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
    /// Compare bindings of this type (or, as `identityGovernance.*`, a namespace) and what it needs only; may be given several times, and be in one of the docs alone
    #[arg(long, value_name = "NAME")]
    pub(super) select: Vec<String>,
    /// human, markdown or json
    #[arg(long, default_value = "human", value_parser = str::parse::<ChangesFormat>)]
    pub(super) format: ChangesFormat,
}

impl Diff {
    /// The settings with which the docs at `docs` are read.
    pub(super) fn config(&self, docs: &Path) -> Result<Config, ConfigError> {
        let input = Input { docs: vec![docs.to_owned()], api_version: self.api_version, config: self.config.clone() };
        let mut config = input.config()?;
        if !self.select.is_empty() {
            config.select.clone_from(&self.select);
        }
        Ok(config)
    }
}

#[derive(Debug, Args)]
pub(super) struct Tree {
    /// The type to start from; without one, every hierarchy is shown
    #[arg(value_name = "TYPE")]
    pub(super) root: Option<String>,
    #[command(flatten)]
    pub(super) input: Input,
    /// text, mermaid, dot (for Graphviz) or svg
    #[arg(long, default_value = "text", value_parser = str::parse::<Format>)]
    pub(super) format: Format,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline::EmitOptions;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_are_consistent() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn flags_go_before_the_file() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("bindgen.toml");
        let text = "docs = 'a'\nout = 'b'\nselect = 'c'\napi-version = 'beta'";
        crate::output::overwrite(&file, text).unwrap();
        let file = file.to_str().unwrap();
        let config = |flags: &[&str]| {
            let words = ["msgraph-bindgen", "generate", "--config", file].into_iter().chain(flags.iter().copied());
            match Arguments::try_parse_from(words).unwrap().command {
                Command::Generate(args) => args.config().unwrap(),
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(
            config(&[]),
            Config {
                docs: vec![dir.path().join("a")],
                api_version: Some(Version::Beta),
                out: dir.path().join("b"),
                select: vec!["c".to_owned()],
                ..Config::default()
            }
        );
        let flags = ["--docs", "x", "--docs", "y", "--out", "z", "--select", "w", "--api-version", "v1.0", "--setters"];
        assert_eq!(
            config(&flags),
            Config {
                docs: vec!["x".into(), "y".into()],
                api_version: Some(Version::V1_0),
                out: "z".into(),
                select: vec!["w".to_owned()],
                emit: EmitOptions { setters: true, ..EmitOptions::default() },
            }
        );
    }
}
