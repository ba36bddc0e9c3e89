//! A page, from its first byte.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    msgraph_bindgen_fuzz::take_the_whole_way("", text, "");
});
