//! Which of two lists' items belong together, when some pairs are known and both lists keep one order, or nearly.

use std::ops::Range;

/// Pairs of a row without a key and a key without a row. `rows` holds the key of each row that has one, `keys` is how
/// many keys there are.
///
/// If as many rows as keys are left, all of them are paired in order; otherwise those between two known neighbours,
/// wherever this holds. Such a run counts only if every pair `fits`, and a longer one only if most pairs, known ones
/// included, keep the order: the JSON representation has what is inherited last, and tables have it among the others
/// (`driveitem.md`). If most don't, a row and a key that stand alone between the same two neighbours are a pair.
pub(super) fn pairs(rows: &[Option<usize>], keys: usize, fits: impl Fn(usize, usize) -> bool) -> Vec<(usize, usize)> {
    let mut taken = vec![false; keys];
    rows.iter().flatten().for_each(|key| taken[*key] = true);
    let run = |in_rows: Range<usize>, in_keys: Range<usize>| -> Option<Vec<(usize, usize)>> {
        let unknown: Vec<usize> = in_rows.filter(|row| rows[*row].is_none()).collect();
        let free: Vec<usize> = in_keys.filter(|key| !taken[*key]).collect();
        let pairs: Vec<(usize, usize)> = unknown.iter().copied().zip(free.iter().copied()).collect();
        let agree = unknown.len() == free.len() && pairs.iter().all(|(row, key)| fits(*row, *key));
        agree.then_some(pairs)
    };
    let known: Vec<(usize, usize)> = rows.iter().enumerate().filter_map(|(row, key)| Some((row, (*key)?))).collect();
    if let Some(all) =
        run(0..rows.len(), 0..keys).filter(|all| all.len() == 1 || keep_order(&mut [&known, &all[..]].concat()))
    {
        return all;
    }
    let in_order = in_order(&known);
    if in_order.len() * 4 < known.len() * 3 {
        return between_neighbours(rows, &taken).filter(|(row, key)| fits(*row, *key)).collect();
    }
    let mut found = Vec::new();
    let (mut row, mut key) = (0, 0);
    for (next_row, next_key) in in_order.into_iter().chain([(rows.len(), keys)]) {
        found.extend(run(row..next_row, key..next_key).into_iter().flatten());
        (row, key) = (next_row + 1, next_key + 1);
    }
    found
}

/// Whether most of the pairs have keys in the order of their rows.
pub(super) fn keep_order(pairs: &mut [(usize, usize)]) -> bool {
    pairs.sort_unstable();
    in_order(pairs).len() * 4 >= pairs.len() * 3
}

/// Each row without a key and the key without a row that have the same two neighbours, wherever these stand.
fn between_neighbours<'r>(rows: &'r [Option<usize>], taken: &'r [bool]) -> impl Iterator<Item = (usize, usize)> + 'r {
    rows.windows(3).enumerate().filter_map(|(at, neighbours)| match neighbours {
        [Some(before), None, Some(behind)] if before + 2 == *behind && !taken[before + 1] => Some((at + 1, before + 1)),
        _ => None,
    })
}

/// As many of `known`, which are sorted by their rows, as have sorted keys, too: a longest increasing subsequence.
fn in_order(known: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // Of the sequences of each length that end in the smallest key: where it ends; and what goes before each pair.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(known.len());
    for (at, (_, key)) in known.iter().enumerate() {
        let length = ends.partition_point(|end| known[*end].1 < *key);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut sequence: Vec<_> =
        std::iter::successors(ends.last().copied(), |at| before[*at]).map(|at| known[at]).collect();
    sequence.reverse();
    sequence
}

#[cfg(test)]
mod tests {
    use super::{in_order, pairs};

    #[test]
    fn as_many_rows_as_keys_go_together_in_order() {
        assert_eq!(pairs(&[Some(1), None, None, Some(3)], 4, |_, _| true), [(1, 0), (2, 2)]);
        assert_eq!(pairs(&[Some(2), None, None], 3, |_, _| true), [], "what is known stands elsewhere");
        assert_eq!(pairs(&[Some(2), None, Some(0)], 3, |_, _| true), [(1, 1)], "one is one in any order");
    }

    #[test]
    fn one_between_the_same_neighbours_is_known_in_any_order() {
        let rows = [Some(4), None, Some(6), Some(0), None, Some(2)];
        assert_eq!(pairs(&rows, 8, |_, _| true), [(1, 5), (4, 1)]);
        assert_eq!(pairs(&rows, 8, |row, _| row == 4), [(4, 1)]);
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

    #[test]
    fn a_few_may_stand_elsewhere() {
        let rows = [Some(0), Some(6), None, Some(2), None, None, Some(5)];
        assert_eq!(pairs(&rows, 9, |_, _| true), [(2, 1), (4, 3), (5, 4)]);
    }

    #[test]
    fn the_longest_part_in_order_is_found() {
        let of = |keys: &[usize]| in_order(&keys.iter().copied().enumerate().collect::<Vec<_>>());
        assert_eq!(of(&[3, 0, 4, 1, 2, 9]), [(1, 0), (3, 1), (4, 2), (5, 9)]);
        assert_eq!(of(&[2, 1, 0]).len(), 1);
        assert_eq!(of(&[]), []);
    }
}
