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
    /// JSON names by slot.
    pub keys: &'static [&'static str],
    /// What [`fill_index`] made of the names.
    pub index: &'static [u8],
}

impl Table {
    /// The JSON name of a slot.
    pub(super) fn key(&self, slot: usize) -> &'static str {
        self.keys.get(slot).copied().unwrap_or_default()
    }

    /// The slot with this JSON name; `next` is where it most likely is,
    /// because documents mostly keep the order of the properties.
    #[inline]
    pub fn find(&self, next: usize, key: &str) -> Option<usize> {
        match self.keys.get(next) {
            Some(&guess) if guess == key => Some(next),
            _ => self.look_up(key),
        }
    }

    fn look_up(&self, key: &str) -> Option<usize> {
        let (places, _) = self.index.as_chunks();
        let mut place = hash(key);
        loop {
            // Half of the places are 0, at least, so this comes to an end.
            let bytes = places.get(place & places.len().wrapping_sub(1))?;
            let slot = usize::from(u16::from_le_bytes(*bytes)).checked_sub(1)?;
            if self.keys.get(slot).is_some_and(|&found| found == key) {
                return Some(slot);
            }
            place += 1;
        }
    }
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

/// Makes a hash table with linear probing of [`index_len`] zeros: each place
/// holds a slot's number plus one, little endian, or 0.
pub const fn fill_index(index: &mut [u8], keys: &[&str]) {
    let mask = index.len() / 2 - 1;
    let mut slot = 0;
    while slot < keys.len() {
        let mut place = hash(keys[slot]) & mask;
        while index[place * 2] != 0 || index[place * 2 + 1] != 0 {
            place = (place + 1) & mask;
        }
        slot += 1;
        [index[place * 2], index[place * 2 + 1]] = (slot as u16).to_le_bytes();
    }
}

/// Looks at the length and at up to 24 bytes, to cost the same for any name.
const fn hash(key: &str) -> usize {
    const MIX: u64 = 0x9e37_79b9_7f4a_7c15;
    let bytes = key.as_bytes();
    let mut hash = bytes.len() as u64;
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        hash = (hash ^ u64::from_le_bytes(*first)).wrapping_mul(MIX).rotate_left(29);
        hash = (hash ^ u64::from_le_bytes(*last)).wrapping_mul(MIX).rotate_left(29);
        if let Some(middle) = bytes.split_at(bytes.len() / 2).1.first_chunk() {
            hash ^= u64::from_le_bytes(*middle);
        }
    } else {
        let mut rest = bytes;
        while let Some((&byte, others)) = rest.split_first() {
            hash = hash << 8 | byte as u64;
            rest = others;
        }
    }
    (hash.wrapping_mul(MIX) >> 32) as usize
}
