//! A run to be looked at again, at any moment: checkpoints along its tape, what happened when, and the example beside it.
//!
//! Time is counted in frames: the ticks in which the student acted, so that nobody watches themselves read. Frame 60 is one second
//! of action, the time that plan and curves are drawn in. Showing it is the window's part.

use std::sync::Arc;

use crate::run::{Event, Phase, Posture, Run, Scripted, Tape};
use crate::scenario::{Loaded, Plan, TICKS_PER_SECOND};

/// So much of a run can be looked at again: two hours, as in the rest of the debrief.
const MOST_TICKS: u32 = 2 * 3600 * TICKS_PER_SECOND;
/// The first checkpoints are so far apart, frames: what lies between two is played again within one picture.
const SPACING: usize = 300;
/// Checkpoints that are kept at most; beyond, every other one goes.
const MOST_MARKS: usize = 96;
/// An example is kept every so many frames.
const STRIDE: usize = 6;

/// A run in the middle of its tape.
#[derive(Debug, Clone)]
pub struct Cursor {
    run: Run,
    next: usize,
}

impl Cursor {
    /// The run as it stood.
    pub fn run(&self) -> &Run {
        &self.run
    }

    /// One tick, with the inputs that came before it; `None` at the end of the tape.
    fn tick(&mut self, tape: &Tape) -> Option<Vec<Event>> {
        while let Some((_, action)) = tape.inputs.get(self.next).filter(|(t, _)| *t <= self.run.now()) {
            self.run.apply(*action);
            self.next += 1;
        }
        if *self.run.phase() == Phase::Over || self.run.now() >= tape.end || self.run.now() >= MOST_TICKS {
            return None;
        }
        self.run.tick();
        Some(self.run.take_events())
    }
}

/// A run to be looked at again.
#[derive(Debug)]
pub struct Replay {
    tape: Tape,
    /// The tick after which each frame is shown, growing.
    frames: Vec<u32>,
    /// Frame and how the run stood at it, growing; the first is the beginning.
    marks: Vec<(usize, Cursor)>,
    /// Frame and event, growing.
    events: Vec<(usize, Event)>,
}

impl Replay {
    /// Plays a tape and keeps what is needed to stand at any moment of it.
    pub fn of(case: &Arc<Loaded>, seed: u64, tape: &Tape) -> Self {
        let mut cursor = Cursor { run: Run::new(Arc::clone(case), seed), next: 0 };
        let mut out = Self { tape: tape.clone(), frames: Vec::new(), marks: Vec::new(), events: Vec::new() };
        let mut spacing = SPACING;
        loop {
            if out.frames.len() >= out.marks.last().map_or(0, |(at, _)| at + spacing) {
                out.marks.push((out.frames.len(), cursor.clone()));
                if out.marks.len() > MOST_MARKS {
                    let mut n = 0;
                    out.marks.retain(|_| {
                        n += 1;
                        n % 2 == 1
                    });
                    spacing *= 2;
                }
            }
            let is_acting = cursor.run.phase().is_acting();
            let Some(events) = cursor.tick(tape) else { break };
            let frame = out.frames.len();
            out.events.extend(events.into_iter().map(|e| (frame, e)));
            if is_acting {
                out.frames.push(cursor.run.now());
            }
        }
        out
    }

    /// Frames in all; 0 where nobody ever acted.
    pub fn len(&self) -> usize {
        self.frames.len()
    }

    /// Whether there is nothing to look at.
    pub fn is_empty(&self) -> bool {
        self.frames.is_empty()
    }

    /// The frame at which a tick is shown.
    pub fn frame_of(&self, tick: u32) -> usize {
        self.frames.partition_point(|t| *t < tick).min(self.frames.len().saturating_sub(1))
    }

    /// The run as it stood at a frame, the last one beyond the end.
    pub fn at(&self, frame: usize) -> Option<Cursor> {
        let tick = *self.frames.get(frame.min(self.frames.len().checked_sub(1)?))?;
        let mark = self.marks.partition_point(|(at, _)| *at <= frame).checked_sub(1)?;
        let mut cursor = self.marks[mark].1.clone();
        self.forward(&mut cursor, tick);
        Some(cursor)
    }

    /// From where a run stands on to a frame; what happened on the way. Nothing where that is behind it.
    pub fn on_to(&self, cursor: &mut Cursor, frame: usize) -> Vec<Event> {
        self.frames.get(frame).map_or_else(Vec::new, |tick| self.forward(cursor, *tick))
    }

    fn forward(&self, cursor: &mut Cursor, tick: u32) -> Vec<Event> {
        let mut heard = Vec::new();
        while cursor.run.now() < tick {
            match cursor.tick(&self.tape) {
                Some(events) => heard.extend(events),
                None => break,
            }
        }
        heard
    }

    /// What had happened by a frame, and how many seconds before it.
    pub fn heard(&self, frame: usize) -> impl Iterator<Item = (f64, &Event)> {
        let end = self.events.partition_point(|(at, _)| *at <= frame);
        self.events[..end].iter().map(move |(at, event)| ((frame - at) as f64 / f64::from(TICKS_PER_SECOND), event))
    }
}

/// Somebody at a moment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stand {
    /// x, y, z of the feet, m.
    pub at: [f64; 3],
    /// Radians, 0 = south, growing to the east.
    pub facing: f64,
    /// How they stood.
    pub posture: Posture,
    /// m/s.
    pub speed: f64,
}

/// The way of somebody who plays well, in the student's own time.
#[derive(Debug, Clone, PartialEq)]
pub struct Example {
    stands: Vec<Stand>,
}

impl Example {
    /// A plan played in the same drill with the same seed. `None` when it does not run through: the file may not fit the drill.
    pub fn of(case: &Arc<Loaded>, seed: u64, plan: &Plan) -> Option<Self> {
        let mut run = Run::new(Arc::clone(case), seed);
        let mut student = Scripted::new(plan.clone());
        let (mut stands, mut frame) = (Vec::new(), 0);
        let mut walked = 0.0;
        while !matches!(run.phase(), Phase::Over | Phase::Ended(_)) && run.now() < MOST_TICKS {
            for action in student.act(&run).ok()? {
                run.apply(action);
            }
            if run.phase().is_acting() {
                if frame % STRIDE == 0 {
                    let body = run.body();
                    let speed = (body.walked - walked) * f64::from(TICKS_PER_SECOND) / STRIDE as f64;
                    walked = body.walked;
                    stands.push(Stand { at: body.at, facing: body.radians(), posture: body.posture, speed });
                }
                frame += 1;
            }
            run.tick();
            let new = run.take_events();
            student.heard(&run, &new);
        }
        (!stands.is_empty()).then_some(Self { stands })
    }

    /// Where they were at a frame; at the end once they had arrived.
    pub fn at(&self, frame: usize) -> Stand {
        let (n, part) = (frame / STRIDE, (frame % STRIDE) as f64 / STRIDE as f64);
        let last = self.stands.len() - 1;
        let Some(to) = self.stands.get(n + 1) else { return Stand { speed: 0.0, ..self.stands[last] } };
        let from = self.stands[n];
        // Somebody put elsewhere is there, and not on the way.
        let far = (0..3).map(|k| (to.at[k] - from.at[k]).abs()).fold(0.0, f64::max);
        if far > 2.0 {
            return from;
        }
        let at = [0, 1, 2].map(|k| from.at[k] + (to.at[k] - from.at[k]) * part);
        Stand { at, speed: to.speed, ..from }
    }
}
