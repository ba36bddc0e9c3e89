//! A server on this machine that answers as Graph does.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use graph_client::{create, get, list, list_by_hand, update};
use graph_rs_sdk::http::Url;
use graph_rs_sdk::{GraphClient, GraphClientConfiguration};
use msgraph_bindings::support::ErrorResponse;
use msgraph_bindings::{CustomAuthenticationExtension, CustomExtensionClientConfiguration, OnOtpSendCustomExtension};
use serde_json::{Value, json};

const ROOT: &str = "/beta/identity/customAuthenticationExtensions";

/// What came: method, path with query, body.
type Request = (String, String, Value);

fn otp() -> Value {
    json!({
        "@odata.type": "#microsoft.graph.onOtpSendCustomExtension",
        "id": "a1",
        "displayName": "Send a code",
        "description": "By text message",
        "endpointConfiguration": {
            "@odata.type": "#microsoft.graph.httpRequestEndpoint",
            "targetUrl": "https://codes.example/send",
        },
        "clientConfiguration": {"timeoutInMilliseconds": 1000, "maximumRetries": 1},
        "addedTomorrow": [1, 2],
    })
}

fn unknown() -> Value {
    json!({"@odata.type": "#microsoft.graph.onMoonriseCustomExtension", "id": "b2", "displayName": "Howl", "phase": "full"})
}

/// The status and body that a request is answered with.
fn answer((method, path, body): &Request, origin: &str) -> (u16, Value) {
    let bare = path.strip_prefix(ROOT);
    match (method.as_str(), bare) {
        ("GET", Some("")) => {
            let next = format!("{origin}{ROOT}?$skiptoken=2");
            (200, json!({"@odata.context": "$metadata", "@odata.nextLink": next, "value": [otp()]}))
        }
        ("GET", Some("?$skiptoken=2")) => (200, json!({"value": [unknown()]})),
        ("GET", Some("/a1")) => (200, otp()),
        ("POST", Some("")) => {
            let mut created = body.clone();
            created["id"] = "c3".into();
            (201, created)
        }
        ("PATCH", Some("/a1")) => (204, Value::Null),
        _ => (404, json!({"error": {"code": "Request_ResourceNotFound", "message": "There is no such thing."}})),
    }
}

fn receive(stream: &TcpStream) -> Request {
    let mut reader = BufReader::new(stream);
    let mut line = || {
        let mut line = String::new();
        reader.read_line(&mut line).expect("a line");
        line.trim_end().to_owned()
    };
    let first = line();
    let mut length = 0;
    loop {
        let header = line().to_ascii_lowercase();
        if header.is_empty() {
            break;
        }
        if let Some(value) = header.strip_prefix("content-length:") {
            length = value.trim().parse().expect("a length");
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).expect("the body");
    let body = if body.is_empty() { Value::Null } else { serde_json::from_slice(&body).expect("JSON") };
    let mut words = first.split(' ').map(str::to_owned);
    (words.next().expect("a method"), words.next().expect("a path"), body)
}

fn send(mut stream: &TcpStream, status: u16, body: &Value) {
    let body = if body.is_null() { String::new() } else { body.to_string() };
    let head = format!("HTTP/1.1 {status} -\r\nContent-Type: application/json\r\nConnection: close\r\n");
    write!(stream, "{head}Content-Length: {}\r\n\r\n{body}", body.len()).expect("the answer");
}

/// Starts a server; its endpoint, and what it is asked.
fn server() -> (String, Receiver<Request>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let origin = format!("http://{}", listener.local_addr().expect("an address"));
    let (sender, asked): (Sender<Request>, _) = channel();
    let endpoint = format!("{origin}/beta");
    thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let request = receive(&stream);
            let (status, body) = answer(&request, &origin);
            send(&stream, status, &body);
            if sender.send(request).is_err() {
                break;
            }
        }
    });
    (endpoint, asked)
}

fn client() -> (GraphClient, Receiver<Request>) {
    let (endpoint, asked) = server();
    let mut client = GraphClient::from(GraphClientConfiguration::new().access_token("token").https_only(false));
    client.use_test_endpoint(&Url::parse(&endpoint).expect("a URL"));
    (client, asked)
}

fn check_list(extensions: &[CustomAuthenticationExtension]) {
    let names: Vec<_> = extensions.iter().map(|extension| extension.display_name()).collect();
    assert_eq!(names, [Some("Send a code"), Some("Howl")]);
    assert!(matches!(
        extensions,
        [CustomAuthenticationExtension::OnOtpSendCustomExtension(_), CustomAuthenticationExtension::Other(_)]
    ));
    assert_eq!(serde_json::to_value(extensions).expect("JSON"), json!([otp(), unknown()]));
}

#[test]
fn all_pages_are_read() {
    let (client, asked) = client();
    check_list(&list(&client).expect("extensions"));
    let paths: Vec<String> = asked.try_iter().map(|(_, path, _)| path).collect();
    assert_eq!(paths[0], ROOT);

    let (endpoint, _asked) = server();
    check_list(&list_by_hand(&reqwest::blocking::Client::new(), &endpoint, "token").expect("extensions"));
}

#[test]
fn what_is_created_names_its_type() {
    let (client, asked) = client();
    let extension = OnOtpSendCustomExtension { display_name: Some("Send".into()), ..Default::default() };
    let created = create(&client, &extension).expect("the extension");
    assert_eq!((created.id(), created.display_name()), (Some("c3"), Some("Send")));
    let (method, path, body) = asked.recv().expect("a request");
    assert_eq!((method.as_str(), path.as_str()), ("POST", ROOT));
    assert_eq!(body, json!({"@odata.type": "#microsoft.graph.onOtpSendCustomExtension", "displayName": "Send"}));
}

#[test]
fn a_change_holds_what_changed_alone() {
    let (client, asked) = client();
    let before = get(&client, "a1").expect("the extension");
    let mut after = before.clone();
    if let CustomAuthenticationExtension::OnOtpSendCustomExtension(extension) = &mut after {
        extension.description = None;
        let retries = CustomExtensionClientConfiguration { maximum_retries: Some(0), ..Default::default() };
        extension.client_configuration = Some(retries);
    }
    update(&client, "a1", &before, &after).expect("the change");
    let (_, _, body) = asked.iter().find(|(method, ..)| method == "PATCH").expect("a request");
    let configuration = json!({"maximumRetries": 0, "timeoutInMilliseconds": null});
    let odata_type = "#microsoft.graph.onOtpSendCustomExtension";
    let expected = json!({"@odata.type": odata_type, "description": null, "clientConfiguration": configuration});
    assert_eq!(body, expected);
}

#[test]
fn no_such_extension_is_an_error() {
    let (client, _asked) = client();
    assert!(get(&client, "z9").is_err());

    let (endpoint, _asked) = server();
    let elsewhere = format!("{endpoint}/elsewhere");
    let error = list_by_hand(&reqwest::blocking::Client::new(), &elsewhere, "token").expect_err("a refusal");
    let refusal = error.downcast_ref::<ErrorResponse>().expect("a refusal");
    assert_eq!(refusal.error.code.as_deref(), Some("Request_ResourceNotFound"));
    assert_eq!(error.to_string(), "Request_ResourceNotFound: There is no such thing.");
}
