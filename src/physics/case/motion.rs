//! A case of one ground motion: asked for by intensity, made of a source, or given to be read. `docs/hazard-cases-quake.md` documents
//! the fields.

use super::{CaseError, Expect, Table};
use crate::physics::quake::attenuation::{self, Along, Region, Source};
use crate::physics::quake::filter::BandPass;
use crate::physics::quake::intensity::{BAND_HZ, by_acceleration, by_velocity};
use crate::physics::quake::motion::{At, LONGEST_LEAD_S, LONGEST_S, STEP_S};
use crate::physics::quake::{Asked, Motion, Reading, Record, Site, Spectrum, floor, lamp::Lamp, waves};

/// Largest acceleration that a case may give, m/s².
const WILDEST: f64 = 1000.0;

/// A source as a case gives it.
#[derive(Debug, Clone, Copy, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct From {
    /// Surface-wave magnitude.
    pub magnitude: f64,
    /// Epicentral distance, km.
    pub distance_km: f64,
    /// Focal depth, km.
    #[serde(default = "depth")]
    pub depth_km: f64,
    /// Region of the attenuation relation.
    #[serde(default)]
    pub region: Region,
    /// Along the fault, across it, or unknown.
    #[serde(default)]
    pub along: Along,
}

/// A record that is given, m/s².
#[derive(Debug, Clone, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Given {
    /// Step, s.
    pub dt: f64,
    /// East.
    pub x: Vec<f64>,
    /// North; nothing if not given.
    #[serde(default)]
    pub y: Vec<f64>,
    /// Up; nothing if not given.
    #[serde(default)]
    pub z: Vec<f64>,
}

/// Peaks that are given.
#[derive(Debug, Clone, Copy, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Peaks {
    /// m/s².
    pub pga: f64,
    /// m/s.
    pub pgv: f64,
}

fn depth() -> f64 {
    waves::DEPTH_KM
}
fn magnitude() -> f64 {
    6.5
}
fn lead() -> f64 {
    5.0
}
fn one() -> u32 {
    1
}
fn seed() -> u64 {
    1
}
fn row() -> f64 {
    STEP_S
}

/// One motion. Exactly one of `intensity`, `source`, `record` and `peaks` says where it comes from.
#[derive(Debug, Clone, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MotionCase {
    /// A line about it.
    #[serde(default)]
    pub about: String,
    /// Instrumental intensity that is asked for.
    #[serde(default)]
    pub intensity: Option<f64>,
    /// Where that is read.
    #[serde(default)]
    pub at: At,
    /// Magnitude behind an intensity asked for: decides the duration.
    #[serde(default = "magnitude")]
    pub magnitude: f64,
    /// From P to S with an intensity asked for, s.
    #[serde(default = "lead")]
    pub lead_s: f64,
    /// Made of a source instead.
    #[serde(default)]
    pub source: Option<From>,
    /// A record to be read instead.
    #[serde(default)]
    pub record: Option<Given>,
    /// Two peaks to be read instead; there are no rows then.
    #[serde(default)]
    pub peaks: Option<Peaks>,
    /// Ground.
    #[serde(default)]
    pub site: Site,
    /// Spectrum instead of the site's.
    #[serde(default)]
    pub spectrum: Option<Spectrum>,
    /// Storey, from 1.
    #[serde(default = "one")]
    pub storey: u32,
    /// Storeys of the building.
    #[serde(default = "one")]
    pub storeys: u32,
    /// Seed.
    #[serde(default = "seed")]
    pub seed: u64,
    /// Length, s; by itself as long as the coda.
    #[serde(default)]
    pub duration: Option<f64>,
    /// Between rows, s.
    #[serde(default = "row")]
    pub output_every: f64,
    /// Known answers.
    #[serde(default)]
    pub expect: Vec<Expect>,
}

impl MotionCase {
    fn source(&self) -> Option<Source> {
        let From { magnitude, distance_km, depth_km, region, along } = self.source?;
        Some(Source { magnitude, distance_km, depth_km, region, along })
    }

    fn spectrum(&self) -> Spectrum {
        self.spectrum.unwrap_or_else(|| self.site.spectrum())
    }

    /// Everything that makes no sense, all at once.
    pub fn check(&self) -> Vec<CaseError> {
        let mut wrong = Vec::new();
        let origins = [self.intensity.is_some(), self.source.is_some(), self.record.is_some(), self.peaks.is_some()];
        if origins.iter().filter(|given| **given).count() != 1 {
            let message = "a motion comes from one thing; give exactly one of `intensity`, `source`, `record` and `peaks`";
            wrong.push(CaseError::nonsense("motion", message));
        }
        if let Some(source) = self.source() {
            wrong.extend(attenuation::check(&source, "source"));
            if self.spectrum.is_some() {
                wrong.push(CaseError::nonsense("spectrum", "a source takes the spectrum of its `site`; leave this out"));
            }
        }
        let mut hold = |at: &str, value: f64, (low, high): (f64, f64), say: &str| {
            if !(low..=high).contains(&value) {
                wrong.push(CaseError::nonsense(at, format!("{value} is no {say}; give {low} to {high}")));
            }
        };
        hold("intensity", self.intensity.unwrap_or(1.0), (1.0, 12.0), "intensity");
        hold("magnitude", self.magnitude, attenuation::MAGNITUDES, "magnitude");
        hold("lead_s", self.lead_s, (0.0, LONGEST_LEAD_S), "time from P to S, s");
        hold("storeys", f64::from(self.storeys), (1.0, f64::from(floor::STOREYS.1)), "number of storeys");
        hold("storey", f64::from(self.storey), (1.0, f64::from(self.storeys.max(1))), "storey of this building");
        hold("duration", self.duration.unwrap_or(LONGEST_S), (2.0, LONGEST_S), "duration, s");
        hold("output_every", self.output_every, (0.001, LONGEST_S), "time between rows, s");
        if let Some(peaks) = self.peaks {
            hold("peaks.pga", peaks.pga, (0.0, WILDEST), "acceleration, m/s2");
            hold("peaks.pgv", peaks.pgv, (0.0, WILDEST), "velocity, m/s");
        }
        let spectrum = self.spectrum();
        hold("spectrum.omega_g", spectrum.omega_g, (0.5, 100.0), "frequency of the ground, rad/s");
        hold("spectrum.zeta_g", spectrum.zeta_g, (0.05, 2.0), "damping");
        hold("spectrum.omega_f", spectrum.omega_f, (0.05, 100.0), "frequency of the high-pass, rad/s");
        hold("spectrum.zeta_f", spectrum.zeta_f, (0.05, 2.0), "damping");
        if let Some(Given { dt, x, y, z }) = &self.record {
            hold("record.dt", *dt, (1e-4, 0.05), "step of a record, s");
            for (name, list) in [("x", x), ("y", y), ("z", z)] {
                if let Some(n) = list.iter().position(|v| v.is_nan() || v.abs() > WILDEST) {
                    hold(&format!("record.{name}[{n}]"), list[n], (-WILDEST, WILDEST), "acceleration, m/s2");
                }
            }
            let fits = |list: &Vec<f64>| list.is_empty() || list.len() == x.len();
            if x.len() < 2 || !fits(y) || !fits(z) {
                let message =
                    format!("{}, {} and {} samples; give at least two, and as many for y and z or none", x.len(), y.len(), z.len());
                wrong.push(CaseError::nonsense("record", message));
            }
        }
        wrong
    }

    /// The motion of the case; none where only peaks are given.
    fn motion(&self) -> Option<Motion> {
        let asked = Asked {
            intensity: self.intensity.unwrap_or(1.0),
            at: self.at,
            lead_s: self.lead_s,
            magnitude: self.magnitude,
            storey: self.storey,
            storeys: self.storeys,
            spectrum: self.spectrum(),
            seed: self.seed,
            duration_s: self.duration,
        };
        if let Some(Given { dt, x, y, z }) = &self.record {
            let filled = |list: &Vec<f64>| if list.is_empty() { vec![0.0; x.len()] } else { list.clone() };
            let ground = Record { dt: *dt, axes: [x.clone(), filled(y), filled(z)] };
            return Some(Motion::of_record(ground, self.storey, self.storeys));
        }
        if let Some(source) = self.source() {
            return Some(Motion::from_source(&source, self.site, &asked));
        }
        self.intensity.map(|_| Motion::asked(&asked))
    }

    /// Runs the case.
    pub fn run(&self) -> Result<Table, CaseError> {
        if let Some(first) = self.check().into_iter().next() {
            return Err(first);
        }
        let mut table = Table::new(columns());
        let reading = match (self.motion(), self.peaks) {
            (Some(motion), _) => {
                self.rows(&mut table, &motion);
                self.motion_facts(&mut table, &motion);
                motion.on_ground
            }
            (None, Some(peaks)) => Reading::of_peaks(peaks.pga, peaks.pgv),
            (None, None) => return Err(CaseError::nonsense("motion", "give one of `intensity`, `source`, `record` and `peaks`")),
        };
        table.fact("pga_m_s2", reading.pga);
        table.fact("pgv_m_s", reading.pgv);
        table.fact("intensity", reading.intensity);
        table.fact("intensity_by_acceleration", by_acceleration(reading.pga));
        table.fact("intensity_by_velocity", by_velocity(reading.pgv));
        let moments = self.spectrum().moments();
        table.fact("spectrum_variance", moments.variance);
        table.fact("spectrum_crossings_per_s", moments.crossings);
        table.fact("spectrum_peak_factor_10s", moments.peak_factor(10.0));
        table.fact("spectrum_velocity_ratio_s", moments.velocity_ratio);
        table.fact("kanai_tajimi_variance", self.spectrum().kanai_tajimi_variance());
        Ok(table)
    }

    fn rows(&self, table: &mut Table, motion: &Motion) {
        let velocity = BandPass::new(motion.ground.dt, BAND_HZ.0, BAND_HZ.1).record(&motion.ground).integrated();
        let lamp = Lamp::default().follow(&motion.floor);
        let end = self.duration.unwrap_or(LONGEST_S).min(motion.ground.duration());
        let mut rows = 0.0;
        while rows * self.output_every <= end + 1e-9 {
            let time = rows * self.output_every;
            let ([gx, gy, gz], [fx, fy, fz], [vx, vy, vz]) = (motion.ground.at(time), motion.floor.at(time), velocity.at(time));
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a time within the record")]
            let sample = (time / motion.ground.dt).round() as usize;
            let window = motion.window.get(sample).copied().unwrap_or(0.0);
            let [lx, ly] = lamp.get(sample).copied().unwrap_or_default();
            let v = (vx * vx + vy * vy + vz * vz).sqrt();
            table.push(time, &[gx, gy, gz, v, fx, fy, fz, window, (lx * lx + ly * ly).sqrt()]);
            rows += 1.0;
        }
    }

    fn motion_facts(&self, table: &mut Table, motion: &Motion) {
        table.fact("pga_raw_m_s2", motion.ground.peak());
        table.fact("floor_pga_m_s2", motion.on_floor.pga);
        table.fact("floor_pgv_m_s", motion.on_floor.pgv);
        table.fact("floor_intensity", motion.on_floor.intensity);
        table.fact("storey_drift", motion.drift);
        table.fact("doors_jam", f64::from(u8::from(motion.doors_jam())));
        let velocity = motion.ground.integrated();
        let last = velocity.axes.iter().map(|axis| axis.last().copied().unwrap_or(0.0).abs()).fold(0.0, f64::max);
        table.fact("end_velocity_m_s", last);
        table.fact("s_in_record_s", motion.s_s);
        let depth_km = self.source.map_or(waves::DEPTH_KM, |s| s.depth_km);
        let distance_km = match self.source {
            Some(source) => source.distance_km,
            None if self.intensity.is_some() => waves::distance_of_lead_km(self.lead_s, depth_km),
            None => return,
        };
        table.fact("distance_km", distance_km);
        table.fact("p_arrival_s", waves::p_arrival_s(distance_km, depth_km));
        table.fact("s_arrival_s", waves::s_arrival_s(distance_km, depth_km));
        table.fact("s_minus_p_s", waves::s_minus_p_s(distance_km, depth_km));
        table.fact("eew_lead_s", waves::warning_lead_s(distance_km, depth_km));
        table.fact("blind_zone_km", waves::blind_zone_km(depth_km));
        let magnitude = self.source.map_or(self.magnitude, |s| s.magnitude);
        table.fact("strong_duration_s", waves::strong_duration_s(magnitude));
        let after = waves::aftershock(magnitude, self.seed);
        table.fact("aftershock_magnitude", after.magnitude);
        table.fact("aftershock_delay_s", after.delay_s);
        table.fact("aftershock_weaker_by", after.weaker_by);
        if let Some(source) = self.source() {
            let (pga, pgv) = attenuation::rock_peaks(&source);
            table.fact("rock_pga_m_s2", pga);
            table.fact("rock_pgv_m_s", pgv);
            table.fact("expected_intensity", Motion::expected(&source, self.site).intensity);
        }
    }
}

fn columns() -> [(String, String); 9] {
    [
        ("ground.a_x_m_s2", "acceleration of the ground, first horizontal component"),
        ("ground.a_y_m_s2", "second horizontal component"),
        ("ground.a_z_m_s2", "upwards"),
        ("ground.v_m_s", "length of the band-passed velocity"),
        ("floor.a_x_m_s2", "acceleration of the floor, first horizontal component"),
        ("floor.a_y_m_s2", "second horizontal component"),
        ("floor.a_z_m_s2", "upwards"),
        ("window", "envelope of the shaking, 0 to 1"),
        ("lamp_rad", "how far a lamp on a 0.6 m cord hangs from the vertical"),
    ]
    .map(|(name, about)| (name.to_owned(), about.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::super::sample::{fact, written};
    use super::*;

    fn case(text: &str) -> MotionCase {
        written(text)
    }

    #[test]
    fn a_given_record_is_read_as_an_instrument_reads_it() {
        // 2 Hz, well inside the band: velocity is acceleration over 4 pi.
        let samples: Vec<String> = (0..3000)
            .map(|n| {
                let fade = (f64::from(n) / 1500.0).min(1.0);
                format!("{}", fade * libm::sin(4.0 * std::f64::consts::PI * f64::from(n) * 0.01))
            })
            .collect();
        let table = case(&format!("(record: (dt: 0.01, x: [{}]), output_every: 1)", samples.join(", "))).run().unwrap();
        assert!((fact(&table, "pga_m_s2") - 1.0).abs() < 0.01, "{}", fact(&table, "pga_m_s2"));
        assert!((fact(&table, "pgv_m_s") * 4.0 * std::f64::consts::PI - 1.0).abs() < 0.02, "{}", fact(&table, "pgv_m_s"));
        assert_eq!(table.rows.len(), 30);
    }

    #[test]
    fn the_three_ways_to_a_motion_give_their_facts() {
        let asked = case("(intensity: 7, lead_s: 6.1, duration: 20, output_every: 0.5)").run().unwrap();
        assert!((fact(&asked, "intensity") - 7.0).abs() < 0.1);
        assert!((fact(&asked, "distance_km") - 50.0).abs() < 2.0 && (fact(&asked, "eew_lead_s") - 9.7).abs() < 0.4);
        let made = case("(source: (magnitude: 7, distance_km: 50), duration: 20, output_every: 0.5)").run().unwrap();
        assert!((fact(&made, "s_minus_p_s") - 6.1).abs() < 0.05 && (fact(&made, "s_in_record_s") - 6.1).abs() < 0.05);
        assert!((fact(&made, "expected_intensity") - fact(&made, "intensity")).abs() < 0.1);
        let read = case("(peaks: (pga: 1.35, pgv: 0.12))").run().unwrap();
        assert!((fact(&read, "intensity") - 7.01).abs() < 0.006 && read.rows.is_empty());
    }

    #[test]
    fn all_nonsense_is_told_at_once() {
        let wrong = case(
            "(intensity: 13, source: (magnitude: 12, distance_km: -1, depth_km: 0), lead_s: -1, storey: 3, storeys: 2,
            duration: 1e9, output_every: 0, magnitude: NaN, spectrum: (omega_g: 0, zeta_g: 0, omega_f: 0, zeta_f: 0))",
        )
        .check();
        let all: Vec<String> = wrong.iter().map(ToString::to_string).collect();
        assert_eq!(wrong.len(), 15, "{all:#?}");
        for part in
            ["exactly one", "source.magnitude: 12 is outside", "give 4 to 8.5", "storey: 3 is no storey of this building; give 1 to 2"]
        {
            assert!(all.iter().any(|w| w.contains(part)), "{part} in {all:#?}");
        }
        assert_eq!(case("()").check().len(), 1);
        assert!(case("()").run().is_err());
        assert!(!case("(record: (dt: 0.01, x: [0, inf], y: [1]))").check().is_empty());
    }
}
