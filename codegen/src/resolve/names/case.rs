//! Names in the case that Rust gives them.

use heck::{ToSnakeCase, ToUpperCamelCase};
use unicode_ident::{is_xid_continue, is_xid_start};

/// The name of a type or variant: `customCalloutExtension` is `CustomCalloutExtension`.
#[must_use]
pub fn upper_camel(name: &str) -> String {
    start_with_letter(if name.is_ascii() { ascii_upper_camel(name) } else { name.to_upper_camel_case() })
}

/// The name of a field, method or module: `customCalloutExtension` is `custom_callout_extension`.
#[must_use]
pub fn snake(name: &str) -> String {
    start_with_letter(if name.is_ascii() { ascii_snake(name) } else { name.to_snake_case() })
}

/// What heck makes of ASCII, but for [`is_ending`], at a tenth of the cost: most of OData's names are, and there are
/// twenty thousand.
fn ascii_upper_camel(name: &str) -> String {
    let mut camel = String::with_capacity(name.len());
    for_each_ascii_word(name, |word| {
        let start = camel.len();
        camel.push_str(word);
        camel[start..].make_ascii_lowercase();
        camel[start..start + 1].make_ascii_uppercase();
    });
    camel
}

/// See [`ascii_upper_camel`].
fn ascii_snake(name: &str) -> String {
    let mut snake = String::with_capacity(name.len() + 8);
    for_each_ascii_word(name, |word| {
        if !snake.is_empty() {
            snake.push('_');
        }
        snake.push_str(word);
    });
    snake.make_ascii_lowercase();
    snake
}

/// Shows `each` the words of a name: `HTTPHeaders2Send_now` has four, `HTTP`, `Headers2`, `Send` and `now`. None is
/// empty.
fn for_each_ascii_word(name: &str, mut each: impl FnMut(&str)) {
    let mut start = 0;
    while let Some(first) = name.as_bytes().get(start) {
        let end = start + if first.is_ascii_alphanumeric() { first_word(&name.as_bytes()[start..]) } else { 1 };
        if first.is_ascii_alphanumeric() {
            each(&name[start..end]);
        }
        start = end;
    }
}

/// Where the first word ends of a name that begins with one: before what is neither letter nor digit, before a capital
/// behind a small letter, or before the last of several capitals if a small letter follows that isn't their ending. Digits
/// belong to what they follow.
fn first_word(name: &[u8]) -> usize {
    let mut case = None;
    for (at, pair) in name.windows(2).enumerate() {
        let [this, next] = [pair[0], pair[1]];
        let was_upper = case == Some(true);
        if this.is_ascii_alphabetic() {
            case = Some(this.is_ascii_uppercase());
        }
        if !next.is_ascii_alphanumeric() || case == Some(false) && next.is_ascii_uppercase() {
            return at + 1;
        }
        if was_upper && this.is_ascii_uppercase() && next.is_ascii_lowercase() && !is_ending(&name[at + 1..]) {
            return at;
        }
    }
    name.len()
}

/// Whether an initialism ends with what `rest` begins with: `URLs` and `IPv6` are words.
fn is_ending(rest: &[u8]) -> bool {
    match rest {
        [b's', rest @ ..] => !rest.first().is_some_and(u8::is_ascii_lowercase),
        [b'v', version, ..] => version.is_ascii_digit(),
        _ => false,
    }
}

/// Members such as `32bit`, and names of punctuation alone, need something in front; heck leaves characters, such as
/// `²`, that no identifier may have.
fn start_with_letter(mut name: String) -> String {
    if !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') && !name.chars().all(is_xid_continue) {
        name.retain(is_xid_continue);
    }
    match name.chars().next() {
        Some(first) if is_xid_start(first) => name,
        _ => format!("_{name}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn ascii_gives_what_heck_gives(name in "[a-cX-Z0-1_ -]{0,12}") {
            prop_assert_eq!(ascii_snake(&name), name.to_snake_case());
            prop_assert_eq!(ascii_upper_camel(&name), name.to_upper_camel_case());
        }
    }

    #[test]
    fn initialisms_keep_their_endings() {
        let names = ["blockedURLs", "cloudPCsTotal", "IPv6CidrRange", "HTTPServer", "DNSsuffix", "TVvolume"];
        let expected = ["blocked_urls", "cloud_pcs_total", "ipv6_cidr_range", "http_server", "dn_ssuffix", "t_vvolume"];
        assert_eq!(names.map(snake), expected);
        assert_eq!(upper_camel("IPv6CidrRange"), "Ipv6CidrRange");
    }
}
