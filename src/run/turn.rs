//! A story by turns: what can happen next while it stands still, and letting it happen without body, air or clock.
//!
//! The explorer plays whole drills in this way. Where the student is free (walking, waiting, looking), a turn is simply
//! there to be taken: whether legs and time suffice is for the run in play.

use super::body::Target;
use super::engine::Phase;
use super::rules::{self, Stage};
use crate::scenario::{Decision, Deed, NodeKind, Scenario};

/// One thing that can happen to a story that stands still.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Turn {
    /// The choice with this index is taken from the list, or has been done in the place.
    Take(usize),
    /// The use key goes down on something that a choice speaks of.
    Use(Target),
    /// The time for the decision is over.
    TimeOut,
    /// These parts of the message are marked, and handed in.
    Mark(Vec<usize>),
    /// The message is called a scam (true) or genuine.
    Judge(bool),
    /// The wait is over.
    WaitOver,
    /// The first trigger whose condition has come true fires.
    Trigger,
    /// What was to be read has been read.
    Next,
}

/// An input names a choice or a part by a byte: what lies beyond can't be picked or marked.
const MOST_PICKED: usize = u8::MAX as usize;

/// Everything that may happen in a phase, in a fixed order. Some of it may turn out to do nothing, because a condition
/// does not hold. Marks that earn the same are not told apart: a set of marks stands for all with as many hits more
/// than false alarms.
pub(crate) fn turns(s: &Scenario, phase: &Phase, out: &mut Vec<Turn>) {
    out.clear();
    // First, so that whoever looks at what takes time knows what may come before it is over.
    if !s.triggers.is_empty() && matches!(phase, Phase::Decide { .. } | Phase::Signs { .. } | Phase::Wait { .. }) {
        out.push(Turn::Trigger);
    }
    match phase {
        Phase::Brief | Phase::Story { .. } | Phase::Consequence { .. } | Phase::Why { .. } => out.push(Turn::Next),
        Phase::Judge { said: Some(_), .. } => out.push(Turn::Next),
        Phase::Judge { said: None, .. } => out.extend([Turn::Judge(true), Turn::Judge(false)]),
        Phase::Decide { node, .. } => {
            if let NodeKind::Decide(d) = &s.node(*node).kind {
                choices(d, out);
                if d.time.is_some() && d.timeout.is_some() {
                    out.push(Turn::TimeOut);
                }
            }
        }
        Phase::Signs { node, done: false, .. } => {
            if let NodeKind::Signs(signs) = &s.node(*node).kind {
                let real: Vec<usize> = (0..signs.parts.len().min(MOST_PICKED + 1)).filter(|n| signs.parts[*n].sign).collect();
                out.extend((0..=real.len()).map(|net| Turn::Mark(real[..net].to_vec())));
            }
        }
        Phase::Signs { done: true, .. } => out.push(Turn::Next),
        Phase::Wait { .. } => out.push(Turn::WaitOver),
        Phase::Pre(_) | Phase::Post(_) | Phase::Ended(_) | Phase::Over => {}
    }
}

fn choices(d: &Decision, out: &mut Vec<Turn>) {
    for (n, choice) in d.choices.iter().enumerate() {
        let turn = match &choice.by {
            _ if d.listed && n <= MOST_PICKED => Turn::Take(n),
            Some(Deed::Use(p)) => Turn::Use(Target::Prop(*p)),
            Some(Deed::UseDoor(door)) => Turn::Use(Target::Door(*door)),
            Some(_) => Turn::Take(n),
            None => continue,
        };
        // Two choices by the same key are one act: the first that can be made is meant.
        if !matches!(turn, Turn::Use(_)) || !out.contains(&turn) {
            out.push(turn);
        }
    }
}

/// Lets a turn happen. Nothing changes when it can't.
pub(crate) fn take_turn<S: Stage>(s: &Scenario, stage: &mut S, turn: &Turn) {
    match turn {
        Turn::Take(n) => rules::take(s, stage, *n),
        Turn::Use(target) => {
            rules::deed_on(s, stage, *target);
        }
        Turn::TimeOut => rules::time_out(s, stage),
        Turn::Mark(parts) => {
            if let Phase::Signs { node, ticks, done: false, .. } = *stage.phase() {
                let marks = parts.iter().copied().collect();
                stage.set_phase(Phase::Signs { node, ticks, marks, done: false });
                rules::submit(s, stage);
            }
        }
        Turn::Judge(said) => rules::judge(s, stage, *said),
        Turn::WaitOver => rules::wait_over(s, stage),
        Turn::Trigger => {
            rules::check_triggers(s, stage);
        }
        Turn::Next => rules::next(s, stage),
    }
}

/// A story that is only read for this long without anything to decide is looked at step by step: it may go in a circle.
const MOST_READ: usize = 64;

/// Reads on up to the next moment at which something can happen.
pub(crate) fn settle<S: Stage>(s: &Scenario, stage: &mut S) {
    for read in 0.. {
        // A circle of such moments is met again as the same state; each of them can be one.
        let is_long = read >= MOST_READ;
        match *stage.phase() {
            Phase::Story { line: 0, .. } | Phase::Consequence { .. } | Phase::Why { .. } if is_long => return,
            // Lines follow each other without anything happening between them.
            Phase::Story { node, .. } => {
                if let NodeKind::Story { lines, .. } = &s.node(node).kind {
                    stage.set_phase(Phase::Story { node, line: lines.len().saturating_sub(1) });
                }
            }
            Phase::Consequence { .. } | Phase::Why { .. } | Phase::Judge { said: Some(_), .. } => {}
            // While marks are looked at, a trigger may still fire.
            Phase::Signs { done: true, .. } if s.triggers.is_empty() => {}
            _ => return,
        }
        stage.time_passes();
        rules::next(s, stage);
    }
}
