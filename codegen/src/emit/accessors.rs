//! Methods of the enums over derived types: one for each property that all variants share.

use crate::resolve::{Property, RustIdent, TypeId, Union};

use super::attributes::deprecated_line;
use super::facts::accessor_docs;
use super::place::Place;
use super::rust_type::RustType;
use super::scope::Scope;

/// An `impl` with the methods of the union of `id`; nothing, if they have no property in common.
pub(super) fn accessors(from: Place<'_, '_>, id: TypeId, union: &Union) -> String {
    let properties = from.scope.resolved.all_properties(id);
    let mut methods = String::new();
    for (_, property) in properties {
        if !is_taken(from.scope, id, union, &property.method()) {
            methods += &accessor(from, id, union, property);
        }
    }
    if methods.is_empty() {
        return methods;
    }
    format!("\nimpl {} {{\n{methods}}}\n", from.object_path(id))
}

fn accessor(from: Place<'_, '_>, id: TypeId, union: &Union, property: &Property<'_>) -> String {
    let docs = accessor_docs(property);
    let (field, name) = (&property.ident, property.method());
    let (returned, lend) = RustType::new(from, property).lent();
    let mut attributes = deprecated_line(property);
    if name.as_str().starts_with("from_") || name.as_str().starts_with("into_") {
        attributes += "    #[allow(clippy::wrong_self_convention)]\n";
    }
    let mut arms = String::new();
    for variant in from.scope.variants(union) {
        arms.push_str("            Self::");
        variant.ident.push_to(&mut arms);
        arms.push_str("(value) => value.");
        match from.scope.nested(id, variant) {
            Some(_) => {
                name.push_to(&mut arms);
                arms.push_str("()");
            }
            None => {
                field.push_to(&mut arms);
                arms.push_str(lend);
            }
        }
        arms.push_str(",\n");
    }
    format!(
        "    /// {docs}
{attributes}    pub fn {name}(&self) -> {returned} {{
        match self {{
{arms}            Self::Other(value) => value.{field}{lend},
        }}
    }}
"
    )
}

/// Whether the union, or one within it, has a cast of that name: then there is no accessor.
fn is_taken(scope: &Scope<'_, '_>, id: TypeId, union: &Union, name: &RustIdent) -> bool {
    name.as_str().starts_with("as_")
        && scope.variants(union).any(|variant| {
            let inner = scope.nested(id, variant);
            variant.accessor == *name || inner.is_some_and(|inner| is_taken(scope, variant.ty, inner, name))
        })
}
