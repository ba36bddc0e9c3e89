//! Endpoints of custom extensions, with types made from the pages in `docs` while this crate is built.

// As strict as a crate may be: the bindings go without.
#![warn(clippy::pedantic, clippy::nursery, clippy::unwrap_used, clippy::indexing_slicing, clippy::as_conversions)]
#![warn(missing_copy_implementations, missing_debug_implementations, single_use_lifetimes, unnameable_types)]
#![warn(unused_macro_rules, unused_results, unused_qualifications, missing_docs, rust_2018_idioms)]
#![warn(trivial_casts, trivial_numeric_casts, rust_2024_compatibility)]

include!(concat!(env!("OUT_DIR"), "/msgraph.rs"));

use msgraph::CustomExtensionEndpointConfiguration as Endpoint;

/// The address that an endpoint is called at, if its kind has one that we know of.
///
/// ```
/// # use msgraph_build_script_example::{address, msgraph};
/// let endpoint: msgraph::CustomExtensionEndpointConfiguration = serde_json::from_str(
///     r##"{ "@odata.type": "#microsoft.graph.httpRequestEndpoint", "targetUrl": "https://contoso.com/hook" }"##,
/// )?;
/// assert_eq!(address(&endpoint).as_deref(), Some("https://contoso.com/hook"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn address(endpoint: &Endpoint) -> Option<String> {
    match endpoint {
        Endpoint::HttpRequestEndpoint(http) => http.target_url.clone(),
        Endpoint::LogicAppTriggerEndpointConfiguration(app) => {
            let (group, name) = (app.resource_group_name.as_deref()?, app.logic_app_workflow_name.as_deref()?);
            Some(format!("logic-app://{group}/{name}"))
        }
        // Kinds that are newer than the pages.
        _ => None,
    }
}
