//! The run in play as the stage of its story: what the rules change here, and what that means in the place.

use super::super::body::Body;
use super::super::event::Event;
use super::super::rules::Stage;
use super::{ChoiceMade, MessageJudged, Phase, Run};
use crate::scenario::{Cue, Decision, Node, NodeId, VarId};

/// Choices that may make themselves while no time passes, before the run is ended.
const MOST_FORCED: u32 = 100;

impl Stage for Run {
    fn phase(&self) -> &Phase {
        &self.phase
    }

    fn set_phase(&mut self, phase: Phase) {
        self.phase = phase;
    }

    fn now(&self) -> u32 {
        self.tick
    }

    fn emit(&mut self, event: Event) {
        self.events.push(event);
    }

    fn begin(&mut self) {
        self.events.push(Event::Began);
        for (n, h) in self.case.scenario.hazards.iter().enumerate() {
            if h.from.is_none() {
                self.clocks.began[n] = Some(self.tick);
            }
        }
    }

    fn arrive(&mut self, at: NodeId, node: &Node) {
        if self.seen.insert(at) {
            for (n, h) in self.case.scenario.hazards.iter().enumerate() {
                if h.from == Some(at) {
                    self.clocks.began[n] = Some(self.tick);
                }
                if h.until == Some(at) {
                    self.clocks.over[n] = true;
                }
            }
        }
        self.events.push(Event::Entered(at));
        if let Some(anchor) = node.at {
            let anchor = &self.case.place.anchors[anchor.index()];
            let posture = self.body.posture;
            self.body = Body { posture, walked: self.body.walked, ..Body::at(anchor.at, anchor.face) };
            self.events.push(Event::Moved);
        }
        if node.objective.is_some() {
            self.objective = Some(at);
        }
    }

    fn sense(&mut self) {
        Run::sense(self);
    }

    fn cue(&mut self, cues: &[Cue]) {
        Run::cue(self, cues);
    }

    fn put(&mut self, var: VarId, value: i32) {
        self.vars[var.index()] = value;
    }

    fn open(&mut self, decision: &Decision) {
        self.still = 0;
        self.held = 0;
        self.stale = decision.choices.iter().enumerate().filter(|(_, c)| self.is_done(c)).map(|(n, _)| n).collect();
    }

    fn is_first_answer(&mut self, node: NodeId) -> bool {
        self.answered.insert(node)
    }

    fn is_first_judging(&self, node: NodeId) -> bool {
        self.tally.messages.iter().rev().find(|m| m.node == node && m.item == Some(0)).is_some_and(|m| m.first_try)
    }

    fn note_chosen(&mut self, node: NodeId, choice: usize) {
        self.chosen.insert((node, choice));
    }

    fn count_choice(&mut self, made: ChoiceMade) {
        self.tally.choices.push(made);
    }

    fn count_message(&mut self, judged: MessageJudged) {
        self.tally.messages.push(judged);
    }

    fn has_fired(&self, trigger: usize) -> bool {
        self.fired.contains(&trigger)
    }

    fn note_fired(&mut self, trigger: usize) {
        self.fired.insert(trigger);
    }

    fn end(&mut self, node: NodeId) {
        self.tally.ending = Some(node);
    }

    fn leave(&mut self) {
        Run::leave(self);
    }

    fn may_force(&mut self, _node: NodeId, _choice: usize) -> bool {
        self.forced += 1;
        self.forced <= MOST_FORCED
    }
}
