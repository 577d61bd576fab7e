//! Small whole numbers packed into words: fields of a state, and where they lie.

use std::cell::Cell;

/// A number's place in a state. Words are cells, because a story that is asked may draw a variant while it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Field {
    word: usize,
    shift: u32,
    mask: u64,
}

impl Field {
    pub(super) fn get(self, words: &[Cell<u64>]) -> u64 {
        words[self.word].get() >> self.shift & self.mask
    }

    pub(super) fn get_packed(self, words: &[u64]) -> u64 {
        words[self.word] >> self.shift & self.mask
    }

    pub(super) fn set(self, words: &[Cell<u64>], value: u64) {
        debug_assert!(value <= self.mask, "a field was made for every value it can take");
        let word = &words[self.word];
        word.set(word.get() & !(self.mask << self.shift) | value << self.shift);
    }

    /// Its bits, put into a mask over all words.
    pub(super) fn mark(self, masks: &mut [u64]) {
        masks[self.word] |= self.mask << self.shift;
    }
}

/// Hands out fields, each in the first word with room for it.
#[derive(Debug, Default)]
pub(super) struct Packer {
    used: Vec<u32>,
}

impl Packer {
    /// A field for numbers from 0 to `most`; none when there is only 0.
    pub(super) fn field(&mut self, most: u64) -> Option<Field> {
        let bits = u64::BITS - most.leading_zeros();
        if bits == 0 {
            return None;
        }
        let word = self.used.iter().position(|used| used + bits <= u64::BITS).unwrap_or_else(|| {
            self.used.push(0);
            self.used.len() - 1
        });
        let shift = self.used[word];
        self.used[word] += bits;
        Some(Field { word, shift, mask: u64::MAX >> (u64::BITS - bits) })
    }

    /// A field for yes or no.
    pub(super) fn flag(&mut self) -> Field {
        self.field(1).expect("a flag takes a bit")
    }

    /// Words needed.
    pub(super) fn words(&self) -> usize {
        self.used.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_keep_apart() {
        let mut packer = Packer::default();
        let fields: Vec<Field> =
            [5, 1, u64::from(u32::MAX), 1000, u64::from(u32::MAX), 1].map(|most| packer.field(most).expect("wide")).to_vec();
        let words: Vec<Cell<u64>> = vec![Cell::new(0); packer.words()];
        for (n, field) in fields.iter().enumerate() {
            field.set(&words, [5, 0, 4_000_000_000, 999, 7, 1][n]);
        }
        fields[2].set(&words, 3);
        assert_eq!(fields.iter().map(|f| f.get(&words)).collect::<Vec<_>>(), [5, 0, 3, 999, 7, 1]);
        assert_eq!(packer.field(0), None);
    }
}
