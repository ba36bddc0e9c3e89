//! The command `msgraph-bindgen`; see [`msgraph_bindgen::cli`].

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// Millions of small pieces are taken and given back, on all threads.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    msgraph_bindgen::cli::main()
}
