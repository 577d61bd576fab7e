//! An earthquake by physics, in the place of a run: the floor moves as a motion made from the run's seed says, furniture rocks and
//! topples, what hangs comes down, door frames jam. Ends where somebody is hit: [`Blow`] and [`super::blow`].

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::blow::Blow;
use super::furniture::{self, Piece};
use super::timeline::Clocks;
use crate::physics::quake::falling::{self, Loose};
use crate::physics::quake::lamp::{Lamp, Swing};
use crate::physics::quake::{G, Motion, Reading, Record, Standing, floor, rocking::Mode};
use crate::place::{DoorId, Place, PropId};
use crate::scenario::{Hazard, HazardKind, Quake};

/// The shaking of one moment is read over a second before and after it.
const READ_OVER_S: f64 = 1.0;
/// Levels are kept for every so many seconds.
const LEVEL_STEP_S: f64 = 0.1;
/// Frames differ: a door jams when the drift passes the limit within this factor either way (k?).
const FRAMES: f64 = 1.25;

/// What came of a step.
#[derive(Debug, Clone, PartialEq)]
pub enum Shaken {
    /// Something came down.
    Fell(PropId, Blow),
    /// A door's frame holds its leaf.
    Jammed(DoorId),
}

/// The floor of a whole place, and what stands on it.
///
/// Time passes in it only while the student acts; the shaking of the moment holds while they read.
#[derive(Debug, Clone, PartialEq)]
pub struct Ground {
    seed: u64,
    /// By hazard.
    quakes: Vec<Option<Playing>>,
    standing: BTreeMap<PropId, Stood>,
    hanging: BTreeMap<PropId, Hung>,
    fallen: BTreeSet<PropId>,
    jammed: BTreeSet<DoorId>,
    swing: Swing,
}

/// A quake that has begun.
#[derive(Debug, Clone, PartialEq)]
struct Playing {
    motion: Arc<Motion>,
    /// Intensity of every tenth of a second.
    levels: Arc<Vec<f64>>,
    /// When what hangs or lies leaves its place, s.
    leaves: Arc<BTreeMap<PropId, f64>>,
    /// Seconds into the motion; below 0 the warning runs.
    time: f64,
    is_over: bool,
}

/// A piece that stands, and how far it may go each way before a wall: x−, x+, z−, z+ of its own axes, m.
#[derive(Debug, Clone, PartialEq)]
struct Stood {
    body: Standing,
    room: [f64; 4],
    height: f64,
    /// sin and cos of its yaw.
    turned: (f64, f64),
}

/// A thing that hangs or lies, and since when it has been falling, in seconds of shaking.
#[derive(Debug, Clone, PartialEq)]
struct Hung {
    loose: Loose,
    since: Option<f64>,
}

impl Ground {
    /// Still ground, when a scenario has an earthquake by physics. What the author moves by cues (`moved`) is left to them.
    pub fn of(place: &Place, hazards: &[Hazard], moved: &BTreeSet<PropId>, seed: u64) -> Option<Self> {
        if !hazards.iter().any(|h| matches!(h.kind, HazardKind::Quake(_))) {
            return None;
        }
        let (mut standing, mut hanging) = (BTreeMap::new(), BTreeMap::new());
        for (n, prop) in place.props.iter().enumerate() {
            let id = PropId(n as u16);
            let above = prop.at[1] - place.stand_height(prop.at[0], prop.at[2], prop.at[1] + 0.1);
            match furniture::piece(prop, above.max(0.0)).filter(|_| !moved.contains(&id)) {
                Some(Piece::Stands(block)) if !prop.hidden && above < 0.3 => {
                    let (sin, cos) = libm::sincos(prop.yaw.to_radians());
                    let body = Standing::new(&block, G);
                    standing.insert(id, Stood { body, room: free_way(place, n), height: block.height, turned: (sin, cos) });
                }
                Some(Piece::Drops(loose)) if !prop.hidden => drop(hanging.insert(id, Hung { loose, since: None })),
                Some(Piece::Litter(loose)) if prop.hidden => drop(hanging.insert(id, Hung { loose, since: None })),
                _ => {}
            }
        }
        Some(Self {
            seed,
            quakes: vec![None; hazards.len()],
            standing,
            hanging,
            fallen: BTreeSet::new(),
            jammed: BTreeSet::new(),
            swing: Swing::default(),
        })
    }

    /// Lets `seconds` pass with the quakes that have begun.
    pub fn step(&mut self, seconds: f64, place: &Place, hazards: &[Hazard], clocks: &Clocks) -> Vec<Shaken> {
        let mut out = Vec::new();
        for (n, hazard) in hazards.iter().enumerate() {
            let HazardKind::Quake(asked) = &hazard.kind else { continue };
            let runs = clocks.burns(n);
            if runs && self.quakes[n].is_none() {
                self.begin(n, asked);
            }
            let Some(mut quake) = self.quakes[n].take() else { continue };
            quake.is_over |= !runs;
            if !quake.is_over {
                self.shake(&mut quake, seconds, place, asked, &mut out);
            }
            self.quakes[n] = Some(quake);
        }
        out
    }

    fn begin(&mut self, n: usize, asked: &Quake) {
        let motion = asked.motion(self.seed.wrapping_add(n as u64));
        let levels = Arc::new(levels(&motion.floor));
        let time = (motion.s_s - asked.warning_s()).min(0.0);
        let leaves_at = |(id, hung): (&PropId, &Hung)| {
            let at = falling::leaves_at(&hung.loose, &motion.floor, motion.drift, self.seed, u32::from(id.0))?;
            Some((*id, at))
        };
        let leaves = Arc::new(self.hanging.iter().filter_map(leaves_at).collect());
        self.quakes[n] = Some(Playing { motion: Arc::new(motion), levels, leaves, time, is_over: false });
    }

    fn shake(&mut self, quake: &mut Playing, seconds: f64, place: &Place, asked: &Quake, out: &mut Vec<Shaken>) {
        let record = &quake.motion.floor;
        let steps = (seconds / record.dt).round().max(1.0) as u32;
        for _ in 0..steps {
            let (from, to) = (record.at(quake.time), record.at(quake.time + record.dt));
            let was_before = quake.time < 0.0;
            quake.time += record.dt;
            if was_before && quake.time < 0.0 {
                continue;
            }
            for stood in self.standing.values_mut() {
                stood.advance(record.dt, from, to);
            }
            Lamp::default().advance(&mut self.swing, record.dt, [from[0], from[1]], [to[0], to[1]]);
        }
        self.topple(place, out);
        self.come_down(quake, seconds, place, out);
        for door in &asked.jams {
            let firm = within_factor(self.seed, 0xd0 + u64::from(door.0));
            if quake.level() > 5.0 && quake.motion.drift >= floor::JAMMING_DRIFT * firm && self.jammed.insert(*door) {
                out.push(Shaken::Jammed(*door));
            }
        }
        quake.is_over |= quake.time > record.duration();
    }

    fn topple(&mut self, place: &Place, out: &mut Vec<Shaken>) {
        for (id, stood) in &self.standing {
            if let (Some(fall), false) = (stood.body.fallen(), self.fallen.contains(id)) {
                let energy = stood.body.topple_energy_j(fall.axis);
                out.push(Shaken::Fell(*id, Blow::toppled(&place.props[id.index()], fall.axis, fall.way, energy)));
                self.fallen.insert(*id);
            }
        }
    }

    fn come_down(&mut self, quake: &Playing, seconds: f64, place: &Place, out: &mut Vec<Shaken>) {
        for (id, hung) in &mut self.hanging {
            match &mut hung.since {
                Some(since) => *since += seconds,
                None if quake.leaves.get(id).is_some_and(|at| *at <= quake.time) => hung.since = Some(0.0),
                None => {}
            }
            let has_landed = hung.since.is_some_and(|since| since >= falling::fall_s(hung.loose.height, G));
            if has_landed && self.fallen.insert(*id) {
                out.push(Shaken::Fell(*id, Blow::dropped(&place.props[id.index()], &hung.loose)));
            }
        }
    }

    /// Intensity of the shaking now, degrees.
    pub fn shaking(&self) -> f64 {
        self.playing().map(Playing::level).fold(0.0, f64::max)
    }

    fn playing(&self) -> impl Iterator<Item = &Playing> {
        self.quakes.iter().flatten().filter(|q| !q.is_over)
    }

    /// Acceleration of the floor `ahead` seconds from now: east, up, south, m/s².
    pub fn acceleration(&self, ahead: f64) -> [f64; 3] {
        let mut sum = [0.0; 3];
        for quake in self.playing().filter(|q| q.time + ahead >= 0.0) {
            let [x, z, up] = quake.motion.floor.at(quake.time + ahead);
            sum = [sum[0] + x, sum[1] + up, sum[2] + z];
        }
        sum
    }

    /// How a piece of furniture stands: tilt over its width and over its depth, rad, and how far it has slid along them, m.
    pub fn pose(&self, prop: PropId) -> Option<([f64; 2], [f64; 2])> {
        let [x, y] = &self.standing.get(&prop)?.body.poses;
        Some(([x.theta, y.theta], [x.slip, y.slip]))
    }

    /// Seconds for which a thing has been falling.
    pub fn falling(&self, prop: PropId) -> Option<f64> {
        self.hanging.get(&prop)?.since
    }

    /// Angles of a lamp on 0.6 m of cord, along x and z, rad.
    pub fn lamp(&self) -> [f64; 2] {
        self.swing.angle
    }

    /// Everything that it may move.
    pub fn pieces(&self) -> impl Iterator<Item = PropId> {
        self.standing.keys().chain(self.hanging.keys()).copied()
    }

    /// What has come down.
    pub fn fallen(&self) -> &BTreeSet<PropId> {
        &self.fallen
    }

    /// Doors that their frames hold.
    pub fn jammed(&self) -> &BTreeSet<DoorId> {
        &self.jammed
    }

    /// The motions that have begun: by hazard, with the seconds into each.
    pub fn motions(&self) -> impl Iterator<Item = (usize, &Motion, f64)> {
        self.quakes.iter().enumerate().filter_map(|(n, q)| q.as_ref().map(|q| (n, &*q.motion, q.time)))
    }
}

impl Playing {
    fn level(&self) -> f64 {
        if self.time < 0.0 {
            return 0.0;
        }
        self.levels.get((self.time / LEVEL_STEP_S) as usize).copied().unwrap_or(0.0)
    }
}

impl Stood {
    /// The floor's acceleration (east, south, up) taken along its own axes; a wall behind it stops it.
    fn advance(&mut self, seconds: f64, from: [f64; 3], to: [f64; 3]) {
        let (sin, cos) = self.turned;
        let own = |[x, z, up]: [f64; 3]| [x * cos - z * sin, x * sin + z * cos, up];
        self.body.advance(seconds, own(from), own(to));
        for axis in 0..2 {
            let (back, ahead) = (self.room[2 * axis], self.room[2 * axis + 1]);
            let pose = &mut self.body.poses[axis];
            // Its top meets the wall, and stays there.
            if let Some(edge) = beyond(pose.theta, back / self.height, ahead / self.height) {
                (pose.theta, pose.omega) = (edge, 0.0);
                if edge == 0.0 {
                    pose.mode = Mode::Rest;
                }
            }
            if let Some(edge) = beyond(pose.slip, back, ahead) {
                (pose.slip, pose.speed) = (edge, 0.0);
            }
        }
    }
}

/// The bound that a value has passed.
fn beyond(value: f64, back: f64, ahead: f64) -> Option<f64> {
    if value > ahead {
        Some(ahead)
    } else if value < -back {
        Some(-back)
    } else {
        None
    }
}

/// How far a prop may go along its own x and z axes, backwards and forwards, before the walls of its room, m.
fn free_way(place: &Place, prop: usize) -> [f64; 4] {
    let prop = &place.props[prop];
    let Some(room) = place.room_at([prop.at[0], prop.at[1] + 0.1, prop.at[2]]) else { return [f64::INFINITY; 4] };
    let room = &place.rooms[room.index()];
    let (sin, cos) = libm::sincos(prop.yaw.to_radians());
    let half = [prop.kind.size[0] / 2.0, prop.kind.size[2] / 2.0];
    // Its own x points to (cos, -sin), its own z to (sin, cos).
    let to_wall = |(dx, dz): (f64, f64)| {
        let along = |d: f64, at: f64, min: f64, max: f64| match d {
            d if d > 0.5 => max - at,
            d if d < -0.5 => at - min,
            _ => f64::INFINITY,
        };
        along(dx, prop.at[0], room.min.0, room.max.0).min(along(dz, prop.at[2], room.min.1, room.max.1))
    };
    let ways = [(-cos, sin), (cos, -sin), (-sin, -cos), (sin, cos)];
    let mut free = [0.0; 4];
    for (n, way) in ways.into_iter().enumerate() {
        free[n] = (to_wall(way) - half[n / 2]).max(0.0);
        // A wall that is not right behind it does not keep it from falling.
        if free[n] > 0.5 * prop.kind.size[1] {
            free[n] = f64::INFINITY;
        }
    }
    free
}

fn within_factor(seed: u64, piece: u64) -> f64 {
    let unit = crate::physics::quake::noise::Noise::new(seed, piece).unit();
    libm::pow(FRAMES, 2.0 * unit - 1.0)
}

/// Intensity read over a short while around every tenth of a second.
fn levels(record: &Record) -> Vec<f64> {
    let speed = record.integrated();
    let horizontal = |r: &Record, n: usize| (r.axes[0][n].powi(2) + r.axes[1][n].powi(2)).sqrt();
    let reach = (READ_OVER_S / record.dt) as usize;
    let count = (record.duration() / LEVEL_STEP_S) as usize + 1;
    (0..count)
        .map(|k| {
            let mid = (k as f64 * LEVEL_STEP_S / record.dt) as usize;
            let span = mid.saturating_sub(reach)..(mid + reach + 1).min(record.len());
            let peak = |r: &Record| span.clone().map(|n| horizontal(r, n)).fold(0.0, f64::max);
            Reading::of_peaks(peak(record), peak(&speed)).intensity.clamp(0.0, 12.0)
        })
        .collect()
}
