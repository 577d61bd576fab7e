//! A story as plain data: knots in a row, choices that lead on or jump ahead, conditions and changes of a few numbers.
//!
//! No number ever leaves its range here, because a choice that would push it out is not on offer: Ink knows no ranges,
//! so this is what keeps the two stories one. The words are written out by `blade` and `ours`, each in its own notation.

use drillroom::run::Chance;

/// Numbers that the story remembers, each from 0 to `MOST`.
pub(super) const VARS: usize = 4;
/// The greatest value of a number.
pub(super) const MOST: usize = 3;
/// How far ahead a choice may jump.
const REACH: usize = 5;

/// The whole story. It begins at the first knot.
pub(super) struct Shape {
    /// Every one a question with choices.
    pub knots: Vec<Vec<Choice>>,
    /// How many endings there are.
    pub endings: usize,
}

/// A way on from a knot.
pub(super) struct Choice {
    /// All must hold.
    pub when: Vec<Test>,
    pub change: Option<Change>,
    /// Whether something is said about it before the story goes on.
    pub told: bool,
    pub go: Go,
}

/// A comparison of a number.
#[derive(Clone, Copy)]
pub(super) struct Test {
    pub var: usize,
    /// As both notations write it.
    pub sign: &'static str,
    pub value: usize,
}

#[derive(Clone, Copy)]
pub(super) enum Change {
    Set(usize, usize),
    Up(usize),
    Down(usize),
}

#[derive(Clone, Copy)]
pub(super) enum Go {
    Knot(usize),
    End(usize),
}

impl Shape {
    /// A story of so many knots with so many choices each (two at least). Every knot and every ending can be reached.
    pub(super) fn new(knots: usize, choices: usize, seed: u64) -> Self {
        let mut chance = Chance::new(seed);
        let endings = choices.min(3);
        let knots = (0..knots)
            .map(|n| {
                (0..choices)
                    .map(|k| {
                        let ahead = if k == 0 { 1 } else { 1 + chance.below(REACH) };
                        let is_last = n + 1 == knots;
                        let go = match n + ahead {
                            to if to < knots => Go::Knot(to),
                            to => Go::End(if is_last { k } else { to - knots } % endings),
                        };
                        // The first choice is always there and always leads to the next knot.
                        let (when, change) = if k == 0 { (Vec::new(), None) } else { condition(&mut chance) };
                        Choice { when, change, told: k > 0 && chance.below(2) == 0, go }
                    })
                    .collect()
            })
            .collect();
        Self { knots, endings }
    }
}

/// What a choice asks of the numbers, and what it does to them.
fn condition(chance: &mut Chance) -> (Vec<Test>, Option<Change>) {
    let (var, other) = (chance.below(VARS), chance.below(VARS));
    let test = |var, sign, value| Test { var, sign, value };
    match chance.below(5) {
        0 => (Vec::new(), Some(Change::Set(var, chance.below(MOST + 1)))),
        1 => (Vec::new(), None),
        2 => (vec![test(var, "<", MOST)], Some(Change::Up(var))),
        3 => (vec![test(var, ">", 0)], Some(Change::Down(var))),
        _ => (vec![test(var, ">=", 1), test(other, "<", 2)], Some(Change::Up(other))),
    }
}

/// What is asked at a knot.
pub(super) fn ask(n: usize) -> String {
    format!("Message {n} lights up. What do you do?")
}

/// The words of a choice.
pub(super) fn take(n: usize, k: usize) -> String {
    const WORDS: [&str; 3] = ["Phone and ask", "Leave it for now", "Pay at once"];
    format!("{} ({n}.{k})", WORDS[k % WORDS.len()])
}

/// What is said about a choice.
pub(super) const WHY: &str = "Anyone can copy a picture.";

/// The words at an ending.
pub(super) fn end(n: usize) -> String {
    format!("Ending {n}: check first, pay later.")
}
