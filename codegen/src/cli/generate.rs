//! `generate`.

use std::collections::BTreeSet;

use crate::config::Config;
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::emit::RustFile;
use crate::output::{DifferenceKind, arrange, check, write};
use crate::pipeline::{self, Stopped};
use crate::report::{Counts, Format, Summary, plural, tree};
use crate::resolve::{Resolved, TypeId};
use crate::source::{Docs, SourceId, Sources, Version};

use super::args::Generate;
use super::terminal::Terminal;
use super::{Stop, read};

/// How many warnings are shown unless all are asked for: `lint` is the place for thousands.
const WARNINGS_SHOWN: usize = 10;

/// How many types of the hierarchies are shown.
const TYPES_SHOWN: usize = 60;

pub(super) fn generate(args: &Generate, terminal: &mut Terminal<'_>) -> Result<(), Stop> {
    let config = args.config()?;
    let all = read(&config)?;
    let paths: Vec<String> = config.docs.iter().map(|path| path.display().to_string()).collect();
    terminal.print(format_args!("read {}", paths.join(", ")))?;
    let made = all.iter().map(|docs| make(docs, &config, args, terminal)).collect::<Result<Vec<_>, _>>()?;
    let failed = made.iter().any(|made| made.has_errors);
    let trees: String = made.iter().map(|made| made.trees.as_str()).collect();
    let versions: Vec<_> = made.into_iter().filter_map(|made| made.bindings).collect();
    // Writing one version without the other would remove what there is of the other.
    if versions.len() < all.len() {
        terminal.print("wrote nothing")?;
        return Err(Stop::Findings);
    }
    let files = arrange(versions);
    let fresh = if args.check { compare(&config, &files, terminal)? } else { save(&config, &files, terminal)? };
    terminal.print_text(if args.check { "" } else { &trees })?;
    if failed || !fresh { Err(Stop::Findings) } else { Ok(()) }
}

/// What came of one version's pages.
struct Made {
    /// None, if no page defines a type.
    bindings: Option<(Version, Vec<RustFile>)>,
    /// The hierarchies, drawn, behind an empty line.
    trees: String,
    has_errors: bool,
}

/// Makes bindings of one version, and tells about its pages.
fn make(docs: &Docs, config: &Config, args: &Generate, terminal: &mut Terminal<'_>) -> Result<Made, Stop> {
    let version = docs.version;
    let mut cx = Diagnostics::new();
    let seen = |resolved: &Resolved<'_>, selected: Option<&BTreeSet<TypeId>>| {
        let pages = selected.map(|selected| pipeline::pages_of(&docs.sources, resolved, selected));
        (Counts::of(resolved), selected.map(BTreeSet::len), trees_of(resolved, &config.select), pages)
    };
    let run = pipeline::run_and(&docs.sources, &config.options(version), &mut cx, seen);
    // What else is wrong would hide that.
    if let Err(Stopped::Unknown(names)) = run {
        return Err(Stop::Unknown(version, names));
    }
    let pages = run.as_ref().ok().and_then(|(_, (.., pages))| pages.as_ref());
    show_problems(terminal, &docs.sources, &cx, pages, args);
    let has_errors = cx.count(Severity::Error) > 0;
    let (made, counts, selected) = match run {
        Ok((files, (counts, selected, trees, _))) => {
            let trees = if trees.is_empty() { trees } else { format!("\n{trees}") };
            (Made { bindings: Some((version, files)), trees, has_errors }, counts, selected)
        }
        Err(_) => (Made { bindings: None, trees: String::new(), has_errors }, Counts::default(), None),
    };
    let summary = Summary::new(version, &docs.sources, counts, &cx);
    terminal.print(&summary)?;
    if let Some(selected) = selected {
        terminal.print(format_args!("{version}: selected {}", plural(selected, "type")))?;
    }
    if args.verbose && !summary.rules.is_empty() {
        terminal.print(format_args!("{version}: {}", summary.by_rule()))?;
    }
    Ok(made)
}

/// The hierarchies, or those of the selected types.
fn trees_of(resolved: &Resolved<'_>, select: &[String]) -> String {
    if select.is_empty() {
        return tree::draw(resolved, None, Format::Text, TYPES_SHOWN);
    }
    let roots = select.iter().filter_map(|name| resolved.find(name));
    roots.map(|root| tree::draw(resolved, Some(root), Format::Text, TYPES_SHOWN)).collect()
}

fn save(config: &Config, files: &[RustFile], terminal: &mut Terminal<'_>) -> Result<bool, Stop> {
    let done = write(&config.out, files)?;
    let (written, unchanged, removed) = (done.written, done.unchanged, done.removed);
    let out = config.out.display();
    terminal.print(format_args!("wrote {out}: {written} new or changed, {unchanged} unchanged, {removed} removed"))?;
    Ok(true)
}

/// Shows what [`save`] would change; whether that is nothing.
fn compare(config: &Config, files: &[RustFile], terminal: &mut Terminal<'_>) -> Result<bool, Stop> {
    let differences = check(&config.out, files)?;
    for difference in &differences {
        terminal.print(difference)?;
    }
    let (out, count) = (config.out.display(), files.len());
    if differences.is_empty() {
        terminal.print(format_args!("{out}: fresh, {count} files"))?;
    } else {
        let stale = match differences.len() {
            1 => "1 file differs".to_owned(),
            several => format!("{several} files differ"),
        };
        let refused = differences.iter().any(|difference| difference.kind == DifferenceKind::InTheWay);
        let first = if refused { "move away what is in the way, or choose another output folder, and " } else { "" };
        terminal.print(format_args!("{out}: not fresh, {stale}; {first}leave out `--check` to write them"))?;
    }
    Ok(differences.is_empty())
}

/// Shows all errors and the first warnings that matter, those about `pages` if not all were selected; or everything.
fn show_problems(
    terminal: &mut Terminal<'_>,
    sources: &Sources,
    cx: &Diagnostics,
    pages: Option<&BTreeSet<SourceId>>,
    args: &Generate,
) {
    let shown = shown(cx, pages, args);
    shown.iter().for_each(|diagnostic| terminal.show_diagnostic(diagnostic, sources));
    let warnings = shown.iter().filter(|diagnostic| diagnostic.severity == Severity::Warning).count();
    let more = cx.count(Severity::Warning) - warnings;
    if more > 0 && !args.hide_warnings {
        let more = plural(more, if warnings == 0 { "warning" } else { "more warning" });
        terminal.note(format_args!("\u{2026} {more}; `--verbose` shows all\n"));
    }
}

/// The problems that are shown: all errors, and of the warnings about `pages` the first.
pub(super) fn shown<'c>(
    cx: &'c Diagnostics,
    pages: Option<&BTreeSet<SourceId>>,
    args: &Generate,
) -> Vec<&'c Diagnostic> {
    if args.verbose {
        return cx.sorted();
    }
    let mut warnings = if args.hide_warnings { 0 } else { WARNINGS_SHOWN };
    let mut shown = cx.relevant(pages);
    shown.retain(|diagnostic| match diagnostic.severity {
        Severity::Error => true,
        Severity::Warning => warnings.checked_sub(1).map(|left| warnings = left).is_some(),
        Severity::Note => false,
    });
    shown
}
