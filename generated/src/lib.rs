//! Types of Microsoft Graph: the family of `customCalloutExtension`, generated from the pages in `docs-input`.
//!
//! Everything Graph sends is kept: derived types, enum members and properties that the pages don't know are read, can be
//! looked at, and are written back.
//!
//! ```
//! use msgraph_bindings::CustomCalloutExtension;
//!
//! let json = r##"{
//!     "@odata.type": "#microsoft.graph.onOtpSendCustomExtension",
//!     "id": "6fc5012e-7665-43d6-9708-4370863f4e6e",
//!     "displayName": "Send a code",
//!     "introducedTomorrow": true
//! }"##;
//! let extension: CustomCalloutExtension = serde_json::from_str(json)?;
//!
//! assert_eq!(extension.display_name(), Some("Send a code"));
//! assert_eq!(extension.additional_properties().get("introducedTomorrow"), Some(&true.into()));
//! assert_eq!(serde_json::to_value(&extension)?, serde_json::from_str::<serde_json::Value>(json)?);
//! # Ok::<(), serde_json::Error>(())
//! ```
#![forbid(unsafe_code)]

#[rustfmt::skip]
mod bindings;

/// The README's example is compiled with the other tests.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;

pub use bindings::*;
