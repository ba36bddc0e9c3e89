use proptest::prelude::*;

use super::*;
use crate::model::{Property, TypeRef};

/// What `look` sees of the first property of a page with `rows`.
fn first<R>(rows: &str, look: impl FnOnce(Option<&Property<'_>>, &Sources) -> R) -> R {
    let page = format!(
        "# thing resource type\n\nNamespace: microsoft.graph\n\n## Properties\n\n|Property|Type|Description|\n|:-|:-|:-|\n{rows}\n"
    );
    let sources = Sources::from_texts([("thing.md", page.as_str())]);
    let schema = lower(&sources, &mut Diagnostics::new());
    look(schema.structured.first().and_then(|ty| ty.properties.first()), &sources)
}

/// The type in `cell`, as text without its place.
fn read(cell: &str) -> String {
    let show = |ty: &TypeRef<'_>| match &ty.reference {
        crate::model::Reference::Named(named) => format!("{}({}) {}", named.text, named.target, ty.collection),
        other => format!("{other:?} {}", ty.collection),
    };
    first(&format!("|name|{cell}|It.|"), |property, _| {
        property.map(|property| show(&property.type_ref)).unwrap_or_default()
    })
}

fn type_name() -> impl Strategy<Value = String> {
    prop_oneof![
        proptest::sample::select(&["String", "Edm.Int32", "DateTimeOffset", "Guid", "Binary"][..])
            .prop_map(str::to_owned),
        "[a-z]{3,6}[A-Z][a-z]{2,6}",
        "[a-z]{3,6}[A-Z][a-z]{2,6}".prop_map(|name| format!("[{name}](../resources/{name}.md)")),
    ]
}

proptest! {
    #[test]
    fn a_collection_is_the_same_however_it_is_written(name in type_name()) {
        let after = read(&format!("{name} collection"));
        prop_assert!(after.ends_with("true"), "{}", after);
        prop_assert_eq!(&after, &read(&format!("Collection({name})")));
        prop_assert_eq!(&after, &read(&format!("collection of {name}")));
        prop_assert_eq!(&after, &read(&format!(" {name}  Collection ")));
        let alone = after.strip_suffix("true").map(|rest| format!("{rest}false"));
        prop_assert_eq!(alone, Some(read(&name)));
    }

    #[test]
    fn any_row_is_survived_and_its_places_lie_in_the_page(row in "[\\PC]{0,40}|[|a`\\[\\]()*<>:, -]{0,40}") {
        first(&format!("|{row}|"), |property, sources| {
            if let Some(property) = property {
                let spans = [property.name.span, property.type_ref.span, property.evidence.span];
                let values = property.possible_values.iter().map(|value| value.span);
                for span in spans.into_iter().chain(values) {
                    let text = &sources.get(span.source).unwrap().text;
                    assert!(text.get(span.range()).is_some(), "{span:?} of {text:?}");
                }
            }
        });
    }

    #[test]
    fn any_metadata_are_survived(text in "[\\PC\n]{0,60}|[{}\\[\\]\",:'&;a \n/*.-]{0,60}") {
        let rows = format!("|a|String|It.|\n\n## JSON representation\n\n<!-- {{ \"blockType\": \"resource\", {text} -->\n```json\n{text}\n```");
        first(&rows, |_, _| ());
    }
}
