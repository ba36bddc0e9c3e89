//! The rows of a table of properties.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    msgraph_bindgen_fuzz::take_the_whole_way(
        "# thing resource type\n\nNamespace: microsoft.graph\n\nInherits from [base](base.md).\n\n## Properties\n\n|Property|Type|Description|\n|:-|:-|:-|\n",
        text,
        "\n\n## JSON representation\n",
    );
});
