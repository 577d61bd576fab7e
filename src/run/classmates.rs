//! The others in the building during a run: put there from the seed, stepped while the student acts, hearing and breathing what the run's
//! rooms hold and opening the run's doors. How they decide and walk is `crate::crowd`'s.

use std::cell::OnceCell;
use std::sync::Arc;

use super::chance::Chance;
use super::engine::Run;
use super::event::Event;
use crate::crowd::{AreaKind, Block, Building, Crowd, CrowdEvent, Passage, PersonSpec, Reaction, State, StudentBody, Surroundings, beds};
use crate::hazard::{Dose, FAR, Here, step_dose};
use crate::place::{AnchorId, Place, PropId};
use crate::scenario::{ActorId, Measure, Scenario};

/// A call lasts so many steps of 0.1 s.
const CALL: u32 = 50;
/// How much the times to set off differ: standard deviation of the logarithm, as in Forssberg et al. 2019.
const SPREAD: f64 = 0.6;
/// Nobody of the crowd is put nearer than this to the student or the cast, m, while there is other floor.
const CLEAR: f64 = 0.7;
/// The crowd's draws are a stream of their own, so that a drill with one draws the same variants as without.
const STREAM: u64 = 0x63_726f_7764;

/// The crowd of a run. A clone is a checkpoint: it goes on exactly as the original does.
#[derive(Debug, Clone)]
pub struct Classmates {
    crowd: Crowd,
    building: Building,
    /// By person.
    looks: Arc<[String]>,
    beds: Arc<[Option<PropId>]>,
    /// Where each of the cast stands; whoever walks is taken to be there already.
    cast: Vec<Option<[f64; 3]>>,
    /// Steps for which the student still calls.
    calls: u32,
}

impl Classmates {
    /// The crowd of a drill, if it has one, as a seed puts it into the place.
    pub(super) fn of(s: &Scenario, place: &Place, seed: u64) -> Option<Self> {
        let spec = s.crowd.as_ref()?;
        let goal = spec.goal.and_then(|a| place.anchors.get(a.index())).map(|a| a.at);
        let building = Building::of(place, goal).ok()?;
        let mut chance = Chance::new(seed ^ STREAM);
        let (mut people, mut looks, mut lie) = (Vec::new(), Vec::new(), Vec::new());
        let stand = [Some(s.at)].into_iter().chain(s.cast.iter().map(|c| c.at)).flatten();
        let taken: Vec<[f64; 3]> = stand.filter_map(|a| place.anchors.get(a.index())).map(|a| a.at).collect();
        let mut rooms: Vec<(crate::place::RoomId, Vec<[f64; 3]>, Vec<PropId>)> = Vec::new();
        for group in &spec.groups {
            let at = rooms.iter().position(|r| r.0 == group.room).unwrap_or_else(|| {
                let mut spots = building.spots(group.room);
                let clear = |p: &[f64; 3]| taken.iter().all(|t| (t[1] - p[1]).abs() > 1.0 || libm::hypot(t[0] - p[0], t[2] - p[2]) > CLEAR);
                let many: usize = spec.groups.iter().filter(|g| g.room == group.room).map(|g| g.count).sum();
                if spots.iter().filter(|p| clear(p)).count() >= many {
                    spots.retain(clear);
                }
                rooms.push((group.room, spots, beds(place, group.room).collect()));
                rooms.len() - 1
            });
            let (_, spots, beds) = &mut rooms[at];
            for _ in 0..group.count {
                if spots.is_empty() {
                    break;
                }
                let bed = (group.asleep && !beds.is_empty()).then(|| beds.swap_remove(chance.below(beds.len())));
                // A sleeper gets up beside the bed.
                let at = bed.map_or_else(|| chance.below(spots.len()), |bed| nearest(spots, place.props[bed.index()].at));
                let usual = PersonSpec::awake(spots.swap_remove(at));
                people.push(PersonSpec {
                    asleep: group.asleep,
                    reaction: Reaction { median: group.delay, sigma: SPREAD },
                    follows: group.follows,
                    helps: group.helps,
                    ..usual
                });
                looks.push(group.looks[chance.below(group.looks.len())].clone());
                lie.push(bed);
            }
        }
        let mut crowd = building.crowd(&people, seed).ok()?;
        let spot = |a: AnchorId| place.anchors.get(a.index()).map(|a| a.at);
        let cast: Vec<_> = s.cast.iter().map(|c| c.at.and_then(spot)).collect();
        crowd.meet(cast.iter().copied().flatten());
        Some(Self { cast, crowd, building, looks: looks.into(), beds: lie.into(), calls: 0 })
    }

    /// The people: where they are, a step ago and now, where they look and what they do. An index stands for the same person all along.
    pub fn crowd(&self) -> &Crowd {
        &self.crowd
    }

    /// The place as they know it.
    pub fn building(&self) -> &Building {
        &self.building
    }

    /// Figure and dress of a person, one of the looks that a cast may have.
    pub fn look(&self, person: usize) -> &str {
        &self.looks[person]
    }

    /// The bed that a person sleeps in at first; their `at` is the free floor beside it. `None` = they sleep on the floor, or do not sleep.
    pub fn bed(&self, person: usize) -> Option<PropId> {
        self.beds[person]
    }

    /// Whether the student is calling.
    pub fn is_called(&self) -> bool {
        self.calls > 0
    }

    /// How many are safe, not yet, and down; other measures are none of the crowd's.
    pub(super) fn count(&self, measure: Measure) -> f64 {
        let [safe, down] = [State::Safe, State::Collapsed].map(|s| self.crowd.count(s));
        let found = match measure {
            Measure::Saved => safe,
            Measure::Fallen => down,
            _ => self.crowd.people().len() - safe - down,
        };
        found as f64
    }

    /// Something solid stands or lies elsewhere from now on; see [`Crowd::rearrange`].
    pub(super) fn rearrange(&mut self, gone: Option<Block>, come: Option<Block>) {
        self.crowd.rearrange(gone, come);
    }

    /// One of the cast is at a spot from now on, or gone.
    pub(super) fn cast(&mut self, who: ActorId, at: Option<[f64; 3]>) {
        self.cast[who.index()] = at;
        self.crowd.meet(self.cast.iter().copied().flatten());
    }

    /// The student calls from now on for five seconds.
    pub(super) fn call(&mut self) {
        self.calls = CALL;
    }
}

/// The spot nearest to a position.
fn nearest(spots: &[[f64; 3]], to: [f64; 3]) -> usize {
    let far = |p: &[f64; 3]| libm::hypot(p[0] - to[0], p[2] - to[2]);
    (0..spots.len()).min_by(|a, b| far(&spots[*a]).total_cmp(&far(&spots[*b]))).unwrap_or(0)
}

impl Run {
    /// A tenth of a second of the crowd, once its node has been entered.
    pub(super) fn step_crowd(&mut self) {
        let from = self.scenario().crowd.as_ref().and_then(|c| c.from);
        if from.is_some_and(|node| !self.seen.contains(&node)) {
            return;
        }
        let Some(mut mates) = self.crowd.take() else { return };
        let student = StudentBody { at: self.body.at, radius: super::body::RADIUS, calls: mates.calls > 0 };
        let world = World::of(self, &mates.building);
        let events = mates.crowd.step(&world, Some(student));
        mates.calls = mates.calls.saturating_sub(1);
        for event in events {
            if let CrowdEvent::Opened { opening, .. } = event
                && let Some(door) = mates.building.door(opening)
                && !self.locked.contains(&door)
                && self.open.insert(door)
            {
                self.emit(Event::Door { door, open: true, own: false });
            }
            self.emit(Event::Crowd(event));
        }
        self.crowd = Some(mates);
    }
}

/// What a head meets in an area.
#[derive(Debug, Clone, Copy)]
struct Met {
    visibility: f64,
    /// Dose a second.
    rate: f64,
    here: Here,
}

/// The run as its crowd meets it. The air of an area is worked out once a step for each height of a head, and only where somebody is.
struct World<'a> {
    run: &'a Run,
    building: &'a Building,
    met: Vec<[OnceCell<Met>; 2]>,
}

/// Between the heads of those who stand and of those who stoop, m.
const STOOPED: f64 = 1.35;

impl<'a> World<'a> {
    fn of(run: &'a Run, building: &'a Building) -> Self {
        Self { run, building, met: building.plan().areas.iter().map(|_| Default::default()).collect() }
    }

    fn met(&self, area: usize, height: f64) -> &Met {
        self.met[area][usize::from(height < STOOPED)].get_or_init(|| {
            let (plan, room) = (&self.building.plan().areas[area], self.building.room(area));
            // A landing lies above the floor of its stairwell, and a flight on the whole half its rise higher.
            let rise = if let AreaKind::Stair { rise, .. } = plan.kind { rise / 2.0 } else { 0.0 };
            let above = plan.floor + rise - self.run.case().place.rooms[room.index()].floor;
            let here = self.run.here_in(Some(room), above + height);
            let dose = step_dose(Dose::default(), &here, 1.0);
            // Whichever is the sooner brings down.
            Met { visibility: here.visibility().min(FAR), rate: dose.toxic.max(dose.heat), here }
        })
    }
}

impl Surroundings for World<'_> {
    fn visibility(&self, area: usize, height: f64) -> f64 {
        self.met(area, height).visibility
    }

    fn fed_rate(&self, area: usize, height: f64) -> f64 {
        self.met(area, height).rate
    }

    fn passage(&self, opening: usize) -> Passage {
        let Some(door) = self.building.door(opening) else { return Passage::Open };
        if self.run.locked.contains(&door) {
            Passage::Blocked
        } else if self.run.open.contains(&door) || self.run.case().place.doors[door.index()].leaf.is_none() {
            Passage::Open
        } else {
            Passage::Shut
        }
    }

    fn alarm(&self, _: usize) -> bool {
        true
    }

    fn walking_factor(&self, area: usize, height: f64, free: f64) -> f64 {
        self.met(area, height).here.walking_speed(free) / free
    }
}
