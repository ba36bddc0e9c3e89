//! The same work for many things, on all cores, with a result that doesn't show how many there were.

use rayon::prelude::*;

/// The most things that a thread takes at once.
const BATCH: usize = 16;

/// Does `work` with this number of threads, however many cores there are: so that tests see that it doesn't show.
#[cfg(any(test, feature = "internals"))]
#[allow(clippy::expect_used, reason = "for tests and benchmarks alone")]
pub(crate) fn on_threads<R: Send>(threads: usize, work: impl FnOnce() -> R + Send) -> R {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
    pool.expect("as many threads").install(work)
}

/// What `here` and `beside` give, done at once, if there may be two threads.
pub(crate) fn join<A: Send, B: Send>(here: impl FnOnce() -> A + Send, beside: impl FnOnce() -> B + Send) -> (A, B) {
    rayon::join(here, beside)
}

/// Drops `items`, half of them on another thread: a million small pieces take their time.
pub(crate) fn discard<T: Send>(mut items: Vec<T>) {
    let half = items.split_off(items.len() / 2);
    join(|| drop(items), || drop(half));
}

/// `work` done on each of `items`, in their order.
pub(crate) fn map<'i, T: Sync, R: Send>(items: &'i [T], work: impl Fn(&'i T) -> R + Send + Sync) -> Vec<R> {
    // Few enough that no thread is left with all the long ones; one by one where there are few at all.
    let batch_len = (items.len() / (64 * rayon::current_num_threads())).clamp(1, BATCH);
    items.par_iter().with_max_len(batch_len).map(work).collect()
}

#[cfg(test)]
mod tests {
    use std::panic::catch_unwind;

    use super::{join, map, on_threads};

    #[test]
    fn a_panic_comes_through() {
        for threads in [1, 2] {
            let work = |item: &usize| assert_ne!(*item, 40, "expected");
            let outcome = catch_unwind(|| on_threads(threads, || map(&(0..100).collect::<Vec<_>>(), work).len()));
            assert!(outcome.is_err());
            assert_eq!(on_threads(threads, || 1), 1);
        }
    }

    #[test]
    fn both_sides_know_the_number_of_threads() {
        let threads = rayon::current_num_threads;
        assert_eq!(on_threads(3, || join(threads, threads)), (3, 3));
    }

    #[test]
    fn the_order_stays() {
        for threads in [1, 2, 7] {
            for length in [0, 1, 2, 3, 33, 1000] {
                let items: Vec<usize> = (0..length).collect();
                let doubled = on_threads(threads, || map(&items, |item| item * 2));
                assert_eq!(doubled, items.iter().map(|item| item * 2).collect::<Vec<_>>());
            }
        }
    }
}
