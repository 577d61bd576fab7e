//! A whole ground motion out of a seed: a P train, an S train, a coda, scaled to what was asked for. Ends where furniture moves.
//!
//! Each component is a stationary Clough-Penzien sum times an envelope (Amin and Ang). P comes first, mostly vertical and of higher
//! frequency; S is horizontal with the vertical at two thirds. Velocity and displacement end at zero. Scaling is exact, since
//! filtering and carrying upstairs are linear: peaks are read once and the factor follows from the standard's own formulas.

use super::attenuation::{self, Source};
use super::floor;
use super::intensity::{self, Reading};
use super::record::Record;
use super::site::Site;
use super::spectrum::Spectrum;
use super::train::balanced;
use super::{waves, within};

/// Step of every synthesised record, s.
pub const STEP_S: f64 = 0.01;
/// Longest record, s.
pub const LONGEST_S: f64 = 300.0;
/// Longest P train, s.
pub const LONGEST_LEAD_S: f64 = 60.0;

/// Where the intensity that was asked for must be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum At {
    /// Outside the building: the usual meaning.
    #[default]
    Ground,
    /// On the floor where the student is.
    Storey,
}

/// What is wanted of a motion.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Asked {
    /// Instrumental intensity, 1 to 12.
    pub intensity: f64,
    /// Where it is read.
    pub at: At,
    /// From the first small P motion to the S wave, s.
    pub lead_s: f64,
    /// Magnitude: decides how long it shakes.
    pub magnitude: f64,
    /// Storey, from 1.
    pub storey: u32,
    /// Storeys of the building.
    pub storeys: u32,
    /// The ground's spectrum.
    pub spectrum: Spectrum,
    /// All that is random.
    pub seed: u64,
    /// Length of the record, s; by itself as long as the coda.
    pub duration_s: Option<f64>,
}

impl Default for Asked {
    fn default() -> Self {
        let spectrum = Site::Firm.spectrum();
        Self { intensity: 7.0, at: At::Ground, lead_s: 5.0, magnitude: 6.5, storey: 1, storeys: 1, spectrum, seed: 1, duration_s: None }
    }
}

/// A motion: on the ground and on the floor asked for. Its clock starts with the P wave.
#[derive(Debug, Clone, PartialEq)]
pub struct Motion {
    /// Acceleration of the ground, m/s².
    pub ground: Record,
    /// Acceleration of the floor, m/s².
    pub floor: Record,
    /// Envelope of the shaking, 0 to 1, sample by sample.
    pub window: Vec<f64>,
    /// When the S wave comes, s.
    pub s_s: f64,
    /// What an instrument on the ground reads.
    pub on_ground: Reading,
    /// What an instrument on the floor reads.
    pub on_floor: Reading,
    /// Greatest storey drift of the building.
    pub drift: f64,
}

impl Motion {
    /// A motion that reads the intensity asked for, at the place asked for. Whatever is out of range is taken at its edge.
    pub fn asked(asked: &Asked) -> Self {
        let lead = within(asked.lead_s, 0.0, LONGEST_LEAD_S);
        let (mut ground, window, below) = balanced(asked, lead);
        let mut upstairs = floor::carry(&ground, asked.storey, asked.storeys);
        let above = Reading::of_record(&upstairs.record);
        let factor = match asked.at {
            At::Ground => below.factor_for(asked.intensity),
            At::Storey => above.factor_for(asked.intensity),
        };
        ground.scale(factor);
        upstairs.record.scale(factor);
        let scaled = |reading: Reading| Reading::of_peaks(reading.pga * factor, reading.pgv * factor);
        Self {
            ground,
            floor: upstairs.record,
            window,
            s_s: lead,
            on_ground: scaled(below),
            on_floor: scaled(above),
            drift: upstairs.drift * factor,
        }
    }

    /// A record as it was taken, carried up to a storey. Nothing is scaled.
    pub fn of_record(ground: Record, storey: u32, storeys: u32) -> Self {
        let upstairs = floor::carry(&ground, storey, storeys);
        let most = ground.peak().max(1e-12);
        let [x, y, z] = &ground.axes;
        let window = x.iter().zip(y).zip(z).map(|((x, y), z)| (x * x + y * y + z * z).sqrt() / most).collect();
        let (on_ground, on_floor) = (Reading::of_record(&ground), Reading::of_record(&upstairs.record));
        Self { ground, floor: upstairs.record, window, s_s: 0.0, on_ground, on_floor, drift: upstairs.drift }
    }

    /// The reading that the attenuation relation expects of a source at a site: the median, of one horizontal component.
    pub fn expected(source: &Source, site: Site) -> Reading {
        let (pga, pgv) = attenuation::rock_peaks(source);
        let factor = site.from_rock(pga);
        Reading::of_peaks(pga * factor, pgv * factor)
    }

    /// A motion of a source: lead and duration by its distance and magnitude, intensity by [`Self::expected`]. What `asked` says of
    /// intensity, place of reading, lead, magnitude and spectrum is replaced.
    pub fn from_source(source: &Source, site: Site, asked: &Asked) -> Self {
        let depth = within(source.depth_km, attenuation::DEPTHS_KM.0, attenuation::DEPTHS_KM.1);
        let distance = within(source.distance_km, attenuation::DISTANCES_KM.0, attenuation::DISTANCES_KM.1);
        Self::asked(&Asked {
            intensity: Self::expected(source, site).intensity,
            at: At::Ground,
            lead_s: waves::s_minus_p_s(distance, depth),
            magnitude: source.magnitude,
            spectrum: site.spectrum(),
            ..*asked
        })
    }

    /// Whether door frames of the building jam (k?).
    pub fn doors_jam(&self) -> bool {
        self.drift >= floor::JAMMING_DRIFT
    }

    /// How far the ground's peak acceleration lies from the middle of its degree, as a factor.
    pub fn off_centre(&self) -> f64 {
        self.on_ground.pga / intensity::centre_pga(self.on_ground.intensity)
    }
}

#[cfg(test)]
mod tests {
    use super::super::train::spread;
    use super::*;

    fn asked(intensity: f64, seed: u64) -> Asked {
        Asked { intensity, seed, ..Asked::default() }
    }

    #[test]
    fn the_intensity_asked_for_is_the_one_an_instrument_reads() {
        for degree in [5.0, 6.0, 7.0, 8.0, 9.0, 10.0] {
            for seed in 0..20 {
                let motion = Motion::asked(&Asked { duration_s: Some(30.0), ..asked(degree, seed) });
                let read = Reading::of_record(&motion.ground).intensity;
                assert!((read - degree).abs() < 0.1, "asked {degree}, seed {seed}: {read}");
                assert!((read - motion.on_ground.intensity).abs() < 1e-6);
                assert!((0.8..1.25).contains(&motion.off_centre()), "asked {degree}, seed {seed}: {}", motion.off_centre());
            }
        }
    }

    #[test]
    fn it_can_be_asked_for_on_the_floor_too() {
        let motion = Motion::asked(&Asked { at: At::Storey, storey: 6, storeys: 6, ..asked(7.0, 4) });
        assert!((motion.on_floor.intensity - 7.0).abs() < 0.1);
        assert!(motion.on_ground.intensity < 6.9, "{}", motion.on_ground.intensity);
        assert!((Reading::of_record(&motion.floor).intensity - motion.on_floor.intensity).abs() < 1e-6);
    }

    #[test]
    fn the_ground_comes_to_rest_where_it_was() {
        let motion = Motion::asked(&asked(9.0, 11));
        let velocity = motion.ground.integrated();
        let displacement = velocity.integrated();
        for axis in 0..3 {
            assert!(velocity.axes[axis].last().unwrap().abs() < 1e-10);
            assert!(displacement.axes[axis].last().unwrap().abs() < 1e-8);
            assert!(displacement.peak_of(axis) < 3.0, "{}", displacement.peak_of(axis));
        }
    }

    #[test]
    fn the_first_wave_is_small_and_vertical_and_the_second_is_neither() {
        let (mut vertical, mut small) = (0, 0);
        for seed in 0..10 {
            let motion = Motion::asked(&Asked { lead_s: 8.0, ..asked(8.0, seed) });
            let part = |axis: usize, from: usize, to: usize| spread(&motion.ground.axes[axis][from..to]);
            vertical += u32::from(part(2, 0, 780) > 1.5 * part(0, 0, 780) && part(2, 1200, 2000) < part(0, 1200, 2000));
            small += u32::from(part(2, 0, 780) < 0.6 * part(0, 1200, 2000));
        }
        assert!(vertical >= 9 && small == 10, "{vertical} {small}");
    }

    #[test]
    fn one_seed_is_one_motion_and_another_seed_another() {
        assert_eq!(Motion::asked(&asked(7.0, 3)), Motion::asked(&asked(7.0, 3)));
        assert_ne!(Motion::asked(&asked(7.0, 3)).ground, Motion::asked(&asked(7.0, 4)).ground);
    }

    #[test]
    fn larger_earthquakes_last_longer() {
        let lasts = |magnitude| Motion::asked(&Asked { magnitude, ..asked(7.0, 1) }).ground.duration();
        assert!(lasts(5.0) < lasts(6.0) && lasts(6.0) < lasts(7.0) && lasts(8.5) <= LONGEST_S);
    }

    #[test]
    fn a_nearby_source_shakes_at_once_and_a_far_one_later_and_less() {
        let source = |distance_km| Source {
            magnitude: 6.2,
            distance_km,
            depth_km: 10.0,
            region: attenuation::Region::Tibet,
            along: attenuation::Along::Mean,
        };
        let (near, far) = (source(5.0), source(56.0));
        let (a, b) = (Motion::from_source(&near, Site::Firm, &Asked::default()), Motion::from_source(&far, Site::Firm, &Asked::default()));
        assert!(a.s_s < 2.0 && (b.s_s - 6.8).abs() < 0.1);
        assert!(a.on_ground.intensity > b.on_ground.intensity + 1.0);
        assert!((b.on_ground.intensity - Motion::expected(&far, Site::Firm).intensity).abs() < 0.1);
    }

    #[test]
    fn absurd_wishes_are_bounded() {
        let wild = Asked {
            intensity: 1e300,
            lead_s: f64::INFINITY,
            magnitude: f64::NAN,
            storey: u32::MAX,
            storeys: u32::MAX,
            duration_s: Some(1e12),
            ..Asked::default()
        };
        let motion = Motion::asked(&wild);
        assert!(motion.ground.duration() <= LONGEST_S + 1e-6);
        assert!(motion.on_ground.intensity <= 12.0 && motion.floor.peak().is_finite() && motion.drift.is_finite());
    }
}
