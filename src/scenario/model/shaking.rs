//! An earthquake by physics as an author asks for it: how strong or how far, with how much warning, on which storey. The motion it
//! stands for is made by `physics::quake`; what it does in the place is in `hazard::ground`.

use super::DoorId;
use crate::physics::quake::attenuation::{Along, Region, Source};
use crate::physics::quake::{Asked, Motion, Site, waves};

/// How large an earthquake is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Size {
    /// Instrumental intensity outside the building, degrees (GB/T 17742-2020).
    Intensity(f64),
    /// A source: what arrives follows from a published attenuation relation.
    Source {
        /// Surface-wave magnitude.
        magnitude: f64,
        /// From the epicentre, km.
        distance_km: f64,
        /// Depth of the source, km.
        depth_km: f64,
    },
}

impl Default for Size {
    fn default() -> Self {
        Self::Intensity(7.0)
    }
}

/// An earthquake.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Quake {
    /// How large.
    pub size: Size,
    /// Seconds from its beginning to the strong shaking; by itself what P waves or a network's warning leave.
    pub warning: Option<f64>,
    /// Storey of the student, from 1.
    pub storey: u32,
    /// Storeys of the building.
    pub storeys: u32,
    /// What the building stands on.
    pub site: Site,
    /// Length of the motion, s; by itself as magnitude makes it.
    pub seconds: Option<f64>,
    /// Doors whose frames may jam.
    pub jams: Vec<DoorId>,
}

/// From the first small motion to the strong one where an author asks for an intensity alone, s.
const LEAD_S: f64 = 3.0;

impl Quake {
    /// Seconds from its beginning to the strong shaking.
    pub fn warning_s(&self) -> f64 {
        self.warning.unwrap_or_else(|| match self.size {
            Size::Intensity(_) => LEAD_S,
            Size::Source { distance_km, depth_km, .. } => {
                waves::warning_lead_s(distance_km, depth_km).max(waves::s_minus_p_s(distance_km, depth_km))
            }
        })
    }

    /// The motion of a seed.
    pub fn motion(&self, seed: u64) -> Motion {
        let (storey, storeys) = (self.storey, self.storeys);
        let lead_s = LEAD_S.min(self.warning_s());
        let plain = Asked { seed, storey, storeys, lead_s, spectrum: self.site.spectrum(), duration_s: self.seconds, ..Asked::default() };
        match self.size {
            Size::Intensity(intensity) => Motion::asked(&Asked { intensity, ..plain }),
            Size::Source { magnitude, distance_km, depth_km } => Motion::from_source(
                &Source { magnitude, distance_km, depth_km, region: Region::default(), along: Along::default() },
                self.site,
                &plain,
            ),
        }
    }
}

/// The words for a site.
pub const SITES: &[(&str, Site)] = &[("Rock", Site::Rock), ("Firm", Site::Firm), ("Medium", Site::Medium), ("Soft", Site::Soft)];
