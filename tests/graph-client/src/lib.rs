//! The types of `msgraph-bindings` behind two clients: graph-rs-sdk, and reqwest by hand.
//!
//! Nothing stands between: the types are `Serialize` and `Deserialize`, which is all that either client asks for.
#![forbid(unsafe_code)]
// The error is graph-rs-sdk's own.
#![allow(clippy::result_large_err)]

use std::error::Error;

use graph_rs_sdk::http::{BodyRead, Method};
use graph_rs_sdk::{GraphClient, GraphResult};
use msgraph_bindings::CustomAuthenticationExtension;
use msgraph_bindings::support::{Collection, ErrorResponse, merge_patch};
use serde::Serialize;

/// Where the custom extensions of sign-ins are, below an endpoint such as `https://graph.microsoft.com/beta`.
const EXTENSIONS: [&str; 2] = ["identity", "customAuthenticationExtensions"];

/// All extensions, from as many pages as there are.
///
/// # Errors
///
/// If the service can't be reached, refuses, or answers with something else.
pub fn list(client: &GraphClient) -> GraphResult<Vec<CustomAuthenticationExtension>> {
    let request = client.custom(Method::GET, None).extend_path(&EXTENSIONS).into_blocking();
    let mut extensions = Vec::new();
    for page in request.paging().json::<Collection<CustomAuthenticationExtension>>()? {
        extensions.extend(page.into_body()?);
    }
    Ok(extensions)
}

/// One extension.
///
/// # Errors
///
/// If the service can't be reached, refuses, or answers with something else.
pub fn get(client: &GraphClient, id: &str) -> GraphResult<CustomAuthenticationExtension> {
    let request = client.custom(Method::GET, None).extend_path(&EXTENSIONS).extend_path(&[id]);
    Ok(request.into_blocking().send()?.error_for_status()?.json()?)
}

/// Creates an extension; the answer has its `id`.
///
/// # Errors
///
/// If the service can't be reached, refuses, or answers with something else.
pub fn create<T: Serialize + Into<CustomAuthenticationExtension>>(
    client: &GraphClient,
    extension: &T,
) -> GraphResult<CustomAuthenticationExtension> {
    let body = BodyRead::from_serialize(extension)?;
    let request = client.custom(Method::POST, Some(body)).extend_path(&EXTENSIONS);
    Ok(request.into_blocking().send()?.error_for_status()?.json()?)
}

/// Changes what differs between `before` and `after`, and nothing else.
///
/// # Errors
///
/// If the service can't be reached or refuses.
pub fn update<T: Serialize>(client: &GraphClient, id: &str, before: &T, after: &T) -> GraphResult<()> {
    let body = BodyRead::from_serialize(&merge_patch(before, after)?)?;
    let request = client.custom(Method::PATCH, Some(body)).extend_path(&EXTENSIONS).extend_path(&[id]);
    request.into_blocking().send()?.error_for_status()?;
    Ok(())
}

/// All extensions, with no client but reqwest.
///
/// # Errors
///
/// An [`ErrorResponse`] if the service refuses; others if it can't be reached, or answers with something else.
pub fn list_by_hand(
    client: &reqwest::blocking::Client,
    endpoint: &str,
    token: &str,
) -> Result<Vec<CustomAuthenticationExtension>, Box<dyn Error + Send + Sync>> {
    let mut extensions = Vec::new();
    let mut next = Some(format!("{endpoint}/{}", EXTENSIONS.join("/")));
    while let Some(address) = next {
        let answer = client.get(address).bearer_auth(token).send()?;
        if !answer.status().is_success() {
            return Err(answer.json::<ErrorResponse>()?.into());
        }
        let page: Collection<CustomAuthenticationExtension> = answer.json()?;
        next = page.next_link().map(str::to_owned);
        extensions.extend(page);
    }
    Ok(extensions)
}
