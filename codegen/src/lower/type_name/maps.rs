//! Maps, which OData doesn't have: objects with any members.

/// Words for them, lower case. Alone, each may be the name of a type.
const MAPS: [&str; 5] = ["map", "dictionary", "hashtable", "hashmap", "idictionary"];

/// Whether `text` says what is in a map: `Dictionary<String, x>`, `Map of String to Int32`, `String-to-String map`.
pub(super) fn is_map(text: &str) -> bool {
    let is_word = |word: &str| MAPS.iter().any(|known| known.eq_ignore_ascii_case(word));
    let end = text.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(text.len());
    let (first, behind) = text.split_at(end);
    let of = ["<", "(", " of ", " from "];
    is_word(first) && of.iter().any(|of| behind.starts_with(of))
        || text.rsplit_once(' ').is_some_and(|(before, last)| is_word(last) && before.contains("-to-"))
}

#[cfg(test)]
mod tests {
    use super::is_map;

    #[test]
    fn words_for_maps_may_be_names() {
        for text in ["Dictionary<String, x>", "map of string to int", "Map(String, x)", "String-to-String map"] {
            assert!(is_map(text), "{text}");
        }
        for text in ["map", "Dictionary", "mapKind", "dictionary object", "", "microsoft.graph.map", "sea map"] {
            assert!(!is_map(text), "{text}");
        }
    }
}
