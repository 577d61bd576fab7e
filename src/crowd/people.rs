//! Everyone in the building, and one step of them all. Ends where the caller moves doors, smoke and the student.

use std::sync::Arc;

use super::body::Dot;
use super::chance::Chance;
use super::check::PlanError;
use super::event::CrowdEvent;
use super::gate::Gate;
use super::nav::Nav;
use super::person::{Person, PersonSpec, State};
use super::plan::{Floorplan, Rect};
use super::route::{Field, Fields};
use super::surroundings::{Air, StudentBody, Surroundings};

/// A crowd steps once in so many ticks of 1/60 s.
pub const TICKS_PER_STEP: u32 = 6;
/// Length of a step, s.
pub const SECONDS_PER_STEP: f64 = 0.1;
/// More people than a drill holds.
const MOST_PEOPLE: usize = 2000;

/// The people of a building. A clone is a checkpoint: it goes on exactly as the original does.
#[derive(Debug, Clone)]
pub struct Crowd {
    pub(super) nav: Arc<Nav>,
    /// Where safety is.
    pub(super) goals: Arc<[(usize, Rect)]>,
    /// Whether people gather on a goal, or are safe as soon as they are outside.
    pub(super) gathers: bool,
    /// Spots not taken on each goal, the next one last; empty before the first arrival.
    pub(super) slots: Vec<Vec<[f64; 2]>>,
    pub(super) people: Vec<Person>,
    pub(super) gates: Vec<Gate>,
    pub(super) fields: Fields,
    /// The way to the student: their area, closed openings, seconds.
    pub(super) to_student: Option<(usize, Vec<usize>, Arc<Field>)>,
    pub(super) student: Option<(usize, StudentBody)>,
    /// Who stands there and is none of them.
    pub(super) others: Vec<Dot>,
    pub(super) steps: u32,
    pub(super) air: Vec<Option<Air>>,
    // Room to work in, kept from step to step.
    pub(super) asking: Vec<(usize, u32, usize)>,
    pub(super) dots: Vec<Dot>,
    pub(super) wanted: Vec<[f64; 2]>,
}

impl Crowd {
    /// People in a building. The seed decides how fast they walk, how long they take, who follows and who helps.
    ///
    /// Someone put into a wall, a wardrobe or a closed corner is moved to the nearest spot from which there is a way.
    pub fn new(plan: Floorplan, people: &[PersonSpec], seed: u64) -> Result<Self, PlanError> {
        Self::within(Arc::new(Nav::new(plan)?), people, seed)
    }

    /// The same, in a plan that is ready.
    pub(super) fn within(nav: Arc<Nav>, people: &[PersonSpec], seed: u64) -> Result<Self, PlanError> {
        if people.len() > MOST_PEOPLE {
            return Err(PlanError::new("people", format!("at most {MOST_PEOPLE} people")));
        }
        let outside = (0..nav.plan.areas.len()).filter(|n| nav.is_outside(*n)).map(|n| (n, nav.ground[n]));
        let gathers = !nav.plan.goals.is_empty();
        let goals: Vec<_> = if gathers { nav.plan.goals.iter().map(|g| (g.area, g.rect)).collect() } else { outside.collect() };
        if goals.is_empty() {
            return Err(PlanError::new("goals", "give ground to gather on, or an area outside"));
        }
        let mut chance = Chance::new(seed);
        let mut all = Vec::with_capacity(people.len());
        for (n, spec) in people.iter().enumerate() {
            spec.check(n)?;
            let area =
                nav.area_at(spec.at).ok_or_else(|| PlanError::new(format!("people[{n}].at"), "put them onto the floor of an area"))?;
            let spot = nav.settle(area, [spec.at[0], spec.at[2]]);
            let at = [spot[0], nav.area(area).height_at(spot), spot[1]];
            all.push(Person::new(spec, area, at, nav.is_outside(area), &mut chance));
        }
        Ok(Self {
            slots: vec![Vec::new(); goals.len()],
            goals: goals.into(),
            gathers,
            people: all,
            gates: vec![Gate::new(); nav.portals.len()],
            fields: Fields::default(),
            to_student: None,
            student: None,
            others: Vec::new(),
            steps: 0,
            air: vec![None; nav.plan.areas.len()],
            asking: Vec::new(),
            dots: Vec::new(),
            wanted: Vec::new(),
            nav,
        })
    }

    /// A tenth of a second: call it every [`TICKS_PER_STEP`] ticks. Hear and breathe, decide, queue, walk.
    pub fn step(&mut self, world: &impl Surroundings, student: Option<StudentBody>) -> Vec<CrowdEvent> {
        let mut events = Vec::new();
        self.steps = self.steps.wrapping_add(1);
        self.air.fill(None);
        self.student = student.filter(|s| s.at.iter().all(|v| v.abs() < 1e4)).and_then(|s| {
            let radius = if s.radius.is_finite() { s.radius.clamp(0.0, 0.5) } else { 0.2 };
            Some((self.nav.area_at(s.at)?, StudentBody { radius, ..s }))
        });
        for n in 0..self.people.len() {
            self.people[n].before = self.people[n].at;
            self.live(world, n, &mut events);
        }
        self.give_leave(world, &mut events);
        self.walk(world, &mut events);
        events
    }

    /// Everyone, in the order they were given.
    pub fn people(&self) -> &[Person] {
        &self.people
    }

    /// The plan they walk in.
    pub fn plan(&self) -> &Floorplan {
        &self.nav.plan
    }

    /// How many have passed an opening so far, either way.
    pub fn passed(&self, opening: usize) -> u32 {
        self.gates.get(opening).map_or(0, |g| g.passed)
    }

    /// How many are in a state.
    pub fn count(&self, state: State) -> usize {
        self.people.iter().filter(|p| p.state == state).count()
    }

    /// Positions in whole millimetres, in order: what replays compare.
    pub fn millimetres(&self) -> impl Iterator<Item = [i32; 3]> + '_ {
        self.people.iter().map(Person::millimetres)
    }

    /// FNV-1a over positions, states and doses: one number for a checkpoint.
    pub fn digest(&self) -> u64 {
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        let mut eat = |bytes: &[u8]| {
            for b in bytes {
                hash = (hash ^ u64::from(*b)).wrapping_mul(0x0100_0000_01b3);
            }
        };
        for p in &self.people {
            p.millimetres().iter().for_each(|v| eat(&v.to_le_bytes()));
            eat(&[p.state as u8]);
            eat(&p.dose.to_bits().to_le_bytes());
        }
        hash
    }

    /// The air of an area, asked for once a step.
    pub(super) fn air(&mut self, world: &impl Surroundings, area: usize) -> Air {
        *self.air[area].get_or_insert_with(|| Air::of(world, area))
    }
}
