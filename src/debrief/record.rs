//! Plays a tape again and writes down everything that a debrief speaks of. The run itself is not changed by being watched.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::course::{Checkpoint, Course, Going, LOOK, STEP, Step, capped};
use super::crowd::Crowd;
use super::doors::Handled;
use super::film::{Film, Met, STANDING};
use super::trace::{Chosen, Moment, Trace, What};
use crate::crowd::CrowdEvent;
use crate::hazard::{Dose, FAR, Ground, step_dose};
use crate::place::{DoorId, RoomId};
use crate::run::{Body, Event, HAZARD_TICKS, Phase, Run, Tape};
use crate::scenario::{Cue, Grade, HazardKind, Loaded, NodeId, NodeKind, TICKS_PER_SECOND};

/// A debrief looks at so much of a run: two hours.
const MOST_TICKS: u32 = 2 * 3600 * TICKS_PER_SECOND;
/// The air is followed so long after a run has ended, s: rooms become unusable after one has left them.
const AFTER: f64 = 240.0;

/// A run as it was, and what a "what if" needs.
pub(super) struct Recorded {
    pub run: Run,
    pub trace: Trace,
    pub course: Course,
    pub film: Film,
    pub handled: Handled,
    /// The ground as it lay still, and the step before which it began to move.
    pub still: Option<(usize, Ground)>,
    pub crowd: Option<Crowd>,
}

/// Plays a tape again.
pub(super) fn record(case: &Arc<Loaded>, seed: u64, tape: &Tape) -> Recorded {
    let run = Run::new(Arc::clone(case), seed);
    let film = Film::of(&case.place, &origins(case, &run));
    let mut watch = Watch {
        case,
        trace: Trace::default(),
        course: Course::default(),
        film,
        handled: Handled::default(),
        still: None,
        crowd: Crowd::of(&run),
        open: BTreeSet::new(),
        burning: BTreeSet::new(),
        jumped: true,
        room: None,
    };
    let run = watch.play(run, tape);
    watch.end(&run);
    let Watch { trace, course, mut film, handled, still, crowd, .. } = watch;
    if run.smoke().is_some() || film.rooms.iter().any(|w| w.state.least_visibility < FAR) {
        let steps = course.steps.len();
        let mut after = Going::new(case, &course, steps, run.smoke().cloned(), run.dose(), film, None);
        after.run(horizon(steps));
        film = after.film;
    }
    Recorded { run, trace, course, film, handled, still, crowd }
}

/// The step until which the air of a run is followed.
pub(super) fn horizon(steps: usize) -> usize {
    steps + (AFTER / STEP) as usize
}

/// The rooms that others are counted from: where the student begins and where it burns.
fn origins(case: &Loaded, run: &Run) -> Vec<RoomId> {
    let place = &case.place;
    let burning = case.scenario.hazards.iter().filter_map(|h| match &h.kind {
        HazardKind::Fire { at, .. } | HazardKind::Burn { at, .. } => place.room_at(*at),
        HazardKind::Smoke { room, .. } => Some(*room),
        HazardKind::Shake { .. } | HazardKind::Quake(_) => None,
    });
    place.room_at(run.body().at).into_iter().chain(burning).collect()
}

struct Watch<'c> {
    case: &'c Arc<Loaded>,
    trace: Trace,
    course: Course,
    film: Film,
    handled: Handled,
    still: Option<(usize, Ground)>,
    crowd: Option<Crowd>,
    /// Doors that stood open before this tick's inputs.
    open: BTreeSet<DoorId>,
    /// Hazards noted.
    burning: BTreeSet<usize>,
    /// The student was put elsewhere since the last moment.
    jumped: bool,
    room: Option<RoomId>,
}

impl Watch<'_> {
    /// As `run::replay` does, with somebody looking.
    fn play(&mut self, mut run: Run, tape: &Tape) -> Run {
        let mut next = 0;
        loop {
            let was = run.body().clone();
            if self.open != *run.open_doors() {
                self.open.clone_from(run.open_doors());
            }
            while let Some((_, action)) = tape.inputs.get(next).filter(|(t, _)| *t <= run.now()) {
                run.apply(*action);
                next += 1;
            }
            let is_step = (run.now() + 1).is_multiple_of(HAZARD_TICKS) && run.is_playing();
            let acts = is_step && run.phase().is_acting();
            if acts {
                self.before(&run);
            }
            self.trace.is_cut = run.now() >= MOST_TICKS;
            if *run.phase() == Phase::Over || run.now() >= tape.end || self.trace.is_cut {
                self.hear(&mut run, &was);
                return run;
            }
            let stood = run.body().clone();
            run.tick();
            let has_moved = self.hear(&mut run, &was);
            // What the step of the air met: where the student stood before the story put them elsewhere.
            let body = if has_moved { &stood } else { run.body() };
            if acts {
                self.step(&run, body, stood.at);
            }
            if is_step {
                self.fires(&run);
                self.moved(&run, body, has_moved);
            }
            if run.is_playing() && self.trace.is_due(run.now()) {
                self.moment(&run);
            }
        }
    }

    /// Before a step of the air: how doors and hazards stand, and now and then everything.
    fn before(&mut self, run: &Run) {
        self.course.stand(run);
        let quakes = |(n, h): (usize, &crate::scenario::Hazard)| matches!(h.kind, HazardKind::Quake(_)) && run.clocks().burns(n);
        if let (None, Some(ground)) = (&self.still, run.ground())
            && self.case.scenario.hazards.iter().enumerate().any(quakes)
        {
            self.still = Some((self.course.steps.len(), ground.clone()));
        }
        if self.course.is_due() {
            let (step, rooms) = (self.course.steps.len(), self.film.states());
            self.course.check(Checkpoint { step, smoke: run.smoke().cloned(), dose: run.dose(), rooms });
        }
    }

    /// After a step of the air.
    fn step(&mut self, run: &Run, body: &Body, at: [f64; 3]) {
        let place = &self.case.place;
        let room = place.room_at(body.at);
        self.course.steps.push(Step { tick: run.now(), room, posture: body.posture, at, shaking: run.here().shaking });
        let steps = self.course.steps.len();
        self.trace.time = steps as f64 * STEP;
        if let Some(crowd) = &mut self.crowd {
            crowd.look(run, steps, self.trace.time);
        }
        if steps.is_multiple_of(LOOK) {
            let here = run.here();
            let head = body.posture.head();
            let you = Met { layer: capped(here.layer, room, place), visibility: here.visibility(), head, dose: run.dose() };
            self.film.look(place, self.trace.time, LOOK as f64 * STEP, Some(you), |room| run.here_in(Some(room), STANDING));
        }
    }

    /// Which room the student is in, and through which door they came.
    fn moved(&mut self, run: &Run, body: &Body, has_moved: bool) {
        let place = &self.case.place;
        let room = place.room_at(body.at);
        let is_outdoors = room.is_none_or(|r| place.rooms[r.index()].open);
        let was_in = self.trace.out.is_none();
        self.trace.visit(room, is_outdoors);
        if let (Some(crowd), true) = (&mut self.crowd, was_in && self.trace.out.is_some()) {
            crowd.meet(run, self.trace.time);
        }
        if let (Some(from), Some(to), false) = (self.room, room, has_moved)
            && from != to
        {
            let between = |n: &usize| {
                let door = &place.doors[*n];
                (door.room == from && door.to == Some(to)) || (door.room == to && door.to == Some(from))
            };
            let far = |n: &usize| libm::hypot(place.doors[*n].at.0 - body.at[0], place.doors[*n].at.1 - body.at[2]);
            let door = (0..place.doors.len()).filter(between).min_by(|a, b| far(a).total_cmp(&far(b)));
            // Nobody is asked to shut the last door to the open air behind them.
            let is_inside = !is_outdoors && !place.rooms[from.index()].open;
            if let Some(n) = door.filter(|n| is_inside && place.doors[*n].leaf.is_some()) {
                self.handled.passed(DoorId(n as u16), self.course.steps.len());
            }
        }
        self.room = room;
    }

    /// Hazards that have begun and were not yet noted.
    fn fires(&mut self, run: &Run) {
        for (n, hazard) in self.case.scenario.hazards.iter().enumerate() {
            let is_seen = !matches!(hazard.kind, HazardKind::Smoke { .. });
            if is_seen && run.clocks().burns(n) && self.burning.insert(n) {
                self.trace.note(run.now(), What::Fire { hazard: n });
            }
        }
    }

    fn moment(&mut self, run: &Run) {
        let (body, here) = (run.body(), run.here());
        let room = self.case.place.room_at(body.at);
        let minute = step_dose(Dose::default(), here, 60.0);
        self.trace.keep(Moment {
            tick: run.now(),
            time: self.trace.time,
            at: body.at,
            jumped: std::mem::take(&mut self.jumped),
            room,
            posture: body.posture,
            node: run.phase().node(),
            dose: run.dose(),
            rate: minute.toxic.max(minute.heat),
            visibility: here.visibility(),
            layer: capped(here.layer, room, &self.case.place),
            temperature: here.air.temperature_c,
        });
    }

    /// Takes note of the events since the last time; true when the student was put elsewhere.
    fn hear(&mut self, run: &mut Run, was: &Body) -> bool {
        let mut has_moved = false;
        let mut chosen: Option<(NodeId, usize)> = None;
        for event in run.take_events() {
            match event {
                Event::Moved => has_moved = true,
                Event::Chose { node, choice, first_try, timed_out, .. } => {
                    self.chose(run, was, (node, choice), first_try, timed_out);
                    chosen = Some((node, choice));
                }
                Event::Door { door, open, own } => {
                    self.trace.note(run.now(), What::Door { door, open, by_hand: own });
                    if own {
                        self.handled.by_hand(door, open, self.course.steps.len());
                    }
                }
                Event::Cue(cue @ (Cue::Open(door) | Cue::Close(door) | Cue::Lock(door))) => {
                    let open = matches!(cue, Cue::Open(_));
                    let is_own = chosen.is_some_and(|(n, c)| self.cues(n, c).contains(&cue));
                    self.trace.note(run.now(), What::Door { door, open, by_hand: is_own });
                    if is_own && !open && self.open.contains(&door) {
                        self.handled.by_hand(door, false, self.course.steps.len());
                    }
                }
                Event::Fell(prop) | Event::Cue(Cue::Fall(prop)) => self.trace.note(run.now(), What::Fell(prop)),
                Event::Jammed(door) => self.trace.note(run.now(), What::Jammed(door)),
                Event::Hurt { by, injury } => self.trace.note(run.now(), What::Hurt { by, injury }),
                Event::Crowd(CrowdEvent::Safe { .. }) => {
                    if let Some(crowd) = &mut self.crowd {
                        crowd.last_safe = Some(self.trace.time);
                    }
                }
                Event::Ended(node) => self.trace.note(run.now(), What::Ended(node)),
                _ => {}
            }
        }
        self.jumped |= has_moved;
        has_moved
    }

    fn cues(&self, node: NodeId, choice: usize) -> &[Cue] {
        match &self.case.scenario.node(node).kind {
            NodeKind::Decide(d) => &d.choices[choice].cues,
            _ => &[],
        }
    }

    fn chose(&mut self, run: &Run, was: &Body, (node, choice): (NodeId, usize), first_try: bool, timed_out: bool) {
        let NodeKind::Decide(d) = &self.case.scenario.node(node).kind else { return };
        let grade = d.choices.get(choice).map_or(Grade::Poor, |c| c.grade);
        let step = self.course.steps.len();
        self.trace.note(run.now(), What::Choice(self.trace.choices.len()));
        self.trace.choices.push(Chosen { tick: run.now(), time: self.trace.time, at: was.at, node, choice, grade, first_try, timed_out });
        // Another answer would have shut a door that stands open.
        let shuts = |cues: &[Cue], door| cues.iter().any(|c| matches!(c, Cue::Close(d) | Cue::Lock(d) if *d == door));
        let own = &d.choices[choice].cues;
        for other in &d.choices {
            for cue in &other.cues {
                let (Cue::Close(door) | Cue::Lock(door)) = cue else { continue };
                if self.open.contains(door) && !shuts(own, *door) {
                    self.handled.could_shut(*door, step);
                }
            }
        }
    }

    fn end(&mut self, run: &Run) {
        if let (Some(crowd), None) = (&mut self.crowd, self.trace.out) {
            crowd.meet(run, self.trace.time);
        }
        self.course.stand(run);
        if self.trace.moments.is_empty() {
            self.moment(run);
        }
        self.handled.settle(&self.course);
    }
}
