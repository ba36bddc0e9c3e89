//! `ir`, `tree` and `explain`: looking without writing.

use crate::diagnostic::{Diagnostics, RULES, Severity};
use crate::output::overwrite;
use crate::pipeline;
use crate::report;
use crate::resolve::{Resolved, TypeId};
use crate::source::Docs;
use crate::spelling::did_you_mean;

use super::args::{Explain, Ir, Tree};
use super::terminal::Terminal;
use super::{Stop, read_one};

pub(super) fn ir(args: &Ir, terminal: &mut Terminal<'_>) -> Result<(), Stop> {
    let docs = read_one(&args.input.config()?)?;
    let text = resolved(&docs, terminal, |resolved| report::ir::to_json(resolved, &docs.sources, docs.version));
    match &args.out {
        Some(file) => {
            overwrite(file, &text)?;
        }
        None => terminal.print_text(&text)?,
    }
    Ok(())
}

pub(super) fn tree(args: &Tree, terminal: &mut Terminal<'_>) -> Result<(), Stop> {
    let docs = read_one(&args.input.config()?)?;
    let text = resolved(&docs, terminal, |resolved| {
        let root = args.root.as_deref().map(|name| find(resolved, name)).transpose()?;
        Ok::<_, Stop>(report::tree::draw(resolved, root, args.format, usize::MAX))
    })?;
    Ok(terminal.print_text(&text)?)
}

/// Looks at the resolved schema.
fn resolved<R: Send>(docs: &Docs, terminal: &mut Terminal<'_>, look: impl FnOnce(&Resolved<'_>) -> R + Send) -> R {
    let mut cx = Diagnostics::new();
    let seen = pipeline::resolve_docs(&docs.sources, &mut cx, look);
    show_errors(&cx, docs, terminal);
    seen
}

/// Shows the errors among the problems: what is shown is then not all that the pages meant to say. The others are
/// `lint`'s matter.
pub(super) fn show_errors(cx: &Diagnostics, docs: &Docs, terminal: &mut Terminal<'_>) {
    for diagnostic in cx.sorted().into_iter().filter(|diagnostic| diagnostic.severity == Severity::Error) {
        terminal.show_diagnostic(diagnostic, &docs.sources);
    }
}

fn find(resolved: &Resolved<'_>, name: &str) -> Result<TypeId, Stop> {
    resolved.find(name).ok_or_else(|| {
        let names = resolved.types().map(|(_, ty)| ty.name.name());
        let hint = did_you_mean(name, names).unwrap_or_else(|| "no page defines it".to_owned());
        Stop::Usage(format!("there is no type `{name}`; {hint}"))
    })
}

/// What a rule means, or where the facts about a type or property come from; without a name, all rules.
pub(super) fn explain(args: &Explain, terminal: &mut Terminal<'_>) -> Result<(), Stop> {
    let Some(name) = &args.name else {
        let width = RULES.iter().map(|rule| rule.name.len()).max().unwrap_or_default();
        for rule in RULES {
            let severity = rule.severity.to_string();
            terminal.print(format_args!("{:width$}  {severity:7}  {}", rule.name, rule.summary))?;
        }
        return Ok(());
    };
    if let Some(rule) = RULES.iter().find(|rule| rule.name == name) {
        terminal.print(format_args!("{}[{}]: {}\n\n{}", rule.severity, rule.name, rule.summary, rule.explanation))?;
        return Ok(());
    }
    // Rules have dashes in their names, types don't.
    if name.contains('-') {
        return Err(unknown_rule(name));
    }
    let docs = read_one(&args.input.config()?)?;
    let text = resolved(&docs, terminal, |resolved| explain_type(resolved, &docs, name))?;
    Ok(terminal.print_text(&text)?)
}

fn explain_type(resolved: &Resolved<'_>, docs: &Docs, name: &str) -> Result<String, Stop> {
    if let Some(id) = resolved.find(name) {
        return Ok(report::explain::explain(resolved, &docs.sources, id));
    }
    let Some((ty, property)) = name.rsplit_once('.') else { return find(resolved, name).map(|_| String::new()) };
    let id = find(resolved, ty)?;
    report::explain::explain_property(resolved, &docs.sources, id, property).ok_or_else(|| {
        let all = resolved.all_properties(id);
        let hint = did_you_mean(property, all.iter().map(|(_, property)| property.name.as_ref()));
        let hint = hint.unwrap_or_else(|| format!("`explain {ty}` lists what it has"));
        Stop::Usage(format!("`{ty}` has no property `{property}`; {hint}"))
    })
}

/// `name` is no rule.
pub(super) fn unknown_rule(name: &str) -> Stop {
    let hint = did_you_mean(name, RULES.iter().map(|rule| rule.name))
        .unwrap_or_else(|| "`msgraph-bindgen explain` lists them".to_owned());
    Stop::Usage(format!("there is no rule `{name}`; {hint}"))
}
