//! Makes Rust of a JSON Schema by typify, as its documentation has build scripts do it: the schema's file, the file to write.

use std::fs;

use typify::{TypeSpace, TypeSpaceSettings};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (from, to) = arguments.next().zip(arguments.next()).ok_or("two files")?;
    let schema: schemars::schema::RootSchema = serde_json::from_str(&fs::read_to_string(from)?)?;
    let mut types = TypeSpace::new(&TypeSpaceSettings::default());
    types.add_root_schema(schema)?;
    Ok(fs::write(to, prettyplease::unparse(&syn::parse2(types.to_stream())?))?)
}
