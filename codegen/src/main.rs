//! The command `msgraph-bindgen`; see [`msgraph_bindgen::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    msgraph_bindgen::cli::main()
}
