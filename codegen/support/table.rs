//! What is constant about a generated struct, and how its properties are found.

/// What is constant about a generated struct.
#[derive(Debug)]
pub struct Table {
    /// Name of the Rust type, for `Debug`.
    pub name: &'static str,
    /// The type's own tag: `#microsoft.graph.user`.
    pub odata_type: &'static str,
    /// Whether the tag is written although nobody put it there.
    pub tagged: bool,
    /// The tags of what the type derives from, nearest first.
    pub bases: &'static [&'static str],
    /// JSON names by slot.
    pub keys: &'static [&'static str],
    /// How many of them are structural properties; the others are navigation
    /// properties.
    pub structural: usize,
    /// What [`fill_index`] made of the names.
    pub index: &'static [u8],
}

impl Table {
    /// Of no type.
    pub(super) const UNKNOWN: Self =
        Table { name: "", odata_type: "", tagged: false, bases: &[], keys: &[], structural: 0, index: &[FREE; 2] };

    /// The names of the structural properties.
    pub const fn properties(&self) -> &'static [&'static str] {
        self.keys.split_at(self.structural).0
    }

    /// The names of the navigation properties.
    pub const fn navigation_properties(&self) -> &'static [&'static str] {
        self.keys.split_at(self.structural).1
    }

    /// The JSON name of a slot.
    pub(super) fn key(&self, slot: usize) -> &'static str {
        self.keys.get(slot).copied().unwrap_or_default()
    }

    /// Whether a slot has this JSON name.
    #[inline]
    pub(super) fn is(&self, slot: usize, key: &str) -> bool {
        // The length first: mostly it settles the matter, and nobody need look at the ends.
        self.keys.get(slot).is_some_and(|name| name.len() == key.len() && same(name, key, ends(key.as_bytes())))
    }

    /// The slot with this JSON name, if it is in the place where it most likely
    /// is.
    #[inline]
    pub(super) fn guess(&self, key: &str) -> Option<usize> {
        let ends = ends(key.as_bytes());
        let (slot, name) = self.at(hash(key.len(), ends))?;
        same(name, key, ends).then_some(slot)
    }

    /// The slot with this JSON name.
    #[inline]
    pub fn find(&self, key: &str) -> Option<usize> {
        let ends = ends(key.as_bytes());
        let mut place = hash(key.len(), ends);
        loop {
            // Half of the places are free, at least, so this comes to an end.
            let (slot, name) = self.at(place)?;
            if same(name, key, ends) {
                return Some(slot);
            }
            place = place.wrapping_add(1);
        }
    }

    /// The slot that the index has in this place, and its name.
    #[inline]
    fn at(&self, place: usize) -> Option<(usize, &'static str)> {
        let (places, _) = self.index.as_chunks();
        let slot = usize::from(u16::from_le_bytes(*places.get(place & places.len().wrapping_sub(1))?));
        Some((slot, self.keys.get(slot)?))
    }
}

/// The first 8 bytes of a name and the last 8; of a shorter name, all of it.
#[inline]
const fn ends(name: &[u8]) -> (u64, u64) {
    if let (Some(first), Some(last)) = (name.first_chunk(), name.last_chunk()) {
        (u64::from_le_bytes(*first), u64::from_le_bytes(*last))
    } else if let (Some(first), Some(last)) = (name.first_chunk(), name.last_chunk()) {
        (u32::from_le_bytes(*first) as u64, u32::from_le_bytes(*last) as u64)
    } else {
        match *name {
            [a, b, c] => (a as u64 | (b as u64) << 8, c as u64),
            [a, b] => (a as u64, b as u64),
            [a] => (a as u64, 0),
            _ => (0, 0),
        }
    }
}

/// Whether two names are equal, of which the ends of one are known. The ends
/// are all of most names, and to compare them costs less than to call a
/// function that compares memory.
#[inline]
fn same(a: &str, b: &str, ends_of_b: (u64, u64)) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let middle = || {
        let ((a, _), (b, _)) = (a.as_chunks(), b.as_chunks());
        a.iter().zip(b).skip(1).all(|(a, b)| u64::from_le_bytes(*a) == u64::from_le_bytes(*b))
    };
    a.len() == b.len() && ends(a) == ends_of_b && (a.len() <= 16 || middle())
}

/// How many bytes the index of these names takes: two for each place, and
/// twice as many places as names or more, a power of two.
pub const fn index_len(keys: &[&str]) -> usize {
    (keys.len() * 2 + 1).next_power_of_two() * 2
}

/// The index of these names, made by the compiler. The generator makes it
/// itself, by [`fill_index`], because the compiler takes its time.
pub const fn index<const LEN: usize>(keys: &[&str]) -> [u8; LEN] {
    let mut index = [0; LEN];
    fill_index(&mut index, keys);
    index
}

/// Makes a hash table with linear probing in [`index_len`] bytes: each place
/// holds a slot, little endian, or two bytes that say that it is free.
pub const fn fill_index(index: &mut [u8], keys: &[&str]) {
    let mut byte = 0;
    while byte < index.len() {
        index[byte] = FREE;
        byte += 1;
    }
    let mask = index.len() / 2 - 1;
    let mut slot = 0;
    while slot < keys.len() {
        let key = keys[slot].as_bytes();
        let mut place = hash(key.len(), ends(key)) & mask;
        while index[place * 2] != FREE || index[place * 2 + 1] != FREE {
            place = (place + 1) & mask;
        }
        [index[place * 2], index[place * 2 + 1]] = (slot as u16).to_le_bytes();
        slot += 1;
    }
}

/// Both bytes of a place that is free: no struct has so many slots.
const FREE: u8 = u8::MAX;

/// Of a name's length and its ends, to cost the same for any name.
#[inline]
const fn hash(len: usize, (first, last): (u64, u64)) -> usize {
    let hash = first.wrapping_add(last.rotate_left(29)).wrapping_add(len as u64);
    (hash.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize
}
