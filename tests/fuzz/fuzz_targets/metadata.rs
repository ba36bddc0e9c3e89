//! The comment before a JSON representation.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    msgraph_bindgen_fuzz::take_the_whole_way(
        "# thing resource type\n\nNamespace: microsoft.graph\n\n## JSON representation\n<!-- {\"blockType\": \"resource\", ",
        text,
        "}-->\n```json\n{}\n```\n",
    );
});
