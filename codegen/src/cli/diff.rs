//! `diff`.

use std::path::Path;

use crate::diagnostic::Diagnostics;
use crate::emit::Surface;
use crate::pipeline::{self, Stopped};
use crate::report::changes::{Effect, changes, render};

use super::args::Diff;
use super::inspect::show_errors;
use super::terminal::Terminal;
use super::{Stop, read_one};

pub(super) fn diff(args: &Diff, terminal: &mut Terminal<'_>) -> Result<(), Stop> {
    let old = surface(args, &args.old, terminal)?;
    let new = surface(args, &args.new, terminal)?;
    let changes = changes(&old, &new);
    terminal.print_text(&render(&changes, args.format))?;
    let breaks = changes.iter().any(|change| change.effect == Effect::Breaking);
    if breaks { Err(Stop::Findings) } else { Ok(()) }
}

/// What code can name of the bindings of `docs`.
fn surface(args: &Diff, docs: &Path, terminal: &mut Terminal<'_>) -> Result<Surface, Stop> {
    let config = args.config(docs)?;
    let docs = read_one(&config)?;
    let mut cx = Diagnostics::new();
    let surface = pipeline::surface(&docs.sources, &config.options(docs.version), &mut cx);
    show_errors(&cx, &docs, terminal);
    match surface {
        Ok(surface) => Ok(surface),
        // The error that was just shown says so.
        Err(Stopped::NoTypes) => Err(Stop::Findings),
        Err(Stopped::Unknown(names)) => Err(Stop::Unknown(docs.version, names)),
    }
}
