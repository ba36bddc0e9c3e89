//! What Graph answers when it refuses a request.

use serde_json::json;

use super::*;
use support::{ErrorResponse, MainError};

const REFUSAL: &str = r#"{
    "error": {
        "code": "Request_BadRequest",
        "message": "Invalid value.",
        "target": "displayName",
        "details": [{"code": "tooLong", "limit": 120}],
        "innerError": {"date": "2026-11-30T08:00:00", "request-id": "4a6b"},
        "@odata.new": 1
    },
    "@odata.context": "c"
}"#;

#[test]
fn a_refusal_is_read_asked_and_written_back() {
    let refusal: ErrorResponse = read(REFUSAL);
    let error = &refusal.error;
    assert_eq!((error.code.as_deref(), error.target.as_deref()), (Some("Request_BadRequest"), Some("displayName")));
    assert_eq!(error.request_id(), Some("4a6b"));
    let details = error.details.as_deref().unwrap_or_default();
    assert_eq!(details[0].code.as_deref(), Some("tooLong"));
    assert_eq!(details[0].additional_properties.get("limit"), Some(&json!(120)));
    assert_eq!(serde_json::to_value(&refusal).unwrap(), serde_json::from_str::<Value>(REFUSAL).unwrap());

    let shown = format!("{:?}", MainError { code: Some("a".into()), ..MainError::default() });
    assert_eq!(shown, r#"MainError { code: "a" }"#);
}

#[test]
fn it_is_an_error_that_says_what_is_known() {
    let shown = |json| read::<ErrorResponse>(json).to_string();
    assert_eq!(shown(REFUSAL), "Request_BadRequest: Invalid value.");
    assert_eq!(shown(r#"{"error":{"message":"m"}}"#), "m");
    assert_eq!(shown(r#"{"error":{"code":"c"}}"#), "c");
    assert_eq!(shown(r#"{"error":{}}"#), "an error of which nothing is told");
    // As OData itself spells it.
    let lower: ErrorResponse = read(r#"{"error":{"innererror":{"request-id":"1"}}}"#);
    assert_eq!(lower.error.request_id(), Some("1"));
    let boxed: Box<dyn std::error::Error + Send + Sync> = lower.into();
    assert!(boxed.is::<ErrorResponse>());
}

#[test]
fn what_is_no_refusal_is_an_error_with_a_path() {
    for (json, message) in [
        (r#"{"value":[]}"#, "value of `ErrorResponse.error`: expected an object, found nothing"),
        (r#"{"error":null}"#, "value of `ErrorResponse.error`: expected an object, found nothing"),
        // As the service answers that hands out tokens.
        (r#"{"error":"invalid_grant"}"#, "value of `ErrorResponse.error`: expected an object, found a string"),
        (r#"{"error":{"code":5}}"#, "value of `ErrorResponse.error.code`: expected a string, found a number"),
    ] {
        assert_eq!(read_error::<ErrorResponse>(json), message);
    }
}
