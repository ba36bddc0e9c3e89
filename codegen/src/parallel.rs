//! The same work for many things, on all cores, with a result that doesn't show how many there were.

use std::cell::Cell;
use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// The most things that a thread takes at once.
const BATCH: usize = 16;

thread_local! {
    static THREADS: Cell<Option<usize>> = const { Cell::new(None) };
}

/// Does `work` with this number of threads, however many cores there are: so that tests see that it doesn't show.
#[cfg(feature = "internals")]
pub(crate) fn on_threads<R>(threads: usize, work: impl FnOnce() -> R) -> R {
    /// What was set before; set again however `work` ends.
    struct Before(Option<usize>);
    impl Drop for Before {
        fn drop(&mut self) {
            THREADS.set(self.0);
        }
    }
    let _before = Before(THREADS.replace(Some(threads)));
    work()
}

/// How many threads there may be.
fn cores() -> usize {
    // To ask takes the system several files.
    static AVAILABLE: LazyLock<usize> = LazyLock::new(|| thread::available_parallelism().map_or(1, NonZero::get));
    THREADS.get().unwrap_or_else(|| *AVAILABLE)
}

/// What `here` and `beside` give, the latter on another thread, if there may be one.
pub(crate) fn join<A, B: Send>(here: impl FnOnce() -> A, beside: impl FnOnce() -> B + Send) -> (A, B) {
    if cores() <= 1 {
        return (here(), beside());
    }
    let threads = THREADS.get();
    thread::scope(|scope| {
        let beside = scope.spawn(move || {
            THREADS.set(threads);
            beside()
        });
        (here(), beside.join().unwrap_or_else(|panic| resume_unwind(panic)))
    })
}

/// Drops `items`, half of them on another thread: a million small pieces take their time.
pub(crate) fn discard<T: Send>(mut items: Vec<T>) {
    let half = items.split_off(items.len() / 2);
    join(|| drop(items), || drop(half));
}

/// `work` done on each of `items`, in their order.
pub(crate) fn map<'i, T: Sync, R: Send>(items: &'i [T], work: impl Fn(&'i T) -> R + Sync) -> Vec<R> {
    let cores = cores();
    // Few enough that no thread is left with all the long ones; one by one where there are few at all.
    let batch_len = (items.len() / (64 * cores.max(1))).clamp(1, BATCH);
    let threads = cores.min(items.len().div_ceil(batch_len));
    if threads <= 1 {
        return items.iter().map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let take = || {
        let at = next.fetch_add(batch_len, Ordering::Relaxed);
        let batch = items.get(at..items.len().min(at + batch_len))?;
        (!batch.is_empty()).then_some((at, batch))
    };
    let run = || {
        let mut done = Vec::new();
        while let Some((at, batch)) = take() {
            done.push((at, batch.iter().map(&work).collect::<Vec<R>>()));
        }
        done
    };
    let mut batches = thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(run)).collect();
        let mut batches = run();
        for other in others {
            batches.extend(other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        batches
    });
    batches.sort_by_key(|(at, _)| *at);
    batches.into_iter().flat_map(|(_, batch)| batch).collect()
}

#[cfg(test)]
mod tests {
    use super::{THREADS, map};

    #[test]
    #[cfg(feature = "internals")]
    fn a_panic_leaves_the_number_of_threads_as_it_was() {
        use std::panic::catch_unwind;

        let outcome = super::on_threads(5, || catch_unwind(|| super::on_threads(1, || panic!("expected"))).is_err());
        let after = super::on_threads(5, || {
            assert!(catch_unwind(|| super::on_threads(1, || panic!("expected"))).is_err());
            THREADS.get()
        });
        assert_eq!((outcome, after, THREADS.get()), (true, Some(5), None));
    }

    #[test]
    fn both_sides_know_the_number_of_threads() {
        THREADS.set(Some(3));
        assert_eq!(super::join(|| THREADS.get(), || THREADS.get()), (Some(3), Some(3)));
    }

    #[test]
    fn the_order_stays() {
        for threads in [None, Some(1), Some(2), Some(7)] {
            THREADS.set(threads);
            for length in [0, 1, 2, 3, 33, 1000] {
                let items: Vec<usize> = (0..length).collect();
                assert_eq!(map(&items, |item| item * 2), items.iter().map(|item| item * 2).collect::<Vec<_>>());
            }
        }
    }
}
