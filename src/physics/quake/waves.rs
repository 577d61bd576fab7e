//! When waves arrive, how long a warning leaves, how long it shakes, what follows. Ends where the ground moves.

use super::noise::Noise;
use super::within;

/// P waves in the crust, km/s (k).
pub const VP_KM_S: f64 = 6.0;
/// S waves in the crust, km/s (k).
pub const VS_KM_S: f64 = 3.5;
/// Depth of an ordinary source, km.
pub const DEPTH_KM: f64 = 10.0;
/// From the epicentre to the first station, km (v: the table of lead times).
pub const STATION_KM: f64 = 10.0;
/// From the first wave at the first station to the warning, s (v: the table of lead times).
pub const PROCESSING_S: f64 = 2.5;

/// From focus to a place at an epicentral distance, km.
pub fn hypocentral_km(distance_km: f64, depth_km: f64) -> f64 {
    (distance_km * distance_km + depth_km * depth_km).sqrt()
}

/// P wave after the origin time, s.
pub fn p_arrival_s(distance_km: f64, depth_km: f64) -> f64 {
    hypocentral_km(distance_km, depth_km) / VP_KM_S
}

/// S wave after the origin time, s.
pub fn s_arrival_s(distance_km: f64, depth_km: f64) -> f64 {
    hypocentral_km(distance_km, depth_km) / VS_KM_S
}

/// From P to S, s.
pub fn s_minus_p_s(distance_km: f64, depth_km: f64) -> f64 {
    s_arrival_s(distance_km, depth_km) - p_arrival_s(distance_km, depth_km)
}

/// From a network's warning to the S wave, s; negative inside the blind zone.
pub fn warning_lead_s(distance_km: f64, depth_km: f64) -> f64 {
    s_arrival_s(distance_km, depth_km) - (p_arrival_s(STATION_KM, depth_km) + PROCESSING_S)
}

/// Epicentral distance within which the S wave outruns the warning, km.
pub fn blind_zone_km(depth_km: f64) -> f64 {
    let reach = VS_KM_S * (p_arrival_s(STATION_KM, depth_km) + PROCESSING_S);
    (reach * reach - depth_km * depth_km).max(0.0).sqrt()
}

/// Epicentral distance at which S follows P by `seconds`, km; 0 where the depth alone gives more.
pub fn distance_of_lead_km(seconds: f64, depth_km: f64) -> f64 {
    let reach = seconds / (1.0 / VS_KM_S - 1.0 / VP_KM_S);
    (reach * reach - depth_km * depth_km).max(0.0).sqrt()
}

/// Colour of a warning by the intensity expected (s: level names; B2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Colour {
    /// Below III.
    Blue,
    /// III and IV.
    Yellow,
    /// V and VI.
    Orange,
    /// VII and more.
    Red,
}

/// The colour for an expected intensity.
pub fn colour(intensity: f64) -> Colour {
    match intensity {
        i if i >= 7.0 => Colour::Red,
        i if i >= 5.0 => Colour::Orange,
        i if i >= 3.0 => Colour::Yellow,
        _ => Colour::Blue,
    }
}

/// Duration of strong shaking, s: 5.5 at M5, 13 at M6, 30 at M7 (s: "5-6 s", "ten-odd s", "about 30 s"), straight in the logarithm
/// between and beyond (k?), within 1 to 120 s.
pub fn strong_duration_s(magnitude: f64) -> f64 {
    let points = [(5.0, libm::log(5.5)), (6.0, libm::log(13.0)), (7.0, libm::log(30.0))];
    let m = within(magnitude, 0.0, 10.0);
    let n = usize::from(m > 6.0);
    let ((m0, y0), (m1, y1)) = (points[n], points[n + 1]);
    within(libm::exp(y0 + (y1 - y0) * (m - m0) / (m1 - m0)), 1.0, 120.0)
}

/// One aftershock of a script.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Aftershock {
    /// Båth: 1.2 below the main shock (k).
    pub magnitude: f64,
    /// After the main shock, s: 2 to 8 minutes, drawn with Omori's density (k? as a script, so that lingering has a price).
    pub delay_s: f64,
    /// By how much weaker than the main shock at the same place: 1 to 2 degrees (design).
    pub weaker_by: f64,
}

/// Omori's offset, s, and the window in which the script's aftershock comes, s.
const OMORI_C_S: f64 = 60.0;
const AFTERSHOCK_WINDOW_S: (f64, f64) = (120.0, 480.0);

/// The aftershock that a seed gives. The delay is drawn from `n(t) = K/(t + c)` (Omori with p = 1) cut to the window.
pub fn aftershock(magnitude: f64, seed: u64) -> Aftershock {
    let mut noise = Noise::new(seed, Noise::AFTERSHOCK);
    let (from, to) = AFTERSHOCK_WINDOW_S;
    let ratio = (to + OMORI_C_S) / (from + OMORI_C_S);
    let delay_s = (from + OMORI_C_S) * libm::pow(ratio, noise.unit()) - OMORI_C_S;
    Aftershock { magnitude: within(magnitude, 1.2, 12.0) - 1.2, delay_s, weaker_by: 1.0 + noise.unit() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DISTANCES: [f64; 10] = [10.0, 20.0, 30.0, 50.0, 56.0, 80.0, 100.0, 150.0, 200.0, 300.0];

    #[test]
    fn the_table_of_lead_times_comes_out() {
        let gaps = [1.7, 2.7, 3.8, 6.1, 6.8, 9.6, 12.0, 17.9, 23.8, 35.7];
        let leads = [-1.0, 1.5, 4.2, 9.7, 11.4, 18.2, 23.9, 38.1, 52.4, 80.9];
        for (n, d) in DISTANCES.into_iter().enumerate() {
            assert!((s_minus_p_s(d, 10.0) - gaps[n]).abs() <= 0.051, "S-P at {d} km: {}", s_minus_p_s(d, 10.0));
            let lead = warning_lead_s(d, 10.0);
            assert!(if n == 0 { lead < 0.0 } else { (lead - leads[n]).abs() <= 0.051 }, "lead at {d} km: {lead}");
        }
    }

    #[test]
    fn the_blind_zone_ends_where_the_lead_begins() {
        let edge = blind_zone_km(10.0);
        assert!((edge - 13.7).abs() < 0.1, "{edge}");
        assert!(warning_lead_s(edge, 10.0).abs() < 1e-9);
    }

    #[test]
    fn a_lead_leads_back_to_its_distance() {
        for d in DISTANCES {
            assert!((distance_of_lead_km(s_minus_p_s(d, 10.0), 10.0) - d).abs() < 1e-9);
        }
        assert!(distance_of_lead_km(0.5, 10.0).abs() < f64::EPSILON);
    }

    #[test]
    fn larger_earthquakes_shake_longer_and_never_without_end() {
        assert!((strong_duration_s(5.0) - 5.5).abs() < 1e-9);
        assert!((strong_duration_s(6.0) - 13.0).abs() < 1e-9);
        assert!((strong_duration_s(7.0) - 30.0).abs() < 1e-9);
        assert!(strong_duration_s(12.0) <= 120.0 && strong_duration_s(f64::NAN) >= 1.0);
    }

    #[test]
    fn an_aftershock_comes_when_its_seed_says_and_is_smaller() {
        let mut delays = Vec::new();
        for seed in 0..200 {
            let shock = aftershock(6.5, seed);
            assert_eq!(shock, aftershock(6.5, seed));
            assert!((shock.magnitude - 5.3).abs() < 1e-12);
            assert!((120.0..=480.0).contains(&shock.delay_s) && (1.0..=2.0).contains(&shock.weaker_by));
            delays.push(shock.delay_s);
        }
        let early = delays.iter().filter(|d| **d < 300.0).count();
        assert!(early > 110, "Omori: more of them early, {early} of 200");
    }

    #[test]
    fn colours_follow_the_degrees() {
        assert_eq!([2.9, 3.0, 5.0, 6.9, 7.0].map(colour), [Colour::Blue, Colour::Yellow, Colour::Orange, Colour::Orange, Colour::Red]);
    }
}
