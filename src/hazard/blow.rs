//! A thing that comes down, and what it does to whoever is there. Design rules (k?), for play only. Ends where the run counts.

use super::furniture;
use crate::physics::quake::G;
use crate::physics::quake::falling::{self, Loose};
use crate::physics::quake::injury::{Injury, Part, Shelter, TOPPLE_SHARE, injury};
use crate::place::{Place, Prop, PropId};

/// Beside the thing's own footprint, m: a head's radius and some scatter.
const AROUND: f64 = 0.2;
/// Under the edge of a desk counts as under it, m: nobody's back fits wholly.
const UNDER: f64 = 0.45;
/// From a desk's top to the highest head that is under it, m.
const KNEES: f64 = 0.1;

/// Where something came down, and with what energy.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Blow {
    /// Middle of the spot, x, y of the floor there, z.
    at: [f64; 3],
    /// Half its sizes along its own axes, m.
    half: [f64; 2],
    /// sin and cos of its yaw.
    turned: (f64, f64),
    /// J on the floor; for what drops, J per metre of fall.
    energy: f64,
    /// It came from so high, m; `None` = it toppled.
    from: Option<f64>,
    /// What toppled lies so high, m.
    thickness: Option<f64>,
}

/// Where a toppled piece lies. It keeps its yaw.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lying {
    /// Middle, x and z.
    pub centre: (f64, f64),
    /// Half sizes along its own axes, m.
    pub half: (f64, f64),
    /// Underside and top.
    pub y: (f64, f64),
}

impl Blow {
    /// A piece of furniture over its width (axis 0) or depth (1), one way or the other.
    pub fn toppled(prop: &Prop, axis: usize, way: f64, energy_j: f64) -> Self {
        let [width, height, depth] = prop.kind.size;
        let turned @ (sin, cos) = libm::sincos(prop.yaw.to_radians());
        let base = if axis == 0 { width } else { depth };
        let reach = way.signum() * 0.5 * (base + height);
        let [dx, dz] = if axis == 0 { [reach * cos, -reach * sin] } else { [reach * sin, reach * cos] };
        let half = if axis == 0 { [0.5 * height, 0.5 * depth] } else { [0.5 * width, 0.5 * height] };
        let at = [prop.at[0] + dx, prop.at[1], prop.at[2] + dz];
        Self { at, half, turned, energy: TOPPLE_SHARE * energy_j, from: None, thickness: Some(base) }
    }

    /// Something that fell from where it hung or lay.
    pub fn dropped(prop: &Prop, loose: &Loose) -> Self {
        let half = [0.5 * prop.kind.size[0] + AROUND, 0.5 * prop.kind.size[2] + AROUND];
        let at = [prop.at[0], if prop.hidden { prop.at[1] } else { prop.at[1] - loose.height }, prop.at[2]];
        Self {
            at,
            half,
            turned: libm::sincos(prop.yaw.to_radians()),
            energy: falling::energy_j(loose.mass, 1.0, G),
            from: Some(loose.height),
            thickness: None,
        }
    }

    /// Something that the author lets fall onto the floor below it: it strikes nobody.
    pub fn written(prop: &Prop, floor: f64) -> Self {
        let half = [0.5 * prop.kind.size[0] + AROUND, 0.5 * prop.kind.size[2] + AROUND];
        let at = [prop.at[0], floor, prop.at[2]];
        Self { at, half, turned: libm::sincos(prop.yaw.to_radians()), energy: 0.0, from: None, thickness: None }
    }

    /// Height of the floor it lies on, m.
    pub fn floor(&self) -> f64 {
        self.at[1]
    }

    /// The box that a toppled piece now fills.
    pub fn lies(&self) -> Option<Lying> {
        let height = self.thickness?;
        Some(Lying { centre: (self.at[0], self.at[2]), half: (self.half[0], self.half[1]), y: (self.at[1], self.at[1] + height) })
    }

    /// Corners of what lies there now, in order, to its own size: x and z.
    pub fn outline(&self) -> [(f64, f64); 4] {
        let around = if self.thickness.is_some() { 0.0 } else { AROUND };
        let (sin, cos) = self.turned;
        [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)].map(|(u, v)| {
            let (x, z) = (u * (self.half[0] - around), v * (self.half[1] - around));
            (self.at[0] + x * cos + z * sin, self.at[2] - x * sin + z * cos)
        })
    }

    /// How far a spot on the same floor is from what lies there, m; 0 = under it. `None` = on another floor.
    pub fn missed_by(&self, at: [f64; 3]) -> Option<f64> {
        let around = if self.thickness.is_some() { 0.0 } else { AROUND };
        let [x, z] = self.own(at);
        let beside = |v: f64, half: f64| (v.abs() - half + around).max(0.0);
        ((at[1] - self.at[1]).abs() < 1.5).then(|| libm::hypot(beside(x, self.half[0]), beside(z, self.half[1])))
    }

    /// A spot in its own axes, m.
    fn own(&self, at: [f64; 3]) -> [f64; 2] {
        let (dx, dz) = (at[0] - self.at[0], at[2] - self.at[2]);
        let (sin, cos) = self.turned;
        [dx * cos - dz * sin, dx * sin + dz * cos]
    }

    /// What it does to somebody standing at `at` with the head `head` metres above the floor.
    pub fn hurts(&self, place: &Place, at: [f64; 3], head: f64, is_low: bool) -> Injury {
        let own = self.own(at);
        if own[0].abs() > self.half[0] || own[1].abs() > self.half[1] || (at[1] - self.at[1]).abs() > 1.5 {
            return Injury::None;
        }
        let energy = self.from.map_or(self.energy, |height| self.energy * (height - head).max(0.0));
        // Whoever has gone low holds their arms over the head.
        let shelter = match is_low {
            true if shelter(place, at, head).is_some() => Shelter::UnderDesk,
            true => Shelter::HeadCovered,
            false => Shelter::Open,
        };
        injury(energy, shelter, Part::Head)
    }
}

/// What bears a blow above a head at a spot, if anything does.
pub fn shelter(place: &Place, at: [f64; 3], head: f64) -> Option<PropId> {
    let covers = |prop: &Prop| {
        let (dx, dz) = (at[0] - prop.at[0], at[2] - prop.at[2]);
        let (sin, cos) = libm::sincos(prop.yaw.to_radians());
        let own = [dx * cos - dz * sin, dx * sin + dz * cos];
        let is_over = own[0].abs() <= 0.5 * prop.kind.size[0] + UNDER && own[1].abs() <= 0.5 * prop.kind.size[2] + UNDER;
        is_over && at[1] + head <= prop.at[1] + prop.kind.size[1] + KNEES + 0.3 && (at[1] - prop.at[1]).abs() < 0.5
    };
    let found = place.props.iter().position(|p| furniture::shelters(p.kind) && !p.hidden && covers(p))?;
    Some(PropId(found as u16))
}
