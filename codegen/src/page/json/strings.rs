//! Strings, and keys in quotes, whatever the quotes are.

use std::borrow::Cow;

use super::lexer::{Lexer, MAX_REPAIRS, Token};

/// Ways to write a quotation mark: each with what ends the string.
const QUOTES: [(&str, &[&str]); 5] = [
    ("\"", &["\""]),
    ("'", &["'"]),
    ("&quot;", &["&quot;", "\""]),
    ("\u{201c}", &["\u{201d}", "\u{201c}", "\""]),
    ("\u{2018}", &["\u{2019}", "\u{2018}", "'"]),
];

/// Whether `text` begins with a quotation mark of some kind.
pub(super) fn begins_string(text: &str) -> bool {
    QUOTES.iter().any(|(open, _)| text.starts_with(open))
}

/// Whether `text`, if it is a string in quotes, has the closing one.
pub(super) fn is_closed(text: &str) -> bool {
    let string = QUOTES.iter().find_map(|(open, closes)| Some((text.strip_prefix(open)?, closes)));
    string.is_none_or(|(behind, closes)| closes.iter().any(|close| behind.ends_with(close)))
}

impl<'s> Lexer<'s> {
    /// A key in quotes. Localised pages have `"@type&quot;: &quot;microsoft.graph.listInfo"`, which is one long string
    /// with no colon behind it: then the key ends at the first `&quot;`.
    pub(super) fn key_string(&mut self) -> Cow<'s, str> {
        let start = self.at_token();
        let key = self.string();
        let raw = &self.text[start..self.at];
        if !raw.contains('&') {
            return key;
        }
        let Some(quote) = raw.find("&quot;").filter(|quote| *quote > 0) else { return key };
        if self.peek() == Token::Colon {
            return key;
        }
        self.at = start + quote + "&quot;".len();
        self.repair("quotes other than `\"`", start + quote, self.at);
        Cow::Borrowed(self.text.get(start + 1..start + quote).unwrap_or_default())
    }

    /// A string in quotes of any kind; the closing one may be missing.
    pub(super) fn string(&mut self) -> Cow<'s, str> {
        self.skip_blank();
        let start = self.at;
        let rest = self.rest();
        // Nearly all are plain.
        if let Some(body) = rest.strip_prefix('"')
            && let Some(end) = body.bytes().position(|b| matches!(b, b'"' | b'\\' | b'\n'))
            && body.as_bytes()[end] == b'"'
        {
            self.at += end + 2;
            return Cow::Borrowed(&body[..end]);
        }
        let quote = QUOTES.iter().find(|(open, _)| rest.starts_with(open));
        let (open, closes) = quote.copied().unwrap_or(("", &[]));
        if open != "\"" {
            self.repair("quotes other than `\"`", start, start + open.len());
        }
        self.at += open.len();
        let mut text = Cow::Borrowed("");
        loop {
            let rest = self.rest();
            let stop = |c: char| c == '\\' || c == '\n' || closes.iter().any(|close| close.starts_with(c));
            let run = rest.find(stop).unwrap_or(rest.len());
            push(&mut text, &rest[..run]);
            self.at += run;
            let rest = self.rest();
            if let Some(close) = closes.iter().find(|close| rest.starts_with(**close)) {
                self.at += close.len();
                return text;
            }
            match rest.chars().next() {
                None => {
                    self.repair("a string that is never closed", start, start + open.len());
                    return text;
                }
                Some('\\') => self.escape(&mut text),
                Some('\n') => {
                    let behind = rest.trim_start();
                    // The closing quote is missing if the next line begins like a member or closes something.
                    if matches!(behind.chars().next(), Some('"' | '}' | ']') | None) {
                        self.repair("a string that is never closed", start, self.at);
                        return Cow::Owned(text.trim_end().trim_end_matches(',').to_owned());
                    }
                    // All at once, for what stands behind them is the same for each.
                    let blank = &rest[..rest.len() - behind.len()];
                    for (at, _) in blank.match_indices('\n').take(MAX_REPAIRS) {
                        self.repair("a line break in a string", self.at + at, self.at + at + 1);
                    }
                    text.to_mut().push_str(blank);
                    self.at += blank.len();
                }
                Some(other) => {
                    text.to_mut().push(other);
                    self.at += other.len_utf8();
                }
            }
        }
    }

    fn escape(&mut self, text: &mut Cow<'s, str>) {
        let rest = &self.rest()[1..];
        let Some(first) = rest.chars().next() else {
            self.at += 1;
            return;
        };
        let (decoded, len, is_known) = match first {
            'b' => ('\u{8}', 1, true),
            'f' => ('\u{c}', 1, true),
            'n' => ('\n', 1, true),
            'r' => ('\r', 1, true),
            't' => ('\t', 1, true),
            '"' | '\\' | '/' => (first, 1, true),
            'u' => match unicode(&rest[1..]) {
                Some((decoded, len)) => (decoded, 1 + len, true),
                None => ('\u{fffd}', 1, false),
            },
            other => (other, other.len_utf8(), false),
        };
        if !is_known {
            self.repair("an unknown escape", self.at, self.at + 1 + len);
        }
        text.to_mut().push(decoded);
        self.at += 1 + len;
    }
}

/// The character that four hexadecimal digits stand for, or two such escapes, and how many bytes they take.
fn unicode(digits: &str) -> Option<(char, usize)> {
    let unit = |text: &str| {
        text.get(..4)
            .filter(|text| text.bytes().all(|b| b.is_ascii_hexdigit()))
            .and_then(|text| u16::from_str_radix(text, 16).ok())
    };
    let high = unit(digits)?;
    if let Some(char) = char::from_u32(u32::from(high)) {
        return Some((char, 4));
    }
    let low = unit(digits.get(4..)?.strip_prefix("\\u")?)?;
    let char = char::decode_utf16([high, low]).next()?.ok()?;
    Some((char, 10))
}

fn push<'s>(text: &mut Cow<'s, str>, run: &'s str) {
    if text.is_empty() {
        *text = Cow::Borrowed(run);
    } else if !run.is_empty() {
        text.to_mut().push_str(run);
    }
}
