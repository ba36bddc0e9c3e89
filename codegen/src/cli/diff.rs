//! `diff`.

use std::path::Path;

use crate::diagnostic::Diagnostics;
use crate::emit::Surface;
use crate::pipeline::{self, UnknownSelection};
use crate::report::changes::{Effect, changes, render};

use super::args::Diff;
use super::inspect::show_errors;
use super::terminal::Terminal;
use super::{Stop, read_one};

pub(super) fn diff(args: &Diff, terminal: &mut Terminal<'_>) -> Result<(), Stop> {
    let old = Bindings::of(args, &args.old, terminal)?;
    let new = Bindings::of(args, &args.new, terminal)?;
    // What only one of the docs defines came or went.
    let is_nowhere = |name: &UnknownSelection| old.unknown.iter().any(|other| other.name == name.name);
    let nowhere: Vec<String> = new.unknown.iter().filter(|name| is_nowhere(name)).map(ToString::to_string).collect();
    if !nowhere.is_empty() {
        return Err(Stop::Usage(nowhere.join("\n")));
    }
    let changes = changes(&old.surface, &new.surface);
    terminal.print_text(&render(&changes, args.format))?;
    let breaks = changes.iter().any(|change| change.effect == Effect::Breaking);
    if breaks { Err(Stop::Findings) } else { Ok(()) }
}

/// The bindings of some docs.
struct Bindings {
    surface: Surface,
    /// The names among those selected that the docs don't define.
    unknown: Vec<UnknownSelection>,
}

impl Bindings {
    fn of(args: &Diff, docs: &Path, terminal: &mut Terminal<'_>) -> Result<Self, Stop> {
        let config = args.config(docs)?;
        let docs = read_one(&config)?;
        let mut cx = Diagnostics::new();
        let found = pipeline::surface(&docs.sources, &config.options(docs.version), &mut cx);
        show_errors(&cx, &docs, terminal);
        // Without a type, the error that was just shown says so.
        let (surface, unknown) = found.ok_or(Stop::Findings)?;
        Ok(Self { surface, unknown })
    }
}
