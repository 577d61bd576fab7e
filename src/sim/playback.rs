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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run::{Scripted, Tape, replay};
    use crate::sim::{Happened, SimPlugin};
    use bevy::time::TimeUpdateStrategy;

    /// What was told in a test.
    #[derive(Debug, Default, Resource)]
    struct Told(Vec<Staged>, usize);

    fn listen(mut told: ResMut<Told>, mut staged: MessageReader<Staged>, mut happened: MessageReader<Happened>) {
        told.0.extend(staged.read().cloned());
        told.1 += happened.read().count();
    }

    fn burning() -> (Arc<crate::scenario::Loaded>, Tape) {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/burning");
        let case = crate::scenario::load(&root.join("escape.ron")).expect("the case is there").0.expect("the case is sound");
        let text = std::fs::read_to_string(root.join("plans/escape.pass.ron")).expect("the plan is there");
        let plan = crate::scenario::read_plan(&text, Some(&case.scenario), &mut crate::diag::Findings::default());
        let case = Arc::new(case);
        let (mut run, mut student, mut tape) = (Run::new(Arc::clone(&case), 1), Scripted::new(plan), Tape::default());
        while *run.phase() != crate::run::Phase::Over {
            for action in student.act(&run).expect("it runs through") {
                tape.inputs.push((run.now(), action));
                run.apply(action);
            }
            run.tick();
            let events = run.take_events();
            student.heard(&run, &events);
        }
        tape.end = run.now();
        (case, tape)
    }

    fn app() -> App {
        let mut app = App::new();
        app.add_plugins((MinimalPlugins, SimPlugin)).insert_resource(TimeUpdateStrategy::FixedTimesteps(1));
        app.init_resource::<Told>().add_systems(Update, listen);
        app
    }

    #[test]
    fn looking_again_shows_what_was_and_leaves_the_run_alone() {
        let (case, tape) = burning();
        let film = Arc::new(Replay::of(&case, 1, &tape));
        let mut app = app();
        app.world_mut().resource_mut::<ActiveRun>().begin(case, 1);
        app.world_mut().resource_mut::<ActiveRun>().paused = true;
        app.update();
        app.update();
        app.world_mut().resource_mut::<Told>().0.clear();
        let heard = app.world().resource::<Told>().1;
        let playback = Playback::new(Arc::clone(&film)).expect("there is something to look at");
        app.world_mut().resource_mut::<ActiveRun>().look_back(playback);
        app.update();
        for step in [300, 900, 20, film.len() - 1] {
            app.world_mut().resource_mut::<ActiveRun>().playback_mut().expect("looking").seek(step);
            app.update();
            app.update();
            let active = app.world().resource::<ActiveRun>();
            let shown = active.seen().expect("looking");
            let was = film.at(active.playback().expect("looking").frame()).expect("in the film");
            assert_eq!((shown.now(), shown.body()), (was.run().now(), was.run().body()), "frame {step}");
            assert_eq!(active.run().map(Run::now), Some(0), "the run itself stands");
        }
        assert_eq!(app.world().resource::<Told>().1, heard, "nothing happened in the run");
        assert!(app.world().resource::<Told>().0.contains(&Staged::Anew));
        app.world_mut().resource_mut::<Told>().0.clear();
        app.world_mut().resource_mut::<ActiveRun>().look_back_no_more();
        app.update();
        app.update();
        let told = &app.world().resource::<Told>().0;
        assert_eq!(told.first(), Some(&Staged::Anew), "the stage is set as the run has left it");
        assert_eq!(app.world().resource::<ActiveRun>().seen().map(Run::now), Some(0));
    }

    #[test]
    fn at_the_end_it_stands_and_begins_again_when_asked() {
        let (case, tape) = burning();
        let film = Arc::new(Replay::of(&case, 1, &tape));
        let mut app = app();
        app.world_mut().resource_mut::<ActiveRun>().begin(Arc::clone(&case), 1);
        let mut playback = Playback::new(Arc::clone(&film)).expect("there is something to look at");
        playback.pace = 4.0;
        playback.seek(film.len() - 10);
        app.world_mut().resource_mut::<ActiveRun>().look_back(playback);
        for _ in 0..8 {
            app.update();
        }
        let mut active = app.world_mut().resource_mut::<ActiveRun>();
        let playback = active.playback_mut().expect("looking");
        assert!(!playback.plays && playback.frame() + 1 == film.len());
        let end = replay(&case, 1, &tape).run;
        assert_eq!(playback.run().body().at, end.body().at);
        playback.toggle();
        assert!(playback.plays && playback.frame() == 0);
    }
}
