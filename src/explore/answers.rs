//! Every different thing that turns count, each with a number: edges carry the number, and what it is worth is asked
//! once. What is worth what is asked of the score itself.

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::Arc;

use super::counted::{self, Counted};
use super::report::Harm;
use crate::run::{ChoiceMade, MessageJudged, Run, Tally};
use crate::scenario::{Choice, Grade, Loaded, NodeId, NodeKind, Scenario, VarKind};
use crate::score::Scorecard;

/// A hasher for single words: one multiplication.
#[derive(Debug, Default)]
struct WordHasher(u64);

impl Hasher for WordHasher {
    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 32
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

/// What turns count, by number. Number 0 is nothing.
#[derive(Debug)]
pub(super) struct Answers {
    single: HashMap<u64, u32, BuildHasherDefault<WordHasher>>,
    several: BTreeMap<Vec<u64>, u32>,
    list: Vec<Vec<u64>>,
}

impl Answers {
    pub(super) fn new() -> Self {
        Self { single: HashMap::default(), several: BTreeMap::new(), list: vec![Vec::new()] }
    }

    /// The number of what was counted.
    pub(super) fn number(&mut self, words: &[u64]) -> u32 {
        let next = self.list.len() as u32;
        let number = match words {
            [] => return 0,
            [one] => *self.single.entry(*one).or_insert(next),
            more => match self.several.get(more) {
                Some(known) => *known,
                None => {
                    self.several.insert(more.to_vec(), next);
                    next
                }
            },
        };
        if number == next {
            self.list.push(words.to_vec());
        }
        number
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// What a number stands for.
    pub(super) fn counted(&self, number: u32) -> impl Iterator<Item = Counted> {
        self.list[number as usize].iter().map(|word| counted::unpack(*word))
    }

    /// What each is worth, by number.
    pub(super) fn worths(&self, case: &Arc<Loaded>) -> Vec<Worth> {
        let mut run = Run::new(Arc::clone(case), 0);
        (0..self.len() as u32).map(|n| Worth::of(&mut run, self.counted(n).collect())).collect()
    }
}

/// What a turn's answers come to.
#[derive(Debug, Default)]
pub(super) struct Worth {
    /// Points, all competencies together.
    pub points: i32,
    /// Points by competency.
    pub parts: Vec<i32>,
    /// Something in it was right.
    pub is_right: bool,
    /// A choice in it does harm.
    pub harm: Option<(NodeId, usize, Harm)>,
}

impl Worth {
    /// Lets a run count just this, and asks its score.
    fn of(run: &mut Run, counted: Vec<Counted>) -> Self {
        let mut tally = Tally::default();
        for one in &counted {
            count(one, &mut tally);
        }
        run.recount(tally);
        let card = Scorecard::of(run);
        let s = run.scenario();
        Self {
            points: card.points,
            parts: card.competencies.iter().map(|c| c.points).collect(),
            is_right: counted.iter().any(|c| is_right(s, c)),
            harm: counted.iter().find_map(|c| harm(s, c)),
        }
    }
}

fn count(one: &Counted, tally: &mut Tally) {
    let message = |node, item, first_try, hits, misses, false_alarms, correct_rejections| MessageJudged {
        node,
        item,
        first_try,
        hits,
        misses,
        false_alarms,
        correct_rejections,
        ticks: 0,
        at_tick: 0,
    };
    match *one {
        Counted::Choice { node, choice, first_try, timed_out } => {
            tally.choices.push(ChoiceMade { node, choice, first_try, timed_out, ticks: 0, at_tick: 0 });
        }
        Counted::Marks { node, hits, misses, false_alarms, first_try } => {
            tally.messages.push(message(node, None, first_try, hits, misses, false_alarms, 0));
        }
        Counted::Judged { node, item, hit, miss, false_alarm, first_try } => {
            let is_rejected = !(hit || miss || false_alarm);
            let one = |yes: bool| u32::from(yes);
            tally.messages.push(message(node, Some(item), first_try, one(hit), one(miss), one(false_alarm), one(is_rejected)));
        }
    }
}

/// The choice a node has under a number.
pub(super) fn choice_of(s: &Scenario, node: NodeId, choice: usize) -> Option<&Choice> {
    if let NodeKind::Decide(d) = &s.node(node).kind { d.choices.get(choice) } else { None }
}

fn is_right(s: &Scenario, one: &Counted) -> bool {
    match *one {
        Counted::Choice { node, choice, .. } => choice_of(s, node, choice).is_some_and(|c| c.grade == Grade::Good),
        Counted::Marks { hits, false_alarms, .. } => hits > false_alarms,
        Counted::Judged { miss, false_alarm, .. } => !miss && !false_alarm,
    }
}

fn harm(s: &Scenario, one: &Counted) -> Option<(NodeId, usize, Harm)> {
    let Counted::Choice { node, choice, .. } = *one else { return None };
    let found = choice_of(s, node, choice)?;
    match found.grade {
        Grade::Critical => Some((node, choice, Harm::Critical)),
        // What a redo choice would change is shown and taken back.
        Grade::Poor if !found.redo && parts_with_money(s, found) => Some((node, choice, Harm::Money)),
        Grade::Poor | Grade::Good => None,
    }
}

/// Whether a choice moves an amount of money away from where it starts: what is lost grows from the least, what is left
/// shrinks from the most.
fn parts_with_money(s: &Scenario, choice: &Choice) -> bool {
    let moves_away = |var: &crate::scenario::Var, by: i64| {
        let is_least = var.start == var.min;
        let is_most = var.start == var.max;
        var.kind == VarKind::Money && by != 0 && (by > 0 || !is_least) && (by < 0 || !is_most)
    };
    let set = choice.effects.set.iter().map(|(v, n)| (v, i64::from(*n) - i64::from(s.vars[v.index()].start)));
    let add = choice.effects.add.iter().map(|(v, n)| (v, i64::from(*n)));
    set.chain(add).any(|(v, by)| moves_away(&s.vars[v.index()], by))
}
