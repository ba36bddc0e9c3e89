//! Standard output and standard error.

use std::env;
use std::fmt::Display;
use std::io::{self, IsTerminal, Write};

use crate::diagnostic::{Diagnostic, render};
use crate::source::Sources;

/// Where results and messages go. `println!` would panic when the reader of a pipe goes away.
pub(super) struct Terminal<'w> {
    out: &'w mut dyn Write,
    color_out: bool,
    color_err: bool,
}

impl<'w> Terminal<'w> {
    /// A terminal whose results go to `out`, which stands for standard output.
    pub(super) fn new(out: &'w mut dyn Write) -> Self {
        // https://no-color.org: set and not empty
        let wanted = env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
            && env::var_os("TERM").is_none_or(|term| term != "dumb");
        Self { color_out: wanted && io::stdout().is_terminal(), color_err: wanted && io::stderr().is_terminal(), out }
    }

    /// Prints a result, ended by a line break.
    pub(super) fn print(&mut self, text: impl Display) -> io::Result<()> {
        writeln!(self.out, "{text}")
    }

    /// Prints text that ends with a line break itself.
    pub(super) fn print_text(&mut self, text: &str) -> io::Result<()> {
        self.out.write_all(text.as_bytes())
    }

    /// Prints a problem as a result.
    pub(super) fn print_diagnostic(&mut self, diagnostic: &Diagnostic, sources: &Sources) -> io::Result<()> {
        writeln!(self.out, "{}\n", render(diagnostic, sources, self.color_out))
    }

    /// Prints a problem beside the results.
    pub(super) fn show_diagnostic(&mut self, diagnostic: &Diagnostic, sources: &Sources) {
        self.note(format_args!("{}\n", render(diagnostic, sources, self.color_err)));
    }

    /// Tells something beside the results.
    pub(super) fn note(&mut self, message: impl Display) {
        // What was printed so far comes first. If standard error is closed, nobody wants to know.
        let _ = self.out.flush();
        let _ = writeln!(io::stderr(), "{message}");
    }

    /// Tells what went wrong.
    pub(super) fn error(&mut self, error: impl Display) {
        self.note(format_args!("error: {error}"));
    }

    /// Makes sure that everything has arrived.
    pub(super) fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use std::io::BufWriter;

    use super::*;

    #[test]
    fn results_come_before_what_is_told_beside_them() {
        let mut arrived = Vec::new();
        let mut out = BufWriter::new(&mut arrived);
        let mut terminal = Terminal::new(&mut out);
        terminal.print("a result").unwrap();
        terminal.note("a note");
        drop(out.into_parts());
        assert_eq!(arrived, b"a result\n");
    }
}
