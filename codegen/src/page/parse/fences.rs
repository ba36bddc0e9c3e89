//! The fences around code.

use memchr::{memchr, memmem, memrchr};

/// The line with which `block` begins.
pub(super) fn first(block: &str) -> &str {
    block.lines().next().unwrap_or_default()
}

/// Whether `block` begins and ends with a fence, and nothing in it is one that begins another.
pub(super) fn are_whole(block: &str) -> bool {
    let (first, rest) = block.split_once('\n').unwrap_or((block, ""));
    let first = bare(first);
    let Some(mark) = first.chars().next() else { return true };
    let fence = &first[..first.len() - first.trim_start_matches(mark).len()];
    rest.lines().next_back().is_some_and(|last| bare(last).starts_with(fence)) && !begins_another(rest, fence, mark)
}

/// Whether a line of `text` begins a block with `fence`, which is made of `mark`.
fn begins_another(mut text: &str, fence: &str, mark: char) -> bool {
    while let Some(at) = memmem::find(text.as_bytes(), fence.as_bytes()) {
        let start = memrchr(b'\n', &text.as_bytes()[..at]).map_or(0, |end| end + 1);
        let end = memchr(b'\n', &text.as_bytes()[at..]).map_or(text.len(), |len| at + len);
        let language = text[at..end].trim_start_matches(mark).trim_start();
        if bare(&text[start..at]).is_empty() && language.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return true;
        }
        // Each line once, however many fences are in it.
        text = &text[end..];
    }
    false
}

/// The line without what it is indented with, or quoted.
fn bare(line: &str) -> &str {
    line.trim_start_matches([' ', '\t', '>'])
}

#[cfg(test)]
mod tests {
    use super::are_whole;

    #[test]
    fn a_fence_that_is_missing_is_found() {
        for block in
            ["```json\n{}\n```", "~~~\n```json\n~~~", "```\n```", "````\n```json\n```\n````", "> ```\n> x\n> ```"]
        {
            assert!(are_whole(block), "{block}");
        }
        for block in ["```http\nGET /x\n\n## y\n```json\n{}\n```", "```json\n{}\n", "```"] {
            assert!(!are_whole(block), "{block}");
        }
    }
}
