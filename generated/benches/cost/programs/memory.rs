//! Prints how many bytes a user takes, of ten thousand that were read: the bindings', the anchor's.
//!
//! The anchor's own `User` is not read here, for that would take ten minutes of the processor to compile. These users hold
//! strings and lists of strings alone, so that what they hold on the heap is what the plain `User` holds.

#[allow(dead_code, reason = "other rows need the rest")]
mod payloads;

use std::alloc::System;

use serde::de::DeserializeOwned;
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

const USERS: usize = 10_000;

/// Bytes on the heap for each `User`, the structs themselves apart.
fn heap<User: DeserializeOwned>(text: &str) -> serde_json::Result<usize> {
    let region = Region::new(ALLOCATOR);
    let mut users: Vec<User> = serde_json::from_str(text)?;
    users.shrink_to_fit();
    let stats = region.change();
    Ok((stats.bytes_allocated - stats.bytes_deallocated) / USERS - size_of::<User>())
}

fn main() -> serde_json::Result<()> {
    let users: Vec<String> = (0..USERS).map(payloads::user).collect();
    let text = format!("[{}]", users.join(","));
    let ours = size_of::<bindings::User>() + heap::<bindings::User>(&text)?;
    let anchor = size_of::<anchor::User>() + heap::<plain::User>(&text)?;
    println!("{ours} {anchor}");
    Ok(())
}
