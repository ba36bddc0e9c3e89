//! `lint`.

use std::collections::BTreeSet;
use std::path::Path;

use crate::config::Config;
use crate::diagnostic::{Diagnostic, Diagnostics, Edits, RULES, Severity};
use crate::output::{Rewrite, rewrite};
use crate::pipeline;
use crate::report::findings;
use crate::report::{Counts, FindingsFormat, Summary, plural};
use crate::source::{Docs, Focus};

use super::args::Lint;
use super::inspect::unknown_rule;
use super::terminal::Terminal;
use super::{Stop, read, read_one};

/// How often pages are mended at most: what is left then is shown.
const MAX_ROUNDS: usize = 8;

pub(super) fn lint(args: &Lint, terminal: &mut Terminal<'_>) -> Result<(), Stop> {
    let mut config = args.config()?;
    let focus = Focus::on(&config.docs).map(|(focus, folders)| {
        config.docs = folders;
        focus
    });
    let focus = focus.as_ref();
    for name in args.deny.iter().chain(&args.warn).chain(&args.allow) {
        RULES.iter().find(|rule| rule.name == name).ok_or_else(|| unknown_rule(name))?;
    }
    if args.fix {
        fix(args, &config, focus, terminal)?;
    }
    let (mut clean, mut found) = (true, false);
    let mut results = Vec::new();
    for docs in read(&config)? {
        let (counts, cx) = find(args, &docs, focus);
        for diagnostic in cx.sorted() {
            match args.format {
                FindingsFormat::Human => terminal.print_diagnostic(diagnostic, &docs.sources)?,
                FindingsFormat::Json => terminal.print(findings::json_line(diagnostic, &docs.sources, docs.version))?,
                FindingsFormat::Github => terminal.print(findings::command(diagnostic, &docs.sources))?,
                FindingsFormat::Sarif => results.push(findings::result(diagnostic, &docs.sources)),
            }
            clean &= diagnostic.severity < Severity::Warning;
        }
        summarize(args.format, &Summary::new(docs.version, &docs.sources, counts, &cx), terminal)?;
        let fixable = cx.sorted().iter().filter(|diagnostic| !diagnostic.edits.is_empty()).count();
        if fixable > 0 {
            terminal.note(format_args!("{}: `--fix` mends {fixable} of these", docs.version));
        }
        found |= !cx.sorted().is_empty();
    }
    if found && args.format == FindingsFormat::Human {
        terminal.note("`msgraph-bindgen explain RULE` tells more about each kind");
    }
    if args.format == FindingsFormat::Sarif {
        terminal.print(findings::log(&results))?;
    }
    if clean { Ok(()) } else { Err(Stop::Findings) }
}

/// How much is in the docs, and what is to be shown of what is wrong with them.
fn find(args: &Lint, docs: &Docs, focus: Option<&Focus>) -> (Counts, Diagnostics) {
    let mut found = Diagnostics::new();
    let counts = pipeline::resolve_docs(&docs.sources, &mut found, Counts::of);
    let pages = focus.map(|focus| focus.find(&docs.sources));
    let is_looked_for = |diagnostic: &&Diagnostic| pages.as_ref().is_none_or(|pages| diagnostic.is_about(pages));
    let mut cx = Diagnostics::new();
    let looked_for = found.sorted().into_iter().filter(is_looked_for);
    looked_for.filter_map(|diagnostic| adjust(args, diagnostic)).for_each(|one| cx.report(one));
    (counts, cx)
}

/// Mends what would be shown and can be mended. Both versions may include a file, so they are read one by one; and again
/// while something is left that was in the way of something else.
fn fix(args: &Lint, config: &Config, focus: Option<&Focus>, terminal: &mut Terminal<'_>) -> Result<(), Stop> {
    let (mut mended, mut pages) = (0, BTreeSet::new());
    for Docs { version, .. } in read(config)? {
        for _ in 0..MAX_ROUNDS {
            let docs = read_one(&Config { api_version: Some(version), ..config.clone() })?;
            let (_, cx) = find(args, &docs, focus);
            let mut edits = Edits::new();
            let found = cx.sorted().iter().filter(|diagnostic| edits.add(&diagnostic.edits)).count();
            if found == 0 {
                break;
            }
            mended += found;
            let changes = edits.texts(&docs.sources).into_iter().filter_map(|(id, text)| {
                let source = docs.sources.get(id)?;
                pages.insert(source.path.clone());
                Some(Rewrite { path: Path::new(&source.path), read: &source.text, text })
            });
            rewrite(changes.collect())?;
        }
    }
    terminal.note(format_args!("mended {} in {}", plural(mended, "problem"), plural(pages.len(), "file")));
    Ok(())
}

/// Tells how much was read and found: beside the results where a program reads those.
fn summarize(format: FindingsFormat, summary: &Summary, terminal: &mut Terminal<'_>) -> Result<(), Stop> {
    let rules = (!summary.rules.is_empty()).then(|| format!("{}: {}", summary.version, summary.by_rule()));
    for line in [Some(summary.to_string()), rules].into_iter().flatten() {
        match format {
            FindingsFormat::Human => terminal.print(line)?,
            _ => terminal.note(line),
        }
    }
    Ok(())
}

/// The problem as severe as the arguments say; none if it is allowed. The stricter of two arguments wins.
fn adjust(args: &Lint, diagnostic: &Diagnostic) -> Option<Diagnostic> {
    let named = |names: &[String]| names.iter().any(|name| name == diagnostic.rule.name);
    let severity = if named(&args.deny) {
        Severity::Error
    } else if named(&args.warn) {
        Severity::Warning
    } else if named(&args.allow) {
        return None;
    } else {
        diagnostic.severity
    };
    Some(Diagnostic { severity, ..diagnostic.clone() })
}

#[cfg(test)]
mod tests;
