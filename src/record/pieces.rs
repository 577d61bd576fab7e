//! A student's inputs in pieces: each entry carries those since the last one, so that nothing waits for the end.

use super::hex::{hex, unhex};
use crate::run::Tape;

/// The part of a tape from input `from` on, as recorded up to the tick `end`.
pub fn cut(tape: &Tape, from: usize, end: u32) -> Tape {
    Tape { inputs: tape.inputs.get(from..).unwrap_or_default().to_vec(), end }
}

/// The whole tape from its pieces in the order they were recorded. Ticks are absolute in every piece.
pub fn assemble(pieces: &[Tape]) -> Tape {
    Tape { inputs: pieces.iter().flat_map(|p| p.inputs.iter().copied()).collect(), end: pieces.iter().map(|p| p.end).max().unwrap_or(0) }
}

/// A piece as text for an entry.
pub(super) fn to_text(piece: &Tape) -> String {
    hex(&piece.to_bytes())
}

/// A piece from the text of an entry; `None` when it is damaged.
pub(super) fn from_text(text: &str) -> Option<Tape> {
    Tape::from_bytes(&unhex(text)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run::Action;

    #[test]
    fn a_tape_cut_in_pieces_is_whole_again() {
        let inputs = vec![(3, Action::Next), (9, Action::Pick(1)), (9, Action::Next), (40, Action::Leave)];
        let whole = Tape { inputs, end: 41 };
        let first = Tape { inputs: whole.inputs[..2].to_vec(), end: 9 };
        let rest = cut(&whole, 2, 41);
        let read = |p: &Tape| from_text(&to_text(p)).expect("a piece reads back");
        assert_eq!(assemble(&[read(&first), read(&rest)]), whole);
    }

    #[test]
    fn a_damaged_piece_is_noticed() {
        assert_eq!(from_text("00"), None);
        assert_eq!(from_text("not hex"), None);
    }
}
