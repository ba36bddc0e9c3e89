//! Reads one of five types from standard input and writes it back.

use std::io::Read;

use bindings::{DriveItem, Event, Group, Message, User};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let written = match std::env::args().nth(1).as_deref() {
        Some("user") => again::<User>(&text),
        Some("message") => again::<Message>(&text),
        Some("group") => again::<Group>(&text),
        Some("driveItem") => again::<DriveItem>(&text),
        _ => again::<Event>(&text),
    };
    println!("{}", written?);
    Ok(())
}

fn again<T: serde::de::DeserializeOwned + serde::Serialize>(text: &str) -> serde_json::Result<String> {
    serde_json::to_string(&serde_json::from_str::<T>(text)?)
}
