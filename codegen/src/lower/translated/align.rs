//! Which of two lists' items belong together, when some pairs are known and both lists keep one order.

use std::ops::Range;

/// Pairs of a row without a key and a key without a row. `rows` holds the key of each row that has one; `keys` is how
/// many there are. All are paired in order if there are as many of the one as of the other, else those between two
/// known neighbours of which this holds. A run counts only if every pair `fits`.
pub(super) fn pairs(rows: &[Option<usize>], keys: usize, fits: impl Fn(usize, usize) -> bool) -> Vec<(usize, usize)> {
    let taken: Vec<bool> = {
        let mut taken = vec![false; keys];
        for key in rows.iter().flatten() {
            taken[*key] = true;
        }
        taken
    };
    let run = |in_rows: Range<usize>, in_keys: Range<usize>| -> Option<Vec<(usize, usize)>> {
        let unknown: Vec<usize> = in_rows.filter(|row| rows[*row].is_none()).collect();
        let free: Vec<usize> = in_keys.filter(|key| !taken[*key]).collect();
        let pairs: Vec<(usize, usize)> = unknown.iter().copied().zip(free.iter().copied()).collect();
        let agree = unknown.len() == free.len() && pairs.iter().all(|(row, key)| fits(*row, *key));
        agree.then_some(pairs)
    };
    if let Some(all) = run(0..rows.len(), 0..keys) {
        return all;
    }
    let known: Vec<(usize, usize)> = rows.iter().enumerate().filter_map(|(row, key)| Some((row, (*key)?))).collect();
    if !known.is_sorted_by(|a, b| a.1 < b.1) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let (mut row, mut key) = (0, 0);
    for (next_row, next_key) in known.into_iter().chain([(rows.len(), keys)]) {
        found.extend(run(row..next_row, key..next_key).into_iter().flatten());
        (row, key) = (next_row + 1, next_key + 1);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::pairs;

    #[test]
    fn as_many_rows_as_keys_go_together_in_order() {
        assert_eq!(pairs(&[Some(1), None, None], 3, |_, _| true), [(1, 0), (2, 2)]);
    }

    #[test]
    fn known_neighbours_enclose_what_belongs_together() {
        let rows = [Some(0), None, Some(2), None];
        assert_eq!(pairs(&rows, 6, |_, _| true), [(1, 1)]);
        assert_eq!(pairs(&rows, 6, |_, _| false), []);
    }

    #[test]
    fn another_order_tells_nothing() {
        assert_eq!(pairs(&[Some(2), None, Some(0)], 4, |_, _| true), []);
    }
}
