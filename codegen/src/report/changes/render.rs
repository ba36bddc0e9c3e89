//! Changes for people and programs.

use serde_json::{Value, json};

use super::{Change, ChangesFormat, Effect};

impl Effect {
    const ALL: [Self; 3] = [Self::Breaking, Self::Deprecation, Self::Addition];

    /// What stands above changes of this kind, and what programs call one.
    fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Breaking => ("Breaking", "breaking"),
            Self::Deprecation => ("Deprecated", "deprecation"),
            Self::Addition => ("Added", "addition"),
        }
    }
}

/// The changes, and at the end which version of a crate they call for by the rules of
/// [Semantic Versioning](https://semver.org).
#[must_use]
pub fn render(changes: &[Change], format: ChangesFormat) -> String {
    match format {
        ChangesFormat::Human => lists(changes, |title| title.to_owned(), "  ", plain) + &advice(changes),
        ChangesFormat::Markdown => lists(changes, |title| format!("### {title}\n"), "- ", markdown) + &advice(changes),
        ChangesFormat::Json => json(changes),
    }
}

/// A list of changes for each effect, each line behind `mark`.
fn lists(changes: &[Change], title: impl Fn(&str) -> String, mark: &str, line: impl Fn(&Change) -> String) -> String {
    let mut out = String::new();
    for effect in Effect::ALL {
        let mut of_it = changes.iter().filter(|change| change.effect == effect).peekable();
        if of_it.peek().is_some() {
            out.push_str(&title(effect.names().0));
            out.push('\n');
            of_it.for_each(|change| out.extend([mark, &line(change), "\n"]));
            out.push('\n');
        }
    }
    out
}

/// `User.manager: Option<DirectoryObject> is Option<AnyDirectoryObject> now`.
fn plain(change: &Change) -> String {
    line(change, str::to_owned)
}

/// The same with code marked as such.
fn markdown(change: &Change) -> String {
    line(change, |text| format!("`{}`", text.replace('`', "")))
}

fn line(change: &Change, code: impl Fn(&str) -> String) -> String {
    let item = code(&change.item);
    match (change.effect, &change.before, &change.after) {
        (Effect::Deprecation, ..) => item,
        (_, Some(before), Some(after)) => format!("{item}: {} is {} now", code(before), code(after)),
        (_, None, Some(after)) => format!("{item}: {}", code(after)),
        (_, _, None) => format!("{item}: gone"),
    }
}

/// How many changes of each kind there are, and what they call for.
fn advice(changes: &[Change]) -> String {
    let count = |effect| changes.iter().filter(|change| change.effect == effect).count();
    let [breaking, deprecations, additions] = Effect::ALL.map(count);
    let calls_for = match semver(changes) {
        "major" => "a new major version, below 1.0 a minor one",
        "minor" => "a new minor version",
        _ => "a patch at most: nothing changes that code can name",
    };
    format!("{breaking} breaking, {deprecations} deprecated, {additions} added: {calls_for}\n")
}

fn semver(changes: &[Change]) -> &'static str {
    match changes.iter().map(|change| change.effect).min() {
        Some(Effect::Breaking) => "major",
        Some(Effect::Deprecation | Effect::Addition) => "minor",
        None => "patch",
    }
}

fn json(changes: &[Change]) -> String {
    let change = |Change { effect, item, before, after }: &Change| json!({"effect": effect.names().1, "item": item, "before": before, "after": after});
    let all: Vec<Value> = changes.iter().map(change).collect();
    format!("{:#}\n", json!({"semver": semver(changes), "changes": all}))
}
