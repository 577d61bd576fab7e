//! A run that is looked at again, in place of the one that was played: from any frame on, at any pace, and without a trace of it in
//! a record. What it is made of is `debrief::Replay`.

use std::sync::Arc;

use bevy::prelude::*;

use super::active::ActiveRun;
use crate::debrief::{Cursor, Replay};
use crate::run::{Event, Run};
use crate::scenario::TICKS_PER_SECOND;

/// What the stage is to show: things as they happen, and after a leap in time everything anew.
#[derive(Debug, Clone, PartialEq, Message)]
pub enum Staged {
    /// All is as at the beginning; what has happened since follows.
    Anew,
    /// Something happened, so many seconds ago.
    Event(Event, f32),
}

/// From farther ahead than this, a leap is a leap and not a long step, frames.
const LEAP: usize = 2 * TICKS_PER_SECOND as usize;

/// A run that is looked at again.
#[derive(Debug)]
pub struct Playback {
    film: Arc<Replay>,
    cursor: Cursor,
    frame: f64,
    /// Frames a tick; 1 is as it was.
    pub pace: f64,
    /// It goes on by itself.
    pub plays: bool,
    /// Where to leap to.
    wanted: Option<usize>,
}

impl Playback {
    /// From the beginning on; `None` where there is nothing to look at.
    pub fn new(film: Arc<Replay>) -> Option<Self> {
        let cursor = film.at(0)?;
        Some(Self { film, cursor, frame: 0.0, pace: 1.0, plays: true, wanted: Some(0) })
    }

    /// The run as it stood.
    pub fn run(&self) -> &Run {
        self.cursor.run()
    }

    /// The frame that is shown.
    pub fn frame(&self) -> usize {
        self.wanted.unwrap_or(self.frame as usize)
    }

    /// Frames in all.
    pub fn len(&self) -> usize {
        self.film.len()
    }

    /// Whether there is nothing to look at: never.
    pub fn is_empty(&self) -> bool {
        self.film.is_empty()
    }

    /// Leaps to a frame.
    pub fn seek(&mut self, frame: usize) {
        self.wanted = Some(frame.min(self.len() - 1));
    }

    /// Goes on, or stands; at the end it begins again.
    pub fn toggle(&mut self) {
        self.plays = !self.plays;
        if self.plays && self.frame() + 1 >= self.len() {
            self.seek(0);
        }
    }

    /// One tick of whoever looks.
    fn tick(&mut self) -> Vec<Staged> {
        if let Some(to) = self.wanted.take() {
            let now = self.frame as usize;
            let is_leap = to <= now || to > now + LEAP;
            self.frame = to as f64;
            if is_leap {
                return self.anew(to);
            }
            return self.onward(to);
        }
        if !self.plays {
            return Vec::new();
        }
        let last = self.len() - 1;
        self.frame = (self.frame + self.pace).min(last as f64);
        self.plays = (self.frame as usize) < last;
        self.onward(self.frame as usize)
    }

    fn onward(&mut self, frame: usize) -> Vec<Staged> {
        self.film.on_to(&mut self.cursor, frame).into_iter().map(|e| Staged::Event(e, 0.0)).collect()
    }

    fn anew(&mut self, frame: usize) -> Vec<Staged> {
        if let Some(cursor) = self.film.at(frame) {
            self.cursor = cursor;
        }
        let events = self.film.heard(frame).map(|(ago, event)| Staged::Event(event.clone(), ago as f32));
        std::iter::once(Staged::Anew).chain(events).collect()
    }

    /// The stage as the run has left it.
    fn leave(mut self) -> Vec<Staged> {
        self.anew(self.len() - 1)
    }
}

pub(super) fn plugin(app: &mut App) {
    app.add_message::<Staged>().add_systems(FixedUpdate, play.in_set(super::SimSystems::Step));
}

fn play(mut active: ResMut<ActiveRun>, mut out: MessageWriter<Staged>) {
    if let Some(ended) = active.take_ended() {
        out.write_batch(ended.leave());
    }
    if let Some(playback) = active.playback_mut() {
        out.write_batch(playback.tick());
    }
}
