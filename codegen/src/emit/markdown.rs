//! Words as Markdown that says just these words, whatever they are: what stands in a page can neither end a comment nor
//! become markup, and no lint of rustdoc's finds fault with it.

use std::borrow::Cow;

/// Adds `text`, which is one line, to `out` as Markdown. Bare addresses become links.
pub(super) fn push_text(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some((before, url, after)) = split_at_url(rest) {
        escape(before, out);
        out.extend(["<", url, ">"]);
        rest = after;
    }
    escape(rest, out);
}

/// `text`, which is one line, as the Markdown of a link's text.
pub(super) fn text_of_link(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    escape(text, &mut out);
    out
}

/// `text` as a code span, fenced by more backticks than it has in a row.
pub(super) fn code(text: &str) -> String {
    let text = one_line(text);
    let text = text.trim();
    if text.is_empty() {
        return String::new();
    }
    if !text.contains('`') {
        return ["`", text, "`"].concat();
    }
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let space = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{space}{text}{space}{fence}")
}

/// `line`, which is Markdown otherwise, without blanks around it, and with its start escaped where that would make it a
/// heading, list, quote or rule.
pub(super) fn line(line: String) -> String {
    let trimmed = line.trim();
    let rest = trimmed.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = trimmed.len() - rest.len();
    let number = digits > 0 && rest.starts_with(['.', ')']);
    if number || trimmed.starts_with(['#', '>', '+', '-', '=']) {
        let (start, rest) = trimmed.split_at(digits);
        format!("{start}\\{rest}")
    } else if trimmed.len() == line.len() {
        line
    } else {
        trimmed.to_owned()
    }
}

/// `url` as the target of a link: nothing in it can end the parentheses.
pub(super) fn destination(url: &str) -> String {
    let mut out = String::with_capacity(url.len() + 8);
    let mut done = 0;
    for (at, byte) in url.bytes().enumerate() {
        if PLAIN_IN_URL[usize::from(byte)] {
            continue;
        }
        // Between the bytes of one letter there is nothing.
        out.push_str(url.get(done..at).unwrap_or_default());
        done = at + 1;
        match byte {
            b'&' => out.push_str("\\&"),
            byte => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out.push_str(&url[done..]);
    out
}

/// `text` with all white space as single spaces, and without what is invisible: a carriage return must not stand in a
/// comment, and rustc denies characters there that change the direction of writing.
pub(super) fn one_line(text: &str) -> Cow<'_, str> {
    // Nearly all text is. To look at every byte, whatever was found, is what the compiler makes vectors of.
    let bytes = text.as_bytes();
    let is_plain = bytes.iter().fold(true, |plain, byte| plain & matches!(byte, b' '..=b'~'));
    let pairs = bytes.iter().zip(bytes.iter().skip(1));
    let has_gap = pairs.fold(false, |gap, (byte, next)| gap | ((*byte == b' ') & (*next == b' ')));
    if is_plain && !has_gap {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '!'..='~' => out.push(c),
            c if c.is_whitespace() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

fn escape(text: &str, out: &mut String) {
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate() {
        if MAY_NEED_ESCAPE[usize::from(byte)] && needs_escape(byte, text, at) {
            out.push_str(&text[done..at]);
            out.push('\\');
            done = at;
        }
    }
    out.push_str(&text[done..]);
}

/// The bytes that [`needs_escape`] has to look at.
const MAY_NEED_ESCAPE: [bool; 256] = table(b"\\`*[]<|~_&!");

/// The bytes that the target of a link has as they are.
const PLAIN_IN_URL: [bool; 256] =
    table(b"!#$%'+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~");

/// Which bytes are among `bytes`.
const fn table(bytes: &[u8]) -> [bool; 256] {
    let mut table = [false; 256];
    let mut at = 0;
    while at < bytes.len() {
        table[bytes[at] as usize] = true;
        at += 1;
    }
    table
}

/// Whether the `byte` of `text` that stands `at` this place is punctuation that would be markup. Only where it matters,
/// for comments are read as they are, too.
fn needs_escape(byte: u8, text: &str, at: usize) -> bool {
    let next = || text[at + 1..].chars().next();
    match byte {
        b'\\' | b'`' | b'*' | b'[' | b']' | b'<' | b'|' | b'~' => true,
        // Within a word it is no emphasis.
        b'_' => !(text[..at].ends_with(char::is_alphanumeric) && text[at + 1..].starts_with(char::is_alphanumeric)),
        b'&' => next().is_none_or(|next| next.is_ascii_alphanumeric() || next == '#'),
        // What follows the text may be a link.
        b'!' => next().is_none(),
        _ => false,
    }
}

/// What stands before the first address in `text`, the address, and what stands behind it.
fn split_at_url(text: &str) -> Option<(&str, &str, &str)> {
    for (colon, _) in text.match_indices(':').filter(|(colon, _)| text[*colon..].starts_with("://")) {
        let scheme = ["https", "http"].into_iter().find(|scheme| text[..colon].ends_with(scheme));
        let Some(start) = scheme.map(|scheme| colon - scheme.len()) else { continue };
        let rest = &text[start..];
        let end = rest.find([' ', '<', '>', '"', '\'', '`', '|', '^', '\\', '[', ']', '*']).unwrap_or(rest.len());
        let url = rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '_']);
        let url = if url.contains('(') { url } else { url.trim_end_matches([')', '.', ',']) };
        if url.len() > "https://".len() {
            return Some((&text[..start], url, &rest[url.len()..]));
        }
    }
    None
}
