//! JSON into the committed bindings and back: what is read is written again, and read again as the same.
#![no_main]

use msgraph_bindings::{CustomCalloutExtension, CustomExtensionData, User};

macro_rules! there_and_back {
    ($type:ty, $bytes:expr) => {
        if let Ok(read) = serde_json::from_slice::<$type>($bytes) {
            let written = serde_json::to_vec(&read).expect("JSON");
            let again = serde_json::from_slice::<$type>(&written).expect("what was written can be read");
            assert_eq!(serde_json::to_vec(&again).expect("JSON"), written);
            let _ = (format!("{read:?}"), read.clone() == again);
        }
    };
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    there_and_back!(CustomCalloutExtension, bytes);
    there_and_back!(CustomExtensionData, bytes);
    there_and_back!(User, bytes);
});
