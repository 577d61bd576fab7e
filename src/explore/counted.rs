//! What a turn counts, packed into a word: a choice, marks or a judgement, and whether it was the first answer.

use crate::run::{ChoiceMade, MessageJudged};
use crate::scenario::NodeId;

/// Something counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Counted {
    /// A choice was made.
    Choice { node: NodeId, choice: usize, first_try: bool, timed_out: bool },
    /// Marks were handed in.
    Marks { node: NodeId, hits: u32, misses: u32, false_alarms: u32, first_try: bool },
    /// A message was judged.
    Judged { node: NodeId, item: usize, hit: bool, miss: bool, false_alarm: bool, first_try: bool },
}

const CHOICE: u64 = 0;
const MARKS: u64 = 1;
const JUDGED: u64 = 2;

/// Kind (2 bits), first try (1), node (16), then fields of 16, 16 and 13 bits.
fn pack(kind: u64, first_try: bool, node: usize, fields: [u64; 3]) -> u64 {
    let [a, b, c] = fields;
    kind | u64::from(first_try) << 2 | (node as u64) << 3 | a << 19 | b << 35 | c << 51
}

/// The word for a choice.
pub(super) fn choice(made: &ChoiceMade) -> u64 {
    pack(CHOICE, made.first_try, made.node.index(), [made.choice as u64 & 0xffff, u64::from(made.timed_out), 0])
}

/// The word for a message.
pub(super) fn message(judged: &MessageJudged) -> u64 {
    let first = judged.first_try;
    match judged.item {
        None => {
            let small = |n: u32| u64::from(n.min(0x1fff));
            pack(MARKS, first, judged.node.index(), [small(judged.hits), small(judged.misses), small(judged.false_alarms)])
        }
        Some(item) => {
            let outcome = u64::from(judged.hits) | u64::from(judged.misses) << 1 | u64::from(judged.false_alarms) << 2;
            pack(JUDGED, first, judged.node.index(), [item as u64 & 0xffff, outcome, 0])
        }
    }
}

/// What a word stands for.
pub(super) fn unpack(word: u64) -> Counted {
    let field = |shift: u32| word >> shift & 0xffff;
    let (first_try, node) = (word >> 2 & 1 == 1, NodeId(field(3) as u16));
    match word & 3 {
        CHOICE => Counted::Choice { node, choice: field(19) as usize, first_try, timed_out: field(35) == 1 },
        MARKS => Counted::Marks { node, hits: field(19) as u32, misses: field(35) as u32, false_alarms: (word >> 51) as u32, first_try },
        _ => Counted::Judged {
            node,
            item: field(19) as usize,
            hit: field(35) & 1 == 1,
            miss: field(35) & 2 == 2,
            false_alarm: field(35) & 4 == 4,
            first_try,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_counted_comes_back_as_it_was() {
        let made = ChoiceMade { node: NodeId(65_000), choice: 999, first_try: true, timed_out: true, ticks: 5, at_tick: 7 };
        assert_eq!(unpack(choice(&made)), Counted::Choice { node: NodeId(65_000), choice: 999, first_try: true, timed_out: true });
        let marks = MessageJudged {
            node: NodeId(3),
            item: None,
            first_try: false,
            hits: 4,
            misses: 300,
            false_alarms: 2,
            correct_rejections: 1,
            ticks: 0,
            at_tick: 0,
        };
        let expected = Counted::Marks { node: NodeId(3), hits: 4, misses: 300, false_alarms: 2, first_try: false };
        assert_eq!(unpack(message(&marks)), expected);
        let judged = MessageJudged { item: Some(7), hits: 0, misses: 1, false_alarms: 0, correct_rejections: 0, ..marks };
        let expected = Counted::Judged { node: NodeId(3), item: 7, hit: false, miss: true, false_alarm: false, first_try: false };
        assert_eq!(unpack(message(&judged)), expected);
    }
}
