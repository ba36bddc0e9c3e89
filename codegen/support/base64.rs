//! Base64 (RFC 4648), as little of it as `Edm.Binary` needs.

use std::fmt;

/// Why [`Binary::decode`](super::Binary::decode) failed: the text is no base64.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidBase64 {
    /// Where the text stops making sense, in bytes.
    pub position: usize,
}

impl fmt::Display for InvalidBase64 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "invalid base64 at byte {}", self.position)
    }
}

impl std::error::Error for InvalidBase64 {}

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Six bits of `group` as a character.
fn digit(group: u32, shift: u32) -> char {
    let index = (group >> shift) & 0x3f;
    ALPHABET.get(index as usize).copied().map_or('=', char::from)
}

pub(super) fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let mut group = 0;
        for place in 0..3 {
            group = group << 8 | u32::from(chunk.get(place).copied().unwrap_or_default());
        }
        text.push(digit(group, 18));
        text.push(digit(group, 12));
        text.push(if chunk.len() > 1 { digit(group, 6) } else { '=' });
        text.push(if chunk.len() > 2 { digit(group, 0) } else { '=' });
    }
    text
}

fn value(digit: u8) -> Option<u32> {
    let value = match digit {
        b'A'..=b'Z' => digit - b'A',
        b'a'..=b'z' => digit - b'a' + 26,
        b'0'..=b'9' => digit - b'0' + 52,
        // OData writes the alphabet for URLs, JSON in the wild the standard one.
        b'+' | b'-' => 62,
        b'/' | b'_' => 63,
        _ => return None,
    };
    Some(value.into())
}

/// Either alphabet, with or without padding.
pub(super) fn decode(text: &str) -> Result<Vec<u8>, InvalidBase64> {
    let bare = match text.len() % 4 {
        0 => text.strip_suffix("==").or_else(|| text.strip_suffix('=')).unwrap_or(text),
        _ => text,
    };
    let mut bytes = Vec::with_capacity(bare.len() / 4 * 3 + 2);
    let (mut group, mut bits) = (0_u32, 0_u32);
    for (position, digit) in bare.bytes().enumerate() {
        let value = value(digit).ok_or(InvalidBase64 { position })?;
        group = group << 6 | value;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((group >> bits & 0xff) as u8);
        }
    }
    // A single digit left over holds no whole byte.
    if bare.len() % 4 == 1 {
        return Err(InvalidBase64 { position: bare.len() });
    }
    Ok(bytes)
}
