//! Makes Rust of the pages in `docs`.

fn main() -> Result<(), msgraph_bindgen::Error> {
    msgraph_bindgen::Builder::new().docs("docs").compile()
}
