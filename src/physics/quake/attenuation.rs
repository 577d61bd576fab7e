//! From magnitude and distance to the peaks of the ground's motion: Yu, Li & Xiao (2013), the relation behind GB 18306-2015.
//!
//! Yu Y., Li S., Xiao L. (2013), "Development of ground motion attenuation relations for the new seismic hazard map of China",
//! Technology for Earthquake Disaster Prevention 8(1). Surface-wave magnitude, rock, ellipses with a long axis along the fault and a short
//! one across it, `ln Y = A + B M + C ln(R + D exp(E M))` with other A and B above M 6.5. The paper itself was not at hand: the
//! coefficients are those of OpenQuake (`gem/oq-engine: openquake/hazardlib/gsim/yu_2013.py`) and the tests hold this file
//! against its published table (`tests/gsim/data/YU2013/yu_2013_mean_tibetan.csv`). As there, R is measured from a focus below
//! the ground (15 km there, the depth asked for here).
//!
//! Range: the OpenQuake table covers M 4 to 8 and 5 to 200 km; [`check`] lets M 4 to 8.5, 0 to 300 km and a depth of 1 to 40 km pass.
//! Scatter is large: sigma(ln) is .54 for PGA and .62 for PGV, a factor of 1.7 either way.

use super::within;
use crate::physics::case::CaseError;

/// Magnitudes, distances (km) and depths (km) that make sense here.
pub const MAGNITUDES: (f64, f64) = (4.0, 8.5);
/// Epicentral distances, km.
pub const DISTANCES_KM: (f64, f64) = (0.0, 300.0);
/// Focal depths, km.
pub const DEPTHS_KM: (f64, f64) = (1.0, 40.0);
/// Scatter of ln PGA and ln PGV (s).
pub const SIGMA: (f64, f64) = (0.5428, 0.6233);

/// Seismic region of the 2015 map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Region {
    /// Active regions of western China outside the plateau (Xinjiang).
    Active,
    /// The Tibetan plateau and its edge (Qinghai, Gansu, western Sichuan, Yunnan): the default.
    #[default]
    Tibet,
    /// Eastern regions of strong earthquakes.
    Eastern,
    /// Regions of moderate earthquakes.
    Stable,
}

/// Where the place lies as seen from the fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Along {
    /// Along the fault, where it shakes more.
    Long,
    /// Across the fault.
    Short,
    /// Geometric mean of the two: direction unknown.
    #[default]
    Mean,
}

/// Coefficients of one axis of one region for one peak: `[A, B]` up to M 6.5, `[A, B]` above, C, D, E.
struct Axis {
    low: [f64; 2],
    high: [f64; 2],
    c: f64,
    d: f64,
    e: f64,
}

const fn axis(low: [f64; 2], high: [f64; 2], c: f64, d: f64, e: f64) -> Axis {
    Axis { low, high, c, d, e }
}

impl Axis {
    /// ln of the peak (gal or cm/s).
    fn ln(&self, magnitude: f64, reach_km: f64) -> f64 {
        let [a, b] = if magnitude > 6.5 { self.high } else { self.low };
        a + b * magnitude + self.c * libm::log(reach_km + self.d * libm::exp(self.e * magnitude))
    }
}

/// `[PGA long, PGA short, PGV long, PGV short]` (s: OpenQuake, see above).
const fn table(region: Region) -> [Axis; 4] {
    match region {
        Region::Active => [
            axis([4.1193, 1.656], [7.8269, 1.0856], -2.389, 1.772, 0.424),
            axis([2.2609, 1.6399], [6.003, 1.0649], -2.118, 0.825, 0.465),
            axis([-1.2581, 1.932], [3.013, 1.2742], -2.181, 1.772, 0.424),
            axis([-3.1073, 1.9389], [1.3087, 1.2627], -1.945, 0.825, 0.465),
        ],
        Region::Tibet => [
            axis([5.4901, 1.4835], [8.7561, 0.9453], -2.416, 2.647, 0.366),
            axis([2.3069, 1.4007], [5.6511, 0.8924], -1.854, 0.612, 0.457),
            axis([-0.1472, 1.7618], [3.9422, 1.1293], -2.205, 2.647, 0.366),
            axis([-2.9923, 1.7043], [1.0189, 1.0902], -1.696, 0.612, 0.457),
        ],
        Region::Eastern => [
            axis([4.5517, 1.5433], [8.1259, 0.9936], -2.315, 2.088, 0.399),
            axis([2.7048, 1.518], [6.3319, 0.9614], -2.004, 0.944, 0.447),
            axis([-0.8349, 1.8193], [3.3051, 1.1799], -2.103, 2.088, 0.399),
            axis([-2.6381, 1.8124], [1.6376, 1.1546], -1.825, 0.944, 0.447),
        ],
        Region::Stable => [
            axis([5.5591, 1.1454], [8.5238, 0.6854], -2.079, 2.802, 0.295),
            axis([3.9445, 1.0833], [6.187, 0.7383], -1.723, 1.295, 0.331),
            axis([0.2139, 1.4283], [3.772, 0.8786], -1.889, 2.802, 0.295),
            axis([-1.3547, 1.3823], [1.5433, 0.9361], -1.559, 1.295, 0.331),
        ],
    }
}

/// A source as seen from the place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Source {
    /// Surface-wave magnitude.
    pub magnitude: f64,
    /// Epicentral distance, km.
    pub distance_km: f64,
    /// Focal depth, km.
    pub depth_km: f64,
    /// Region.
    pub region: Region,
    /// Direction.
    pub along: Along,
}

/// Everything that makes no sense about a source; `at` names it as in the file.
pub fn check(source: &Source, at: &str) -> Vec<CaseError> {
    let mut wrong = Vec::new();
    let mut hold = |what: &str, value: f64, (low, high): (f64, f64), unit: &str| {
        if !(low..=high).contains(&value) {
            let message = format!("{value} is outside what the relation is good for; give {low} to {high}{unit}");
            wrong.push(CaseError::nonsense(format!("{at}.{what}"), message));
        }
    };
    hold("magnitude", source.magnitude, MAGNITUDES, " (surface-wave magnitude)");
    hold("distance_km", source.distance_km, DISTANCES_KM, " km from the epicentre");
    hold("depth_km", source.depth_km, DEPTHS_KM, " km");
    wrong
}

/// Median peaks on rock: PGA in m/s², PGV in m/s (mean of two horizontal components). Whatever is out of range is taken at its edge.
pub fn rock_peaks(source: &Source) -> (f64, f64) {
    let magnitude = within(source.magnitude, MAGNITUDES.0, MAGNITUDES.1);
    let distance = within(source.distance_km, DISTANCES_KM.0, DISTANCES_KM.1);
    let depth = within(source.depth_km, DEPTHS_KM.0, DEPTHS_KM.1);
    let reach = (distance * distance + depth * depth).sqrt();
    let table = table(source.region);
    let peak = |long: &Axis, short: &Axis| {
        let (long, short) = (long.ln(magnitude, reach), short.ln(magnitude, reach));
        let ln = match source.along {
            Along::Long => long,
            Along::Short => short,
            Along::Mean => 0.5 * (long + short),
        };
        0.01 * libm::exp(ln)
    };
    (peak(&table[0], &table[1]), peak(&table[2], &table[3]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(magnitude: f64, distance_km: f64, along: Along) -> Source {
        Source { magnitude, distance_km, depth_km: 15.0, region: Region::Tibet, along }
    }

    #[test]
    fn the_published_table_of_openquake_comes_out() {
        // yu_2013_mean_tibetan.csv: magnitude, distance, along, pga g (of 9.80 m/s2), pgv cm/s; azimuth 0 is the long axis, 90 the
        // short one. Rows whose PGV lies below 1 cm/s are left out: there the file holds 1/PGV, since its mixing of the two axes
        // loses the sign of the logarithm.
        let rows = [
            (6.0, 50.0, Along::Long, 5.185_223e-2, 2.397_597),
            (6.0, 10.0, Along::Short, 9.801_618e-2, 5.008_387),
            (7.0, 30.0, Along::Long, 1.820_685e-1, 12.783_21),
            (7.0, 30.0, Along::Short, 1.121_860e-1, 7.891_389),
            (7.0, 100.0, Along::Short, 2.226_614e-2, 1.797_671),
            (8.0, 30.0, Along::Long, 2.878_317e-1, 25.347_60),
            (8.0, 100.0, Along::Long, 6.827_173e-2, 6.817_330),
        ];
        for (m, d, along, pga, pgv) in rows {
            let got = rock_peaks(&source(m, d, along));
            assert!((got.0 / (pga * 9.80) - 1.0).abs() < 1e-4, "PGA M{m} {d} km {along:?}: {}", got.0 / 9.80);
            assert!((got.1 * 100.0 / pgv - 1.0).abs() < 1e-4, "PGV M{m} {d} km {along:?}: {}", got.1 * 100.0);
        }
    }

    #[test]
    fn farther_shakes_less_and_larger_shakes_more_in_every_region() {
        for region in [Region::Active, Region::Tibet, Region::Eastern, Region::Stable] {
            for along in [Along::Long, Along::Short, Along::Mean] {
                let at = |m, d| rock_peaks(&Source { magnitude: m, distance_km: d, depth_km: 10.0, region, along });
                for d in [0.0, 20.0, 80.0, 299.0] {
                    assert!(at(6.0, d).0 > at(6.0, d + 1.0).0 && at(6.0, d).1 > at(6.0, d + 1.0).1);
                    assert!(at(7.5, d).0 > at(6.0, d).0 && at(7.5, d).1 > at(6.0, d).1);
                }
            }
        }
    }

    #[test]
    fn nonsense_is_named_all_at_once_and_still_gives_finite_peaks() {
        let wild = Source { magnitude: 12.0, distance_km: -3.0, depth_km: f64::NAN, region: Region::Tibet, along: Along::Mean };
        let wrong = check(&wild, "source");
        assert_eq!(wrong.len(), 3);
        assert!(wrong[0].to_string().contains("source.magnitude: 12"), "{}", wrong[0]);
        let (pga, pgv) = rock_peaks(&wild);
        assert!(pga.is_finite() && pgv.is_finite() && pga < 30.0, "{pga} {pgv}");
        assert!(check(&source(6.2, 0.0, Along::Mean), "source").is_empty());
    }
}
