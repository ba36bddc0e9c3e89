//! Types of Microsoft Graph: the family of `customCalloutExtension`, generated from the pages in `docs-input`.
//!
//! # How the types are made
//!
//! A type is a struct, with its inherited properties beside its own: [`OnOtpSendCustomExtension`] has the `id` that
//! `entity` declares. Every property is an `Option`, for Graph sends only what was asked for.
//!
//! A type from which others derive is an enum over them. An abstract one goes by its own name:
//!
//! - [`CustomCalloutExtension`]
//!   - [`AccessPackageAssignmentRequestWorkflowExtension`]
//!   - [`AccessPackageAssignmentWorkflowExtension`]
//!   - [`CustomAccessPackageWorkflowExtension`]
//!   - [`CustomAuthenticationExtension`], abstract itself, so an enum within the enum
//!     - [`OnAttributeCollectionStartCustomExtension`]
//!     - [`OnAttributeCollectionSubmitCustomExtension`]
//!     - [`OnOtpSendCustomExtension`]
//!     - [`OnTokenIssuanceStartCustomExtension`]
//!   - [`CustomTaskExtension`](identity_governance::CustomTaskExtension), of another namespace
//!   - `Other`, for kinds that are newer than these bindings
//!
//! Where objects of the type itself occur as well, it is a struct, and the enum is called `Any…`:
//! [`CustomExtensionCallbackConfiguration`] and [`AnyCustomExtensionCallbackConfiguration`].
//!
//! # Reading
//!
//! `@odata.type` decides on the variant, wherever it stands in the object. All variants share the properties of the
//! base; a method returns each.
//!
//! ```
//! use msgraph_bindings::{CustomAuthenticationExtension, CustomCalloutExtension};
//!
//! let json = r##"{
//!     "@odata.type": "#microsoft.graph.onOtpSendCustomExtension",
//!     "@odata.etag": "W/\"1\"",
//!     "displayName": "Send a code",
//!     "introducedTomorrow": true
//! }"##;
//! let extension: CustomCalloutExtension = serde_json::from_str(json)?;
//! assert_eq!(extension.display_name(), Some("Send a code"));
//! assert_eq!(extension.odata_type(), Some("#microsoft.graph.onOtpSendCustomExtension"));
//!
//! match &extension {
//!     CustomCalloutExtension::CustomAuthenticationExtension(
//!         CustomAuthenticationExtension::OnOtpSendCustomExtension(otp),
//!     ) => assert_eq!(otp.behavior_on_error, None),
//!     other => panic!("{other:?}"), // The enums grow, so a `match` needs this arm.
//! }
//!
//! // What the pages don't know is kept, can be looked at, and is written back.
//! let others = extension.additional_properties();
//! assert_eq!(others.get("introducedTomorrow"), Some(&true.into()));
//! assert_eq!(others.annotation("etag"), Some(&"W/\"1\"".into()));
//! assert_eq!(serde_json::to_value(&extension)?, serde_json::from_str::<serde_json::Value>(json)?);
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! # Making and changing
//!
//! Structs have a `Default` for what isn't set, and become any enum that has them with `into`. Enums give them back with
//! `try_into`, and lend them with `as_…`. A patch holds what is different, `null` for what was cleared, and the type, if it
//! is one of several.
//!
//! ```
//! use msgraph_bindings::support::{StructuredType, merge_patch};
//! use msgraph_bindings::{AzureAdTokenAuthentication, CustomCalloutExtension, OnOtpSendCustomExtension};
//!
//! let before = OnOtpSendCustomExtension {
//!     display_name: Some("Send a code".into()),
//!     description: Some("By letter".into()),
//!     authentication_configuration: Some(
//!         AzureAdTokenAuthentication { resource_id: Some("api://codes".into()), ..Default::default() }.into(),
//!     ),
//!     ..Default::default()
//! };
//! let after = OnOtpSendCustomExtension { display_name: Some("Send".into()), description: None, ..before.clone() };
//! let patch = merge_patch(&before, &after)?;
//! let odata_type = OnOtpSendCustomExtension::ODATA_TYPE;
//! let expected = serde_json::json!({ "@odata.type": odata_type, "displayName": "Send", "description": null });
//! assert_eq!(patch, expected);
//!
//! let extension = CustomCalloutExtension::from(after.clone());
//! assert_eq!(OnOtpSendCustomExtension::try_from(extension)?, after);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Always end a struct with `..Default::default()`: the docs grow. What isn't known of the object before, or isn't in the docs,
//! goes to its `additional_properties`: `null` there clears a property that isn't set, `…@odata.bind` sets a relationship.
//! Objects that are one of several types are written with their type, whether or not they came with it.
//!
//! ```
//! use msgraph_bindings::User;
//! use serde_json::{Value, json};
//!
//! let mut change = User { display_name: Some("Adele".into()), ..Default::default() };
//! change.additional_properties.insert("mail", Value::Null);
//! change.additional_properties.insert("manager@odata.bind", "https://graph.microsoft.com/v1.0/users/2".into());
//! let patch = serde_json::to_value(&change)?;
//! assert_eq!((&patch["displayName"], &patch["mail"]), (&json!("Adele"), &Value::Null));
//! # assert_eq!(patch.as_object().map(|patch| patch.len()), Some(4), "{patch}");
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! # Pages
//!
//! Lists come as [`Collection`](support::Collection), changes as [`Delta`](support::Delta) (of `serde_json::Value`, if what
//! was cleared is to be told from what is as it was). Names for `$select` are checked when a `const` holds them.
//!
//! ```
//! use msgraph_bindings::support::{Change, Collection, Delta, StructuredType, select};
//! use msgraph_bindings::{AnyDirectoryObject, User};
//!
//! const FIELDS: [&str; 2] = select(User::PROPERTIES, ["id", "displayName"]);
//! let first = format!("https://graph.microsoft.com/v1.0/users?$select={}", FIELDS.join(","));
//! # fn get(url: &str) -> &'static str {
//! #     match url {
//! #         "next" => r#"{"value": [{"id": "2"}]}"#,
//! #         _ => r#"{"@odata.nextLink": "next", "value": [{"id": "1"}]}"#,
//! #     }
//! # }
//!
//! let (mut users, mut next) = (Vec::new(), Some(first));
//! while let Some(url) = next {
//!     let page: Collection<User> = serde_json::from_str(get(&url))?;
//!     next = page.next_link().map(str::to_owned);
//!     users.extend(page);
//! }
//! assert_eq!(users.len(), 2);
//!
//! let changes = r#"{"@odata.deltaLink": "later", "value": [{"id": "1", "@removed": {"reason": "deleted"}}]}"#;
//! let delta: Delta<AnyDirectoryObject> = serde_json::from_str(changes)?;
//! for change in &delta {
//!     match change {
//!         Change::Updated(object) => println!("{:?} is new or different", object.id()),
//!         Change::Removed(object, why) => println!("{:?} is gone: {why:?}", object.id()),
//!     }
//! }
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! # Refusals
//!
//! Where Graph refuses a request, the body is an [`ErrorResponse`](support::ErrorResponse), and no list: read as one it is an
//! error. (A struct would take it: every property may be missing. So look at the status first.)
//!
//! ```
//! use msgraph_bindings::User;
//! use msgraph_bindings::support::{Collection, ErrorResponse};
//!
//! let json = r#"{"error": {"code": "itemNotFound", "message": "No such user.", "innerError": {"request-id": "4a6b"}}}"#;
//! let refusal: ErrorResponse = serde_json::from_str(json)?;
//! assert_eq!(refusal.to_string(), "itemNotFound: No such user.");
//! assert_eq!(refusal.error.request_id(), Some("4a6b"));
//! assert!(serde_json::from_str::<Collection<User>>(json).is_err());
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! # Dates and the like
//!
//! Scalars that are strings in JSON, such as [`DateTimeOffset`](support::DateTimeOffset), keep the text that came, odd or
//! not. They convert to the types of the standard library, and, with the features `chrono`, `jiff`, `time` and `uuid` of
//! this crate, to the types of these.
//!
//! ```
//! use std::time::{Duration, SystemTime};
//!
//! use msgraph_bindings::support::DateTimeOffset;
//!
//! let created = DateTimeOffset::from("1970-01-01T01:00:05+01:00");
//! assert_eq!(SystemTime::try_from(&created)?, SystemTime::UNIX_EPOCH + Duration::from_secs(5));
//! assert!(SystemTime::try_from(&DateTimeOffset::from("soon")).is_err());
//! # Ok::<(), msgraph_bindings::support::InvalidScalar>(())
//! ```
//!
//! # Any object
//!
//! [`Entity`], from which all entities derive, is no enum: it holds any object, and makes of it what its `@odata.type`
//! names.
//!
//! ```
//! use msgraph_bindings::{CustomCalloutExtension, Entity, User};
//!
//! let json = r##"{"@odata.type": "#microsoft.graph.user", "id": "1", "displayName": "Adele"}"##;
//! let entity: Entity = serde_json::from_str(json)?;
//! assert!(!entity.is::<CustomCalloutExtension>());
//! if entity.is::<User>() {
//!     let user: User = entity.to()?;
//!     assert_eq!(user.display_name.as_deref(), Some("Adele"));
//! }
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
