//! Maps and sets that hash faster than the standard library's. Their seed, too, differs from run to run, so that look-ups
//! stay fast for whatever a page has, though not against somebody who sees the seed.

pub(crate) use foldhash::fast::RandomState;

pub(crate) type HashMap<K, V> = std::collections::HashMap<K, V, RandomState>;
pub(crate) type HashSet<T> = std::collections::HashSet<T, RandomState>;
