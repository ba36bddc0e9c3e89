//! Maps and sets that hash faster than the standard library's by default. What they guard against is a run that takes
//! long, and their seed differs from run to run, too.

use foldhash::fast::RandomState;

pub(crate) type HashMap<K, V> = std::collections::HashMap<K, V, RandomState>;
pub(crate) type HashSet<T> = std::collections::HashSet<T, RandomState>;
