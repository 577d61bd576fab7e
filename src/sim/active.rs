//! The attempt that is being played, and its recording as it goes.

use std::sync::Arc;

use bevy::prelude::*;

use super::playback::{Playback, Staged};
use crate::run::{Action, Event, Phase, Run, Tape};
use crate::scenario::Loaded;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<ActiveRun>()
        .add_message::<Intent>()
        .add_message::<Happened>()
        .configure_sets(FixedUpdate, (SimSystems::Intake, SimSystems::Step).chain());
    app.add_systems(FixedUpdate, (intake.in_set(SimSystems::Intake), step.in_set(SimSystems::Step)));
}

/// Order within a fixed step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, SystemSet)]
pub enum SimSystems {
    /// Inputs are applied.
    Intake,
    /// The run ticks and its events are handed on.
    Step,
}

/// An input somebody asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Message)]
pub struct Intent(pub Action);

/// Something that happened in the run.
#[derive(Debug, Clone, PartialEq, Message)]
pub struct Happened(pub Event);

/// The attempt being played.
#[derive(Debug, Default, Resource)]
pub struct ActiveRun {
    run: Option<Run>,
    tape: Tape,
    kept: usize,
    playback: Option<Playback>,
    ended: Option<Playback>,
    /// Nothing ticks while this is set: the pause menu.
    pub paused: bool,
    /// Nothing ticks while a choice is being committed: the student sees the consequence only afterwards.
    pub held: bool,
}

impl ActiveRun {
    /// Begins an attempt.
    pub fn begin(&mut self, case: Arc<Loaded>, seed: u64) {
        *self = Self { run: Some(Run::new(case, seed)), ..Self::default() };
    }

    /// Forgets the attempt.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// The run.
    pub fn run(&self) -> Option<&Run> {
        self.run.as_ref()
    }

    /// The run that is shown in the place: the one that is looked at again, or else the one that is played.
    pub fn seen(&self) -> Option<&Run> {
        self.playback.as_ref().map(Playback::run).or(self.run.as_ref())
    }

    /// Looks at the run again.
    pub fn look_back(&mut self, playback: Playback) {
        self.playback = Some(playback);
    }

    /// Looks at it no longer: the stage is as the run has left it.
    pub fn look_back_no_more(&mut self) {
        self.ended = self.playback.take().or(self.ended.take());
    }

    /// How the run is being looked at again.
    pub fn playback(&self) -> Option<&Playback> {
        self.playback.as_ref()
    }

    /// The same, to be steered.
    pub fn playback_mut(&mut self) -> Option<&mut Playback> {
        self.playback.as_mut()
    }

    pub(super) fn take_ended(&mut self) -> Option<Playback> {
        self.ended.take()
    }

    /// Inputs since the last call, as a tape that ends now.
    pub fn take_piece(&mut self) -> Tape {
        let end = self.run.as_ref().map_or(0, Run::now);
        let piece = Tape { inputs: self.tape.inputs[self.kept..].to_vec(), end };
        self.kept = self.tape.inputs.len();
        piece
    }

    /// All inputs so far.
    pub fn tape(&self) -> &Tape {
        &self.tape
    }
}

fn intake(mut active: ResMut<ActiveRun>, mut asked: MessageReader<Intent>) {
    let ActiveRun { run, tape, paused, .. } = &mut *active;
    for Intent(action) in asked.read() {
        let Some(run) = run else { continue };
        // Leaving is possible at any time; nothing else while paused.
        if *run.phase() == Phase::Over || (*paused && *action != Action::Leave) {
            continue;
        }
        tape.inputs.push((run.now(), *action));
        run.apply(*action);
    }
}

fn step(mut active: ResMut<ActiveRun>, mut out: MessageWriter<Happened>, mut staged: MessageWriter<Staged>) {
    let (paused, held) = (active.paused, active.held);
    let Some(run) = &mut active.run else { return };
    if !paused && !held {
        run.tick();
    }
    for event in run.take_events() {
        staged.write(Staged::Event(event.clone(), 0.0));
        out.write(Happened(event));
    }
    let end = run.now();
    active.tape.end = end;
}

#[cfg(test)]
mod tests {
    use super::*;
    use bevy::time::TimeUpdateStrategy;

    fn app() -> App {
        let mut app = App::new();
        app.add_plugins((MinimalPlugins, crate::sim::SimPlugin)).insert_resource(TimeUpdateStrategy::FixedTimesteps(1));
        app
    }

    fn case() -> Arc<Loaded> {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/good/class-fee.ron");
        Arc::new(crate::scenario::load(&path).expect("the case is there").0.expect("the case is sound"))
    }

    #[test]
    fn a_paused_run_stands_still_and_can_still_be_left() {
        let mut app = app();
        app.world_mut().resource_mut::<ActiveRun>().begin(case(), 1);
        app.update();
        app.update();
        let before = app.world().resource::<ActiveRun>().run().map(Run::now);
        app.world_mut().resource_mut::<ActiveRun>().paused = true;
        app.update();
        assert_eq!(app.world().resource::<ActiveRun>().run().map(Run::now), before);
        app.world_mut().write_message(Intent(Action::Leave));
        app.update();
        let active = app.world().resource::<ActiveRun>();
        assert_eq!(active.run().map(|r| r.phase().clone()), Some(Phase::Over));
    }

    #[test]
    fn what_is_played_through_bevy_is_what_the_engine_replays() {
        let mut app = app();
        app.world_mut().resource_mut::<ActiveRun>().begin(case(), 5);
        for n in 0..400_u32 {
            let action = match n % 7 {
                0 => Action::Next,
                1 => Action::Answer(1),
                3 => Action::Pick((n % 3) as u8),
                _ => Action::Walk { forward: 60, right: 0 },
            };
            app.world_mut().write_message(Intent(action));
            app.update();
        }
        let active = app.world().resource::<ActiveRun>();
        let run = active.run().expect("begun");
        let again = crate::run::replay(run.case(), 5, active.tape());
        assert_eq!(again.run.tally(), run.tally());
        assert_eq!(again.run.body(), run.body());
    }
}
