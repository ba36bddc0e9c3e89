//! Maps and sets that hash faster than the standard library's. Their seed, too, differs from run to run, so no page can
//! be written for which look-ups are slow.

use foldhash::fast::RandomState;

pub(crate) type HashMap<K, V> = std::collections::HashMap<K, V, RandomState>;
pub(crate) type HashSet<T> = std::collections::HashSet<T, RandomState>;
