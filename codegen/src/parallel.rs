//! The same work for many things, on all cores, with a result that doesn't show how many there were.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Things that a thread takes at once: few enough that none is left with all the long ones.
const BATCH: usize = 16;

/// `work` done on each of `items`, in their order.
pub(crate) fn map<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let threads = cores.min(items.len().div_ceil(BATCH));
    if threads <= 1 {
        return items.iter().map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let take = || {
        let at = next.fetch_add(BATCH, Ordering::Relaxed);
        let batch = items.get(at..items.len().min(at + BATCH))?;
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
    use super::map;

    #[test]
    fn the_order_stays() {
        let items: Vec<usize> = (0..1000).collect();
        assert_eq!(map(&items, |item| item * 2), items.iter().map(|item| item * 2).collect::<Vec<_>>());
        assert!(map(&[0_u8; 0], |item| *item).is_empty());
    }
}
