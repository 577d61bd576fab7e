//! Players who have understood nothing, let loose on the states: how many of them pass says whether the pass mark
//! separates. Plays are drawn, always the same ones; how many is said beside the result.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::counted::{self, Counted};
use super::report::Player;
use super::scores::Scores;
use super::space::{Space, Way};
use crate::run::{Chance, Phase, Turn};
use crate::scenario::{Choice, Grade, NodeKind, Scenario};
use crate::score::percent;

/// Plays of each kind of player.
const PLAYS: usize = 1000;
/// A play that takes longer has not passed.
const MOST_STEPS: u32 = 20_000;
/// Steps of all plays of a kind together: a very long drill is played less often.
const MOST_IN_ALL: u32 = 100_000;
/// States kept at hand.
const MOST_KEPT: usize = 20_000;

/// How someone plays who does not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Anything, with equal chance.
    Random,
    /// Always what stands first.
    First,
    /// Always the longest text.
    Longest,
    /// Anything but what is critical; suspicious of every message.
    Cautious,
}

const KINDS: [(Kind, &str); 4] =
    [(Kind::Random, "random"), (Kind::First, "first"), (Kind::Longest, "longest"), (Kind::Cautious, "cautious")];

/// Lets each kind of player play.
pub(super) fn play(space: &Space, scores: &Scores<'_>) -> Vec<Player> {
    let mut table = Table { space, scores, spots: BTreeMap::new() };
    KINDS.into_iter().map(|(kind, name)| table.plays(kind, name)).collect()
}

struct Table<'a> {
    space: &'a Space,
    scores: &'a Scores<'a>,
    spots: BTreeMap<u32, Rc<Spot>>,
}

impl Table<'_> {
    fn plays(&mut self, kind: Kind, name: &'static str) -> Player {
        let mut chance = Chance::new(1);
        let (mut steps, mut passed, mut percents) = (0, 0, Vec::new());
        while percents.len() < PLAYS && (steps < MOST_IN_ALL || percents.is_empty()) {
            let (points, has_passed, taken) = self.one(kind, &mut chance);
            steps += taken;
            passed += u32::from(has_passed);
            percents.push(percent(points, self.space.case.scenario.max_points()));
        }
        percents.sort_unstable();
        let plays = percents.len() as u32;
        Player { kind: name, plays, passed, percent: passed * 100 / plays.max(1), median: percents[percents.len() / 2] }
    }

    /// One play: its points, whether it passed, and its length.
    fn one(&mut self, kind: Kind, chance: &mut Chance) -> (i32, bool, u32) {
        let (mut state, mut points) = (0, 0);
        for step in 0..MOST_STEPS {
            let spot = self.spot(state);
            if let Phase::Ended(_) = spot.phase {
                let may_pass = self.scores.ends.binary_search_by_key(&state, |e| e.state).is_ok_and(|n| self.scores.ends[n].may_pass);
                return (points, may_pass && self.scores.need.is_some_and(|need| points >= need), step);
            }
            let Some(turn) = spot.turn(&self.space.case.scenario, kind, chance) else { return (points, false, step) };
            let way = spot.way(turn, chance);
            let edge = self.space.edge(self.space.edges_of(state).start + way as u32);
            points += self.scores.points(edge);
            state = edge.to;
        }
        (points, false, MOST_STEPS)
    }

    fn spot(&mut self, state: u32) -> Rc<Spot> {
        if self.spots.len() > MOST_KEPT {
            self.spots.clear();
        }
        let space = self.space;
        Rc::clone(self.spots.entry(state).or_insert_with(|| Rc::new(Spot::of(space, state))))
    }
}

/// A state as a player meets it: the turns that are answers, each with the ways it may go.
struct Spot {
    phase: Phase,
    ways: Vec<Way>,
    turns: Vec<Vec<usize>>,
}

impl Spot {
    fn of(space: &Space, state: u32) -> Self {
        let ways = space.ways(state);
        let mut turns: Vec<Vec<usize>> = Vec::new();
        for (n, way) in ways.iter().enumerate() {
            match turns.last_mut() {
                Some(list) if ways[list[0]].turn == way.turn => list.push(n),
                _ => turns.push(vec![n]),
            }
        }
        // Everyone answers before time is over, and before the smoke comes.
        let is_answer = |list: &Vec<usize>| !matches!(ways[list[0]].turn, Turn::TimeOut | Turn::Trigger);
        if turns.iter().any(is_answer) {
            turns.retain(is_answer);
        }
        Self { phase: space.phase(state), ways, turns }
    }

    /// The turn that a kind of player takes; none when nothing can happen any more.
    fn turn(&self, s: &Scenario, kind: Kind, chance: &mut Chance) -> Option<usize> {
        if self.turns.is_empty() {
            return None;
        }
        Some(match &self.phase {
            Phase::Decide { .. } => self.decide(s, kind, chance),
            Phase::Signs { node, done: false, .. } => match &s.node(*node).kind {
                NodeKind::Signs(signs) => {
                    let marked: Vec<bool> = (0..signs.parts.len()).map(|n| marks(&signs.parts, n, kind, chance)).collect();
                    let count = |sign: bool| signs.parts.iter().zip(&marked).filter(|(p, yes)| p.sign == sign && **yes).count();
                    let net = count(true).saturating_sub(count(false));
                    let is_it = |list: &Vec<usize>| matches!(&self.ways[list[0]].turn, Turn::Mark(parts) if parts.len() == net);
                    self.turns.iter().position(is_it).unwrap_or(0)
                }
                _ => 0,
            },
            Phase::Judge { .. } if kind == Kind::Random => chance.below(self.turns.len()),
            // "A scam" is the first answer.
            _ => 0,
        })
    }

    fn decide(&self, s: &Scenario, kind: Kind, chance: &mut Chance) -> usize {
        let choice = |turn: usize| -> Option<&Choice> {
            let word = self.ways[self.turns[turn][0]].counted.first()?;
            let Counted::Choice { node, choice, .. } = counted::unpack(*word) else { return None };
            super::answers::choice_of(s, node, choice)
        };
        let all = 0..self.turns.len();
        match kind {
            Kind::Random => chance.below(all.len()),
            Kind::First => 0,
            // The last of the greatest from behind is the first.
            Kind::Longest => all.rev().max_by_key(|turn| choice(*turn).map_or(0, |c| c.text.zh.chars().count())).unwrap_or(0),
            Kind::Cautious => {
                let is_safe = |turn: &usize| choice(*turn).is_none_or(|c| c.grade != Grade::Critical);
                let safe: Vec<usize> = all.clone().filter(is_safe).collect();
                if safe.is_empty() { chance.below(all.len()) } else { safe[chance.below(safe.len())] }
            }
        }
    }

    /// One of a turn's ways, each as likely as its answers are.
    fn way(&self, turn: usize, chance: &mut Chance) -> usize {
        let list = &self.turns[turn];
        let all: f64 = list.iter().map(|n| 1.0 / self.ways[*n].odds).sum();
        let mut left = chance.share() * all;
        for n in list {
            left -= 1.0 / self.ways[*n].odds;
            if left < 0.0 {
                return *n;
            }
        }
        list[list.len() - 1]
    }
}

/// Whether a kind of player marks a part of a message.
fn marks(parts: &[crate::scenario::SignPart], n: usize, kind: Kind, chance: &mut Chance) -> bool {
    let length = |n: usize| parts[n].text.zh.chars().count();
    match kind {
        Kind::Random => chance.below(2) == 0,
        Kind::First => n == 0,
        Kind::Longest => (0..parts.len()).all(|other| length(other) <= length(n)),
        Kind::Cautious => true,
    }
}
