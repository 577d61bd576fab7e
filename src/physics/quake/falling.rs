//! What comes down from above: tiles, books, glass, fittings. When, how fast, with what energy. All thresholds are design rules (k?);
//! only "goods fall from shelves" at VII is the standard's (s: GB/T 17742-2020). Ends where somebody is hit: `injury`.

use super::noise::Noise;
use super::record::Record;

/// Something that may come down.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Loose {
    /// Name.
    pub name: &'static str,
    /// Horizontal acceleration of the floor from which it comes down, m/s².
    pub pga: f64,
    /// Storey drift from which it comes down; none for what does not care.
    pub drift: Option<f64>,
    /// kg of one piece.
    pub mass: f64,
    /// Height above the floor, m.
    pub height: f64,
}

/// What a dorm has (k?; books at the centre of VII, s).
pub const LOOSE: [Loose; 6] = [
    Loose { name: "books", pga: 1.35, drift: None, mass: 1.0, height: 1.6 },
    Loose { name: "cup", pga: 0.9, drift: None, mass: 0.3, height: 0.75 },
    Loose { name: "ceiling tile", pga: 2.5, drift: Some(1.0 / 150.0), mass: 2.5, height: 2.8 },
    Loose { name: "plaster", pga: 4.0, drift: Some(1.0 / 120.0), mass: 4.0, height: 2.8 },
    Loose { name: "window pane", pga: 6.0, drift: Some(1.0 / 100.0), mass: 3.0, height: 1.5 },
    Loose { name: "ceiling fan", pga: 5.0, drift: None, mass: 6.0, height: 2.6 },
];

/// One piece differs from the next: thresholds lie within this factor either way (k?).
const SCATTER: f64 = 1.25;

/// When a piece leaves its place, s; `None` = it stays. A seed and a number of the piece decide how firmly it sits.
pub fn leaves_at(loose: &Loose, floor: &Record, drift: f64, seed: u64, piece: u32) -> Option<f64> {
    let mut noise = Noise::new(seed, Noise::PIECES + u64::from(piece));
    let firm = libm::pow(SCATTER, 2.0 * noise.unit() - 1.0);
    let needed = match loose.drift {
        Some(limit) if drift >= limit * firm => 0.6 * loose.pga,
        _ => loose.pga,
    } * firm;
    let [x, y, _] = &floor.axes;
    let n = x.iter().zip(y).position(|(x, y)| x * x + y * y >= needed * needed)?;
    #[expect(clippy::cast_precision_loss, reason = "a count of samples")]
    let time = n as f64 * floor.dt;
    Some(time)
}

/// Seconds of free fall.
pub fn fall_s(height: f64, gravity: f64) -> f64 {
    (2.0 * height.max(0.0) / gravity).sqrt()
}

/// Speed on arrival, m/s.
pub fn arrival_m_s(height: f64, gravity: f64) -> f64 {
    (2.0 * gravity * height.max(0.0)).sqrt()
}

/// Energy on arrival, J: `m g h`.
pub fn energy_j(mass: f64, height: f64, gravity: f64) -> f64 {
    mass * gravity * height.max(0.0)
}

#[cfg(test)]
mod tests {
    use super::super::{Asked, G, Motion};
    use super::*;

    fn share(name: &str, intensity: f64) -> usize {
        let loose = LOOSE.iter().find(|l| l.name == name).unwrap();
        let motion = Motion::asked(&Asked { intensity, ..Asked::default() });
        (0..40).filter(|piece| leaves_at(loose, &motion.floor, motion.drift, 1, *piece).is_some()).count()
    }

    #[test]
    fn books_stay_at_v_and_lie_on_the_floor_at_viii() {
        assert_eq!(share("books", 5.0), 0);
        assert_eq!(share("books", 8.0), 40);
        assert!((1..40).contains(&share("books", 7.0)), "{}", share("books", 7.0));
    }

    #[test]
    fn windows_outlast_tiles() {
        for degree in [7.0, 8.0, 9.0] {
            assert!(share("window pane", degree) <= share("ceiling tile", degree));
        }
        assert!(share("window pane", 10.0) > 0);
    }

    #[test]
    fn nothing_falls_before_it_shakes() {
        let motion = Motion::asked(&Asked { intensity: 9.0, lead_s: 6.0, ..Asked::default() });
        let at = leaves_at(&LOOSE[4], &motion.floor, motion.drift, 1, 0).unwrap();
        assert!(at > 6.0, "{at}");
    }

    #[test]
    fn a_fall_keeps_its_energy() {
        let v = arrival_m_s(2.5, G);
        assert!((0.5 * 3.0 * v * v - energy_j(3.0, 2.5, G)).abs() < 1e-9);
        assert!((G * fall_s(2.5, G) - v).abs() < 1e-9);
    }
}
