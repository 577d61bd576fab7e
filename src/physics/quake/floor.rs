//! From the ground to an upper floor, and what the building's own sway does to its doors. Ends where furniture stands on the floor.
//!
//! A building of N storeys is one oscillator of period 0.1 N s and 5 % damping (k?). A floor's motion is a blend of the ground's and the
//! oscillator's, by its height; its peak is `1 + 1.5 z/H` of the ground's (k?). Where the first mode alone stays below that, as in
//! tall buildings, the rest is taken for higher modes and added with the ground's own shape; where it goes beyond, it is scaled down.

use super::record::Record;
use super::within;

/// Storeys that a building may have here.
pub const STOREYS: (u32, u32) = (1, 60);
/// Damping of a building (k?).
pub const DAMPING: f64 = 0.05;
/// Participation of the first mode at the roof: 4/pi for a shear beam (k).
pub const FIRST_MODE: f64 = 4.0 / std::f64::consts::PI;
/// Height of a storey, m (k?).
pub const STOREY_M: f64 = 3.0;
/// The largest storey's drift over the mean one (k?).
pub const DRIFT_CONCENTRATION: f64 = 1.5;
/// Storey drift from which door frames jam: 1/150 (k?, a design rule; codes hold frames to 1/550 in small earthquakes).
pub const JAMMING_DRIFT: f64 = 1.0 / 150.0;

/// A floor's motion and its building's drift.
#[derive(Debug, Clone, PartialEq)]
pub struct Upstairs {
    /// Acceleration of the floor, m/s².
    pub record: Record,
    /// Greatest storey drift, displacement over height.
    pub drift: f64,
}

impl Upstairs {
    /// Whether door frames jam (k?).
    pub fn doors_jam(&self) -> bool {
        self.drift >= JAMMING_DRIFT
    }
}

/// Period of the first mode, s: 0.1 s a storey (k?).
pub fn period_s(storeys: u32) -> f64 {
    0.1 * f64::from(storeys.clamp(STOREYS.0, STOREYS.1))
}

/// Height of a storey's floor over the building's height, 0 to below 1; storey 1 stands on the ground.
pub fn relative_height(storey: u32, storeys: u32) -> f64 {
    let storeys = storeys.clamp(STOREYS.0, STOREYS.1);
    f64::from(storey.clamp(1, storeys) - 1) / f64::from(storeys)
}

/// Peak of a floor over the peak of the ground (k?).
pub fn amplification(storey: u32, storeys: u32) -> f64 {
    1.0 + 1.5 * relative_height(storey, storeys)
}

/// An oscillator on shaking ground, stepped exactly for acceleration that is straight between samples (Nigam and Jennings 1969).
#[derive(Debug, Clone, PartialEq)]
pub struct Oscillator {
    omega: f64,
    zeta: f64,
    u: [f64; 4],
    v: [f64; 4],
}

impl Oscillator {
    /// Period and step in s, damping as a share of critical (below 1).
    pub fn new(period_s: f64, zeta: f64, dt: f64) -> Self {
        let (zeta, w) = (within(zeta, 0.0, 0.95), 2.0 * std::f64::consts::PI / period_s.max(1e-3));
        let root = (1.0 - zeta * zeta).sqrt();
        let (wd, fade) = (w * root, libm::exp(-zeta * w * dt));
        let (sin, cos) = libm::sincos(wd * dt);
        let (k, two) = (w * w, 2.0 * zeta / (w * dt));
        let u = [
            fade * (zeta / root * sin + cos),
            fade * sin / wd,
            (two + fade * (((1.0 - 2.0 * zeta * zeta) / (wd * dt) - zeta / root) * sin - (1.0 + two) * cos)) / k,
            (1.0 - two + fade * ((2.0 * zeta * zeta - 1.0) / (wd * dt) * sin + two * cos)) / k,
        ];
        let v = [
            -fade * w / root * sin,
            fade * (cos - zeta / root * sin),
            (-1.0 / dt + fade * ((w / root + zeta / (dt * root)) * sin + cos / dt)) / k,
            (1.0 - fade * (zeta / root * sin + cos)) / (k * dt),
        ];
        Self { omega: w, zeta, u, v }
    }

    /// Relative displacement, m, and absolute acceleration, m/s², for every sample of ground acceleration, from rest.
    pub fn response(&self, ground: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let (mut x, mut v, mut before): (f64, f64, Option<f64>) = (0.0, 0.0, None);
        let (mut moved, mut felt) = (Vec::with_capacity(ground.len()), Vec::with_capacity(ground.len()));
        for a in ground {
            if let Some(before) = before {
                let (p, q) = (-before, -a);
                let next = self.u[0] * x + self.u[1] * v + self.u[2] * p + self.u[3] * q;
                v = self.v[0] * x + self.v[1] * v + self.v[2] * p + self.v[3] * q;
                x = next;
            }
            before = Some(*a);
            moved.push(x);
            felt.push(-(2.0 * self.zeta * self.omega * v + self.omega * self.omega * x));
        }
        (moved, felt)
    }
}

/// Carries a ground motion up to a storey. The first storey gets the ground's motion itself.
pub fn carry(ground: &Record, storey: u32, storeys: u32) -> Upstairs {
    let share = relative_height(storey, storeys);
    let oscillator = Oscillator::new(period_s(storeys), DAMPING, ground.dt);
    let (moved_x, felt_x) = oscillator.response(&ground.axes[0]);
    let (moved_y, felt_y) = oscillator.response(&ground.axes[1]);
    let sway = moved_x.iter().zip(&moved_y).map(|(x, y)| x * x + y * y).fold(0.0, f64::max).sqrt();
    let height = STOREY_M * f64::from(storeys.clamp(STOREYS.0, STOREYS.1));
    let drift = DRIFT_CONCENTRATION * FIRST_MODE * sway / height;
    if share <= 0.0 {
        return Upstairs { record: ground.clone(), drift };
    }
    let blend =
        |below: &[f64], felt: &[f64]| below.iter().zip(felt).map(|(g, f)| (1.0 - share) * g + share * FIRST_MODE * f).collect::<Vec<_>>();
    let mut record = Record { dt: ground.dt, axes: [blend(&ground.axes[0], &felt_x), blend(&ground.axes[1], &felt_y), Vec::new()] };
    record.axes[2] = vec![0.0; record.len()];
    let rule = amplification(storey, storeys) * ground.peak_horizontal();
    let first = record.peak_horizontal();
    if first > rule {
        record.scale(rule / first);
    } else {
        let higher = higher_modes(&record, ground, rule);
        for axis in 0..2 {
            for (f, g) in record.axes[axis].iter_mut().zip(&ground.axes[axis]) {
                *f += higher * g;
            }
        }
    }
    // Columns hardly stretch: the vertical motion is the ground's.
    record.axes[2].clone_from(&ground.axes[2]);
    Upstairs { record, drift }
}

/// How much of the ground's motion brings a floor's horizontal peak up to the rule: bisected, since the peak grows with it.
fn higher_modes(floor: &Record, ground: &Record, rule: f64) -> f64 {
    let peak = |share: f64| {
        let along = |axis: usize| floor.axes[axis].iter().zip(&ground.axes[axis]).map(move |(f, g)| f + share * g);
        along(0).zip(along(1)).map(|(x, y)| x * x + y * y).fold(0.0, f64::max).sqrt()
    };
    let (mut low, mut high) = (0.0, 5.0);
    for _ in 0..40 {
        let middle = 0.5 * (low + high);
        if peak(middle) < rule { low = middle } else { high = middle }
    }
    high
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_oscillator_left_alone_by_a_step_swings_to_twice_its_rest() {
        let still = Oscillator::new(1.0, 0.0, 0.01);
        let (moved, _) = still.response(&[1.0; 400]);
        let rest = -1.0 / (4.0 * std::f64::consts::PI * std::f64::consts::PI);
        let most = moved.iter().fold(0.0, |m: f64, x| m.min(*x));
        assert!((most / rest - 2.0).abs() < 1e-3, "{most}");
        // Undamped step response, in closed form.
        for (n, x) in moved.iter().enumerate() {
            let exact = rest * (1.0 - libm::cos(2.0 * std::f64::consts::PI * f64::from(u32::try_from(n).unwrap()) * 0.01));
            assert!((x - exact).abs() < 1e-12);
        }
    }

    #[test]
    fn an_oscillator_follows_a_ramp_exactly() {
        let ramp: Vec<f64> = (0..400).map(|n| f64::from(n) * 0.01).collect();
        let w = 2.0 * std::f64::consts::PI;
        let (moved, _) = Oscillator::new(1.0, 0.0, 0.01).response(&ramp);
        for (t, x) in ramp.iter().zip(moved) {
            let exact = -(t - libm::sin(w * t) / w) / (w * w);
            assert!((x - exact).abs() < 1e-12, "{t}: {x} for {exact}");
        }
    }

    #[test]
    fn at_resonance_five_percent_damping_amplifies_ten_times() {
        let ground: Vec<f64> = (0..6000).map(|n| libm::sin(2.0 * std::f64::consts::PI * f64::from(n) * 0.01)).collect();
        let (_, felt) = Oscillator::new(1.0, 0.05, 0.01).response(&ground);
        let most = felt[5000..].iter().fold(0.0, |m: f64, x| m.max(x.abs()));
        // sqrt(1 + 4 zeta^2) / (2 zeta)
        assert!((most / 10.05 - 1.0).abs() < 0.005, "{most}");
    }

    #[test]
    fn the_first_storey_is_the_ground_and_the_top_shakes_more_than_twice_as_much() {
        let wave: Vec<f64> = (0..2000).map(|n| libm::sin(f64::from(n) * 0.09)).collect();
        let ground = Record { dt: 0.01, axes: [wave.clone(), wave, vec![0.1; 2000]] };
        assert_eq!(carry(&ground, 1, 6).record, ground);
        let top = carry(&ground, 6, 6).record;
        assert!((top.peak_horizontal() / ground.peak_horizontal() - 2.25).abs() < 1e-9);
        let tower = carry(&ground, 40, 40).record;
        assert!((tower.peak_horizontal() / ground.peak_horizontal() - 2.4625).abs() < 1e-6, "by higher modes");
        assert_eq!(top.axes[2], ground.axes[2]);
        assert!(carry(&ground, 99, 6).record.peak_horizontal() <= top.peak_horizontal() + 1e-9, "no storey above the top one");
    }

    #[test]
    fn doors_jam_by_drift_and_not_before() {
        let upstairs = |drift| Upstairs { record: Record::default(), drift };
        assert!(!upstairs(0.005).doors_jam() && upstairs(0.01).doors_jam());
    }
}
