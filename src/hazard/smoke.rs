//! Smoke and fire by physics, in the place of a run: it steps the zone model, opens and shuts its doors as the run's stand, and says
//! what is met where. Ends at [`Here`].

use super::timeline::Clocks;
use super::{Here, items, zones};
use crate::physics::exposure::{self, Layers, air_at};
use crate::physics::zone::Model;
use crate::physics::zone::gas::{CO, CO2, HCN, O2, ZERO_C};
use crate::place::{DoorId, Place, RoomId};
use crate::scenario::{Hazard, HazardKind};

/// How a door's leaf stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Leaf {
    Open,
    Shut,
    /// Shut, with wet cloth in its gaps.
    Sealed,
}

/// How fast a hand extinguisher takes a fire down, 1/s: a bin is out in eight seconds. Over 1 MW it does nothing: see
/// [`Model::extinguish`].
const PUTTING_OUT: f64 = 0.25;

/// The air of a whole place while something burns in it.
///
/// Time passes in it only while the student acts: nobody is choked by reading slowly.
#[derive(Debug, Clone, PartialEq)]
pub struct Smoke {
    model: Model,
    names: zones::Names,
    /// By hazard: the fire it has become.
    lit: Vec<Option<usize>>,
}

impl Smoke {
    /// Still air, when a scenario has anything that burns by physics.
    pub fn of(place: &Place, hazards: &[Hazard]) -> Option<Self> {
        hazards.iter().any(|h| matches!(h.kind, HazardKind::Burn { .. })).then(|| {
            let (building, names) = zones::of(place);
            Self { model: Model::new(building), names, lit: vec![None; hazards.len()] }
        })
    }

    /// Lets `seconds` pass with the doors as they stand and the fires that have begun; those that have ended are being put out.
    pub fn step(&mut self, seconds: f64, place: &Place, hazards: &[Hazard], clocks: &Clocks, leaf: impl Fn(DoorId) -> Leaf) {
        for (n, hazard) in hazards.iter().enumerate() {
            let HazardKind::Burn { at, item, growth } = hazard.kind else { continue };
            let burns = clocks.burns(n);
            match self.lit[n] {
                None if burns => self.lit[n] = self.light(place, at, item, growth),
                Some(fire) if !burns => self.model.extinguish(fire, PUTTING_OUT, seconds),
                _ => {}
            }
        }
        for (n, vent) in self.names.vents.iter().enumerate() {
            let door = DoorId(n as u16);
            if let (Some(vent), true) = (*vent, zones::has_leaf(place, door)) {
                let part = match leaf(door) {
                    Leaf::Open => 1.0,
                    Leaf::Shut => zones::SHUT,
                    Leaf::Sealed => zones::SEALED,
                };
                self.model.open(vent, Some(part));
            }
        }
        self.model.step(seconds);
    }

    fn light(
        &mut self,
        place: &Place,
        at: [f64; 3],
        item: crate::scenario::Item,
        growth: Option<crate::scenario::Growth>,
    ) -> Option<usize> {
        let room = place.room_at(at)?;
        let zone = self.names.zone(room)?;
        let above = at[1] - place.rooms[room.index()].floor;
        Some(self.model.add_fire(items::fire(item, growth, zone, above)))
    }

    /// What a head is in, `head` metres above the floor of a room; clean air outdoors.
    pub fn here(&self, room: Option<RoomId>, head: f64) -> Here {
        let Some(zone) = room.and_then(|r| self.names.zone(r)) else { return Here::default() };
        let (air, shape) = (&self.model.rooms[zone], &self.model.building.rooms[zone]);
        // A well-stirred shaft is one layer down to its floor.
        let layer = if shape.one_zone { 0.0 } else { air.interface };
        let radiant = air.floor_flux / 1000.0;
        let [lower, upper] = [0, 1].map(|k| {
            let moles = air.moles(k);
            exposure::Air {
                o2_percent: moles[O2] * 100.0,
                co2_percent: moles[CO2] * 100.0,
                co_ppm: moles[CO] * 1e6,
                hcn_ppm: moles[HCN] * 1e6,
                temperature_c: air.t[k] - ZERO_C,
                extinction_1_m: air.extinction(k),
                radiant_kw_m2: radiant,
                ..exposure::Air::CLEAN
            }
        });
        let met = air_at(&Layers { upper, lower, layer_height_m: layer }, head);
        Here { layer, layer_k: upper.extinction_1_m, air: met, shaking: 0.0 }
    }

    /// Every fire that burns: where, and the height of its flames, m.
    pub fn flames(&self, hazards: &[Hazard]) -> Vec<([f64; 3], f64)> {
        let flame = |(n, hazard): (usize, &Hazard)| {
            let HazardKind::Burn { at, .. } = hazard.kind else { return None };
            let burning = &self.model.fires[(*self.lit.get(n)?)?];
            (burning.flame > 0.0).then_some((at, burning.flame))
        };
        hazards.iter().enumerate().filter_map(flame).collect()
    }

    /// Heat that all fires release, W.
    pub fn heat(&self) -> f64 {
        self.model.fires.iter().map(|f| f.heat).sum()
    }
}
