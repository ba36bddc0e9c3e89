//! The committed bindings, used as their users will.

use msgraph_bindings::identity_governance::CustomTaskExtension;
use msgraph_bindings::support::merge_patch;
use msgraph_bindings::{
    AzureAdTokenAuthentication, CustomAuthenticationExtension, CustomCalloutExtension,
    CustomExtensionAuthenticationConfiguration, CustomExtensionClientConfiguration,
    OnTokenIssuanceStartCustomExtension,
};
use serde_json::{Value, json};

fn token_issuance() -> Value {
    json!({
        "@odata.type": "#microsoft.graph.onTokenIssuanceStartCustomExtension",
        "@odata.etag": "W/\"1\"",
        "id": "6fc5012e-7665-43d6-9708-4370863f4e6e",
        "displayName": "Add claims",
        "authenticationConfiguration": {
            "@odata.type": "#microsoft.graph.azureAdTokenAuthentication",
            "resourceId": "api://claims.contoso.com/1"
        },
        "clientConfiguration": { "timeoutInMilliseconds": 2000, "maximumRetries": 1 },
        "claimsForTokenConfiguration": [{ "claimIdInApiResponse": "DateOfBirth" }, { "claimIdInApiResponse": "Roles" }]
    })
}

#[test]
fn a_leaf_is_found_through_two_abstract_types() {
    let extension: CustomCalloutExtension = serde_json::from_value(token_issuance()).expect("an extension");
    assert_eq!(extension.display_name(), Some("Add claims"));
    assert_eq!(extension.odata_type(), Some("#microsoft.graph.onTokenIssuanceStartCustomExtension"));
    let CustomCalloutExtension::CustomAuthenticationExtension(nested) = &extension else { panic!("{extension:?}") };
    let CustomAuthenticationExtension::OnTokenIssuanceStartCustomExtension(leaf) = nested else { panic!("{nested:?}") };
    let claims = leaf.claims_for_token_configuration.as_deref().expect("claims");
    assert_eq!(claims[1].claim_id_in_api_response.as_deref(), Some("Roles"));
    assert_eq!(leaf.additional_properties.annotation("etag"), Some(&json!("W/\"1\"")));
    assert_eq!(serde_json::to_value(&extension).expect("JSON"), token_issuance());
}

#[test]
fn what_the_pages_do_not_know_is_kept_whole() {
    let unknown = json!({
        "@odata.type": "#microsoft.graph.onQuantumSignInCustomExtension",
        "displayName": "Tomorrow",
        "behaviorOnError": { "@odata.type": "#microsoft.graph.tryAgain", "times": 3 },
        "entanglement": { "@odata.type": "#microsoft.graph.quantum", "pairs": [1, 2.5, null, "x"] }
    });
    let extension: CustomCalloutExtension = serde_json::from_value(unknown.clone()).expect("an extension");
    assert!(matches!(extension, CustomCalloutExtension::Other(_)));
    assert_eq!(extension.display_name(), Some("Tomorrow"));
    assert_eq!(serde_json::to_value(&extension).expect("JSON"), unknown);
}

#[test]
fn objects_are_made_and_converted() {
    let leaf = OnTokenIssuanceStartCustomExtension {
        display_name: Some("Add claims".into()),
        authentication_configuration: Some(
            AzureAdTokenAuthentication { resource_id: Some("api://claims".into()), ..Default::default() }.into(),
        ),
        ..Default::default()
    };
    let extension = CustomCalloutExtension::from(leaf.clone());
    let text = serde_json::to_string(&extension).expect("JSON");
    let tag = r##"{"@odata.type":"#microsoft.graph.onTokenIssuanceStartCustomExtension","##;
    assert!(text.starts_with(tag) && text.matches("@odata.type").count() == 2, "{text}");
    assert_eq!(OnTokenIssuanceStartCustomExtension::try_from(extension.clone()).expect("the same type"), leaf);
    let refused = CustomTaskExtension::try_from(extension.clone()).expect_err("another type");
    assert!(refused.to_string().contains("CustomTaskExtension"), "{refused}");
    assert!(extension.as_custom_task_extension().is_none());
}

#[test]
fn a_patch_holds_what_changed_and_what_was_cleared() {
    let before: OnTokenIssuanceStartCustomExtension = serde_json::from_value(token_issuance()).expect("an extension");
    let mut after = before.clone();
    after.display_name = Some("Add more claims".into());
    after.client_configuration = Some(CustomExtensionClientConfiguration {
        maximum_retries: None,
        ..before.client_configuration.clone().expect("a configuration")
    });
    after.claims_for_token_configuration = None;
    let patch = merge_patch(&before, &after).expect("JSON");
    let expected = json!({
        "@odata.type": "#microsoft.graph.onTokenIssuanceStartCustomExtension",
        "displayName": "Add more claims",
        "clientConfiguration": { "maximumRetries": null },
        "claimsForTokenConfiguration": null
    });
    assert_eq!(patch, expected);
}

#[test]
fn a_wrong_member_is_an_error_with_its_path() {
    let mut wrong = token_issuance();
    wrong["claimsForTokenConfiguration"][1]["claimIdInApiResponse"] = json!(7);
    let error = serde_json::from_str::<CustomCalloutExtension>(&wrong.to_string()).expect_err("a number");
    let told = error.to_string();
    for part in ["claimsForTokenConfiguration[1].claimIdInApiResponse", "string", "number", "line 1 column"] {
        assert!(told.contains(part), "{part:?} is missing in: {told}");
    }
}

#[test]
fn the_tag_may_be_written_in_any_way() {
    for tag in ["#microsoft.graph.azureAdTokenAuthentication", "microsoft.graph.AzureADTokenAuthentication"] {
        let text = format!(r#"{{"resourceId": "api://x", "@odata.type": "{tag}"}}"#);
        let read: CustomExtensionAuthenticationConfiguration = serde_json::from_str(&text).expect("a configuration");
        assert!(read.as_azure_ad_token_authentication().is_some(), "{tag}");
        let written: Value = serde_json::to_value(&read).expect("JSON");
        assert_eq!(written, serde_json::from_str::<Value>(&text).expect("JSON"));
    }
}
