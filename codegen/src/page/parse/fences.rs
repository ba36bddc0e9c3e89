//! The fences around code.

/// The line with which `block` begins.
pub(super) fn first(block: &str) -> &str {
    block.lines().next().unwrap_or_default()
}

/// Whether `block` begins and ends with a fence, and nothing in it is one that begins another.
pub(super) fn are_whole(block: &str) -> bool {
    let mut lines = block.lines().map(|line| line.trim_start_matches([' ', '\t', '>']));
    let Some(first) = lines.next() else { return true };
    let Some(mark) = first.chars().next() else { return true };
    let fence = &first[..first.len() - first.trim_start_matches(mark).len()];
    let begins = |line: &str| {
        let behind = line.strip_prefix(fence).map(|rest| rest.trim_start_matches(mark).trim_start());
        behind.is_some_and(|language| language.starts_with(|c: char| c.is_ascii_alphabetic()))
    };
    let mut last = "";
    for line in lines {
        if begins(line) {
            return false;
        }
        last = line;
    }
    last.starts_with(fence)
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
