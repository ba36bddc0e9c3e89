//! Reads and writes the same documents with the bindings and with plain structs of serde_derive.
//!
//! Without arguments, prints for each row the nanoseconds that either side takes, medians of rounds in turn. With a row, a
//! side and a number, does that as many times, for a profiler that counts instructions.

#![allow(deprecated, reason = "some of the types are")]

mod payloads;

use std::hint::black_box;

use nix::time::{ClockId, clock_gettime};
use payloads::Tag;
use serde::Serialize;
use serde::de::DeserializeOwned;

const ROUNDS: usize = 31;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// The same work by either side.
struct Row {
    name: &'static str,
    ours: Box<dyn Fn() -> Result<usize>>,
    plain: Box<dyn Fn() -> Result<usize>>,
}

fn reading<Ours: DeserializeOwned, Plain: DeserializeOwned>(name: &'static str, text: String) -> Row {
    let copy = text.clone();
    Row {
        name,
        ours: Box::new(move || Ok(black_box(serde_json::from_str::<Vec<Ours>>(&text)?).len())),
        plain: Box::new(move || Ok(black_box(serde_json::from_str::<Vec<Plain>>(&copy)?).len())),
    }
}

fn writing<Ours, Plain>(name: &'static str, text: String) -> Result<Row>
where
    Ours: DeserializeOwned + Serialize + 'static,
    Plain: DeserializeOwned + Serialize + 'static,
{
    let ours: Vec<Ours> = serde_json::from_str(&text)?;
    let plain: Vec<Plain> = serde_json::from_str(&text)?;
    Ok(Row {
        name,
        ours: Box::new(move || Ok(black_box(serde_json::to_string(&ours)?).len())),
        plain: Box::new(move || Ok(black_box(serde_json::to_string(&plain)?).len())),
    })
}

/// A row, made when it is asked for.
type Make = fn(&'static str) -> Result<Row>;

const ROWS: [(&str, Make); 8] = [
    ("read-plain", |name| Ok(reading::<bindings::User, plain::User>(name, payloads::users()))),
    ("read-rich", |name| Ok(reading::<bindings::Event, plain::Event>(name, payloads::events()))),
    ("read-first", |name| Ok(reading_attachments(name, Tag::First))),
    ("read-second", |name| Ok(reading_attachments(name, Tag::Second))),
    ("read-last", |name| Ok(reading_attachments(name, Tag::Last))),
    ("write-plain", |name| writing::<bindings::User, plain::User>(name, payloads::users())),
    ("write-rich", |name| writing::<bindings::Event, plain::Event>(name, payloads::events())),
    ("write-tagged", |name| {
        writing::<bindings::AnyAttachment, plain::FileAttachment>(name, payloads::attachments(Tag::First))
    }),
];

fn reading_attachments(name: &'static str, tag: Tag) -> Row {
    reading::<bindings::AnyAttachment, plain::FileAttachment>(name, payloads::attachments(tag))
}

/// Nanoseconds of the processor, which others can't lengthen.
fn time(work: &dyn Fn() -> Result<usize>) -> Result<i64> {
    let now =
        || clock_gettime(ClockId::CLOCK_PROCESS_CPUTIME_ID).map(|time| time.tv_sec() * 1_000_000_000 + time.tv_nsec());
    let start = now()?;
    black_box(work()?);
    Ok(now()? - start)
}

fn median(mut times: Vec<i64>) -> i64 {
    times.sort_unstable();
    times[times.len() / 2]
}

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    for (name, make) in ROWS {
        match arguments.as_slice() {
            [asked, side, times] => {
                if asked == name {
                    let row = make(name)?;
                    let work = if side == "ours" { &row.ours } else { &row.plain };
                    (0..times.parse()?).try_for_each(|_: u32| work().map(|_| ()))?;
                }
            }
            _ => in_turn(&make(name)?)?,
        }
    }
    Ok(())
}

fn in_turn(row: &Row) -> Result<()> {
    let (mut ours, mut plain) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        ours.push(time(&row.ours)?);
        plain.push(time(&row.plain)?);
    }
    println!("{} {} {}", row.name, median(ours), median(plain));
    Ok(())
}
