//! States and edges in memory: in blocks, so that growing never copies, with the bytes they take known at any time.

/// A list that grows by blocks.
#[derive(Debug)]
pub(super) struct Blocks<T> {
    blocks: Vec<Vec<T>>,
    /// Items a block, as a power of two.
    bits: u32,
    len: usize,
}

impl<T: Copy> Blocks<T> {
    pub(super) fn new(bits: u32) -> Self {
        Self { blocks: Vec::new(), bits, len: 0 }
    }

    pub(super) fn len(&self) -> usize {
        self.len
    }

    pub(super) fn get(&self, n: usize) -> T {
        self.blocks[n >> self.bits][n & ((1 << self.bits) - 1)]
    }

    pub(super) fn push(&mut self, item: T) {
        let (block, size) = (self.len >> self.bits, 1 << self.bits);
        if block == self.blocks.len() {
            self.blocks.push(Vec::with_capacity(size));
        }
        self.blocks[block].push(item);
        self.len += 1;
    }

    /// `items` items that belong together, when items are always pushed so many at a time and fit the block's size.
    fn slice(&self, n: usize, items: usize) -> &[T] {
        &self.blocks[n >> self.bits][n & ((1 << self.bits) - 1)..][..items]
    }

    pub(super) fn bytes(&self) -> usize {
        (self.blocks.len() << self.bits) * size_of::<T>()
    }
}

/// Different states, each with a number in the order they were met.
#[derive(Debug)]
pub(super) struct States {
    words: Blocks<u64>,
    /// Words a state takes in a block: a power of two, so that no state lies across two blocks.
    stride: usize,
    used: usize,
    len: usize,
    /// Where a state is found by its hash: its number plus one, and the upper half of the hash to compare first.
    table: Vec<(u32, u32)>,
}

const BLOCK_BITS: u32 = 16;

/// Mixes words into a number whose bits all depend on all of them.
fn hash(words: &[u64]) -> u64 {
    const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
    let mixed = words.iter().fold(0_u64, |h, w| (h.rotate_left(23) ^ w).wrapping_mul(ODD));
    (mixed ^ mixed >> 32).wrapping_mul(ODD)
}

impl States {
    /// For states of so many words.
    pub(super) fn new(used: usize) -> Self {
        let stride = used.max(1).next_power_of_two();
        let bits = BLOCK_BITS.max(stride.trailing_zeros());
        Self { words: Blocks::new(bits), stride, used, len: 0, table: vec![(0, 0); 1 << 10] }
    }

    pub(super) fn len(&self) -> usize {
        self.len
    }

    pub(super) fn get(&self, n: u32) -> &[u64] {
        self.words.slice(n as usize * self.stride, self.used)
    }

    /// The number of a state that has been met.
    pub(super) fn find(&self, state: &[u64]) -> Option<u32> {
        self.slot(state, hash(state)).ok()
    }

    /// The number of a state, met before or not.
    pub(super) fn insert(&mut self, state: &[u64]) -> u32 {
        let hashed = hash(state);
        let slot = match self.slot(state, hashed) {
            Ok(known) => return known,
            Err(free) => free,
        };
        let number = self.len as u32;
        self.table[slot] = (number + 1, (hashed >> 32) as u32);
        self.len += 1;
        for n in 0..self.stride {
            self.words.push(state.get(n).copied().unwrap_or(0));
        }
        if self.len * 3 > self.table.len() * 2 {
            self.grow();
        }
        number
    }

    /// Where a state stands in the table, or the free place for it.
    fn slot(&self, state: &[u64], hashed: u64) -> Result<u32, usize> {
        let mask = self.table.len() - 1;
        let mut at = hashed as usize & mask;
        loop {
            let (number, upper) = self.table[at];
            if number == 0 {
                return Err(at);
            }
            if upper == (hashed >> 32) as u32 && self.get(number - 1) == state {
                return Ok(number - 1);
            }
            at = (at + 1) & mask;
        }
    }

    fn grow(&mut self) {
        let size = self.table.len() * 2;
        self.table = Vec::new();
        let mut table = vec![(0, 0); size];
        for n in 0..self.len as u32 {
            let hashed = hash(self.get(n));
            let mut at = hashed as usize & (size - 1);
            while table[at].0 != 0 {
                at = (at + 1) & (size - 1);
            }
            table[at] = (n + 1, (hashed >> 32) as u32);
        }
        self.table = table;
    }

    pub(super) fn bytes(&self) -> usize {
        self.words.bytes() + self.table.len() * size_of::<(u32, u32)>()
    }

    /// Bytes that would be taken once the table has grown again.
    pub(super) fn bytes_when_grown(&self) -> usize {
        let is_near = self.len * 3 + 64 > self.table.len() * 2;
        self.bytes() + if is_near { self.table.len() * size_of::<(u32, u32)>() } else { 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::States;

    #[test]
    fn a_state_keeps_its_number_while_the_table_grows() {
        let mut states = States::new(3);
        let state = |n: u64| [n, n / 7, n.wrapping_mul(0x1234_5678_9abc_def1)];
        for n in 0..200_000 {
            assert_eq!(u64::from(states.insert(&state(n))), n);
        }
        for n in (0..200_000).step_by(997) {
            assert_eq!(states.insert(&state(n)), n as u32);
            assert_eq!(states.find(&state(n)), Some(n as u32));
            assert_eq!(states.get(n as u32), state(n));
        }
        assert_eq!(states.find(&[1, 2, 3]), None);
        assert_eq!(states.len(), 200_000);
    }
}
