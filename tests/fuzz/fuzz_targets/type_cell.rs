//! The cell of a type.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    msgraph_bindgen_fuzz::take_the_whole_way(
        "# thing resource type\n\nNamespace: microsoft.graph\n\n## Properties\n\n|Property|Type|Description|\n|:-|:-|:-|\n|name|",
        text,
        "|Possible values are: `a`, `b`.|\n",
    );
});
