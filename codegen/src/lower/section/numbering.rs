//! Numbers before the words of headings: `2.1 Relationships`, `3) Methods`.

/// The slug without its number; none if it has no such. A letter may be an article.
pub(super) fn behind(slug: &str) -> Option<&str> {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let (_, mut rest) = slug.split_once('-').filter(|(part, _)| is_number(part))?;
    while let Some((_, behind)) = rest.split_once('-').filter(|(part, _)| is_number(part)) {
        rest = behind;
    }
    Some(rest)
}

#[cfg(test)]
mod tests {
    use super::behind;

    #[test]
    fn numbers_stand_before_words() {
        for (slug, expected) in [
            ("2-properties", Some("properties")),
            ("2-1-relationships", Some("relationships")),
            ("a-property", None),
            ("common-properties", None),
            ("properties", None),
            ("2", None),
        ] {
            assert_eq!(behind(slug), expected, "{slug}");
        }
    }
}
